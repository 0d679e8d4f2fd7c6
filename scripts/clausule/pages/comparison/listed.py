"""A comparison as plain HTML that needs no styles: what a feed and a file hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clausule.compare.changes import Change, Comparison
from clausule.compare.redline import IN, OUT, Edit
from clausule.compare.wording import HOPELESS, Said, change_heading, is_less, nothing_said
from clausule.language.language import Language
from clausule.language.wording.changes import moved_line, nature_words, note_words, totals, weaker
from clausule.pages.kit.html import BREAK, element, joined


@dataclass(frozen=True, slots=True)
class Told:
    """A change with its redline, and why it was made and of what nature it is, where its author says so."""

    change: Change
    redline: tuple[Edit, ...]
    why: str = ""
    nature: str = ""


def all_changes_html(language: Language, comparison: Comparison, said: Said = nothing_said, level: str = "h3") -> str:
    """A whole comparison, as ``changes_html`` tells it."""
    told = []
    for change in comparison.changes if comparison.note not in HOPELESS else ():
        if change.kind != "unchanged":
            explained = said(change)
            why = (explained.why, explained.nature) if explained else ("", "")
            told.append(Told(change, change.redline, *why))
    return changes_html(language, told, comparison.counts, comparison.note, level)


def changes_html(language: Language, told: Iterable[Told], counts: dict[str, int], note: str, level: str = "h3") -> str:
    """What changed, as HTML: the counts, then every change with its reason and its redline.

    Units that only moved are listed. Where a redline would say nothing (two texts with nothing in common, ``note``)
    there is a sentence instead, and ``told`` is not asked. ``level`` is that of the headings.
    """
    parts: list[str] = [element("p", note_words(language)[note])] if note else []
    parts.append(element("p", totals(language, counts) + "."))
    moved = []
    for one in told if note not in HOPELESS else ():
        if one.change.kind == "moved":
            moved.append(element("li", change_heading(language, one.change)))
        else:
            parts.append(_change(language, one, level))
    if moved:
        parts.append(element("p", moved_line(language, len(moved))))
        parts.append(element("ul", *moved))
    return joined("", parts)


def _change(language: Language, told: Told, level: str) -> str:
    parts = [element(level, change_heading(language, told.change))]
    if told.why:
        nature = f" ({nature_words(language)[told.nature]})"
        parts.append(element("p", element("strong", language.say("Why") + ":"), " ", told.why + nature))
    if is_less(told.change):
        parts.append(element("p", weaker(language)))
    parts.append(element("p", redline_html(told.redline)))
    return joined("", parts)


def redline_html(edits: tuple[Edit, ...]) -> str:
    """The words with ``ins`` and ``del``; lines are kept with ``br``."""
    names = {IN: "ins", OUT: "del"}
    pieces = []
    for op, text in edits:
        shown = joined(BREAK, (line.replace("\t", " | ") for line in text.split("\n")))
        pieces.append(element(names[op], shown) if op in names else shown)
    return joined("", pieces)
