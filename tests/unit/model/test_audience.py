"""Two editions can be in force at once, when one of them is for some customers only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clausule.language.wording.site import read_now, status_sentence, titled_edition
from clausule.model.dates import Interval, applying, beside, current, followed_by, intervals
from clausule.model.editions import Agreement, Edition
from editions import agreement, edition


def made(*rows: tuple[str, int, str]) -> Agreement:
    editions = (replace(edition(name), effective=date(year, 1, 1), audience=whom) for name, year, whom in rows)
    return agreement(*editions)


def years(one: Agreement) -> dict[str, tuple[int, int]]:
    return {
        name: (span.start.year if span.start else 0, span.end.year if span.end else 0)
        for name, span in intervals(one).items()
    }


NEW = "nieuwe klanten"
BOTH = made(("1.0", 2020, ""), ("2.0", 2021, NEW), ("2.1", 2022, NEW), ("2.2", 2023, "scholen"), ("3.0", 2024, ""))


def test_one_for_some_ends_only_its_own_and_one_for_all_ends_every() -> None:
    assert years(BOTH) == {
        "1.0": (2020, 2024),
        "2.0": (2021, 2022),
        "2.1": (2022, 2024),
        "2.2": (2023, 2024),
        "3.0": (2024, 0),
    }


def test_in_force_is_the_one_for_all_whatever_came_for_some() -> None:
    def name(one: Edition | None) -> str:
        return one.version if one else ""

    days = (date(2019, 1, 1), date(2021, 6, 1), date(2023, 6, 1), date(2024, 1, 1))
    assert [name(current(BOTH, day)) for day in days] == ["", "1.0", "1.0", "3.0"]
    only = made(("2.0", 2021, NEW), ("2.1", 2022, "scholen"))
    assert [name(current(only, day)) for day in (date(2021, 6, 1), date(2023, 1, 1))] == ["2.0", "2.1"]


def test_what_follows_is_for_the_same_or_for_all() -> None:
    first, new, *later = BOTH.editions
    assert followed_by(first, [new, *later]) is BOTH.editions[-1]
    assert followed_by(new, later) is later[0] and followed_by(later[0], []) is None


def test_for_whom_is_said_wherever_the_edition_is() -> None:
    new = BOTH.editions[1]
    assert titled_edition(new, "in force") == "2.0 (01-01-2021), alleen voor nieuwe klanten"
    assert status_sentence(new, "in force", Interval(date(2021, 1, 1), None)).endswith(", alleen voor nieuwe klanten")
    assert titled_edition(BOTH.editions[0], "in force") == "1.0 (01-01-2020)"


def test_of_those_in_force_at_once_each_has_the_others_beside_it() -> None:
    one, new, newer, schools, last = BOTH.editions
    there = applying(BOTH, date(2023, 6, 1))
    assert there == [one, newer, schools]
    assert beside(one, there) == [newer, schools] and beside(newer, there) == [one, schools]
    assert beside(new, there) == [] and beside(last, there) == [], "what is not in force has nothing beside it"
    undated = agreement(
        replace(edition("a"), effective=None), replace(edition("b"), effective=None), replace(new, audience=NEW)
    )
    a, b, some = undated.editions
    assert beside(some, applying(undated, date(2023, 1, 1))) == [a, b]
    assert beside(a, applying(undated, date(2023, 1, 1))) == [some], "not another undated one, for the same customers"


def test_a_link_to_one_of_two_in_force_says_which_it_is_and_for_whom() -> None:
    one, new = BOTH.editions[:2]
    assert read_now(one) == "Lees de versie die nu geldt"
    assert read_now(one, "artikel 1") == "Lees artikel 1 in de versie die nu geldt"
    assert read_now(one, besides=True) == "Lees versie 1.0 (01-01-2020), die voor alle anderen geldt"
    assert read_now(one, "dit", besides=True) == "Lees dit in versie 1.0 (01-01-2020), die voor alle anderen geldt"
    assert read_now(new, besides=True) == "Lees versie 2.0 (01-01-2021), alleen voor nieuwe klanten"
