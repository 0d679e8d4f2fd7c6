"""What the rules say of an edition that was taken back, of one for some customers, and of letters about one: by the
day on which each begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from clausule.check import around
from clausule.check.lists import is_newest
from clausule.check.rules import bad_withdrawal, edition_order, notice_record, unwritten_reason
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Place
from clausule.model.notes import ChangeNote, Withdrawal
from clausule.model.notices import EDITION, Notice
from editions import agreement, edition

JANUARY, MARCH, JUNE = (date(2024, month, 1) for month in (1, 3, 6))
HERE = Place("docs/a/notices.yml", 1, 1)


def seen(agreement: Agreement, edition: Edition | None = None) -> Any:
    """The agreement or the edition as a rule sees it; a finding is its message."""
    return SimpleNamespace(agreement=agreement, edition=edition, here=lambda place, message, hint, **more: message)


def said(found: Iterable[object]) -> list[str]:
    return [str(one) for one in found]


def dated(version: str, effective: date | None, back: date | None = None, **more: Any) -> Edition:
    told = Withdrawal(day=back, why="Vergissing.") if back else None
    return replace(edition(version), effective=effective, withdrawn=told, **more)


@pytest.mark.parametrize(
    ("one", "frozen", "message"),
    [
        (dated("1.0", JANUARY), False, ""),
        (dated("1.0", JANUARY, MARCH), True, ""),
        (dated("1.0", JANUARY, MARCH), False, "edition 1.0 was never frozen, so nobody can say what was withdrawn"),
        (dated("1.0", JANUARY, MARCH, concept=True), True, "edition 1.0 is a concept, and was never agreed"),
        (dated("1.0", JUNE, MARCH, announced=MARCH), True, ""),
        (dated("1.0", JUNE, MARCH, announced=JANUARY), True, ""),
        (
            dated("1.0", JUNE, JANUARY, announced=MARCH),
            True,
            "edition 1.0 was announced on 2024-03-01, after it was withdrawn",
        ),
    ],
)
def test_what_is_taken_back_was_agreed_frozen_and_announced_before(one: Edition, frozen: bool, message: str) -> None:
    view = seen(replace(agreement(one), lock={"1.0": "0" * 64} if frozen else {}), one)
    assert said(bad_withdrawal.check_edition(view)) == ([message] if message else [])


def test_words_that_were_taken_away_are_not_there_again() -> None:
    gone = Withdrawal(day=MARCH, why="Vergissing.", is_emptied=True)
    without, there = (replace(edition("1.0", *texts), withdrawn=gone) for texts in ([], [["Verwerker meldt dit."]]))
    assert said(bad_withdrawal.check_agreement(seen(replace(agreement(), emptied=(without,))))) == []
    found = said(bad_withdrawal.check_agreement(seen(replace(agreement(), emptied=(there,)))))
    assert found == ["the words of edition 1.0 were taken away, and here they are again"]


SAME_DAY = ["edition 1.1 has the date of edition 1.0, 01-01-2024"]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (dated("1.1", JANUARY), SAME_DAY),
        (dated("1.1", JANUARY, numbered=False), SAME_DAY),
        (dated("1.1", MARCH), []),
        (dated("1.1", JANUARY, concept=True), []),
        (dated("1.1", JANUARY, JANUARY), []),
        (dated("1.1", JANUARY, MARCH), SAME_DAY),
        (dated("1.1", JANUARY, audience="scholen"), []),
        (dated("0.9", MARCH), ["edition 1.0 applies from 01-01-2024, before edition 0.9 (01-03-2024)"]),
    ],
)
def test_two_that_apply_to_the_same_customers_do_not_begin_on_one_day(second: Edition, found: list[str]) -> None:
    assert said(edition_order.check_agreement(seen(agreement(dated("1.0", JANUARY), second)))) == found


@pytest.mark.parametrize(
    ("until", "following", "found"),
    [
        (JANUARY, None, ["edition 1.0 ends on 01-01-2024 and begins on 01-01-2024"]),
        (MARCH, None, []),
        (MARCH, dated("1.1", MARCH), []),
        (JUNE, dated("1.1", MARCH), ["edition 1.0 ends on 01-06-2024, but edition 1.1 begins on 01-03-2024"]),
        (JUNE, dated("1.1", MARCH, audience="scholen"), []),
        (JUNE, dated("1.1", MARCH, JANUARY), []),
    ],
)
def test_an_edition_ends_after_it_begins_and_not_after_what_ends_it(
    until: date, following: Edition | None, found: list[str]
) -> None:
    editions = (dated("1.0", JANUARY, until=until), *((following,) if following else ()))
    assert said(edition_order.check_agreement(seen(agreement(*editions)))) == found


def test_the_list_goes_with_the_newest_that_applies_and_what_rules_saw_is_other_when_that_is() -> None:
    first, second = dated("1.0", JANUARY), dated("1.1", MARCH)
    never, concept = dated("1.2", JUNE, MARCH), dated("1.3", JUNE, concept=True)
    found = agreement(first, second, never, concept)
    assert [is_newest(seen(found, one)) for one in found.editions] == [False, True, False, False]
    only = agreement(never, concept)
    assert [is_newest(seen(only, one)) for one in only.editions] == [False, True]
    before = around(agreement(first, second), second)
    assert around(found, second) == before != around(agreement(first, second, dated("1.2", JUNE)), second)
    frozen = replace(agreement(first, second), lock={"1.1": "0" * 64})
    assert around(frozen, second) != before and around(frozen, first) == around(agreement(first, second), first)


def notice(of: str, sent: date | None) -> Notice:
    return Notice(
        kind=EDITION, of=of, sent=sent, list="klanten", recipients=4, sha256="0" * 64, place=HERE, sent_place=HERE
    )


@pytest.mark.parametrize(
    ("of", "sent", "found"),
    [
        ("1.0", MARCH, []),
        ("1.0", JUNE, []),
        ("1.0", None, []),
        ("1.0", JANUARY, ["a notice of '1.0' was sent on 2024-01-01, before 2024-03-01, its announcement"]),
        ("2.0", MARCH, ["a notice was sent of edition '2.0', which is not announced"]),
    ],
)
def test_a_letter_is_sent_on_the_day_of_the_announcement_or_later(of: str, sent: date | None, found: list[str]) -> None:
    announced = replace(agreement(dated("1.0", JUNE, announced=MARCH)), notices=(notice(of, sent),))
    assert said(notice_record.check_agreement(seen(announced))) == found


def test_a_reason_of_white_space_is_still_to_be_written() -> None:
    notes = tuple(
        ChangeNote(at=at, was=was, why=why, nature="", place=HERE)
        for at, was, why in (("artikel-1", "", " \n"), ("", "artikel-2", ""), ("artikel-3", "", "Zo is het beter."))
    )
    one = SimpleNamespace(changes=notes, meta=SimpleNamespace(place=lambda path: path))
    view: Any = SimpleNamespace(edition=one, here=lambda place, message, hint, at: (place, at))
    assert list(unwritten_reason.check_edition(view)) == [
        (("changes", 0, "why"), "artikel-1"),
        (("changes", 1, "why"), "artikel-2"),
    ]
