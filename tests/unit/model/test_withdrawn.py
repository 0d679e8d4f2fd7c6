"""An edition that was taken back: from which day it counts no more, what goes on, and what stands at its address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausule.model.dates import Interval, current, intervals, shown_as_current, status_on
from clausule.model.editions import Agreement, Edition, age, newest, number_before, steps_between, successive
from clausule.model.lookup import AuthoringError, find_agreement
from clausule.model.notes import Withdrawal
from clausule.model.notices import EDITION, ROW, letter_path, letter_sha256, record_path
from editions import agreement, edition

BEGIN, BACK, LATER = date(2020, 1, 1), date(2021, 3, 1), date(2022, 1, 1)


def day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def made(version: str, effective: date | None = None, back: date | None = None, until: date | None = None) -> Edition:
    told = Withdrawal(day=back, why="Vergissing.") if back else None
    return replace(edition(version), effective=effective, until=until, withdrawn=told)


def version(one: Edition | None) -> str:
    return one.version if one else ""


@pytest.mark.parametrize(
    ("effective", "back", "never"),
    [(BEGIN, day_before(BEGIN), True), (BEGIN, BEGIN, True), (BEGIN, BACK, False), (None, BACK, False)],
)
def test_what_was_taken_back_on_its_first_day_or_before_never_applied(
    effective: date | None, back: date, never: bool
) -> None:
    assert made("1.0", effective, back).never_applied is never
    assert not made("1.0", effective).never_applied


@pytest.mark.parametrize(("until", "end"), [(None, BACK), (LATER, BACK), (date(2020, 6, 1), date(2020, 6, 1))])
def test_the_day_on_which_it_was_taken_back_ends_it_unless_it_ended_before(until: date | None, end: date) -> None:
    alone = agreement(made("1.0", BEGIN, BACK, until))
    assert intervals(alone)["1.0"] == Interval(BEGIN, end)


def test_from_that_day_it_is_withdrawn_and_not_a_day_before() -> None:
    one = made("1.0", BEGIN, BACK)
    span = Interval(BEGIN, BACK)
    assert [status_on(one, span, day) for day in (day_before(BACK), BACK)] == ["in force", "withdrawn"]
    assert status_on(replace(one, concept=True), span, BACK) == "concept"


def test_the_one_before_one_that_never_applied_goes_on() -> None:
    found = agreement(made("1.0", BEGIN), made("1.1", BACK, BACK))
    assert intervals(found) == {"1.0": Interval(BEGIN, None), "1.1": Interval(BACK, BACK)}
    assert version(current(found, LATER)) == "1.0"


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([("1.0", BEGIN, BACK)], "1.0"),
        ([("1.0", BEGIN, BEGIN)], "1.0"),
        ([("1.0", BEGIN, day_before(BEGIN))], ""),
        ([("1.0", None, BACK)], "1.0"),
        ([("1.0", BEGIN, BACK), ("1.1", date(2020, 6, 1), BACK)], "1.1"),
        ([("1.0", BEGIN, BACK), ("1.1", LATER, BACK)], "1.0"),
        ([("1.0", BEGIN, None), ("1.1", date(2021, 1, 1), BACK)], "1.1"),
        ([("1.0", BEGIN, None), ("1.1", LATER, BACK)], "1.0"),
    ],
)
def test_at_the_address_of_what_is_in_force_stands_the_last_that_stood_there(
    rows: list[tuple[str, date | None, date | None]], shown: str
) -> None:
    """One that was taken back before its first day never stood there; what is in force comes before all."""
    found = agreement(*(made(*row) for row in rows))
    assert version(shown_as_current(found, date(2022, 6, 1))) == shown


def emptied_one(version: str, effective: date) -> Edition:
    told = Withdrawal(day=BACK, why="Vergissing.", is_emptied=True)
    return replace(edition(version), effective=effective, withdrawn=told)


def test_where_nothing_else_stood_stands_the_one_whose_words_were_taken_away() -> None:
    gone = emptied_one("1.1", LATER)
    assert gone.is_emptied and not made("1.0", BEGIN, BACK).is_emptied and not made("1.0").is_emptied
    alone = replace(agreement(), emptied=(gone,))
    assert shown_as_current(alone, LATER) is gone and current(alone, LATER) is None
    assert intervals(alone) == {"1.1": Interval(None, None)}
    first = made("1.0", BEGIN)
    both = replace(agreement(first, made("2.0", date(2023, 1, 1))), emptied=(gone,))
    assert [one.version for one in both.all_editions] == ["1.0", "1.1", "2.0"]
    assert shown_as_current(both, LATER) is first


def test_age_goes_by_day_then_by_version_with_undated_ones_first_and_concepts_last() -> None:
    concept = replace(made("0.9", BEGIN), concept=True)
    ordered = [made("9.0"), made("1.9", BEGIN), made("1.10", BEGIN), made("1.0", LATER), concept]
    assert sorted(reversed(ordered), key=age) == ordered


def test_the_newest_is_the_last_that_is_agreed_and_applied_or_the_last_of_all() -> None:
    concept, gone, agreed = (
        replace(made("3.0", LATER), concept=True),
        made("2.0", BACK, BEGIN),
        made("1.0", BEGIN, LATER),
    )
    assert newest([made("0.9"), agreed, gone, concept]) is agreed
    assert newest([gone, concept]) is concept and newest([concept, gone]) is gone


def test_one_that_never_applied_is_no_step_between_others_also_where_it_was_the_first() -> None:
    editions = [made("1.0", BEGIN, BEGIN), made("1.1", BACK), made("1.2", LATER, BACK), made("1.3", LATER)]
    assert steps_between(editions, 0, 3) == [1, 3] == steps_between(editions, 3, 0)
    assert steps_between(editions, 2, 3) == [2, 3] and steps_between(editions, 1, 2) == [2]
    assert successive(editions) == [(0, 1), (1, 2), (1, 3)] and number_before(editions, 1) == 0


def test_a_name_that_an_agreement_had_before_leads_to_it() -> None:
    renamed: Agreement = replace(agreement(), names=("oud", "a", "oud", "tussen"))
    assert (renamed.former, renamed.first_name) == (("oud", "tussen"), "oud")
    assert (agreement().former, agreement().first_name) == ((), "a")
    assert find_agreement((renamed,), "a") is renamed
    with pytest.raises(AuthoringError, match="it was renamed, and is called 'a'"):
        find_agreement((renamed,), "tussen")
    frozen = edition("1.0")
    assert (frozen.name_in_hash, replace(frozen, frozen_as="oud").name_in_hash) == ("a", "oud")


def test_a_letter_is_known_by_its_words_whatever_ends_its_lines() -> None:
    sha256 = letter_sha256("Geachte klant,\n\nTot dan.\n")
    assert sha256 == letter_sha256("Geachte klant,\r\n\r\nTot dan.\r\n") != letter_sha256("Geachte klant, Tot dan.\n")
    assert letter_path("a", "wolk", "0123456789abcdef") == "annexes/a/notices/wolk-0123456789ab.txt"
    assert record_path("a") == "docs/a/notices.yml"
    assert (ROW, EDITION) == ("sub_processor", "edition"), "its keys there"
