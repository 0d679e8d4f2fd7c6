"""What another hand, a merge or a wrong clock did to what is published: made again and said, or refused."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, git_that, wish

from clausule.publish.errors import PublishError
from clausule.publish.memory import Origin
from clausule.publish.plan import Plan

WHOLE = (OLD, NOW, OTHER)
PAGE = "mickcom/1.5/artikel-1/index.html"


@pytest.mark.parametrize(
    "path, text",
    [
        (PAGE, "Verwerker helpt Klant zelden."),
        (PAGE, None),
        ("mickcom/1.5/overeenkomst.json", '{"version": "1.5", "sha256": "x"}'),
        ("mickcom/1.5/assets/grey.css", "body{display:none}"),
        ("mickcom/1.5/extra.html", "<p>Nog iets."),
        ("mickcom/huidig/index.html", "<h1>Anders"),
        ("mickcom/bestanden.json", "{}"),
        ("mickcom/bestanden.json", None),
        ("mickcom/index.html", "<a href='https://example.org/'>weg</a>"),
    ],
)
def test_what_a_hand_changed_is_made_again_and_said(site: Site, path: str, text: str | None) -> None:
    good, said = site.tree, list[str]()
    site.commit({path: text})
    outcome = site.publish(wish(*WHOLE), said=said)
    assert outcome.changed and site.tree == good
    told = [words for words in said if "another hand" in words]
    assert len(told) == 1 and "gh-pages" in told[0] and path.split("/")[0] in told[0]
    assert not site.publish(wish(*WHOLE)).changed


def test_what_a_hand_changed_does_not_come_along_with_a_new_edition(site: Site) -> None:
    site.commit({PAGE: "Verwerker helpt Klant zelden.", "mickcom/huidig/artikel-1/index.html": "Zelden."})
    site.publish(wish(*WHOLE, CONCEPT))
    assert "terstond" in site.read(PAGE) and "terstond" in site.read("mickcom/huidig/artikel-1/index.html")


@pytest.mark.parametrize("name, value", [("sha256", "a" * 64), ("status", "concept"), ("input", "other")])
def test_a_list_that_a_hand_changed_blames_nobody(site: Site, name: str, value: str) -> None:
    good, rows = site.tree, site.listed()
    rows[0]["properties"][name] = value
    site.commit({"mickcom/versions.json": json.dumps(rows)})
    site.publish(wish(*WHOLE))
    assert site.tree == good


def test_a_memory_that_a_hand_changed_is_not_believed(site: Site) -> None:
    """It fits what was done to the page, but no publisher wrote it."""
    good = site.tree
    site.commit({PAGE: "Verwerker helpt Klant zelden."})
    memory = json.loads(site.read(".clausule.json"))
    memory["made"]["mickcom/1.5"] = memory["made"]["mickcom/huidig"] = site.git("rev-parse", "gh-pages:mickcom/1.5")
    site.commit({".clausule.json": json.dumps(memory)})
    said: list[str] = []
    assert set(site.publish(wish(*WHOLE), said=said).built) == {
        "mickcom/1.4",
        "mickcom/1.5",
        "123meekijken/ongedateerd",
    }
    assert site.tree == good and any(".clausule.json was changed by another hand" in words for words in said)


def test_a_memory_that_is_gone_is_said(site: Site) -> None:
    site.commit({".clausule.json": None})
    with pytest.raises(PublishError, match=r"\.clausule\.json on gh-pages cannot be understood: it is gone"):
        site.publish(wish(*WHOLE))


def test_a_branch_of_an_older_program_publishes_on(site: Site) -> None:
    """Its memory has no ids of editions, no seal and no commit of the sources."""
    files = site.files()
    memory = json.loads(site.read(".clausule.json"))
    older = {name: memory[name] for name in ("root_input", "files", "parts", "memory")}
    site.commit({".clausule.json": json.dumps(older)})
    said: list[str] = []
    site.publish(wish(*WHOLE, NEW), said=said)
    assert files < site.files() and site.listed()[0]["version"] == "1.6"
    assert not any("another hand" in words for words in said)
    assert not site.publish(wish(*WHOLE, NEW)).changed
    # And the oldest had a list of files without ids.
    site.commit({".clausule.json": json.dumps({**older, "files": list(older["files"])})})
    site.publish(wish(*WHOLE, NEW))
    assert files < site.files()


def test_what_git_no_longer_has_is_built_anew(site: Site, tmp_path: Path) -> None:
    site.commit({PAGE: "Verwerker helpt Klant zelden."})
    url = f"file://{site.root}"
    subprocess.run(["git", "clone", "-q", "--depth=1", "-b", "gh-pages", url, str(tmp_path / "shallow")], check=True)
    shallow = Site(tmp_path / "shallow")
    shallow.git("checkout", "--quiet", "--orphan", "main")
    shallow.publish(wish(*WHOLE))
    assert "terstond" in shallow.read(PAGE) and "terstond" in shallow.read("mickcom/huidig/artikel-1/index.html")


def test_a_tip_that_lies_in_the_future(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000000000")
    site.publish(wish(*WHOLE, NEW))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pytest.raises(PublishError, match=r"published on 2096-10-02 07:06 UTC, and this machine says that it is 20"):
        site.publish(wish(*WHOLE, NEW))


def of(wanted: Plan, **values: object) -> Plan:
    return replace(wanted, origin=Origin(**values))  # type: ignore[arg-type]


def test_a_day_before_the_last_publication(site: Site) -> None:
    site.publish(of(wish(*WHOLE, NEW).plan(), day="2026-11-23"))
    with pytest.raises(
        PublishError, match=r"publish for 2021-06-01, and gh-pages was published for 2026-11-23 already"
    ):
        site.publish(of(wish(*WHOLE, NEW).plan(), day="2021-06-01"))
    site.publish(of(wish(*WHOLE, NEW).plan(), day="2026-11-24"))


@pytest.fixture
def remote(site: Site, tmp_path: Path) -> Site:
    subprocess.run(["git", "clone", "--quiet", "--bare", str(site.root), str(tmp_path / "remote.git")], check=True)
    site.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    return Site(tmp_path / "remote.git")


def test_a_remote_that_was_set_back_is_said(site: Site, remote: Site) -> None:
    before = remote.tip
    site.publish(wish(*WHOLE, NEW), push="origin")
    remote.git("update-ref", "refs/heads/gh-pages", before)
    said: list[str] = []
    site.publish(wish(*WHOLE, NEW), push="origin", said=said)
    assert remote.tip == site.tip and any("was set back" in words and before[:12] in words for words in said)


def test_a_remote_whose_history_was_rewritten_is_refused(site: Site, remote: Site) -> None:
    site.publish(wish(*WHOLE, NEW), push="origin")
    tree = remote.git("rev-parse", "gh-pages^{tree}")
    other = remote.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit-tree", tree, "-m", "one")
    remote.git("update-ref", "refs/heads/gh-pages", other)
    with pytest.raises(PublishError, match="history of gh-pages on origin was rewritten"):
        site.publish(wish(*WHOLE, NEW, CONCEPT), push="origin")
    assert remote.tip == other


def test_a_remote_that_dies_after_it_took_the_branch(site: Site, remote: Site) -> None:
    hook = remote.root / "hooks/post-receive"
    hook.write_text("#!/bin/sh\nkill -9 $PPID\n")
    hook.chmod(0o755)
    outcome = site.publish(wish(*WHOLE, NEW), push="origin")
    assert outcome.changed and remote.tip == site.tip == outcome.commit


def test_a_remote_that_dies_and_stays_away(
    site: Site, remote: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", git_that(tmp_path / "bin", 0, ""))
    gone = 'case "$*" in *push*) $git "$@"; mv ' + f"{remote.root} {remote.root}.weg; exit 128;; esac\n"
    script = tmp_path / "bin/git"
    script.write_text(script.read_text().replace('exec $git "$@"', f'{gone}exec $git "$@"'))
    before = site.tip
    with pytest.raises(PublishError, match=r"may have been taken\. Run this again"):
        site.publish(wish(*WHOLE, NEW), push="origin")
    Path(f"{remote.root}.weg").rename(remote.root)
    assert site.tip == before != remote.tip
    monkeypatch.undo()


@pytest.mark.parametrize(
    "name", ["a b", "-x", "x..y", "x.lock", "gh-pages/x", "", "x~1", "HEAD", "@", "refs/heads/gh-pages", "refs/x"]
)
def test_a_name_that_git_takes_for_no_branch(site: Site, name: str) -> None:
    from clausule.publish.publisher import publish

    with pytest.raises(PublishError, match=r"there can be no branch .*--branch"):
        publish(site.root, wish(*WHOLE).plan(), branch=name, progress=lambda words: None)


def test_a_repository_of_somebody_else(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(PublishError, match=r"another user .*git config --global --add safe\.directory"):
        site.publish(wish(*WHOLE))
