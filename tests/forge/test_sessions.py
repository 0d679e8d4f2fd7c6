"""Jobs of a firm's repository: what they print, what they leave on the forge, and what they never do."""

from __future__ import annotations

import json
import re

import pytest
from desk import ARTICLE, Firm, new_edition
from standin import OURS, STRANGER, Fault, StandIn

from clausule.publish.forge import MARK

WEAK = ARTICLE.replace("elk jaar", "elke tien jaar")
DAY = ("--on", "2026-11-28")


def ours_on(forge: StandIn, number: int) -> list[str]:
    return forge.by(OURS[forge.kind], number)


def test_a_pull_request_has_one_comment_that_follows_it(ours: Firm) -> None:
    ours.propose(7, new_edition(WEAK))
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: written\n")
    [first] = ours_on(ours.forge, 7)
    assert first.startswith(f"{MARK}\n## Verwerkersovereenkomst Firma: ")
    assert "De beveiliging wordt <del>elk</del><ins>elke tien</ins> jaar herzien" in first
    ours.propose(7, new_edition(ARTICLE.replace("passend", "redelijk")))
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: edited\n")
    [second] = ours_on(ours.forge, 7)
    assert "redelijk" in second and "tien" not in second
    ours.propose(7, {"docs/firma/notitie.txt": "niets"})
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: edited\n")
    assert ours_on(ours.forge, 7) == [f"{MARK}\nGeen versie verschilt van wat er gepubliceerd is."]


def test_what_is_no_text_is_named(ours: Firm) -> None:
    """Who reads only the comparison would else merge another program."""
    paths = {".clausule/x.whl", ".github/workflows/publish.yml", "docs.yml", "overrides/a@b/main.html"}
    ours.propose(7, {**dict.fromkeys(paths, "x"), **new_edition(WEAK)})
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: written\n")
    [said] = ours_on(ours.forge, 7)
    notice = said.split("\n\n")[0]
    assert notice.startswith(f"{MARK}\n**Let op: dit wijzigt meer dan teksten.** ") and "a<span>@</span>b" in notice
    shown = re.sub(r"</?span>|\\", "", notice).rpartition(": ")[2]
    assert set(shown.split(", ")) == paths
    assert "## Verwerkersovereenkomst Firma" in said
    ours.propose(9, {"mkdocs.yml": "x"})
    assert ours.job("forge", "comment", "9", *DAY) == (0, "9: written\n")
    words = "over geheel iets anders dan wat er stond, en zo uitvoerig als een jurist het wil. " * 10
    clauses = "\n\n".join(f"1.{number} Dit is bepaling {number}, {words}" for number in range(1, 99))
    article = f'---\nversion: "1.1"\n---\n\n# Artikel 1. Beveiliging\n\n{clauses}\n'
    ours.propose(8, {f"{'@' * 70}{number}": "x" for number in range(200)} | new_edition(article))
    assert ours.job("forge", "comment", "8", *DAY) == (0, "8: written\n")
    [said] = ours_on(ours.forge, 8)
    assert said.split("\n\n")[0].endswith(", …") and 60_000 < len(said) <= 65_536


def test_a_pull_request_that_changes_nothing_that_counts_has_no_comment(ours: Firm) -> None:
    ours.propose(7, {"docs/firma/notitie.txt": "niets"})
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: nothing to say\n")
    assert ours.forge.comments == {}


def test_nothing_of_a_pull_request_comes_into_the_work_tree_or_is_run(ours: Firm) -> None:
    traps = {
        "mkdocs.yml": "hooks: [kwaad.py]\n",
        "overrides/main.html": "{{ 1/0 }}",
        "overrides/hooks/kwaad.py": "raise SystemExit('kwaad')",
        "scripts/clausule/__init__.py": "raise SystemExit('kwaad')",
        "clausule/__init__.py": "raise SystemExit('kwaad')",
        "click.py": "raise SystemExit('kwaad')",
        ".gitattributes": "* filter=kwaad export-subst\n",
        ".clausule/requirements.txt": "kwaad\n",
        "docs/firma/1.1/kwaad.py": "raise SystemExit('kwaad')",
    }
    ours.propose(7, {**new_edition(WEAK), **traps})
    before = ours.desk.git("rev-parse", "HEAD") + ours.desk.git("for-each-ref")
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: written\n")
    assert "elke tien" in re.sub(r"</?(?:ins|del)>", "", ours_on(ours.forge, 7)[0])
    assert ours.desk.git("status", "--porcelain", "--ignored") == ""
    assert ours.desk.git("rev-parse", "HEAD") + ours.desk.git("for-each-ref") == before


@pytest.mark.parametrize("line", ["/merge", "/approve", "/close", " /assign @root", "!1 %1 &1 ~1 #1 @root"])
def test_no_text_gives_the_forge_an_order(ours: Firm, line: str) -> None:
    ours.propose(
        7,
        new_edition(
            ARTICLE.replace("# Artikel 1. Beveiliging", f"# Artikel 1. {line}").replace(
                "1.1 De beveiliging is passend.", line
            )
        ),
    )
    assert ours.job("forge", "comment", "7", *DAY)[0] == 0
    [said] = ours_on(ours.forge, 7)
    assert line.strip()[1:3] in said
    assert not re.search(r"^\s*/\w|(?<![\\\w])[!%&~#@](?=1\b|root)", said, re.M), said


def test_what_happened_on_main_since_is_no_part_of_it(ours: Firm) -> None:
    """A pull request that is behind would else seem to take back what main changed."""
    for path, text in new_edition(ARTICLE.replace("passend", "van toen")).items():
        ours.desk.write(path, text)
    ours.commit("een concept")
    began = ours.desk.git("rev-parse", "HEAD").strip()
    ours.desk.write("docs/firma/1.1/artikel-01.md", ARTICLE.replace("passend", "van nu"))
    ours.commit("het concept, later")
    ours.propose(7, {"docs/firma/notitie.txt": "niets"}, since=began)
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: nothing to say\n")


def test_all_that_are_open_and_one_that_cannot_be_read(ours: Firm) -> None:
    for number in (1, 2, 3):
        ours.propose(number, new_edition(WEAK))
    ours.push("", ours.forge.head(2))
    ours.forge.pulls = [{"number": n, "iid": n} for n in (1, 2, 3)]
    status, said = ours.job("forge", "comment", *DAY)
    assert status == 2 and "1: written\n" in said and "3: written\n" in said
    assert (
        f"clausule: 2: {ours.forge.address}/firma/teksten.git has no {ours.forge.head(2)}. Is 2 the number of a pull "
        f"request?" in said
    )
    assert sorted(ours.forge.comments) == [1, 3]


def test_somebody_elses_comment_with_our_mark_stays(ours: Firm) -> None:
    ours.forge.say(7, STRANGER, f"{MARK}\nGeen versie verschilt.")
    ours.propose(7, new_edition(WEAK))
    assert ours.job("forge", "comment", "7", *DAY) == (0, "7: written\n")
    assert ours.forge.by(STRANGER, 7) == [f"{MARK}\nGeen versie verschilt."] and len(ours_on(ours.forge, 7)) == 1


@pytest.mark.parametrize("number", ["0", "-1", "7; touch kwaad", "$(touch kwaad)", "7/../8", "", "--all"])
def test_a_number_is_a_number(ours: Firm, number: str) -> None:
    status, said = ours.job("forge", "comment", "--", number)
    assert status == 2 and "NUMBER" in said and ours.forge.asked == []


@pytest.mark.parametrize("words", [("comment", "7"), ("comment",), ("propose", "--title", "x")])
def test_without_a_token_or_a_forge(ours: Firm, words: tuple[str, ...]) -> None:
    ours.desk.write("docs/firma/index.md", "anders\n")
    name = "GITHUB_TOKEN" if ours.forge.kind == "github" else "CLAUSULE_TOKEN"
    assert ours.job("forge", *words, token="") == (
        2,
        f"clausule: the job has no token: {name} is empty: without it the forge takes nothing. Give this step "
        f"{name}.\n  more: clausule handbook no-token  (/handboek/als-er-iets-misgaat/#no-token)\n",
    )
    status, said = ours.run("forge", *words)
    assert status == 2 and said.startswith("clausule: there is no forge to ask: ")


def test_a_token_that_is_refused(ours: Firm) -> None:
    ours.propose(7, new_edition(WEAK))
    status, said = ours.job("forge", "comment", "7", token="anders")
    assert status == 2 and said.startswith("clausule: 7: ") and ours.forge.comments == {}
    ours.forge.faults = [Fault("POST .*(comments|notes)", 403)]
    status, said = ours.job("forge", "comment", "7")
    assert status == 2 and said.count("\n") == 1 and "the token has no right to do this" in said


def test_a_new_edition_becomes_a_pull_request(ours: Firm) -> None:
    assert ours.run("new", "--from=1.0", "--", "firma", "1.1")[0] == 0
    ours.desk.write("notitie.txt", "staat ernaast")
    before = ours.desk.git("rev-parse", "HEAD"), ours.desk.git("status", "--porcelain")
    status, said = ours.job("forge", "propose", "--title=New edition firma 1.1")
    assert (status, said) == (0, f"{ours.forge.address}/firma/teksten/1\n")
    assert before == (ours.desk.git("rev-parse", "HEAD"), ours.desk.git("status", "--porcelain"))
    [pull] = ours.forge.pulls
    assert (pull["title"], pull["from"]) == ("New edition firma 1.1", "clausule/new-edition-firma-1-1")
    assert ours.on_forge(pull["from"], "docs/firma/1.1/artikel-01.md") == "{!docs/firma/1.0/artikel-01.md!}\n"
    changed = ours.desk.git("--git-dir", str(ours.forge.bare), "diff", "--name-only", "main", pull["from"]).split()
    assert changed == ["docs/firma/1.1/artikel-01.md", "docs/firma/1.1/index.md"]
    # Once more, with other words: what stands there is nobody's to overwrite.
    ours.desk.write("docs/firma/1.1/artikel-01.md", ARTICLE)
    status, said = ours.job("forge", "propose", "--title=New edition firma 1.1")
    assert status == 2 and said.startswith(
        "clausule: the branch clausule/new-edition-firma-1-1 was not moved: it is there already"
    )
    assert len(ours.forge.pulls) == 1


def test_on_another_branch_it_becomes_a_commit(ours: Firm) -> None:
    ours.desk.git("checkout", "--quiet", "-b", "voorstel")
    for path, text in new_edition(WEAK).items():
        ours.desk.write(path, text)
    ours.commit("voorstel")
    ours.push("HEAD", "refs/heads/voorstel")
    assert ours.run("freeze", "--effective=2027-03-01", "--", "firma", "1.1")[0] == 0
    status, said = ours.job("forge", "propose", "--title=Freeze firma 1.1", branch="voorstel")
    assert status == 0 and said.startswith("voorstel ") and ours.forge.pulls == []
    assert "1.1 v2-sha256:" in ours.on_forge("voorstel", "docs/firma/editions.lock")
    assert "effective: 2027-03-01\n" in ours.on_forge("voorstel", "docs/firma/1.1/index.md")
    # The branch stands elsewhere now than where the job began.
    status, said = ours.job("forge", "propose", "--title=Again", branch="voorstel")
    assert status == 2 and "the branch voorstel was not moved" in said


def test_nothing_to_propose(ours: Firm) -> None:
    ours.desk.write("README.md", "geen tekst")
    status, said = ours.job("forge", "propose", "--title=x")
    assert (status, said.count("\n")) == (2, 2) and "nothing changed below docs/ and annexes/" in said
    assert ours.desk.git("ls-remote", str(ours.forge.bare)).count("refs/heads") == 1


def test_a_forge_that_opens_no_pull_requests_keeps_the_branch(ours: Firm) -> None:
    ours.desk.write("docs/firma/index.md", "anders\n")
    ours.forge.faults = [
        Fault("POST .*/(pulls|merge_requests)$", 403, json.dumps({"message": "not permitted"}).encode())
    ]
    status, said = ours.job("forge", "propose", "--title=Anders")
    assert status == 2 and said.startswith(
        "clausule: the branch clausule/anders is on the forge, and no pull request was opened: "
    )
    assert "(not permitted)" in said and "Or open one for that branch by hand.\n" in said
    assert ours.on_forge("clausule/anders", "docs/firma/index.md") == "anders\n"


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "a\x1b[2J"])
def test_a_title_can_be_read(ours: Firm, title: str) -> None:
    ours.desk.write("docs/firma/index.md", "anders\n")
    status, said = ours.job("forge", "propose", f"--title={title}")
    assert status == 2 and "--title needs 1 to 200 characters" in said and ours.forge.asked == []


def test_a_branch_has_a_name_for_any_title(ours: Firm) -> None:
    ours.desk.write("docs/firma/index.md", "anders\n")
    assert ours.job("forge", "propose", "--title=--force ../x.lock $(touch y) `z` @{1} ~^:?*[ \\é /merge")[0] == 0
    assert ours.forge.pulls[0]["from"] == "clausule/force-x-lock-touch-y-z-1-merge"
