"""The names of files on the site: once published they never change."""

from __future__ import annotations

from clausule.model import addresses as names


def test_published_names_stay() -> None:
    edition = (names.EDITION_DATA, names.SEARCH_DATA, names.EDITION_MARKDOWN, names.MANIFEST, names.CANONICAL)
    assert edition == ("overeenkomst.json", "zoeken.json", "overeenkomst.md", "waarborg.json", "canoniek.json")
    kept = (names.RECEIPT, names.SIGNATURE, names.SIGNERS)
    assert kept == ("ontvangstbewijs.json", "waarborg.json.sig", "allowed_signers")
    parts = (names.MEASURES_DATA, names.GDPR_28_DATA, names.GDPR_30_DATA, names.DEMANDS_DATA)
    assert parts == ("maatregelen.json", "avg-28.json", "avg-30.csv", "eisen.json")
    agreement = (names.LIST_DATA, names.VERSIONS, names.COMPARISON_DATA, names.COMPARISON_FILE, names.OFFERED)
    assert agreement == (
        "sub-verwerkers.json",
        "versions.json",
        "gegevens.json",
        "vergelijking.html",
        "bestanden.json",
    )
    days = (names.STANDINGS, names.CALENDAR, names.ATOM, names.JSON_FEED)
    assert days == ("status.json", "agenda.ics", "feed.xml", "feed.json")
    tables = (names.EDITIONS_TABLE, names.TABLE_METADATA)
    assert tables == ("overeenkomsten.csv", "overeenkomsten.csv-metadata.json")
    site = (names.LOST, names.ROBOTS, names.SITEMAP, names.ASSETS, names.SCHEMAS, names.SOURCE_SCHEMAS, names.MEMORY)
    assert site == ("404.html", "robots.txt", "sitemap.xml", "assets", "schema/", "schema/sources/", ".clausule.json")


def test_no_agreement_is_called_as_a_part_of_the_site() -> None:
    own = "assets schema search latest stylesheets javascripts agreements handbook verify current compare on"
    assert {*own.split(), "sub-processors", "signed", "accessibility", "for-programs"} == names.RESERVED
    assert set(names.RESERVED_ENDINGS) == {".html", ".json", ".xml", ".csv", ".ics"}


def test_the_same_data_in_another_form() -> None:
    assert names.in_form("maatregelen.json", "csv") == "maatregelen.csv"
    assert names.in_form("a.b.json", "csv") == "a.b.csv" and names.in_form("maatregelen.json", "") == "maatregelen"
    assert names.both_languages("nl", "en") == "overeenkomst-nl-en.pdf"


def test_addresses_are_put_to_the_agreement_that_they_are_below() -> None:
    assert [names.agreement_of(one) for one in ("a/1.0/x", "a", "")] == ["a", "a", ""]
    assert names.by_agreement(["a/1", "b", "a/2/3"]) == {"a": ["a/1", "a/2/3"], "b": ["b"]}
