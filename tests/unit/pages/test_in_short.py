"""The author's summary of an edition: read from its front matter, shown with the clause that says each line."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.model.editions import Edition
from clausule.pages.edition.stage import render_edition
from clausule.pages.text.in_short import short_rows
from clausule.read import Repository, read_repository
from editions import book_of

ARTICLE = """\
---
version: "1.0"
---

# Artikel 1. Melden

1.1 Wij melden:

a. een datalek;

b. een wijziging.
"""


def read(root: Path, lines: str) -> Repository:
    files = {
        "docs/proef/index.md": "---\ntitle: Proef\npublisher: A\n---\n",
        "docs/proef/1.0/index.md": f'---\nversion: "1.0"\nin_short:\n{lines}---\nWij en u.\n',
        "docs/proef/1.0/artikel-01.md": ARTICLE,
    }
    for path, words in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(words, "utf-8")
    return read_repository(root)


def edition_of(root: Path, lines: str) -> Edition:
    (edition,) = read(root, lines).agreements[0].editions
    return edition


def test_each_line_leads_to_its_clause_and_one_that_leads_nowhere_is_not_shown(tmp_path: Path) -> None:
    lines = "".join(
        f"  - {{at: {at}, line: Regel}}\n" for at in ("artikel-1.1", "artikel-1.1-b", "artikel-9", "artikel-1")
    )
    assert short_rows(edition_of(tmp_path, lines), "1.0/") == [
        {"line": "Regel", "name": "artikel 1.1", "address": "1.0/artikel-1/#artikel-1.1"},
        {"line": "Regel", "name": "artikel 1.1", "address": "1.0/artikel-1/#artikel-1.1-b"},
        {"line": "Regel", "name": "artikel 1", "address": "1.0/artikel-1/"},
    ]


def test_the_page_of_the_edition_has_it_before_its_contents(tmp_path: Path) -> None:
    (agreement,) = read(tmp_path, "  - {at: artikel-1.1, line: Een datalek melden wij.}\n").agreements
    start = render_edition(book_of(agreement, agreement.editions[0]))["index.md"].decode()
    assert '"in_short": [{"line": "Een datalek melden wij.", "name": "artikel 1.1"' in start


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("".join(f"  - {{at: artikel-1.1, line: Regel {number}}}\n" for number in range(11)), "in_short"),
        (f"  - {{at: artikel-1.1, line: {'x' * 241}}}\n", "in_short.0.line"),
        ("  - {at: artikel-1.1}\n", "'line' is missing"),
    ],
)
def test_more_than_ten_lines_or_a_line_that_is_none_is_a_finding(tmp_path: Path, lines: str, fault: str) -> None:
    found = read(tmp_path, lines).findings
    assert [one.rule for one in found] == ["front-matter"] and fault in found[0].message
    assert edition_of(tmp_path, lines).in_short == ()
