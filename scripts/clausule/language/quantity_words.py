"""How the words of a language for quantities are found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from clausule.language.quantities import DAY, MINUTE, Quantity

_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
FIGURES = rf"(?:\d+(?:[.,:]\d+)*[{''.join(_FRACTIONS)}]?|[{''.join(_FRACTIONS)}])"
_MONEY = {"€": "EUR", "$": "USD", "£": "GBP", "US$": "USD"}
_CODE = r"(?:EUR|USD|GBP|CHF|SEK|DKK|NOK|PLN|US\$|[€$£])"
_ALWAYS = re.compile(r"(?<!\d)24\s?/\s?7(?!\d)")
_SHARE = r"\s?(?:%|{0})"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """The words of one language.

    ``words`` is a pattern for a number in words and ``value_of`` gives its value (None where it has none); ``article``
    are those of them that are an article too. ``comma`` is what divides whole numbers from decimals. ``units`` are
    patterns of periods, each with what one is, and ``qualified`` what can stand before them. ``rates`` are patterns
    for how often, each with the period of one; ``each`` is what stands before a period and makes a rate of it.
    ``times`` are patterns for so many times. ``halves`` are patterns that end before a unit, each with its value.
    ``months`` are patterns of names by number, ``ordinals`` words for the days of one. ``dates`` are patterns with
    groups ``day``, ``month``, ``year``, in which ``MONTH`` and ``ORDINAL`` stand for these; ``clocks`` have ``hour``,
    ``minute`` and ``half``, that of the day.
    """

    words: str
    value_of: Callable[[str], int | None]
    article: frozenset[str]
    comma: str
    units: Mapping[str, tuple[Decimal, str]]
    qualified: str
    rates: Mapping[str, tuple[Decimal, str]]
    each: str
    times: Mapping[str, str]
    halves: Mapping[str, str]
    months: tuple[str, ...]
    ordinals: Mapping[str, int]
    dates: tuple[str, ...]
    clocks: tuple[str, ...]
    percent: str
    money: Mapping[str, str]
    scales: Mapping[str, int]


class Quantities:
    """The quantities of texts in one language."""

    def __init__(self, words: QuantityWords) -> None:
        self._words = words
        number = rf"(?:{FIGURES}|{words.words})"
        scale = "|".join(words.scales)
        said = rf"(?<![\w.,])(?P<number>{number})(?:\s?\(\s?(?P<again>{number})\s?\))?"
        money, months = "|".join(words.money), "|".join(words.months)
        self._number = re.compile(rf"(?<!\w)(?:{words.words})(?![\w-])|{FIGURES}", re.I)
        self._period = re.compile(
            rf"(?P<each>\b(?:{words.each})\s+)?(?:\b(?:{_any(words.halves, 'half')})\s*|{said}[\s-]*)"
            rf"(?:(?:{words.qualified})[\s-]+)*(?:{_any(words.units, 'unit')})(?!\w|-\w)",
            re.I,
        )
        self._rate = re.compile(rf"\b(?:{_any(words.rates, 'rate')})(?!\w)", re.I)
        self._times = re.compile(rf"\b(?:{_any(words.times, 'times')})(?!\w)", re.I)
        self._share = re.compile(rf"{said}{_SHARE.format(words.percent)}(?!\w)", re.I)
        self._amount = re.compile(
            rf"(?<!\w)(?P<code>{_CODE})\s?(?P<before>{number})(?:\s?(?P<scale>{scale})\b)?"
            rf"|{said}(?:\s?(?P<scaled>{scale})\b)?\s?(?P<name>{money}|{_CODE})(?!\w)",
            re.I,
        )
        self._dates = [
            re.compile(
                one.replace("MONTH", f"(?P<name>{months})").replace("ORDINAL", "|".join(words.ordinals)),
                re.I,
            )
            for one in words.dates
        ]
        self._clocks = [re.compile(one, re.I) for one in words.clocks]

    def find(self, plain: str) -> tuple[Quantity, ...]:
        """The quantities in ``plain``, in order; of two in one place each says something else: 'thirty (20) days'."""
        found: list[Quantity] = []
        taken: list[tuple[int, int]] = []
        for finder in (self._all_dates, self._all_clocks, _always, self._amounts, self._shares, self._periods):
            for quantities in finder(plain):
                start, end = quantities[0].start, quantities[0].end
                if not _meets(taken, start, end):
                    taken.append((start, end))
                    found.extend(quantities)
        for finder in (self._rates, self._so_often, self._numbers):
            spans = list(taken)
            for quantities in finder(plain):
                if not _meets(spans, quantities[0].start, quantities[0].end):
                    taken.append((quantities[0].start, quantities[0].end))
                    found.extend(quantities)
        return tuple(sorted(found, key=lambda one: (one.start, one.end)))

    def _all_dates(self, plain: str) -> Iterator[list[Quantity]]:
        for pattern in self._dates:
            for match in pattern.finditer(plain):
                groups = match.groupdict()
                month = self._month(groups["name"]) if groups.get("name") else int(groups["month"])
                day, year = self._day(groups.get("day") or "0"), int(groups.get("year") or 0)
                if month > 12 >= day > 0:
                    day, month = month, day
                if 1 <= month <= 12 and day <= 31 and (day or year):
                    yield [Quantity(*match.span(), "date", f"{year or ''}-{month:02}-{day or ''}")]

    def _day(self, written: str) -> int:
        return int(written) if written.isdecimal() else self._words.ordinals[written.casefold()]

    def _month(self, name: str) -> int:
        return next(at for at, one in enumerate(self._words.months, 1) if re.fullmatch(one, name, re.I))

    def _all_clocks(self, plain: str) -> Iterator[list[Quantity]]:
        for pattern in self._clocks:
            for match in pattern.finditer(plain):
                groups = match.groupdict()
                hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
                half = (groups.get("half") or "").casefold()
                hour = hour % 12 + 12 * (half == "p") if half else hour
                if hour <= 24 and minute < 60:
                    yield [Quantity(*match.span(), "clock", f"{hour:02}:{minute:02}", "", not groups.get("minute"))]

    def _amounts(self, plain: str) -> Iterator[list[Quantity]]:
        for match in self._amount.finditer(plain):
            written = [one for one in (match["before"], match["number"], match["again"]) if one]
            name = (match["code"] or match["name"]).upper()
            code = _MONEY.get(name, name)
            for one, tag in self._words.money.items():
                code = tag if re.fullmatch(one, name, re.I) else code
            scale = self._scale(match["scale"] or match["scaled"] or "")
            values = [self._value(one, is_money=True) for one in written]
            yield from self._each(match, "amount", values, code, scale)

    def _scale(self, word: str) -> int:
        return next((by for one, by in self._words.scales.items() if re.fullmatch(one, word, re.I)), 1)

    def _shares(self, plain: str) -> Iterator[list[Quantity]]:
        for match in self._share.finditer(plain):
            yield from self._each(match, "share", [self._value(one) for one in _written(match)], "%")

    def _periods(self, plain: str) -> Iterator[list[Quantity]]:
        for match in self._period.finditer(plain):
            factor, unit = _which(match, self._words.units, "unit")
            values = [self._value(one) for one in _written(match)]
            if not values:
                values = [Decimal(_which(match, self._words.halves, "half"))]
            weak = (match["number"] or "").casefold() in self._words.article
            kind = "rate" if match["each"] else "period"
            yield from self._each(match, kind, values, unit, factor, weak=weak)

    def _rates(self, plain: str) -> Iterator[list[Quantity]]:
        for match in self._rate.finditer(plain):
            factor, unit = _which(match, self._words.rates, "rate")
            yield [Quantity(*match.span(), "rate", _plain(factor), unit, weak=True)]

    def _so_often(self, plain: str) -> Iterator[list[Quantity]]:
        for match in self._times.finditer(plain):
            said = _which(match, self._words.times, "times")
            number = Decimal(said) if said else self._value(match["number"])
            if number is not None:
                yield [Quantity(*match.span(), "times", _plain(number), weak=True)]

    def _numbers(self, plain: str) -> Iterator[list[Quantity]]:
        for match in self._number.finditer(plain):
            value = self._value(match[0])
            in_words = not match[0][0].isnumeric()
            if value is not None and not (in_words and value <= 1):
                yield [Quantity(*match.span(), "number", _plain(value), weak=in_words)]
            elif not in_words:
                yield [Quantity(*match.span(), "number", match[0])]

    def _each(
        self,
        match: re.Match[str],
        kind: str,
        values: list[Decimal | None],
        unit: str,
        factor: Decimal | int = 1,
        *,
        weak: bool = False,
    ) -> Iterator[list[Quantity]]:
        """One quantity, or two where words and figures say different things."""
        start = match.start("number") if match.groupdict().get("number") and kind != "rate" else match.start()
        said = dict.fromkeys(value for value in values if value is not None)
        if said and all(value is not None for value in values):
            yield [
                Quantity(start, match.end(), kind, _plain(value * factor), unit, weak, _plain(value)) for value in said
            ]

    def _value(self, written: str, is_money: bool = False) -> Decimal | None:
        """``written`` as a number; None for no number, or one that is a name: '0031'."""
        if (part := _FRACTIONS.get(written[-1])) is not None:
            value_before = self._value(written[:-1]) if written[:-1] else Decimal(0)
            return None if value_before is None else value_before + part
        if not written[0].isdigit():
            value = self._words.value_of(written)
            return None if value is None else Decimal(value)
        point = "." if self._words.comma == "," else ","
        whole = written
        if is_money and re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?", written):
            head, cents = re.fullmatch(r"(.*?)((?:[.,]\d{1,2})?)", written).groups()  # type: ignore[union-attr]
            whole = re.sub(r"[.,]", "", head) + cents.replace(",", ".")
        elif re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{point}\d{{3}})+(?:\{self._words.comma}\d+)?", written):
            whole = written.replace(point, "").replace(self._words.comma, ".")
        elif re.fullmatch(r"\d+[.,]\d+", written):
            whole = written.replace(",", ".")
        if len(whole) > 1 and whole[0] == "0" and whole[1].isdigit():
            return None
        try:
            return Decimal(whole)
        except InvalidOperation:
            return None


def _always(plain: str) -> Iterator[list[Quantity]]:
    """'24/7' says what '24 hours a day, seven days a week' says."""
    for match in _ALWAYS.finditer(plain):
        hours = Quantity(*match.span(), "period", "1440", MINUTE, weak=True)
        yield [hours, Quantity(*match.span(), "period", "7", DAY, weak=True)]


T = TypeVar("T")


def _any(patterns: Mapping[str, T], name: str) -> str:
    """A pattern for any of ``patterns``, of which ``_which`` says which it was."""
    return "|".join(f"(?P<{name}{at}>{one})" for at, one in enumerate(patterns))


def _which(match: re.Match[str], patterns: Mapping[str, T], name: str) -> T:
    return next(value for at, value in enumerate(patterns.values()) if match[f"{name}{at}"] is not None)


def _written(match: re.Match[str]) -> list[str]:
    return [one for one in (match["number"], match["again"]) if one]


def _plain(value: Decimal) -> str:
    """``50000`` and not ``5E+4``, ``1.5`` and not ``1.50``."""
    return f"{value.normalize():f}"


def _meets(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(one < end and start < other for one, other in spans)
