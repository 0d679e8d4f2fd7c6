"""``clausule doctor`` in repositories as people have them: whole, broken, with and without a remote."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from clausule.publish.condition import ask
from clausule.publish.git import Git
from clausule.publish.memory import Memory, Origin
from session import Session, small_repository


def seen(session: Session, *words: str, status: int = 0, **environment: str) -> dict[str, list[dict[str, str]]]:
    """What ``doctor`` says of each thing; every row that is not fine says how to mend it."""
    done = session.run("doctor", "--format", "json", *words, **environment)
    assert done.returncode == status, done.stdout + done.stderr
    rows: dict[str, list[dict[str, str]]] = {}
    for row in json.loads(done.stdout):
        assert row.keys() == {"about", "state", "found", "mend"} and bool(row["mend"]) is (row["state"] != "fine")
        rows.setdefault(row["about"], []).append(row)
    assert status == any(row["state"] == "wrong" for each in rows.values() for row in each)
    return rows


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A firm's repository that was published, and pushed to a remote beside it."""
    folder = tmp_path_factory.mktemp("doctor")
    (folder / "firm").mkdir()
    firm = small_repository(folder / "firm")
    firm.git("init", "--quiet", "--bare", "../far.git")
    firm.git("remote", "add", "origin", "../far.git")
    firm.git("config", "user.name", "A")
    firm.git("config", "user.email", "a@localhost")
    firm.git("add", "--all")
    firm.git("commit", "--quiet", "-m", "words")
    # The branch as publish leaves it, as far as it is looked at here.
    memory = Memory(origin=Origin(day="2026-11-28")).as_text()
    blob = firm.program(["git", "hash-object", "-w", "--stdin"], memory).stdout.strip()
    tree = firm.program(["git", "mktree"], f"100644 blob {blob}\t.clausule.json\n").stdout.strip()
    firm.git("update-ref", "refs/heads/gh-pages", _commit(firm, tree, "2026-11-28T12:00:00Z"))
    firm.git("push", "--quiet", "origin", "gh-pages")
    return Session(folder)


def _commit(firm: Session, tree: str, when: str, *parents: str) -> str:
    who = {f"GIT_{role}_{part}": "a@localhost" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    days = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    words = ["git", "commit-tree", tree, "-m", "publish", *(word for one in parents for word in ("-p", one))]
    done = firm.program(words, **who, **days)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def firm(published: Session, tmp_path: Path) -> Session:
    return Session(published.copied(tmp_path).root / "firm")


def test_all_is_well(firm: Session) -> None:
    rows = seen(firm)
    assert {about: [row["state"] for row in each] for about, each in rows.items() if each[0]["state"] != "fine"} == {
        "settings": ["note"],  # the address of the site is not written yet
        "workflows": ["note"],
    }
    assert rows["branch"][0]["found"].endswith("published for 2026-11-28")
    assert rows["remote"][0]["found"] == "origin was reached; gh-pages is there as it is here"
    told = firm.run("doctor")
    assert told.returncode == 0 and told.stderr == "as it should be\n"
    assert "note   workflows: there are none" in told.stdout and "       mend: clausule upgrade" in told.stdout


def test_outside_a_repository_the_machine_is_looked_at(tmp_path: Path) -> None:
    rows = seen(Session(tmp_path))
    assert rows["git"][0]["state"] == "fine" and rows["repository"][0]["state"] == "note"
    assert "branch" not in rows and "remote" not in rows and "clausule init" in rows["repository"][0]["mend"]


def test_settings_that_are_gone_or_broken(firm: Session) -> None:
    firm.write("mkdocs.yml", "site_name: [\n")
    assert seen(firm, status=1)["settings"][0]["found"].startswith("mkdocs.yml:")
    (firm.root / "mkdocs.yml").unlink()
    row = seen(firm, status=1)["repository"][0]
    assert row["state"] == "wrong" and "git checkout -- mkdocs.yml" in row["mend"]


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    done = Session(tmp_path).run("--root", "nowhere", "doctor")
    assert done.returncode == 2 and "is no folder" in done.stderr
    done = Session(tmp_path).run("doctor", "--offline", "--remote", "origin")
    assert done.returncode == 2 and "--offline asks no remote" in done.stderr


def test_without_git(firm: Session) -> None:
    rows = seen(firm, status=1, PATH="/nonexistent")
    assert rows["git"][0]["state"] == "wrong" and "Install git" in rows["git"][0]["mend"]
    assert rows["clock"][0]["state"] == "fine" and rows["workflows"]


def test_no_git_repository(firm: Session) -> None:
    shutil.rmtree(firm.root / ".git")
    rows = seen(firm, status=1)
    assert rows["repository"][-1]["state"] == "wrong" and "git init" in rows["repository"][-1]["mend"]


def test_git_does_not_know_who_commits(firm: Session) -> None:
    firm.git("config", "user.useConfigOnly", "true")
    firm.git("config", "user.name", "")
    (row,) = seen(firm)["identity"]
    assert row["state"] == "note" and "git config --global user.name" in row["mend"]


def test_sources_in_no_commit_and_a_repository_without_commits(firm: Session, tmp_path: Path) -> None:
    firm.write("docs/index.md", "# Anders\n")
    assert seen(firm)["commits"][0]["found"] == "in no commit yet: docs/index.md"
    firm.git("symbolic-ref", "HEAD", "refs/heads/nowhere")
    assert seen(firm, status=1)["commits"][0]["found"] == "HEAD leads to no commit"
    shutil.rmtree(firm.root / ".git")
    firm.git("init", "--quiet")
    assert seen(firm, status=1)["commits"][0]["found"] == "there is no commit yet"


def test_damage_is_said_where_it_is(firm: Session) -> None:
    for name, about in (("gh-pages", "branch"), ("HEAD", "commits")):
        tree = firm.git("rev-parse", f"{name}^{{tree}}").strip()
        (firm.root / ".git/objects" / tree[:2] / tree[2:]).unlink()
        row = seen(firm, "--offline", status=1)[about][0]
        assert row["state"] == "wrong" and f"git cannot read all of {name}: " in row["found"]


def test_a_lock_that_was_left_and_a_branch_that_is_in_use(firm: Session) -> None:
    for name in ("refs/heads/gh-pages.lock", "packed-refs.lock"):
        lock = firm.root / ".git" / name
        lock.write_text("")
        (row,) = seen(firm, "--offline", status=1)["git"][1:]
        assert str(lock) in row["found"] and "take that file away" in row["mend"]
        lock.unlink()
    firm.git("checkout", "--quiet", "gh-pages", "--")
    firm.git("checkout", "--quiet", "main", "--", "mkdocs.yml")
    assert seen(firm, "--offline", status=1)["branch"][0]["state"] == "wrong"


def test_a_branch_that_a_hand_changed_is_told(firm: Session) -> None:
    tree = firm.program(["git", "mktree"], "").stdout.strip()
    firm.git("update-ref", "refs/heads/gh-pages", _commit(firm, tree, "2026-11-28T12:00:00Z"))
    assert seen(firm, "--offline")["branch"][0]["state"] == "note"


def test_a_clock_that_is_behind(firm: Session) -> None:
    tip, tree = firm.git("rev-parse", "gh-pages").strip(), firm.git("rev-parse", "gh-pages^{tree}").strip()
    later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3 * 86_400))
    firm.git("update-ref", "refs/heads/gh-pages", _commit(firm, tree, later, tip))
    (row,) = seen(firm, "--offline", status=1)["clock"]
    assert "gh-pages is of" in row["found"] and "Set the clock" in row["mend"]


def test_a_day_that_is_still_to_come(firm: Session) -> None:
    memory = Memory(origin=Origin(day="2999-01-01")).as_text()
    blob = firm.program(["git", "hash-object", "-w", "--stdin"], memory).stdout.strip()
    tree = firm.program(["git", "mktree"], f"100644 blob {blob}\t.clausule.json\n").stdout.strip()
    firm.git("update-ref", "refs/heads/gh-pages", _commit(firm, tree, "2026-11-28T12:00:00Z"))
    (row,) = seen(firm, "--offline", status=1)["clock"]
    assert "was published for 2999-01-01" in row["found"]


def test_a_remote_that_is_not_reached_is_said(firm: Session) -> None:
    firm.git("remote", "set-url", "origin", "../gone.git")
    (row,) = seen(firm)["remote"]
    assert row["state"] == "note" and row["found"].startswith("origin was not reached, so what is on it is not known: ")
    (row,) = seen(firm, "--remote", "origin", status=1)["remote"]
    assert row["state"] == "wrong"
    assert seen(firm, "--offline")["remote"][0]["found"] == "origin was not asked (--offline)"


@pytest.mark.skipif(sys.platform == "win32", reason="a program of the shell stands for the other side")
def test_a_remote_that_is_silent_is_not_waited_for(firm: Session) -> None:
    firm.git("config", "protocol.ext.allow", "always")
    firm.git("remote", "set-url", "origin", "ext::sleep 900")
    answer = ask(Git(firm.root), "origin", "gh-pages", 0.5)
    assert not answer.reached and answer.said == "it gave no answer in 0.5 seconds"


def test_how_the_branch_stands_on_the_remote(firm: Session) -> None:
    tip, tree = firm.git("rev-parse", "gh-pages").strip(), firm.git("rev-parse", "gh-pages^{tree}").strip()
    firm.git("update-ref", "refs/heads/gh-pages", _commit(firm, tree, "2026-11-28T13:00:00Z", tip))
    assert "is newer on this machine than there" in seen(firm)["remote"][0]["found"]
    firm.git("push", "--quiet", "origin", "gh-pages")
    firm.git("update-ref", "refs/heads/gh-pages", tip)
    assert "goes on from that" in seen(firm)["remote"][0]["found"]
    firm.git("push", "--quiet", "--force", "origin", f"{tip}:gh-pages")
    firm.git("update-ref", "refs/remotes/origin/gh-pages", tip)
    firm.git("update-ref", "-d", "refs/heads/gh-pages")
    assert "goes on from that" in seen(firm)["remote"][0]["found"]
    # What ends in the same name is another branch.
    firm.git("push", "--quiet", "origin", f"{tip}:refs/kept/refs/heads/other")
    assert "has no other yet" in seen(firm, "--branch", "other")["remote"][0]["found"]
    # The remote was rewritten: what was known of it is no more in it.
    firm.git("--git-dir", os.fspath(Path("..", "far.git")), "update-ref", "-d", "refs/heads/gh-pages")
    firm.git("push", "--quiet", "origin", f"{_commit(firm, tree, '2026-11-28T14:00:00Z')}:refs/heads/gh-pages")
    firm.git("update-ref", "refs/remotes/origin/gh-pages", tip)
    assert seen(firm, status=1)["remote"][0]["state"] == "wrong"
    firm.git("remote", "rename", "origin", "far")
    assert "there is far: name it with --remote" in seen(firm)["remote"][0]["found"]
