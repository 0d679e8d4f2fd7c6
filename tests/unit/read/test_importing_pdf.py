"""A PDF with a text layer becomes a document: its words in the order in which they are read, and nothing in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.language.nl import grammar
from clausule.read.importing.document import Block, Dropped
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.pdf.page import HYPHEN, Page, Rule, Tag, Word
from clausule.read.importing.pdf.read import document_of
from pdf_pages import LEFT, LONG, RIGHT, page_of, read, shown, spread, text_page, words_of


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
        ("Antwoord JA/", "NEE geldt.", "Niets.", "JA/ NEE geldt.", ["JA/ NEE"]),
        ("Antwoord JA /", "NEE geldt.", "Kies JA /NEE.", "JA /NEE geldt.", []),
        ("Antwoord JA /", "NEE geldt.", "Kies JA /NEE, JA / NEE.", "JA / NEE geldt.", ["JA / NEE"]),
        ("Antwoord JA/", "NEE geldt.", "Kies JA / NEE.", "JA/ NEE geldt.", ["JA/ NEE"]),
        ("Antwoord JA /", "NEE geldt.", "Niets.", "JA / NEE geldt.", ["JA / NEE"]),
        ("Zie www.firma", "lijst.example.", "Niets.", "www.firmalijst.example.", ["www.firmalijst.example."]),
        ("Zie www.firma.example", "en meer.", "Niets.", "www.firma.example en meer.", ["www.firma.example en"]),
        ("Zie https://firma.example", "en meer.", "Niets.", "firma.example en meer.", ["https://firma.example en"]),
        ("Zie www.firma.example", "Nergens.", "Niets.", "www.firma.example Nergens.", []),
        ("Voor .....", "[de naam] hier.", "Niets.", "..... [de naam] hier.", ["..... [de"]),
        ("Voor .....", "[naam] hier.", "Voor ..... [naam] hier.", "..... [naam] hier.", []),
        ("Voor de naam", ", hier.", "Niets.", "Voor de naam, hier.", []),
        ("Voor .....", "tekent hij.", "Niets.", "..... tekent hij.", []),
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
    assert [one.said for one in document.doubts] == [f"a line end may hide a hyphen or a blank: {one}" for one in doubt]


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


@pytest.mark.parametrize(
    ("wide", "y", "size", "glued", "found"),
    [(3, 156, 6, True, True), (3.7, 160, 10, True, True), (3.8, 160, 10, True, False), (3.7, 160, 10, False, False)],
)
def test_a_footnote_goes_to_its_number(wide: float, y: float, size: float, glued: bool, found: bool) -> None:
    """Which is small and stands above the line, or is a digit that the font has for that: a narrow one."""
    body = page_of(*text_page(LONG), (LEFT, 160, "Slot dat in 2030 telt"))
    end = max(word.x1 for word in body.words if word.y == 160)
    raised = Word("1", end, end + wide, y, size, glued=glued, order=len(body.words))
    note = words_of(LEFT, 780, "1 Aldus de wet.", size=8, order=901)
    document = read(Page(595, 842, (*body.words, raised, *note)))
    (slot,) = [one for one in document.blocks if isinstance(one, Block) and one.words.startswith("Slot")]
    assert [run.note for run in slot.runs if run.note] == ["1"] * found
    assert ["".join(run.words for run in runs) for runs in document.notes.values()] == ["Aldus de wet."] * found


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
    lines = tagged(page, [heading, first, second, Tag(3, "P")])  # a program can tag each line
    assert shown(read(lines)) == ["Duur", "Een kort begin gaat door", "En een."]
    assert shown(document_of([lines], "x.pdf", grammar, ours=True)) == [
        "Duur",
        "Een kort begin",
        "gaat door",
        "En een.",
    ]


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
