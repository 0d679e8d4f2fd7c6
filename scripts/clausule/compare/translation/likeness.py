"""How alike two pieces are in what two languages share, from 0 to 1."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clausule.analysis.references import Notes
from clausule.compare.translation.pieces import Piece

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
    texts = list(piece.all_texts())
    shape = Counter([piece.kind, *(inner.kind for inner in piece.pieces)])
    letters: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    fields: Counter[tuple[str, int]] = Counter()
    for text in texts:
        fields.update((field.kind, len(field.options)) for field in Notes.fields(text))
        figures.update(_FIGURES.findall(text.plain))
        for word in _WORD.findall(text.plain.casefold()):
            letters.update(
                {word[at : at + _PART] for at in range(max(len(word) - _PART, 0) + 1) if word[at:].isalnum()}
            )
    return _Look(sum(len(text.plain) for text in texts), shape, fields, figures, letters)
