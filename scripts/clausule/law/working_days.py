"""Working days in a country: all days but Saturdays, Sundays and public holidays (Regulation (EEC, Euratom) 1182/71,
article 2).

The days are those of the library ``holidays``, as the law of the country lists them: for the Netherlands the
Algemene termijnenwet, article 3, in which the fifth of May is one every year; for Belgium the ten of the royal decree
of 18 April 1974. It works them out and asks nothing of the net.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_CATEGORIES = {"NL": ("public", "optional"), "BE": ("public",)}
JURISDICTIONS = tuple(_CATEGORIES)
"""The countries whose holidays are known."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of ``country``, one of ``JURISDICTIONS``."""

    country: str

    def after(self, day: date, number: int) -> date | None:
        """The ``number``-th working day after ``day``; None when it lies in a year of which the holidays are not
        known."""
        while number:
            day += timedelta(days=1)
            off = _holidays(self.country, day.year)
            if off is None:
                return None
            number -= day.weekday() < _SATURDAY and day not in off
        return day


@cache
def _holidays(country: str, year: int) -> frozenset[date] | None:
    from holidays import country_holidays

    known = country_holidays(country, years=year, expand=False, categories=_CATEGORIES[country])
    return frozenset(known) if known.start_year <= year <= known.end_year else None


def working_days(country: str) -> WorkingDays | None:
    """The working days of a country; None where its holidays are not known."""
    return WorkingDays(country) if country in _CATEGORIES else None
