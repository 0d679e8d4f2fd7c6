"""A PDF is judged by the words that its pages show: whole, or where it differs, and never by what is in it besides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clausule.analysis.references import Notes
from clausule.formats.bilingual_pdf import Side, bilingual_pdf
from clausule.formats.edition_json import edition_json
from clausule.formats.jsonfile import as_json
from clausule.formats.pdf import FORMAT, _data
from clausule.formats.typesetting import typeset
from clausule.model.editions import Agreement, Edition
from clausule.proof.file import Unreadable, Verdict, judge
from clausule.proof.pdf_file import only_spaces
from clausule.read import read_repository
from clausule.read.house import House
from unit.formats.test_flow import ANNEX, ARTICLE, INDEX, written

HOUSE = House(address="https://x.example/")
LONG = ARTICLE.replace("2.1 Klant", "2.1 De Klant met een niet-inhoudelijke vraag")


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory) -> tuple[Agreement, ...]:
    files = {"index": INDEX, "artikel_02": LONG, "bijlage_1": ANNEX}
    return read_repository(written(tmp_path_factory.mktemp("sources"), files)).agreements


def edition(agreements: tuple[Agreement, ...]) -> Edition:
    return agreements[0].editions[0]


def other(agreements: tuple[Agreement, ...], change: Callable[[dict[str, Any]], object]) -> Verdict:
    """The verdict on a PDF whose pages were changed, with the very data of the edition attached."""
    notes = Notes(edition(agreements))
    data = _data(agreements[0], edition(agreements), notes, HOUSE)
    change(data)
    attached = as_json(edition_json(agreements[0], edition(agreements), notes, status="in force"))
    return judge(typeset("edition", data, attached), agreements)


def test_a_file_as_it_was_made_is_whole(agreements: tuple[Agreement, ...]) -> None:
    made = FORMAT.make(agreements[0], edition(agreements), Notes(edition(agreements)), "in force", HOUSE)
    verdict = judge(made, agreements)
    assert verdict.differences == () and verdict.is_whole
    assert verdict.words == "proef/1.0: the whole text, unaltered; this edition is not frozen, and may change"


def test_another_word_is_told_by_its_clause(agreements: tuple[Agreement, ...]) -> None:
    def change(data: dict[str, Any]) -> None:
        clauses = next(block for block in data["parts"][0]["blocks"] if block.get("of") == "clause")
        runs = clauses["entries"][0]["blocks"][0]["runs"]
        assert "De Klant met een" in runs[0]
        runs[0] = runs[0].replace("met een", "zonder")

    verdict = other(agreements, change)
    assert verdict.differences == (("proef/1.0 artikel-2.1", "met een", "zonder"),)
    assert not verdict.is_whole and "not as it is published" in verdict.words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data["cover"].update(facts=[("Vingerafdruk", "0" * 64)]), "0" * 12),
        (lambda data: data["cover"].update(status="Niet meer bindend"), "bindend"),
        (lambda data: data["head"].update(right="Vervallen sinds gisteren"), "Vervallen sinds gisteren"),
        (lambda data: data.update(foot="Artikel 2 geldt niet"), "Artikel 2 geldt niet"),
        (lambda data: data["words"].update(contents="Inhoud die niet bindt"), "bindt"),
    ],
)
def test_words_beside_the_text_that_do_not_tell_which_edition_it_is(
    agreements: tuple[Agreement, ...], change: Callable[[dict[str, Any]], object], said: str
) -> None:
    verdict = other(agreements, change)
    assert not verdict.is_whole and any(said in found for _, _, found in verdict.differences), verdict.differences


def test_a_space_beside_a_sign_is_a_matter_of_drawing() -> None:
    assert only_spaces("NEE,", "NEE ,") and only_spaces("JA /NEE", "JA / NEE")
    assert not only_spaces("dezelfde", "de zelfde") and not only_spaces("1.5", "15")


def test_what_cannot_be_read_is_one_sentence(agreements: tuple[Agreement, ...]) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        judge(b"%PDF-1.7", agreements)


def test_two_languages_side_by_side_are_not_judged_as_one_text(agreements: tuple[Agreement, ...]) -> None:
    side = Side(agreements[0], edition(agreements), Notes(edition(agreements)))
    both = bilingual_pdf(side, side, is_original=False, prevails="nl", house=HOUSE)
    with pytest.raises(Unreadable, match=r"it shows two languages side by side\. Take the PDF of each language"):
        judge(both, agreements)
