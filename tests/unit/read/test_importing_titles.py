"""Headings on two lines, and the title of an agreement below a letterhead."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.raw_lines import BOLD, RawLine, raw_lines
from clausule.read.importing.titles import with_titles

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
