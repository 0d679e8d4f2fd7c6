"""What a text says of its own version and day, and what it says of other things."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.check import check
from clausule.check.rules import own_version
from clausule.formats.edition_json import edition_json
from clausule.language.language import language_of
from clausule.language.wording.names import edition_label, edition_name
from clausule.language.wording.site import status_sentence
from clausule.model.dates import Interval
from clausule.read import Repository, read_repository
from clausule.read.records import Record, from_json, to_json

INDEX = '---\nversion: "1.2"\neffective: 2024-03-01\n{front}---\n\n{body}\n'
ARTICLE = '---\nversion: "1.2"\n---\n\n# Artikel 1. Levering\n\n1.1 Wij leveren.\n'


def read(root: Path, body: str, *, front: str = "", more: dict[str, str] | None = None) -> Repository:
    files = {
        "index.md": "---\ntitle: Proef\npublisher: A\n---\n",
        "1.2/index.md": INDEX.format(front=front, body=body),
        "1.2/artikel-01.md": ARTICLE,
    }
    for name, words in (files | (more or {})).items():
        path = root / "docs/proef" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    return read_repository(root)


def found(repository: Repository) -> list[str]:
    return [finding.words for finding in check(repository) if finding.rule == "own-version"]


@pytest.mark.parametrize(
    "body, words",
    [
        ("# Voorwaarden\n\nVersie 1.1 - 4 februari", "Versie 1.1 - 4 februari"),
        ("# Voorwaarden versie 1.1", "versie 1.1"),
        ("# Voorwaarden (versie 1.1, februari 2019)", "versie 1.1, februari 2019"),
        ("Versie d.d. 4-2-2019", "Versie d.d. 4-2-2019"),
        ("Versie: 1.1 d.d. 1 maart 2024", "Versie: 1.1 d.d. 1 maart 2024"),
        ("Versienummer 1.1", "Versienummer 1.1"),
        ("VERSIE 2019-1", "VERSIE 2019-1"),
        ("Proef B.V. | versie 1.2 | mei 2018", "versie 1.2 | mei 2018"),
        ("Versiedatum: 4 februari 2019", "Versiedatum: 4 februari 2019"),
        ("Ingangsdatum: 1 april 2024", "Ingangsdatum: 1 april 2024"),
        ("Geldig vanaf 1-2-2024", "Geldig vanaf 1-2-2024"),
        ("Partijen sluiten deze overeenkomst, versie 1.1, voor een jaar, en zijn het over alles eens.", "versie 1.1"),
        ("Wat hier staat is in zijn geheel te lezen als versie 1.1 van deze voorwaarden, en meer.", "versie 1.1"),
        ("Versie van 4 feb. 2019", "Versie van 4 feb. 2019"),
        # That it says its day once is no reason to pass over another day.
        ("Ingangsdatum: 1 maart 2024\n\nGeldig vanaf 1-2-2024", "Geldig vanaf 1-2-2024"),
        ("Versie v2.0", "Versie v2.0"),
        ("Deze overeenkomst gaat in op 1-2-2024 en loopt door zolang Klant de dienst afneemt.", "gaat in op 1-2-2024"),
        (
            "§ 1. De overeenkomst treedt in werking op 4 mei 2024 en loopt door zolang Klant de dienst afneemt.",
            "De overeenkomst treedt in werking op 4 mei 2024",
        ),
    ],
)  # fmt: skip
def test_another_version_than_the_edition_is_a_finding(body: str, words: str, tmp_path: Path) -> None:
    assert found(read(tmp_path, body)) == [words]


@pytest.mark.parametrize(
    "body",
    [
        "# Voorwaarden versie 1.2\n\nVersie 1.2 - 1 maart 2024",
        "Versie 1.2, maart 2024\n\nVersie d.d. 01-03-2024\n\nVersie 1.2.",
        "Partijen sloten op 4 februari 2019 de Hoofdovereenkomst (versie 2.0).",
        "Hierbij hoort versie 2.0 van de Algemene Voorwaarden.",
        "Deze overeenkomst vervangt een eerdere versie 1.1.",
        "Wij gebruiken TLS versie 1.3 en ISO 27001, versie 2022.",
        "De verordening van 27 april 2016, versie 4 mei 2016.",
        "Utrecht, 4 februari 2019",
        "Bijlage 2, versie 1.0",
        "De wet is van kracht sinds 25 mei 2018.",
        "In elke versie 3 maal.",
    ],
)
def test_its_own_version_and_those_of_others_are_none(body: str, tmp_path: Path) -> None:
    assert found(read(tmp_path, body)) == []


def test_an_annex_has_a_version_of_its_own_and_an_article_has_not(tmp_path: Path) -> None:
    annex = (
        '---\nversion: "1.0"\n---\n\n# Bijlage 1. Lijst (versie 1.0)\n\nVersie 1 - 4 mei 2019\n\n## A. A\n\nVersie 1\n'
    )
    assert found(read(tmp_path, "Wij.", more={"1.2/bijlage-1.md": annex})) == []
    lone = {"1.2/artikel-02.md": ARTICLE.replace("Artikel 1", "Artikel 2").replace("1.1 Wij leveren.", "Versie 1.1\n")}
    assert found(read(tmp_path, "Wij.", more=lone)) == ["Versie 1.1"]


def test_a_version_is_the_same_with_and_without_its_zero(tmp_path: Path) -> None:
    two = {"2.0/index.md": INDEX.replace("1.2", "2.0").replace("2024", "2025").format(front="", body="Versie 2"),
           "2.0/artikel-01.md": ARTICLE.replace("1.2", "2.0")}  # fmt: skip
    assert found(read(tmp_path, "Versie 1.2", more=two)) == []


@pytest.mark.parametrize("same", ["2 2.0 2.0.0 2.00", "2.1 2.1.0", "0 0.0", "2.0-rc1 2-RC1", "a0", "b0", "a", "2024"])
def test_a_version_is_the_same_as_no_other(same: str) -> None:
    orders = [own_version._order(version) for version in same.split()]
    assert all(order == orders[0] for order in orders)
    assert orders[0] not in [own_version._order(other) for other in ("1", "2.2", "20", "2-rc2", "a1", "c0", "x")]
    assert (own_version._order("a0") == orders[0]) == (same == "a0")


def test_a_text_without_a_number_of_its_own_is_asked_for_its_date_only(tmp_path: Path) -> None:
    assert found(read(tmp_path, "Versie 7, maart 2024", front="numbered: false\n")) == []
    assert found(read(tmp_path, "Versie 7, april 2024", front="numbered: false\n")) == ["Versie 7, april 2024"]


@pytest.mark.parametrize(
    "shown, fits",
    [("maart 2024", True), ("mrt. 2024", True), ("1 maart 2024", True), ("mei 2018", False), ("maart 2023", False),
     ("voorjaar", False)],
)  # fmt: skip
def test_what_is_shown_for_a_day_is_that_day(shown: str, fits: bool, tmp_path: Path) -> None:
    assert found(read(tmp_path, "Wij.", front=f"effective_shown: {shown}\n")) == ([] if fits else [shown])


@pytest.mark.parametrize(("day", "told"), [("2024-03-01", "01-03-2024"), ("", "no date")])
def test_what_is_shown_for_another_day_is_told_with_the_day(day: str, told: str, tmp_path: Path) -> None:
    index = INDEX.format(front="effective_shown: mei 2018\n", body="Wij.")
    if not day:
        index = index.replace("effective: 2024-03-01\n", "")
    (one,) = [one for one in check(read(tmp_path, "", more={"1.2/index.md": index})) if one.rule == "own-version"]
    assert one.message == f"'mei 2018' is shown for the day from which the edition applies, and that is {told}"


def test_a_month_is_shown_where_the_text_names_no_day(tmp_path: Path) -> None:
    (agreement,) = read(tmp_path, "Wij.", front="effective_shown: maart 2024\n").agreements
    (edition,) = agreement.editions
    assert (edition.effective, edition_label(edition)) == (date(2024, 3, 1), "1.2 (maart 2024)")
    assert edition_name(edition) == "versie 1.2 (maart 2024)"
    assert "maart 2024" in status_sentence(edition, "in force", Interval(edition.effective, None))
    data = json.loads(json.dumps(edition_json(agreement, edition, Notes(edition), status="in force")))
    assert (data["effective"], data["effective_shown"]) == ("2024-03-01", "maart 2024")


def test_a_record_keeps_what_is_shown() -> None:
    from clausule.model.editions import Imprint

    record = Record(
        source="s", included=(), numbered=True, effective=date(2024, 3, 1), until=None, announced=None, concept=False,
        imprint=Imprint(sha256="h", pages=(), frame="f", sub_processors=True), passed="", effective_shown="maart 2024",
        unsettled=True,
    )  # fmt: skip
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


@pytest.mark.parametrize("size", [2_000, 4_000])
def test_a_long_text_is_read_in_one_go(size: int) -> None:
    words = language_of("nl").own_version
    for shape in ("versie ", "deze versie 1.", "1 mei 2018 van ", "geldig vanaf "):
        assert len(list(words.said(shape * (size // len(shape)), True))) <= size


def test_words_of_another_edition_are_not_to_be_changed_there(tmp_path: Path) -> None:
    new = '---\nversion: "1.3"\nstatus: concept\n---\n\n{!docs/proef/1.2/index.md!}\n'
    article = "{!docs/proef/1.2/artikel-01.md!}\n"
    repository = read(tmp_path, "Versie 1.2", more={"1.3/index.md": new, "1.3/artikel-01.md": article})
    (hint,) = [finding.hint for finding in check(repository) if finding.rule == "own-version"]
    assert "docs/proef/1.3 in place of the line that takes them over" in hint
    (hint,) = [finding.hint for finding in check(read(tmp_path / "b", "Versie 1.1")) if finding.rule == "own-version"]
    assert hint.startswith("write what the edition has;") and hint.endswith("if another document is meant, name it")
