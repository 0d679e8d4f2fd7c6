"""Numbers as authors write them (7, 7a, ii, c), and whether they follow each other."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from clausule.model.ids import letters, roman

Number = tuple[int, int]
"""A number and the place of its letter: (7, 0) for 7, (7, 1) for 7a."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Articles that came between two others, as statutes number them.
_LATIN = {"bis": "a", "ter": "b", "quater": "c", "quinquies": "d", "sexies": "e", "septies": "f"}


class Fault(NamedTuple):
    """``at`` is the index where a row of numbers goes wrong, ``words`` what is wrong there."""

    at: int
    words: str


def number_of(label: str) -> Number | None:
    """``7a`` as (7, 1); None for a label that is no number."""
    digits = label.rstrip(_LETTERS)
    suffix = _LATIN.get(label[len(digits) :], label[len(digits) :])
    if not (digits.isascii() and digits.isdigit()) or len(suffix) > 1:
        return None
    return int(digits), _LETTERS.index(suffix) + 1 if suffix else 0


_FROM_ROMAN = {roman(number): number for number in range(1, 60)}


def ordinals(labels: list[str]) -> tuple[list[Number], str] | None:
    """The labels of one row as numbers and their style, ``1``, ``i`` or ``a``, whichever suits all; else None."""
    lowered = [label.lower() for label in labels]
    numbers = [number_of(label) for label in lowered]
    if all(numbers):
        return [number for number in numbers if number], "1"
    # 'i, ii' is roman and 'h, i, j' is not: roman only if all can be and the row does not run on as letters.
    if all(label in _FROM_ROMAN for label in lowered) and not (lowered[0] != "i" and len(set(map(len, lowered))) == 1):
        return [(_FROM_ROMAN[label], 0) for label in lowered], "i"
    if all(label.isascii() and label.isalpha() and len(set(label)) == 1 for label in lowered):
        return [(_LETTERS.index(label[0]) + 1 + 26 * (len(label) - 1), 0) for label in lowered], "a"
    return None


def _show(number: int, style: str, like: str) -> str:
    written = str(number) if style == "1" else roman(number) if style == "i" else letters(number)
    return written.upper() if like.isupper() else written


def faults(numbers: list[Number], names: list[str], style: str = "1", first: int = 1) -> list[Fault]:
    """Where ``numbers`` (written as ``names``) do not follow each other from ``first`` on, each fault once.

    What is missing at one place but stands further on is out of order there, and missing nowhere.
    """
    present = {number for number, _ in numbers}
    seen: dict[tuple[int, float], int] = {}
    highest: tuple[int, float] = (first - 1, inf)  # whatever letter is behind it, it comes before the first
    found = []
    for index, number in enumerate(numbers):
        gaps = [gap for gap in range(highest[0] + 1, number[0]) if gap not in present]
        if number in seen:
            found.append(Fault(index, f"{names[index]} stands here twice"))
        elif number < highest:
            found.append(
                Fault(
                    index,
                    f"{names[index]} comes after {names[seen[highest]]}"
                    if highest in seen
                    else f"{names[index]} is no number to begin with",
                )
            )
        elif gaps:
            shown = [_show(gap, style, names[index]) for gap in (gaps[0], gaps[-1])]
            missing = f"{shown[0]} is missing" if len(gaps) == 1 else f"{shown[0]} to {shown[1]} are missing"
            found.append(
                Fault(
                    index,
                    f"{names[index]} follows {names[index - 1]}: {missing}"
                    if index
                    else f"{names[index]} is the first: {missing}",
                )
            )
        seen.setdefault(number, index)
        highest = max(highest, number)
    return found
