"""Countries, the EEA and the decisions on adequacy, by the calendar."""

from __future__ import annotations

from datetime import date

from clausule.law.countries import (
    country_name,
    decision_on,
    guess_country,
    has_other_law,
    in_area,
    is_country,
    needs_ground,
    uncovered,
)


def test_countries_are_those_of_iso_3166() -> None:
    assert sum(is_country(f"{a}{b}") for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 249
    assert not any(map(is_country, ("EU", "UK", "XK", "UN", "nl", "", "001", "NLD")))
    assert tuple(country_name(code, "nl") for code in ("NL", "CZ", "KR")) == ("Nederland", "Tsjechië", "Zuid-Korea")
    said = {
        "nl": "NL",
        "Nederland": "NL",
        "Netherlands": "NL",
        "NLD": "NL",
        "Nederlnd": "NL",
        "Holland": "NL",
        "UK": "GB",
        "VS": "US",
        "USA": "US",
        "EU": "",
        "": "",
        "Verweggistan": "",
    }
    assert (country_name("NL", "en"), country_name("XX", "nl")) == ("Netherlands", "XX")
    assert {words: guess_country(words, "nl", {"holland": "NL", "vs": "US"}) for words in said} == said


def test_the_eea_and_adequacy_follow_the_calendar() -> None:
    day = date.fromisoformat
    assert all(in_area(code, day("2018-05-25"), None) for code in ("NL", "IS", "LI", "NO", "RE"))
    assert not any(in_area(code, day("2018-05-25"), None) for code in ("CH", "GB", "US", "GL", "AW"))
    assert in_area("GB", day("2018-05-25"), day("2020-12-31"))
    assert uncovered("GB", day("2018-05-25"), None) is None
    assert uncovered("US", day("2019-01-01"), None) == (day("2020-07-16"), day("2023-07-10"))
    assert uncovered("US", day("2019-01-01"), day("2020-07-16")) is None
    assert uncovered("US", day("2023-07-10"), None) is None
    assert uncovered("IN", day("2024-01-01"), None) == (day("2024-01-01"), None)
    found = decision_on("US", day("2024-01-01"))
    assert found and found.celex == "32023D1795" and decision_on("US", day("2021-01-01")) is None


def test_which_transfers_need_a_ground_is_said_by_the_law_that_governs() -> None:
    day = date.fromisoformat
    asked = {
        law: [code for code in ("NL", "GB", "CH", "US") if needs_ground(code, day("2024-01-01"), None, law)]
        for law in ("", "NL", "GB", "US")
    }
    eea = ["GB", "CH", "US"]  # of US law nothing is known, so that of the EEA is asked
    assert asked == {"": eea, "NL": eea, "GB": ["CH", "US"], "US": eea}
    assert needs_ground("GB", day("2018-05-25"), day("2020-12-31"), "NL") is False
    assert [code for code in ("GB", "NL", "US", "") if has_other_law(code)] == ["GB"]
