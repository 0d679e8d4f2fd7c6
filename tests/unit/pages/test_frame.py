"""What stands around every page of an agreement: it leads to what is there, and to nothing that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.analysis.breach import breach_address
from clausule.model.editions import Agreement, Edition, Imprint
from clausule.pages.kit.contact import contacts_of
from clausule.pages.kit.frame import frame_of
from session import read_home


@pytest.fixture(scope="module")
def site() -> dict[str, Agreement]:
    return {agreement.slug: agreement for agreement in read_home().agreements}


def ways(agreement: Agreement, edition: Edition | None, own: str = "") -> dict[str, str]:
    return {tab["key"]: tab["address"] for tab in frame_of(agreement, edition, own=own)["tabs"]}


def test_above_the_editions_every_tab_leads_below_the_agreement(site: dict[str, Agreement]) -> None:
    model = site["voorbeeld"]
    edition = next(one for one in model.editions if one.version == "2.1")
    assert ways(model, edition) == {
        "text": "voorbeeld/2.1/",
        "changes": "voorbeeld/vergelijken/",
        "sub-processors": "voorbeeld/sub-verwerkers/",
        "breach": "voorbeeld/2.1/bijlage-3/invullen/",
        "editions": "voorbeeld/",
    }
    frame = frame_of(model, edition, state="Geldt nu")
    assert (frame["home"], frame["up"], frame["folder"], frame["list"]) == (
        "voorbeeld/",
        ".",
        "",
        "voorbeeld/versions.json",
    )
    assert frame["edition"]["state"] == "Geldt nu" and frame["edition"]["whole"] == "voorbeeld/2.1/volledig/"


def test_in_an_edition_the_tabs_stay_in_it(site: dict[str, Agreement]) -> None:
    model = site["voorbeeld"]
    found = ways(model, model.editions[0], own="../vergelijken/?van=1.0")
    assert (found["text"], found["changes"], found["editions"]) == (".", "../vergelijken/?van=1.0", "../")
    assert "://" not in found["breach"] and not found["breach"].startswith("..")
    frame = frame_of(model, model.editions[0], own="../vergelijken/")
    assert (frame["up"], frame["folder"], frame["edition"]["whole"]) == ("../../", "1.0", "volledig/")
    assert frame["edition"]["state"] is None


def test_what_is_not_there_has_no_tab(site: dict[str, Agreement]) -> None:
    alone = site["mickcom"]
    assert "changes" not in ways(alone, alone.editions[0])
    quiet = replace(alone.editions[0], imprint=Imprint(sha256="", pages=(), frame="", sub_processors=True))
    assert "breach" not in ways(alone, quiet)
    assert list(ways(alone, None)) == ["sub-processors", "editions"] and frame_of(alone, None)["edition"] is None


def test_an_english_agreement_has_its_own_words_and_addresses(site: dict[str, Agreement]) -> None:
    model = site["example"]
    names = [tab["name"] for tab in frame_of(model, model.editions[-1])["tabs"]]
    assert names == ["Text", "What was changed", "Sub-processors", "In case of a data breach", "Versions"]
    assert ways(model, model.editions[-1])["changes"] == "example/compare/"


def test_whom_to_ask_is_what_the_agreement_says(site: dict[str, Agreement]) -> None:
    assert [(row["name"], row["address"]) for row in frame_of(site["mickcom"], None)["contact"]] == [
        ("Mickcom ICT", None),
        ("info@mickcom.nl", "mailto:info@mickcom.nl"),
        ("+31 (0)348 554821", "tel:+31348554821"),
    ]
    shared = [(row["label"], row["name"]) for row in contacts_of(site.values())]
    assert ("Mickcom ICT", "info@mickcom.nl") in shared and len(shared) == len({label for label, _ in shared})
    meta = replace(site["mickcom"].meta, values={"title": "X"})
    assert frame_of(replace(site["mickcom"], meta=meta), None)["contact"] == []


@pytest.mark.parametrize(
    ("slug", "pages"),
    [
        ("mickcom", {"bijlage-3/invullen/"}),
        ("123meekijken", {"datalek/"}),
        ("voorbeeld", {"bijlage-3/invullen/"}),
        ("example", {"annex-3/fill-in/"}),
    ],
)
def test_where_a_breach_is_told_of_is_known_without_the_words(
    site: dict[str, Agreement], slug: str, pages: set[str]
) -> None:
    assert {breach_address(edition) for edition in site[slug].editions} == pages
    known = Imprint(sha256="", pages=(), frame="", breach="x/")
    assert {breach_address(replace(edition, imprint=known)) for edition in site[slug].editions} == {"x/"}
