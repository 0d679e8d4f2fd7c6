"""What a print-out says of an edition: how it stands on the day of printing, whenever its page was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausule.model.dates import Interval, intervals, status_on
from clausule.model.editions import Agreement, Edition, FrontMatter
from clausule.model.notes import Withdrawal
from clausule.pages.kit.paper import on_paper, phases, printed_edition
from editions import agreement, edition

FIRST, NEXT = date(2018, 5, 25), date(2027, 7, 1)


def dated(version: str, effective: date | None) -> Edition:
    return replace(edition(version, ["Een lid."]), effective=effective, language="nl")


def told(applies: str | None = None, **changed: object) -> Agreement:
    made = agreement(replace(dated("1.0", FIRST), **changed), dated("2.0", NEXT))  # type: ignore[arg-type]
    values = {**made.meta.values, **({"applies": applies} if applies else {})}
    return replace(made, meta=FrontMatter(values, made.meta.place))


def said(one: Agreement, version: str = "1.0") -> list[tuple[str, str, str]]:
    there = next(edition for edition in one.editions if edition.version == version)
    return [(row["from"], row["word"], row["sentence"]) for row in phases(there, intervals(one)[version])]


def test_who_signed_goes_on_with_an_edition_that_another_replaced() -> None:
    expected = [
        ("", "Aangekondigd", "geldt vanaf 25 mei 2018"),
        ("2018-05-25", "Nieuwste versie", "sinds 25 mei 2018; op 1 juli 2027 volgt versie 2.0"),
        (
            "2027-07-01",
            "Vervangen",
            "door versie 2.0 sinds 1 juli 2027; hebt u deze versie getekend, dan geldt zij voor u tot zij met u is "
            "gewijzigd",
        ),
    ]
    assert said(told()) == said(told("signature")) == expected


def test_one_that_ends_for_all_has_lapsed_and_says_what_counts_since() -> None:
    assert [row[1:] for row in said(told("all"))[1:]] == [
        ("Geldt nu", "sinds 25 mei 2018; op 1 juli 2027 volgt versie 2.0"),
        ("Vervallen", "gold van 25 mei 2018 tot 1 juli 2027; sindsdien geldt versie 2.0"),
    ]


def test_one_that_its_author_ended_has_lapsed_whomever_it_bound() -> None:
    rows = said(told(until=date(2020, 1, 1)))
    assert rows[-1] == ("2020-01-01", "Vervallen", "gold van 25 mei 2018 tot 1 januari 2020")


def test_of_editions_for_different_customers_none_is_called_the_newest() -> None:
    made = told()
    some = replace(dated("1.1", date(2020, 1, 1)), audience="nieuwe klanten")
    rows = said(replace(made, editions=(made.editions[0], some, made.editions[1])))
    assert rows[1][1] == "Geldt nu"


def test_a_withdrawal_is_a_phase_and_a_text_without_days_has_one() -> None:
    rows = said(told(withdrawn=Withdrawal(day=date(2019, 1, 1), why="Vergist.")))
    assert [(row[0], row[1]) for row in rows] == [
        ("", "Aangekondigd"), ("2018-05-25", "Nieuwste versie"), ("2019-01-01", "Ingetrokken"),
    ]  # fmt: skip
    assert [row[:2] for row in said(agreement(dated("1.0", None)))] == [("", "Zonder datum")]
    assert [row[:2] for row in said(told(concept=True))] == [("", "Concept")]


@pytest.mark.parametrize("day", [date(2018, 5, 24), FIRST, date(2027, 6, 30), NEXT, date(2030, 1, 1)])
def test_the_phase_of_a_day_is_the_status_of_that_day(day: date) -> None:
    one = told()
    span = intervals(one)["1.0"]
    row = [row for row in phases(one.editions[0], span) if row["from"] <= day.isoformat()][-1]
    assert row["kind"] == status_on(one.editions[0], span, day).replace(" ", "-")


def test_a_page_that_does_not_know_how_an_edition_stands_names_it_and_its_hash() -> None:
    shown = printed_edition(dated("1.0", FIRST), "ab" * 32)
    assert shown == {
        "version": "1.0",
        "name": "Versie 1.0 (25-05-2018)",
        "label": "1.0 (25-05-2018)",
        "sha256": "ab" * 32,
    }
    whole = printed_edition(dated("1.0", FIRST), "ab" * 32, Interval(FIRST, None), "in force")
    assert whole["standing"]["word"] == "Geldt nu" and [row["from"] for row in whole["phases"]] == ["", "2018-05-25"]
    paper = on_paper("Proef", [shown, whole])
    script = {**whole}
    script.pop("standing")  # which it works out of the phases
    assert paper == {
        "agreement": "Proef",
        "editions": [shown, whole],
        "told": [shown, script],
        "files": {},
        "standings": "",
    }
