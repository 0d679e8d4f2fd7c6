"""A paragraph of lines with breaks is as many paragraphs as it has clauses; one that has none stays one."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.broken import settle_broken
from clausule.read.importing.document import Block, Document, Run


def settled(*runs: Run, level: int = 0) -> list[str]:
    document = Document([Block(runs, 1, level)])
    settle_broken(document, language_of("nl").grammar)
    return [one.words for one in document.blocks if isinstance(one, Block)]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("Artikel 1. Dag\n1.1 Een dag.\n\nMeer.", ["Artikel 1. Dag", "1.1 Een dag.", "Meer."]),
        ("Bij:\na. een;\nb. twee.", ["Bij:", "a. een;", "b. twee."]),
        ("De partij:\n1.1 Een dag.\nKade 1", ["De partij:\n1.1 Een dag.\nKade 1"]),
        ("Kade 1\n1234 AB Stad", ["Kade 1\n1234 AB Stad"]),
    ],
)
def test_lines_with_numbers_are_paragraphs(words: str, pieces: list[str]) -> None:
    assert settled(Run(words)) == pieces


def test_one_line_is_not_enough_and_a_heading_stays() -> None:
    assert settled(Run("Bijlage 1. Lijst\nDeze.")) == ["Bijlage 1. Lijst\nDeze."]
    assert settled(Run("1.1 Een\n1.2 Twee"), level=2) == ["1.1 Een\n1.2 Twee"]
