"""Which rows stood on the list of sub-processors on any day, and the periods that a clause promises."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from clausule.model.nodes import Place
from clausule.model.sub_processors import (
    ACTIVE_DAY,
    Event,
    Period,
    Promise,
    SubProcessor,
    SubProcessors,
    events,
    object_until,
    promise_on,
    state_on,
)

HERE = Place("x", 1, 1)


def row(
    name: str, announced: date | None, active: date | None, ended: date | None = None, withdrawn: date | None = None
) -> SubProcessor:
    return SubProcessor(
        id=name,
        name=name,
        address="",
        contact={},
        service="",
        purpose="",
        data=(),
        data_subjects=(),
        locations=(),
        announced=announced,
        active=active,
        ended=ended,
        withdrawn=withdrawn,
        reason="",
        replaces="",
        place=HERE,
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


def test_a_period_without_a_length_ends_never() -> None:
    assert period().after(date(2024, 1, 1)) is None
    assert period(days=1).after(date(2024, 12, 31)) == date(2025, 1, 1)
    assert period(months=1, days=1).after(date(2024, 1, 31)) == date(2024, 3, 1)


def test_working_days_are_those_of_a_calendar() -> None:
    class Calendar:
        def after(self, day: date, number: int) -> date:
            assert (day, number) == (date(2024, 1, 1), 10)
            return date(2024, 1, 15)

    counted = Period(days=0, months=0, working_days=10, calendar=Calendar(), at="", place=HERE)
    assert counted.after(date(2024, 1, 1)) == date(2024, 1, 15)
    assert counted.has_length
    unknown = Period(days=0, months=0, working_days=10, at="", place=HERE)
    assert unknown.after(date(2024, 1, 1)) is None
    assert unknown.has_length and not period().has_length


def period(days: int = 0, months: int = 0) -> Period:
    return Period(days=days, months=months, at="artikel-8.4", place=HERE)


def day(number: int) -> date:
    return date(2024, 1, number)


@pytest.mark.parametrize(
    ("announced", "active", "ended", "withdrawn", "states"),
    [
        # On days 1 to 6: what it is on each.
        (2, 4, 6, None, ["", "announced", "announced", "active", "active", "ended"]),
        (None, 2, None, None, ["", "active", "active", "active", "active", "active"]),
        (2, 5, None, 4, ["", "announced", "announced", "withdrawn", "withdrawn", "withdrawn"]),
        (3, 3, 4, None, ["", "", "active", "ended", "ended", "ended"]),
        (3, 2, None, None, ["", "active", "active", "active", "active", "active"]),
        (2, None, None, None, ["", "announced", "announced", "announced", "announced", "announced"]),
        (None, None, 3, None, [""] * 6),
        # What was taken back is not ended as well.
        (1, 2, 3, 3, ["announced", "active", "withdrawn", "withdrawn", "withdrawn", "withdrawn"]),
    ],
)
def test_what_a_row_is_on_each_day(
    announced: int | None, active: int | None, ended: int | None, withdrawn: int | None, states: list[str]
) -> None:
    one = row("r", *(day(number) if number else None for number in (announced, active, ended, withdrawn)))
    assert [state_on(one, day(number)) for number in range(1, 7)] == states
    began = {state: number for number, state in reversed(list(enumerate(states, 1))) if state}
    assert [(event.state, event.day) for event in events([one])] == [
        (state, day(number)) for state, number in sorted(began.items(), key=lambda pair: pair[1])
    ]


def test_on_one_day_what_ended_comes_first_and_then_by_name() -> None:
    came, went, told, back = (
        row("b", day(1), day(3)),
        row("z", None, day(1), day(3)),
        row("a", day(3), None),
        row("c", day(1), day(9), None, day(3)),
    )
    assert events([came, told, back, went])[-4:] == [
        Event(day(3), "ended", went),
        Event(day(3), "withdrawn", back),
        Event(day(3), "active", came),
        Event(day(3), "announced", told),
    ]
    one, other = row("y", None, day(1)), row("x", None, day(1))
    assert [event.row for event in events([one, other])] == [other, one]


PROMISES = [
    Promise(version, None, period(days=days), HERE)
    for version, days in (("0", 1), ("1.0", 10), ("1.1", 14), ("2.0", 30))
]
STARTS = {"0": None, "1.0": day(5), "1.1": day(10), "2.0": None}


@pytest.mark.parametrize(
    ("on", "version"),
    [(1, "0"), (4, "0"), (5, "1.0"), (9, "1.0"), (10, "1.1"), (31, "1.1")],
)
def test_the_promise_of_the_newest_edition_that_has_begun_counts_from_its_very_first_day(on: int, version: str) -> None:
    found = promise_on(PROMISES, STARTS, day(on))
    assert found and found.version == version


def test_before_every_edition_the_first_promise_counts_and_of_none_there_is_none() -> None:
    assert promise_on(PROMISES[1:], STARTS, day(1)) is PROMISES[1]
    assert promise_on([], STARTS, day(1)) is None
    assert promise_on(PROMISES[2:], {}, day(31)) is PROMISES[2]


def test_a_customer_can_object_for_as_long_as_was_promised_when_it_was_announced() -> None:
    def until(announced: int | None) -> date | None:
        return object_until(row("r", day(announced) if announced else None, day(20)), PROMISES, STARTS)

    assert (until(9), until(10), until(None)) == (day(19), day(24), None)
    assert object_until(row("r", day(9), None), [], STARTS) is None
    silent = [Promise("1.0", period(days=30), None, HERE)]
    assert object_until(row("r", day(9), None), silent, STARTS) is None


def test_a_row_knows_since_when_it_stands_there_and_what_replaces_it() -> None:
    old, new = (
        row("oud", day(1), day(5)),
        replace(row("nieuw", None, day(9)), replaces="oud", at={"name": Place("x", 7, 3)}),
    )
    listing = SubProcessors("x", (old, new), (), (), True)
    assert (old.known, new.known, row("r", None, None).known) == (day(1), day(9), None)
    assert (listing.row("nieuw"), listing.row("weg")) == (new, None)
    assert (listing.replaced_by(old), listing.replaced_by(new)) == (new, None)
    assert (new.where("name"), new.where("id")) == (Place("x", 7, 3), HERE)


def test_a_row_of_which_nobody_knows_since_when_it_is_active_always_was_until_it_ended() -> None:
    old = replace(row("oud", None, None, day(9)), unknown=(ACTIVE_DAY,))
    assert [state_on(old, day(number)) for number in (1, 8, 9)] == ["active", "active", "ended"]
