"""Which editions a comparison offers as another beginning."""

from __future__ import annotations

from dataclasses import replace

from clausule.model.editions import Agreement
from clausule.pages.comparison.body import OTHER_STARTS, other_starts
from editions import agreement, edition
from session import read_home


def _of(versions: int) -> Agreement:
    return agreement(*(edition(f"{version}.0", ["Een zin."]) for version in range(1, versions + 1)))


def test_the_earlier_ones_but_the_one_it_begins_with_latest_first() -> None:
    given = _of(5)
    assert other_starts(given, 2, 3) == [1, 0]
    assert other_starts(given, 0, 3) == [2, 1]
    assert other_starts(given, 0, 1) == []


def test_no_page_names_more_than_some() -> None:
    assert other_starts(_of(OTHER_STARTS + 4), 0, OTHER_STARTS + 3) == list(range(OTHER_STARTS + 2, 2, -1))


def test_a_concept_is_no_beginning() -> None:
    given = _of(3)
    draft = replace(given.editions[1], concept=True)
    assert other_starts(replace(given, editions=(given.editions[0], draft, given.editions[2])), 0, 2) == []


def test_a_later_edition_changes_nothing() -> None:
    (voorbeeld,) = read_home("voorbeeld").agreements
    before = replace(voorbeeld, editions=voorbeeld.editions[:5])
    assert other_starts(before, 3, 4) == other_starts(voorbeeld, 3, 4) == [2, 1, 0]
