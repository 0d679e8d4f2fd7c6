"""The list of sub-processors as data: what an author can get wrong in it, and what he is told."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from clausule.check import check_agreement
from clausule.model.editions import Agreement
from clausule.read import read_repository
from session import HOME, read_home

SLUG = "voorbeeld"
PATH = f"annexes/{SLUG}/sub-verwerkers.yml"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name in ("docs", "annexes"):
        shutil.copytree(HOME / name / SLUG, tmp_path / name / SLUG)
    return tmp_path


def with_known_words(agreement: Agreement) -> Agreement:
    """The agreement with the words of its editions as they were read before: no test here changes them, and to read
    them takes longer than all that is asked."""
    (here,) = read_home(SLUG).agreements
    known = {edition.version: edition.body for edition in here.editions}
    editions = (replace(one, read=partial(known.__getitem__, one.version)) for one in agreement.editions)
    return replace(agreement, editions=tuple(editions))


def findings(root: Path, published: tuple[str, ...] = (), **words: str) -> list[str]:
    """What is said of the list, and of the newest edition, which it belongs to; ``published`` are the ids of rows, and
    ``words`` what these said."""
    rows = tuple({"id": name, **words} for name in published)
    repository = read_repository(root, SLUG, published=lambda slugs: {SLUG: rows}, at_once=False)
    agreement = with_known_words(*repository.agreements)
    newest = [edition for edition in agreement.editions if not edition.concept][-1]
    passed = {edition.version for edition in agreement.editions if edition is not newest}
    found = [*repository.findings, *check_agreement(agreement, passed)]
    return [f"{one.place}: {one.rule}: {one.message} | {one.hint}" for one in found if not one.allowed]


# What stands in the file, what somebody writes instead, where the fault is, and words of the message or the hint.
MISTAKES = [
    ("address: Postweg 18, 00000 Musterhausen, Duitsland", "address:", "address: expected text"),
    ("name: Brievenbus Mail GmbH (fictief)", "name: [onbekend]", "expected text"),
    ("active: 2022-04-01", "active: onbekend", "its first day is not known"),
    ("active: 2022-04-01", "active: niet bekend", "does not fit"),
    ('{email: avg@postduif.example, phone: "+31 (0)00 000 0001"}', "niet bekend", "expected keys and values"),
    (
        "replaces: postduif",
        "corrections: [{key: adres, was: x, on: 2024-01-01, why: y}]",
        "the key at which the mistake stood",
    ),
    ("replaces: postduif", "corrections: [{key: name, was: x, on: 2024-02-31, why: y}]", "no day that exists"),
    ("replaces: postduif", "corrections: [{key: name, was: x, on: 2024-01-31}]", "'why' is missing"),
    ("active: 2022-04-01", "active: 31-02-2024", "active: '31-02-2024' is no day that exists"),
    ("announced: 2022-02-15", "announced: 9999-12-31", "with a year from 1900 to 2199"),
    ("active: 2022-04-01", "active: 0001-01-01", "with a year from 1900 to 2199"),
    ("active: 2022-04-01", "active: 2022-4-1", "does not fit"),
    ("active: 2022-04-01", "active: [2022, 4, 1]", "expected text"),
    ("country: DE", "country: Duitsland", "did you mean DE (Duitsland)?"),
    ("country: DE", "country: Germany", "did you mean DE (Duitsland)?"),
    ("country: DE", "country: de", "did you mean DE (Duitsland)?"),
    ("country: DE", "country: EU", "two capital letters"),
    ("country: IE", "country: UK", "did you mean GB (Verenigd Koninkrijk)?"),
    ("ground: standard-clauses", "ground: standaard-clauses", "did you mean 'standard-clauses'?"),
    ("ground: standard-clauses", "ground: none", "no ground is named"),
    (
        "ground: standard-clauses",
        "ground: none",
        "{country: US, ground: standard-clauses} (a decision about adequacy counts",
    ),
    ("ground: standard-clauses", "grond: standard-clauses", "did you mean 'ground'?"),
    ("  - id: nachtwacht\n    name:", "  - id: nachtwacht\n    naem:", "did you mean 'name'?"),
    (
        "data: [gebruiksgegevens]\n    data_subjects: [gebruikers]\n    places:\n      - {country: BE",
        "data: gebruiksgegevens\n    data_subjects: [gebruikers]\n    places:\n      - {country: BE",
        "expected a list",
    ),
    (
        'contact: {email: avg@postduif.example, phone: "+31 (0)00 000 0001"}',
        "contact: avg@postduif.example",
        "expected keys and values",
    ),
    ("email: avg@postduif.example", "email: postduif", "does not fit"),
    ("id: nachtwacht", "id: Nacht wacht", "small letters"),
    ("id: nachtwacht", "id: noorderlicht", "stands here twice"),
    ("replaces: postduif", "replaces: postduiff", "did you mean 'postduif'?"),
    ("announced: 2022-02-15", "announced: 2022-03-15", "can begin on 2022-04-14"),
    ("    announced: 2022-02-15\n", "", "was not announced"),
    ("    ended: 2022-04-01\n", "", "which has no end"),
    ("{days: 14, at: artikel-8.4}", "{days: 21, at: artikel-8.4}", "does not speak of 21 days"),
    ("{days: 14, at: artikel-8.4}", "{days: 14, at: artikel-8.9}", "has no 'artikel-8.9'"),
    ("{days: 14, at: artikel-8.4}", "{days: veertien, at: artikel-8.4}", "does not fit"),
    ('version: "2.0"', 'version: "2.00"', "did you mean '2.0'?"),
    ("sub_processors:", "sub_processors: &rows", "anchors and aliases"),
    ("sub_processors:", "sub_procesors:", "did you mean 'sub_processors'?"),
    ("promises:", "promises: [", "not YAML"),
    ("id: nachtwacht", "id: nacht\u202ewacht", "U+202E"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES, ids=[f"{number}" for number in range(len(MISTAKES))])
def test_a_mistake_is_told_at_its_place(sources: Path, right: str, wrong: str, said: str) -> None:
    text = (sources / PATH).read_text("utf-8")
    assert text.count(right) >= 1
    (sources / PATH).write_text(text.replace(right, wrong, 1), "utf-8")
    found = findings(sources)
    assert any(said in one for one in found), found
    changed = text[: text.index(right)].count("\n") + 1
    lines = {int(one.split(":")[1]) for one in found if one.startswith(PATH)}
    # In the lines that were changed, at the row that holds them, or at the row that now lacks what they said.
    near = range(changed, changed + 1 + max(right.count("\n"), wrong.count("\n")) + 1)
    row = text[: text.index(right)].rfind("  - id:")
    rows = {
        text[:row].count("\n") + 1,
        text[: text.index("id: brievenbus")].count("\n") + 1,
        *(
            n
            for n, line in enumerate(text.split("\n"), 1)
            if "replaces:" in line or line.startswith("    active: 2022") or wrong in line
        ),
    }
    assert lines & ({*near} | rows), (found, changed)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "# leeg\n",
        "- een\n- twee\n",
        "tekst",
        "sub_processors: nee\n",
        "\u0000",
        "a: b: c",
        "sub_processors: [1, null, [], {}]\n",
        "{" * 500,
    ],
)
def test_any_file_gets_a_finding_and_no_trace_back(sources: Path, content: str) -> None:
    (sources / PATH).write_text(content, "utf-8")
    found = findings(sources)
    assert found and all(one.startswith((PATH, "docs/voorbeeld")) for one in found)


def test_a_file_with_a_name_that_is_almost_right_is_told(sources: Path) -> None:
    (sources / PATH).rename(sources / "annexes/voorbeeld/subverwerkers.yaml")
    assert any("subverwerkers.yaml was not read | name it sub-verwerkers.yml" in one for one in findings(sources))


def test_an_empty_list_is_a_list(sources: Path) -> None:
    (sources / PATH).write_text("sub_processors: []\n", "utf-8")
    assert findings(sources) == []


def test_a_true_fault_of_the_past_can_be_accepted_with_a_reason(sources: Path) -> None:
    text = (sources / PATH).read_text("utf-8").replace("announced: 2022-02-15", "announced: 2022-03-15")
    allow = "\nallow:\n  - rule: late-announcement\n    at: brievenbus\n    reason: Postduif stopte onverwacht.\n"
    (sources / PATH).write_text(text + allow, "utf-8")
    assert findings(sources) == []
    (sources / PATH).write_text(text + allow.replace("brievenbus", "postduif"), "utf-8")
    assert sorted(one.split(": ")[1] for one in findings(sources)) == ["late-announcement", "unused-allow"]


def test_a_row_that_was_published_cannot_go(sources: Path) -> None:
    published = ("nachtwacht", "weg")
    found = findings(sources, published)
    assert [one for one in found if "'weg'" in one] == found != []
    # Nor can the whole file.
    (sources / PATH).unlink()
    assert {"nachtwacht", "weg"} <= {
        one.split("a row '")[1].split("'")[0] for one in findings(sources, published) if "removed-sub-processor" in one
    }


def test_words_that_were_published_are_put_back_and_words_where_nothing_stood_are_taken_out(sources: Path) -> None:
    assert findings(sources, ("brievenbus",), replaces="postduif") == []
    [changed] = findings(sources, ("brievenbus",), replaces="wolk")
    assert "was published as 'wolk', and here stands 'postduif' | put it back, and write" in changed
    assert findings(sources, ("brievenbus",), replaces="") == []  # it may be told later
    [came] = findings(sources, ("brievenbus",), announced="")
    assert "was published as nothing, and here stands '2022-02-15' | take it out; a change is a new row" in came
    [gone] = findings(sources, ("nachtwacht",), replaces="wolk")
    assert "was published as 'wolk', and here nothing stands | put it back" in gone


BARE = """sub_processors:
  - id: wolk
    name: Wolk B.V.
    address: {word}
    contact: {word}
    service: Servers
    purpose: {word}
    data: {word}
    data_subjects: [{word}]
    places: [{{country: US, ground: standard-clauses}}]
    active: {word}
"""


def test_a_list_of_name_place_service_and_ground_can_be_published_with_one_note(sources: Path) -> None:
    other = BARE.split("\n", 1)[1].format(word="onbekend").replace("id: wolk", "id: regen")
    (sources / PATH).write_text(BARE.format(word="Onbekend") + other, "utf-8")
    repository = read_repository(sources, SLUG)
    (agreement,) = repository.agreements
    notes = [one for one in check_agreement(agreement) if one.rule == "unknown-about-sub-processor"]
    assert not repository.findings and [str(note.place) for note in notes] == [f"{PATH}:4:14"]
    assert notes[0].message == (
        "of 2 sub-processors not everything is known: active (2), address (2), contact (2), data (2), "
        "data_subjects (2), purpose (2)"
    )
    assert agreement.sub_processors
    row = agreement.sub_processors.rows[0]
    assert (row.address, row.contact, row.data, row.data_subjects, row.active) == (
        "onbekend", {"name": "onbekend"}, ("onbekend",), ("onbekend",), None,
    )  # fmt: skip
    (sources / PATH).write_text(BARE.format(word="Onbekend"), "utf-8")
    (agreement,) = read_repository(sources, SLUG).agreements
    [note] = [one for one in check_agreement(agreement) if one.rule == "unknown-about-sub-processor"]
    assert note.message.startswith("of 1 sub-processor not everything is known: active (1), ")
    # A hash is made of how the list is written (``around``), so that may not differ from one run to the next.
    assert row.unknown == ("active", "address", "contact", "data", "data_subjects", "purpose")
    assert not re.search(r"\bset\b|frozenset", repr(agreement.sub_processors))


def test_the_word_is_the_words_of_its_language_and_no_other(sources: Path) -> None:
    (sources / PATH).write_text(BARE.format(word="unknown"), "utf-8")
    found = findings(sources)
    assert any("contact: expected keys and values" in one for one in found), found
    assert any("active: 'unknown' does not fit" in one for one in found), found
