"""A lawyer at the terminal: compare two editions or two files, and follow a clause."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import textwrap
from functools import cache
from pathlib import Path

import pytest

from session import HOME, Session


@cache
def here(*words: str) -> subprocess.CompletedProcess[str]:
    """``clausule WORDS`` in this repository, run once; none of these commands writes."""
    return Session(HOME).run(*words)


def test_two_editions_with_words_and_marks() -> None:
    done = here("compare", "voorbeeld", "1.0", "1.1")
    assert done.returncode == 1 and done.stderr == ""
    head, counts, *_ = done.stdout.splitlines()
    assert head == "voorbeeld/1.0 → voorbeeld/1.1" and counts.startswith("4 changed, ")
    assert "binnen [-2-]{+twee+} Werkdagen" in done.stdout


def test_colour_only_where_a_person_looks(tmp_path: Path) -> None:
    assert "\x1b" not in here("compare", "voorbeeld", "1.0", "1.1").stdout


def test_equal_editions_are_no_difference() -> None:
    done = here("compare", "voorbeeld", "1.1", "1.1")
    assert done.returncode == 0 and "changed" not in done.stdout.replace("unchanged", "")


def test_the_contract_of_the_json() -> None:
    done = here("compare", "voorbeeld", "1.2", "2.0", "--format", "json")
    data = json.loads(done.stdout)
    assert done.returncode == 1 and (data["from"], data["to"]) == ("1.2", "2.0")
    for change in data["changes"]:
        assert change["kind"] in ("added", "removed", "changed", "moved", "unchanged")
        assert "".join(text for op, text in change["redline"] if op != "+") == change["from_text"]
        assert "".join(text for op, text in change["redline"] if op != "-") == change["to_text"]
    moved = {(row["from"], row["to"]): row for row in data["changes"]}
    assert moved["artikel-3.4", "artikel-10.6"]["kind"] == "moved"
    assert moved["artikel-6.4", "artikel-7.4"]["moved"] and moved["artikel-6.4", "artikel-7.4"]["kind"] == "changed"
    assert moved["artikel-5.3", "artikel-6.3"]["also"] == ["artikel-5.4"]
    assert moved["artikel-7.3", "artikel-8.3"]["also"] == ["artikel-8.4"]


def test_the_author_says_why() -> None:
    done = here("compare", "voorbeeld", "1.0", "1.1")
    assert (
        "    why: Getallen tot twintig staan voortaan in letters, zoals in de andere artikelen. (editorial)"
        in done.stdout
    )
    rows = json.loads(here("compare", "voorbeeld", "1.1", "1.2", "--format", "json").stdout)["changes"]
    [password] = [row for row in rows if row["to"] == "bijlage-2-d-3"]
    assert (password["nature"], password["why"]) == ("substantive", "Een langer wachtwoord is moeilijker te raden.")
    page = here("compare", "voorbeeld", "1.1", "1.2", "--format", "html").stdout
    assert "<strong>Waarom:</strong> Een langer wachtwoord is moeilijker te raden. (inhoudelijk)" in page


def test_what_a_changed_definition_touches() -> None:
    """Also clauses whose own words stayed; and in two files as well as in two editions."""
    rows = json.loads(here("compare", "voorbeeld", "1.2", "2.0", "--format", "json").stdout)["changes"]
    by_id = {row["to"]: row for row in rows if row["to"]}
    used_by = by_id["begrip-medewerker"]["used_by"]
    assert "artikel-6.2" in used_by and by_id["artikel-6.2"]["kind"] == "moved"
    assert all(
        "used_by" not in row for row in rows if row["unit"] != "definition" or row["kind"] in ("moved", "unchanged")
    )
    assert "    used in: artikel-6.2, artikel-6.3, " in here("compare", "voorbeeld", "1.2", "2.0").stdout


def test_two_files_with_definitions(desk: Session) -> None:
    old = (
        "# Begrippen\n\nDatalek\n: een inbreuk;\n\n# Melding\n\n2.1 Een Datalek wordt gemeld.\n\n2.2 Kosten zijn "
        "voor Klant.\n"
    )
    _, out, _ = files(desk, old, old.replace("een inbreuk", "verlies van gegevens"), "--format", "json")
    [row] = [row for row in json.loads(out)["changes"] if row["kind"] == "changed"]
    assert (row["to"], row["used_by"]) == ("begrip-datalek", ["artikel-2.1"])


def test_measures_are_added_reworded_or_withdrawn() -> None:
    rows = json.loads(here("compare", "voorbeeld", "1.2", "2.0", "--format", "json").stdout)["changes"]
    told = {
        (row["measure"], row["kind"])
        for row in rows
        if row["unit"] == "measure" and row["kind"] not in ("moved", "unchanged")
    }
    assert told == {("withdrawn", "removed"), ("reworded", "changed")}
    out = here("compare", "voorbeeld", "1.2", "2.0").stdout
    assert "1 measure withdrawn: the protection became less." in out
    assert "- bijlage-2-d-5  measure withdrawn" in out and "~ bijlage-2-b-2  measure reworded" in out


def test_backwards_is_the_mirror() -> None:
    there = json.loads(here("compare", "voorbeeld", "2.0", "2.1", "--format", "json").stdout)["counts"]
    back = json.loads(here("compare", "voorbeeld", "2.1", "2.0", "--format", "json").stdout)["counts"]
    assert (there["added"], there["removed"]) == (back["removed"], back["added"]) and there["changed"] == back[
        "changed"
    ]


def test_markdown_for_a_pull_request() -> None:
    done = here("compare", "voorbeeld", "1.2", "2.0", "--format", "markdown")
    assert done.stdout.startswith("### Van versie 1\\.2 \\(01\\-03\\-2021\\) naar versie 2\\.0")
    assert "artikel <del>13\\.2</del><ins>14\\.2</ins> verlangt" in done.stdout
    assert "<summary>48 onderdelen kregen een ander nummer" in done.stdout


def test_a_page_of_html_stands_alone() -> None:
    done = here("compare", "voorbeeld", "1.2", "2.0", "--format", "html")
    assert done.stdout.startswith("<!doctype html>") and "<script" not in done.stdout
    assert "Artikel 8.3 (was artikel 7.3): gewijzigd, gesplitst" in done.stdout
    assert "de bescherming minder geworden" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("compare", "voorbeeld", "1.0"), "clausule compare AGREEMENT OLD NEW"),
        (("compare", "--files", "one.md"), "clausule compare --files OLD NEW"),
        (("compare", "voorbeeld", "1.0", "9.9"), "no edition '9.9'"),
        (("compare", "voorbeld", "1.0", "1.1"), "Did you mean 'voorbeeld'?"),
        (("compare", "--files", "nowhere.md", "nor-here.md"), "nowhere.md cannot be read"),
        (("compare", "--files", "-", "-"), "not both"),
        (("history", "voorbeeld", "artikel-77"), "has no 'artikel-77'"),
        (("history", "voorbeeld", "7.9", "--edition", "1.0"), "Did you mean"),
        (("history", "voorbeeld", "4.6", "--edition", "2.1"), "add --edition 3.1"),
    ],
)
def test_wrong_use_gets_one_line_and_status_2(words: tuple[str, ...], said: str) -> None:
    done = here(*words)
    assert done.returncode == 2 and said in done.stderr and done.stdout == ""


@pytest.fixture
def desk(tmp_path: Path) -> Session:
    return Session(tmp_path)


def files(desk: Session, old: str, new: str, *words: str) -> tuple[int, str, str]:
    desk.write("old.md", old)
    desk.write("new.md", new)
    done = desk.run("compare", "--files", "old.md", "new.md", *words)
    return done.returncode, done.stdout, done.stderr


LONG = "\n\n".join(
    f"{n}.1 De {n}e bepaling zegt dat partij {n} binnen {n} dagen antwoordt op vraag {n}." for n in range(1, 60)
)


def test_two_files_without_a_repository(desk: Session) -> None:
    status, out, _ = files(
        desk,
        "1.1 Verwerker meldt een inbreuk binnen 48 uur.\n",
        "1.2 Verwerker meldt een inbreuk binnen 24 uur.\n",
        "--format",
        "json",
    )
    [change] = json.loads(out)["changes"]
    assert status == 1 and (change["from"], change["to"], change["kind"], change["moved"]) == (
        "artikel-1.1",
        "artikel-1.2",
        "changed",
        True,
    )
    assert ["-", "48"] in change["redline"] and ["+", "24"] in change["redline"]


def test_two_files_start_without_what_only_an_agreement_needs(desk: Session) -> None:
    """Loading it took a fifth of a start, and a start is much of comparing two short files."""
    desk.write("one.md", "# Begrippen\n\nDatalek\n: een inbreuk;\n\n2.1 Een Datalek wordt gemeld.\n")
    program = (
        "import sys; from clausule.cli.start import cli; "
        "cli(['compare', '--files', 'one.md', 'one.md'], standalone_mode=False); "
        "print([name for name in sys.modules if name.startswith(('clausule.model.editions', 'clausule.model.nodes', "
        "'clausule.analysis', 'clausule.read', 'clausule.pages'))])"
    )
    done = desk.program([sys.executable, "-c", program])
    assert done.returncode == 0 and done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr


def test_typography_is_no_difference(desk: Session) -> None:
    assert files(desk, "1.1 De “AP” – dus niet -.\n", '1.1 De "AP"  -  dus\nniet -.\n')[0] == 0


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", LONG, "the old text is empty|De oude tekst is leeg"),
        (LONG, "", "the new text is empty|De nieuwe tekst is leeg"),
        (LONG, "Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n", "nothing in common|niets gemeen"),
        (LONG, LONG[:90], "hardly anything|bijna niets over"),
    ],
    ids=["old-empty", "new-empty", "nothing-in-common", "collapsed"],
)
def test_where_a_redline_would_say_nothing_a_sentence_does(
    desk: Session, old: str, new: str, said: str, form: str
) -> None:
    status, out, err = files(desk, old, new, "--format", form)
    assert status == 1 and re.search(said, out + err)
    assert len(out) < 1500, "a sentence, and no wall of red"


def test_two_empty_files_are_equal_and_it_is_said(desk: Session) -> None:
    status, out, _ = files(desk, "", "")
    assert status == 0 and "both texts are empty" in out


def text_of_an_agreement() -> list[str]:
    """The lines of a real agreement that begin with no number or mark, which would be no words where a line begins."""
    lines = (HOME / "tests/sources/mickcom-1.5.txt").read_text("utf-8").split("\n")
    return [
        f"{line.strip().rstrip('.')}."
        for line in lines
        if len(line.split()) > 6 and not re.search(r"(?:^|\s)\W*\w{0,4}[.):•]|[-ظ]\s", line)
    ]


def divided_otherwise() -> dict[str, tuple[str, str]]:
    lines = text_of_an_agreement()
    one, words = " ".join(lines), " ".join(lines).split()
    wrapped = "\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in lines)
    halves = [
        " ".join(word for copy in range(4) for word in random.Random(copy + start).sample(words, len(words)))
        for start in (0, 4)
    ]
    return {
        "one-line": (one, "\n\n".join(lines)),
        "paragraphs": ("\n\n".join(lines), one),
        "wrapped": (wrapped, "\n".join(lines)),
        "moved": (" ".join(halves), " ".join(reversed(halves))),
    }


@pytest.mark.parametrize("name", divided_otherwise())
def test_the_same_text_divided_otherwise_has_much_in_common(desk: Session, name: str) -> None:
    """As it comes out of a PDF or a mail: in one line, or wrapped; no lawyer may be told that it is another text."""
    old, new = divided_otherwise()[name]
    desk.write("old.txt", old)
    desk.write("new.txt", new)
    done = desk.run("compare", "--files", "old.txt", "new.txt", "--format", "json")
    data = json.loads(done.stdout)
    assert done.returncode == 1 and done.stderr == "" and data["note"] is None
    for change in data["changes"]:
        assert "".join(text for op, text in change["redline"] if op != "+") == change["from_text"]
        assert "".join(text for op, text in change["redline"] if op != "-") == change["to_text"]
    stayed = sum(len(text.split()) for change in data["changes"] for op, text in change["redline"] if op == "=")
    assert stayed >= len(old.split()) * (0.5 if name == "moved" else 1)


def test_a_change_of_many_parts_reads_well(desk: Session) -> None:
    """No list of hundreds of names, no redline in which nothing is red."""
    old, new = divided_otherwise()["one-line"]
    parts = len(new.split("\n\n"))
    status, out, _ = files(desk, old, new)
    assert status == 1 and out.splitlines()[1] == "1 changed, 1 split"
    assert f" and {parts - 11} more\n    same words, divided otherwise\n" in out and len(out) < 500
    _, out, _ = files(desk, old, new, "--format", "markdown")
    assert (
        f"gewijzigd, gesplitst in {parts} delen, woorden gelijk\n\nDe woorden zijn gelijk; alleen hun indeling is "
        f"anders." in out
    )
    _, out, _ = files(desk, new, old, "--format", "html")
    assert f"gewijzigd, samengevoegd uit {parts} delen, woorden gelijk</h2>" in out
    assert len(re.findall("<ins>[^<]*\\w", out)) == len(re.findall("<del>[^<]*\\w", out)) == 0


def test_what_changed_in_a_change_of_many_parts_is_shown_with_the_words_beside_it(desk: Session) -> None:
    old, new = divided_otherwise()["one-line"]
    assert (times := len(re.findall(r"\btoezichthouder\b", new))) > 1
    changed = re.sub(r"\btoezichthouder\b", "autoriteit", new)
    for form, marks in (
        ("text", ("toezichthouder-]", "{+autoriteit+}")),
        ("markdown", ("toezichthouder</del>", "<ins>autoriteit</ins>")),
    ):
        _, out, _ = files(desk, old, changed, "--format", form)
        assert [out.count(mark) for mark in marks] == [times, times] and len(out) < 4000


def test_a_file_that_is_no_text(desk: Session) -> None:
    desk.write("new.md", "1.1 Goed.\n")
    (desk.root / "old.md").write_bytes(b"\xff\xfe\x00")
    done = desk.run("compare", "--files", "old.md", "new.md")
    assert done.returncode == 2 and "old.md is not UTF-8" in done.stderr


def test_a_text_can_steer_neither_terminal_nor_page(desk: Session) -> None:
    old, new = (
        "1.1 Dit is een gewone zin van tien woorden.\n",
        "1.1 Dit is een \x1b[31m<img src=x onerror=alert(1)> zin van `tien` ![x](y) woorden.\n",
    )
    assert "\x1b" not in files(desk, old, new)[1]
    desk.write("new.txt", new)
    for form in ("markdown", "html"):
        done = desk.run("compare", "--files", "old.md", "new.txt", "--format", form)
        assert "<img" not in done.stdout and "&lt;img" in done.stdout


def test_a_clause_is_followed_through_renumbering() -> None:
    rows = json.loads(here("history", "voorbeeld", "8.3", "--edition", "2.1", "--format", "json").stdout)
    assert [(row["version"], row["id"]) for row in rows][:4] == [
        ("1.0", "artikel-7.3"),
        ("1.1", "artikel-7.3"),
        ("1.2", "artikel-7.3"),
        ("2.0", "artikel-8.3"),
    ]
    assert rows[0]["kind"] is None and rows[3]["kind"] == "changed"


def test_a_clause_that_came_and_one_that_went() -> None:
    came = json.loads(here("history", "voorbeeld", "artikel-4.6", "--edition", "3.0", "--format", "json").stdout)
    assert [(row["version"], row["kind"]) for row in came] == [("3.0", "added"), ("3.1", "unchanged")]
    went = json.loads(here("history", "voorbeeld", "14.3", "--edition", "2.1", "--format", "json").stdout)
    assert [(row["version"], row["kind"]) for row in went[-2:]] == [("2.1", "unchanged"), ("3.0", "removed")]
    assert went[0]["id"] == "artikel-13.3" and went[-1]["text"] == ""
    out = here("history", "voorbeeld", "14.3", "--edition", "2.1").stdout
    assert "same words, was artikel-13.3" in out
