"""Every edition is a row of the table for contract systems, with facts that do not change with the day."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.parties import parties_of
from clausule.analysis.references import Notes
from clausule.model.editions import Agreement, Edition, Imprint
from clausule.pages.root.stage import render_root
from clausule.read import read_repository
from session import read_home

URL = "https://x.example/"
PARTIES = """# Voorwaarden

## Partijen

1. Firma A, hierna te noemen “Verwerker”;

en

2. ............ [naam], hierna te noemen
   “Klant”;

hierna gezamenlijk te noemen: “Partijen”
"""


def agreement_of(root: Path, editions: dict[str, tuple[str, str]], title: str = "Voorwaarden") -> Agreement:
    """An agreement with ``editions``: by version the front matter and the first page."""
    files = {"index.md": f"---\ntitle: '{title}'\npublisher: A\n---\n"}
    for version, (front, page) in editions.items():
        files[f"{version}/index.md"] = f'---\nversion: "{version}"\n{front}---\n\n{page}'
        files[f"{version}/artikel-01.md"] = f'---\nversion: "{version}"\n---\n\n# Artikel 1. Iets\n\n1.1 Wij leveren.\n'
    for name, words in files.items():
        path = root / "docs/proef" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    (agreement,) = read_repository(root).agreements
    return agreement


def files_of(agreement: Agreement, day: date = date(2024, 6, 1)) -> dict[str, bytes]:
    notes = {edition.name: Notes(edition) for edition in agreement.editions}
    return render_root([agreement], notes, day=day, site_url=URL)


def table(stage: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(stage["overeenkomsten.csv"].decode("utf-8-sig"))))


def test_a_row_says_who_what_and_when_and_where_the_text_is(tmp_path: Path) -> None:
    agreement = agreement_of(
        tmp_path,
        {
            "1.0": ("effective: 2020-01-01\nannounced: 2019-12-01\n", PARTIES),
            "2.0": ("effective: 2021-01-01\nfor: klanten in de zorg\n", "# Andere voorwaarden\n\nTekst.\n"),
            "3.0": ("status: concept\n", "Wij en u.\n"),
        },
    )
    first, second, third = table(files_of(agreement))
    assert first == {
        "id": "proef/1.0",
        "agreement": "proef",
        "version": "1.0",
        "title": "Voorwaarden",
        "publisher": "A",
        "parties": "Firma A, hierna te noemen “Verwerker”; | ............ [naam], hierna te noemen “Klant”;",
        "applies_to": "",
        "language": "nl",
        "concept": "false",
        "announced": "2019-12-01",
        "effective": "2020-01-01",
        "until": "",  # what came since is for others
        "withdrawn": "",
        "address": "https://x.example/proef/1.0/",
        "sha256": Notes(agreement.editions[0]).sha256,
    }
    assert (second["title"], second["applies_to"], second["parties"]) == (
        "Andere voorwaarden",
        "klanten in de zorg",
        "",
    )
    assert (third["concept"], third["effective"], third["until"]) == ("true", "", "")


def test_an_edition_ends_where_the_next_begins_and_the_day_of_the_build_changes_nothing(tmp_path: Path) -> None:
    agreement = agreement_of(
        tmp_path, {v: (f"effective: {y}-01-01\n", PARTIES) for v, y in (("1.0", 2020), ("1.10", 2030))}
    )
    early, late = files_of(agreement, date(2019, 1, 1)), files_of(agreement, date(2040, 1, 1))
    assert early["overeenkomsten.csv"] == late["overeenkomsten.csv"]
    assert [(row["version"], row["until"]) for row in table(early)] == [("1.0", "2030-01-01"), ("1.10", "")]


def test_one_that_was_taken_back_with_its_words_keeps_its_row(tmp_path: Path) -> None:
    gone = "effective: 2020-01-01\nwithdrawn:\n  day: 2020-02-01\n  why: fout\n  words: removed\n  pages: []\n"
    agreement = agreement_of(tmp_path, {"1.0": (gone, ""), "2.0": ("effective: 2021-01-01\n", PARTIES)})
    (tmp_path / "docs/proef/editions.lock").write_text("1.0 removed\n", "utf-8")
    (agreement,) = read_repository(tmp_path).agreements
    row = table(files_of(agreement))[0]
    assert (row["id"], row["withdrawn"], row["sha256"], row["parties"]) == ("proef/1.0", "2020-02-01", "", "")


def test_nothing_is_a_formula(tmp_path: Path) -> None:
    agreement = agreement_of(tmp_path, {"1.0": ("", "Tekst.\n")}, "=1+1")
    assert b'"\'=1+1"' in files_of(agreement)["overeenkomsten.csv"]


def test_its_columns_are_described_beside_it(tmp_path: Path) -> None:
    stage = files_of(agreement_of(tmp_path, {"1.0": ("", PARTIES)}))
    told = json.loads(stage["overeenkomsten.csv-metadata.json"])
    assert told["url"] == "overeenkomsten.csv"
    assert [column["name"] for column in told["tableSchema"]["columns"]] == list(table(stage)[0])
    required = {column["name"] for column in told["tableSchema"]["columns"] if column["required"]}
    assert required and all(table(stage)[0][name] for name in required)
    assert b"overeenkomsten.csv" in stage["index.md"]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (PARTIES, 2),
        ("Firma A, hierna te noemen “Verwerker”, en\n\n[naam], hierna te noemen “Klant”;\n", 2),
        ("1. Firma A, hierna te noemen “Verwerker”;\n2. dat de diensten veilig zijn;\n", 0),
        ("1. Firma A, hierna te noemen “Verwerker”.\n", 0),
        ("Wij en u.\n", 0),
    ],
)
def test_parties_are_those_that_the_text_names_together(page: str, found: int, tmp_path: Path) -> None:
    (edition,) = agreement_of(tmp_path, {"1.0": ("", page)}).editions
    assert len(parties_of(edition)) == found


def test_the_agreements_here_name_two_parties_each() -> None:
    agreements = read_home().agreements
    assert {len(parties_of(edition)) for one in agreements for edition in one.editions} == {2}


def test_words_are_not_read_where_an_imprint_knows_them(tmp_path: Path) -> None:
    (edition,) = agreement_of(tmp_path, {"1.0": ("", PARTIES)}).editions

    def never() -> None:
        raise AssertionError

    imprint = Imprint(sha256="", pages=(), frame="", heading="Kop", parties=("a", "b"))
    known: Edition = replace(edition, imprint=imprint, read=never)
    assert (parties_of(known), known.own_title) == (("a", "b"), "Kop")
