"""What is refused, in which words; and that the published site is then as it was."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, Text, Wish, git_that, started, wish

from clausule.publish.errors import PublishError
from clausule.publish.plan import Plan


def refused(site: Site, wanted: Wish | Plan, *words: str) -> None:
    """Publishing says ``words`` in one line, and nothing has moved or is left."""
    before = site.git("for-each-ref")
    with pytest.raises(PublishError) as caught:
        site.publish(wanted)
    said = str(caught.value)
    assert "\n" not in said
    for expected in words:
        assert expected in said
    assert site.git("for-each-ref") == before
    site.assert_clean()


def test_a_published_text_changed(site: Site) -> None:
    refused(
        site,
        wish(OLD, replace(NOW, words="Verwerker helpt Klant niet."), OTHER),
        "mickcom 1.5",
        "another text",
        "Put the published words back",
    )


def test_a_lock_file_that_was_tampered_with(site: Site) -> None:
    """The hash that is asked for is the one of the branch, but the pages say another."""
    plan = wish(OLD, NOW, OTHER).plan()
    tampered = replace(NOW, words="Stilletjes anders.")
    plan.editions[1] = replace(
        plan.editions[1], properties={**plan.editions[1].properties, "input": "new"}, build=tampered.build
    )
    refused(site, plan, "mickcom/1.5 is not complete", "another sha256")


def test_an_agreed_text_as_a_concept(site: Site) -> None:
    refused(site, wish(OLD, replace(NOW, status="concept"), OTHER), "mickcom 1.5 cannot become a concept")


def test_a_published_edition_that_vanished(site: Site) -> None:
    refused(site, wish(NOW, OTHER), "mickcom 1.4 is published on gh-pages and is not in the sources", "git pull")


def test_a_published_agreement_that_vanished(site: Site) -> None:
    refused(site, wish(OLD, NOW), "123meekijken ongedateerd", "never taken away")


def test_an_edition_that_is_not_frozen(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER, NEW).plan()
    plan.editions[3] = replace(plan.editions[3], properties={**plan.editions[3].properties, "frozen": False})
    refused(site, plan, "mickcom 1.6", "clausule freeze mickcom 1.6")


@pytest.mark.parametrize(
    "name",
    ["../x", "huidig", "Huidig", "a/b", "-1", "1.5é", ".git", "", "1..5", "x.lock", "..", "1 5", "1\n5", "x" * 101],
)
def test_names_that_are_no_address(empty: Site, name: str) -> None:
    with pytest.raises(PublishError, match="cannot be the name of an edition"):
        empty.publish(wish(Text("mickcom", name)))
    with pytest.raises(PublishError, match="cannot be the name of an agreement"):
        empty.publish(wish(Text(name, "1.5")))
    assert empty.git("for-each-ref") == ""


def test_two_names_that_are_one_folder_on_many_machines(empty: Site) -> None:
    with pytest.raises(PublishError, match="the same address"):
        empty.publish(wish(Text("mickcom", "1.5a"), Text("mickcom", "1.5A")))


def test_an_alias_of_an_edition_that_is_not_there(empty: Site) -> None:
    with pytest.raises(PublishError, match=r"mickcom/huidig cannot be made: there is no edition mickcom/1\.9"):
        empty.publish(Wish((NOW,), {"mickcom": "1.9"}))


def test_a_page_that_an_agreed_edition_had(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER).plan()

    def without_data(out: Path) -> None:
        NOW.build(out)
        (out / "overeenkomst.json").unlink()

    plan.editions[1] = replace(
        plan.editions[1], properties={**plan.editions[1].properties, "input": "new"}, build=without_data
    )
    refused(site, plan, "/mickcom/1.5/overeenkomst.json", "never taken away")


def test_an_anchor_that_an_agreed_edition_had(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER).plan()

    def renumbered(out: Path) -> None:
        NOW.build(out)
        for page in (out / "index.html", out / "artikel-1/index.html"):
            page.write_text(page.read_text().replace("artikel-1.1", "artikel-1.2"))

    plan.editions[1] = replace(
        plan.editions[1], properties={**plan.editions[1].properties, "input": "new"}, build=renumbered
    )
    refused(site, plan, "/mickcom/1.5/artikel-1/index.html#artikel-1.1", "never taken away")


def test_an_edition_without_a_first_page(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER, NEW).plan()
    plan.editions[3] = replace(plan.editions[3], build=lambda out: None)
    refused(site, plan, "mickcom/1.6 is not complete: it has no index.html")


def test_a_link_in_place_of_a_page(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER, NEW).plan()

    def linked(out: Path) -> None:
        NEW.build(out)
        (out / "geheim.html").symlink_to("/etc/passwd")

    plan.editions[3] = replace(plan.editions[3], build=linked)
    refused(site, plan, "geheim.html is no ordinary file")


def test_pages_above_that_write_into_an_edition(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER).plan()

    def greedy(out: Path, parts: Sequence[str]) -> None:
        plan.build_root(out, parts)
        (out / "mickcom/1.5").mkdir()
        (out / "mickcom/1.5/index.html").write_text("anders")

    refused(site, replace(plan, root_input="new", build_root=greedy), "mickcom/1.5/index.html would overwrite")


def test_a_branch_of_somebody_else(empty: Site) -> None:
    empty.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "--allow-empty", "-m", "a")
    empty.git("branch", "gh-pages")
    empty.commit({"index.html": "Mijn eigen site", "CNAME": "voorbeeld.nl\n"})
    refused(empty, wish(NOW), "files on gh-pages are in the way: index.html", "--branch")


def test_an_edition_that_mike_put_there_alone(site: Site) -> None:
    rows = [*site.listed(), {"version": "0.9", "title": "0.9", "aliases": []}]
    site.commit({"mickcom/versions.json": json.dumps(rows), "mickcom/0.9/index.html": "x"})
    refused(site, wish(OLD, NOW, OTHER, NEW), "mickcom/0.9", "something else than Clausule")


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"version": 1}]', "[" * 100_000])
def test_a_list_that_cannot_be_read(site: Site, text: str) -> None:
    site.commit({"mickcom/versions.json": text})
    refused(site, wish(OLD, NOW, OTHER), "mickcom/versions.json on gh-pages cannot be understood", "git log gh-pages")


def test_a_branch_that_is_checked_out(site: Site, tmp_path: Path) -> None:
    site.git("worktree", "add", "--quiet", str(tmp_path / "looking"), "gh-pages")
    refused(site, wish(OLD, NOW, OTHER, NEW), "gh-pages is checked out in", "looking")
    assert not site.publish(wish(OLD, NOW, OTHER)).changed


def test_no_repository_and_no_folder(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "weg"):
        with pytest.raises(PublishError, match="is no git repository"):
            Site(folder).publish(wish(NOW))


def test_no_git(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PublishError, match="Install git"):
        site.publish(wish(NOW))


def test_a_fault_of_the_build_is_told_as_it_is(site: Site) -> None:
    class BuildError(Exception):
        pass

    def fail(text: Text) -> None:
        raise BuildError("artikel 3")

    before = site.tip
    with pytest.raises(BuildError, match="artikel 3"):
        site.publish(wish(OLD, NOW, OTHER, NEW).plan(fail))
    assert site.tip == before
    site.assert_clean()


def test_a_lock_of_git_that_was_left_behind(site: Site) -> None:
    lock = site.root / ".git/refs/heads/gh-pages.lock"
    lock.touch()
    with pytest.raises(PublishError, match=r"gh-pages is locked by .*gh-pages\.lock.*Publish again in half a minute"):
        site.publish(wish(OLD, NOW, OTHER, NEW))
    os.utime(lock, (1, 1))
    assert site.publish(wish(OLD, NOW, OTHER, NEW)).changed
    site.assert_clean()


NO_SPACE = 'echo "fatal: write error: No space left on device" >&2; exit 128'


def test_a_disk_that_is_full_at_any_step(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each program that publishing starts fails once."""
    wanted, old, before = wish(OLD, NOW, OTHER, NEW, CONCEPT), site.tree, site.tip
    with monkeypatch.context() as patch:
        patch.setenv("PATH", git_that(tmp_path / "bin", 0, ""))
        site.publish(wanted)
    new, count, refusals = site.tree, started(tmp_path / "bin"), 0
    for step in range(1, count + 1):
        site.git("update-ref", "refs/heads/gh-pages", before)
        with monkeypatch.context() as patch:
            patch.setenv("PATH", git_that(tmp_path / f"bin-{step}", step, NO_SPACE))
            try:
                site.publish(wanted)
            except PublishError as error:
                assert "\n" not in str(error)
                refusals += 1
                assert site.tree == old
            else:
                assert site.tree == new
    assert refusals > count / 3
    site.assert_clean()


def test_a_file_system_that_takes_no_more(site: Site) -> None:
    def full(text: Text) -> None:
        raise OSError(28, "No space left on device", "pages/artikel-1/index.html")

    plan = wish(OLD, NOW, OTHER, NEW).plan(full)
    refused(site, plan, "pages/artikel-1/index.html cannot be written", "No space left on device", "make room")
