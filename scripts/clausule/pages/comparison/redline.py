"""A redline as HTML: marked for the eye, on paper, and for those who listen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from clausule.compare.redline import IN, OUT, SAME, Edit, typeset_edits
from clausule.compare.redline import shown as as_seen
from clausule.language.language import Language
from clausule.pages.comparison.words import compare_words
from clausule.pages.kit.html import element, escape, joined


def _said(language: Language, key: str) -> str:
    return element("span", compare_words(language)[key], class_="unseen")


@cache
def _marks(language: Language) -> dict[str, tuple[str, str, str]]:
    """The element of a mark, and what a screen reader says before and after it."""
    return {
        IN: ("ins", _said(language, "inserted"), _said(language, "inserted_end")),
        OUT: ("del", _said(language, "deleted"), _said(language, "deleted_end")),
    }


def redline_lines(language: Language, edits: Iterable[Edit]) -> list[str]:
    """The lines of a redline. Refusing each ``ins`` and its words gives the old text but for white space, accepting it
    the new one.

    Tabs stand between the cells of a row of a table: each cell is an element of its own.
    """
    shown: list[list[list[str]]] = [[[]]]
    for op, text in as_seen(typeset_edits(language, list(edits))):
        for number, part in enumerate(text.split("\n")):
            if number:
                shown.append([[]])
            for column, cell in enumerate(part.split("\t")):
                if column:
                    shown[-1].append([])
                if cell:
                    shown[-1][-1].append(_marked(language, op, cell))
    return [_line(language, [joined("", pieces) for pieces in cells]) for cells in shown if any(cells)]


def _line(language: Language, cells: list[str]) -> str:
    if len(cells) == 1:
        return cells[0]
    row = joined(_said(language, "next_cell") + " ", (element("span", cell, class_="cell") for cell in cells))
    return element("span", row, class_="cells")


def _marked(language: Language, op: str, words: str) -> str:
    if op == SAME:
        return escape(words)
    name, begin, end = _marks(language)[op]
    return element(name, begin, words, end)
