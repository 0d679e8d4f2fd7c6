"""What a worker gets of a site, what is kept of an edition, and what one in two languages is made from."""

from __future__ import annotations

import json
import pickle
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import clausule.build.site
import clausule.formats.pdf
from clausule.analysis.breach import breach_address
from clausule.analysis.parties import parties_of
from clausule.analysis.references import frame_sha256
from clausule.analysis.sub_processors import speaks_of_sub_processors
from clausule.build.known import known_editions
from clausule.build.many import Makers, files_in, files_of
from clausule.build.plan import make_plan
from clausule.build.root import Root
from clausule.build.site import Site
from clausule.model.editions import Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import find_agreement, find_edition
from clausule.pages.text.leaf import edition_addresses
from clausule.proof.manifest import manifest_sha256
from clausule.read import read_repository
from clausule.work.parcel import OtherVersion
from rule_examples import BASE
from small_site import DAY, write_site

IN_TWO = date(2024, 6, 1)
KEPT = ("numbered", "effective", "effective_shown", "until", "announced", "audience", "withdrawn", "concept", "files")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(read_repository(write_site(tmp_path_factory.mktemp("site"))), DAY)


def test_a_worker_makes_the_pages_that_this_process_would_make(site: Site, tmp_path: Path) -> None:
    site.build_named("proef/1.2", tmp_path / "here")
    packed = pickle.dumps(site.handed_on(["proef/1.2"], 0))
    worker = pickle.loads(packed)
    assert files_of(worker, "proef/1.2") == files_in(tmp_path / "here")
    later = find_edition(find_agreement(worker.repository.agreements, "proef"), "2.0")
    assert "body" not in vars(later), "the history goes along, so that it reads no others for it"


def test_who_makes_all_editions_of_an_agreement_works_out_its_history(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they are no more than one process makes; else each would do it again, so that it goes along."""
    site.build_named("proef/1.2", tmp_path / "here")
    names = [one.name for one in find_agreement(site.repository.agreements, "proef").all_editions]
    worker = pickle.loads(pickle.dumps(site.handed_on(names, len(names))))
    assert files_of(worker, "proef/1.2") == files_in(tmp_path / "here")
    asked: list[str] = []
    monkeypatch.setattr(Site, "history", lambda self, agreement: asked.append(agreement.slug))
    monkeypatch.setattr("clausule.pages.comparison.data.comparison_data", lambda agreement, history: None)
    for parts, whole in ((names, len(names)), (names, len(names) - 1), (names[1:], len(names)), (["ander/1.0"], 0)):
        site.handed_on(parts, whole)
        asked.append("")
    assert asked == ["", "proef", "", "proef", "", ""], "one edition alone has no history"


def test_a_history_goes_on_from_what_is_published_as_far_as_the_editions_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(tmp_path)
    records = known_editions(root, make_plan(read_repository(root), DAY).memory)
    gone_on: list[object] = []
    monkeypatch.setattr("clausule.pages.comparison.data.known_history", lambda *given: gone_on.append(given))

    def asked() -> list[str]:
        paths: list[str] = []
        repository = read_repository(root, records=records)
        agreement = find_agreement(repository.agreements, "proef")
        site = Site(repository, DAY, lambda path: paths.append(path) or b"published")  # type: ignore[func-returns-value]
        assert site.history(agreement) is site.history(agreement), "it is made once"
        return paths

    def change(version: str) -> None:
        page = root / f"docs/proef/{version}/artikel-01.md"
        page.write_text(page.read_text("utf-8").replace("beveiligt", "beschermt"), "utf-8")

    assert asked() == ["proef/vergelijken/gegevens.json"]
    change("1.2")
    assert asked() == ["proef/vergelijken/gegevens.json"]
    change("1.0")
    assert asked() == [], "the first edition is another, and all that follows from it"
    assert [(content, [one.version for one in kept]) for content, kept in gone_on] == [  # type: ignore[misc]
        (b"published", ["1.0", "1.1", "1.2", "2.0"]),
        (b"published", ["1.0", "1.1"]),
    ]


def test_a_plan_tells_of_an_edition_what_it_is_and_what_its_words_come_to(site: Site) -> None:
    plan = make_plan(site.repository, DAY)
    told = {one.version: one for one in plan.of("proef")}
    known = find_agreement(site.repository.agreements, "proef")
    for version, status, effective in (("1.0", "lapsed", "2018-05-25"), ("2.0", "concept", None)):
        edition = find_edition(known, version)
        assert told[version].properties == {
            "sha256": edition_sha256(edition),
            "input": site.edition_input(known, edition),
            "status": status,
            "effective": effective,
            "frozen": status != "concept",
        }


def test_who_reads_words_again_is_asked_for_the_editions_of_which_nothing_is_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []
    monkeypatch.setattr(Makers, "are_wanted", lambda self, count: bool(counts.append(count)))
    root = site.repository.root
    records = known_editions(root, make_plan(site.repository, DAY).memory)
    del records["proef/1.1"]
    make_plan(read_repository(root, records=records), DAY)
    assert counts == [5, 1]


def test_a_worker_with_other_tools_makes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pickle.dumps(site.handed_on(["proef/1.0"], 0))
    monkeypatch.setattr(clausule.build.site, "tools_digest", lambda root, settings: "other")
    with pytest.raises(OtherVersion, match="Install the same"):
        pickle.loads(packed)


def staged(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, bytes], Path]]:
    """The pages that ``site`` will be made of, before they are HTML."""
    stages: list[tuple[dict[str, bytes], Path]] = []
    monkeypatch.setattr(site, "write", lambda stage, out, *_, **how: stages.append((stage, out)))
    return stages


def test_what_stands_above_the_editions_says_whose_site_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agreement of another publisher is told apart where texts are put side by side."""
    repository = read_repository(write_site(tmp_path))
    settings = replace(repository.settings, publisher="Elders B.V.", language="en")
    site = Site(replace(repository, settings=settings), DAY)
    stages = staged(site, monkeypatch)
    Root(site).build(Path("x"))
    ((stage, out),) = stages
    assert out == Path("x")
    assert '"not_of": "Proef B.V."' in stage["agreements/side-by-side/index.md"].decode()


def test_an_edition_that_was_taken_back_with_its_words_has_a_page_that_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(tmp_path)
    told = "withdrawn: {day: 2022-03-01, why: Een vergissing., words: removed}"
    front = f'---\nversion: "1.2"\neffective: 2022-01-01\n{told}\n---\n'
    (root / "docs/proef/1.2/index.md").write_text(front, "utf-8")
    (root / "docs/proef/1.2/artikel-01.md").unlink()
    lock = root / "docs/proef/editions.lock"
    lock.write_text(lock.read_text("utf-8").replace(f"1.2 sha256:{'2' * 64}", "1.2 removed"), "utf-8")
    site = Site(read_repository(root), DAY)
    stages = staged(site, monkeypatch)
    site.build_named("proef/1.2", Path("x"))
    ((stage, out),) = stages
    assert out == Path("x") and "ingetrokken" in stage["index.md"].decode()
    assert json.loads(stage["overeenkomst.json"])["withdrawn"]["why"] == "Een vergissing."
    assert "proef/1.2" in [one.name for one in make_plan(read_repository(root), DAY).editions]
    (root / "docs/proef/1.2/index.md").write_text(front.replace("vergissing", "fout"), "utf-8")
    assert Site(read_repository(root), DAY).root_input() != site.root_input(), "the pages above tell why too"


def in_two_languages(root: Path) -> Path:
    """The small agreement of the rules in Dutch, with its English translation."""
    for name in ("edition", "translation"):
        shutil.copytree(BASE / name, root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: Proef\nsite_url: https://example.org/\n", "utf-8")
    for slug in ("voorbeeld", "voorbeeld-en"):
        (root / f"docs/{slug}/editions.lock").write_text(f"1.0 sha256:{'0' * 64}\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return in_two_languages(tmp_path_factory.mktemp("both"))


TOLD = """\
---
version: "1.0"
effective: 2024-01-01
effective_shown: januari 2024
until: 2025-01-01
announced: 2023-11-01
for: klanten van voor 2023
withdrawn: {day: 2024-03-01, why: Vergissing.}
breach: {hours: 48, at: artikel-2.3, words: met de vragenlijst}
---
"""


def test_what_is_kept_of_an_edition_tells_what_reading_it_tells(both: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(both, root)
    front = root / "docs/voorbeeld/1.0/index.md"
    words = front.read_text("utf-8").partition("\n---\n")[2]
    front.write_text(f"{TOLD}\n# Voorwaarden van 2024\n{words}", "utf-8")
    listed = root / "docs/voorbeeld/1.0/artikel-03.md"
    listed.write_text(listed.read_text("utf-8") + "\n3.2 De subverwerkers staan op een lijst.\n", "utf-8")

    def told(edition: Edition) -> dict[str, object]:
        slug = edition.agreement
        found = {name: getattr(edition, name) for name in KEPT}
        agreement = find_agreement(repository.agreements, slug)
        return found | {
            "hash": edition_sha256(edition),
            "pages": edition_addresses(edition),
            "frame": frame_sha256(edition),
            "sub-processors": speaks_of_sub_processors(edition),
            "breach": breach_address(edition),
            "parties": parties_of(edition),
            "title": edition.own_title,
            "manifest": manifest_sha256(agreement, edition),
        }

    repository = read_repository(root)
    read = told(repository.agreements[0].editions[0])
    assert [name for name, value in read.items() if not value] == ["concept"], "all else has something to tell"
    known = known_editions(root, make_plan(repository, IN_TWO).memory)
    repository = read_repository(root, records=known)
    edition = repository.agreements[0].editions[0]
    assert edition.imprint is not None and told(edition) == read


def test_a_worker_gets_the_published_documents_that_it_cannot_make(both: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those in one language and that in both; of an edition that it does not make none."""
    monkeypatch.setattr(clausule.formats.pdf, "is_installed", lambda: False)
    clausule.formats.pdf.lacks.cache_clear()
    asked: list[str] = []
    Site(read_repository(both), IN_TWO, asked.append).handed_on(["voorbeeld/1.0"], 0)
    documents = {"voorbeeld/1.0/overeenkomst.pdf", "voorbeeld/1.0/overeenkomst-nl-en.pdf"}
    assert documents <= set(asked)
    assert not [path for path in asked if path.startswith("voorbeeld-en/")]


def test_an_edition_is_shown_beside_itself_in_the_other_language(both: Path) -> None:
    """The translation says of which text it is one, and whose words count: those of the original, as it declares."""
    repository = read_repository(both)
    made = Site(repository, IN_TWO)
    agreements = [find_agreement(repository.agreements, slug) for slug in ("voorbeeld", "voorbeeld-en")]
    dutch, english = (made.book(one, find_edition(one, "1.0")).languages for one in agreements)
    assert [(one.edition.name, one.is_original, one.status, one.prevails) for one in (*dutch, *english)] == [
        ("voorbeeld-en/1.0", False, "in force", "nl"),
        ("voorbeeld/1.0", True, "in force", "nl"),
    ]


def test_an_edition_is_made_again_when_it_is_other_in_the_other_language(both: Path, tmp_path: Path) -> None:
    def inputs(root: Path) -> dict[str, str]:
        return {one.name: str(one.properties["input"]) for one in make_plan(read_repository(root), IN_TWO).editions}

    before, root = inputs(both), in_two_languages(tmp_path)
    assert inputs(root) == before
    words = root / "docs/voorbeeld-en/1.0/article-02.md"
    words.write_text(words.read_text("utf-8").replace("takes", "shall take"), "utf-8")
    after = inputs(root)
    assert {name for name in before if before[name] != after[name]} == {"voorbeeld/1.0", "voorbeeld-en/1.0"}
