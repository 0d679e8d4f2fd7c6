"""What a pull request is compared with: which editions are new or other, beside which one, and which were altered."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clausule.build import baseline
from clausule.build.baseline import Proposal, against_commit, against_published, published
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from clausule.publish.trees import Node
from editions import agreement, edition

DAY = date(2021, 6, 1)


def dated(version: str, words: str, effective: date | None, concept: bool = False) -> Edition:
    return replace(edition(version, [words]), effective=effective, concept=concept)


FIRST = dated("1.0", "Een lid.", date(2018, 5, 25))
NOW = dated("1.1", "Een ander lid.", date(2020, 1, 1))
NEXT = dated("1.2", "Een nieuw lid.", date(2022, 1, 1))
IDEA = dated("2.0", "Een gedachte.", None, concept=True)
BEFORE = agreement(FIRST, NOW, IDEA)


def told(proposals: list[Proposal]) -> list[tuple[str, str | None, bool]]:
    """The version of each, that of what it is compared with, and whether an agreed text was altered."""
    return [(one.edition.version, one.before.version if one.before else None, one.altered) for one in proposals]


def hashes(told: Agreement) -> dict[str, str]:
    return {one.version: edition_sha256(one) for one in told.editions}


def test_nothing_is_proposed_where_nothing_changed() -> None:
    assert against_commit(BEFORE, BEFORE, DAY) == against_published(BEFORE, hashes(BEFORE), DAY) == []


def test_a_new_edition_stands_beside_the_one_that_was_in_force() -> None:
    after = agreement(FIRST, NOW, NEXT, IDEA)
    assert (
        told(against_commit(after, BEFORE, DAY))
        == told(against_published(after, hashes(BEFORE), DAY))
        == [("1.2", "1.1", False)]
    )


def test_where_nothing_is_in_force_it_stands_beside_the_youngest_that_is_agreed() -> None:
    before = agreement(replace(FIRST, until=date(2019, 1, 1)), replace(NOW, until=date(2020, 6, 1)), IDEA)
    after = agreement(*before.editions[:2], NEXT, IDEA)
    assert (
        told(against_commit(after, before, DAY))
        == told(against_published(after, hashes(before), DAY))
        == [("1.2", "1.1", False)]
    )


def test_a_concept_that_changed_stands_beside_the_one_in_force_and_is_nothing_altered() -> None:
    after = agreement(FIRST, NOW, dated("2.0", "Een andere gedachte.", None, concept=True))
    assert (
        told(against_commit(after, BEFORE, DAY))
        == told(against_published(after, hashes(BEFORE), DAY))
        == [("2.0", "1.1", False)]
    )


def test_an_agreed_text_that_changed_stands_beside_itself_as_it_was_if_that_is_here() -> None:
    after = agreement(dated("1.0", "Een lid met meer.", FIRST.effective), NOW, IDEA)
    (proposal,) = against_commit(after, BEFORE, DAY)
    assert (proposal.before, proposal.altered) == (FIRST, True)
    assert told(against_published(after, hashes(BEFORE), DAY)) == [("1.0", None, True)]


def test_a_concept_that_is_agreed_as_it_stands_is_nothing_altered() -> None:
    agreed = replace(IDEA, concept=False, effective=date(2022, 1, 1))
    assert told(against_commit(agreement(FIRST, NOW, agreed), BEFORE, DAY)) == [("2.0", "1.1", False)]


def test_a_whole_agreement_that_is_new_stands_beside_nothing() -> None:
    assert (
        told(against_commit(BEFORE, None, DAY))
        == told(against_published(BEFORE, {}, DAY))
        == [
            ("1.0", None, False),
            ("1.1", None, False),
            ("2.0", None, False),
        ]
    )
    concepts = agreement(IDEA)
    assert told(against_commit(agreement(IDEA, dated("3.0", "Nog een.", None, concept=True)), concepts, DAY)) == [
        ("3.0", None, False)
    ]


class Branch:
    """What git says of a branch that holds these files."""

    def __init__(self, name: str, files: dict[str, str]) -> None:
        self.name, self.files = name, files

    def __call__(self, root: Path) -> Branch:
        return self

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        assert words[:-1] == ("rev-parse", "--verify", "--quiet", "--end-of-options"), "no name is taken for an option"
        known = words[-1] == f"{self.name}^{{commit}}"
        return subprocess.CompletedProcess(words, 0 if known else 1, "c0ffee\n" if known else "", "")

    def run(self, *words: str) -> str:
        if words[0] == "ls-tree":
            assert words[-1] == "c0ffee" and {"-r", "--name-only", "-z"} <= set(words)
            return "".join(f"{path}\0" for path in self.files)
        commit, _, path = words[-1].partition(":")
        assert words[:2] == ("cat-file", "blob") and commit == "c0ffee"
        return self.files[path]


def as_json(version: str, sha256: str) -> str:
    return json.dumps({"version": version, "sha256": sha256})


@pytest.mark.parametrize("name", ["gh-pages", "origin/gh-pages"])
def test_what_is_published_is_read_from_the_branch(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    files = {
        "mickcom/1.4/overeenkomst.json": as_json("1.4", "a"),
        "mickcom/1.5/overeenkomst.json": as_json("1.5", "b"),
        "mickcom/1.5/index.html": "",
        "mickcom/huidig/overeenkomst.json": as_json("1.5", "b"),
        "ander/1.0/overeenkomst.json": as_json("1.0", "c"),
        "kapot/1.0/overeenkomst.json": "geen JSON",
        "kapot/1.1/overeenkomst.json": "[]",
        "kapot/1.2/overeenkomst.json": '{"version": "1.2"}',
        "index.html": "",
    }
    monkeypatch.setattr(baseline, "Git", Branch(name, files))
    assert published(Path(), "gh-pages") == {"mickcom": {"1.4": "a", "1.5": "b"}, "ander": {"1.0": "c"}}


def test_a_branch_that_is_not_there_is_said_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline, "Git", Branch("main", {}))
    with pytest.raises(AuthoringError, match="git fetch origin gh-pages"):
        published(Path(), "gh-pages")
    with pytest.raises(AuthoringError, match="there is no commit 'v1'"), baseline.repository_at(Path(), "v1"):
        pass


class Changed:
    """What git says of two commits between which these files differ, in a repository of which the sources are the
    folder ``mappen``."""

    def __init__(self, paths: list[str]) -> None:
        self._paths = paths

    def __call__(self, git: object) -> Changed:
        return self

    def __enter__(self) -> Changed:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def run(self, *words: str) -> str:
        assert words == ("rev-parse", "--show-prefix")
        return "mappen/"

    def tree_of(self, commit: str) -> str:
        return f"tree of {commit}"

    def differences(self, old: str, new: str) -> list[tuple[str, None, None]]:
        assert (old, new) == ("tree of a", "tree of b")
        return [(path, None, None) for path in self._paths]


def test_what_differs_beside_the_texts_is_told_a_hundred_paths_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = ["README.md", "docs/elders.md", "mappen/mkdocs.yml", "mappen/docs.md"]
    changed = Changed(["mappen/docs/proef/1.0/index.md", *beside, "mappen/annexes/proef/a.md"])
    monkeypatch.setattr(baseline, "Git", changed)
    monkeypatch.setattr(baseline, "Trees", changed)
    assert baseline.other_files(Path(), "a", "b") == beside
    many = Changed([f"{number}.txt" for number in range(101)])
    monkeypatch.setattr(baseline, "Trees", many)
    assert baseline.other_files(Path(), "a", "b") == [f"{number}.txt" for number in range(100)]


def test_a_commit_from_before_there_were_lists_is_read_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of texts that was not there yet, or of which the name was a file, is empty."""

    class Old(Changed):
        def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess(words, 0, "c0ffee\n", "")

        def find(self, tree: str, path: str) -> Node | None:
            assert tree == "tree of c0ffee"
            return {"mappen/docs": Node("40000", "texts"), "mappen/annexes": self.lists}.get(path)

        def files(self, oid: str) -> list[tuple[str, Node]]:
            assert oid == "texts"
            return [("proef/1.0/index.md", Node("100644", "words"))]

        def read(self, oid: str) -> bytes:
            return b"words"

        lists: Node | None = None

    seen: list[list[str]] = []

    def read(folder: Path) -> None:
        seen.append(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))

    old = Old([])
    monkeypatch.setattr(baseline, "Git", old)
    monkeypatch.setattr(baseline, "Trees", old)
    monkeypatch.setattr(baseline, "read_repository", read)
    for old.lists in (None, Node("100644", "a file")):
        with baseline.repository_at(tmp_path, "v1"):
            pass
    assert seen == [["docs/proef/1.0/index.md"]] * 2
