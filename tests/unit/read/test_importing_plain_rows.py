"""Plain text as Markdown: tables by white space, stars, clauses that say that they are one."""

from __future__ import annotations

import pytest

from clausule.language.en import grammar as english
from clausule.language.nl import grammar as dutch
from clausule.language.protocol import Grammar
from clausule.read.importing.plain_rows import plain_rows
from clausule.read.importing.raw_lines import raw_lines


def rows(text: str, number: str = "2", grammar: Grammar = dutch) -> list[str]:
    return [row for row, _ in plain_rows(raw_lines(text, markdown=False), number, grammar)]


TABLE = """De prijs:
Dienst        Prijs      Per
Opslag      10 euro      maand
Vervoer *    2 euro      rit
Dat is alles."""


def test_columns_that_white_space_makes_are_a_table() -> None:
    assert rows(TABLE) == [
        "De prijs:",
        "",
        "| Dienst | Prijs | Per |",
        "| --- | --- | --- |",
        "| Opslag | 10 euro | maand |",
        r"| Vervoer \* | 2 euro | rit |",
        "",
        "Dat is alles.",
    ]
    made = list(plain_rows(raw_lines(TABLE, markdown=False), "2", dutch))
    assert [number for row, number in made if "Opslag" in row or "alles" in row] == [3, 5]


def test_two_columns_have_no_header_and_tabs_part_cells_too() -> None:
    text = "AVG\tde verordening\nDienst\twat wordt geleverd\nKlant\twie afneemt"
    assert rows(text)[:3] == ["|  |  |", "| --- | --- |", "| AVG | de verordening |"]


@pytest.mark.parametrize(
    "text",
    [
        "Dienst        Prijs\nOpslag        10 euro",  # two rows
        "Dienst        Prijs\nOpslag        10 euro\nVervoer",  # another number of cells
        "De  dienst omvat alles\nen  ook nog  meer en\nwordt gratis  geleverd",  # no column between
        "a.   opslag\nb.   vervoer\nc.   verzekering",
        "2.1   opslag\n2.2   vervoer\n2.3   verzekering",
        "Naam:   ......\nPlaats:   ......\nDag:   ......",
        "Dienst        Prijs\n\nOpslag        10 euro\n\nVervoer       2 euro",
    ],
)
def test_other_white_space_is_no_table(text: str) -> None:
    assert not any("|" in row for row in rows(text))


def test_stars_below_each_other_are_bullets_and_one_is_a_star() -> None:
    assert rows("Bakker levert:\n* opslag_ruimte;\n  * vervoer.") == [
        "Bakker levert:",
        r"- opslag\_ruimte;",
        "  - vervoer.",
    ]
    assert rows("* zonder btw") == [r"\* zonder btw"]
    assert rows("*a\n*b") == [r"\*a", r"\*b"]


@pytest.mark.parametrize(
    ("text", "grammar"),
    [
        ("Art. 2.1 Bakker levert.\nArt. 2.2 De klant betaalt.", dutch),
        ("Article 2.1 Baker delivers.\nArticle 2.2 The customer pays.", english),
    ],
)
def test_a_clause_that_says_that_it_is_one_begins_a_paragraph(text: str, grammar: Grammar) -> None:
    first, second = text.split("\n")
    assert rows(text, "2", grammar) == [first, "", second]
    assert rows(text, "3", grammar) == [first, second]  # of another article
    assert rows(text.replace(".\n", " as in\n"), "2", grammar) == [f"{first[:-1]} as in", second]
