"""Two columns of a PDF: what is of one, of the other and of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.read.importing.pdf.lines import pieces_of
from clausule.read.importing.pdf.page import Page, Word
from unit.read.test_importing_pdf import LEFT, LONG, page_of, read, shown, text_page, words_of

TEXT = [f"{word} {LONG}" for word in ("Eerst", "Dan", "Daarna", "Laatst")]
COLUMNS = [*text_page(*TEXT[:2], at=140, wide=40), *text_page(*TEXT[2:], at=140, left=290, wide=40)]


def page_below(title: list[Word]) -> Page:
    """A page of two columns below a title of large letters."""
    text = [replace(word, order=word.order + len(title)) for word in page_of(*COLUMNS).words]
    return Page(595, 842, (*title, *text))


def test_a_title_across_both_whose_words_are_spread_is_one() -> None:
    first = [*words_of(LEFT, 80, "Voorwaarden voor de Firma", size=20), *words_of(400, 80, "en van", size=20, order=4)]
    title = [*first, *words_of(LEFT, 106, "Klant", size=20, order=6)]
    assert shown(read(page_below(title))) == ["Voorwaarden voor de Firma en van Klant", *TEXT]


def test_a_line_of_the_second_column_that_follows_the_title_in_the_file_is_none_of_it() -> None:
    page = page_below(words_of(LEFT, 80, "Voorwaarden voor de Firma", size=20))
    first = [word for word in page.words[4:] if word.x0 < 290]
    order = [*first, *page.words[:4], *(word for word in page.words[4:] if word.x0 >= 290)]
    placed = tuple(replace(word, order=at) for at, word in enumerate(order))
    assert shown(read(replace(page, words=placed))) == ["Voorwaarden voor de Firma", *TEXT]


@pytest.mark.parametrize(("order", "gap", "parts"), [(9, 9, 2), (9, 7, 1), (2, 18, 1), (2, 19, 2)])
def test_words_that_do_not_follow_each_other_in_the_file_are_parted_by_less(order: int, gap: int, parts: int) -> None:
    """A heading of 14 points beside a line of 10, and the same on one line."""
    line = words_of(LEFT, 100, "regel van")
    heading = words_of(line[-1].x1 + gap, 101, "Slot", size=14, order=order)
    assert len(pieces_of(Page(595, 842, (*line, *heading)))) == parts
