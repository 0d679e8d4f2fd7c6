"""How alike two pieces are in what two languages share, from 0 to 1."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from clausule.analysis.references import Notes
from clausule.compare.translation.pieces import Piece
from clausule.model.repeated import once_a_text

_WORD = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\d+(?:[.,:/]\d+)*")
_PART = 4
"""Words with so many letters in common are often the same word in two languages."""


@dataclass(frozen=True, slots=True)
class _Look:
    length: int
    shape: Counter[str]
    fields: Counter[tuple[str, int]]
    figures: Counter[str]
    letters: Counter[str]


_ALIKE = 0.5


def is_alike(one: Piece, other: Piece) -> bool:
    """Whether nothing speaks against both being partners: they ask the same, and are no less alike than most are."""
    return _look(one).fields == _look(other).fields and likeness(one, other) >= _ALIKE


@lru_cache(maxsize=4096)
def likeness(one: Piece, other: Piece) -> float:
    """How alike both are: in length, in what is in them, in what they ask, in figures, and in words that they share."""
    mine, yours = _look(one), _look(other)
    length = min(mine.length, yours.length) / max(mine.length, yours.length, 1)
    asked = 1.0 if mine.fields == yours.fields else 0.5 * _shared(mine.fields, yours.fields)
    shares = ((0.1, mine.shape, yours.shape), (0.2, mine.figures, yours.figures), (0.2, mine.letters, yours.letters))
    return 0.2 * length + 0.3 * asked + sum(weight * _shared(left, right) for weight, left, right in shares)


def _shared(one: Counter[Any], other: Counter[Any]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


@lru_cache(maxsize=4096)
def _look(piece: Piece) -> _Look:
    look = _Look(0, Counter([piece.kind, *(inner.kind for inner in piece.pieces)]), Counter(), Counter(), Counter())
    for text in piece.all_texts():
        look.fields.update((field.kind, len(field.options)) for field in Notes.fields(text))
        look.figures.update(_FIGURES.findall(text.plain))
        look.letters.update(_letters(text.plain))
    return replace(look, length=sum(len(text.plain) for text in piece.all_texts()))


@once_a_text
def _letters(plain: str) -> tuple[str, ...]:
    """The parts of the words of ``plain``; a shorter word is one itself."""
    words = _WORD.findall(plain.casefold())
    return tuple(word[at : at + _PART] for word in words for at in range(max(len(word) - _PART, 0) + 1))
