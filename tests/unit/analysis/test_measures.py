"""What a measure is, and what it is called: comparison, JSON, page and rules agree on every shape of a list."""

from __future__ import annotations

import json
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausule.analysis.addresses import Addresses
from clausule.analysis.measures import categories, measures_of
from clausule.check import check
from clausule.compare.explanations import compare_successive, explain
from clausule.compare.history import make_history
from clausule.compare.units import edition_units
from clausule.model.dates import current
from clausule.model.editions import Agreement, Edition
from clausule.pages.comparison.body import pair_page
from clausule.pages.comparison.data import comparison_data, known_history
from clausule.pages.edition.stage import render_edition
from clausule.read import Repository, read_repository
from editions import book_of
from offered import schema

TABLE = "| Maatregel | Wie |\n| --- | --- |\n| een slot op elke deur | A |\n| B | camera's bij de ingang |"
LIST = "- een slot\n- bewaking, te weten:\n  - camera's\n  - een wacht\n- een kluis"


def repository(root: Path, *annexes: str, front: str = "") -> Repository:
    """An agreement with an edition for each text of its annex of measures; ``front`` is put in the head of the last."""
    for number, annex in enumerate(annexes):
        folder = root / f"docs/proef/1.{number}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder.parent / "index.md").write_text("---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nProef.\n", "utf-8")
        more = front if number == len(annexes) - 1 else ""
        (folder / "index.md").write_text(
            f'---\nversion: "1.{number}"\neffective: 202{number}-02-01\n{more}---\n\n# Overeenkomst\n\n## '
            f"Partijen\n\nA en B.\n",
            "utf-8",
        )
        (folder / "artikel-01.md").write_text(
            "# Artikel 1. Beveiliging\n\n1.1 De maatregelen staan in bijlage 1.\n", "utf-8"
        )
        (folder / "bijlage-1.md").write_text(
            f'---\nversion: "1.{number}"\nkind: measures\n---\n\n# Bijlage 1. Maatregelen\n\n{annex}\n', "utf-8"
        )
    return read_repository(root)


def agreement(root: Path, *annexes: str, front: str = "") -> Agreement:
    (found,) = repository(root, *annexes, front=front).agreements
    return found


def stage(found: Agreement, edition: Edition) -> dict[str, bytes]:
    now = current(found, date(2026, 11, 23))
    return render_edition(book_of(found, edition, current=now, site_url="https://example.org/"))


def in_json(staged: dict[str, bytes]) -> list[dict[str, Any]]:
    """The measures of maatregelen.json, which are those of overeenkomst.json too."""
    lists, whole = json.loads(staged["maatregelen.json"]), json.loads(staged["overeenkomst.json"])
    schema("maatregelen.json").validate(lists)
    schema("overeenkomst.json").validate(whole)
    listed = [measure for category in lists["categories"] for measure in category["measures"]]
    held = [
        one for annex in whole["annexes"] for part in (annex, *annex["sections"]) for one in part.get("measures", [])
    ]
    assert held == [{key: value for key, value in one.items() if key != "address"} for one in listed]
    return listed


def anchors(page: bytes) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', page.decode())


SHAPES = {
    "items": (f"## A. Toegang\n\nHet doel.\n\n{LIST}", ["a-1", "a-2", "a-2-1", "a-2-2", "a-3"], {}),
    "paragraphs": ("## A. Toegang\n\nEen slot.\n\nEen kluis.", ["a-1", "a-2"], {}),
    "a paragraph, a table and a paragraph": (
        f"## A. Toegang\n\nEen slot.\n\n{TABLE}\n\nEen kluis.",
        ["a-1", "a-rij-2", "a-rij-3", "a-2"],
        {"a-rij-3": ["a-3"], "a-2": ["a-4"]},
    ),
    "a list and a table": (f"## A. Toegang\n\n- een slot\n\n{TABLE}\n\nEn zo verder.", ["a-1"], {}),
    "no headings, a list": (LIST, ["1", "2", "2-1", "2-2", "3"], {}),
    "no headings, a table first": (f"{TABLE}\n\nEen kluis.", ["rij-2", "rij-3", "1"], {"rij-3": ["2"], "1": ["3"]}),
    "an introduction with a list": (
        f"Zie ook:\n\n- de wet\n\n## A. Toegang\n\n{LIST}",
        ["a-1", "a-2", "a-2-1", "a-2-2", "a-3"],
        {},
    ),
    "items that define": (
        "## A. Begrippen\n\nHieronder wordt verstaan onder:\n\na. Toegang: een slot op de deur;\n\nb. Opslag: een "
        "kluis.",
        ["a-a", "a-b"],
        {},
    ),
    "nothing": ("## A. Toegang", [], {}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_a_measure_and_what_it_is_called(shape: str, tmp_path: Path) -> None:
    annex, ids, aliases = SHAPES[shape]
    found = agreement(tmp_path, annex)
    measures = measures_of(found.editions[0])
    assert [measure.id for measure in measures] == [f"bijlage-1-{name}" for name in ids]
    assert {measure.id: list(measure.aliases) for measure in measures if measure.aliases} == {
        f"bijlage-1-{name}": [f"bijlage-1-{alias}" for alias in was] for name, was in aliases.items()
    }
    agree(found)


def agree(found: Agreement) -> None:
    """Comparison, addresses, both JSON files and both pages have the measures under the same ids, and the aliases lead
    to them."""
    edition = found.editions[0]
    measures = measures_of(edition)
    ids = [measure.id for measure in measures]
    staged = stage(found, edition)
    assert [unit.id for unit in edition_units(edition) if unit.kind == "measure"] == ids
    listed = in_json(staged) if ids else []
    assert [one["id"] for one in listed] == ids
    assert [one.get("aliases", []) for one in listed] == [list(measure.aliases) for measure in measures]
    assert [one["address"] for one in listed] == [f"https://example.org/proef/1.0/bijlage-1/#{name}" for name in ids]
    for page in ("bijlage-1.md", "volledig.md"):
        there = anchors(staged[page])
        assert len(set(there)) == len(there)
        assert {name for measure in measures for name in (measure.id, *measure.aliases)} <= set(there)
        assert [name for name in there if name in ids] == ids
    addresses = Addresses(edition)
    for name in (name for measure in measures for name in (measure.id, *measure.aliases)):
        assert addresses.address(name) == f"bijlage-1/#{name}"


_WORD = st.sampled_from(["slot", "kluis", "wacht", "camera", "pas", "kopie"])
_BLOCK = st.one_of(
    _WORD.map(lambda word: f"Een {word} is er."),
    st.lists(_WORD, min_size=1, max_size=3).map(lambda words: "\n".join(f"- een {word}" for word in words)),
    st.lists(_WORD, min_size=1, max_size=2).map(
        lambda words: "- een lijst:\n" + "\n".join(f"  - een {word}" for word in words)
    ),
    st.lists(st.tuples(_WORD, _WORD), min_size=1, max_size=3).map(
        lambda rows: "| Een | Ander |\n| --- | --- |\n" + "\n".join(f"| {one} | een {other} |" for one, other in rows)
    ),
    _WORD.map(lambda word: f"{word.capitalize()}\n: is een begrip"),
)


@settings(max_examples=40)
@given(
    st.lists(_BLOCK, max_size=4),
    st.lists(
        st.tuples(st.sampled_from(["## A. Toegang", "## Opslag", "### 1. Kopie"]), st.lists(_BLOCK, max_size=4)),
        max_size=3,
    ),
)
def test_every_list_is_one_thing_to_all(intro: list[str], sections: list[tuple[str, list[str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        blocks = [*intro, *(piece for heading, inner in sections for piece in (heading, *inner))]
        agree(agreement(Path(folder), "\n\n".join(blocks)))


def test_the_goal_of_a_category_stands_before_its_list_and_is_no_measure(tmp_path: Path) -> None:
    (edition,) = agreement(tmp_path, f"## A. Toegang\n\nOm in te komen.\n\nEn uit.\n\n{LIST}\n\nTot slot.").editions
    (category,) = categories(edition)
    assert [paragraph.text.plain for paragraph in category.goal] == ["Om in te komen.", "En uit."]
    assert [measure.text.plain for measure in category.measures] == [
        "een slot",
        "bewaking, te weten:",
        "camera's",
        "een wacht",
        "een kluis",
    ]


def test_each_word_is_in_one_unit(tmp_path: Path) -> None:
    (edition,) = agreement(tmp_path, f"## A. Toegang\n\n{LIST}\n\n## B. Opslag\n\n{TABLE}").editions
    assert [(unit.id, unit.kind, unit.text, unit.parent) for unit in edition_units(edition)][-9:] == [
        ("bijlage-1-a-1", "measure", "een slot", "bijlage-1-a"),
        ("bijlage-1-a-2", "measure", "bewaking, te weten:", "bijlage-1-a"),
        ("bijlage-1-a-2-1", "measure", "camera's", "bijlage-1-a"),
        ("bijlage-1-a-2-2", "measure", "een wacht", "bijlage-1-a"),
        ("bijlage-1-a-3", "measure", "een kluis", "bijlage-1-a"),
        ("bijlage-1-b", "section", "Opslag", "bijlage-1"),
        ("bijlage-1-b-rij-1", "row", "Maatregel\tWie", "bijlage-1-b"),
        ("bijlage-1-b-rij-2", "measure", "een slot op elke deur\tA", "bijlage-1-b"),
        ("bijlage-1-b-rij-3", "measure", "B\tcamera's bij de ingang", "bijlage-1-b"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        (
            f"## A. Toegang\n\n{LIST}",
            "## A. Toegang\n\n- een slot\n- bewaking, te weten:\n  - camera's\n- een kluis",
            "bijlage-1-a-2-2",
        ),
        (f"## A. Toegang\n\n{TABLE}", "## A. Toegang\n\n" + TABLE.rpartition("\n")[0], "bijlage-1-a-rij-3"),
        (f"{TABLE}\n\nEen kluis.", TABLE, "bijlage-1-1"),
    ],
    ids=["within an item", "a row", "without headings"],
)
def test_what_went_is_withdrawn_to_the_rule_and_to_the_json(before: str, after: str, gone: str, tmp_path: Path) -> None:
    front = "changes:\n  - at: artikel-1.1\n    why: omdat\n"
    found = repository(tmp_path, before, after, front=front)
    withdrawn = [finding for finding in check(found) if finding.rule == "withdrawn-measure"]
    assert [finding.at for finding in withdrawn] == [gone]
    (one,) = found.agreements
    changes = json.loads(stage(one, one.editions[1])["maatregelen.json"])["changes"]["changes"]
    assert [(row["kind"], row["from"]) for row in changes] == [("removed", gone)]


def test_a_note_and_a_link_by_an_earlier_id_still_find_the_measure(tmp_path: Path) -> None:
    # Until measures had one definition, the comparison called this paragraph bijlage-1-alinea-1.
    front = (
        "changes:\n  - at: bijlage-1-alinea-1\n    why: Sterker.\npairs:\n  - from: bijlage-1-alinea-1\n    to: "
        "bijlage-1-alinea-1\n"
    )
    found = repository(tmp_path, f"{TABLE}\n\nEen kluis.", f"{TABLE}\n\nEen sterke kluis.", front=front)
    assert not [
        finding for finding in check(found) if finding.rule in ("explained-nothing", "bad-pair", "unexplained-change")
    ]
    (one,) = found.agreements
    old, new = one.editions
    (told,) = explain(old, new).changes
    assert (told.change.new and told.change.new.id, told.why) == ("bijlage-1-1", "Sterker.")
    assert [change.kind for change in compare_successive(old, new).changes if change.kind != "unchanged"] == ["changed"]
    history = make_history(one)
    drawn: Any = pair_page(one, history, 0, 1).drawn
    (row,) = drawn.data["groups"][0]["rows"]
    assert (row["id"], row["others"]) == ("bijlage-1-1", ["bijlage-1-alinea-1"])
    known = known_history(comparison_data(one, history), one.editions)
    assert known and known.lineages[-1].spots[0].unit.aliases == ("bijlage-1-alinea-1",)
