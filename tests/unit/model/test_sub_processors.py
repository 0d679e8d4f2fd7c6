"""Which rows stood on the list of sub-processors on any day, and the periods that a clause promises."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from clausule.model import Place
from clausule.model.sub_processors import Period, SubProcessor, events, state_on

HERE = Place("x", 1, 1)


def row(name: str, announced: date | None, active: date, ended: date | None = None, withdrawn: date | None = None) -> SubProcessor:
    return SubProcessor(
        id=name, name=name, address="", contact={}, service="", purpose="", data=(), data_subjects=(), locations=(),
        announced=announced, active=active, ended=ended, withdrawn=withdrawn, reason="", replaces="", place=HERE,
    )


def history(seed: int) -> list[SubProcessor]:
    """Rows with some 200 changes in eleven years, several on one day."""
    chance = random.Random(seed)
    found = []
    for number in range(90):
        start, middle, end = sorted(date(2018, 5, 25) + timedelta(days=day) for day in chance.sample(range(4000), 3))
        kind = chance.randrange(6)
        announced = None if kind == 0 else middle if kind == 1 else start
        ended = end if kind in (0, 2, 3) else None
        found.append(row(f"r{number}", announced, end if kind == 5 else middle, ended, middle if kind == 5 else None))
    return found


@pytest.mark.parametrize("seed", range(2))
def test_the_events_give_the_state_of_every_day(seed: int) -> None:
    """Two readings of one history: by the rule for a day, and by what had happened up to that day."""
    listing = history(seed)
    happened = events(listing)
    assert len(happened) >= 150
    state: dict[str, str] = {}
    index = 0
    for number in range(4100):
        day = date(2018, 5, 20) + timedelta(days=number)
        while index < len(happened) and happened[index].day <= day:
            state[happened[index].row.id] = happened[index].state
            index += 1
        assert {one.id: found for one in listing if (found := state_on(one, day))} == state
    assert index == len(happened)


@pytest.mark.parametrize(
    ("day", "days", "months", "last"),
    [
        ("2026-11-16", 14, 0, "2026-11-30"),
        ("2024-01-31", 0, 1, "2024-02-29"),
        ("2023-12-31", 0, 2, "2024-02-29"),
        ("2024-02-29", 0, 12, "2025-02-28"),
        ("2024-12-20", 30, 0, "2025-01-19"),
    ],
)
def test_a_period_ends_on_a_day_of_the_calendar(day: str, days: int, months: int, last: str) -> None:
    assert Period(days=days, months=months, at="", place=HERE).after(date.fromisoformat(day)) == date.fromisoformat(
        last
    )
