"""What is hashed: every word that was agreed changes the hash, and nothing that stands beside the text does."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from clausule.model.hashes import canonical_blocks, clause_sha256, digest, edition_sha256, reading_text
from clausule.model.nodes import Definitions, Items, Paragraph, Table
from clausule.read import read_repository
from editions import clause, definition, item, text

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


def hashed(root: Path, path: str = "", old: str = "", new: str = "") -> str:
    for name, words in FILES.items():
        assert name != path or old in words
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words.replace(old, new, 1) if name == path else words, "utf-8")
    ((edition,),) = ([*agreement.editions] for agreement in read_repository(root).agreements)
    return edition_sha256(edition)


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
    (ARTICLE, "a. een punt", "a) een punt"),
    (ARTICLE, 'version: "1.0"', 'version: "0.9"'),
    (ANNEX, "kind: measures", "kind: text"),
    ("docs/proef/index.md", "title: Proef", "title: Proeve"),
]


@pytest.mark.parametrize(("path", "old", "new"), WORDS)
def test_what_was_agreed_is_in_the_hash(path: str, old: str, new: str, tmp_path: Path) -> None:
    assert hashed(tmp_path, path, old, new) != hashed(tmp_path)


@pytest.mark.parametrize(("path", "old", "new"), BESIDE)
def test_what_stands_beside_the_text_and_how_it_is_typed_is_not(path: str, old: str, new: str, tmp_path: Path) -> None:
    assert hashed(tmp_path, path, old, new) == hashed(tmp_path)


@pytest.mark.parametrize("folder", ["docs/ander/1.0", "docs/proef/1.1"])
def test_the_same_words_of_another_agreement_or_version_are_another_text(folder: str, tmp_path: Path) -> None:
    before = hashed(tmp_path / "one")
    for name, words in FILES.items():
        path = (
            tmp_path
            / "other"
            / name.replace("docs/proef/1.0", folder).replace("docs/proef/index", f"{folder[:-4]}/index")
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    (agreement,) = read_repository(tmp_path / "other").agreements
    assert edition_sha256(agreement.editions[0]) != before


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


def test_the_hash_of_a_clause_is_that_of_its_number_and_words() -> None:
    assert clause_sha256(clause("1.1", "Een “lid”.")) == digest(["1.1", ['Een "lid".']])
    assert clause_sha256(clause("1.1", "Een lid.")) != clause_sha256(clause("1.2", "Een lid."))


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
