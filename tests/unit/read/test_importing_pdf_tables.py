"""Tables of a PDF: by rules, by white space or by what the file says, over pages and columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.read.importing.document import Dropped
from clausule.read.importing.pdf.lines import Piece
from clausule.read.importing.pdf.page import Page, Rule, Tag
from clausule.read.importing.pdf.tables import with_ruled_tables
from pdf_pages import (
    LEFT,
    LONG,
    RIGHT,
    cells_at,
    grid_rules,
    page_of,
    read,
    ruled,
    shown,
    spread,
    tables,
    text_page,
    words_of,
)


def test_a_table_by_its_rules_has_cells_of_more_lines_and_goes_on_on_the_next_page() -> None:
    def rules(*levels: float) -> tuple[Rule, ...]:
        level = [Rule(60, y, 500, y) for y in levels]
        return (*level, *(Rule(x, levels[0], x, levels[-1]) for x in (60, 200, 500)))

    head = ((65.0, 115.0, "!Wie"), (205.0, 115.0, "!Waar"))
    first = page_of(*head, (65, 135, "Papierpret Drukwerk van B.V."), (65, 148, "(fictief)"), (205, 135, "Nederland"),
                    rules=rules(100, 120, 160))  # fmt: skip
    second = page_of(*head, (65, 135, "Rups N.V."), (205, 135, "België"), rules=rules(100, 120, 140))
    document = read(first, second)
    assert tables(document) == [
        [["Wie", "Waar"], ["Papierpret Drukwerk van B.V. (fictief)", "Nederland"], ["Rups N.V.", "België"]]
    ]
    assert document.dropped == [Dropped("repeated heads of a table", "Wie | Waar")]


def test_a_table_without_rules_is_known_by_cells_below_each_other() -> None:
    document = read(
        page_of(
            (LEFT, 100, "Onderwerp"),
            (250, 100, "Maatregel"),
            (LEFT, 120, "Toegang"),
            (250, 120, "rechten met een sleutel en een"),
            (250, 132, "tweede sleutel"),
            (LEFT, 152, "Opslag"),
            (250, 152, "versleuteld"),
            (LEFT, 190, "Dat was het."),
        )
    )
    assert tables(document) == [
        [["Onderwerp", "Maatregel"], ["Toegang", "rechten met een sleutel en een tweede sleutel"],
         ["Opslag", "versleuteld"]]
    ]  # fmt: skip
    assert shown(document) == ["Dat was het."]


def test_a_table_of_which_the_file_says_so_needs_no_rules_and_no_white_space() -> None:
    words = words_of(LEFT, 100, "Wie Waar Rups België")
    places = [(0, 0), (0, 1), (1, 0), (1, 1)]
    shown_at = [(LEFT, 100.0), (90.0, 100.0), (LEFT, 112.0), (95.0, 112.0)]
    cells = [
        replace(word, x0=x, x1=x + 15, y=y, tag=Tag(at, "TD", 0, row, 2 * row + cell))
        for at, (word, (row, cell), (x, y)) in enumerate(zip(words, places, shown_at, strict=True))
    ]
    assert tables(read(Page(595, 842, tuple(cells)))) == [[["Wie", "Waar"], ["Rups", "België"]]]


def test_a_row_of_a_table_at_the_foot_of_a_page_goes_on_on_the_next() -> None:
    above = tuple(replace(word, tag=Tag(9, "P")) for word in words_of(LEFT, 80, "Boven de tabel"))
    head = cells_at((LEFT, 700, "Wie", 0, 0), (82, 700, "Waar", 0, 1), begin=3)
    rest = cells_at((LEFT, 80, "Rups", 0, 0), (95, 80, "Tilburg", 0, 1))
    document = read(Page(595, 842, (*above, *head)), Page(595, 842, rest))
    assert tables(document) == [[["Wie", "Waar"], ["Rups", "Tilburg"]]]


def test_a_head_that_is_repeated_among_rules_takes_in_no_row_of_a_table_that_the_file_tells() -> None:
    rules = grid_rules([LEFT, 180, 300], [60, 90, 120])
    above = cells_at(
        (LEFT + 2, 72, "Wie", 0, 0), (182, 72, "Waar", 0, 1), (LEFT + 2, 102, "Mier", 1, 2), (182, 102, "Breda", 1, 3)
    )
    head = (*words_of(LEFT + 2, 72, "Wie", order=8), *words_of(182, 72, "Waar", order=9))
    rest = cells_at((LEFT + 2, 102, "Rups", 0, 0), (182, 102, "Tilburg", 0, 1))
    document = read(Page(595, 842, above, rules), Page(595, 842, (*head, *rest), rules))
    (table,) = tables(document)
    assert [table[1], table[-1]] == [["Mier", "Breda"], ["Rups", "Tilburg"]]


def test_a_row_in_the_midst_of_a_page_is_no_table() -> None:
    head = cells_at((LEFT, 300, "Wie", 0, 0), (200, 300, "Waar", 0, 1), begin=3)
    around = [replace(word, tag=Tag(9, "P")) for word in words_of(LEFT, 80, "Erboven een regel")]
    around += [replace(word, tag=Tag(10, "P")) for word in words_of(LEFT, 500, "Eronder", order=9)]
    assert not tables(read(Page(595, 842, (*around, *head))))


def test_a_row_that_goes_on_in_the_next_column_is_one() -> None:
    words = cells_at(
        (LEFT, 660, "Rups", 0, 0),
        (200, 660, "Tilburg", 0, 1),
        (LEFT, 700, "Mierenvereniging", 1, 2),
        (LEFT + 250, 100, "Nederland-Zuid", 1, 2),
        (200, 700, "Breda", 1, 3),
    )
    assert tables(read(Page(595, 842, words))) == [[["Rups", "Tilburg"], ["Mierenvereniging Nederland-Zuid", "Breda"]]]


def test_a_word_wider_than_its_cell_is_of_the_cell_in_which_it_begins() -> None:
    """'Verwerkingsverantwoordelijke' is 140 wide: it passes the rule before 'Doel', and the last rule of the table."""
    page = ruled(
        [LEFT, 150, 250],
        [200, 220, 240, 260],
        (LEFT + 5, 213, "Verwerkingsverantwoordelijke"),
        (155, 213, "Doel"),
        (LEFT + 5, 233, "Klant"),
        (155, 233, "Verwerkingsverantwoordelijke"),
        (LEFT + 5, 253, "Naam"),
        (155, 253, "Plaats: .................."),
    )
    assert tables(read(page)) == [
        [
            ["Verwerkingsverantwoordelijke", "Doel"],
            ["Klant", "Verwerkingsverantwoordelijke"],
            ["Naam", "Plaats: .................."],
        ]
    ]


@pytest.mark.parametrize(
    ("rest", "rows"),
    [
        (("", "contacten bijhouden"), [["relaties", "klanten en contacten bijhouden"], ["log", "fouten"]]),
        (("contact", "houden"), [["relaties", "klanten en"], ["contact", "houden"], ["log", "fouten"]]),
    ],
)
def test_a_row_that_a_page_breaks_goes_on_on_the_next_where_a_cell_of_the_rest_is_empty(
    rest: tuple[str, str], rows: list[list[str]]
) -> None:
    above = ruled([LEFT, 150, 250], [700, 720], (LEFT + 5, 713, "relaties"), (155, 713, "klanten en"))
    cells = [(LEFT + 5, 113.0, rest[0]), (155.0, 113.0, rest[1]), (LEFT + 5, 133.0, "log"), (155.0, 133.0, "fouten")]
    below = page_of(*(cell for cell in cells if cell[2]), rules=grid_rules([LEFT, 150, 250], [100, 120, 140]))
    document = read(above, below)
    assert tables(document) == [rows]
    said = [(document.places[one.number], one.words) for one in document.doubts]
    assert said == (
        [] if rest[0] else [("page 2, line 1", "a row of a table that goes on here:  | contacten bijhouden")]
    )


def test_a_word_that_a_page_breaks_within_a_cell_is_one_and_an_ended_sentence_begins_another_paragraph() -> None:
    xs = [LEFT, 150, 250]
    above = ruled(xs, [700, 720], (LEFT + 5, 713, "Het doel."), (155, 713, "het finan~"))
    below = page_of((LEFT + 5, 113.0, "Nog een"), (155.0, 113.0, "ciele jaar"), rules=grid_rules(xs, [100, 120]))
    assert tables(read(above, below)) == [[["Het doel. / Nog een", "het financiele jaar"]]]


def test_columns_in_which_other_rows_have_nothing_too_say_of_no_row_that_it_goes_on() -> None:
    xs = [LEFT, 150, 250]
    above = ruled(xs, [680, 700, 720], (LEFT + 5, 693, "Naam"), (LEFT + 5, 713, "Plaats"), (155, 713, "Tilburg"))
    below = page_of((LEFT + 5, 113.0, "Datum"), rules=grid_rules(xs, [100, 120]))
    document = read(above, below)
    assert tables(document) == [[["Naam", ""], ["Plaats", "Tilburg"], ["Datum", ""]]]
    assert not document.doubts


def test_rules_with_words_in_one_column_alone_are_a_table_only_where_another_has_these_columns() -> None:
    page = page_of((LEFT + 5, 113.0, "Datum"), rules=grid_rules([LEFT, 150, 250], [100, 120]))
    for wide, found in ((250, [[["Plaats", "Tilburg"], ["Datum", ""]]]), (260, [[["Plaats", "Tilburg"]]])):
        above = ruled([LEFT, 150, wide], [700, 720], (LEFT + 5, 713, "Plaats"), (155, 713, "Tilburg"))
        assert tables(read(above, page)) == found


@pytest.mark.parametrize("bold", [True, False])
def test_a_head_goes_on_in_the_next_column_only_in_bold(bold: bool) -> None:
    sign = "!" if bold else ""
    xs = [LEFT, 150, 250]
    above = ruled(xs, [700, 720], (LEFT + 5, 713, "!Soort"), (155, 713, "!Categorie van"))
    below = page_of((155.0, 113.0, f"{sign}betrokkenen"), rules=grid_rules(xs, [100, 120]))
    assert len(tables(read(above, below))[0]) == (1 if bold else 2)


@pytest.mark.parametrize(("gaps", "end"), [((20, 20), 0), ((20, 24), 0), ((20, 20), -40)])
def test_lines_whose_words_are_spread_over_the_column_are_no_table(gaps: tuple[float, float], end: float) -> None:
    """A table has other white space between its cells than within them, or ends before its column does."""
    words = list(page_of(*text_page(LONG)).words)
    for row in range(2):
        first, second = spread(RIGHT - 170 + end, 200 + 14 * row, "regel regel", gaps[0], 100 + 10 * row)
        third = replace(words_of(second.x1 + gaps[1], second.y, "re" * 9, order=102 + 10 * row)[0])
        words += [first, second, third]
    document = read(Page(595, 842, tuple(words)))
    assert bool(tables(document)) is (gaps[0] != gaps[1] or end < 0)


def test_a_word_as_wide_as_its_cell_is_no_doubt() -> None:
    cells = [(LEFT + 5.0, 113.0, "klanten"), (LEFT + 5.0, 127.0, "en meer"), (155.0, 113.0, "Tilburg")]
    assert not read(page_of(*cells, rules=grid_rules([LEFT, 115, 250], [100, 140]))).doubts


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        (("naam en adres", "tot de klant"), ("telefoonnummer", "hem vergeet"), True),
        (("naam en adres", "tot de klant"), ("Telefoonnummer", "hem vergeet"), False),
        (("naam en adres.", "tot de klant"), ("telefoonnummer", "hem vergeet"), False),
        (("naam en adres", "tot"), ("telefoonnummer", "u"), False),
        (("naam en adres", ""), ("telefoonnummer", "hem vergeet"), False),
    ],
)
def test_a_row_whose_cells_are_full_goes_on_with_small_letters_and_is_a_doubt(
    above: tuple[str, str], below: tuple[str, str], one: bool
) -> None:
    xs, first, second = [LEFT, 150, 222], LEFT + 5, 155
    cells = [(first, 693.0, "wat het is"), (second, 693.0, "hoe lang"), (first, 713.0, above[0])]
    cells += [(second, 713.0, above[1])] if above[1] else []
    head = page_of(*cells, rules=grid_rules(xs, [680, 700, 720]))
    rest = page_of((first, 113, below[0]), (second, 113, below[1]), rules=grid_rules(xs, [100, 120]))
    document = read(head, rest)
    joined = [" ".join(pair) for pair in zip(above, below, strict=True)]
    assert tables(document) == [[["wat het is", "hoe lang"], *([joined] if one else [[*above], [*below]])]]
    assert [doubt.words for doubt in document.doubts] == (
        [f"a row of a table that goes on here: {' | '.join(below)}"] if one else []
    )


@pytest.mark.parametrize(("foot", "rows"), [(727, 2), (728, 3)])
def test_a_row_with_a_cell_that_ends_above_the_foot_of_the_others_does_not_go_on(foot: float, rows: int) -> None:
    xs, first, second = [LEFT, 150, 222], LEFT + 5, 155
    cells = [(first, 693.0, "wat het is"), (second, 693.0, "hoe lang"), (first, 713.0, "naam en adres")]
    cells += [(second, 713.0, "tot de klant"), (second, foot, "hem belt en")]
    head = page_of(*cells, rules=grid_rules(xs, [680, 700, 735]))
    rest = page_of((first, 113, "telefoonnummer"), (second, 113, "vergeet"), rules=grid_rules(xs, [100, 120]))
    assert len(tables(read(head, rest))[0]) == rows


@pytest.mark.parametrize(("block", "becomes"), [(9, "jaar na / Klant register"), (8, "jaar / na / Klant register")])
def test_lines_of_a_cell_that_the_file_calls_one_block_are_one_where_small_letters_go_on(
    block: int, becomes: str
) -> None:
    lines = [(100, "jaar", 9), (112, "na", block), (124, "Klant", 9), (136, "register", 9)]
    cell = [(200.0, float(y), text, 0, 1) for y, text, _ in lines]
    first, *others = cells_at((LEFT, 100, "Rups", 0, 0), *cell)
    told = [replace(word, tag=Tag(own, "TD", 0, 0, 1)) for word, (*_, own) in zip(others, lines, strict=True)]
    wide = replace(words_of(200, 148, "verwerkingsregisters")[0], tag=Tag(9, "TD", 0, 0, 1), order=9)
    assert tables(read(Page(595, 842, (first, *told, wide)))) == [[["Rups", f"{becomes} verwerkingsregisters"]]]


@pytest.mark.parametrize(("value", "doubts"), [("verwerkingsregister", ["Organisatie verwerkingsregister"]), ("u", [])])
def test_a_line_of_a_cell_that_is_bold_and_may_go_on_in_one_that_is_not_is_a_doubt(
    value: str, doubts: list[str]
) -> None:
    rules = grid_rules([LEFT, 160, 222], [88, 130])
    page = page_of((LEFT + 5, 100, "!Organisatie"), (LEFT + 5, 112, value.capitalize()), (165, 100, "Wie"), rules=rules)
    document = read(page)
    assert tables(document) == [[[f"Organisatie / {value.capitalize()}", "Wie"]]]
    assert [one.words.lower() for one in document.doubts] == [one.lower() for one in doubts]


@pytest.mark.parametrize(("top", "foot"), [(160, 780), (200, 780), (160, 250), (196, 244)])
def test_a_rule_between_columns_joins_no_tables_that_come_near_it(top: int, foot: int) -> None:
    """Two tables beside each other, each 3 from the rule, which touches neither, wherever it ends."""
    left = [(75, 213, "Aap"), (185, 213, "Noot"), (75, 233, "Mies"), (185, 233, "Wim")]
    right = [(301, 213, "Zus"), (405, 213, "Jet"), (301, 233, "Teun"), (405, 233, "Gijs")]
    both = (*grid_rules([70, 180, 290], [200, 220, 240]), *grid_rules([296, 400, 520], [200, 220, 240]))
    page = page_of(*left, *right, rules=(*both, Rule(293, top, 293, foot)))
    found = with_ruled_tables([[Piece((word,)) for word in page.words]], [page])
    assert [[word.text for word in table.words] for table in found[0]] == [
        ["Aap", "Noot", "Mies", "Wim"],
        ["Zus", "Jet", "Teun", "Gijs"],
    ]
