"""Any two texts beside each other: what each says of a demand, who read it, and which texts there are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clausule.analysis.references import Notes
from clausule.compare.history import make_history
from clausule.language.language import language_of
from clausule.law.gdpr import all_demands, demand_parts
from clausule.pages.beside.data import SCHEMA, demands_data
from clausule.pages.beside.page import beside_sheet, there_are_two
from clausule.pages.kit.sheet import Shelf, shelf_of
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.stage import render_root
from clausule.read import Repository, read_repository
from editions import book_of

DAY = date(2026, 11, 29)
HEAD = """\
---
version: "1.0"
effective: 2026-01-01
{more}
---
"""
ARTICLE = """\
---
version: "1.0"
avg:
  artikel-1.1: [33.2, 28.2.bezwaar deels]
  artikel-1.2-a: 28.2.toestemming
  artikel-2: 28.3.h.audits
  bijlage-1: 28.3.c
  artikel-9: 28.3.b
remarks:
  - at: artikel-1.1
    about: 28.3.g
    note: Artikel 1.1 noemt teruggave niet.
---

# Artikel 1. Melden

1.1 Verwerker meldt een datalek binnen 36 uur.

1.2 Klant geeft toestemming:

a. voor sub-verwerkers, waaronder:
    - hosting;

b. voor niets anders.
"""
SECOND = """\
---
version: "1.0"
---

# Artikel 2. Controle

2.1 Klant kan eens per jaar een audit doen, na 60 dagen, tegen € 80 per uur.

2.2 Verwerker werkt mee.
"""
ANNEX = '---\nversion: "1.0"\nkind: measures\n---\n\n# Bijlage 1. Maatregelen\n\n## A. Toegang\n\n- wachtwoorden;\n'


def repository(root: Path, more: str = "", **others: dict[str, str]) -> Repository:
    """The agreement ``proef`` of Maker, with what its front matter says more, and others beside it."""
    files = {
        "docs/proef/index.md": "---\ntitle: Proef\npublisher: Maker\n---\n",
        "docs/proef/1.0/index.md": HEAD.format(more=more) + "Wij en u.\n",
        "docs/proef/1.0/artikel-01.md": ARTICLE,
        "docs/proef/1.0/artikel-02.md": SECOND,
        "docs/proef/1.0/bijlage-1.md": ANNEX,
    }
    for name, own in others.items():
        files |= {f"docs/{name}/{path}": words for path, words in own.items()}
    for path, words in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(words, "utf-8")
    return read_repository(root)


OTHER = {
    "index.md": "---\ntitle: Deed\npublisher: Ander\nlanguage: en\n---\n",
    "2.0/index.md": '---\nversion: "2.0"\n---\nWe and you.\n',
    "2.0/article-01.md": '---\nversion: "2.0"\n---\n\n# Article 1. Breaches\n\n1.1 Processor notifies.\n',
}


def data_of(root: Path, more: str = "") -> dict[str, Any]:
    (agreement,) = repository(root, more).agreements
    data: dict[str, Any] = json.loads(demands_data(book_of(agreement, agreement.editions[0])))
    jsonschema.validate(data, json.loads(SCHEMA.read()))
    return data


def part_of(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(part for row in data["demands"] for part in row["parts"] if part["id"] == name)


def test_a_part_of_a_demand_names_what_fulfils_it_and_silence_is_told_from_what_nobody_read(tmp_path: Path) -> None:
    data = data_of(tmp_path)
    assert part_of(data, "33.2.melden") | {"near": []} == {
        "id": "33.2.melden",
        "read": True,
        "whole": ["artikel-1.1"],
        "partly": [],
        "near": [],
    }
    assert part_of(data, "28.2.bezwaar")["partly"] == ["artikel-1.1"]
    found = part_of(data, "28.3.g.keuze")
    assert found["read"] and not found["whole"] + found["partly"] + found["near"]
    unread = part_of(data, "28.3.slot.waarschuwen")
    assert not unread["read"] and not unread["whole"]
    assert not part_of(data, "32.1.a")["read"]
    assert [row["id"] for row in data["demands"]][-6:] == ["32.1.a", "32.1.b", "32.1.c", "32.1.d", "33.2", "82.2"]


def test_what_is_named_stands_there_in_its_words_with_the_lengths_of_time_in_it(tmp_path: Path) -> None:
    passages = data_of(tmp_path)["passages"]
    assert passages["artikel-1.1"] == {
        "name": "Artikel 1.1",
        "address": "artikel-1/#artikel-1.1",
        "title": "Melden",
        "lines": [["", 0, "Verwerker meldt een datalek binnen 36 uur."]],
        "lengths": [[36, "hours", False]],
    }
    assert passages["artikel-1.2-a"]["lines"] == [["", 0, "voor sub-verwerkers, waaronder:"], ["–", 1, "hosting;"]]
    article = passages["artikel-2"]
    assert article["lines"] == [
        ["2.1", 0, "Klant kan eens per jaar een audit doen, na 60 dagen, tegen € 80 per uur."],
        ["2.2", 0, "Verwerker werkt mee."],
    ]
    assert article["lengths"] == [[1, "years", True], [60, "days", False]]
    assert (passages["bijlage-1"]["title"], passages["bijlage-1"]["lines"]) == ("Maatregelen", [])
    assert "artikel-9" not in passages  # what the text does not have is claimed by nothing


def test_who_read_it_and_the_term_come_from_the_front_matter(tmp_path: Path) -> None:
    more = 'reading: {by: "Jo de Lezer", day: 3-2-2026}\nbreach: {hours: "36", at: artikel-1.1, words: binnen 36 uur}'
    data = data_of(tmp_path, more)
    assert data["reading"] == {"by": "Jo de Lezer", "day": "2026-02-03"}
    assert data["terms"] == [{"kind": "breach", "number": 36, "unit": "hours", "at": "artikel-1.1"}]
    assert data_of(tmp_path)["reading"] is None and data_of(tmp_path)["read"]
    seen = {"kind": "breach", "number": 36, "unit": "hours", "at": "artikel-1.1", "found": True}
    assert data_of(tmp_path)["terms"] == [seen]


def test_a_day_of_reading_that_does_not_exist_is_a_finding(tmp_path: Path) -> None:
    read = repository(tmp_path, "reading: {by: Jo, day: 2026-02-30}")
    (edition,) = read.agreements[0].editions
    assert edition.beside.reading and edition.beside.reading.day is None
    found = [one for one in read.findings if "2026-02-30" in one.message]
    assert [(one.rule, one.place.path, one.place.line) for one in found] == [
        ("front-matter", "docs/proef/1.0/index.md", 4)
    ]


def test_the_promise_of_the_list_that_counted_then_is_a_term(tmp_path: Path) -> None:
    listing = tmp_path / "annexes/proef/sub-verwerkers.yml"
    listing.parent.mkdir(parents=True)
    listing.write_text(
        'promises:\n  - version: "1.0"\n    notice: {months: 1, at: artikel-1.1}\n    objection: {working_days: 10, '
        "at: artikel-2.1}\nsub_processors: []\n",
        "utf-8",
    )
    terms = [(one["kind"], one["number"], one["unit"]) for one in data_of(tmp_path)["terms"] if one["kind"] != "breach"]
    assert terms == [("notice", 1, "months"), ("objection", 10, "working_days")]


def shelves(read: Repository) -> list[Shelf]:
    return [
        shelf_of(one, make_history(one), {e.version: "" for e in one.editions}, day=DAY, base="https://x.example/")
        for one in read.agreements
    ]


def sheet_data(read: Repository, tag: str = "nl", publisher: str = "") -> dict[str, Any]:
    drawn = beside_sheet(language_of(tag), shelves(read), publisher).drawn
    assert isinstance(drawn, Fixed)
    return dict(drawn.data)


def test_the_page_lists_every_text_with_what_it_leads_to_without_scripts(tmp_path: Path) -> None:
    data = sheet_data(repository(tmp_path, deed=OTHER))
    deed, proef = data["agreements"]
    assert [row["reads"] for row in (*deed["editions"], *proef["editions"])] == [
        "../../deed/2.0/full-text/",  # nobody read it
        "../../proef/1.0/avg-28/",
    ]
    assert proef["editions"][0]["data"] == "../../proef/1.0/eisen.json"
    assert data["keys"] == ["een", "ander"] and sheet_data(repository(tmp_path), "en")["keys"] == ["one", "other"]
    assert data["compare"] == {"en": ["compare/", "from", "to"], "nl": ["vergelijken/", "van", "naar"]}


def test_every_demand_is_on_it_in_the_order_of_the_law_with_all_its_parts(tmp_path: Path) -> None:
    demands = {row["id"]: row for row in sheet_data(repository(tmp_path))["demands"]}
    assert {name for name in demands if not name.startswith("32")} == all_demands().keys()
    assert [name for name in demands if name.startswith("3")] == [
        "30.2",
        "32.1.a",
        "32.1.b",
        "32.1.c",
        "32.1.d",
        "33.2",
    ]
    assert tuple(demands["28.2"]["asks"]) == demand_parts("28.2")
    assert demands["28.3.d"]["asks"] == {}  # it repeats two others


@pytest.mark.parametrize(
    ("publisher", "not_of"), [("", ["", ""]), ("maker", ["Ander", ""]), ("Derde", ["Ander", "Maker"])]
)
def test_the_text_of_another_is_no_edition_of_its_publisher(tmp_path: Path, publisher: str, not_of: list[str]) -> None:
    data = sheet_data(repository(tmp_path, deed=OTHER), publisher=publisher)
    assert [one["not_of"] for one in data["agreements"]] == not_of


@pytest.mark.parametrize("two", [True, False])
def test_a_site_with_one_text_has_nothing_to_put_beside_it(tmp_path: Path, two: bool) -> None:
    read = repository(tmp_path, **({"deed": OTHER} if two else {}))
    notes = {one.name: Notes(one) for agreement in read.agreements for one in agreement.editions}
    stage = render_root(read.agreements, notes, day=DAY, site_url="https://x.example/")
    assert ("overeenkomsten/naast-elkaar/index.md" in stage) is two is there_are_two(read.agreements)
    assert (b"overeenkomsten/naast-elkaar/" in stage["index.md"]) is two
    assert (b'"../overeenkomsten/naast-elkaar/?een=proef/1.0"' in stage["proef/index.md"]) is two
