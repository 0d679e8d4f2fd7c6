from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from clausule.analysis.references import Notes
from clausule.formats.flow import Grid, Heading, Line, Meaning, flow_of
from clausule.formats.word_redline import word_comparison
from clausule.formats.wordfile import word_edition
from clausule.model.canonical import canonical
from clausule.model.editions import Agreement, Edition, successive
from clausule.read.house import House
from clausule.read.importing.word import read_word
from session import read_home
from word_changes import W, accepted, body_of, refused, revisions

ROOT = Path(__file__).parents[3]
AGREEMENTS = read_home().agreements
EDITIONS = [(agreement, edition) for agreement in AGREEMENTS for edition in agreement.editions]
PAIRS = [
    (agreement, agreement.editions[old], agreement.editions[new])
    for agreement in AGREEMENTS
    for old, new in successive(agreement.editions)
]
HOUSE = House(address="https://firma.example/", colour="#1d4f6e")


def made(agreement: Agreement, edition: Edition) -> bytes:
    return word_edition(agreement, edition, Notes(edition), "in force", HOUSE)


def part(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return fromstring(archive.read(name))


def shown(agreement: Agreement, edition: Edition) -> list[str]:
    """The lines of an edition as a reader sees them, with their numbers."""
    lines = [edition.heading.plain] if edition.heading else []
    for block in flow_of(agreement, edition, Notes(edition)):
        match block:
            case Heading():
                lines.append(block.words)
            case Line():
                lines.append(f"{block.mark} {''.join(run.words for run in block.runs)}")
            case Meaning():
                lines += [block.term, "".join(run.words for run in block.runs)]
            case Grid():
                rows = [block.header, *block.rows]
                lines += ["|".join("".join(run.words for run in cell) for cell in row) for row in rows if any(row)]
            case _:
                pass
    return [canonical(line) for line in lines]


@pytest.mark.parametrize("agreement, edition", EDITIONS, ids=lambda one: getattr(one, "name", ""))
def test_a_file_shows_every_word_of_its_edition_with_the_numbers_that_word_counts(
    agreement: Agreement, edition: Edition
) -> None:
    document = read_word(made(agreement, edition), "a.docx")  # counts as Word does, and is no part of what writes
    found: list[str] = []
    for block in document.blocks:
        if hasattr(block, "rows"):
            found += ["|".join(" ".join(one.words for one in cell) for cell in row) for row in block.rows]
        else:
            found.append(block.words)
    wanted = shown(agreement, edition)
    assert [canonical(line) for line in found if line] == [line for line in wanted if line]


def test_numbers_are_counted_by_word_wherever_it_counts_what_is_written() -> None:
    agreement, edition = next(both for both in EDITIONS if both[1].name == "mickcom/1.5")
    counted = [one for one in body_of(made(agreement, edition)) if one.find(f"{W}pPr/{W}numPr") is not None]
    marked = [block for block in flow_of(agreement, edition, Notes(edition)) if getattr(block, "mark", "")]
    assert len(counted) == len(marked) == 139


def test_one_that_is_written_otherwise_is_typed() -> None:
    agreement, edition = next(both for both in EDITIONS if both[1].agreement == "123meekijken")
    typed = [one for one in accepted(body_of(made(agreement, edition))) if one.startswith("2.3.\t")]
    assert len(typed) == 1  # the one clause with a closing point


def test_a_reference_to_a_number_that_word_counts_is_a_field_that_asks_for_it() -> None:
    agreement, edition = next(both for both in EDITIONS if both[1].name == "mickcom/1.5")
    body = body_of(made(agreement, edition))
    (asks,) = [one.text or "" for one in body.iter(f"{W}instrText")]
    name = asks.split()[1]
    assert asks.split() == ["REF", name, r"\n", r"\h"]
    (there,) = [one for one in body if one.find(f"{W}bookmarkStart[@{W}name='{name}']") is not None]
    assert accepted([there])[0].startswith("Indien een Partij tekortschiet")  # type: ignore[arg-type]
    assert any("genoemde beperkingen in artikel 11.1" in line for line in accepted(body))


def test_what_one_signs_stays_on_one_page_and_an_annex_begins_one() -> None:
    body = body_of(made(*next(both for both in EDITIONS if both[1].name == "voorbeeld/2.0")))
    apart = [one for one in body if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert len(apart) == 4
    signed = [one for one in body.iter(f"{W}tbl") if one.find(f".//{W}keepNext") is not None]
    assert len(signed) == 1 and "handtekening" in "".join(signed[0].itertext())


def test_the_same_edition_gives_the_same_bytes() -> None:
    agreement, edition = EDITIONS[0]
    assert made(agreement, edition) == made(agreement, edition)


def test_a_file_says_what_it_is_and_in_which_language_it_is_checked() -> None:
    agreement, edition = next(both for both in EDITIONS if both[1].name == "mickcom/1.5")
    data = made(agreement, edition)
    core = {one.tag.rpartition("}")[2]: one.text for one in part(data, "docProps/core.xml")}
    assert core["title"] == "Verwerkersovereenkomst dienstverlening Mickcom ICT" and core["version"] == "1.5"
    assert core["identifier"] == f"sha256:{agreement.lock['1.5'].removeprefix('v2-sha256:')}"
    assert core["modified"] == "2018-05-25T00:00:00Z" and core["language"] == "nl"
    languages = {one.get(f"{W}val") for one in part(data, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"nl-NL"}


def test_headings_are_in_the_colour_of_the_firm() -> None:
    styles = part(made(*EDITIONS[0]), "word/styles.xml")
    heading = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == "Heading1")
    assert [one.get(f"{W}val") for one in heading.iter(f"{W}color")] == ["1D4F6E"]


def test_each_page_has_its_number_as_a_field() -> None:
    asks = [one.text for one in part(made(*EDITIONS[0]), "word/footer1.xml").iter(f"{W}instrText")]
    assert asks == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize("agreement, old, new", PAIRS, ids=lambda one: getattr(one, "version", ""))
def test_a_redline_accepted_is_the_new_edition_and_refused_the_old_one(
    agreement: Agreement, old: Edition, new: Edition
) -> None:
    data = word_comparison(agreement, old, new, HOUSE)
    body = body_of(data)
    for found, edition in ((accepted(body), new), (refused(body), old)):
        assert [canonical(line) for line in found] == shown(agreement, edition)
    assert data == word_comparison(agreement, old, new, HOUSE)


def test_a_redline_reads_so_for_the_reader_of_word_files_too() -> None:
    agreement, old, new = next(three for three in PAIRS if three[2].name == "voorbeeld/2.0")
    data = word_comparison(agreement, old, new, HOUSE)
    for tracked, edition in (("accept", new), ("reject", old)):
        words = " ".join(read_word(data, "a.docx", tracked).words)  # type: ignore[arg-type]
        assert canonical(words) == canonical(" ".join(" ".join(shown(agreement, edition)).split("|")))


def test_a_clause_that_moved_is_a_move_and_its_reason_a_comment_on_it() -> None:
    agreement, old, new = next(three for three in PAIRS if three[2].name == "voorbeeld/2.0")
    data = word_comparison(agreement, old, new, HOUSE)
    body = body_of(data)
    assert revisions(body).count("moveFrom") == 4  # two clauses: words and ends
    moved = [one for one in body if one.find(f"{W}moveToRangeStart") is not None]
    numbers = [[mark.get(f"{W}id") for mark in one.iter(f"{W}commentRangeStart")] for one in moved]
    comments = {one.get(f"{W}id"): "".join(one.itertext()) for one in part(data, "word/comments.xml")}
    assert [[comments[number or ""] for number in row] for row in numbers] == [
        ["Verplaatst naar het nieuwe artikel over doorgifte."],
        ["Verplaatst naar artikel 10, bij de meldingen waarvoor de contactpersoon nodig is."],
    ]
    dates = {one.get(f"{W}date") for one in body.iter() if one.get(f"{W}date")}
    authors = {one.get(f"{W}author") for one in body.iter() if one.get(f"{W}author")}
    assert {str(day)[:10] for day in dates} == {"2023-07-01"} and authors == {agreement.publisher}
