"""A redline as HTML: marked for the eye, on paper, and for those who listen."""

from __future__ import annotations

from collections.abc import Iterable

from clausule.compare.redline import IN, OUT, SAME, Edit
from clausule.dutch.comparison import COMPARE
from clausule.render.html import element, escape


def _said(key: str) -> str:
    return element("span", escape(COMPARE[key]), class_="unseen")


# The element of a mark, and what a screen reader says before and after it.
_MARKS = {
    IN: ("ins", _said("inserted"), _said("inserted_end")),
    OUT: ("del", _said("deleted"), _said("deleted_end")),
}


def redline_lines(edits: Iterable[Edit]) -> list[str]:
    """The lines of a redline. Refusing each ``ins`` and its words gives the old text, accepting it the new one."""
    shown: list[list[str]] = [[]]
    for op, text in edits:
        for number, part in enumerate(text.split("\n")):
            if number:
                shown.append([])
            if part:
                shown[-1].append(_marked(op, part))
    return ["".join(pieces) for pieces in shown if pieces]


def _marked(op: str, words: str) -> str:
    if op == SAME:
        return escape(words)
    name, begin, end = _MARKS[op]
    return element(name, begin, escape(words), end)
