"""Publishing keeps in mind what it read before. It may save work, and never change what is published or refused."""

from __future__ import annotations

import json
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.analysis.references import frame_ids
from clausule.build.known import known_editions
from clausule.build.known import sealed as sealed_plan
from clausule.compare.renumbering import SAME_NUMBERS, Renumbering, renumbering_between, renumberings_to
from clausule.model.addresses import OFFERED
from clausule.publish.memory import sealed
from clausule.publish.publisher import recall
from clausule.read import read_repository
from clausule.read.records import source_hash
from generate import lock_all
from session import Session, small_repository

DAY = "--on=2026-11-23"


def clause(number: str, words: str) -> str:
    return f"{number} {words.capitalize()} geldt voor alle gegevens die verwerker van de klant ontvangt.\n\n"


SUBJECTS = ["geheimhouding", "beveiliging", "bewaring", "vernietiging"]


def write_edition(session: Session, version: str, effective: date, subjects: list[str], more: str = "") -> None:
    front = f'---\nversion: "{version}"\n'
    folder = f"docs/proef/{version}"
    session.write(f"{folder}/index.md", f"{front}effective: {effective}\n{more}---\n\n# Proef\n")
    for number, subject in enumerate(subjects, 1):
        text = (
            f"# Artikel {number}. {subject.capitalize()}\n\n"
            + clause(f"{number}.1", subject)
            + clause(f"{number}.2", f"bijlage 1 over {subject}")
        )
        session.write(f"{folder}/artikel-{number:02}.md", f"{front}---\n\n{text}")
    session.write(f"{folder}/bijlage-1.md", "{!annexes/proef/bijlage-1/1.0.md!}\n")


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """An agreement with four editions, published; the third has an article more in the middle."""
    session = small_repository(tmp_path_factory.mktemp("published"))
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nEen proef.\n")
    session.write(
        "annexes/proef/bijlage-1/1.0.md",
        '---\nversion: "1.0"\nkind: text\n---\n\n# Bijlage 1. Toelichting\n\nZie artikel 1.1 van de overeenkomst.\n',
    )
    for number in range(4):
        subjects = SUBJECTS if number < 2 else [SUBJECTS[0], "inspectie", *SUBJECTS[1:]]
        write_edition(session, f"1.{number}", date(2020 + number, 1, 1), subjects)
    lock_all(session.root)
    assert published(session)
    return session


@pytest.fixture
def publisher(published_once: Session, tmp_path: Path) -> Session:
    """A publisher of that agreement."""
    return published_once.copied(tmp_path)


def published(session: Session, *words: str) -> bool:
    return session.run("publish", DAY, *words).returncode == 0


def remembered(session: Session) -> set[str]:
    """The editions that the next publisher need not read."""
    repository = read_repository(session.root, records=known_editions(session.root, recall(session.root).memory))
    return {edition.version for agreement in repository.agreements for edition in agreement.editions if edition.imprint}


def files(session: Session, branch: str) -> dict[str, str]:
    """The files of a branch but for what tells of earlier publications (the memory, and in which forms an edition was
    ever offered): path and blob."""
    blobs = {line.split("\t")[1]: line.split()[2] for line in session.git("ls-tree", "-r", branch).splitlines()}
    return {name: blob for name, blob in blobs.items() if name.rpartition("/")[2] not in (".clausule.json", OFFERED)}


def test_what_is_published_is_the_same_with_and_without_memory(publisher: Session) -> None:
    assert remembered(publisher) == {"1.0", "1.1", "1.2", "1.3"}
    write_edition(publisher, "1.4", date(2025, 1, 1), [SUBJECTS[0], SUBJECTS[2], "inspectie", SUBJECTS[1], SUBJECTS[3]])
    publisher.replace("docs/proef/1.4/artikel-05.md", "vernietiging", "teruggave")
    lock_all(publisher.root)
    assert published(publisher)
    # Nor is it decided by the order in which a set comes, which is another in each process.
    assert publisher.run("publish", DAY, "--branch", "from-scratch", PYTHONHASHSEED="1").returncode == 0
    ours, theirs = files(publisher, "gh-pages"), files(publisher, "from-scratch")
    assert theirs.items() <= ours.items()
    # More than anew: comparisons with an edition that was in force once, which keep their addresses.
    assert {name for name in ours.keys() - theirs.keys()} == {
        f"proef/vergelijken/1.{number}...1.3/index.html" for number in range(2)
    }
    # 1.0 lapsed two numberings ago: its second article is the fourth now.
    assert 'href="../../huidig/artikel-4/' in publisher.git("show", "gh-pages:proef/1.0/artikel-2/index.html")


def test_a_text_that_changed_is_found_wherever_it_stands(publisher: Session) -> None:
    tip = publisher.git("rev-parse", "gh-pages")
    root = publisher.root

    def refused(rule: str) -> None:
        done = publisher.run("publish", DAY)
        assert done.returncode == 1 and rule in done.stdout, done.stdout + done.stderr
        assert publisher.git("rev-parse", "gh-pages") == tip
        publisher.git("checkout", "--quiet", ".")
        publisher.git("clean", "--quiet", "--force", "docs")

    publisher.git("add", ".")
    publisher.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "all")
    publisher.replace("docs/proef/1.0/artikel-01.md", "alle gegevens", "geen gegevens")
    refused("[frozen]")
    publisher.replace("annexes/proef/bijlage-1/1.0.md", "artikel 1.1", "artikel 1.2")
    refused("[frozen]")
    (root / "docs/proef/1.1/artikel-04.md").unlink()
    refused("[frozen]")
    publisher.write(
        "docs/proef/1.0/artikel-05.md", '---\nversion: "1.0"\n---\n\n# Artikel 5. Meer\n\n5.1 Er is meer.\n'
    )
    refused("[frozen]")
    publisher.replace("docs/proef/editions.lock", "1.0 v2-sha256:", "1.0 v2-sha256:" + "0" * 64 + " # ")
    refused("[frozen]")
    publisher.replace("docs/proef/1.2/index.md", "effective: 2022-01-01", "effective: 2021-01-01")
    refused("[edition-order]")
    page = root / "docs/proef/1.0/artikel-01.md"
    page.rename(root / "kept.md")
    page.symlink_to(root / "kept.md")
    refused("[unreadable-file]")
    (root / "kept.md").unlink()
    publisher.write("docs/proef/1.0/notitie.md", "niet van belang")
    refused("[bad-name]")
    assert published(publisher) and publisher.git("rev-parse", "gh-pages") == tip


def test_a_file_of_an_edition_is_found_as_it_was_published(publisher: Session) -> None:
    """A document that cannot be made again, where what makes it is not installed, stays."""
    path = "proef/1.0/overeenkomst.json"
    found = recall(publisher.root).file(path)
    assert found and found.decode() == publisher.git("show", f"gh-pages:{path}")
    assert recall(publisher.root).file("proef/1.0/niet.pdf") is None


def test_a_spoiled_memory_is_no_memory(publisher: Session) -> None:
    whole = recall(publisher.root).memory
    assert set(known_editions(publisher.root, whole)) == {f"proef/1.{number}" for number in range(4)}
    row = whole["editions"]["proef/1.0"]
    spoiled = [
        None, [], "x", {}, whole | {"tools": "other"}, whole | {"editions": None}, whole | {"editions": {"proef/1.0": None}},  # noqa: E501
        *({**whole, "editions": {"proef/1.0": {key: value for key, value in row.items() if key != left_out}}} for left_out in row if left_out not in ("next_source", "shift")),  # noqa: E501
        *({**whole, "editions": {"proef/1.0": row | {key: 7}}} for key in ("source", "included", "effective", "imprint", "passed", "next_source", "shift")),  # noqa: E501
    ]  # fmt: skip
    for memory in spoiled:
        assert known_editions(publisher.root, memory) == {}, memory
        # Nor with a seal that fits: what is no record of an edition is left out.
        if isinstance(memory, dict):
            assert known_editions(publisher.root, sealed_plan(memory)) == {}, memory


def edit_manifest(session: Session, **values: object) -> str:
    """Changes keys of the file that goes with the pages; the new tip."""
    manifest = json.loads(session.git("show", "gh-pages:.clausule.json"))
    return edit_on_branch(session, ".clausule.json", manifest | values)


def forge_manifest(session: Session, **values: object) -> str:
    """The same by somebody who knows how a publisher writes it: all seals fit, and so does the commit."""
    manifest = json.loads(session.git("show", "gh-pages:.clausule.json"))
    words = f"forged\n\nPublished-on: {session.git('rev-parse', 'gh-pages')}"
    return edit_on_branch(session, ".clausule.json", sealed(manifest | values), words)


def edit_on_branch(session: Session, path: str, data: object, words: str = "edited") -> str:
    """Puts ``data`` at ``path`` on the branch, as somebody who edits the file there; the new tip."""
    session.write(".git/edited.json", json.dumps(data))
    return put_on_branch(session, path, session.git("hash-object", "-w", ".git/edited.json").strip(), words)


def put_on_branch(session: Session, path: str, blob: str, words: str = "edited") -> str:
    """Puts ``blob`` at ``path`` on the branch; nothing takes away what is there. The new tip."""
    session.git("read-tree", "--index-output=.git/edited", "gh-pages")
    index = {"GIT_INDEX_FILE": ".git/edited"}
    change = ["--cacheinfo", f"100644,{blob},{path}"] if blob else ["--force-remove", path]
    assert session.program(["git", "update-index", *change], **index).returncode == 0
    tree = session.program(["git", "write-tree"], **index).stdout.strip()
    author = ("-c", "user.name=A", "-c", "user.email=a@localhost")
    tip = session.git(*author, "commit-tree", tree, "-p", "gh-pages", "-m", words).strip()
    session.git("update-ref", "refs/heads/gh-pages", tip)
    return tip


def test_a_memory_edited_by_hand_is_forgotten(publisher: Session) -> None:
    """It said that 1.1 is a concept that applies from another day, and that it has other words and pages."""
    before, memory = files(publisher, "gh-pages"), recall(publisher.root).memory
    for change in (
        {"concept": True},
        {"effective": "1999-01-01"},
        {"shift": [{"a": {}}, {"b": 7}]},
        {"source": "\ud800"},
    ):
        rows = memory["editions"] | {"proef/1.1": memory["editions"]["proef/1.1"] | change}
        edit_manifest(publisher, memory=memory | {"editions": rows})
        assert remembered(publisher) == set()
        assert published(publisher) and files(publisher, "gh-pages") == before


def test_a_forged_memory_publishes_no_other_text(publisher: Session) -> None:
    """Whoever can write to the branch tells that the changed files come to the words that were frozen."""
    publisher.replace("docs/proef/1.0/artikel-01.md", "alle gegevens", "geen gegevens")
    memory = recall(publisher.root).memory
    (agreement,) = read_repository(publisher.root).agreements
    row = memory["editions"]["proef/1.0"] | {"source": source_hash(agreement.editions[0].files)}
    tip = forge_manifest(publisher, memory=sealed_plan(memory | {"editions": memory["editions"] | {"proef/1.0": row}}))
    assert "1.0" in remembered(publisher)
    done = publisher.run("publish", DAY)
    assert done.returncode == 2 and "another sha256" in done.stderr, done.stdout + done.stderr
    assert publisher.git("rev-parse", "gh-pages").strip() == tip


def test_following_a_clause_step_by_step(publisher: Session) -> None:
    (agreement,) = read_repository(publisher.root).agreements
    first, last = agreement.editions[0], agreement.editions[-1]
    there = renumberings_to(last, agreement.editions, renumbering_between)
    assert there["1.0"].to("artikel-2.1") == "artikel-3.1" and there["1.0"].to("artikel-1.2") == "artikel-1.2"
    assert there["1.3"] == there["1.2"] == SAME_NUMBERS
    back = renumberings_to(first, agreement.editions, renumbering_between)
    assert back["1.3"].to("artikel-3.1") == "artikel-2.1" and back["1.3"].to("artikel-2.1") is None
    assert set(frame_ids(last)) - set(frame_ids(first)) == {"artikel-5", "artikel-5.1", "artikel-5.2"}


def shift_of(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> Renumbering:
    """The shift between two lists of (thing, its name there)."""
    names, others = dict(old), dict(new)
    there = {name: others.get(thing) for thing, name in names.items() if others.get(thing) != name}
    return Renumbering(there, {name: names.get(thing) for thing, name in others.items() if names.get(thing) != name})


@st.composite
def editions(draw: st.DrawFn) -> list[tuple[int, str]]:
    """Some of six things, each with a name that no other has."""
    things = sorted(draw(st.sets(st.integers(0, 5))))
    return list(zip(things, draw(st.permutations("abcdef")), strict=False))


@given(st.lists(editions(), min_size=2, max_size=6))
def test_shifts_chain_as_the_things_they_follow(rows: list[list[tuple[int, str]]]) -> None:
    """Following step by step finds each thing for as long as it lasts, from both sides."""
    way = SAME_NUMBERS
    for old, new in pairwise(rows):
        way = way.then(shift_of(old, new))
    alive = set(dict(rows[0]))
    for row in rows:
        alive &= set(dict(row))
    first, last = dict(rows[0]), dict(rows[-1])
    for thing, name in rows[0]:
        assert way.to(name) == (last[thing] if thing in alive else None)
    for thing, name in rows[-1]:
        assert way.turned().to(name) == (first[thing] if thing in alive else None)
    assert Renumbering.from_json(json.loads(json.dumps(way.to_json()))) == way


def test_an_edition_that_is_another_text_altogether_is_published_too(tmp_path: Path) -> None:
    """The page that compares them says that they have nothing in common, and nothing points into it."""
    session = small_repository(tmp_path)
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nEen proef.\n")
    for version, day, title, words in (
        ("1.0", "2020-01-01", "Proef", "Verwerker bewaart gegevens."),
        ("2.0", "2021-01-01", "Heel anders", "Niemand hoeft ooit iets."),
    ):
        front = f'---\nversion: "{version}"\n'
        session.write(f"docs/proef/{version}/index.md", f"{front}effective: {day}\n---\n\n# {title}\n")
        session.write(f"docs/proef/{version}/artikel-01.md", f"{front}---\n\n# Artikel 1\n\n1.1 {words}\n")
    lock_all(session.root)
    done = session.run("publish", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    said = session.git("show", "gh-pages:proef/vergelijken/1.0...2.0/index.html")
    assert "De twee teksten hebben niets gemeen." in said


@pytest.mark.parametrize("edited", ["no row", "a concept"])
def test_an_agreed_text_stays_when_the_list_of_versions_was_edited(publisher: Session, edited: str) -> None:
    """Without its row in versions.json, the edition on the branch itself still says that it was agreed."""
    rows = json.loads(publisher.git("show", "gh-pages:proef/versions.json"))
    others = [row for row in rows if row["version"] != "1.0"]
    (row,) = (row for row in rows if row["version"] == "1.0")
    listed = (
        others if edited == "no row" else [*others, row | {"properties": row["properties"] | {"status": "concept"}}]
    )
    tip = edit_on_branch(publisher, "proef/versions.json", listed)
    publisher.replace("docs/proef/1.0/artikel-01.md", "alle gegevens", "geen gegevens")
    lock = (publisher.root / "docs/proef/editions.lock").read_text("utf-8").splitlines()
    publisher.write("docs/proef/editions.lock", "\n".join(line for line in lock if not line.startswith("1.0 ")) + "\n")
    lock_all(publisher.root)
    done = publisher.run("publish", DAY)
    assert done.returncode == 2 and "cannot be published again with another text" in done.stderr, done.stderr
    assert publisher.git("rev-parse", "gh-pages").strip() == tip


def test_the_file_beside_the_pages_claims_a_page_of_an_edition(publisher: Session) -> None:
    manifest = json.loads(publisher.git("show", "gh-pages:.clausule.json"))
    edit_manifest(publisher, files=[*manifest["files"], "proef/1.0/index.html"], root_input="x")
    done = publisher.run("publish", DAY)
    assert done.returncode == 2 and "git log gh-pages" in done.stderr, done.stderr


def is_as_from_scratch(session: Session) -> bool:
    """Whether the branch is what the same sources come to on a fresh branch, but for comparisons that stay."""
    assert published(session, "--branch", "from-scratch")
    ours, theirs = files(session, "gh-pages"), files(session, "from-scratch")
    return theirs.items() <= ours.items() and all("..." in name for name in ours.keys() - theirs.keys())


def test_a_history_that_a_hand_or_merge_changed_is_made_again(publisher: Session) -> None:
    """Edited, older than the file beside it, or gone: the next publication mends it, and never adds an edition to
    it."""
    path = "proef/vergelijken/gegevens.json"
    older = publisher.git("rev-parse", f"gh-pages:{path}").strip()
    write_edition(publisher, "2.0", date(2027, 1, 1), SUBJECTS, "status: concept\n")
    assert published(publisher)
    before = files(publisher, "gh-pages")
    data = json.loads(publisher.git("show", f"gh-pages:{path}"))
    for spoil in (
        lambda: edit_on_branch(publisher, path, data | {"lineages": data["lineages"][:1]}),
        lambda: put_on_branch(publisher, path, older),
        lambda: put_on_branch(publisher, path, ""),
    ):
        spoil()
        assert published(publisher) and files(publisher, "gh-pages") == before
    edit_on_branch(publisher, path, json.loads(json.dumps(data).replace("geheimhouding", "openbaarheid")))
    publisher.replace("docs/proef/2.0/artikel-01.md", "alle gegevens", "geen gegevens")
    assert published(publisher) and is_as_from_scratch(publisher)


def test_a_concept_can_be_withdrawn_after_another_edition_came(publisher: Session) -> None:
    """Comparisons with what was in force then stay as they are, and must not lead to what is gone."""
    write_edition(publisher, "2.0", date(2027, 1, 1), SUBJECTS, "status: concept\n")
    assert published(publisher)
    write_edition(publisher, "1.4", date(2025, 1, 1), SUBJECTS)
    lock_all(publisher.root)
    assert published(publisher)
    shutil.rmtree(publisher.root / "docs/proef/2.0")
    done = publisher.run("publish", DAY)
    assert done.returncode == 0, done.stderr
    assert "proef/vergelijken/1.1...1.3/index.html" in files(publisher, "gh-pages") and is_as_from_scratch(publisher)


def test_a_comparison_with_a_concept_does_not_stay_when_that_is_agreed(publisher: Session) -> None:
    """It was agreed with other words, and another edition came between: the page that is kept must not tell the old
    ones."""
    write_edition(publisher, "2.0", date(2027, 1, 1), ["wens", *SUBJECTS], "status: concept\n")
    assert published(publisher)
    page = "gh-pages:proef/vergelijken/1.3...2.0/index.html"
    assert "Wens" in publisher.git("show", page)
    for version, day in (("1.4", date(2025, 1, 1)), ("2.0", date(2027, 1, 1))):
        write_edition(publisher, version, day, SUBJECTS)
    lock_all(publisher.root)
    assert published(publisher)
    assert "Wens" not in publisher.git("show", page) and is_as_from_scratch(publisher)


def test_inflections_beside_an_agreed_text_can_be_taken_back(publisher: Session) -> None:
    """The list of clauses that use a term goes with them; it was never an address to cite."""
    folder, clause = (
        "docs/proef/1.4",
        "1.1 In deze overeenkomst betekent:\n\nKlant\n:   wie de dienst afneemt.\n\n1.2 De klanten betalen.",
    )
    front = '---\nversion: "1.4"\neffective: 2025-01-01\n'
    publisher.write(f"{folder}/index.md", f"{front}inflections:\n  Klant: [klanten]\n---\n\n# Proef\n")
    publisher.write(f"{folder}/artikel-01.md", f'---\nversion: "1.4"\n---\n\n# Artikel 1. Begrippen\n\n{clause}\n')
    lock_all(publisher.root)
    assert published(publisher)
    assert 'id="gebruik-begrip-klant"' in publisher.git("show", "gh-pages:proef/1.4/artikel-1/index.html")
    publisher.write(f"{folder}/index.md", f"{front}---\n\n# Proef\n")
    done = publisher.run("publish", DAY)
    assert done.returncode == 0, done.stderr
    assert 'id="gebruik-begrip-klant"' not in publisher.git("show", "gh-pages:proef/1.4/artikel-1/index.html")


def test_a_colleague_goes_on_from_what_is_on_the_remote(
    publisher: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As does a fresh machine that publishes for everybody: it has no branch of its own, and loses no address."""
    folder = tmp_path_factory.mktemp("remote")
    remote = (f"--push={folder / 'remote'}", "--uncommitted")
    publisher.git("init", "--quiet", "--bare", str(folder / "remote"))
    assert published(publisher, *remote)
    colleague = Session(folder / "colleague")
    shutil.copytree(publisher.root, colleague.root)
    colleague.git("update-ref", "-d", "refs/heads/gh-pages")
    write_edition(colleague, "1.4", date(2025, 1, 1), SUBJECTS)
    assert colleague.run("freeze", "proef", "1.4").returncode == 0
    assert recall(colleague.root, remote=str(folder / "remote")).memory == recall(publisher.root).memory
    assert published(colleague, *remote)
    assert "proef/vergelijken/1.0...1.3/index.html" in files(colleague, "gh-pages") and is_as_from_scratch(colleague)
    # The first one's branch is behind the remote now.
    shutil.copytree(colleague.root / "docs", publisher.root / "docs", dirs_exist_ok=True)
    write_edition(publisher, "1.5", date(2026, 1, 1), SUBJECTS)
    lock_all(publisher.root)
    assert published(publisher, *remote)
    assert {f"proef/vergelijken/{pair}/index.html" for pair in ("1.0...1.3", "1.0...1.4")} <= files(
        publisher, "gh-pages"
    ).keys()
    assert is_as_from_scratch(publisher)
