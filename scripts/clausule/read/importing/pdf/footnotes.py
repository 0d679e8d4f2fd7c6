"""Footnotes of a PDF: a small raised number in the text, and small lines at the foot of its page that begin with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausule.read.importing.pdf.lines import Line, size_of
from clausule.read.importing.pdf.page import Word

_LABEL = re.compile(r"\d{1,3}|\*{1,3}|[a-z]")
_SMALL = 0.93


@dataclass(slots=True)
class Footnotes:
    """The words that refer to a footnote, with its label, which is one of the whole document; and its lines."""

    references: dict[Word, str] = field(default_factory=dict)
    texts: dict[str, list[Line]] = field(default_factory=dict)


def without_footnotes(lines: Sequence[Line]) -> tuple[list[Line], Footnotes]:
    """The lines without those of footnotes, and these."""
    notes = Footnotes()
    body = size_of([word for line in lines for word in line.words]) if lines else 0.0
    gone: set[int] = set()
    for page in sorted({line.page for line in lines}):
        own = [at for at, line in enumerate(lines) if line.page == page]
        raised = {word.text.strip("()"): word for at in own for word in _raised(lines[at], body)}
        feet = _feet([(at, lines[at]) for at in own], body, raised)
        for label, rows in feet.items():
            name = label if label not in notes.texts else f"{label}-{page}"
            notes.references[raised[label]] = name
            notes.texts[name] = [_without_label(lines[rows[0]]), *(lines[at] for at in rows[1:])]
            gone |= set(rows)
    return [line for at, line in enumerate(lines) if at not in gone], notes


def _raised(line: Line, body: float) -> list[Word]:
    """Small words above the line on which the others stand, right behind one of these."""
    words = line.words
    return [
        word
        for before, word in itertools.pairwise(words)
        if word.size < 0.8 * before.size
        and before.size > _SMALL * body
        and word.y < before.y - 0.12 * before.size
        and _LABEL.fullmatch(word.text.strip("()"))
    ]


def _feet(lines: Sequence[tuple[int, Line]], body: float, raised: dict[str, Word]) -> dict[str, list[int]]:
    """Of each label the lines of its footnote, from the last small line of the page upwards."""
    small: list[tuple[int, Line]] = []
    for at, line in reversed(lines):
        if max(word.size for word in line.words) > _SMALL * body or any(piece.cells for piece in line.pieces):
            break
        small.insert(0, (at, line))
    found: dict[str, list[int]] = {}
    for at, line in small:
        label = line.words[0].text.strip("().")
        if label in raised and label not in found and len(line.words) > 1:
            found[label] = [at]
        elif found:
            list(found.values())[-1].append(at)
    return found


def _without_label(line: Line) -> Line:
    first, *more = line.pieces
    rest = first.words[1:]
    pieces = (type(first)(rest), *more) if rest else tuple(more)
    return Line(pieces, line.page, line.row, line.left, line.right, line.column)
