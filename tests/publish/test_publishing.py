"""A publisher's days: first publication, nothing new, a new edition, a concept, a new theme, a colleague's files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, Text, git_that, new_site, started, wish, worker

from clausule.publish.listing import version_list


def test_first_publication(empty: Site) -> None:
    said: list[str] = []
    outcome = empty.publish(wish(OLD, NOW, OTHER), said=said)
    assert outcome.built == ("mickcom/1.4", "mickcom/1.5", "123meekijken/ongedateerd")
    assert outcome.changed and outcome.commit == empty.tip
    assert outcome.addresses == (
        *("/", "/mickcom/", "/mickcom/huidig/", "/mickcom/1.5/", "/mickcom/1.4/"),
        *("/123meekijken/", "/123meekijken/huidig/", "/123meekijken/ongedateerd/"),
    )
    pages = {f"{name}/{file}" for name in ("mickcom/1.4", "mickcom/1.5", "mickcom/huidig", "123meekijken/huidig", "123meekijken/ongedateerd")  # noqa: E501
             for file in ("index.html", "artikel-1/index.html", "assets/grey.css", "overeenkomst.json")}  # fmt: skip
    above = {"index.html", "404.html", "mickcom/index.html", "123meekijken/index.html", ".nojekyll", ".clausule.json"}
    lists = {f"{name}/{file}" for name in ("mickcom", "123meekijken") for file in ("versions.json", "bestanden.json")}
    assert empty.files() == pages | above | lists
    assert empty.git("rev-parse", "gh-pages:mickcom/huidig") == empty.git("rev-parse", "gh-pages:mickcom/1.5")
    assert "building mickcom/1.5 (2 of 3)" in said
    assert empty.git("rev-list", "--count", "gh-pages") == "1"
    empty.assert_clean()


def test_publishing_again_changes_nothing_and_starts_four_programs(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = site.tip
    monkeypatch.setenv("PATH", git_that(tmp_path / "bin", 0, ""))
    outcome = site.publish(wish(OLD, NOW, OTHER))
    assert started(tmp_path / "bin") <= 4
    assert not outcome.changed and outcome.built == () and outcome.commit == before == site.tip
    assert outcome.kept == ("mickcom/1.4", "mickcom/1.5", "123meekijken/ongedateerd")


def test_publishing_again_imports_no_generator(site: Site) -> None:
    out, err = worker(site, wish(OLD, NOW, OTHER), "--modules").communicate()
    assert (out, err) == ("[]\n", "")
    out, err = worker(site, wish(OLD, NOW, OTHER, CONCEPT), "--modules").communicate()
    assert out == "[]\n"


def test_mike_understands_the_branch(site: Site) -> None:
    site.publish(wish(OLD, NOW, OTHER, CONCEPT))
    mike = [
        str(Path(sys.executable).with_name("mike")),
        "list",
        "-r",
        "origin",
        "-b",
        "gh-pages",
        "--deploy-prefix",
        "mickcom",
    ]
    done = subprocess.run(mike, cwd=site.root, capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()) == {
        '"2.0 (25-05-2018)" (2.0)',
        '"1.5 (25-05-2018)" (1.5) [huidig]',
        '"1.4 (25-05-2018)" (1.4)',
    }
    done = subprocess.run([*mike, "--json", "1.5"], cwd=site.root, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["properties"]["sha256"] == NOW.sha256


def test_the_newest_stands_first_whatever_its_name_is(empty: Site) -> None:
    names = ["ongedateerd", "v2.0", "1.10", "1.9", "2018-05-25"]
    empty.publish(wish(*(Text("mickcom", name, words=name) for name in names)))
    order = [(name, ["huidig"] if name == names[-1] else []) for name in reversed(names)]
    assert [(row["version"], row["aliases"]) for row in empty.listed()] == order
    empty.commit({path: None for path in empty.files() if path.startswith("mickcom/1.9/")})
    assert empty.publish(wish(*(Text("mickcom", name, words=name) for name in names))).built == ("mickcom/1.9",)
    assert [(row["version"], row["aliases"]) for row in empty.listed()] == order


def test_the_list_for_a_site_without_a_branch() -> None:
    rows = json.loads(version_list([("1.4", "1.4 (oud)"), ("1.5", "1.5 (nieuw)")], "1.5", "huidig"))
    assert rows == [
        {"version": "1.5", "title": "1.5 (nieuw)", "aliases": ["huidig"]},
        {"version": "1.4", "title": "1.4 (oud)", "aliases": []},
    ]


def test_a_new_edition_leaves_the_others_alone(site: Site) -> None:
    before = site.tip
    outcome = site.publish(wish(OLD, NOW, OTHER, NEW))
    assert outcome.built == ("mickcom/1.6",)
    assert site.git("rev-parse", "gh-pages^") == before
    assert site.git("rev-parse", "gh-pages:mickcom/1.5") == site.git("rev-parse", f"{before}:mickcom/1.5")
    assert site.git("rev-parse", "gh-pages:mickcom/huidig") == site.git("rev-parse", "gh-pages:mickcom/1.6")
    assert [(row["version"], row["aliases"]) for row in site.listed()] == [
        ("1.6", ["huidig"]),
        ("1.5", []),
        ("1.4", []),
    ]
    assert "1.6/artikel-1" in site.read("mickcom/index.html")


def test_one_more_edition_costs_the_same_beside_two_and_beside_thirty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []
    for count in (2, 30):
        site = new_site(tmp_path / f"site-{count}")
        texts = [Text("mickcom", f"1.{number}", words=str(number)) for number in range(count + 1)]
        site.publish(wish(*texts[:-1]))
        with monkeypatch.context() as patch:
            patch.setenv("PATH", git_that(tmp_path / f"bin-{count}", 0, ""))
            assert site.publish(wish(*texts)).built == (f"mickcom/1.{count}",)
        costs.append(started(tmp_path / f"bin-{count}"))
    assert costs[0] == costs[1]


def test_an_announced_edition_comes_into_force(site: Site) -> None:
    announced = wish(OLD, NOW, OTHER, NEW)
    site.publish(replace(announced, current={**announced.current, "mickcom": "1.5"}))
    assert site.git("rev-parse", "gh-pages:mickcom/huidig") == site.git("rev-parse", "gh-pages:mickcom/1.5")
    outcome = site.publish(announced)
    assert outcome.built == () and outcome.changed
    assert site.git("rev-parse", "gh-pages:mickcom/huidig") == site.git("rev-parse", "gh-pages:mickcom/1.6")
    assert [row["aliases"] for row in site.listed()] == [["huidig"], [], []]


def test_the_copy_of_the_edition_in_force_is_called_as_its_language_calls_it(site: Site) -> None:
    site.publish(replace(wish(OLD, NOW, OTHER), aliases={"mickcom": "current"}))
    assert site.git("rev-parse", "gh-pages:mickcom/current") == site.git("rev-parse", "gh-pages:mickcom/1.5")
    assert not [path for path in site.files() if path.startswith("mickcom/huidig/")]
    assert site.git("rev-parse", "gh-pages:123meekijken/huidig") and [row["aliases"] for row in site.listed()] == [
        ["current"],
        [],
    ]


def test_no_edition_in_force_takes_the_alias_away(site: Site) -> None:
    site.publish(replace(wish(OLD, replace(NOW, status="lapsed"), OTHER), current={"123meekijken": "ongedateerd"}))
    assert not [path for path in site.files() if path.startswith("mickcom/huidig/")]
    assert [row["aliases"] for row in site.listed()] == [[], []]


def test_a_concept_changes_and_goes(site: Site) -> None:
    site.publish(wish(OLD, NOW, OTHER, replace(CONCEPT, theme="pink")))
    outcome = site.publish(wish(OLD, NOW, OTHER, replace(CONCEPT, words="Of toch niet.")))
    assert outcome.built == ("mickcom/2.0",)
    assert "Of toch niet." in site.read("mickcom/2.0/artikel-1/index.html")
    assert "mickcom/2.0/assets/pink.css" not in site.files()
    outcome = site.publish(wish(OLD, NOW, OTHER))
    assert outcome.removed == ("mickcom/2.0",)
    assert not [path for path in site.files() if "2.0" in path]
    assert [row["version"] for row in site.listed()] == ["1.5", "1.4"]


def test_a_concept_becomes_the_agreed_text(site: Site) -> None:
    site.publish(wish(OLD, NOW, OTHER, CONCEPT))
    site.publish(wish(OLD, NOW, OTHER, replace(CONCEPT, words="Zeker.", status="in-force")))
    assert site.listed()[0]["properties"]["status"] == "in-force"


def test_an_agreement_of_concepts_alone_goes(site: Site) -> None:
    draft = Text("proef", "0.1", status="concept")
    before = site.tree
    site.publish(wish(OLD, NOW, OTHER, draft))
    assert "proef/0.1/index.html" in site.files()
    site.publish(wish(OLD, NOW, OTHER))
    assert site.tree == before


def test_a_new_theme_rebuilds_all_in_one_commit(site: Site) -> None:
    before = site.tip
    outcome = site.publish(wish(*(replace(text, theme="blue") for text in (OLD, NOW, OTHER))))
    assert len(outcome.built) == 3
    assert site.git("rev-parse", "gh-pages^") == before
    assert not [path for path in site.files() if path.endswith("grey.css")]


def test_the_same_sources_give_the_same_tree_and_commit(site: Site, tmp_path: Path) -> None:
    other = new_site(tmp_path / "other")
    other.publish(wish(OLD, NOW, OTHER))
    assert other.tip == site.tip
    step = new_site(tmp_path / "step")
    step.publish(wish(OLD))
    step.publish(wish(OLD, NOW, OTHER))
    assert step.tree == site.tree


def test_a_title_alone_is_no_reason_to_build(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER).plan()
    plan.editions[1] = replace(plan.editions[1], title="1.5 (vanaf 25-05-2018)")
    outcome = site.publish(plan)
    assert outcome.built == () and outcome.changed
    assert site.listed()[0]["title"] == "1.5 (vanaf 25-05-2018)"


def test_what_others_put_on_the_branch_stays(site: Site) -> None:
    site.commit({"CNAME": "voorbeeld.nl\n", "elders/versions.json": '{"geen": "lijst"}', "elders/index.html": "x"})
    site.publish(wish(OLD, NOW, OTHER, NEW))
    assert site.read("CNAME") == "voorbeeld.nl"
    assert {"elders/versions.json", "elders/index.html"} <= site.files()


def test_pages_above_the_editions_that_are_gone_go(site: Site) -> None:
    plan = wish(OLD, NOW, OTHER).plan()

    def with_one_more(out: Path, parts: Sequence[str]) -> None:
        plan.build_root(out, parts)
        (out / "extra.html").write_text("tijdelijk")

    site.publish(replace(plan, root_input="with extra", build_root=with_one_more))
    assert "extra.html" in site.files()
    site.publish(plan)
    assert "extra.html" not in site.files()


def test_a_damaged_branch_is_made_whole(site: Site) -> None:
    good = site.tree
    gone = {path: None for path in site.files() if path.startswith(("mickcom/huidig/", "mickcom/1.5/"))}
    site.commit(gone)
    outcome = site.publish(wish(OLD, NOW, OTHER))
    assert outcome.built == ("mickcom/1.5",)
    assert site.tree == good


def test_who_commits(site: Site) -> None:
    assert (
        site.git("log", "-1", "--format=%an <%ae> %at %cn", "gh-pages")
        == "Clausule <clausule@localhost> 1700000000 Clausule"
    )
    site.git("config", "user.name", "Els de Vries")
    site.git("config", "user.email", "els@example.org")
    site.publish(wish(OLD, NOW, OTHER, NEW))
    assert (
        site.git("log", "-1", "--format=%an <%ae>: %s", "gh-pages")
        == "Els de Vries <els@example.org>: Publish mickcom/1.6"
    )


def test_the_work_tree_of_the_author_is_left_alone(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.root / "a.md").write_text("een\n")
    site.git("add", "a.md")
    site.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "a")
    site.git("checkout", "--quiet", "--detach")
    (site.root / "a.md").write_text("twee\n")
    (site.root / "gh-pages").write_text("a file with the name of the branch")
    status = site.git("status", "--porcelain")
    with monkeypatch.context() as inside_a_hook:
        inside_a_hook.setenv("GIT_DIR", "/nonexistent")
        inside_a_hook.setenv("GIT_INDEX_FILE", "/nonexistent/index")
        assert site.publish(wish(OLD, NOW, OTHER, NEW)).built == ("mickcom/1.6",)
    assert site.git("status", "--porcelain") == status


def test_from_a_linked_work_tree_a_subfolder_and_a_shallow_clone(site: Site, tmp_path: Path) -> None:
    site.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "--allow-empty", "-m", "a")
    site.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    (tmp_path / "side" / "docs").mkdir()
    Site(tmp_path / "side" / "docs").publish(wish(OLD, NOW, OTHER, NEW))
    assert site.listed()[0]["version"] == "1.6"
    url = f"file://{site.root}"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", "--branch", "gh-pages", url, str(tmp_path / "shallow")], check=True
    )
    shallow = Site(tmp_path / "shallow")
    shallow.git("checkout", "--quiet", "--orphan", "main")
    shallow.publish(wish(OLD, NOW, OTHER, NEW, CONCEPT))
    assert shallow.listed()[0]["version"] == "2.0"
    assert shallow.git("rev-parse", "gh-pages^") == site.tip


def test_a_repository_with_other_hashes(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.git("init", "--quiet", "--object-format=sha256")
    site.publish(wish(OLD, NOW))
    assert site.publish(wish(OLD, NOW, NEW)).built == ("mickcom/1.6",)
    assert len(site.tip) == 64


def test_what_was_ever_offered_only_grows(site: Site) -> None:
    before = json.loads(site.read("mickcom/bestanden.json"))["files"]
    assert [row["path"] for row in before] == ["1.4/overeenkomst.json", "1.5/overeenkomst.json"]
    changed = replace(NOW, extra="<p>later</p>")
    site.publish(wish(OLD, changed, OTHER))
    assert json.loads(site.read("mickcom/bestanden.json"))["files"] == before  # its pages changed, and no file did
    # What another hand changed is as it was again, and rows come to it.
    site.commit({"mickcom/bestanden.json": "{}"})
    site.publish(wish(OLD, changed, OTHER, NEW))
    after = json.loads(site.read("mickcom/bestanden.json"))["files"]
    assert [row for row in after if row in before] == before and len(after) == len(before) + 1
