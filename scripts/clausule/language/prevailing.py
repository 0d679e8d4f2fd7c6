"""Words that say which of two texts counts where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prevails:
    """``plain[start:end]`` of a text says that the text in ``language``, a tag, counts."""

    start: int
    end: int
    language: str


class Prevailing(Protocol):
    """How a text says which of two texts counts where they differ."""

    def find(self, plain: str, /) -> Iterator[Prevails]:
        """Where ``plain`` says it."""


class PrevailingWords:
    """The words of one language: ``names`` are patterns of the languages, each with its tag, and ``patterns`` those of
    what says that one counts, in which ``NAME`` stands for such a name."""

    def __init__(self, names: Mapping[str, str], patterns: Sequence[str]) -> None:
        self._tags = tuple(names.values())
        name = f"(?:{'|'.join(f'(?P<n{at}>{one})' for at, one in enumerate(names))})"
        self._patterns = [re.compile(one.replace("NAME", name), re.I) for one in patterns]

    def find(self, plain: str) -> Iterator[Prevails]:
        """Where ``plain`` says so, in order of the patterns."""
        for pattern in self._patterns:
            for match in pattern.finditer(plain):
                tag = next(tag for at, tag in enumerate(self._tags) if match[f"n{at}"])
                yield Prevails(*match.span(), tag)
