"""An edition that was taken back before it took effect: what comes after it is compared with what was in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clauses import COSTS, LEAKS, LEAKS_NEW, SECRET, SECURITY
from clausule.compare.explanations import edition_before
from clausule.compare.history import History, make_history
from clausule.compare.history.follow import follow
from clausule.compare.renumbering import Renumbering, renumbering_between, renumberings_to
from clausule.model.editions import Agreement, Edition, number_before, steps_between, successive
from clausule.model.nodes import Block
from clausule.model.notes import Withdrawal
from clausule.pages.comparison.body import other_starts, turns
from clausule.pages.comparison.pairs import static_pairs
from editions import agreement as of
from editions import edition

TEXTS: tuple[list[str | Block], ...] = (
    [SECURITY, LEAKS],
    [SECURITY, SECRET, COSTS, LEAKS],
    [SECURITY, LEAKS_NEW],
    [SECURITY, LEAKS_NEW, COSTS],
)


def taken_back(agreement: Agreement, *numbers: int) -> Agreement:
    editions = [
        replace(one, effective=date(2020 + number, 1, 1), withdrawn=_told(number) if number in numbers else None)
        for number, one in enumerate(agreement.editions)
    ]
    return replace(agreement, editions=tuple(editions))


def _told(number: int) -> Withdrawal:
    return Withdrawal(day=date(2019 + number, 7, 1), why="Gaat niet door.")


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return taken_back(of(*(edition(f"1.{number}", texts) for number, texts in enumerate(TEXTS))), 1)


@pytest.fixture(scope="module")
def history(agreement: Agreement) -> History:
    return make_history(agreement)


def test_what_each_edition_follows(agreement: Agreement) -> None:
    editions = agreement.editions
    assert successive(editions) == [(0, 1), (0, 2), (2, 3)]
    assert [edition_before(agreement, one) for one in editions] == [None, editions[0], editions[0], editions[2]]
    first = taken_back(agreement, 0).editions
    assert number_before(first, 1) == 0


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [(0, 1, [1]), (0, 2, [2]), (0, 3, [2, 3]), (1, 2, [1, 2]), (3, 1, [1, 2, 3]), (1, 1, []), (0, 0, [])],
)
def test_what_leads_from_one_to_another(agreement: Agreement, old: int, new: int, steps: list[int]) -> None:
    assert steps_between(agreement.editions, old, new) == steps


def test_the_one_after_it_changed_what_was_in_force(history: History) -> None:
    told = [(row.kind, row.unit.id) for row in history.changes(2)]
    assert told == [("changed", "artikel-1.2")]
    assert [row.unit.id for row in history.changes(1) if row.kind == "added"] == ["artikel-1.2", "artikel-1.3"]
    # What only the one that was taken back had is new when it comes, and the same line.
    added = [row for row in history.changes(3) if row.kind == "added"]
    assert [row.unit.id for row in added] == ["artikel-1.3"]
    assert added[0].lineage == history.places[1]["artikel-1.3"]


def test_a_clause_is_followed_past_it(history: History) -> None:
    stages = follow(history, 3, "artikel-1.2")
    assert [history.editions.index(one.edition) for one in stages] == [0, 2, 3]
    assert [one.row and one.row.kind for one in stages] == [None, "changed", "unchanged"]


def test_pages_that_compare_go_past_it(agreement: Agreement) -> None:
    assert static_pairs(agreement, None) == [(0, 1), (0, 2), (2, 3)]
    assert turns(agreement, 0, 2) == (None, (2, 3))
    assert turns(agreement, 2, 3) == ((0, 2), None)
    assert turns(agreement, 0, 1) == (None, None)
    assert other_starts(agreement, 2, 3) == [0]


def test_numbers_are_followed_past_it(agreement: Agreement) -> None:
    editions = agreement.editions
    steps: list[tuple[int, int]] = []

    def step(old: Edition, new: Edition) -> Renumbering:
        steps.append((editions.index(old), editions.index(new)))
        return renumbering_between(old, new)

    found = renumberings_to(editions[3], editions, step)
    assert steps == [(2, 3), (0, 2), (0, 1)]
    assert found[editions[0].version].to("artikel-1.2") == "artikel-1.2"
    assert found[editions[1].version].to("artikel-1.4") == "artikel-1.2"
