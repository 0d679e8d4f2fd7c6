"""What must be made again: for each thing that can change which pages it decides, and of which it says nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clausule.build.known import known_editions
from clausule.build.plan import make_plan
from clausule.build.site import BuildError
from clausule.check import around
from clausule.model.editions import Agreement, Edition
from clausule.publish.plan import Plan
from clausule.read import read_repository
from session import HOME
from small_site import COSTS, DAY, LEAKS, ROW, SECURITY, write_site

PROEF = {"proef/1.0", "proef/1.1", "proef/1.2", "proef/2.0"}
ALL = {*PROEF, "ander/1.0", "root"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("inputs"))


@pytest.fixture(scope="module")
def before(root: Path) -> Plan:
    return planned(root)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(root, tmp_path / "copy")
    yield tmp_path / "copy"


def planned(root: Path, day: date = DAY) -> Plan:
    return make_plan(read_repository(root), day)


def inputs(plan: Plan) -> dict[str, str]:
    return {edition.name: edition.properties["input"] for edition in plan.editions} | {"root": plan.root_input}


def changed(before: Plan, after: Plan) -> set[str]:
    """What must be made again, by the name of an edition; ``root`` for all that stands above the editions."""
    was, now = inputs(before), inputs(after)
    return {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}


def put(path: str, old: str, new: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return write


def add(path: str, text: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(((root / path).read_text("utf-8") if (root / path).exists() else "") + text, "utf-8")

    return write


# What somebody does, and what must be made again for it. An edition's clauses tell of those before it, so these are in
# its
# hash; later ones are not, but for where the clauses of the one in force (1.1) are and which overviews it has.
DONE: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a word of the first edition": (put("docs/proef/1.0/artikel-01.md", "passen", "horen"), {*PROEF, "root"}),
    "a word of the edition in force": (
        put("docs/proef/1.1/artikel-01.md", "passen", "horen"),
        {"proef/1.1", "proef/1.2", "proef/2.0", "root"},
    ),
    "a word of the announced edition": (
        put("docs/proef/1.2/artikel-01.md", "passen", "horen"),
        {"proef/1.2", "proef/2.0", "root"},
    ),
    "a word of the concept": (put("docs/proef/2.0/artikel-01.md", "passen", "horen"), {"proef/2.0", "root"}),
    "a word of an annex that two include": (
        put("annexes/proef/bijlage-1/1.0.md", "een slot", "twee sloten"),
        {*PROEF, "root"},
    ),
    "its last day": (put("docs/proef/1.0/index.md", "effective", "until: 2019-01-01\neffective"), {*PROEF, "root"}),
    "the first day of the next": (
        put("docs/proef/1.2/index.md", "2022-01-01", "2023-01-01"),
        {"proef/1.1", "proef/1.2", "proef/2.0", "root"},
    ),
    "the lock of one edition": (put("docs/proef/editions.lock", "1.0 sha256:0", "1.0 sha256:f"), {"proef/1.0", "root"}),
    "the title of the agreement": (put("docs/proef/index.md", "title: Proef", "title: Proeve"), {*PROEF, "root"}),
    "the introduction to the agreement": (put("docs/proef/index.md", "Inleiding", "Vooraf"), {"root"}),
    "the words above all agreements": (put("docs/index.md", "Welkom", "Dag"), {"root"}),
    "a clause that went to another number in the edition in force": (
        put(
            "docs/proef/1.1/artikel-01.md",
            f"1.1 {SECURITY}\n\n1.2 {LEAKS}",
            f"1.1 {COSTS}\n\n1.2 {SECURITY}\n\n1.3 {LEAKS}",
        ),
        {*PROEF, "root"},
    ),
    "a clause that went to another number in the concept": (
        put("docs/proef/2.0/artikel-01.md", f"1.1 {SECURITY}", f"1.1 {COSTS}\n\n1.2 {SECURITY}"),
        {"proef/2.0", "root"},
    ),
    "the edition in force has no measures any more": (
        lambda root: (root / "docs/proef/1.1/bijlage-1.md").unlink(),
        {*PROEF, "root"},
    ),
    "a sub-processor that was there when an edition began": (
        put("annexes/proef/sub-verwerkers.yml", "service: opslag", "service: beheer"),
        {"proef/1.1", "root"},
    ),
    "a sub-processor that comes when no edition begins": (
        add("annexes/proef/sub-verwerkers.yml", ROW.format(name="later", announced="2021-01-01", active="2021-03-01")),
        {"root"},
    ),
    "another address": (put("mkdocs.yml", "example.org/", "example.org/avg/"), ALL),
    "a second edition of the other agreement": (
        add("docs/ander/2.0/index.md", '---\nversion: "2.0"\nstatus: concept\n---\n\nTekst.\n'),
        {"ander/1.0", "ander/2.0", "root"},
    ),
    "another agreement": (add("docs/derde/index.md", "---\ntitle: Derde\n---\n"), {"root"}),
    "a file that is in no page": (add("docs/.verborgen", "x"), set()),
}


@pytest.mark.parametrize("what", DONE)
def test_what_must_be_made_again(what: str, copy: Path, before: Plan) -> None:
    do, expected = DONE[what]
    do(copy)
    assert changed(before, planned(copy)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 6, 2), set()),
        (date(2021, 12, 31), set()),
        # 1.2 is in force, and has no measures to lead to.
        (date(2022, 1, 1), {*PROEF, "root"}),
        # 1.0 is in force, which has the same clauses and lists as 1.1: what came later leads to them as it did.
        (date(2019, 12, 31), {"proef/1.0", "proef/1.1", "root"}),
        # Nothing is in force yet.
        (date(2018, 5, 24), ALL),
    ],
)
def test_a_day_decides_only_when_something_begins_or_ends_on_it(
    root: Path, before: Plan, day: date, expected: set[str]
) -> None:
    assert changed(before, planned(root, day)) == expected


def test_two_editions_are_compared_anew_when_one_of_them_or_what_lies_between_changes(copy: Path, before: Plan) -> None:
    put("docs/proef/1.1/artikel-01.md", "passen", "horen")(copy)
    after = planned(copy).parts
    assert before.parts.keys() == after.keys() and len(after) == 9  # three pages, each with two documents
    # A comparison with a concept says so in its hash, so that it does not stay when that is agreed.
    assert {address for address, decided in after.items() if re.search(r"[^0-9a-f]", decided)} == {
        address for address in after if "2.0" in address
    }
    same = {address for address in after if after[address] == before.parts[address]}
    page = "proef/vergelijken/1.2...2.0/"
    assert same == {page, f"{page}vergelijking.docx", f"{page}vergelijking.pdf"}


def test_a_comparison_that_was_published_stays_where_the_same_tools_made_it(root: Path, before: Plan) -> None:
    address = "proef/vergelijken/1.0...1.2/"  # 1.1 is in force, and both follow and precede it
    assert address not in before.parts
    settled = before.settled({address: "f" * 64}, before.memory)
    assert settled == {address: "f" * 64}
    leads_on = before.settled({address: ""}, before.memory)[address]
    assert re.fullmatch("[0-9a-f]{64}", leads_on)
    for memory in (None, {}, {**before.memory, "tools": "other"}, planned(root, DAY).memory | {"url": "x"}):
        assert before.settled({address: "f" * 64}, memory) == {address: leads_on}
    # One with a concept does not stay, nor one that told of one when it was made.
    passing = "proef/vergelijken/1.0...2.0/"
    assert before.settled({passing: "f" * 64}, before.memory)[passing] != "f" * 64
    told = "f" * 64 + next(decided for decided in before.parts.values() if len(decided) > 64)[64:]
    assert before.settled({address: told}, before.memory) == {address: leads_on}


def test_a_page_that_leads_on_from_a_comparison_is_other_when_its_agreement_is_called_otherwise(
    copy: Path, before: Plan
) -> None:
    address = "proef/vergelijken/1.0...1.2/"
    put("docs/proef/index.md", "title: Proef", "title: Proeve")(copy)
    assert planned(copy).settled({address: ""}, None)[address] != before.settled({address: ""}, None)[address]


def test_a_document_of_a_comparison_that_is_made_no_longer_stays_whatever_tools_made_it(before: Plan) -> None:
    """But for one that is not there, or of a comparison that told of a concept; what it would be is asked for all."""
    document = "proef/vergelijken/1.0...1.2/vergelijking.pdf"
    passing = "f" * 64 + next(decided for decided in before.parts.values() if len(decided) > 64)[64:]
    for memory in ({}, before.memory):
        assert before.settled({document: "f" * 64}, memory) == {document: "f" * 64}
        assert before.settled({document: ""}, memory) == before.settled({document: passing}, memory) == {}
    (decided,) = before.settled({document: ""}, None).values()
    assert re.fullmatch("[0-9a-f]{64}", decided)


def test_who_knows_the_editions_by_their_files_plans_the_same(root: Path, before: Plan) -> None:
    known = known_editions(root, before.memory)
    assert set(known) == {edition.name for edition in before.editions}
    again = make_plan(read_repository(root, records=known), DAY)
    assert not changed(before, again)
    assert (again.memory, again.parts) == (before.memory, before.parts)


def test_who_knows_the_editions_as_they_were_plans_what_they_are(copy: Path, before: Plan) -> None:
    """What is known of an edition that changed is passed over, and so is its way to the next one."""
    known = known_editions(copy, before.memory)
    moved = f"1.1 {COSTS}\n\n1.2 {SECURITY}\n\n1.3 {LEAKS}"
    put("docs/proef/1.1/artikel-01.md", f"1.1 {SECURITY}\n\n1.2 {LEAKS}", moved)(copy)
    again, afresh = make_plan(read_repository(copy, records=known), DAY), planned(copy)
    assert inputs(again) == inputs(afresh) and again.parts == afresh.parts
    records = again.memory["editions"]
    assert records["proef/1.0"]["shift"][0] == {"artikel-1.1": "artikel-1.2", "artikel-1.2": "artikel-1.3"}
    assert records["proef/1.1"]["source"] != before.memory["editions"]["proef/1.1"]["source"]


def test_an_edition_has_passed_unless_it_accepts_what_concerns_several(copy: Path, before: Plan) -> None:
    """Then it is looked at again, as another edition may change what it accepts; but for who knows that it passed."""
    assert all(record["passed"] for record in before.memory["editions"].values())
    allow = "allow:\n  - rule: edition-order\n    reason: Zo is het.\n"
    put("docs/proef/1.0/index.md", "effective", f"{allow}effective")(copy)
    plan = planned(copy)
    passed = {name: record["passed"] for name, record in plan.memory["editions"].items()}
    assert [name for name, words in passed.items() if not words] == ["proef/1.0"]
    known = known_editions(copy, plan.memory)
    surroundings = around(*edition_of(copy, "1.0"))
    for words, expected in ((surroundings, surroundings), ("other", "")):
        known["proef/1.0"] = replace(known["proef/1.0"], passed=words)
        again = make_plan(read_repository(copy, records=known), DAY)
        assert again.memory["editions"]["proef/1.0"]["passed"] == expected


def edition_of(root: Path, version: str) -> tuple[Agreement, Edition]:
    (agreement,) = read_repository(root, "proef").agreements
    return agreement, next(edition for edition in agreement.editions if edition.version == version)


@pytest.mark.parametrize("memory", [None, [], {}, {"sha256": "x"}, {"editions": {"a": "\ud800"}}])
def test_a_memory_that_no_plan_wrote_is_forgotten(root: Path, memory: object) -> None:
    assert known_editions(root, memory) == {}


def test_a_memory_that_a_hand_changed_or_another_program_wrote_is_forgotten(root: Path, before: Plan) -> None:
    assert known_editions(root, before.memory)
    assert known_editions(root, {**before.memory, "url": "https://elsewhere.example/"}) == {}
    name, record = next(iter(before.memory["editions"].items()))
    assert known_editions(root, {**before.memory, "editions": {name: {**record, "concept": True}}}) == {}
    assert known_editions(HOME, before.memory) == {}


def test_a_plan_says_of_each_edition_what_it_is(root: Path, before: Plan) -> None:
    assert [
        (one.name, one.title, one.properties["status"], one.properties["effective"], one.properties["frozen"])
        for one in before.editions
    ] == [
        ("ander/1.0", "1.0 (25-05-2018)", "in force", "2018-05-25", True),
        ("proef/1.0", "1.0 (25-05-2018)", "lapsed", "2018-05-25", True),
        ("proef/1.1", "1.1 (01-01-2020)", "in force", "2020-01-01", True),
        ("proef/1.2", "1.2 (01-01-2022)", "announced", "2022-01-01", True),
        ("proef/2.0", "2.0", "concept", None, False),
    ]
    assert before.current == {"ander": "1.0", "proef": "1.1"}
    assert planned(root, date(2018, 5, 24)).current == {}
    assert {path: list(rows) for path, rows in before.rows.items()} == {
        "ander/sub-verwerkers.json": [],
        "proef/sub-verwerkers.json": ["wolk"],
    }
    assert before.site_url == "https://example.org/"


def test_an_edition_that_is_agreed_and_not_frozen_is_not_published(copy: Path) -> None:
    (copy / "docs/proef/editions.lock").write_text("1.0 sha256:" + "0" * 64 + "\n", "utf-8")
    with pytest.raises(BuildError, match=r"proef/1\.1, proef/1\.2: not frozen.*clausule freeze proef 1\.1\)"):
        planned(copy)


def test_a_site_without_an_address_is_not_planned(copy: Path) -> None:
    put("mkdocs.yml", "site_url: https://example.org/", "")(copy)
    with pytest.raises(BuildError, match="site_url"):
        planned(copy)
