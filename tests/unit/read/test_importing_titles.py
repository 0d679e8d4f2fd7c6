"""Headings on two lines, and the title of an agreement below a letterhead."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.raw_lines import BOLD, RawLine, raw_lines
from clausule.read.importing.titles import title_first, with_titles

ENGLISH = language_of("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Clause 1\n\n**Purpose**\n\nX.", ["Clause 1 Purpose", "X."]),
        ("**Clause 1**\n\n**Purpose**\n\nX.", ["Clause 1 Purpose", "X."]),
        ("Clause 1\n\nPurpose\n\nX.", ["Clause 1", "Purpose", "X."]),  # neither is marked
        ("**Clause 1**\n\n## Purpose\n\nX.", ["Clause 1", "Purpose", "X."]),  # each in its own way
        ("**SECTION I**\n\nClause 1\n\n**Purpose**", ["SECTION I", "Clause 1 Purpose"]),
        ("Clause 1\n\n**1. Purpose**", ["Clause 1", "1. Purpose"]),
        ("Clause 1 Scope\n\n**Purpose**", ["Clause 1 Scope", "Purpose"]),
        ("Clause 1", ["Clause 1"]),
    ],
)
def test_a_number_alone_has_the_title_below_it(text: str, words: list[str]) -> None:
    lines = with_titles(raw_lines(text, markdown=True), ENGLISH.grammar)
    assert [line.words for line in lines if line.words] == words


def test_a_heading_of_two_lines_is_marked_as_its_title_is() -> None:
    (head, *_) = with_titles([RawLine("Clause 1", 3), RawLine("**Purpose**", 5, BOLD, "Purpose")], ENGLISH.grammar)
    assert (head.number, head.level, head.text) == (3, BOLD, "Clause 1 Purpose")


TITLES = [
    ("Acme Ltd\n\n1 Mill Lane\n\n**Hosting Agreement**\n\nVersion 1", "Hosting Agreement", 2),
    ("Acme Ltd\n1 Mill Lane\n**Hosting Agreement**\nVersion 1", "Hosting Agreement", 2),
    ("Acme Ltd\n\nHOSTING AGREEMENT\n\nVersion 1", "HOSTING AGREEMENT", 1),
    ("ACME LTD\n\nHOSTING AGREEMENT\n\nVersion 1", "ACME LTD", 0),  # neither stands out
    ("## Acme Ltd\n\n# Hosting Agreement", "Hosting Agreement", 1),
    ("# Acme Ltd\n\n# Hosting Agreement", "Acme Ltd", 0),
    ("# Acme Ltd\n\n**Hosting Agreement**", "Acme Ltd", 0),
    ("Acme Ltd\n\nHosting Agreement\n\nVersion 1", "Acme Ltd", 0),
    ("Master Agreement\n\n**Data Processing Agreement**", "Master Agreement", 0),
    ("Acme Ltd agrees:\n\n**Hosting Agreement**", "Acme Ltd agrees:", 0),
    ("| Acme | Ltd |\n\n**Hosting Agreement**", "| Acme | Ltd |", 0),
    ("\n\n".join("abcdefgh") + "\n\n**Hosting Agreement**", "a", 0),
    ("\n\n".join("abcdefg") + "\n\n**Hosting Agreement**", "Hosting Agreement", 7),
    ("Acme Ltd\n\n**Hosting Agreement**", "Hosting Agreement", 1),
    ("", None, 0),
]


@pytest.mark.parametrize(("text", "title", "above"), TITLES)
def test_the_title_stands_above_a_letterhead_which_is_told(text: str, title: str | None, above: int) -> None:
    lines = raw_lines(text, markdown=True)
    found, doubts = title_first(lines, ENGLISH.references.is_document)
    words = [line.words for line in found if line.words]
    assert next(iter(words), None) == title
    assert sorted(words) == sorted(line.words for line in lines if line.words)
    assert [one.said.rpartition(": ")[2] for one in doubts] == words[1 : 1 + above]
    if above:
        assert not found[1].words and found[0].number > 1
        assert [one.number for one in doubts] == sorted(line.number for line in lines if line.words)[:above]
