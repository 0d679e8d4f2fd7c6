"""What is hashed: every word that was agreed changes the hash, and nothing that stands beside the text does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from clausule.model.editions import Edition
from clausule.model.hashes import (
    annex_sha256,
    article_sha256,
    canonical_blocks,
    clause_sha256,
    digest,
    edition_bytes,
    edition_sha256,
    reading_text,
    section_sha256,
)
from clausule.model.nodes import Definitions, Items, Paragraph, Picture, Section, Table
from clausule.read import read_repository
from editions import clause, definition, edition, item, text

FILES = {
    "docs/proef/index.md": "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n",
    "docs/proef/1.0/index.md": """\
---
version: "1.0"
effective: 2018-05-25
changes: []
---

# Verwerkersovereenkomst

De aanhef.

## Partijen

1. Wij, hierna te noemen “Verwerker”.
""",
    "docs/proef/1.0/artikel-01.md": """\
---
version: "1.0"
---

# Artikel 1. Begrippen

Wat voorafgaat.

1.1 Eerste lid van de [wet](https://example.org/wet).

1.2 Tweede lid:

a. een punt;

- een streepje.

“Gegevens”

:   wat men weet.

| Soort | Termijn |
| --- | --- |
| Melding | 72 uur |
""",
    "docs/proef/1.0/ondertekening.md": "# Ondertekening\n\n## Plaats\n\nUtrecht.\n",
    "docs/proef/1.0/bijlage-1.md": """\
---
version: "1.0"
effective: 2018-05-25
kind: measures
---

# Bijlage 1. Maatregelen

Vooraf.

## A. Toegang

- een slot
""",
}
INDEX, ARTICLE, CLOSING, ANNEX = (
    f"docs/proef/1.0/{name}.md" for name in ("index", "artikel-01", "ondertekening", "bijlage-1")
)


RECIPES = (1, 2)


def written(root: Path, path: str = "", old: str = "", new: str = "", recipe: int = 2) -> Edition:
    for name, words in FILES.items():
        assert name != path or old in words
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words.replace(old, new, 1) if name == path else words, "utf-8")
    ((edition,),) = ([*agreement.editions] for agreement in read_repository(root).agreements)
    return replace(edition, recipe=recipe)


def hashed(root: Path, path: str = "", old: str = "", new: str = "", recipe: int = 2) -> str:
    return edition_sha256(written(root, path, old, new, recipe))


WORDS = [
    (INDEX, "2018-05-25", "2018-05-26"),
    (INDEX, "effective: 2018-05-25\n", ""),
    (INDEX, "# Verwerkersovereenkomst", "# Overeenkomst"),
    (INDEX, "# Verwerkersovereenkomst\n", ""),
    (INDEX, "De aanhef.", "Een aanhef."),
    (INDEX, "## Partijen", "## Wie"),
    (INDEX, "Wij, hierna", "Zij, hierna"),
    (INDEX, "1. Wij", "2. Wij"),
    (ARTICLE, "Begrippen", "Definities"),
    (ARTICLE, "Artikel 1.", "Artikel 2."),
    (ARTICLE, "Wat voorafgaat.", "Wat vooraf gaat."),
    (ARTICLE, "Eerste lid", "Enig lid"),
    (ARTICLE, "example.org/wet", "example.org/wat"),
    (ARTICLE, "1.2 Tweede", "1.3 Tweede"),
    (ARTICLE, "1.2 Tweede", "Tweede"),
    (ARTICLE, "een punt", "geen punt"),
    (ARTICLE, "a. een punt", "b. een punt"),
    (ARTICLE, "a. een punt", "- een punt"),
    (ARTICLE, "“Gegevens”", "“Data”"),
    (ARTICLE, "wat men weet", "wat men denkt"),
    (ARTICLE, "| Soort |", "| Aard |"),
    (ARTICLE, "72 uur", "48 uur"),
    (CLOSING, "## Plaats", "## Plek"),
    (CLOSING, "Utrecht", "Zutphen"),
    (ANNEX, 'version: "1.0"', 'version: "1.1"'),
    (ANNEX, "2018-05-25", "2018-05-26"),
    (ANNEX, "effective: 2018-05-25\n", ""),
    (ANNEX, "Bijlage 1. Maatregelen", "Bijlage 1. Beveiliging"),
    (ANNEX, "Vooraf.", "Vooraf dit."),
    (ANNEX, "A. Toegang", "B. Toegang"),
    (ANNEX, "een slot", "twee sloten"),
]
BESIDE = [
    (INDEX, "changes: []", "changes:\n  - at: artikel-1.1\n    why: Omdat het beter is."),
    (INDEX, "changes: []", "errata:\n  - at: artikel-1.1\n    words: Eerste\n    should: Enige\n    note: Tikfout."),
    (INDEX, "changes: []", "allow:\n  - rule: unused-term\n    reason: Zo is het."),
    (INDEX, "changes: []", "inflections:\n  Gegevens: [Gegeven]"),
    (INDEX, "changes: []", "until: 2020-01-01"),
    (INDEX, "“Verwerker”", '"Verwerker"'),
    (ARTICLE, "lid van", "lid  van"),
    (ARTICLE, "lid van", "lid\nvan"),
    (ARTICLE, "lid van", "**lid** van"),
    (ARTICLE, "- een streepje", "* een streepje"),
    (ARTICLE, "1.2 Tweede", "1.2. Tweede"),
    (ARTICLE, "Eerste lid", "Eerste  \nlid"),
    (ARTICLE, "Eerste lid", "Eerste\\\nlid"),
    (ARTICLE, "Eerste lid", "_Eerste_ __lid__"),
    (ARTICLE, "a. een punt", "a) een punt"),
    (ARTICLE, 'version: "1.0"', 'version: "0.9"'),
    (ANNEX, "kind: measures", "kind: text"),
    ("docs/proef/index.md", "title: Proef", "title: Proeve"),
]


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize(("path", "old", "new"), WORDS)
def test_what_was_agreed_is_in_the_hash(path: str, old: str, new: str, recipe: int, tmp_path: Path) -> None:
    assert hashed(tmp_path, path, old, new, recipe) != hashed(tmp_path, recipe=recipe)


NEWLY = [
    (ARTICLE, "1.2 Tweede", "**Kop**\n\n1.2 Tweede"),
    (ARTICLE, "1.2 Tweede", "## Kop\n\n1.2 Tweede"),
    (ARTICLE, "Tweede lid:", "Tweede[^1] lid:\n\n[^1]: Een noot."),
    (ARTICLE, "# Artikel 1.", "# Hoofdstuk 1\n\n## Artikel 1."),
    (INDEX, "De aanhef.", "De aanhef.[^a]\n\n[^a]: Een noot."),
    (ANNEX, "een slot", "een slot[^a]\n\n[^a]: Een noot."),
    (CLOSING, "Utrecht.", "Utrecht.[^a]\n\n[^a]: Een noot."),
]


@pytest.mark.parametrize(("path", "old", "new"), NEWLY)
def test_what_is_newly_read_is_in_recipe_2_alone(path: str, old: str, new: str, tmp_path: Path) -> None:
    assert hashed(tmp_path, path, old, new, 2) != hashed(tmp_path, recipe=2)
    assert hashed(tmp_path, path, old, new, 1) == hashed(tmp_path, recipe=1)


def test_the_words_and_the_place_of_a_footnote_are_in_recipe_2(tmp_path: Path) -> None:
    noted = [
        "Tweede[^1] lid:\n\n[^1]: Een noot.",
        "Tweede lid[^1]:\n\n[^1]: Een noot.",
        "Tweede[^1] lid:\n\n[^1]: Twee.",
    ]
    assert len({hashed(tmp_path, ARTICLE, "Tweede lid:", words) for words in noted}) == 3


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize(("path", "old", "new"), BESIDE)
def test_what_stands_beside_the_text_and_how_it_is_typed_is_not(
    path: str, old: str, new: str, recipe: int, tmp_path: Path
) -> None:
    assert hashed(tmp_path, path, old, new, recipe) == hashed(tmp_path, recipe=recipe)


@pytest.mark.parametrize(
    ("folder", "recipe", "same"),
    [
        ("docs/ander/1.0", 1, False),
        ("docs/proef/1.1", 1, False),
        ("docs/ander/1.0", 2, True),
        ("docs/proef/1.1", 2, False),
    ],
)
def test_another_version_is_another_text_and_by_recipe_1_another_name_of_the_agreement_too(
    folder: str, recipe: int, same: bool, tmp_path: Path
) -> None:
    before = hashed(tmp_path / "one", recipe=recipe)
    for name, words in FILES.items():
        path = (
            tmp_path
            / "other"
            / name.replace("docs/proef/1.0", folder).replace("docs/proef/index", f"{folder[:-4]}/index")
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    (agreement,) = read_repository(tmp_path / "other").agreements
    assert (edition_sha256(replace(agreement.editions[0], recipe=recipe)) == before) is same


def test_blocks_are_told_apart_though_their_words_are_the_same() -> None:
    blocks = [
        Paragraph(text("a b")),
        Items((item("a", "b"),)),
        Items((item("", "a"), item("", "b"))),
        Items((item("", "a", Paragraph(text("b"))),)),
        Definitions((definition("a", "b"),)),
        Table((text("a"), text("b")), ()),
        Table((text("a"),), ((text("b"),),)),
    ]
    assert len({digest(canonical_blocks((block,))) for block in blocks}) == len(blocks)
    assert len({digest(canonical_blocks(pair)) for pair in ((blocks[0], blocks[1]), (blocks[1], blocks[0]))}) == 2


def test_a_hash_is_that_of_compact_json_with_sorted_keys_in_utf_8() -> None:
    """So that anybody can recompute it."""
    written = '{"a":1,"b":["é",null]}'
    assert digest({"b": ["é", None], "a": 1}) == hashlib.sha256(written.encode()).hexdigest()


def test_the_hash_of_an_edition_by_recipe_2_is_that_of_this_form() -> None:
    """So that anybody can recompute it, and no version of this program makes it another."""
    written = (
        '{"annexes":[],"articles":[[[],"Artikel 1",[],[["1.1",null,["Een lid."]]],[]]],"closing":[],"effective":null,'
        '"preamble":[],"recipe":2,"title":null,"version":"1.0"}'
    )
    assert (
        edition_sha256(replace(edition("1.0", ["Een lid."]), recipe=2)) == hashlib.sha256(written.encode()).hexdigest()
    )


PARTIES = [["1", 'Wij, hierna te noemen "Verwerker".', []]]
LIST = [["a", "een punt;", []]], [["", "een streepje.", []]], [["Gegevens", "wat men weet."]]
ROWS = ["|", ["Soort", "Termijn"], ["Melding", "72 uur"]]
LOCK = [["", "een slot", []]]
FRAME = {"version": "1.0", "effective": "2018-05-25", "title": "Verwerkersovereenkomst"}
LAW = "Eerste lid van de wet."
FORMS = {
    1: {
        "agreement": "proef",
        **FRAME,
        "preamble": [["", ["De aanhef."]], ["Partijen", [PARTIES]]],
        "articles": [
            [
                "Artikel 1. Begrippen",
                ["Wat voorafgaat."],
                [["1.1", [[LAW, ["https://example.org/wet"]]]], ["1.2", ["Tweede lid:", *LIST, ROWS]]],
            ]
        ],
        "closing": [["Plaats", ["Utrecht."]]],
        "annexes": [["Bijlage 1. Maatregelen", "1.0", "2018-05-25", ["Vooraf."], [["A. Toegang", [LOCK]]]]],
    },
    2: {
        "recipe": 2,
        **FRAME,
        "preamble": [["", ["De aanhef."], []], ["Partijen", [PARTIES], []]],
        "articles": [
            [
                [],
                "Artikel 1. Begrippen",
                ["Wat voorafgaat."],
                [
                    ["1.1", None, [[LAW, [["link", "https://example.org/wet"]]]]],
                    ["1.2", None, ["Tweede lid:", *LIST, ROWS]],
                ],
                [],
            ]
        ],
        "closing": [["Plaats", ["Utrecht."], []]],
        "annexes": [["Bijlage 1. Maatregelen", "1.0", "2018-05-25", ["Vooraf."], [["A. Toegang", [LOCK], []]], []]],
    },
}


@pytest.mark.parametrize("recipe", RECIPES)
def test_all_of_an_edition_is_hashed_in_this_form_and_each_part_as_it_stands_in_it(recipe: int, tmp_path: Path) -> None:
    found, form = written(tmp_path, recipe=recipe), FORMS[recipe]
    assert json.loads(edition_bytes(found)) == form
    (article,), (annex,), (closing,) = found.articles, found.annexes, found.closing
    assert article_sha256(article, recipe) == digest(form["articles"][0])
    assert clause_sha256(article.clauses[1], recipe) == digest(form["articles"][0][recipe + 1][1])
    assert annex_sha256(annex, recipe) == digest(form["annexes"][0])
    assert section_sha256(closing, recipe) == digest(form["closing"][0])


def test_a_chapter_a_subheading_and_a_footnote_are_hashed_in_this_form(tmp_path: Path) -> None:
    """A chapter with its level, and a footnote with its name, its words, and how many signs stand before it."""
    (chaptered,) = written(tmp_path / "a", ARTICLE, "# Artikel 1.", "# Hoofdstuk 1\n\n## Artikel 1.").articles
    above = f'[[[1,"Hoofdstuk 1"]],"{chaptered.heading.plain}",'
    assert _bytes_hold(tmp_path / "a", above)
    written(tmp_path / "b", ARTICLE, "1.2 Tweede lid:", "## Kop\n\n1.2 Tweede[^1] lid:\n\n[^1]: Een noot.")
    assert _bytes_hold(tmp_path / "b", '["1.2","Kop",[["Tweede lid:",[["note","')
    assert _bytes_hold(tmp_path / "b", '",6]]]') and _bytes_hold(tmp_path / "b", '[["1","Een noot."]]]]')


def _bytes_hold(root: Path, words: str) -> bool:
    (agreement,) = read_repository(root).agreements
    return words in edition_bytes(replace(agreement.editions[0], recipe=2)).decode()


def test_a_picture_is_hashed_with_what_it_is_called_and_its_bytes_by_recipe_2_alone() -> None:
    picture = Picture(path="logo.svg", words=text("Ons “merk”"), data=b"<svg/>")
    section = Section(id="aanhef", label="", title="", level=2, heading=text(""), blocks=(picture,))
    shown = ["!", 'Ons "merk"', hashlib.sha256(b"<svg/>").hexdigest()]
    assert section_sha256(section, 2) == digest(["", [shown], []])
    assert section_sha256(section, 1) == digest(["", []])


def test_the_hash_of_a_clause_is_that_of_its_number_and_words() -> None:
    assert clause_sha256(clause("1.1", "Een “lid”."), 1) == digest(["1.1", ['Een "lid".']])
    assert clause_sha256(clause("1.1", "Een lid."), 1) != clause_sha256(clause("1.2", "Een lid."), 1)


def test_the_text_in_reading_order_says_where_each_piece_begins() -> None:
    nested = item("a", "een", Paragraph(text("dieper")), mark="(a)")
    table = Table((text("kop"), text("kop 2")), ((text("cel"), text("cel 2")),))
    plain, starts = reading_text(
        (
            Paragraph(text("Begin:")),
            Items((nested, item("", "twee"))),
            Definitions((definition("Term", "betekenis"),)),
            table,
        )
    )
    assert plain.split("\n") == [
        "Begin:",
        "(a) een",
        "dieper",
        "- twee",
        "Term: betekenis",
        "kop",
        "kop 2",
        "cel",
        "cel 2",
    ]
    assert [plain[start : start + len(piece.plain)] for start, piece in starts] == [piece.plain for _, piece in starts]
    assert [piece.plain for _, piece in starts] == [
        "Begin:",
        "een",
        "dieper",
        "twee",
        "betekenis",
        "kop",
        "kop 2",
        "cel",
        "cel 2",
    ]
