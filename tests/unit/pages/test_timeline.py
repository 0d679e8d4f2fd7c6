"""All editions of an agreement in time, and the ways into it: places of a picture, facts of a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from clausule.compare.history import make_history
from clausule.model.editions import Agreement
from clausule.pages.kit.sheet import Shelf, shelf_of
from clausule.pages.root.timeline import timeline
from clausule.pages.root.ways import ways_into
from session import read_home

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def site() -> dict[str, Agreement]:
    return {agreement.slug: agreement for agreement in read_home().agreements}


def shelf(agreement: Agreement, day: date = DAY) -> Shelf:
    hashes = {edition.version: "" for edition in agreement.editions}
    return shelf_of(agreement, make_history(agreement), hashes, day=day, base="https://x.example/")


def test_the_editions_fill_the_whole_time_one_after_the_other(site: dict[str, Agreement]) -> None:
    drawn = timeline(shelf(site["voorbeeld"]))
    assert drawn
    rows = drawn["rows"]
    assert [row["short"] for row in rows] == ["1.0", "1.1", "1.2", "2.0", "2.1", "3.0"]
    assert rows[0]["x"] == 0 and rows[-1]["x"] + rows[-1]["wide"] == pytest.approx(100, abs=0.1)
    for before, after in pairwise(rows):
        assert before["x"] + before["wide"] == pytest.approx(after["x"], abs=0.02)
    assert [row["counts"] for row in rows] == [False] * 4 + [True, False]
    assert rows[4]["x"] < drawn["today"] < rows[5]["x"] and drawn["lanes"] == 1
    assert [year["year"] for year in drawn["years"]] == list(range(2019, 2029))


def test_a_short_edition_can_still_be_touched(site: dict[str, Agreement]) -> None:
    model = site["voorbeeld"]
    days = [date(2018, 5, 25), date(2018, 5, 27), date(2018, 5, 30), date(2026, 1, 1)]
    editions = tuple(replace(one, effective=day, until=None) for one, day in zip(model.editions, days, strict=False))
    drawn = timeline(shelf(replace(model, editions=editions)))
    assert drawn and min(row["wide"] for row in drawn["rows"]) >= 4.5
    assert [row["x"] for row in drawn["rows"]] == sorted(row["x"] for row in drawn["rows"])


def test_editions_that_apply_beside_each_other_lie_below_each_other(site: dict[str, Agreement]) -> None:
    model = site["voorbeeld"]
    one, two, three = model.editions[:3]
    some = replace(model, editions=(one, replace(two, audience="gemeenten"), three))
    drawn = timeline(shelf(some))
    assert drawn and drawn["lanes"] == 2 and [row["lane"] for row in drawn["rows"]] == [0, 1, 0]
    assert "gemeenten" in drawn["rows"][1]["said"]


def test_what_has_one_day_or_none_is_no_picture(site: dict[str, Agreement]) -> None:
    assert timeline(shelf(site["mickcom"])) is None and timeline(shelf(site["123meekijken"])) is None


def test_the_ways_into_an_agreement_say_what_is_asked_for(site: dict[str, Agreement]) -> None:
    ways = {way["key"]: (way["said"], way["soon"], way["address"]) for way in ways_into(shelf(site["voorbeeld"]), "x/")}
    assert ways == {
        "text": ("14 artikelen, 4 bijlagen", "", "x/2.1/"),
        "changes": ("Van 2.0 naar 2.1: 5 inhoudelijk, 3 redactioneel", "", "x/vergelijken/2.0...2.1/"),
        "sub-processors": (
            "5 ingeschakeld",
            "1 aangekondigd: bezwaar tot en met 30 november 2026",
            "x/sub-verwerkers/",
        ),
        "breach": ("Melden binnen 24 uur", "", "x/2.1/bijlage-3/invullen/"),
    }
    later = {way["key"]: way["soon"] for way in ways_into(shelf(site["voorbeeld"], date(2026, 12, 1)), "")}
    assert later["sub-processors"] == "1 aangekondigd"


def test_an_agreement_leads_only_to_what_it_has(site: dict[str, Agreement]) -> None:
    assert [way["key"] for way in ways_into(shelf(site["mickcom"]), "")] == ["text", "sub-processors", "breach"]
    before = ways_into(shelf(site["voorbeeld"], date(2000, 1, 1)), "")
    assert [(way["key"], way["address"]) for way in before] == [
        ("changes", "vergelijken/"),
        ("sub-processors", "sub-verwerkers/"),
    ]
