"""English words for numbers, both ways, and periods in hours."""

from __future__ import annotations

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def number_words(number: int) -> str:
    """``30`` as ``thirty``, ``45`` as ``forty-five``; the digits from a hundred on."""
    if number < 20:
        return _ONES[number]
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


_NUMBERS = {number_words(number): number for number in range(100)}
_NUMBERS |= {words.replace("-", " "): number for words, number in _NUMBERS.items()}
_NUMBERS |= {"a": 1, "an": 1, "hundred": 100, "one hundred": 100, "a hundred": 100}
_WRITTEN = sorted(_NUMBERS, key=len, reverse=True)
NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_WRITTEN)})"
"""A pattern for a number, in figures or in words."""

# In hours. A working day counts as a day: nobody may be told of a later moment than the text can mean.
_UNITS = (
    (1, r"(?:clock\s|business\s|working\s|consecutive\s)?(?:hours?|hrs?)"),
    (24, r"(?:calendar|business|working|consecutive|clear)?[\s-]?days?"),
    (168, r"weeks?"),
)
_UNIT = "|".join(words for _, words in _UNITS)
# 'twenty-four (24) hours', '48 (forty-eight) hours', 'two full business days', 'one and a half days', '72-hour'.
PERIOD = re.compile(
    rf"(?<![\w.,-])(?P<number>(?:\d{{1,4}}|{'|'.join(_WRITTEN)})(?P<half>\sand\sa\shalf)?)(?:\s*\([^()]{{1,30}}\))?"
    rf"[\s-]{{1,3}}(?:(?:consecutive|full|whole|successive)\s+)?(?P<unit>{_UNIT})\b",
    re.I,
)


def number_of(words: str) -> int | None:
    """``30`` for ``30`` and for ``thirty``; None for what is no number up to a hundred."""
    return int(words) if words.isdecimal() else _NUMBERS.get(" ".join(words.casefold().split()))


_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join(sorted((*_ONES[1:], *_TENS[2:]), key=len, reverse=True))
_SCALE = "|".join(_SCALES)
IN_WORDS = (
    rf"(?:(?:{_WORD})|a(?=\s(?:{_SCALE})\b))(?:-(?:{_WORD})|\s(?:{_SCALE}|(?:{_WORD})(?!\w))"
    rf"|(?<=hundred|housand)\sand\s(?:{_WORD})(?!\w))*"
)
"""A pattern for what can be a number in words, however great: ``value_of`` says whether it is one."""


def value_of(words: str) -> int | None:
    """``2500`` for ``two thousand five hundred``; None for what is no number."""
    total = part = 0
    for word in re.split(r"[\s-]+", words.casefold()):
        if word in _SCALES:
            part = (part or 1) * _SCALES[word]
            total, part = (total, part) if word == "hundred" else (total + part, 0)
        elif word in ("a", "and"):
            continue
        elif (one := _NUMBERS.get(word)) is None or (part % 100 and (part % 10 or one > 9)):
            return None
        else:
            part += one
    return total + part or None


def hours_of(period: re.Match[str]) -> int | None:
    """The hours of what ``PERIOD`` found."""
    words = period["number"].casefold()
    whole = number_of(re.sub(r"\sand\sa\shalf", "", words))
    hours = next(hours for hours, unit in _UNITS if re.fullmatch(unit, period["unit"].strip(), re.I))
    return None if whole is None else int((whole + (0.5 if period["half"] else 0)) * hours)
