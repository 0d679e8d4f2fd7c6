"""The data of an edition that the site offers becomes the edition again: the hash of what is written is that in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.author.import_document import Imported, import_document
from clausule.author.new_agreement import Wanted
from clausule.formats.edition_json import edition_json
from clausule.formats.jsonfile import as_json
from clausule.model.editions import Agreement, Edition
from clausule.model.lookup import AuthoringError, find_agreement, find_edition
from clausule.read import read_repository
from session import read_home

ROOT = Path(__file__).parents[3]

SOURCES = {
    "index.md": """---
version: "2.0"
effective: 2026-03-01
---

# Voorwaarden van *Firma*

Inleiding op een regel,  
en op een tweede. Zie [de site](https://firma.example/x).

## Partijen

1. Firma, en
2. de klant.
""",
    "artikel-01.md": """---
version: "1.0"
---

# Hoofdstuk I. Algemeen

## Artikel 1. Begrippen

Klant
:   wie koopt;

1.1 Een lid met items:

a. eerst[^1]

    - binnen

    Meer bij eerst.

b. dan

Na de items.

### Tussenkop

1.2 # geen kop, 2 * 3 = 6 | en [geen] link <x>.

[^1]: Een noot.
""",
    "artikel-02.md": """---
version: "2.0"
---

## § 2 Tabel

Deel | Prijs
--- | ---
een | € 1<br>per stuk
twee | € 2

2. Slot.
""",
    "ondertekening.md": """---
version: "2.0"
---

# Ondertekening

Naam: ........
""",
    "bijlage-1.md": """---
version: "1.5"
effective: 2025-01-01
---

# Bijlage 1 – Maatregelen

## A) Toegang

- pas
- sleutel

## Overig

Geen.
""",
}


def exported(agreement: Agreement, edition: Edition) -> bytes:
    return as_json(edition_json(agreement, edition, Notes(edition), status="concept"))


def bring_in(root: Path, data: bytes, slug: str, version: str = "") -> Imported:
    root.mkdir(exist_ok=True)
    file = root / "overeenkomst.json"
    file.write_bytes(data)
    return import_document(root, file, Wanted(slug=slug, title="", publisher="Firma", version=version), None)


@pytest.mark.parametrize("name", ["mickcom/1.5", "123meekijken/ongedateerd", "voorbeeld/3.1"])
def test_editions_that_are_published_come_back_with_their_hash(name: str, tmp_path: Path) -> None:
    slug, version = name.split("/")
    agreement = find_agreement(read_home(slug).agreements, slug)
    edition = find_edition(agreement, version)
    done = bring_in(tmp_path, exported(agreement, edition), slug)
    assert done.is_same and done.edition.effective == edition.effective and not done.rows
    assert [annex.version for annex in done.edition.annexes] == [annex.version for annex in edition.annexes]


def test_all_that_a_text_can_hold_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "docs/proef/2.0"
    folder.mkdir(parents=True)
    (folder.parent / "index.md").write_text("---\ntitle: Voorwaarden\npublisher: Firma\n---\n", "utf-8")
    for file, text in SOURCES.items():
        (folder / file).write_text(text, "utf-8")
    (agreement,) = read_repository(tmp_path).agreements
    data = exported(agreement, agreement.editions[0])
    done = bring_in(tmp_path / "new", data, "proef")
    assert done.is_same
    assert exported(*((again := read_repository(tmp_path / "new").agreements[0]), again.editions[0])) == data


def test_another_version_is_written_and_told_to_be_another(tmp_path: Path) -> None:
    agreement = find_agreement(read_home("mickcom").agreements, "mickcom")
    done = bring_in(tmp_path, exported(agreement, agreement.editions[0]), "mickcom", "9")
    assert done.is_same is False and (done.edition.version, done.edition.effective) == ("9", None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{}", "is JSON, and no overeenkomst.json of an edition: it has no version"),
        (b'{"version": ', "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (json.dumps({key: "x" for key in ("version", "articles", "annexes", "preamble", "closing", "sha256")}).encode(),
         "is not as clausule writes it"),
        (json.dumps({"version": "1", "effective": "ooit", "articles": [], "annexes": [], "preamble": [], "closing": [],
                     "sha256": ""}).encode(), "is damaged"),
    ],
)  # fmt: skip
def test_other_json_is_refused_in_a_sentence(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match=words) as caught:
        bring_in(tmp_path, data, "proef", "1")
    assert "\n" not in str(caught.value) and [one.name for one in tmp_path.iterdir()] == ["overeenkomst.json"]
