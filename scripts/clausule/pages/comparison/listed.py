"""A comparison as plain HTML that needs no styles: what a feed and a file hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from clausule.compare.changes import Change
from clausule.compare.moves import MovedLine, moved_lines
from clausule.compare.redline import IN, OUT, Edit, shown
from clausule.compare.wording import HOPELESS, Reason, change_heading, link_sentences, move_sentences, name_of
from clausule.language.language import Language
from clausule.language.wording.changes import moved_line, nature_words, note_words, weaker, whole_count
from clausule.pages.kit.html import BREAK, element, joined

_Change = TypeVar("_Change", bound=Change)


def changes_html(
    language: Language,
    changes: Iterable[_Change],
    counts: dict[str, int],
    note: str,
    said: Callable[[_Change], Reason | None],
    level: str = "h3",
) -> str:
    """What changed, as HTML: the counts, then every change with its redline and with what is ``said`` of it.

    Units that only moved are listed. Where a redline would say nothing (two texts with nothing in common, ``note``)
    there is a sentence instead, and no redline is asked for. ``level`` is that of the headings.
    """
    parts: list[str] = [element("p", note_words(language)[note])] if note else []
    parts.append(element("p", whole_count(language, counts)))
    moved, rows = [], list(changes) if note not in HOPELESS else []
    for change, lines in zip(rows, moved_lines(rows), strict=True):
        if change.kind == "moved":
            moved.append(element("li", change_heading(language, change)))
        elif change.kind != "unchanged":
            parts.append(_change(language, change, said(change), level, lines))
    if moved:
        parts.append(element("p", moved_line(language, len(moved))))
        parts.append(element("ul", *moved))
    return joined("", parts)


def _change(language: Language, change: Change, reason: Reason | None, level: str, lines: Sequence[MovedLine]) -> str:
    parts = [element(level, change_heading(language, change))]
    if reason and reason.why:
        nature = f" ({nature_words(language)[reason.nature]})"
        parts.append(element("p", element("strong", language.say("Why") + ":"), " ", reason.why + nature))
    if change.is_less:
        parts.append(element("p", weaker(language)))
    parts.append(element("p", redline_html(change.redline)))
    said = [*link_sentences(language, change), *move_sentences(language, change, lines, name_of)]
    parts += [element("p", sentence) for sentence in said]
    return joined("", parts)


def redline_html(edits: tuple[Edit, ...]) -> str:
    """The words with ``ins`` and ``del``; lines are kept with ``br``."""
    names = {IN: "ins", OUT: "del"}
    pieces = []
    for op, text in shown(edits):
        words = joined(BREAK, (line.replace("\t", " | ") for line in text.split("\n")))
        pieces.append(element(names[op], words) if op in names else words)
    return joined("", pieces)
