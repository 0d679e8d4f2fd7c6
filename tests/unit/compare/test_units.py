"""Units: an edition, and any text, as a row of pieces; no word twice and none lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausule.compare.text_files import text_units
from clausule.compare.units import Unit, _lines, edition_units, unit_sources
from clausule.model.editions import Edition
from clausule.model.hashes import canonical
from clausule.model.nodes import Table
from clausule.model.walk import edition_texts
from clausule.read import read_repository
from editions import text
from session import read_home

EDITIONS = [edition for agreement in read_home().agreements for edition in agreement.editions]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def rows(units: list[Unit]) -> list[tuple[str, str, str]]:
    return [(unit.id, unit.kind, unit.text) for unit in units]


@pytest.mark.parametrize("edition", EDITIONS, ids=[edition.name for edition in EDITIONS])
def test_every_word_of_an_edition_is_in_one_unit(edition: Edition) -> None:
    units = edition_units(edition)
    assert len({unit.id for unit in units}) == len(units)
    assert {unit.parent for unit in units} <= {"", *(unit.id for unit in units)}, "what holds a unit is one"
    assert all(
        unit.text == "\n".join("\t".join(map(canonical, line.split("\t"))) for line in unit.text.split("\n"))
        for unit in units
    )
    written = words(" ".join(canonical(text.plain) for _, text in edition_texts(edition)))
    marks = words(
        " ".join(line.split(". ")[0] for unit in units for line in unit.text.split("\n")[1:] if ". " in line[:7])
    )
    headings = words(
        " ".join(unit.title for unit in units if unit.kind in ("title", "article", "annex", "section", "definition"))
    )
    found = words(" ".join(unit.text for unit in units))
    assert not written - found
    title = words(canonical(edition.heading.plain)) if edition.heading else Counter()
    assert not found - written - marks - headings - title


def edition_of(root: Path, files: dict[str, str]) -> Edition:
    base = {
        "docs/proef/index.md": "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n",
        "docs/proef/1.0/index.md": '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n# Overeenkomst\n\n## Overwegende dat\n\na. iets;\n\nb. iets anders.\n',  # noqa: E501
    }
    for name, written in {**base, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, "utf-8")
    (agreement,) = read_repository(root).agreements
    return agreement.editions[0]


def test_what_an_edition_is_cut_into(tmp_path: Path) -> None:
    article = (
        '---\nversion: "1.0"\n---\n\n# Artikel 1. Begrippen\n\nDit artikel legt uit.\n\n1.1 Onder de begrippen '
        "wordt verstaan:\n\na. Datalek: een inbreuk;\n\n1.2 Hij meldt:\n\n(i) wat;\n\n* wanneer.\n\nEn meer.\n"
    )
    annex = (
        '---\nversion: "1.0"\nkind: measures\n---\n\n# Bijlage 1 Maatregelen\n\n## A. Toegang\n\n- pasjes;\n- '
        "sloten.\n\n## B. Opslag\n\nVersleuteld.\n\nReservekopie.\n\n## C. Lijst\n\n| Naam | Land |\n| --- | --- |\n| Host | NL |\n"  # noqa: E501
    )
    edition = edition_of(tmp_path, {"docs/proef/1.0/artikel-01.md": article, "docs/proef/1.0/bijlage-1.md": annex})
    assert rows(edition_units(edition)) == [
        ("titel", "title", "Overeenkomst"),
        ("overwegende-dat", "section", "Overwegende dat"),
        ("overwegende-dat-a", "item", "iets;"),
        ("overwegende-dat-b", "item", "iets anders."),
        ("artikel-1", "article", "Begrippen\nDit artikel legt uit."),
        ("artikel-1.1", "clause", "Onder de begrippen wordt verstaan:"),
        ("begrip-datalek", "definition", "Datalek: een inbreuk;"),
        ("artikel-1.2", "clause", "Hij meldt:\ni. wat;\n- wanneer.\nEn meer."),
        ("bijlage-1", "annex", "Maatregelen"),
        ("bijlage-1-a", "section", "Toegang"),
        ("bijlage-1-a-1", "measure", "pasjes;"),
        ("bijlage-1-a-2", "measure", "sloten."),
        ("bijlage-1-b", "section", "Opslag"),
        ("bijlage-1-b-1", "measure", "Versleuteld."),
        ("bijlage-1-b-2", "measure", "Reservekopie."),
        ("bijlage-1-c", "section", "Lijst"),
        ("bijlage-1-c-rij-1", "row", "Naam\tLand"),
        ("bijlage-1-c-rij-2", "measure", "Host\tNL"),
    ]
    by_id = {unit.id: unit for unit in edition_units(edition)}
    assert (by_id["begrip-datalek"].parent, by_id["begrip-datalek"].title) == ("artikel-1.1", "Datalek")
    assert (by_id["artikel-1.2"].number, by_id["artikel-1.2"].title, by_id["artikel-1.2"].mark) == (
        "1.2",
        "Begrippen",
        "1.2",
    )
    assert (by_id["overwegende-dat-a"].number, by_id["overwegende-dat-a"].mark) == ("a", "a.")


def test_what_is_known_of_each_unit_besides_its_words(tmp_path: Path) -> None:
    """What holds it, its number as written, its links, and the texts that each of its lines is made of."""
    article = (
        '---\nversion: "1.0"\n---\n\n# Hoofdstuk 1 Werk\n\n## Artikel 1. Melden\n\n'
        "1.1 Zie [de lijst](https://x.example/lijst), en verder[^1] niets:\n\n(a) iets anders:\n\n- groot;\n\n"
        "(b) [elders](https://x.example/b).\n\n[^1]: Een noot.\n\n**Uitzondering**\n\n1.2 Niet altijd.\n"
    )
    annex = (
        '---\nversion: "1.0"\nkind: measures\n---\n\n# Bijlage 1 Maatregelen\n\n## A. Toegang\n\n- sloten:\n\n'
        "    - op deuren;\n\n    - op ramen.\n\n| Naam | [Land](https://x.example/land) |\n"
        "| --- | --- |\n| Host | NL |\n"
    )
    edition = edition_of(tmp_path, {"docs/proef/1.0/artikel-01.md": article, "docs/proef/1.0/bijlage-1.md": annex})
    units, sources = edition_units(edition), unit_sources(edition)
    known = {unit.id: (unit.kind, unit.parent, unit.number, unit.mark, unit.title) for unit in units[4:]}
    assert known == {
        "hoofdstuk-1": ("section", "artikel-1", "1", "", "Werk"),
        "artikel-1": ("article", "", "1", "", "Melden"),
        "artikel-1.1": ("clause", "artikel-1", "1.1", "1.1", "Melden"),
        "artikel-1.2-kop": ("paragraph", "artikel-1", "", "", ""),
        "artikel-1.2": ("clause", "artikel-1", "1.2", "1.2", "Melden"),
        "voetnoot-1": ("paragraph", "artikel-1", "1", "", ""),
        "bijlage-1": ("annex", "", "1", "", "Maatregelen"),
        "bijlage-1-a": ("section", "bijlage-1", "A", "", "Toegang"),
        "bijlage-1-a-1": ("measure", "bijlage-1-a", "", "-", "Toegang"),
        "bijlage-1-a-1-1": ("measure", "bijlage-1-a", "", "-", "Toegang"),
        "bijlage-1-a-1-2": ("measure", "bijlage-1-a", "", "-", "Toegang"),
        "bijlage-1-a-rij-1": ("row", "bijlage-1-a", "", "", "Toegang"),
        "bijlage-1-a-rij-2": ("row", "bijlage-1-a", "", "", "Toegang"),
    }
    assert {unit.id: unit.links for unit in units if unit.links} == {
        "artikel-1.1": (("de lijst", "https://x.example/lijst"), ("elders", "https://x.example/b")),
        "bijlage-1-a-rij-1": (("Land", "https://x.example/land"),),
    }
    assert sources.keys() == {unit.id for unit in units}
    plain = {name: [[text.plain for text in line] for line in lines] for name, lines in sources.items()}
    assert plain["artikel-1.1"] == [["Zie de lijst, en verder niets:"], ["iets anders:"], ["groot;"], ["elders."]]
    assert plain["hoofdstuk-1"] == [["Hoofdstuk 1 Werk"]] and plain["artikel-1.2-kop"] == [["Uitzondering"]]
    assert plain["bijlage-1-a-rij-2"] == [["Host", "NL"]] and plain["bijlage-1-a-1-2"] == [["op ramen."]]
    assert next(unit for unit in units if unit.id == "artikel-1.1").text.split("\n")[1:] == [
        "a. iets anders:",
        "- groot;",
        "b. elders.",
    ]


MARKDOWN = """\
---
title: Iets
---

# Artikel 7. **Datalekken**

Dit artikel gaat over [datalekken](https://example.org).

7.1 Verwerker meldt een _datalek_
binnen 24 uur:

(a) aan wie;
(b) wanneer.

**7.2** Hij helpt.

## Bijlage II – Lijst

| Naam | Land |
|------|------|
| Host \\| Co | NL |

Naam | Land
-----|-----
Ander | BE

“Datalek”
:   een inbreuk

- los
  en verder
- vast

Slot.
"""


def test_what_markdown_is_cut_into() -> None:
    assert rows(text_units(MARKDOWN, markdown=True)) == [
        ("artikel-7", "article", "Datalekken"),
        ("artikel-7-alinea-1", "paragraph", "Dit artikel gaat over datalekken."),
        ("artikel-7.1", "clause", "Verwerker meldt een datalek binnen 24 uur:\na. aan wie;\nb. wanneer."),
        ("artikel-7.2", "clause", "Hij helpt."),
        ("bijlage-2", "annex", "Lijst"),
        ("bijlage-2-rij-1", "row", "Naam\tLand"),
        ("bijlage-2-rij-2", "row", "Host | Co\tNL"),
        ("bijlage-2-rij-3", "row", "Naam\tLand"),
        ("bijlage-2-rij-4", "row", "Ander\tBE"),
        ("begrip-datalek", "definition", "Datalek: een inbreuk"),
        ("bijlage-2-2", "item", "los en verder"),
        ("bijlage-2-3", "item", "vast"),
        ("bijlage-2-alinea-4", "paragraph", "Slot."),
    ]


PLAIN = """\
VERWERKERSOVEREENKOMST

Artikel 1
Begrippen
1. Verwerker is wie voor een ander
   gegevens verwerkt, zoals in artikel
   4.2 staat.
   a. ook als dat * gratis * is;
2. Artikel 3 is van toepassing.
Artikel 2 Slot
2.1 Nederlands recht geldt.
Naam: ..............
"""


def test_what_plain_text_is_cut_into() -> None:
    assert rows(text_units(PLAIN, markdown=False)) == [
        ("alinea-1", "paragraph", "VERWERKERSOVEREENKOMST"),
        ("artikel-1", "article", ""),
        ("artikel-1-alinea-1", "paragraph", "Begrippen"),
        (
            "artikel-1.1",
            "item",
            "Verwerker is wie voor een ander gegevens verwerkt, zoals in artikel 4.2 staat.\na. ook als dat * gratis "
            "* is;",
        ),
        ("artikel-1.2", "item", "Artikel 3 is van toepassing."),
        ("artikel-2", "article", "Slot"),
        ("artikel-2.1", "clause", "Nederlands recht geldt. Naam: …"),
    ]


def test_lines_without_blank_lines_between_are_paragraphs() -> None:
    text = "Verwerker meldt een datalek.\nVerwerker helpt.\nVerantwoordelijke betaalt.\nDat is alles.\n"
    assert [unit.text for unit in text_units(text, markdown=False)] == text.strip().split("\n")


def test_a_wrapped_paragraph_is_the_same_however_it_is_wrapped() -> None:
    text = "Verwerker meldt een datalek. Hij helpt daarbij, zoals in artikel 7.2 staat, en 8.1 blijft gelden.\n"
    for width in (20, 40, 60):
        lines = re.sub(rf"(.{{1,{width}}})(?:\s|$)", r"\1\n", text)
        assert [unit.text for unit in text_units(lines, markdown=False)] == [text.strip()]


@settings(max_examples=400)
@given(st.text(st.sampled_from("aB1.2 \n\n|-:#*_[](){}<>`\\“\t;a)ivé…"), max_size=200), st.booleans())
def test_no_text_makes_it_fall(text: str, markdown: bool) -> None:
    units = text_units(text, markdown)
    assert len({unit.id for unit in units}) == len(units)
    if not markdown:
        digits = re.findall(r"[aBé]", canonical(text))
        assert len(re.findall(r"[aBé]", " ".join(unit.text + unit.mark + unit.number for unit in units))) >= len(
            digits
        ) - text.count("a)")


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "\ufeff", "---\na: b\n---\n", "# \n"],
    ids=["empty", "blank", "mark", "front-matter", "heading"],
)
def test_nothing_is_no_unit(text: str) -> None:
    assert text_units(text, markdown=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + " \n" * 300 + "x",
        "---\n" + "-a: b\n" * 300 + "x",
        "|" + "-" * 100_000 + "x",
        "# a" + " " * 100_000 + "b",
        "Artikel 7" + " " * 100_000 + "b",
        "1" + ".1" * 50_000 + "x",
        "[" * 100_000,
        "**a " * 30_000,
        "<a " * 50_000,
        "woord\n" * 100_000,
        "- a\n" * 20_000,
        "|a" * 50_000,
    ],
    ids=[
        "front-matter",
        "list",
        "rule",
        "heading",
        "article",
        "number",
        "links",
        "stars",
        "tags",
        "lines",
        "items",
        "cells",
    ],
)
def test_lines_that_were_made_to_be_slow(text: str) -> None:
    assert text_units(text, markdown=True)


@pytest.mark.parametrize(
    ("before", "aliases"),
    [
        ("", [(), ("bijlage-1-alinea-1",), ("bijlage-1-alinea-2",)]),
        ("## A. Deel\n\n", [(), (), ()]),
    ],
)
def test_a_measure_behind_a_table_of_an_annex_is_known_by_what_it_was_called(
    before: str, aliases: list[tuple[str, ...]], tmp_path: Path
) -> None:
    """As a paragraph of the annex, counted from the first that stands behind the table."""
    annex = (
        f'---\nversion: "1.0"\nkind: measures\n---\n\n# Bijlage 1 Maatregelen\n\n{before}Sloten zijn er.\n\n'
        "| Naam | Land |\n| --- | --- |\n| Host | NL |\n\nHekken zijn er.\n\nPoorten zijn er.\n"
    )
    units = edition_units(edition_of(tmp_path, {"docs/proef/1.0/bijlage-1.md": annex}))
    assert [unit.aliases for unit in units if unit.text.endswith("zijn er.")] == aliases


def test_a_table_within_a_unit_is_a_line_for_each_row_its_header_too() -> None:
    rows = (text("Naam"), text("Land")), (text("Host"), text("NL")), (text("Wolk"), text("BE"))
    assert [line.text for line in _lines([Table(rows[0], rows[1:])])] == ["Naam\tLand", "Host\tNL", "Wolk\tBE"]
