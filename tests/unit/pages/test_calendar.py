"""The calendar of an agreement: when its editions take effect and until when one can object; the same each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from clausule.model.editions import Agreement
from clausule.pages.root.calendar import agreement_calendar
from session import read_home

BASE = "https://x.example/"


@cache
def agreement(slug: str) -> Agreement:
    return read_home(slug).agreements[0]


def events(found: Agreement) -> dict[str, dict[str, str]]:
    """Each event by its id, its lines unfolded."""
    text = agreement_calendar(found, BASE).decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    rows = [dict(line.split(":", 1) for line in one.split("\r\n") if ":" in line) for one in text.split("BEGIN:VEVENT")]
    return {row["UID"]: row for row in rows[1:]}


def test_an_announced_edition_stands_on_its_first_day() -> None:
    found = events(agreement("voorbeeld"))["voorbeeld-3.0-geldt@x.example"]
    edition = next(one for one in agreement("voorbeeld").editions if one.version == "3.0")
    assert edition.effective == date(2027, 7, 1) and edition.announced
    assert found["DTSTART;VALUE=DATE"] == "20270701" and found["DTEND;VALUE=DATE"] == "20270702"
    assert found["DTSTAMP"] == f"{edition.announced:%Y%m%d}T000000Z"
    assert found["SUMMARY"].startswith("Versie 3.0 gaat gelden: ") and found["STATUS"] == "CONFIRMED"
    assert found["URL"] == "https://x.example/voorbeeld/3.0/"


def test_the_days_to_object_stand_beside_the_editions_under_the_id_of_the_list() -> None:
    found = events(agreement("voorbeeld"))
    assert found["voorbeeld-bergkluis-bezwaar@x.example"]["DTSTART;VALUE=DATE"] == "20261130"
    days = [row["DTSTART;VALUE=DATE"] for row in found.values()]
    assert days == sorted(days)


def test_a_draft_and_a_text_without_a_date_have_no_day() -> None:
    assert events(agreement("123meekijken")) == {}
    drafts = [one.version for one in agreement("voorbeeld").editions if one.concept]
    assert drafts and not any(f"voorbeeld-{one}-geldt@x.example" in events(agreement("voorbeeld")) for one in drafts)


def test_one_in_english_is_english() -> None:
    assert events(agreement("example"))["example-3.0-geldt@x.example"]["SUMMARY"].startswith(
        "Version 3.0 takes effect: "
    )


@pytest.mark.parametrize("slug", ["voorbeeld", "mickcom"])
def test_the_same_sources_give_the_same_file(slug: str) -> None:
    found = agreement(slug)
    assert agreement_calendar(found, BASE) == agreement_calendar(replace(found), BASE)
    assert all(len(line) <= 75 for line in agreement_calendar(found, BASE).split(b"\r\n"))
