"""overeenkomst.json: every word of both sources in the right clause, valid against its schema, offsets true."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import Any

import jsonschema
import pytest

import words
from clausule.formats.edition_json import SCHEMA
from clausule.model.dates import current, intervals, status_on
from clausule.pages.edition.stage import render_edition
from editions import book_of
from session import read_home

DAY = date(2026, 11, 23)


@cache
def stage(name: str) -> dict[str, bytes]:
    (agreement,) = read_home(name).agreements
    edition = agreement.editions[0]
    interval = intervals(agreement)[edition.version]
    status = status_on(edition, interval, DAY)
    return render_edition(book_of(agreement, edition, status=status, current=current(agreement, DAY)))


def data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stage(name)["overeenkomst.json"])
    return found


def letters(*texts: str) -> str:
    return "".join(char for char in "".join(texts) if char.isalnum())


def parts(found: dict[str, Any]) -> dict[str, str]:
    """The letters of each part, by the id that the cut of the source gives it; headings without 'Artikel' and
    'Bijlage'."""
    result: dict[str, str] = {}
    inside = ""
    for section in found["preamble"]:
        # In the source a sub-heading belongs to the heading above it.
        inside = section["id"] if section["level"] == 2 or not inside else inside
        result[inside] = result.get(inside, "") + letters(section["title"], section["text"])
    for article in found["articles"]:
        result[article["id"]] = letters(article["number"], article["title"], article["intro"]["text"])
        for clause in article["clauses"]:
            result[clause["id"]] = letters(clause["number"], clause["text"])
    for section in found["closing"]:
        result[section["id"]] = letters(section["text"])
    for annex in found["annexes"]:
        inner = [(section["label"], section["title"], section["text"]) for section in annex["sections"]]
        result[annex["id"]] = letters(annex["title"], annex["intro"]["text"], *(word for row in inner for word in row))
    return result


def expected(name: str) -> dict[str, str]:
    heads = r"(?:Artikel|BIJLAGE\d)"
    return {part: re.sub(f"^{heads}", "", text) for part, text in words.source_parts(name).items()}


@pytest.mark.parametrize("name", ["mickcom", "123meekijken"])
def test_every_letter_of_the_source_is_in_the_data_in_the_right_clause(name: str) -> None:
    found = data(name)
    wanted = expected(name)
    if "titel" in wanted:
        assert letters(found["title"]) == wanted.pop("titel")
    assert parts(found) == wanted


@pytest.mark.parametrize("name", ["mickcom", "123meekijken"])
def test_the_data_is_valid_against_its_schema(name: str) -> None:
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read())).validate(data(name))


def clauses(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [clause for article in found["articles"] for clause in article["clauses"]]


@pytest.mark.parametrize("name", ["mickcom", "123meekijken"])
def test_offsets_point_at_the_words(name: str) -> None:
    found = data(name)
    terms = {definition["id"]: definition["term"] for definition in found["definitions"]}
    assert terms
    count = 0
    for clause in clauses(found):
        for reference in clause["references"]:
            assert clause["text"][reference["start"] : reference["end"]] == reference["text"]
            assert reference["targets"]
            count += 1
        for use in clause["terms"]:
            assert use["id"] in terms and use["end"] > use["start"]
    assert count > 5


def test_references_of_the_two_texts() -> None:
    targets = {
        (clause["id"], reference["text"]): reference["targets"]
        for name in ("mickcom", "123meekijken")
        for clause in clauses(data(name))
        for reference in clause["references"]
    }
    avg = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:32016R0679#"
    assert targets["artikel-11.2", "artikel 11.1"] == ["artikel-11.1"]
    assert targets["artikel-7.3", "Bijlage 3"] == ["bijlage-3"]
    assert targets["artikel-4.2", "dit artikel"] == ["artikel-4"]
    assert targets["artikel-3.4", "artikelen 14 t/m 22 AVG"] == [f"{avg}art_{number}" for number in range(14, 23)]
    assert targets["artikel-6.1", "artikel 49 lid 1 tweede alinea AVG"] == [f"{avg}049.001"]
    assert targets["artikel-1.3", "artikel 35 AVG"] == [f"{avg}art_35"]
    assert [found for (clause, _), found in targets.items() if clause == "artikel-2.4"] == [["bijlage-1"]]


def test_measures_and_their_number() -> None:
    measures = [
        [measure["text"] for measure in section["measures"]]
        for annex in data("123meekijken")["annexes"]
        for section in annex["sections"]
        if annex["kind"] == "measures"
    ]
    assert [len(category) for category in measures] == [6, 11, 8, 4, 3, 6, 10]
    assert measures[0][0] == "alarmsysteem" and measures[-1][-1] == "spamfilter"


def test_a_text_without_version_and_date_claims_none() -> None:
    found = data("123meekijken")
    assert (found["effective"], found["numbered"], found["status"]) == (None, False, "undated")
    assert found["version"] == "ongedateerd"
