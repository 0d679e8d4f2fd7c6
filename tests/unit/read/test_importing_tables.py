"""What stands in the tables of a document and is no row of them."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.document import Block, Document, Grid, Run
from clausule.read.importing.tables import settle_tables


def cell(words: str) -> tuple[Block, ...]:
    return (Block((Run(words),), 3),) if words else ()


def settled(*rows: tuple[str, ...], tag: str = "nl", headed: bool = False) -> Document:
    grid = Grid(tuple(tuple(cell(words) for words in row) for row in rows), 3, headed)
    document = Document([grid])
    settle_tables(document, language_of(tag))
    return document


def told(document: Document) -> list[str | list[str]]:
    """A paragraph as its words, a table as the words of its first row, with a star where that is its header."""
    return [
        one.words if isinstance(one, Block) else [*(f"{c[0].words}" for c in one.rows[0] if c), "*" * one.headed]
        for one in document.blocks
    ]


@pytest.mark.parametrize(
    ("tag", "title"), [("en", "SCHEDULE 1 – FEES"), ("nl", "Bijlage 2 Prijzen"), ("nl", "Artikel 4. Prijzen")]
)
def test_the_heading_of_a_part_above_all_columns_stands_above_the_table(tag: str, title: str) -> None:
    document = settled((title, "", ""), ("a1", "b1", "c1"), ("a2", "b2", "c2"), tag=tag)
    assert told(document) == [title, ["a1", "b1", "c1", ""]]
    (head, _) = document.blocks
    assert isinstance(head, Block) and all(run.bold for run in head.runs)


@pytest.mark.parametrize(
    "rows",
    [
        (("Bijlage 2 Prijzen", "b"), ("a1", "b1")),  # a cell beside it
        (("Prijzen van 2027", ""), ("a1", "b1")),  # begins no part
        (("Bijlage 2 is vervallen", ""), ("a1", "b1")),  # a sentence
        (("Bijlage 2 Prijzen",), ("a1",)),  # one column
        (("Bijlage 2 Prijzen", ""),),  # nothing below it
    ],
)
def test_another_first_row_stays_in_the_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert all(isinstance(one, Grid) and len(one.rows) == len(rows) for one in settled(*rows).blocks)


def test_what_the_parties_sign_beside_each_other_is_no_table() -> None:
    document = settled(("Ondertekend door Verwerker", "Ondertekend door Klant"))
    assert told(document) == ["Ondertekend door Verwerker", "Ondertekend door Klant"]
    assert told(settled(("Naam", "Klant"))) == [["Naam", "Klant", ""]]
    assert told(settled(("Ondertekend", "op"), ("a", "b"))) == [["Ondertekend", "op", ""]]


def test_a_first_row_that_says_that_terms_stand_below_it_is_the_header() -> None:
    assert told(settled(("Begrip", "Betekenis"), ("Dienst", "wat is afgesproken"))) == [["Begrip", "Betekenis", "*"]]
    assert told(settled(("Begrip", "wat hier onder staat, is"), ("Dienst", "x"))) == [
        ["Begrip", "wat hier onder staat, is", ""]
    ]


def test_a_first_row_that_could_say_what_the_columns_hold_is_a_doubt() -> None:
    (doubt,) = settled(("Prioriteit", "Reactietijd"), ("1 (kritiek)", "1 uur")).doubts
    assert doubt.number == 3 and "'Prioriteit | Reactietijd'" in doubt.words


@pytest.mark.parametrize(
    "rows",
    [
        (("Prioriteit", "Reactietijd"),),  # one row
        (("Prioriteit", ""), ("1", "2")),  # a column without a word
        (("Prioriteit", "Binnen 2 uur"), ("a", "b")),  # a figure
        (("Prioriteit", "Zo snel mogelijk."), ("a", "b")),  # a sentence
        (("Prioriteit",), ("a",)),  # one column
        (("Wolk", "Nederland"), ("Mail", "Ierland")),  # a country
        (("Verwerker", "Klant"), ("Naam: ____", "Naam: ____")),  # who signs
    ],
)
def test_another_first_row_is_no_doubt(rows: tuple[tuple[str, ...], ...]) -> None:
    assert settled(*rows).doubts == []


def test_a_table_with_a_header_is_no_doubt() -> None:
    assert settled(("Prioriteit", "Reactietijd"), ("1", "2"), headed=True).doubts == []


def test_a_list_of_sub_processors_whose_first_row_says_what_is_in_it_has_that_for_its_header() -> None:
    row = ("Datahuis B.V.", "Hosting", "Nederland")
    headed = settled(("Naam", "Dienst", "Land"), row)
    assert told(headed) == [["Naam", "Dienst", "Land", "*"]] and not headed.doubts
    for first in (("Naam", "Kleur", "Land"), ("Naam", "Naam", "Land"), ("Dienst", "Locatie", "Land"), row):
        assert isinstance(one := settled(first, row).blocks[0], Grid) and not one.headed
    assert isinstance(one := settled(("Naam", "Dienst", "Land"), ("Naam", "Hosting", "België")).blocks[0], Grid)
    assert not one.headed  # a row with such a name is as likely
