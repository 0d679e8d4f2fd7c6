"""Tables that only put words in their place."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.document import Block, Document, Grid, Run, lines_of
from clausule.read.importing.layout import settle_layout


def cell(words: str) -> tuple[Block, ...]:
    return tuple(Block((Run(one),), 3) for one in words.split("\n")) if words else ()


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(tuple(tuple(map(cell, row)) for row in rows), 3, False)


def settled(*blocks: Block | Grid, tag: str = "en") -> Document:
    document = Document(list(blocks))
    settle_layout(document, language_of(tag))
    return document


def shown(document: Document) -> list[str]:
    return [line.text for line in lines_of(document) if line.text]


def test_numbers_beside_paragraphs_stand_before_them_and_what_is_under_them_lies_in_them() -> None:
    found = settled(grid(("1.", "The Service."), ("2.", "Not for:\nwars;\nfloods."), ("", "All else is.")))
    assert shown(found) == ["1. The Service.", "2. Not for:", "    wars;", "    floods.", "All else is."]


def test_clauses_in_a_table_are_clauses() -> None:
    found = settled(
        grid(("1.1", "", "The Service."), ("", "(a)", "One;"), ("", "(b)", "Two."), ("1.2", "", "Rest:\nx"))
    )
    assert shown(found) == ["1.1 The Service.", "(a) One;", "(b) Two.", "1.2 Rest:", "x"]


@pytest.mark.parametrize(
    "rows",
    [
        (("1.", "Access"), ("1.", "Storage")),  # one number twice counts nothing
        (("1.", "Access", "yes"), ("2.", "Storage", "no")),  # a table of three columns
        (("Access", "yes"), ("Storage", "no")),
        (("Nr.", "What"), ("1.", "Access"), ("2.", "Storage")),  # with a header
        (("1.", "Access"), ("", "Storage")),  # one number is no row of them
        (("-", "Access"), ("–", "Storage")),
    ],
)
def test_another_table_stays_one(rows: tuple[tuple[str, ...], ...]) -> None:
    assert [type(one) for one in settled(grid(*rows)).blocks] == [Grid]


DUTCH = [
    "Verwerker verwerkt de gegevens van de klant niet voor een ander doel.",
    "De klant kan op elk moment bij de verwerker nagaan hoe dat gaat.",
    "Een datalek wordt binnen een dag aan de klant gemeld door de verwerker.",
    "Als de overeenkomst is geëindigd, worden alle gegevens verwijderd.",
    "Het recht van Nederland is van toepassing op deze overeenkomst.",
]
ENGLISH = [
    "The processor shall not process the data of the customer for any other purpose.",
    "The customer may at any time see with the processor how that is done.",
    "A data breach is reported to the customer by the processor within a day.",
    "When the agreement has ended, all of the data shall be deleted.",
    "The law of the Netherlands applies to this agreement.",
]


@pytest.mark.parametrize(("tag", "own", "other"), [("nl", DUTCH, ENGLISH), ("en", ENGLISH, DUTCH)])
def test_of_two_languages_beside_each_other_one_comes_in_and_the_other_is_told(
    tag: str, own: list[str], other: list[str]
) -> None:
    document = settled(grid(("Acme B.V.", ""), *zip(DUTCH, ENGLISH, strict=True)), tag=tag)
    assert shown(document) == ["Acme B.V.", *own]
    assert [one.words for one in document.dropped] == other
    beside = "en" if tag == "nl" else "nl"
    assert [f"--language {beside} --agreement" in one.words for one in document.doubts] == [True]


@pytest.mark.parametrize("tag", ["nl", "en"])
def test_what_may_be_no_layout_stays_a_table(tag: str) -> None:
    words = " ".join(DUTCH) * 2
    kept = [
        [grid(*zip(DUTCH[:4], ENGLISH[:4], strict=True))],  # too few rows
        [Block((Run(words),), 1), grid(*zip(DUTCH, ENGLISH, strict=True))],  # an agreement around it
        [grid(*zip(DUTCH, DUTCH, strict=True))],
        [grid(*((f"{at} x", one) for at, one in enumerate(ENGLISH)))],  # what is beside the words says nothing
    ]
    for blocks in kept:
        document = settled(*blocks, tag=tag)
        assert document.blocks == blocks and not document.dropped
