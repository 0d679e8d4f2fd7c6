"""A text that was taken from pages: broken words become whole, what pages repeat goes, and what moved is a doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.language.nl import grammar
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.wrapped import Whole, whole


def mended(text: str) -> Whole:
    return whole(raw_lines(text, markdown=False), grammar)


def shown(text: str) -> list[str]:
    return [line.text for line in mended(text).lines]


def doubts(text: str) -> list[tuple[int, str]]:
    return [(one.number, one.words) for one in mended(text).doubts]


def test_a_word_that_is_broken_at_the_end_of_a_line_becomes_whole_on_it() -> None:
    text = "De overeen-\nkomst geldt.\nEen overeenkomst is een overeenkomst."
    assert shown(text) == ["De overeenkomst", "geldt.", "Een overeenkomst is een overeenkomst."]
    assert doubts(text) == []


def test_it_is_looked_for_behind_a_blank_line_and_a_line_of_its_own_goes_with_it() -> None:
    text = "Met een begin van de overeen- \n\nkomst\nen meer."
    assert [line for line in shown(text) if line] == ["Met een begin van de overeenkomst", "en meer."]
    (doubt,) = mended(text).doubts
    assert (doubt.number, doubt.said) == (1, "a line end may hide a hyphen or a blank: overeenkomst")


def test_a_hyphen_that_is_of_the_word_or_of_two_words_stays() -> None:
    assert shown("De wet-\nen regelgeving.") == ["De wet-", "en regelgeving."]
    assert shown("Een sub-\nverwerker.\nDe sub-verwerker.") == ["Een sub-verwerker.", "De sub-verwerker."]
    assert shown("Kort -\nen bondig.") == ["Kort -", "en bondig."]


def test_what_stands_alone_and_comes_again_is_a_running_head() -> None:
    foot = "Voorwaarden van de firma, versie 7"
    page = f"\n\n{foot}\n\n" + "Tekst van de bladzijde.\n" * 14
    found = mended(page * 3)
    assert [one.words for one in found.dropped] == [foot]
    assert foot not in [line.words for line in found.lines]
    assert not mended(page * 2).dropped
    assert not mended(page.replace("7", "") * 3).dropped
    assert not mended(f"\n\n{foot}\n\n" * 3).dropped


def test_each_place_where_something_moved_is_a_doubt_with_its_line() -> None:
    text = """5.2 De verplich-tingen gelden. De verplichtingen blijven.
4.4 Voor de lijst, als bedoeld in artikel
1.2 van de wet.
5.3 Met basis van \u0638

c.

Een teken als\ufffd
Een zin.

van de andere verwerker.
"""
    assert doubts(text) == [
        (1, "verplich-tingen is written verplichtingen elsewhere"),
        (2, "4.4 stands behind 5.2"),
        (4, "a sign that is no word: \u0638"),
        (6, "'c.' stands without its words"),
        (8, "a sign that could not be read: Een teken als\ufffd"),
        (11, "this begins within a sentence: van de andere verwerker."),
    ]


def test_a_time_at_the_begin_of_a_line_is_no_number_of_a_clause() -> None:
    assert doubts("1.3 De klant zorgt voor:\nc) toegang vanaf\n7.30 uur.\n\n2.1 De prijs.") == []
    assert doubts("1.3 De klant zorgt voor:\nc) toegang vanaf\n7.30 Anders.\n\n2.1 De prijs.") != []


def test_what_is_as_it_should_be_is_no_doubt() -> None:
    text = "1.1 Een sub-verwerker en een e-mail.\n\na. eerst\nb. dan\n\n2.1 Slot. Naïef café.\n\nBijlage 1\n\n1.1 Anew."
    assert doubts(text) == []


@given(st.lists(st.text(st.sampled_from("ab -\n.1"), max_size=12), max_size=8))
def test_no_letter_is_lost_or_moved(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    kept = "".join(line.text for line in mended(text).lines)
    assert [one for one in kept if one.isalnum()] == [one for one in text if one.isalnum()]


PAGES = ["Zij duurt een jaar." + "\n" * 14, "Zij eindigt dan." + "\n" * 14, "Dit is alles." + "\n" * 14]


@pytest.mark.parametrize("foot", ["{}", "pagina {} van 3", "- {} -"])
def test_numbers_that_count_the_pages_are_no_words_of_them(foot: str) -> None:
    text = "\n\n".join(f"{page}{foot.format(at)}\n\nFirma en klant\n" for at, page in enumerate(PAGES, 1))
    found = whole(raw_lines(text, markdown=False), grammar)
    assert [line.words for line in found.lines if line.words] == [page.strip() for page in PAGES]
    assert {one.words for one in found.dropped} == {*(foot.format(at) for at in (1, 2, 3)), "Firma en klant"}


@pytest.mark.parametrize("numbers", ["12", "124", "111"])
def test_other_numbers_that_stand_alone_are_words(numbers: str) -> None:
    text = "\n\n".join(f"{page}{number}\n\nFirma\n" for number, page in zip(numbers, PAGES, strict=False))
    assert not whole(raw_lines(text, markdown=False), grammar).dropped
    near = "\n\n".join("123")
    assert not whole(raw_lines(near, markdown=False), grammar).dropped


def test_lines_at_the_edges_of_pages_that_a_text_parts_are_those_that_most_have() -> None:
    text = "\n\f".join(f"Firma, {at}e druk\n{page.strip()}\n\n2.\nblad {at}/3" for at, page in enumerate(PAGES, 1))
    found = whole(raw_lines(text, markdown=False), grammar)
    assert [line.words for line in found.lines if line.words] == [row for page in PAGES for row in (page.strip(), "2.")]
    two = whole(raw_lines("\n\f".join("Firma\nEen jaar." for _ in range(2)), markdown=False), grammar)
    assert not two.dropped


def test_numbers_of_articles_and_clauses_count_no_pages() -> None:
    for mark in ("{}.", "{}.1", "{}.1."):
        text = "\n\n".join(f"{mark.format(at)}\n\n{page}" for at, page in enumerate(PAGES, 1))
        assert not whole(raw_lines(text, markdown=False), grammar).dropped


def test_a_head_stands_right_below_the_number_of_the_page_above_it() -> None:
    words = ("een", "twee", "drie")
    pages = ["\n".join([f"De klant betaalt {word} euro."] * 12) for word in words]
    text = "\n".join(f"De firma en de klant, versie 2\n\n{page}\n\nblz. {at} van 3" for at, page in enumerate(pages, 1))
    found = whole(raw_lines(text, markdown=False), grammar)
    assert [one.words for one in found.dropped] == [
        "De firma en de klant, versie 2",
        "blz. 1 van 3",
        "blz. 2 van 3",
        "blz. 3 van 3",
    ]


def test_numbers_that_say_of_how_many_pages_stand_where_they_will() -> None:
    text = "Een jaar.\n\nblz. 1/4\n\nMeer.\n\nblz. 2/4\n\nSlot.\nblz. 3/4\nVan dit.\n\nblz. 4/4"
    found = whole(raw_lines(text, markdown=False), grammar)
    assert [one.words for one in found.dropped] == ["blz. 1/4", "blz. 2/4", "blz. 4/4"]
    other = whole(raw_lines(text.replace("1/4", "2/4"), markdown=False), grammar)
    assert not other.dropped
