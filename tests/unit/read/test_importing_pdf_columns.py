"""Two columns of a PDF: what is of one, of the other and of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.read.importing.document import Document
from clausule.read.importing.pdf.columns import in_order
from clausule.read.importing.pdf.lines import Cell, Piece, pieces_of
from clausule.read.importing.pdf.page import Page, Word
from pdf_pages import LEFT, LONG, STEP, page_of, read, shown, tables, text_page, words_of

TEXT = [f"{word} {LONG}" for word in ("Eerst", "Dan", "Daarna", "Laatst")]
COLUMNS = [*text_page(*TEXT[:2], at=140, wide=40), *text_page(*TEXT[2:], at=140, left=290, wide=40)]


def page_below(title: list[Word]) -> Page:
    """A page of two columns below a title of large letters."""
    text = [replace(word, order=word.order + len(title)) for word in page_of(*COLUMNS).words]
    return Page(595, 842, (*title, *text))


def test_two_columns_are_read_one_after_the_other_between_what_lies_across() -> None:
    text = [f"{word} {LONG}" for word in ("Eerst", "Dan", "Daarna", "Laatst")]
    across = (
        LEFT,
        60.0,
        "Voorwaarden van de firma, die over beide kolommen staan en dus eerst worden gelezen, en meer",
    )
    left = text_page(*text[:2], at=100, wide=40)
    right = text_page(*text[2:], at=100, left=320, wide=40)
    middle = (LEFT, 400.0, "Nog een regel die over beide kolommen staat en tussen die erboven en die eronder hoort")
    below = [*text_page(f"Slot {LONG}", at=430, wide=40), *text_page(f"Einde {LONG}", at=430, left=320, wide=40)]
    document = read(page_of(across, *left, *right, middle, *below))
    assert shown(document) == [across[2], *text, middle[2], f"Slot {LONG}", f"Einde {LONG}"]


def test_the_white_space_behind_numbers_that_hang_parts_no_columns() -> None:
    def numbered(left: float, first: int, *, high: int) -> list[tuple[float, float, str]]:
        lines = text_page(*[LONG] * high, left=left + 36, wide=32)
        every = [at for at in range(len(lines)) if at % (len(lines) // high) == 0]
        return [*lines, *((left, lines[at][1], f"{first}.{n}") for n, at in enumerate(every, 1))]

    document = read(page_of(*numbered(LEFT, 1, high=2), *numbered(300, 2, high=5)))
    assert shown(document) == [*(f"1.{n} {LONG}" for n in (1, 2)), *(f"2.{n} {LONG}" for n in (1, 2, 3, 4, 5))]


def test_the_short_last_line_of_what_lies_across_is_of_no_column() -> None:
    across = text_page(LONG, at=60)
    text = [f"{word} {LONG}" for word in ("Eerst", "Dan", "Daarna", "Laatst")]
    columns = [*text_page(*text[:2], at=140, wide=40), *text_page(*text[2:], at=140, left=320, wide=40)]
    assert shown(read(page_of(*across, *columns))) == [LONG, *text]


def test_what_sticks_out_of_the_last_column_does_not_make_it_wider() -> None:
    text = [f"{word} {LONG}" for word in ("Eerst", "Dan", "Daarna", "Laatst")]
    left = text_page(*text[:2], at=100, wide=40)
    right = text_page(*text[2:], at=100, left=320, wide=40)
    stuck = [(320.0, 400.0 + 20 * at, f"Begrip{at}") for at in range(3)]
    stuck += [(500.0, 400.0 + 20 * at, f"wat begrip {at} betekent, verder dan het blad") for at in range(3)]
    document = read(page_of(*left, *right, *stuck))
    assert shown(document) == text and len(tables(document)[0]) == 3


@pytest.mark.parametrize(
    ("beside", "order"),
    [
        (LONG, ["Eerst", "Verwerker", "Onder", "Dan", "Daarna"]),
        ("", ["Eerst", "Dan", "Verwerker", "Onder", "Daarna"]),
    ],
)
def test_a_table_that_a_word_sticks_out_of_is_of_its_column_where_words_stand_beside_it(
    beside: str, order: list[str]
) -> None:
    """With nothing beside it, it lies across both columns."""
    text = [*text_page(f"Eerst {LONG}", wide=40), *text_page(f"Onder {LONG}", at=300, wide=40)]
    text += text_page(f"Dan {LONG} {beside}".strip(), left=310, wide=40)
    text += text_page(f"Daarna {LONG}", at=300, left=310, wide=40)
    words = [words_of(LEFT + 5, 260, "Verwerker"), words_of(175, 260, "Verwerkingsverantwoordelijke")]
    cells = tuple(Cell(((Piece(tuple(one)),),), 250) for one in words)
    table = Piece(tuple(word for one in words for word in one), (cells,))
    assert table.x1 > 310  # where the right column begins
    read_as = [line.text.split(" ")[0] for line in in_order([[*pieces_of(page_of(*text)), table]])]
    assert [word for word in read_as if word in order] == order


@pytest.mark.parametrize(
    ("head", "below", "becomes"),
    [
        ("verwerkersovereenkomstregisterbeheerders", "vereniging geldt.", "{head}vereniging geldt."),
        ("verwerkersovereenkomstregisterbeheerders", "geldt.", "{head} geldt."),
        ("verwerkersovereenkomst", "vereniging geldt.", "{head} vereniging geldt."),
    ],
)
def test_a_word_wider_than_its_column_goes_on_without_a_hyphen(head: str, below: str, becomes: str) -> None:
    across = (LEFT, 60.0, f"De {head}vereniging staat hier in een regel over beide kolommen, met meer")
    left = [*text_page(f"Eerst {LONG}", at=100, wide=40), (LEFT, 240.0, head), (LEFT, 240 + STEP, below)]
    right = text_page(f"Dan {LONG}", f"Laatst {LONG}", at=100, left=320, wide=40)
    document = read(page_of(across, *left, *right))
    assert becomes.format(head=head) in " ".join(shown(document))


def test_a_column_goes_on_in_the_next_one_and_on_a_page_with_few_lines() -> None:
    lines = text_page(f"1.1 {LONG} {LONG.lower()}", f"1.2 {LONG}", LONG, at=100, wide=40)
    where = [(LEFT, 0), (320.0, 1)]
    half = len(lines) // 2 - 1
    placed = [
        (where[at // half][0], 100 + STEP * (at % half), text) for at, (_, _, text) in enumerate(lines[: 2 * half])
    ]
    rest = [(LEFT, 100 + STEP * at, text) for at, (_, _, text) in enumerate(lines[2 * half :])]
    document = read(page_of(*placed), page_of(*rest))
    assert " ".join(shown(document)) == f"1.1 {LONG} {LONG.lower()} 1.2 {LONG} {LONG}"
    assert shown(document)[1] == f"1.2 {LONG}"


def test_a_table_stands_beside_words_of_the_other_column_by_all_its_height() -> None:
    """The table at the left sticks out of its column; beside its rows stand the last rows of one at the right."""
    text = [*text_page(f"Eerst {LONG}", wide=40), *text_page(f"Onder {LONG}", at=300, wide=40)]
    text += [*text_page(f"Dan {LONG}", left=310, wide=40), *text_page(f"Daarna {LONG}", at=300, left=310, wide=40)]
    left = [words_of(LEFT + 5, 260, "Naam"), words_of(175, 260, "Verwerkingsverantwoordelijke")]
    right = [words_of(315, 220, "Plaats"), words_of(315, 280, "Datum")]
    pieces = [
        Piece(tuple(word for one in words for word in one), ((Cell((), 250), Cell((), 250)),))
        for words in (left, right)
    ]
    read_as = [line.text.split(" ")[0] for line in in_order([[*pieces_of(page_of(*text)), *pieces]])]
    order = ["Eerst", "Naam", "Onder", "Dan", "Plaats", "Daarna"]
    assert [one for one in read_as if one in order] == order


def test_white_space_behind_numbers_is_no_gutter_where_a_title_ends_in_it() -> None:
    """The title ends at 330, in the white space behind the numbers of the right column, which has no other lines."""
    title = words_of(LEFT, 60, "V" * 26, size=20)
    right = text_page(LONG, LONG, LONG, at=100, left=335, wide=38)
    numbers = [(312.0, y, f"1.{at}") for at, (_, y, _) in enumerate(right[::6], 1)]
    left = text_page(LONG, LONG, LONG, at=100, wide=40)
    page = page_of(*left, *right, *numbers)
    document = read(replace(page, words=(*title, *page.words)))
    assert shown(document)[1:4] == [LONG] * 3


def test_a_second_column_that_is_wider_than_the_first_ends_where_its_own_lines_do() -> None:
    left = text_page(LONG, LONG, at=100, wide=30)
    right = text_page(f"1.1 {LONG}", f"1.2 {LONG}", LONG, at=100, left=260, wide=50)
    assert shown(read(page_of(*left, *right))) == [LONG, LONG, f"1.1 {LONG}", f"1.2 {LONG}", LONG]
    lines = in_order([pieces_of(page_of(*left, *right))])
    assert {line.right for line in lines if line.column == 2} == {max(line.x1 for line in lines)}


@pytest.mark.parametrize(("wide", "column"), [(40, 1), (25, 0)])
def test_a_page_with_text_in_the_first_column_alone_is_in_columns_though_a_table_lies_across(
    wide: int, column: int
) -> None:
    """Its lines end where the column does; those of a page without columns that are short do not."""
    both = pieces_of(page_of(*text_page(LONG, LONG, wide=40), *text_page(LONG, LONG, left=310, wide=40)))
    words = [words_of(LEFT + 5, 500, "Verwerker"), words_of(300, 500, "Verwerkingsverantwoordelijke")]
    table = Piece(tuple(word for one in words for word in one), ((Cell((), 250), Cell((), 450)),))
    last = [*pieces_of(page_of(*text_page(LONG, LONG, wide=wide))), table]
    lines = [line for line in in_order([both, last]) if line.page == 2]
    assert [line.column for line in lines] == [column] * (len(lines) - 1) + [0]
    assert lines[-1].pieces == (table,)


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


def two_lines(above: str, below: str, *, gap: float = 0, elsewhere: str = "", bold: str = "") -> Document:
    """A page with two lines of one paragraph, of which the first ends ``gap`` before its column does."""
    first = words_of(LEFT, 100, above, bold=bool(bold))
    page = page_of((LEFT, 114.0, f"{bold}{below}"), (LEFT, 180.0, elsewhere or "Niets."))
    wide = replace(words_of(LEFT, 200, "x")[0], x1=first[-1].x1 + gap, order=40)
    return read(replace(page, words=(*first, *page.words, wide)))


@pytest.mark.parametrize(
    ("gap", "elsewhere", "becomes"),
    [
        (9, "Aansprakelijkheid geldt.", "De verwerker draagt aansprakelijkheid voor zijn werk."),
        (11, "Aansprakelijkheid geldt.", "De verwerker draagt aansprakelij kheid voor zijn werk."),
        (9, "De aansprakelij aansprakelijkheid", "De verwerker draagt aansprakelij kheid voor zijn werk."),
        (9, "De kheid, aansprakelijkheid.", "De verwerker draagt aansprakelij kheid voor zijn werk."),
        (9, "Niets.", "De verwerker draagt aansprakelij kheid voor zijn werk."),
    ],
)
def test_a_word_that_its_line_is_too_narrow_for_is_the_one_that_stands_elsewhere(
    gap: float, elsewhere: str, becomes: str
) -> None:
    document = two_lines("De verwerker draagt aansprakelij", "kheid voor zijn werk.", gap=gap, elsewhere=elsewhere)
    assert shown(document)[0] == becomes
    assert [one.words for one in document.doubts] == ["aansprakelijkheid"] * ("lijkheid" in becomes)


def test_in_a_heading_the_rest_of_a_word_may_be_a_word() -> None:
    document = two_lines(
        "Over de gevolgen van zware inciden", "ten", gap=9, bold="!", elsewhere="De incidenten: ten minste."
    )
    assert shown(document)[0] == "Over de gevolgen van zware incidenten"


@pytest.mark.parametrize(("gap", "bold", "doubts"), [(2, "!", 1), (4, "!", 0), (2, "", 0)])
def test_a_full_line_of_a_heading_may_end_within_a_word(gap: float, bold: str, doubts: int) -> None:
    document = two_lines("Over onze aansprakelij", "kheid", gap=gap, bold=bold)
    assert [one.words for one in document.doubts] == ["aansprakelij kheid"] * doubts


@pytest.mark.parametrize(
    ("above", "ends", "parts"), [("regel die vol is", 0, 1), ("regel die om is.", 0, 2), ("regel die vol is", 3, 2)]
)
def test_two_words_spread_over_a_column_are_one_line_below_a_full_one(above: str, ends: float, parts: int) -> None:
    first = words_of(LEFT, 100, above)
    right = first[-1].x1
    last = words_of(0, 114, "is", order=9)[0]
    pair = [*words_of(LEFT, 114, "het", order=8), replace(last, x0=right - 10 - ends, x1=right - ends)]
    (_, line) = in_order([pieces_of(Page(595, 842, (*first, *pair)))])
    assert len(line.pieces) == parts
