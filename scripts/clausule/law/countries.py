"""Countries: ISO 3166-1 with names in any language (from Babel, the Unicode CLDR), the EEA, and adequacy decisions by
day.

Babel is in the lock already (Material brings it) and reads one file of names. Turned down: pycountry (10 MB, and its
names through gettext files), a table of our own (249 names to keep). The facts of law are in ``adequacy.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from clausule.model.similarity import closest

# Codes of CLDR that are no officially assigned codes of ISO 3166-1 (exceptional, transitional and its own).
_NOT_ISO = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})
_ENGLISH = "en"  # of which the names are known besides those of the language that is asked for


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale

    names: dict[str, str] = dict(Locale(language).territories)
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NOT_ISO}


def is_country(code: str) -> bool:
    """Whether ``code`` is an officially assigned code of ISO 3166-1: two capital letters."""
    return code in _names(_ENGLISH)


def country_name(code: str, language: str) -> str:
    """``Nederland`` for ``NL`` in the language with the tag ``nl``; the code itself when it is none."""
    return _names(language).get(code, code)


def guess_country(words: str, language: str, spoken: Mapping[str, str]) -> str:
    """The code that ``words`` most likely mean: ``NL`` for ``nl``, ``Nederland``, ``Netherlands``, ``NLD`` or
    ``Nederlnd``.

    ``language`` is a tag beside English; ``spoken`` are names that people say in it and CLDR has not.
    """
    from babel.core import get_global

    plain = " ".join(words.split())
    if is_country(plain.upper()):
        return plain.upper()
    for code in get_global("territory_aliases").get(plain.upper(), []):
        if len(plain) <= 3 and is_country(code):
            return str(code)
    known = {name.lower(): code for tag in (_ENGLISH, language) for code, name in _names(tag).items()} | dict(spoken)
    return known.get(plain.lower()) or known.get(closest(plain.lower(), known), "")


def countries_in(words: str, language: str, spoken: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """The countries that ``words`` name in the language with this tag, in English or as people say them, each with the
    place of its name; a code counts where it is a word of its own in capitals. Nothing is guessed."""
    known = {name.lower(): code for tag in (_ENGLISH, language) for code, name in _names(tag).items()} | dict(spoken)
    low, found, taken = words.lower(), dict[str, tuple[int, int]](), list[tuple[int, int]]()
    for name in sorted(known, key=len, reverse=True):
        if name not in low:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", low):
            if len(name) <= 3 and not words[match.start() : match.end()].isupper():
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                found.setdefault(known[name], match.span())
    for match in re.finditer(r"(?<![\w-])[A-Z]{2}(?![\w-])", words):
        if is_country(match[0]) and not any(start <= match.start() < end for start, end in taken):
            found.setdefault(match[0], match.span())
    return dict(sorted(found.items(), key=lambda one: one[1]))


@dataclass(frozen=True, slots=True)
class Decision:
    """An adequacy decision; ``until`` is the first day on which it no longer counts."""

    country: str
    celex: str
    since: date
    until: date | None


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(resources.files(__package__).joinpath("adequacy.json").read_text("utf-8"))
    return facts


@cache
def decisions(country: str) -> tuple[Decision, ...]:
    """The adequacy decisions about ``country``, from old to new."""
    return tuple(
        Decision(
            row["country"],
            row["celex"],
            date.fromisoformat(row["since"]),
            date.fromisoformat(row["until"]) if "until" in row else None,
        )
        for row in _facts()["decisions"]
        if row["country"] == country
    )


def decision_on(country: str, day: date) -> Decision | None:
    """The adequacy decision about ``country`` that counts on ``day``."""
    found = (one for one in decisions(country) if one.since <= day and (not one.until or day < one.until))
    return next(found, None)


def in_area(country: str, start: date | None, end: date | None) -> bool:
    """Whether personal data in ``country`` stays within the EEA for all of [start, end): GDPR chapter V asks for no
    ground.

    Without a day (``None``) it is as things stand for good.
    """
    area = _facts()["area"]
    if country in area["members"]:
        return True
    left = area["left"].get(country)
    return bool(left and start and end and end <= date.fromisoformat(left))


def has_other_law(country: str) -> bool:
    """Whether ``country`` is outside the EEA and its law says itself which transfers of personal data need a ground."""
    return country in _facts()["other_law"]["countries"]


def needs_ground(country: str, start: date | None, end: date | None, jurisdiction: str = "") -> bool:
    """Whether personal data in ``country`` in any part of [start, end) asks for a ground of transfer, by the law of
    ``jurisdiction``: that of the EEA (GDPR chapter V), unless a law of its own is known.

    Under a law of its own (UK GDPR chapter V) data in that country goes nowhere, and a transfer to the EEA has its
    ground in the law.
    """
    if has_other_law(jurisdiction):
        return country != jurisdiction and not in_area(country, start, None)
    return not in_area(country, start, end)


def uncovered(country: str, start: date, end: date | None) -> tuple[date, date | None] | None:
    """The first part of [start, end) in which neither the EEA nor an adequacy decision covers ``country``; None if all
    is.

    Where ``end`` is None it is judged up to the day on which the table was looked up: what a decision that ends later
    leaves open is no fault yet.
    """
    end = end or max(start, date.fromisoformat(_facts()["seen"])) + timedelta(days=1)
    left = _facts()["area"]["left"].get(country)
    spans: list[tuple[date, date | None]] = [(date.min, date.fromisoformat(left))] if left else []
    spans += [(one.since, one.until) for one in decisions(country)]
    day = start
    for since, until in spans:
        if since <= day and (until is None or day < until):
            if until is None or end <= until:
                return None
            day = until
    if day >= end:
        return None
    following = min((since for since, _ in spans if since > day), default=None)
    return day, following
