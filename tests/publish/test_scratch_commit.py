"""One commit by git fast-import: all of it or nothing, whatever a file is called."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from clausule.publish.errors import GitFailed, GitMissing
from clausule.publish.scratch_commit import BRANCH, ScratchCommit

NAMES = ["a b.txt", 'say "x".txt', "back\\slash", "b/\n.txt", "b/é.txt", "c"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A bare repository whose scratch branch has one empty commit."""
    found = os.environ | {"GIT_DIR": str(tmp_path / "bare.git"), "GIT_CONFIG_GLOBAL": os.devnull}
    git(found, "init", "--quiet", "--bare", "--template=", f"--initial-branch={BRANCH}")
    tree = git(found, "mktree")
    who = ["-c", "user.name=A", "-c", "user.email=a@localhost"]
    git(found, "update-ref", f"refs/heads/{BRANCH}", git(found, *who, "commit-tree", tree, "-m", "empty"))
    return found


def git(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(["git", *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return done.stdout.decode().strip()


def files(environment: dict[str, str]) -> dict[str, str]:
    rows = git(environment, "ls-tree", "-r", "-z", BRANCH).rstrip("\0").split("\0")
    parts = (row.split("\t", 1) for row in rows if row)
    return {name: git(environment, "cat-file", "blob", head.split()[2]) for head, name in parts}


def test_files_come_and_go_whatever_they_are_called(environment: dict[str, str]) -> None:
    with ScratchCommit(environment) as commit:
        for name in NAMES:
            commit.write(name, f"of {name}".encode())
    assert files(environment) == {name: f"of {name}" for name in NAMES}
    with ScratchCommit(environment) as commit:
        commit.remove("b")
        commit.remove("nowhere/at all")
        commit.remove('say "x".txt')
        commit.write("c", b"D c\ndone\n")
    assert files(environment) == {"a b.txt": "of a b.txt", "back\\slash": "of back\\slash", "c": "D c\ndone"}


def test_a_folder_takes_the_place_of_what_was_there_and_is_copied_whole(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "made/deep").mkdir(parents=True)
    (tmp_path / "made/deep/x").write_text("1")
    (tmp_path / "made/y").write_text("2")
    with ScratchCommit(environment) as commit:
        commit.write("a/1/old", b"old")
        commit.write("a/now/old", b"old")
    with ScratchCommit(environment) as commit:
        commit.write_folder("a/1", tmp_path / "made")
    oid = git(environment, "rev-parse", f"{BRANCH}:a/1")
    with ScratchCommit(environment) as commit:
        commit.put("a/now", "40000", oid)
        commit.put("y", "100644", git(environment, "rev-parse", f"{BRANCH}:a/1/y"))
    there = {"deep/x": "1", "y": "2"}
    assert files(environment) == {f"a/{one}/{name}": text for one in ("1", "now") for name, text in there.items()} | {
        "y": "2"
    }


def test_an_error_within_leaves_the_branch_as_it_was(environment: dict[str, str]) -> None:
    before = git(environment, "rev-parse", BRANCH)
    with pytest.raises(ZeroDivisionError), ScratchCommit(environment) as commit:
        commit.write("a", b"a")
        raise ZeroDivisionError
    assert git(environment, "rev-parse", BRANCH) == before


def test_what_git_says_when_it_ends_early_is_told(environment: dict[str, str]) -> None:
    with pytest.raises(GitFailed, match=r"fast-import failed: .*0000000"), ScratchCommit(environment) as commit:
        commit.put("a", "40000", "0" * 40)
        for number in range(10_000):
            commit.write(f"much/{number}", b"x" * 1000)


def test_without_git_that_is_said(environment: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(GitMissing), ScratchCommit(environment | {"PATH": str(tmp_path)}):
        raise AssertionError("there is nothing to write to")
