"""Footnotes of a PDF: a small raised number in the text, and small lines at the foot of its page that begin with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from clausule.read.importing.pdf.lines import Line, size_of
from clausule.read.importing.pdf.page import Word

_LABEL = re.compile(r"\d{1,3}|\*{1,3}|[a-z]")
_SMALL, _MOST = 0.93, 25
_NARROW = 0.75  # of the width of most digits


@dataclass(slots=True)
class Footnotes:
    """The words that refer to a footnote, with its label, which is one of the whole document; and its lines."""

    references: dict[Word, str] = field(default_factory=dict)
    texts: dict[str, list[Line]] = field(default_factory=dict)


def without_footnotes(lines: Sequence[Line]) -> tuple[list[Line], Footnotes]:
    """The lines without those of footnotes, and these."""
    notes = Footnotes()
    body = size_of([word for line in lines for word in line.words]) if lines else 0.0
    narrow = _NARROW * median([_width(word) for line in lines for word in line.words if word.text.isdigit()] or [0.0])
    gone: set[int] = set()
    for page, column in sorted({(line.page, line.column) for line in lines}):
        own = [at for at, line in enumerate(lines) if (line.page, line.column) == (page, column)]
        raised = {word.text.strip("()"): word for at in own for word in _raised(lines[at], body, narrow)}
        feet = _feet([(at, lines[at]) for at in own], body, raised)
        for label, rows in feet.items():
            name = label if label not in notes.texts else f"{label}-{len(notes.texts)}"
            notes.references[raised[label]] = name
            notes.texts[name] = [_without_label(lines[rows[0]]), *(lines[at] for at in rows[1:])]
            gone |= set(rows)
    return [line for at, line in enumerate(lines) if at not in gone], notes


def _raised(line: Line, body: float, narrow: float) -> list[Word]:
    """Small words above the line on which the others stand, right behind one of these; or digits that the font itself
    has as raised ones, which are as high and stand on the line, and are ``narrow``."""
    words = line.words
    return [
        word
        for before, word in itertools.pairwise(words)
        if before.size > _SMALL * body
        and _LABEL.fullmatch(word.text.strip("()"))
        and (
            (word.size < 0.8 * before.size and word.y < before.y - 0.12 * before.size)
            or (word.glued and word.text.isdigit() and _width(word) < narrow)
        )
    ]


def _width(word: Word) -> float:
    """How wide a letter of a word is, as a part of its size."""
    return (word.x1 - word.x0) / (len(word.text) * word.size)


def _feet(lines: Sequence[tuple[int, Line]], body: float, raised: dict[str, Word]) -> dict[str, list[int]]:
    """Of each label the lines of its footnote, at the end of the page."""
    found: dict[str, list[int]] = {}
    size = 0.0
    foot = lines[-_MOST:]
    for (_, above), (at, line) in zip([foot[0], *foot], foot, strict=False):
        first, *others = line.words
        label = first.text.strip("().")
        small = size_of(line.words) <= _SMALL * body or (bool(others) and first.size < 0.8 * others[0].size)
        small |= line.y - above.y > 1.6 * line.size and first.text == label  # it stands apart
        if label in raised and label not in found and others and small and raised[label] is not first:
            found[label] = [at]
            size = size_of(others)
        elif found and (abs(line.size - size) > 0.5 or any(piece.cells for piece in line.pieces)):
            found = {}  # text follows, so that these were no footnotes
        elif found:
            list(found.values())[-1].append(at)
    return found


def _without_label(line: Line) -> Line:
    first, *more = line.pieces
    rest = first.words[1:]
    pieces = (type(first)(rest), *more) if rest else tuple(more)
    return Line(pieces, line.page, line.row, line.left, line.right, line.column)
