"""Which edition applies on a day: for every history of dates, by the meaning of the words and not by how it is worked
out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.model.dates import Interval, current, intervals, status_on
from clausule.model.editions import FOR_ALL, Agreement, Edition, FrontMatter
from editions import HERE, agreement, edition

FIRST = date(2018, 5, 25)
SPAN = 40  # days in which everything happens
DAYS = [FIRST + timedelta(days=number) for number in range(-2, SPAN + 3)]
days = st.integers(0, SPAN).map(lambda number: FIRST + timedelta(days=number))


def dated(version: str, effective: date | None = None, until: date | None = None, concept: bool = False) -> Edition:
    return replace(edition(version, ["Een lid."]), effective=effective, until=until, concept=concept)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def histories(draw: st.DrawFn) -> Agreement:
    """Undated editions first, then dated ones from old to new (never two of one day), then concepts."""
    starts = sorted(draw(st.sets(days, max_size=4)))
    undated = draw(st.integers(0, 2))
    made = [dated(f"0.{number}", None, draw(st.none() | days)) for number in range(undated)]
    for number, start in enumerate(starts):
        length = draw(st.none() | st.integers(1, SPAN))
        made.append(dated(f"1.{number}", start, start + timedelta(days=length) if length else None))
    made += [
        dated(f"2.{number}", draw(st.none() | days), None, concept=True) for number in range(draw(st.integers(0, 2)))
    ]
    return agreement(*made)


@given(histories())
def test_on_each_day_the_newest_edition_that_has_begun_is_in_force_unless_it_was_ended(told: Agreement) -> None:
    spans = intervals(told)
    for on in DAYS:
        begun = [one for one in told.editions if one.effective and not one.concept and one.effective <= on]
        newest = begun[-1] if begun else None
        expected = [newest.version] if newest and not (newest.until and newest.until <= on) else []
        assert [
            one.version for one in told.editions if status_on(one, spans[one.version], on) == "in force"
        ] == expected


@given(histories())
def test_a_dated_edition_is_announced_then_in_force_then_lapsed_and_never_goes_back(told: Agreement) -> None:
    order = ("announced", "in force", "lapsed")
    spans = intervals(told)
    for one in told.editions:
        seen = [status_on(one, spans[one.version], on) for on in DAYS]
        if one.concept:
            assert set(seen) == {"concept"}
        elif one.effective:
            assert sorted(seen, key=order.index) == seen
            assert all((status == "announced") == (on < one.effective) for status, on in zip(seen, DAYS, strict=True))
        else:
            assert set(seen) <= {"undated", "lapsed"}


@given(histories())
def test_what_is_current_is_in_force_or_else_the_newest_undated_one_that_nothing_replaced(told: Agreement) -> None:
    spans = intervals(told)
    for on in DAYS:
        status = {one.version: status_on(one, spans[one.version], on) for one in told.editions}
        found = current(told, on)
        in_force = [name for name, words in status.items() if words == "in force"]
        undated = [name for name, words in status.items() if words == "undated"]
        assert (found.version if found else None) == next(reversed(in_force or undated), None)


@pytest.mark.parametrize(
    ("on", "status"),
    [(-1, "announced"), (0, "in force"), (9, "in force"), (10, "lapsed"), (11, "lapsed")],
)
def test_the_first_day_counts_and_the_day_of_the_end_does_not(on: int, status: str) -> None:
    assert status_on(dated("1.0", FIRST), Interval(FIRST, day(10)), day(on)) == status


def test_what_is_open_has_no_end() -> None:
    assert status_on(dated("1.0", FIRST), Interval(FIRST, None), date(9999, 12, 31)) == "in force"
    assert status_on(dated("1.0"), Interval(None, None), date(1900, 1, 1)) == "undated"


def test_an_undated_edition_lapses_on_the_day_on_which_the_next_begins() -> None:
    told = agreement(dated("0"), dated("1.0", FIRST))
    assert intervals(told) == {"0": Interval(None, FIRST), "1.0": Interval(FIRST, None)}
    undated = told.editions[0]
    assert [status_on(undated, Interval(None, FIRST), day(number)) for number in (-1, 0)] == ["undated", "lapsed"]
    assert [current(told, day(number)) for number in (-1, 0)] == list(told.editions)


@pytest.mark.parametrize(("until", "end"), [(5, 5), (10, 10), (15, 10), (None, 10)])
def test_an_edition_ends_where_it_says_or_where_the_next_begins_whichever_is_first(until: int | None, end: int) -> None:
    told = agreement(dated("1.0", FIRST, day(until) if until else None), dated("1.1", day(10)))
    assert intervals(told)["1.0"] == Interval(FIRST, day(end))


def test_the_last_edition_ends_where_it_says_and_a_concept_ends_nothing() -> None:
    told = agreement(dated("1.0", FIRST, day(30)), dated("1.1", day(10), concept=True))
    assert intervals(told) == {"1.0": Interval(FIRST, day(30)), "1.1": Interval(day(10), None)}
    assert current(told, day(20)) is told.editions[0] and current(told, day(30)) is None


def test_nothing_is_current_before_the_first_edition_nor_where_there_are_only_concepts() -> None:
    assert current(agreement(dated("1.0", FIRST)), day(-1)) is None
    assert current(agreement(dated("1.0", FIRST, concept=True)), day(1)) is None
    assert current(agreement(), FIRST) is None


def for_all(*editions: Edition) -> Agreement:
    """An agreement whose new editions bind everybody."""
    return replace(agreement(*editions), meta=FrontMatter({"applies": FOR_ALL}, lambda path: HERE))


@pytest.mark.parametrize(
    ("until", "by", "everybody"),
    [
        (None, "1.1", False),  # who signed the first keeps it
        (10, "1.1", True),  # it says that it ends, on the day on which the next begins
        (5, "", True),  # it ended before, and nothing took its place that day
        (15, "1.1", False),
    ],
)
def test_what_took_the_place_of_an_edition_and_whether_that_is_so_for_everybody(
    until: int | None, by: str, everybody: bool
) -> None:
    rows = dated("1.0", FIRST, day(until) if until else None), dated("1.1", day(10))
    for told, all_of_them in ((agreement(*rows), everybody), (for_all(*rows), True)):
        first, second = intervals(told).values()
        assert ((first.by.version if first.by else ""), first.for_all) == (by, all_of_them)
        assert second.by is None


def test_nothing_takes_the_place_of_one_that_does_not_end() -> None:
    undated = intervals(agreement(dated("0"), dated("0.1")))["0"]
    assert (undated.end, undated.by) == (None, None)


def test_one_that_applies_is_the_newest_only_where_every_edition_goes_on_for_who_signed_it() -> None:
    """Not where a new one binds everybody, nor where one is for some customers only."""
    rows = dated("1.0", FIRST), dated("1.1", day(10)), dated("2.0", day(20), concept=True)
    some = replace(dated("1.2", day(15)), audience="scholen")

    def newest(told: Agreement) -> set[bool]:
        return {span.newest for span in intervals(told).values()}

    assert newest(agreement(*rows)) == {True}
    assert newest(for_all(*rows)) == newest(agreement(*rows, some)) == newest(for_all(*rows, some)) == {False}
