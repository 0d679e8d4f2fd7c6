"""The one door to git: which repository is meant, what is read of it, and what of the shell's environment counts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clausule.publish.errors import GitFailed, GitMissing
from clausule.publish.git import Git, Objects, begin_repository
from clausule.publish.published import published_rows

LISTED = '{"sub_processors": [{"id": "host"}, {"id": "mail"}]}'


def repository(folder: Path, files: dict[str, str], branch: str = "main") -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    begin_repository(folder, "begin\n")
    git = Git(folder)
    if branch != "main":
        git.run("update-ref", f"refs/heads/{branch}", "main")
    return folder


def test_an_object_is_read_by_its_name_or_its_id(tmp_path: Path) -> None:
    git = Git(repository(tmp_path, {"a b.txt": "een\n\ntwee", "map/é": ""}))
    with Objects(tmp_path) as objects:
        assert objects.read("main:a b.txt") == b"een\n\ntwee"
        assert objects.read(git.run("rev-parse", "main:a b.txt")) == b"een\n\ntwee"
        assert objects.read("main:map/é") == b""
        for name in ("main:b", "nergens:a", "", " ", "x 5", "main:a b.txt\nmain:a b.txt", "main:\udcff"):
            assert objects.read(name) is None, name
        assert objects.read("main:a b.txt") == b"een\n\ntwee"


def test_what_is_no_repository_is_a_fault_and_no_git_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with Objects(tmp_path) as objects, pytest.raises(GitFailed):
        for _ in range(50):  # it ends by itself, sooner or later
            objects.read("main:a")
            subprocess.run(["git", "--version"], capture_output=True, check=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    with Objects(tmp_path) as objects, pytest.raises(GitMissing):
        objects.read("main:a")


def ids_of(found: dict[str, tuple[dict[str, str], ...]]) -> dict[str, list[str]]:
    return {slug: [row["id"] for row in rows] for slug, rows in found.items()}


def test_what_a_hook_sets_leads_to_no_other_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = repository(tmp_path / "hier", {"proef/sub-verwerkers.json": LISTED}, "gh-pages")
    there = repository(tmp_path / "daar", {"proef/sub-verwerkers.json": "{}"}, "gh-pages")
    for name, value in {
        "GIT_DIR": there / ".git",
        "GIT_WORK_TREE": there,
        "GIT_INDEX_FILE": there / ".git/index",
        "GIT_OBJECT_DIRECTORY": there / ".git/objects",
    }.items():
        monkeypatch.setenv(name, str(value))
    assert Git(here).common == here / ".git"
    assert ids_of(published_rows(here, ["proef"])) == {"proef": ["host", "mail"]}
    (tmp_path / "nieuw").mkdir()
    begin_repository(tmp_path / "nieuw", "begin\n")
    assert (tmp_path / "nieuw/.git/refs/heads/main").is_file()


def test_who_only_reads_fetches_nothing_and_takes_no_variable_of_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("GIT_NO_LAZY_FETCH", "0")
    seen: list[dict[str, str]] = []
    start = subprocess.Popen

    def watched(words: list[str], **options: object) -> object:
        seen.append(dict(options["env"]))  # type: ignore[call-overload]
        return start(words, **options)  # type: ignore[call-overload]

    repository(tmp_path, {"proef/sub-verwerkers.json": LISTED}, "gh-pages")
    monkeypatch.setattr(subprocess, "Popen", watched)
    assert ids_of(published_rows(tmp_path, ["proef", "anders"])) == {"proef": ["host", "mail"]}
    assert [
        {name: value for name, value in environment.items() if name.startswith("GIT_")} for environment in seen
    ] == [{"GIT_NO_LAZY_FETCH": "1"}]


def test_nothing_is_known_of_what_is_published_without_a_repository(tmp_path: Path) -> None:
    assert published_rows(tmp_path, ["proef"]) == {}
    repository(tmp_path, {"a": ""})
    assert published_rows(tmp_path, ["proef", "a\nb"]) == {}
