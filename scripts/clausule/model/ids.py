"""Ids: how they are made of a number as it is written, or of words; no two things of one text have the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIGURES = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Ids:
    """The ids that are given already, to begin with those of ``taken``."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._counts = dict.fromkeys(taken, 1)

    def unique(self, wanted: str) -> str:
        """``wanted``, or with a number behind it when something has that id; from now on it is given."""
        name, count = wanted, self._counts.get(wanted, 1)
        while name in self._counts:
            count += 1
            name = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._counts.setdefault(name, 1)
        return name

    def __contains__(self, name: str) -> bool:
        return name in self._counts


def annex_digits(number: str) -> str:
    """The number of an annex in ASCII digits or a small letter: ``II`` gives ``2``, ``B`` gives ``b``."""
    lowered = number.lower()
    if lowered.isdigit():
        return str(int(lowered))
    value = roman_value(lowered)
    return lowered if value is None or lowered in {"l", "c"} else str(value)


def roman_value(letters: str) -> int | None:
    """What ``letters`` (small) are as a Roman number; None for other letters, or none."""
    if not letters or set(letters) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in pairwise(values)) + values[-1]


def roman(number: int) -> str:
    """``4`` as ``iv``."""
    written = ""
    for value, signs in _FIGURES:
        count, number = divmod(number, value)
        written += signs * count
    return written


def letters(number: int) -> str:
    """``3`` as ``c``, ``28`` as ``bb``."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def slug(words: str) -> str:
    """An ASCII name for an address: small letters, digits and hyphens; never empty (``x``)."""
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


def linked_id(target: str, annex: str) -> str:
    """The id that a link to a file or a place of the edition means, ``artikel-07.md``, ``bijlage-ii/#bijlage-2-a``,
    where the ids of annexes begin with ``annex``."""
    file, _, anchor = target.partition("#")
    kind, _, number = file.removesuffix("/").removesuffix(".md").rpartition("-")
    return anchor or (
        f"{kind}-{annex_digits(number)}" if kind == annex else f"{kind}-{number.lstrip('0')}" if kind else number
    )


def all_around(at: str) -> Iterator[str]:
    """``at`` and every id that it can be within, the widest first: ``artikel``, ``artikel-7``, ``artikel-7.2``."""
    yield from (at[: match.start()] for match in re.finditer(r"[.-]", at))
    yield at


def is_within(at: str, wider: str) -> bool:
    """Whether what has the id ``at`` is ``wider`` or stands in it."""
    return at == wider or at.startswith((f"{wider}.", f"{wider}-"))
