"""Dutch words for numbers, both ways, and periods in hours."""

from __future__ import annotations

import re

_ONES = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def number_words(number: int) -> str:
    """``30`` as ``dertig``, ``45`` as ``vijfenveertig``; the digits from a hundred on."""
    if number < 20:
        return _ONES[number]
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not ones:
        return _TENS[tens]
    joint = "ën" if _ONES[ones].endswith("e") else "en"
    return f"{_ONES[ones]}{joint}{_TENS[tens]}"


_NUMBERS = {number_words(number): number for number in range(100)} | {"één": 1, "éen": 1, "eén": 1, "honderd": 100}
NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
"""A pattern for a number, in figures or in words."""

# In hours. A working day counts as a day: nobody may be told of a later moment than the text can mean.
_UNITS = (
    (1, r"(?:klok-?)?u(?:ur|ren)|u|h"),
    (24, r"(?:kalender|werk|week)?-?dag(?:en)?|etma(?:al|len)"),
    (168, r"we(?:ek|ken)"),
)
_UNIT = "|".join(words for _, words in _UNITS)
# 'vierentwintig (24) uur', '48 (achtenveertig) uren', 'twee volle werkdagen', 'anderhalve dag'.
PERIOD = re.compile(
    rf"(?<![\w.,-])(?P<number>{NUMBER}|anderhalve?)(?:\s*\([^()]{{1,30}}\))?\s*"
    rf"(?:(?:aaneengesloten|volle|hele|opeenvolgende|achtereenvolgende)\s+)?(?P<unit>{_UNIT})\b",
    re.I,
)


def number_of(words: str) -> int | None:
    """``30`` for ``30`` and for ``dertig``; None for what is no number below a hundred."""
    return int(words) if words.isdecimal() else _NUMBERS.get(words.casefold())


_PARTS = "|".join(sorted((*_ONES[1:], *_TENS[2:], "één", "honderd", "duizend", "ën", "en"), key=len, reverse=True))
IN_WORDS = rf"(?:(?:{_PARTS})*duizend\s)?(?:{_PARTS})+"
"""A pattern for what can be a number in words, however great: ``value_of`` says whether it is one."""


def value_of(words: str) -> int | None:
    """``2500`` for ``tweeduizendvijfhonderd``; None for what is no number."""
    return _value("".join(words.casefold().split()), ("duizend", "honderd"))


def _value(words: str, scales: tuple[str, ...]) -> int | None:
    if not scales:
        return _NUMBERS.get(words)
    head, scale, tail = words.partition(scales[0])
    if not scale:
        return _value(words, scales[1:])
    factor = _value(head, scales[1:]) if head else 1
    rest = _value(tail.removeprefix("en"), scales[1:]) if tail else 0
    return None if factor is None or rest is None else factor * (1000 if scale == "duizend" else 100) + rest


def hours_of(period: re.Match[str]) -> int | None:
    """The hours of what ``PERIOD`` found."""
    number = 1.5 if period["number"].casefold().startswith("anderhal") else number_of(period["number"])
    hours = next(hours for hours, words in _UNITS if re.fullmatch(words, period["unit"], re.I))
    return None if number is None else int(number * hours)
