"""What the annexes of a text that came in are: rows of the list of sub-processors, kinds, versions of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.author.import_document import Imported, import_document
from clausule.author.new_agreement import Wanted
from clausule.check import check
from clausule.law.countries import countries_in
from clausule.read import read_repository
from word_files import paragraph, table, word_file

HEAD = (
    paragraph("Overeenkomst", "Title")
    + paragraph("Artikel 1 Duur", "H1")
    + paragraph("1.1 Een jaar. De subverwerkers staan in bijlage 1, zie bijlage 2 en bijlage 3.")
)
ANNEX = paragraph("Bijlage 1 Subverwerkers", "H1")


def bring_in(root: Path, *body: str, version: str = "1.0") -> Imported:
    root.mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.org/\n", "utf-8")
    (root / "x.docx").write_bytes(word_file(HEAD + "".join(body)))
    return import_document(
        root, root / "x.docx", Wanted(slug="proef", title="", publisher="Firma", version=version), None
    )


def rows(root: Path, *cells: tuple[str, ...], headed: bool = True) -> list[dict[str, object]]:
    bring_in(root, ANNEX, table(cells, headed))
    found = read_repository(root)
    assert not [one for one in found.findings if one.rule == "sub-processor-list"]
    listing = found.agreements[0].sub_processors
    return [
        {
            "id": row.id,
            "name": row.name,
            "address": row.address,
            "service": row.service,
            "data": row.data,
            "contact": dict(row.contact),
            "places": [(one.country, one.where, one.ground) for one in row.locations],
            "active": row.active and row.active.isoformat(),
            "unknown": list(row.unknown),
        }
        for row in (listing.rows if listing else ())
    ]


def test_a_table_of_sub_processors_becomes_draft_rows_and_one_note(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        ("Naam", "Dienst", "Plaats van verwerking", "Waarborg"),
        ("Wolk B.V.", "opslag", "Utrecht, Nederland", "binnen de EER"),
        ("Post: Relay", "mail", "Dublin (Ierland) en VS", "modelcontract"),
    )
    first, second = found
    assert (first["id"], first["name"], first["service"]) == ("wolk-b-v", "Wolk B.V.", "opslag")
    assert first["places"] == [("NL", "Utrecht", "")] and first["address"] == "onbekend"
    assert first["unknown"] == ["active", "address", "contact", "data", "data_subjects", "purpose"]
    assert second["places"] == [
        ("IE", "Dublin (Ierland) en VS", ""),
        ("US", "Dublin (Ierland) en VS", "standard-clauses"),
    ]
    rules = [one.rule for one in check(read_repository(tmp_path)) if "sub-verwerkers" in one.place.path]
    assert rules == ["unknown-about-sub-processor"]


def test_the_columns_of_a_table_without_a_header_are_known_by_their_words(tmp_path: Path) -> None:
    first, second = rows(
        tmp_path,
        ("Wolk B.V.", "opslag", "1 januari 2025", "Nederland", "dagelijks"),
        ("Post Ltd", "mail", "", "Ierland", "wekelijks"),
        headed=False,
    )
    assert (first["name"], first["service"], first["active"]) == ("Wolk B.V.", "opslag", "2025-01-01")
    assert (second["name"], second["service"], second["active"]) == ("Post Ltd", "mail", None)
    assert [one["places"] for one in (first, second)] == [[("NL", "", "")], [("IE", "", "")]]


def test_a_table_without_a_header_is_told_and_one_without_countries_is_no_list(tmp_path: Path) -> None:
    drafted = bring_in(tmp_path / "a", ANNEX, table([("Wolk B.V.", "opslag", "Nederland")], headed=False)).drafted
    assert drafted and drafted.headless and drafted.names == ["Wolk B.V."]
    told = bring_in(tmp_path / "b", ANNEX, table([("Naam", "Dienst"), ("Wolk B.V.", "opslag")], headed=False)).drafted
    assert told and not told.headless
    cells = [("Wolk B.V.", "opslag", "Nederland"), ("Post Ltd", "mail", "overal")]
    assert bring_in(tmp_path / "c", ANNEX, table(cells, headed=False)).drafted is None


def test_every_column_that_the_list_knows_is_taken(tmp_path: Path) -> None:
    (row,) = rows(
        tmp_path,
        ("Sub-verwerker", "Contactgegevens", "Adres", "Waarvoor", "Soort gegevens", "Land", "Sinds"),
        ("Wolk", "privacy@wolk.example", "Kade 1, Assen", "opslag", "namen, adressen", "NL", "1 mei 2020"),
    )
    assert row["contact"] == {"email": "privacy@wolk.example"} and row["address"] == "Kade 1, Assen"
    assert (row["service"], row["data"], row["active"]) == ("opslag", ("namen", "adressen"), "2020-05-01")
    assert row["places"] == [("NL", "", "")] and row["unknown"] == ["data_subjects", "purpose"]


def test_what_is_still_to_be_filled_in_is_unknown(tmp_path: Path) -> None:
    head = ("Naam", "Adres", "Dienst", "Plaats van verwerking")
    first, second = rows(
        tmp_path,
        head,
        ("Wolk B.V.", "TBC", "opslag", "Nederland"),
        ("Mail B.V.", "[TBD]", "mail (TBC)", "Nederland"),
    )
    for row in (first, second):
        assert row["address"] == "onbekend" and "address" in row["unknown"]  # type: ignore[operator]
    assert second["service"] == "mail (TBC)"


def test_one_name_in_two_rows_is_one_sub_processor(tmp_path: Path) -> None:
    (row,) = rows(
        tmp_path,
        ("Wie", "Waarvoor", "Waar"),
        ("Wolk", "opslag", "Nederland"),
        ("Wolk", "mail", "Duitsland"),
    )
    assert row["service"] == "opslag; mail" and row["places"] == [("NL", "", ""), ("DE", "", "")]


def test_a_row_that_lacks_what_the_list_needs_is_a_comment(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path, ANNEX, table([("Naam", "Dienst", "Land"), ("Wolk", "opslag", "Europa"), ("Nevel", "", "NL")])
    )
    assert done.drafted and done.drafted.missing == {"Wolk": "its country", "Nevel": "its service"}
    text = (tmp_path / done.drafted.path).read_text("utf-8")
    assert "sub_processors: []\n" in text and '  #   name: "Wolk"\n' in text
    assert not [one for one in read_repository(tmp_path).findings if one.rule == "sub-processor-list"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Bijlage 1 Gegevens", (("Naam", "Dienst"), ("Wolk", "opslag"))),
        ("Bijlage 1 Subverwerkers", (("Categorie", "Duur"), ("Namen", "een jaar"))),
    ],
)
def test_another_table_is_no_list(heading: str, cells: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    done = bring_in(tmp_path, paragraph(heading, "H1"), table(cells))
    assert done.drafted is None and not (tmp_path / "annexes").exists()


def test_a_list_that_is_there_is_left_and_others_are_told(tmp_path: Path) -> None:
    head = ("Naam", "Dienst", "Land")
    bring_in(tmp_path, ANNEX, table([head, ("Wolk", "opslag", "NL")]))
    before = (tmp_path / "annexes/proef/sub-verwerkers.yml").read_bytes()
    done = bring_in(tmp_path, ANNEX, table([head, ("Wolk", "opslag", "NL"), ("Nevel", "mail", "DE")]), version="1.1")
    assert done.drafted and (done.drafted.names, done.drafted.others) == ([], ["Nevel"])
    assert (tmp_path / "annexes/proef/sub-verwerkers.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Fantasiestad, Nederland", ["NL"]),
        ("Verenigd Koninkrijk en de Verenigde Staten", ["GB", "US"]),
        ("NL/DE", ["NL", "DE"]),
        ("zie de site; is in huis", []),
        ("EU (Ierland)", ["IE"]),
        ("Noord-Holland, binnen de EER", []),
        ("Traumdorf", []),
        ("the Netherlands", ["NL"]),
    ],
)
def test_countries_are_those_that_are_named(words: str, codes: list[str]) -> None:
    assert list(countries_in(words, "nl", {"vk": "GB", "holland": "NL"})) == codes


def test_an_annex_is_the_kind_that_its_heading_or_a_clause_says(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path,
        paragraph("Bijlage 1 Beveiliging", "H1") + paragraph("- een slot"),
        paragraph("Bijlage 2 Technische maatregelen", "H1") + table([("Maatregel", "Hoe"), ("Slot", "op de deur")]),
        paragraph("Bijlage 3 Vragenlijst datalek", "H1") + paragraph("1. Wat is er gebeurd? ..........."),
        paragraph("Bijlage 4 Meldingsformulier", "H1") + paragraph("1. Is er aangifte gedaan? JA / NEE"),
        paragraph("Bijlage 5 Organisatorische maatregelen", "H1") + paragraph("Die staan in het handboek."),
    )
    assert done.kinds == {"bijlage-2": "measures", "bijlage-3": "questionnaire", "bijlage-4": "questionnaire"}
    kinds = {one.id: one.kind for one in read_repository(tmp_path, "proef").agreements[0].editions[0].annexes}
    assert kinds == {**{f"bijlage-{n}": "text" for n in (1, 5)}, **done.kinds}


def test_a_clause_says_what_an_annex_is(tmp_path: Path) -> None:
    clause = paragraph("1.2 De maatregelen staan in bijlage 1.")
    done = bring_in(tmp_path, clause, paragraph("Bijlage 1 Beveiliging", "H1") + paragraph("- een slot"))
    assert done.kinds == {"bijlage-1": "measures"}


def test_an_annex_with_a_version_of_its_own_is_a_text_beside_the_edition(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path,
        paragraph("Bijlage 1 Maatregelen (versie 1.3)", "H1") + paragraph("- een slot"),
        paragraph("Bijlage 2 Gegevens", "H1") + paragraph("Versie 2.0 van 4 mei 2024") + paragraph("Namen."),
    )
    annexes = read_repository(tmp_path, "proef").agreements[0].editions[0].annexes
    assert [(one.version, str(one.effective), one.kind) for one in annexes] == [
        ("1.3", "None", "measures"),
        ("2.0", "2024-05-04", "text"),
    ]
    assert annexes[1].place.path == "annexes/proef/bijlage-2/2.0.md" in done.split.others
    again = bring_in(
        tmp_path,
        paragraph("Bijlage 1 Maatregelen (versie 1.3)", "H1") + paragraph("- een slot"),
        paragraph("Bijlage 2 Gegevens", "H1") + paragraph("Versie 2.1 van 4 mei 2025") + paragraph("Namen en meer."),
        version="1.1",
    )
    assert again.next and again.next.changed == ["bijlage-2.md"]
    newer = read_repository(tmp_path, "proef").agreements[0].editions[1].annexes
    assert [(one.version, one.place.path) for one in newer] == [
        ("1.3", "annexes/proef/bijlage-1/1.3.md"),
        ("2.1", "annexes/proef/bijlage-2/2.1.md"),
    ]
    assert not [one for one in check(read_repository(tmp_path)) if one.rule == "version-tag"]
