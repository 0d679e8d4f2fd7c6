"""Terms of another agreement: which edition lends them, what a reader sees of it, and when the pages are made again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.build.plan import make_plan
from clausule.build.site import Site
from clausule.build.trial import try_edition
from clausule.check import check
from clausule.formats.edition_json import edition_json
from clausule.model.editions import Edition
from clausule.model.lookup import find_agreement, find_edition
from clausule.read import Repository, read_repository
from clausule.read.records import from_json

DAY = date(2024, 6, 1)
TERM = (
    '---\nversion: "{0}"\n---\n\n# Artikel 1. Begrippen\n\n1.1 Onder “Dienst” wordt verstaan {1}. De Dienst begint.\n'
)
OWN = '---\nversion: "1.0"\n---\n\n# Artikel 1. Betaling\n\n1.1 U betaalt voor de Dienst en alle Diensten.\n'


def index(version: str, front: str) -> str:
    return f'---\nversion: "{version}"\n{front}\n---\n\n# Algemene voorwaarden\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, words in {
        "mkdocs.yml": "site_name: Proef\nsite_url: https://x.example/\n",
        "docs/algemeen/index.md": "---\ntitle: Algemene voorwaarden\npublisher: A\n---\n",
        "docs/algemeen/1.0/index.md": index("1.0", "effective: 2020-01-01\ninflections: {Dienst: [Diensten]}"),
        "docs/algemeen/1.0/artikel-01.md": TERM.format("1.0", "wat wij leverden"),
        "docs/algemeen/2.0/index.md": index("2.0", "effective: 2023-01-01\ninflections: {Dienst: [Diensten]}"),
        "docs/algemeen/2.0/artikel-01.md": TERM.format("2.0", "wat wij leveren"),
        "docs/algemeen/3.0/index.md": index("3.0", "status: concept\ninflections: {Dienst: [Diensten]}"),
        "docs/algemeen/3.0/artikel-01.md": TERM.format("3.0", "wat wij gaan leveren"),
        "docs/proef/index.md": "---\ntitle: Proef\npublisher: A\n---\n",
        "docs/proef/1.0/artikel-01.md": OWN,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    return tmp_path


def read(root: Path, terms_from: str, front: str = "effective: 2022-06-01") -> Repository:
    words = f'---\nversion: "1.0"\n{front}\nterms_from: {terms_from}\n---\n\n# Proef\n'
    (root / "docs/proef/1.0/index.md").write_text(words, "utf-8")
    return read_repository(root)


def proef(repository: Repository) -> Edition:
    return find_edition(find_agreement(repository.agreements, "proef"), "1.0")


@pytest.mark.parametrize(
    "terms_from, front, lender",
    [
        ("algemeen@1.0", "effective: 2022-06-01", "algemeen/1.0"),
        ("algemeen@2.0", "effective: 2022-06-01", "algemeen/2.0"),
        ("[algemeen@2.0]", "effective: 2022-06-01", "algemeen/2.0"),
        ("algemeen", "effective: 2022-06-01", "algemeen/1.0"),
        ("algemeen", "effective: 2022-12-31", "algemeen/1.0"),
        ("algemeen", "effective: 2023-01-01", "algemeen/2.0"),
        ("algemeen", "status: concept", "algemeen/2.0"),
        ("algemeen@3.0", "status: concept", "algemeen/3.0"),
    ],
)
def test_which_edition_lends_its_terms(terms_from: str, front: str, lender: str, root: Path) -> None:
    repository = read(root, terms_from, front)
    (found,) = proef(repository).borrowed
    assert (found.lender, found.term, found.id) == (lender, "Dienst", "algemeen-begrip-dienst")
    assert [finding for finding in check(repository) if finding.place.path.startswith("docs/proef/1.0")] == []


@pytest.mark.parametrize(
    "terms_from, place, message, hint",
    [
        ("algemen@2.0", "4:13", "there is no agreement 'algemen'", "did you mean 'algemeen'?"),
        ("xyz", "4:13", "there is no agreement 'xyz'", "the agreements are: algemeen"),
        ("algemeen@9", "4:13", "algemeen has no edition '9'", "the editions are: 1.0, 2.0, 3.0"),
        ("proef@1.0", "4:13", "an edition has its own terms already", "name another agreement, or take this out"),
        (
            "algemeen@3.0",
            "4:13",
            "algemeen/3.0 is a concept, whose terms can still change",
            "name an edition that is agreed",
        ),
        ("[algemeen@2.0, algemeen@9]", "4:28", "algemeen has no edition '9'", "the editions are: 1.0, 2.0, 3.0"),
    ],
)
def test_what_is_not_there_is_a_finding_at_the_key(
    terms_from: str, place: str, message: str, hint: str, root: Path
) -> None:
    (found,) = [one for one in read(root, terms_from).findings if one.rule == "bad-terms-from"]
    assert (str(found.place), found.message) == (f"docs/proef/1.0/index.md:{place}", message)
    assert found.hint.startswith(hint)


def test_no_edition_of_that_day_is_a_finding(root: Path) -> None:
    (found,) = read(root, "algemeen", "effective: 2019-01-01").findings
    assert found.message == "no edition of algemeen applied on 01-01-2019"


def test_two_agreements_may_use_terms_of_each_other(root: Path) -> None:
    path = root / "docs/algemeen/2.0/index.md"
    path.write_text(index("2.0", "effective: 2023-01-01\nterms_from: proef@1.0"), "utf-8")
    assert [one.term for one in proef(read(root, "algemeen@2.0")).borrowed] == ["Dienst"]


def test_a_definition_of_its_own_counts_before_one_that_is_lent(root: Path) -> None:
    own = OWN.replace("1.1 U", "1.1 Onder “Dienst” wordt verstaan iets anders. U")
    (root / "docs/proef/1.0/artikel-01.md").write_text(own, "utf-8")
    repository = read(root, "algemeen@2.0")
    notes = Notes(proef(repository))
    used = [use.definition.id for clause in notes.edition.articles[0].clauses for block in clause.blocks
            for use in notes.all_terms(block.text)]  # type: ignore[union-attr]  # fmt: skip
    assert set(used) == {"begrip-dienst"} and len(used) == 3
    assert "double-definition" not in [finding.rule for finding in check(repository)]


def test_the_page_shows_the_words_and_links_to_the_edition(root: Path, tmp_path: Path) -> None:
    repository = read(root, "algemeen")
    agreement = find_agreement(repository.agreements, "proef")
    Site(repository, DAY).build_edition(agreement, agreement.editions[0], tmp_path / "out")
    page = (tmp_path / "out/artikel-1/index.html").read_text("utf-8")
    assert "wat wij leverden" in page and 'href="../../../algemeen/1.0/artikel-1/#begrip-dienst"' in page
    assert "Algemene voorwaarden, versie 1.0 (01-01-2020)" in page and "algemeen/huidig" not in page
    assert page.count('popovertarget="uitleg-algemeen-begrip-dienst"') == 2 and "gebruik-algemeen" not in page
    try_edition(repository, agreement, agreement.editions[0], DAY)


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("artikel 1.1 van de Algemene Voorwaarden", "algemeen/1.0/artikel-1/#artikel-1.1"),
        ("artikel 1 Algemene Voorwaarden", "algemeen/1.0/artikel-1/"),
        ("artikel 9 van de Algemene Voorwaarden", ""),
        ("artikel 1 van de Huurvoorwaarden", ""),
        ("artikel 1 van de Wet op de postduiven", ""),
    ],
)
def test_an_article_of_the_agreement_that_lends_is_a_link_into_that_edition(
    words: str, link: str, root: Path, tmp_path: Path
) -> None:
    (root / "docs/proef/1.0/artikel-01.md").write_text(OWN.replace("U betaalt", f"Zie {words}. U betaalt"), "utf-8")
    repository = read(root, "algemeen")
    agreement = find_agreement(repository.agreements, "proef")
    Site(repository, DAY).build_edition(agreement, agreement.editions[0], tmp_path / "out")
    page = (tmp_path / "out/artikel-1/index.html").read_text("utf-8")
    assert (f'<a class="ref" href="../../../{link}">{words}</a>' in page) is bool(link)
    assert "unknown-reference" not in [finding.rule for finding in check(repository)]


def test_the_data_say_where_a_lent_article_stands(root: Path) -> None:
    (root / "docs/proef/1.0/artikel-01.md").write_text(
        OWN.replace("U betaalt", "Zie artikel 1 van de voorwaarden en artikel 1. U betaalt"), "utf-8"
    )
    (block,) = proef(read(root, "algemeen@2.0")).articles[0].clauses[0].blocks
    found = Notes(proef(read(root, "algemeen@2.0"))).references(block.text)  # type: ignore[union-attr]
    assert [target.address for one in found for target in one.targets] == ["algemeen/2.0/volledig/#artikel-1"]


def test_the_data_say_from_where_a_term_is(root: Path) -> None:
    edition = proef(read(root, "algemeen@2.0"))
    agreement = find_agreement(read(root, "algemeen@2.0").agreements, "proef")
    (lent,) = edition_json(agreement, edition, Notes(edition), status="in force")["terms_from"]
    assert (lent["agreement"], lent["version"]) == ("algemeen", "2.0")
    assert [(one["id"], one["term"]) for one in lent["definitions"]] == [("algemeen-begrip-dienst", "Dienst")]


def lock(root: Path) -> None:
    for slug, versions in {"algemeen": ("1.0", "2.0", "2.1"), "proef": ("1.0",)}.items():
        words = "".join(f"{version} sha256:{'0' * 64}\n" for version in versions)
        (root / f"docs/{slug}/editions.lock").write_text(words, "utf-8")


def inputs(repository: Repository) -> tuple[dict[str, str], dict[str, object]]:
    plan = make_plan(repository, DAY)
    return {one.name: str(one.properties["input"]) for one in plan.editions}, plan.memory["editions"]


def test_an_edition_is_made_again_when_the_terms_that_it_uses_change_and_not_otherwise(root: Path) -> None:
    lock(root)
    before, _ = inputs(read(root, "algemeen@1.0"))
    other = root / "docs/algemeen/2.0/artikel-01.md"
    other.write_text(other.read_text("utf-8") + "\n1.2 Meer.\n", "utf-8")
    assert inputs(read(root, "algemeen@1.0"))[0]["proef/1.0"] == before["proef/1.0"]
    lender = root / "docs/algemeen/1.0/artikel-01.md"
    lender.write_text(lender.read_text("utf-8").replace("leverden", "brachten"), "utf-8")
    assert inputs(read(root, "algemeen@1.0"))[0]["proef/1.0"] != before["proef/1.0"]


@pytest.mark.parametrize("terms_from, again", [("algemeen", True), ("algemeen@1.0", False)])
def test_another_edition_that_applied_on_the_day_is_found_with_records_too(
    terms_from: str, again: bool, root: Path
) -> None:
    lock(root)
    before, memory = inputs(read(root, terms_from))
    new = root / "docs/algemeen/2.1"
    new.mkdir()
    (new / "index.md").write_text(index("2.1", "effective: 2022-01-01"), "utf-8")
    (new / "artikel-01.md").write_text(TERM.format("2.1", "iets"), "utf-8")
    records = {name: record for name, row in memory.items() if (record := from_json(row))}  # type: ignore[attr-defined]
    repository = read_repository(root, records=records)
    assert ("proef/1.0" in repository.records) is not again
    assert (inputs(repository)[0]["proef/1.0"] != before["proef/1.0"]) is again
    assert proef(repository).borrowed[0].lender == ("algemeen/2.1" if again else "algemeen/1.0")
