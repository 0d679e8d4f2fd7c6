"""Findings for a person, a program and GitHub."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausule.model.findings import Finding
from clausule.model.nodes import Place
from clausule.report.findings import as_github, as_json, as_text, summary


def finding(words: str = "", line: int = 1, column: int = 1, **more: str) -> Finding:
    told = {"rule": "bad-link", "message": "wat", "severity": "error"} | more
    return Finding(place=Place("docs/a.md", line, column), words=words, **told)  # type: ignore[arg-type]


def shown(root: Path, text: str, *found: Finding) -> list[str]:
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/a.md").write_text(text, "utf-8")
    return as_text(found, root, lambda words, kind: words).split("\n")


def test_a_finding_shows_its_line_with_marks_under_its_words(tmp_path: Path) -> None:
    assert shown(tmp_path, "een\ntwee drie vier\n", finding("drie", 2, 6, hint="hoe")) == [
        "docs/a.md:2:6: error: wat [bad-link]",
        "    2 | twee drie vier",
        "      |      ^^^^",
        "  hint  hoe      more: clausule explain bad-link",
    ]


def test_without_a_hint_or_words_there_is_one_mark_and_where_to_read_on(tmp_path: Path) -> None:
    rows = shown(tmp_path, "een twee\n", finding("", 1, 5), finding("niet hier", 1, 5))
    assert rows[2] == "      |     ^" == rows[6]
    assert rows[3] == "  more: clausule explain bad-link"


def test_wide_characters_take_two_columns_and_marks_on_letters_none(tmp_path: Path) -> None:
    rows = shown(tmp_path, "日本 e\u0301e\u0301n drie\n", finding("drie", 1, 10))
    assert rows[2] == "      |          ^^^^"
    assert shown(tmp_path, "日本\n", finding("日本"))[2] == "      | ^^^^"


LONG = "".join(f"{number:03} " for number in range(100))  # four characters each, 400 in all


@pytest.mark.parametrize(
    ("column", "start"),
    [(1, 0), (33, 0), (37, 3), (201, 167), (333, 299), (337, 300), (397, 300)],
    ids=["begin", "a third", "just behind it", "middle", "before the end", "end", "last"],
)
def test_of_a_long_line_a_hundred_characters_are_shown_with_a_third_before_the_place(
    column: int, start: int, tmp_path: Path
) -> None:
    rows = shown(tmp_path, LONG, finding(LONG[column - 1 : column + 2], 1, column))
    lead, tail = "… " if start else "", " …" if start < 300 else ""
    assert rows[1] == f"    1 | {lead}{LONG[start : start + 100]}{tail}"
    assert rows[2] == f"      | {' ' * (len(lead) + column - 1 - start)}^^^"


def test_a_line_of_a_hundred_characters_is_shown_whole(tmp_path: Path) -> None:
    assert shown(tmp_path, "a" * 100, finding("a", 1, 90))[1] == "    1 | " + "a" * 100
    assert "…" in shown(tmp_path, "a" * 101, finding("a", 1, 90))[1]


def test_what_was_accepted_takes_two_lines(tmp_path: Path) -> None:
    rows = shown(tmp_path, "een\n", finding(allowed="zo is het"))
    assert rows == ["docs/a.md:1:1: accepted error: wat [bad-link]", "  reason  zo is het"]


def test_a_line_that_is_not_there_is_not_shown(tmp_path: Path) -> None:
    assert len(shown(tmp_path, "een\n", finding(line=9))) == 2
    elsewhere = Finding(place=Place("docs/weg.md", 1, 1), rule="bad-link", message="wat", severity="error")
    assert len(shown(tmp_path, "een\n", elsewhere)) == 2


def test_nothing_steers_the_terminal(tmp_path: Path) -> None:
    told = finding("twee", 1, 5, message="wa\x1bt", hint="h\x1boe")
    assert "\x1b" not in "\n".join(shown(tmp_path, "een\x1btwee\n", told))


def test_github_gets_a_command_for_each_open_finding() -> None:
    rows = as_github([finding(severity="note", hint="a,b:c\nd", message="100%"), finding(allowed="zo")]).split("\n")
    assert rows == ["::notice file=docs/a.md,line=1,col=1,title=bad-link::100%25 (a,b:c%0Ad)"]
    assert as_github([finding(severity="warning")]).startswith("::warning ")


def test_a_program_gets_a_list() -> None:
    assert json.loads(as_json([finding("é")])) == [finding("é").as_json()] and "é" in as_json([finding("é")])


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "no findings"),
        (["error"], "1 error"),
        (["error", "warning", "error", "note"], "2 errors, 1 warning, 1 note"),
    ],
)
def test_the_summary_counts(found: list[str], words: str) -> None:
    findings = [finding(severity=severity) for severity in found]
    assert summary(findings) == words
    assert summary([*findings, finding(allowed="zo")]) == f"{words}; 1 accepted with a reason"
