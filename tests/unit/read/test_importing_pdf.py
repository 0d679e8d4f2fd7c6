"""A PDF with a text layer becomes a document: its words in the order in which they are read, and nothing in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.language.nl import grammar
from clausule.read.importing.document import Block, Document, Dropped
from clausule.read.importing.pdf.columns import in_order
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.pdf.lines import Cell, Piece, pieces_of
from clausule.read.importing.pdf.page import HYPHEN, Page, Rule, Tag, Word
from clausule.read.importing.pdf.read import document_of

LEFT, RIGHT, STEP = 70.0, 520.0, 14.0


def words_of(x: float, y: float, text: str, *, size: float = 10, bold: bool = False, order: int = 0) -> list[Word]:
    """Words on one line, each letter half as wide as it is high."""
    found = []
    for word in text.split(" "):
        glued, shown = word.startswith("_"), word.lstrip("_")
        end = x + len(shown) * size / 2
        if shown:
            found.append(Word(shown.replace("~", HYPHEN), x, end, y, size, bold, glued, order + len(found)))
        x = end + size / 4
    return found


def page_of(*lines: tuple[float, float, str], rules: tuple[Rule, ...] = (), **look: float) -> Page:
    words: list[Word] = []
    for x, y, text in lines:
        bold = text.startswith("!")
        words += words_of(x, y, text.lstrip("!"), bold=bold, order=len(words), **look)
    return Page(595, 842, tuple(words), rules)


def text_page(*paragraphs: str, at: float = 100, left: float = LEFT, wide: int = 90) -> list[tuple[float, float, str]]:
    """Paragraphs broken into lines of at most ``wide`` letters, with white space between."""
    lines = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > wide:
                lines.append((left, at, line))
                line, at = "", at + STEP
            line = f"{line} {word}".strip()
        lines.append((left, at, line))
        at += STEP * 1.6
    return lines


LONG = (
    "Verwerker verwerkt persoonsgegevens uitsluitend op basis van schriftelijke instructies van "
    "verwerkingsverantwoordelijke, tenzij een wettelijk voorschrift hem tot verwerking verplicht, en meldt dat voordat "
    "hij daarmee begint."
)


def read(*pages: Page) -> Document:
    return document_of(pages, "x.pdf", grammar)


def shown(document: Document) -> list[str]:
    return [one.words for one in document.blocks if isinstance(one, Block)]


def tables(document: Document) -> list[list[list[str]]]:
    grids = [one for one in document.blocks if not isinstance(one, Block)]
    return [[[" / ".join(block.words for block in cell) for cell in row] for row in one.rows] for one in grids]


def test_lines_become_paragraphs_with_the_numbers_that_hang_before_them() -> None:
    page = page_of(
        (LEFT, 80, "!Artikel 1 Duur"),
        (LEFT, 100, "1.1"),
        *text_page(LONG, at=100, left=110, wide=75),
        (LEFT, 170, "1.2"),
        (110, 170, "Klaar:"),
        (110, 190, "a."),
        (130, 190, "eerst"),
        (110, 210, "•"),
        (130, 210, "laatst"),
    )
    document = read(page)
    assert shown(document) == ["Artikel 1 Duur", f"1.1 {LONG}", "1.2 Klaar:", "a. eerst", "- laatst"]
    blocks = [one for one in document.blocks if isinstance(one, Block)]
    assert [(one.mark, one.depth) for one in blocks] == [("", 0), ("1.1", 0), ("1.2", 0), ("a.", 1), ("-", 1)]
    assert [document.places[one.number] for one in blocks][:3] == ["page 1, line 1", "page 1, line 2", "page 1, line 6"]


def test_a_paragraph_goes_on_on_the_next_page_and_a_heading_there_begins() -> None:
    lines = text_page(LONG)
    document = read(
        page_of(*lines[:2]), page_of(*lines[2:], (LEFT, 200, "Slot.")), page_of((LEFT, 100, "Artikel 2 Slot"))
    )
    assert shown(document) == [LONG, "Slot.", "Artikel 2 Slot"]


@pytest.mark.parametrize(
    ("above", "below", "elsewhere", "becomes", "doubt"),
    [
        ("burger~", "servicenummers gelden.", "De burgerservicenummers.", "burgerservicenummers gelden.", []),
        ("oud~", "werknemers gelden.", "De oud-werknemers.", "oud-werknemers gelden.", []),
        ("wet~", "en regelgeving geldt.", "Niets.", "wet- en regelgeving geldt.", []),
        ("burger~", "servicenummers gelden.", "Niets.", "burgerservicenummers gelden.", ["burgerservicenummers"]),
        ("anti~", "Spam geldt.", "Niets.", "anti-Spam geldt.", ["anti-Spam"]),
        ("in-/", "uitgang geldt.", "Niets.", "in-/uitgang geldt.", []),
        ("schepen en ~", "houders gelden.", "Niets.", "schepen en -houders gelden.", []),
        ("back~", "updoel geldt.", "De back-up.", "back-updoel geldt.", ["back-updoel"]),
        ("VER~", "WERKER geldt.", "De verwerker.", "VERWERKER geldt.", []),
        ("AI~", "verordening geldt.", "Niets.", "AI-verordening geldt.", ["AI-verordening"]),
        ("Partij~", "en gelden.", "De Partijen.", "Partijen gelden.", ["Partijen"]),
        ("informatie~", "uitwisseling geldt.", "Niets.", "informatie-uitwisseling geldt.", ["informatie-uitwisseling"]),
        ("Financi~", "eel toezicht.", "Niets.", "Financieel toezicht.", ["Financieel"]),
        ("infor~", "matie-uitwisseling.", "De informatie.", "informatie-uitwisseling.", ["informatie-uitwisseling"]),
        ("peer~", "to-peer geldt.", "Niets.", "peer-to-peer geldt.", ["peer-to-peer"]),
        ("Antwoord JA/", "NEE geldt.", "Kies JA/NEE.", "JA/NEE geldt.", []),
        ("Antwoord JA /", "NEE geldt.", "Kies JA / NEE.", "JA / NEE geldt.", []),
        ("Antwoord JA/", "NEE geldt.", "Niets.", "JA/ NEE geldt.", []),
        ("Zie www.firma.", "example/lijst.", "Niets.", "www.firma.example/lijst.", []),
        ("Schrijf aan post@firma.", "example over alles.", "Niets.", "post@firma.example over alles.", []),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_asked_of_the_text_and_else_a_doubt(
    above: str, below: str, elsewhere: str, becomes: str, doubt: list[str]
) -> None:
    lines = [(LEFT, 100.0, f"{LONG[:75]} {above}"), (LEFT, 114.0, below), (LEFT, 140.0, elsewhere)]
    document = read(page_of(*lines))
    assert shown(document)[0].endswith(becomes)
    assert [one.words for one in document.doubts] == doubt


@pytest.mark.parametrize(
    ("others", "becomes"),
    [
        (["Elk", "punt", "telt."], "niet-inhoudelijke"),
        (["Een ver~", "werker telt.", "De verwerker."], "nietinhoudelijke"),
        (["Een end-to~", "end tunnel.", "Een end-to-end."], "niet-inhoudelijke"),
    ],
)
def test_a_text_that_is_seen_to_break_no_words_keeps_its_hyphens(others: list[str], becomes: str) -> None:
    filled = [f"Zin {at} staat op een regel." for at in range(150)]
    hyphens = Hyphens([*filled, *(one.replace("~", HYPHEN) for one in others)], grammar)
    start, between, doubt = hyphens.joined(f"De niet{HYPHEN}", "inhoudelijke tekst.")
    assert f"{start}{between}inhoudelijke" == f"De {becomes}" and doubt == becomes


def test_what_comes_again_at_the_edges_and_numbers_of_pages_are_left_out_and_listed() -> None:
    texts = [LONG, LONG.swapcase(), f"Niets. {LONG[::-1]}"]
    pages = [
        page_of((LEFT, 30, "Firma, versie 7"), *text_page(text), (280, 800, f"{place} / 3"))
        for place, text in enumerate(texts, 1)
    ]
    document = read(*pages)
    assert shown(document) == texts
    what = "running heads and page numbers"
    assert document.dropped == [Dropped(what, "Firma, versie 7"), Dropped(what, "1 / 3")]


def test_headings_and_clauses_that_count_as_the_pages_do_are_no_running_heads() -> None:
    document = read(*(page_of((LEFT, 60, f"Artikel {at}. Kort"), (LEFT, 80, f"{at}.1 Niets.")) for at in range(1, 5)))
    assert len(shown(document)) == 8 and not document.dropped


def test_a_table_of_contents_is_left_out_with_its_heading() -> None:
    contents = page_of(
        (LEFT, 80, "Inhoud"), (LEFT, 100, "Artikel 1 Duur ........ 2"), (LEFT, 120, "Artikel 2 Slot ........ 3")
    )
    document = read(contents, page_of((LEFT, 80, "Artikel 1 Duur"), (LEFT, 100, "Naam: ........ 7 jaar")))
    assert shown(document) == ["Artikel 1 Duur", "Naam: ........ 7 jaar"]
    assert [one.words for one in document.dropped] == [
        "Inhoud",
        "Artikel 1 Duur ........ 2",
        "Artikel 2 Slot ........ 3",
    ]


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


def test_a_footnote_goes_to_its_number() -> None:
    body = page_of(*text_page(LONG), (LEFT, 160, "Slot dat telt"))
    raised = Word("1", 130, 133, 156, 6, glued=True, order=900)
    note = words_of(LEFT, 780, "1 Aldus de wet.", size=8, order=901)
    document = read(Page(595, 842, (*body.words, raised, *note)))
    (slot,) = [one for one in document.blocks if isinstance(one, Block) and one.words.startswith("Slot")]
    assert [run.note for run in slot.runs if run.note] == ["1"]
    assert ["".join(run.words for run in runs) for runs in document.notes.values()] == ["Aldus de wet."]


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


def test_a_line_that_ends_as_a_reference_does_takes_no_bullet_of_the_next_item() -> None:
    page = page_of((LEFT, 80, "\u2022   Zie het artikel"), (LEFT, 94, "\u2022   Zie de bijlage"))
    assert shown(read(page)) == ["- Zie het artikel", "- Zie de bijlage"]


def test_a_heading_below_a_line_that_begins_with_a_dash_makes_it_no_item() -> None:
    lines = [*text_page(LONG[:88]), (LEFT, 114.0, "- bijvoorbeeld om te leren - en om beter te worden.")]
    assert len(shown(read(page_of(*lines, (LEFT + 7.5, 132.0, "!Een kop"))))) == 2


@pytest.mark.parametrize(("behind", "one"), [("." * 50, True), ("x" * 50, False)])
def test_a_word_is_as_wide_as_the_dots_behind_it_with_which_no_line_begins(behind: str, one: bool) -> None:
    lines = [
        *text_page(LONG),
        (LEFT, 200.0, "Gaat het om iets anders dan"),
        (LEFT, 214.0, f"namelijk: {behind}"),
    ]
    assert any(words.endswith(f"dan namelijk: {behind}") for words in shown(read(page_of(*lines)))) is one


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


def test_a_bold_line_with_a_number_is_a_heading_and_a_number_behind_a_reference_is_none() -> None:
    document = read(
        page_of(
            (LEFT, 80, "!A. Diensten"),
            (LEFT, 100, f"1.1 {LONG[:70]} als bedoeld in artikel"),
            (LEFT, 114, "9.2 van deze voorwaarden."),
        )
    )
    assert shown(document) == ["A. Diensten", f"1.1 {LONG[:70]} als bedoeld in artikel 9.2 van deze voorwaarden."]
    assert isinstance(document.blocks[0], Block) and document.blocks[0].level == 2


def test_words_that_a_page_does_not_show_are_a_doubt() -> None:
    words = words_of(LEFT, 100, "veertien dagen")
    (doubt,) = read(Page(595, 842, tuple(words), unseen="niet " * 40)).doubts
    assert (doubt.number, doubt.said) == (1, f"hardly to be seen: {('niet ' * 40)[:120]}…")


def test_words_that_are_struck_through_are_a_doubt() -> None:
    (word, *more) = words_of(LEFT, 100, "veertien dagen")
    document = read(Page(595, 842, (word, *more), (Rule(word.x0, 96.8, word.x1, 97.4), Rule(LEFT, 101, 200, 101.6))))
    assert [(one.number, one.said) for one in document.doubts] == [(1, "struck through: veertien")]


def test_what_a_file_says_of_its_words_decides_where_it_can_be_believed() -> None:
    def tagged(page: Page, tags: list[Tag]) -> Page:
        lines = sorted({word.y for word in page.words})
        return replace(page, words=tuple(replace(word, tag=tags[lines.index(word.y)]) for word in page.words))

    heading, first, second = Tag(0, "H2"), Tag(1, "P"), Tag(2, "P")
    page = page_of((LEFT, 80, "Duur"), (LEFT, 100, "Een kort begin"), (LEFT, 114, "gaat door"), (LEFT, 128, "En een."))
    document = read(tagged(page, [heading, first, first, second]))
    assert shown(document) == ["Duur", "Een kort begin gaat door", "En een."]
    assert [one.level for one in document.blocks if isinstance(one, Block)] == [2, 0, 0]
    assert shown(read(tagged(page, [first, first, first, second])))[0] == "Duur"


def test_a_table_of_which_the_file_says_so_needs_no_rules_and_no_white_space() -> None:
    words = words_of(LEFT, 100, "Wie Waar Rups België")
    places = [(0, 0), (0, 1), (1, 0), (1, 1)]
    shown_at = [(LEFT, 100.0), (90.0, 100.0), (LEFT, 112.0), (95.0, 112.0)]
    cells = [
        replace(word, x0=x, x1=x + 15, y=y, tag=Tag(at, "TD", 0, row, 2 * row + cell))
        for at, (word, (row, cell), (x, y)) in enumerate(zip(words, places, shown_at, strict=True))
    ]
    assert tables(read(Page(595, 842, tuple(cells)))) == [[["Wie", "Waar"], ["Rups", "België"]]]


def cells_at(*cells: tuple[float, float, str, int, int], begin: int = 0) -> tuple[Word, ...]:
    """Words of a table, each at its place, in a row and in a cell of the whole table."""
    return tuple(
        replace(words_of(x, y, text, order=begin + at)[0], tag=Tag(begin + at, "TD", 0, row, cell))
        for at, (x, y, text, row, cell) in enumerate(cells)
    )


def test_a_row_of_a_table_at_the_foot_of_a_page_goes_on_on_the_next() -> None:
    above = tuple(replace(word, tag=Tag(9, "P")) for word in words_of(LEFT, 80, "Boven de tabel"))
    head = cells_at((LEFT, 700, "Wie", 0, 0), (82, 700, "Waar", 0, 1), begin=3)
    rest = cells_at((LEFT, 80, "Rups", 0, 0), (95, 80, "Tilburg", 0, 1))
    document = read(Page(595, 842, (*above, *head)), Page(595, 842, rest))
    assert tables(document) == [[["Wie", "Waar"], ["Rups", "Tilburg"]]]


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


def grid_rules(xs: list[float], ys: list[float]) -> tuple[Rule, ...]:
    return (*(Rule(x, ys[0], x, ys[-1]) for x in xs), *(Rule(xs[0], y, xs[-1], y) for y in ys))


def ruled(xs: list[float], ys: list[float], *cells: tuple[float, float, str]) -> Page:
    return page_of(*text_page(LONG), *cells, rules=grid_rules(xs, ys))


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


def test_a_short_line_behind_the_mark_of_an_item_goes_on_below_it() -> None:
    """A program that looks for the best lines of a paragraph can leave the first one short."""
    items = [
        (LEFT, 100.0, "\u2022"),
        (LEFT + 24, 100.0, "Verlies van de beschikking over gegevens: JA"),
        (LEFT, 120.0, "\u2022"),
        (LEFT + 24, 120.0, "Andere"),
        (LEFT + 24, 134.0, "gevolgen, namelijk: ............"),
    ]
    document = read(page_of(*items, *text_page(LONG, at=200)))
    assert shown(document)[1] == "- Andere gevolgen, namelijk: ............"


def test_an_amount_with_which_a_line_goes_on_is_no_number_of_a_clause() -> None:
    lines = [
        (LEFT, 100.0, "De aansprakelijkheid is beperkt tot \u20ac"),
        (LEFT, 114.0, "1.000.000.     Dat geldt ook."),
    ]
    assert shown(read(page_of(*lines)))[0].endswith("\u20ac 1.000.000. Dat geldt ook.")


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


def spread(x: float, y: float, text: str, gap: float, order: int) -> list[Word]:
    found: list[Word] = []
    for word in text.split(" "):
        found.append(replace(words_of(x, y, word, order=order + len(found))[0]))
        x = found[-1].x1 + gap
    return found


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


def test_a_word_that_fills_its_line_and_may_go_on_is_a_doubt() -> None:
    left = [*text_page(f"Eerst {LONG}", wide=40), (LEFT, 240.0, "verwerkersovereenkomstregisterbeheerders")]
    left += [(LEFT, 254.0, "vereniging geldt.")]
    document = read(page_of(*left, *text_page(f"Dan {LONG}", f"Laatst {LONG}", left=320, wide=40)))
    assert "verwerkersovereenkomstregisterbeheerders vereniging" in [one.words for one in document.doubts]


def test_a_dash_in_a_line_whose_words_are_spread_is_no_bullet() -> None:
    first = [*words_of(LEFT, 200, "Verwerker legt een"), *words_of(LEFT, 214, "datalek vast")]
    gap = (RIGHT - LEFT - (1 + 2 + 80) * 5) / 2
    line = spread(LEFT, 228, f"\u2013 de {'f' * 80}", gap, 50)
    last = words_of(LEFT, 242, "en de gevolgen.")
    document = read(Page(595, 842, (*page_of(*text_page(LONG)).words, *first, *line, *last)))
    assert f"Verwerker legt een datalek vast \u2013 de {'f' * 80} en de gevolgen." in " ".join(shown(document))


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


def test_a_word_as_wide_as_its_cell_is_no_doubt() -> None:
    cells = [(LEFT + 5.0, 113.0, "klanten"), (LEFT + 5.0, 127.0, "en meer"), (155.0, 113.0, "Tilburg")]
    assert not read(page_of(*cells, rules=grid_rules([LEFT, 115, 250], [100, 140]))).doubts
