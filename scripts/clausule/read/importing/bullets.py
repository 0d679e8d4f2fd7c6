"""Bullets that became a letter when a text was taken from its pages: one of another script, or an o."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from clausule.read.importing.document import Doubt
from clausule.read.importing.raw_lines import RawLine
from clausule.read.marks import item_mark

BULLET = "-"
ODD_SIGN = "a sign that is no word: "
_FEWEST = 5  # lines that end with a sign
_CIRCLE = re.compile(r"o\s+(?=\S)")
_BEFORE = re.compile(r"(?P<sign>[-,.;:])(?=[^\W\d_])")


def odd_bullet(lines: Sequence[RawLine]) -> str:
    """The sign that a text has for a bullet behind the words of its items: a letter of another script, alone at the
    ends of many lines and hardly anywhere else. Empty where there is none."""
    ends = Counter(
        line.words[-1] for line in lines if re.search(r"\s[^\W\d_]$", line.words) and _is_odd(line.words[-1])
    )
    for sign, many in ends.most_common(1):
        if many >= _FEWEST and sum(line.words.count(sign) for line in lines) <= many + many // _FEWEST:
            return sign
    return ""


def _is_odd(sign: str) -> bool:
    return "LATIN" not in unicodedata.name(sign, "LATIN")


def bullets_in_front(lines: Sequence[RawLine], bullet: str) -> tuple[list[RawLine], list[Doubt]]:
    """The lines, with a mark before each that has the sign ``bullet`` behind it; and what is in doubt.

    A letter of a script that is written from right to left turns its line round: the sign that stood at its end comes
    to stand at its begin (Unicode Standard Annex 9). It goes back. Of two bullets beside one line, one is of the line
    below it.
    """
    found: list[RawLine] = []
    doubts: list[Doubt] = []
    spare = False
    for line in lines:
        many = line.words.count(bullet) if bullet and line.words.endswith(f" {bullet}") else 0
        if many:
            found.append(_marked(line, bullet, doubts))
            doubts += [Doubt(line.number, f"{ODD_SIGN}{bullet}")] if many > 1 else []
        elif spare and line.words and not item_mark(line.words):
            found.append(RawLine(f"{BULLET} {line.words}", line.number))
        else:
            found.append(line)
        spare = many > 1
    return found, doubts


def _marked(line: RawLine, bullet: str, doubts: list[Doubt]) -> RawLine:
    words = line.words.strip(f" {bullet}")
    if moved := _BEFORE.match(words):
        words = f"{words[moved.end() :]}{moved['sign']}"
        doubts.append(Doubt(line.number, f"a sign stood before its words: {line.words.rstrip(bullet).strip()[:40]}"))
    return RawLine(words if item_mark(words) else f"{BULLET} {words}", line.number)


def has_circles(lines: Sequence[RawLine]) -> bool:
    """Whether items have the letter o for a bullet: lines below each other begin with it."""
    return any(_CIRCLE.match(one.words) and _CIRCLE.match(below.words) for one, below in pairwise(lines))


def without_circles(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines of such a text, with a mark in place of each such letter."""
    return [
        RawLine(f"{BULLET} {line.words[match.end() :]}", line.number) if (match := _CIRCLE.match(line.words)) else line
        for line in lines
    ]
