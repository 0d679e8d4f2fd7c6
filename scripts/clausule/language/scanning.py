"""What reads words one behind the other, in any language: a scanner, and what lies between two numbers."""

from __future__ import annotations

import re

# Every repetition in a pattern of a reference has a bound, so that no text, however odd, makes the scanner look further
# than a few words.
GAP = r"\s{0,8}"


def token(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern for ``words`` after a little white space."""
    return re.compile(rf"{GAP}(?:{words})", flags)


class Scanner:
    """A text and a place in it."""

    __slots__ = ("pos", "text")

    def __init__(self, text: str, pos: int = 0) -> None:
        self.text = text
        self.pos = pos

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over ``pattern`` if it stands here."""
        match = pattern.match(self.text, self.pos)
        if match:
            self.pos = match.end()
        return match

    def sees(self, pattern: re.Pattern[str]) -> bool:
        """Whether ``pattern`` stands here."""
        return pattern.match(self.text, self.pos) is not None


_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMANS = [tens + ones for tens in ("", "x", "xx", "xxx", "xl") for ones in _ROMANS]
SMALL = "abcdefghijklmnopqrstuvwxyz"
WIDEST = 300  # a wider range is its two ends: nobody means the rest
LONGEST = 1000  # members of one list


def between(first: str, last: str) -> list[str]:
    """What lies strictly between two ends: ``14`` and ``17`` give 15 and 16; ``a`` and ``d``, ``I`` and ``IV``,
    ``3.1`` and ``3.4``, ``8`` and ``8c`` likewise. Nothing where the ends do not belong together.
    """
    low, high = (re.fullmatch(r"(.*?)([0-9]+)([a-z]?)", end) for end in (first, last))
    if low and high and low[1] == high[1]:
        start, stop = int(low[2]), int(high[2])
        if start == stop:
            return [low[1] + low[2] + letter for letter in _letters(low[3] or "`", high[3])]
        return [f"{low[1]}{number}" for number in range(start + 1, stop)] if stop - start <= WIDEST else []
    lower, upper = first.lower(), last.lower()
    if lower in ROMANS and upper in ROMANS and len(first + last) > 2:
        between_ends = ROMANS[ROMANS.index(lower) + 1 : ROMANS.index(upper)]
        return [roman.upper() if first.isupper() else roman for roman in between_ends]
    return _letters(first, last)


def _letters(first: str, last: str) -> list[str]:
    if len(first) != 1 or len(last) != 1 or not last.isascii() or not last.isalpha():
        return []
    return [chr(code) for code in range(ord(first) + 1, ord(last)) if chr(code).isalpha()]
