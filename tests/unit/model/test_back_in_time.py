"""An edition can apply from a day before it was made known; then that is said, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausule.author.freeze import goes_back
from clausule.language.wording.site import status_sentence
from clausule.model.dates import Interval, intervals
from clausule.model.notes import Withdrawal
from editions import agreement, edition

START, KNOWN = date(2026, 10, 1), date(2026, 11, 29)
FIRST = replace(edition("1.0"), effective=date(2020, 1, 1))
LATE = replace(edition("1.1"), effective=START, announced=KNOWN)


def test_known_late_is_the_day_of_announcement_only_when_that_came_after_the_first_day() -> None:
    assert LATE.known_late == KNOWN
    assert replace(LATE, announced=START).known_late is None, "on the day itself is in time"
    assert replace(LATE, announced=None).known_late is None
    assert replace(LATE, effective=None).known_late is None
    never = replace(LATE, withdrawn=Withdrawal(day=START, why="Vergist."))
    assert never.never_applied and never.known_late is None


def test_the_edition_before_it_ends_on_its_first_day_whenever_it_was_made_known() -> None:
    told = intervals(agreement(FIRST, LATE))
    assert told == {"1.0": Interval(date(2020, 1, 1), START), "1.1": Interval(START, None)}


@pytest.mark.parametrize(
    ("status", "end", "said"),
    [
        ("in force", None, "sinds 1 oktober 2026, bekendgemaakt op 29 november 2026"),
        (
            "lapsed",
            date(2027, 1, 1),
            "gold van 1 oktober 2026 tot 1 januari 2027, bekendgemaakt op 29 november 2026",
        ),
        ("announced", None, "geldt vanaf 1 oktober 2026"),
    ],
)
def test_its_status_says_when_it_was_made_known(status: str, end: date | None, said: str) -> None:
    assert status_sentence(LATE, status, Interval(START, end)) == said


def test_who_freezes_it_hears_of_it_unless_it_says_when_it_was_made_known() -> None:
    plain = replace(LATE, announced=None)
    told, lock = agreement(FIRST, plain), {"1.0": "0" * 64}
    frozen = replace(told, lock=lock)
    said = goes_back(frozen, plain, KNOWN)
    assert said.startswith(f"{plain.name} applies from 2026-10-01, a day that is past")
    assert "announced: 2026-11-29" in said
    assert goes_back(frozen, plain, START) == "", "from today is not back in time"
    assert goes_back(replace(told, lock={}), plain, KNOWN) == "", "nothing that was agreed came before it"
    assert goes_back(frozen, FIRST, KNOWN) == "", "the first replaces none"
    assert goes_back(replace(told, lock=lock | {"1.1": "1" * 64}), plain, KNOWN) == "", "frozen already"
    assert goes_back(replace(agreement(FIRST, LATE), lock=lock), LATE, KNOWN) == ""
