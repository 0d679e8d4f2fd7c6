"""Working days of the Netherlands and Belgium; the expected days were counted by hand on a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.law.working_days import JURISDICTIONS, WorkingDays, working_days


@pytest.mark.parametrize(
    ("country", "day", "number", "last"),
    [
        # Over Easter 2026 (3 to 6 April): Good Friday counts in Belgium, Easter Monday in neither.
        ("NL", "2026-04-02", 1, "2026-04-07"),
        ("BE", "2026-04-02", 1, "2026-04-03"),
        ("BE", "2026-04-03", 1, "2026-04-07"),
        # King's Day on a Monday, and on the 26th where the 27th is a Sunday (2025).
        ("NL", "2026-04-24", 1, "2026-04-28"),
        ("BE", "2026-04-24", 1, "2026-04-27"),
        # Algemene termijnenwet: the fifth of May of every year, not once in five years.
        ("NL", "2026-05-04", 1, "2026-05-06"),
        ("BE", "2026-05-04", 1, "2026-05-05"),
        ("BE", "2026-04-30", 1, "2026-05-04"),
        ("BE", "2026-07-20", 1, "2026-07-22"),
        ("NL", "2026-07-20", 1, "2026-07-21"),
        ("BE", "2025-11-10", 1, "2025-11-12"),
        ("NL", "2025-12-24", 2, "2025-12-30"),
        ("BE", "2025-12-24", 2, "2025-12-29"),
        # Ten days over New Year: 22 to 24, 29 to 31 December, 2 and 5 to 7 January.
        ("NL", "2025-12-19", 10, "2026-01-07"),
        # From a Saturday the Monday is the first.
        ("NL", "2026-11-14", 1, "2026-11-16"),
    ],
)
def test_the_last_of_so_many_working_days(country: str, day: str, number: int, last: str) -> None:
    found = WorkingDays(country).after(date.fromisoformat(day), number)
    assert found == date.fromisoformat(last)


def test_a_country_or_a_year_that_is_not_known_has_none() -> None:
    assert working_days("DE") is None and working_days("") is None
    assert working_days("BE") == WorkingDays("BE")
    assert WorkingDays("NL").after(date(2100, 12, 30), 1) == date(2100, 12, 31)
    assert WorkingDays("NL").after(date(2100, 12, 31), 1) is None
    assert WorkingDays("NL").after(date(1965, 12, 1), 1) is None


@given(st.sampled_from(JURISDICTIONS), st.dates(date(2018, 1, 1), date(2090, 1, 1)), st.integers(1, 30))
def test_counting_goes_on_where_it_stopped(country: str, day: date, number: int) -> None:
    calendar = WorkingDays(country)
    last = calendar.after(day, number)
    assert last is not None and last.weekday() < 5
    assert last - day >= timedelta(days=number)
    assert last == calendar.after(calendar.after(day, number - 1) or day, 1)
