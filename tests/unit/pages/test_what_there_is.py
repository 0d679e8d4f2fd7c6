"""A page, a link to it and its line in the map of the site are there when there is something to show, and a concept is
for no search engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.model.addresses import DEMANDS_DATA, SEARCH_DATA
from clausule.model.dates import current, intervals, status_on
from clausule.pages.comparison.pairs import comparison_parts, render_comparisons
from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.staging import is_page
from clausule.pages.root.stage import render_root
from clausule.read import read_repository
from editions import book_of

DAY, URL = date(2024, 6, 1), "https://x.example/"
HEAD = '---\nversion: "{0}"\neffective: {1}\n---\n\n# Voorwaarden\n\n'
CONCEPT = '---\nversion: "{0}"\nstatus: concept\n---\n\n# Voorwaarden\n\n'
CLAUSE = '---\nversion: "1.0"\n{front}---\n\n# Artikel 1. Levering\n\n1.1 {words}\n'
PLAIN = "Wij leveren binnen tien dagen. De verwerkersovereenkomst regelt wat de verwerker doet."
SPEAKS = "Wij zetten sub-verwerkers in."


def stages(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    """Every staged page of a site with one agreement, by its path from the root of the site."""
    for name, words in ({"index.md": "---\ntitle: Voorwaarden\npublisher: A\n---\n"} | files).items():
        path = root / "docs/proef" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    (agreement,) = read_repository(root).agreements
    notes = {edition.name: Notes(edition) for edition in agreement.editions}
    spans, now = intervals(agreement), current(agreement, DAY)
    stage = render_root([agreement], notes, day=DAY, site_url=URL)
    stage |= render_comparisons(agreement, comparison_parts(agreement, DAY), day=DAY, site_url=URL)
    for edition in agreement.editions:
        status = status_on(edition, spans[edition.version], DAY)
        made = render_edition(book_of(agreement, edition, status=status, current=now, site_url=URL))
        stage |= {f"{edition.name}/{name}": content for name, content in made.items()}
    return stage


def edition(version: str, words: str, *, front: str = "", head: str = HEAD) -> dict[str, str]:
    return {
        f"{version}/index.md": head.format(version, f"202{version[0]}-01-01") + "Wij en u.\n",
        f"{version}/artikel-01.md": CLAUSE.format(front=front, words=words),
    }


def named(stage: dict[str, bytes], word: str) -> list[str]:
    """The paths and the pages that have ``word`` in them; the search knows words that nobody wrote, and the data with
    which any text is put beside any other names every demand."""
    rows = (
        (name, content)
        for name, content in stage.items()
        if not name.startswith(("schema/", SEARCH_DATA)) and not name.endswith(f"/{DEMANDS_DATA}")
    )
    return [name for name, content in rows if word in name or word.encode() in content]


@pytest.mark.parametrize("word", ["avg-28", "avg-30", "sub-verwerkers/", "maatregelen", "bijlage-", "invullen"])
def test_terms_of_delivery_have_no_pages_of_a_processor(word: str, tmp_path: Path) -> None:
    assert named(stages(tmp_path, edition("1.0", PLAIN)), word) == []


def test_what_an_author_read_is_shown_in_that_edition_only(tmp_path: Path) -> None:
    read = {
        "by a claim": "avg: {artikel-1.1: 28.3.a}\n",
        "by a remark": "remarks: [{at: artikel-1.1, about: 28.2, note: Staat hier niet.}]\n",
    }
    for how, front in read.items():
        stage = stages(tmp_path / how, edition("1.0", PLAIN) | edition("2.0", PLAIN, front=front))
        assert "proef/2.0/avg-28.md" in stage and "proef/2.0/avg-30.md" in stage
        assert not [name for name in stage if name.startswith("proef/1.0/avg")]
        assert b"avg-28" not in stage["proef/1.0/site.json"] and b"avg-28" in stage["proef/2.0/site.json"]


@pytest.mark.parametrize("first", [PLAIN, SPEAKS])
@pytest.mark.parametrize("second", [PLAIN, SPEAKS])
def test_sub_processors_have_a_page_when_an_agreed_text_speaks_of_them(first: str, second: str, tmp_path: Path) -> None:
    stage = stages(tmp_path, edition("1.0", first) | edition("2.0", second))
    there = SPEAKS in (first, second)
    assert ("proef/sub-verwerkers/index.md" in stage) is there
    links = [name for name in named(stage, "sub-verwerkers/") if name.endswith(("site.json", "proef/index.md"))]
    assert len(links) == (3 if there else 0)  # around the pages of each edition, and on that of the agreement
    tab_and_card = stage["proef/index.md"].count(b'"key": "sub-processors"')
    assert tab_and_card == (2 if there else 0)


def test_a_concept_alone_makes_no_page_about_what_was_agreed(tmp_path: Path) -> None:
    stage = stages(tmp_path, edition("1.0", SPEAKS, head=CONCEPT))
    assert not {"proef/sub-verwerkers/index.md", "proef/op/index.md"} & stage.keys()
    assert not {"proef/op/index.md", "proef/getekend/index.md"} & stages(tmp_path / "none", {}).keys()


def test_words_about_sub_processors_are_shown_when_nothing_is_in_force(tmp_path: Path) -> None:
    announced = edition("1.0", SPEAKS, head=HEAD.replace("{1}", "2099-01-01"))
    assert b"Wij zetten sub-verwerkers in" in stages(tmp_path, announced)["proef/sub-verwerkers/index.md"]


def test_a_questionnaire_that_asks_nothing_is_not_filled_in(tmp_path: Path) -> None:
    annex = '---\nversion: "1.0"\nkind: questionnaire\n---\n\n# Bijlage 1. Vragen\n\n## 1. Wat\n\n{}\n'
    asks = stages(tmp_path / "a", edition("1.0", PLAIN) | {"1.0/bijlage-1.md": annex.format("Hoe laat? ..........")})
    none = stages(tmp_path / "b", edition("1.0", PLAIN) | {"1.0/bijlage-1.md": annex.format("Wij vragen niets.")})
    assert named(asks, "invullen/") and not named(none, "invullen/")


def test_a_concept_is_for_no_search_engine(tmp_path: Path) -> None:
    stage = stages(tmp_path, edition("1.0", PLAIN) | edition("2.0", PLAIN) | edition("3.0", SPEAKS, head=CONCEPT))
    marked = {name for name in stage if name.endswith(".md") and b"\nconcept: true\n" in stage[name]}
    assert marked == {
        name
        for name in stage
        if is_page(name.rpartition("/")[2]) and name.startswith(("proef/3.0/", "proef/vergelijken/2.0...3"))
    }
    assert {"proef/3.0/index.md", "proef/3.0/volledig.md", "proef/vergelijken/2.0...3.0/index.md"} <= marked
    assert b"3.0" not in stage["sitemap.xml"] and b"proef/vergelijken/1.0...2.0/" in stage["sitemap.xml"]
