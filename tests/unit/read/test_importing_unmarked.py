"""What a text that was taken from pages shows without a mark: headings, items, questions; and what is in doubt."""

from __future__ import annotations

import pytest

from clausule.language.en import grammar as english
from clausule.language.nl import grammar as dutch
from clausule.language.protocol import Grammar
from clausule.read.importing.bullets import bullets_in_front, odd_bullet
from clausule.read.importing.document import Block, Document
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.sources import source_files
from clausule.read.importing.structure import RawPart
from clausule.read.importing.taken_text import taken_text
from clausule.read.importing.wrapped import whole

ZAH = "\u0638"
DUTCH = "Artikel 1. Duur\n\nDe overeenkomst duurt een jaar.\n\nArtikel 2. Einde\n\n{}\n\nBijlage 1. Diensten\n\n{}"
ENGLISH = "Article 1. Term\n\nThis agreement lasts a year.\n\nArticle 2. End\n\n{}\n\nAnnex 1. Services\n\n{}"
SENTENCE = "Deze tekst is langer dan een kop kan zijn, want zij vertelt wat er hierna komt."


def document(text: str, grammar: Grammar = dutch) -> Document:
    lines = raw_lines(text, markdown=False)
    bullet = odd_bullet(lines)
    marked, seen = bullets_in_front(lines, bullet)
    return taken_text(whole(marked, grammar, seen), bullet, grammar)


def blocks(text: str, grammar: Grammar = dutch) -> list[Block]:
    return [one for one in document(text, grammar).blocks if isinstance(one, Block)]


def heads(text: str, grammar: Grammar = dutch) -> list[tuple[int, str]]:
    return [(one.level, one.words) for one in blocks(text, grammar) if one.level]


def items(text: str, grammar: Grammar = dutch) -> list[tuple[int, str]]:
    return [(one.depth, one.words) for one in blocks(text, grammar) if one.mark == "-"]


def doubts(text: str, grammar: Grammar = dutch) -> list[tuple[int, str]]:
    return [(one.number, one.words) for one in document(text, grammar).doubts]


def test_headings_before_the_articles_stand_over_a_sentence_or_a_list_or_in_the_contents() -> None:
    before = (
        f"Overeenkomst van dienst\n\n\nWaar het om gaat\n{SENTENCE}\n\nDE PARTIJEN\n\nPartijen:\n\n1. Bakker B.V.;\n\n"
        f"2. De klant.\n\nVerder\n\nOvergaand op:\n\nKort daarom:\n\n"
    )
    contents = "Inhoud\nVerder .......... 2\nArtikel 1. Duur .......... 3\n\n"
    text = contents + before + DUTCH.format("Zij eindigt.", "Niets.")
    assert heads(text) == [(2, "Waar het om gaat"), (2, "DE PARTIJEN"), (2, "Partijen:"), (2, "Verder")]


@pytest.mark.parametrize("line", ["Versie 3", "Utrecht,", "en", "Hierna volgt wat partijen samen besloten:", "- punt"])
def test_other_lines_before_the_articles_are_no_headings(line: str) -> None:
    assert heads(f"Titel\n\n{line}\n\n{SENTENCE}\n\n" + DUTCH.format("Zij eindigt.", "Niets.")) == []


def test_numbers_of_parties_that_white_space_parts_from_the_words_get_a_sign() -> None:
    text = "Titel\n\n1     Bakker B.V. te Ede;\n\nen\n\n2     de klant.\n\n" + DUTCH.format("Zij eindigt.", "Niets.")
    assert [one.words for one in blocks(text)][1:4] == ["1. Bakker B.V. te Ede;", "en", "2. de klant."]
    alone = "Titel\n\n1     Bakker B.V. te Ede;\n\n" + DUTCH.format("Zij eindigt.", "Niets.")
    assert not any(one.mark for one in blocks(alone))


@pytest.mark.parametrize(
    ("form", "grammar", "ends"), [(DUTCH, dutch, "De dienst loopt."), (ENGLISH, english, "It runs.")]
)
def test_lettered_parts_of_an_annex_are_headings_where_words_stand_under_each(
    form: str, grammar: Grammar, ends: str
) -> None:
    long = "A. " + "Measures for all who work with the data of others and of themselves, every day of the year, always:"
    annex = f"{long}\n\n{ends}\n\nB. Contact\n\n{ends}"
    assert heads(form.format("The end.", annex), grammar) == [(2, long), (2, "B. Contact")]
    row = f"A. Een;\n\nB. Twee;\n\n{ends}"
    assert heads(form.format("The end.", row), grammar) == []


@pytest.mark.parametrize(("form", "grammar"), [(DUTCH, dutch), (ENGLISH, english)])
def test_paragraphs_behind_a_colon_that_end_with_a_semicolon_are_items(form: str, grammar: Grammar) -> None:
    row = "2.1 It holds:\n\nthe name of the customer;\n\nthe day of it; and\n\nwhat was done about it\n\n2.2 More."
    assert items(form.format(row, "None."), grammar) == [
        (1, "- the name of the customer;"),
        (1, "- the day of it; and"),
        (1, "- what was done about it"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "2.1 Dan:\n\nhet einde volgt.\n\nDaarna niets;",  # a sentence
        "2.1 Dan:\n\nDienst: wat wordt geleverd;\n\nKlant: wie afneemt;",  # terms
        "2.1 Dan:\n\n“Dienst” wat wordt geleverd;\n\n“Klant” wie afneemt;",
        "2.1 Dan:\n\nhet einde;\n\nDe klant betaalt.",  # goes on otherwise than it began
        "2.1 Dan.\n\nhet einde;\n\nde betaling.",  # no colon
    ],
)
def test_other_paragraphs_are_no_items(row: str) -> None:
    assert items(DUTCH.format(row, "Niets.")) == []


def test_lines_of_a_few_words_behind_a_colon_are_items_and_bullets_lie_in_them() -> None:
    annex = "Dit omvat:\n\nVertalen\nCorrectie van:\no Romans\no Brochures\nDrukken\n\nMeer niet."
    assert items(DUTCH.format("Einde.", annex)) == [
        (1, "- Vertalen"),
        (1, "- Correctie van:"),
        (2, "- Romans"),
        (2, "- Brochures"),
        (1, "- Drukken"),
    ]
    for other in (
        "Dit omvat:\n\nVertalen\nDrukken\n\nMeer niet.",  # two lines can be anything
        "Dit omvat:\n\nVertalen\n\nDrukken\n\nBinden\n\nMeer niet.",
        "Dit omvat.\n\nVertalen\nDrukken\nBinden\n\nMeer niet.",
        "Dit omvat:\n\nVertalen\nWij drukken.\nBinden\n\nMeer niet.",
    ):
        assert items(DUTCH.format("Einde.", other)) == []


def test_two_places_to_fill_in_behind_a_colon_are_items() -> None:
    assert items(DUTCH.format("Einde.", "Vraag naar:\n\n[naam A]\n[naam B]\n\nMeer niet.")) == [
        (1, "- [naam A]"),
        (1, "- [naam B]"),
    ]


ASKED = """What happened?

............................

(for example a laptop that was lost)

Who was told? Circle the answers

The customer: YES / NO
The authority: YES / NO,
if so; when: ........................ (fill in)

and by whom: ........................ (fill in)

Others: ..............................
(fill in, or write "none")
Was it mended: YES / NO Was it tested: YES / NO

Thank you."""


@pytest.mark.parametrize(("form", "grammar"), [(DUTCH, dutch), (ENGLISH, english)])
def test_what_stands_above_a_blank_or_answers_is_a_question(form: str, grammar: Grammar) -> None:
    text = form.format("The end.", ASKED)
    assert heads(text, grammar) == [(3, "What happened?"), (3, "Who was told? Circle the answers")]
    assert items(text, grammar) == [
        (1, "- The customer: YES / NO"),
        (1, "- The authority: YES / NO, if so; when: ........................ (fill in)"),
        (2, "- and by whom: ........................ (fill in)"),
        (1, '- Others: .............................. (fill in, or write "none")'),
        (1, "- Was it mended: YES / NO"),
        (1, "- Was it tested: YES / NO"),
    ]


@pytest.mark.parametrize(
    "annex",
    [
        "Wat is er gebeurd?\n\n........................\n\nDank u.",  # one question
        "Naam\n\n........................\n\nPlaats\n\n........................",  # a place to sign, which asks nothing
        "Wij gebruiken SSL / TLS\n\nWij hebben AES / RSA\n\nVragen?",  # no answers
    ],
)
def test_no_questionnaire(annex: str) -> None:
    assert heads(DUTCH.format("Einde.", annex)) == []


def test_questions_stand_in_an_annex_alone() -> None:
    text = "Titel\n\nWat is er?\n\n..................\n\nWie?\n\n..................\n\n"
    assert heads(text + DUTCH.format("Einde.", "Niets.")) == []


@pytest.mark.parametrize("kind", ["annex", "closing"])
def test_titles_with_a_number_and_no_sign_are_parts_of_an_annex(kind: str) -> None:
    rows = ["1 Toegang", "", "Met een sleutel.", "", "2 Opslag", "", "In een kluis.", "", "1 Beheer", "", "Zelf."]
    part = RawPart("annex" if kind == "annex" else "closing", "1", raw_lines("Bijlage 1", False)[0], ())
    part = RawPart(part.kind, part.number, part.heading, tuple(raw_lines("\n".join(rows), markdown=False)))
    (file,) = source_files([part], dutch, version="1", markdown=False)
    assert [row for row in file.body.split("\n") if row.startswith("##")] == ["## 1 Toegang", "## 2 Opslag"]


@pytest.mark.parametrize(
    "rows",
    [
        ("1 Toegang", "2 Opslag", "3 Beheer"),  # a list, without words under each
        ("2 Toegang", "Met een sleutel.", "3 Opslag", "In een kluis."),  # no first
        ("1 Toegang", "Met een sleutel."),  # no second
        ("1 toegang", "Met een sleutel.", "2 opslag", "In een kluis."),  # words of a sentence
        ("1. Toegang", "Met een sleutel.", "2. Opslag", "In een kluis."),  # items
    ],
)
def test_other_numbers_are_no_parts(rows: tuple[str, ...]) -> None:
    part = RawPart("annex", "1", raw_lines("Bijlage 1", False)[0], tuple(raw_lines("\n\n".join(rows), markdown=False)))
    (file,) = source_files([part], dutch, version="1", markdown=False)
    assert "##" not in file.body


def test_a_sign_that_a_letter_of_another_script_turned_round_goes_back_to_its_end() -> None:
    rows = [f"-de toegang tot persoons {ZAH}", "gegevens is beperkt", *(f",{word} {ZAH}" for word in "abcd")]
    rows += [f"{ZAH} kluis en sleutel {ZAH}", "alarm en hek", "Meer."]
    made = document("\n".join(["Dit gaat over persoonsgegevens."] + [f"regel {word} {ZAH}" for word in "vwxyz"] + rows))
    words = [one.words for one in made.blocks if isinstance(one, Block)]
    assert "- de toegang tot persoonsgegevens is beperkt" in words
    assert "- a," in words
    assert words[-3:] == ["- kluis en sleutel", "- alarm en hek", "Meer."]
    assert (7, "a sign stood before its words: -de toegang tot persoons") in [(o.number, o.words) for o in made.doubts]
    assert (13, f"a sign that is no word: {ZAH}") in [(o.number, o.words) for o in made.doubts]


def test_the_address_of_a_link_below_its_page_is_left_out_and_named() -> None:
    made = document("Schrijf naar info@example.com over dit.\n\nmailto:info@example.com\n\nmailto:b@example.com")
    assert [one.words for one in made.blocks if isinstance(one, Block)][-1] == "mailto:b@example.com"
    assert [(one.what, one.words) for one in made.dropped] == [("addresses of links", "mailto:info@example.com")]


def test_what_ends_or_begins_within_a_sentence_is_a_doubt() -> None:
    text = (
        "8.1 Indien er sprake is van aansprakelijkheid van\nVerwerker\n\n4\n\n8.2 De rest geldt.\n\n"
        "......................[Paraaf]\n\njegens de ander geldt dit.\n\nVoet | Bijlage I | 3"
    )
    assert doubts(text) == [
        (4, "'4' stands without its words"),
        (10, "this begins within a sentence: jegens de ander geldt dit."),
        (12, "this names an annex at the edge of a page: Voet | Bijlage I | 3"),
    ]
    assert doubts("8.1 Indien er sprake is van schuld van\n\n8.2 De rest geldt.") == [
        (1, "this ends within a sentence: 8.1 Indien er sprake is van schuld van")
    ]


def test_a_few_words_that_stand_alone_and_were_left_as_they_are_are_a_doubt() -> None:
    text = DUTCH.format("Zij eindigt.", "Naam\n\nDe klant betaalt.\n\nEn dan:\n\nklein\n\nHandtekening\nhier")
    assert doubts(text) == [(11, "this stands alone, and may be a heading or of a table: Naam")]


def test_a_hyphen_of_which_nothing_is_known_is_a_doubt_where_words_are_torn() -> None:
    torn = "De ver-werker, de klant-en en het ver-bod gelden als ge-steld, doorge-zonden."
    known = "Verwerker verwerker klanten verbod"
    assert (1, "doorge-zonden: a hyphen of the word, or of the page?") in doubts(f"{torn}\n\n{known}")
    assert not any("of the page?" in words for _, words in doubts(f"{torn}\n\nVerwerker en verwerker."))
