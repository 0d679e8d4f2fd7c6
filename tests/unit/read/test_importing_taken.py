"""A text that was taken from pages: which lines are one paragraph, which signs are bullets, and what is in doubt."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.language.nl import grammar
from clausule.read.importing.bullets import bullets_in_front, odd_bullet
from clausule.read.importing.document import Block, Document
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.taken_text import is_broken, paragraphs_of, taken_text
from clausule.read.importing.wrapped import whole

ZAH = "\u0638"
LINES = (
    "Verwerker verwerkt de persoonsgegevens alleen in opdracht en",
    "meldt het voordat hij daarvan afwijkt, zo snel als hij dat kan",
    "en zonder dat iemand daarom hoeft te vragen.",
)


def shown(text: str, bullet: str = "") -> list[str]:
    lines, _ = bullets_in_front(raw_lines(text, markdown=False), bullet)
    return [one.words for one in paragraphs_of(lines, grammar)]


def document(text: str) -> Document:
    lines = raw_lines(text, markdown=False)
    bullet = odd_bullet(lines)
    marked, seen = bullets_in_front(lines, bullet)
    return taken_text(whole(marked, grammar, seen), bullet, grammar)


def blocks(text: str) -> list[str]:
    return [one.words for one in document(text).blocks if isinstance(one, Block)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Verantwoordelijke en verwerker", LINES[0]),  # a heading: the next word would have stood on it
        ("Einde van het vorige.", LINES[0]),
        (LINES[1], "2.1 Verwerker treft maatregelen."),
        (LINES[1], "- bij een lek"),
        (LINES[1], "Artikel 3. Geheimhouding"),
        ("BIJLAGE 1", LINES[0]),
        ("“Diensten”", "alle diensten die worden verleend;"),
    ],
)
def test_a_line_begins_a_paragraph(above: str, below: str) -> None:
    text = "\n".join((*LINES, "", above, below, *LINES[1:]))
    assert any(words.startswith(below) for words in shown(text))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (LINES[0], "VERANTWOORDELIJKE, die het meldt."),  # a long line that does not end
        (LINES[0], "\n\nniet anders."),  # a sentence goes on over empty lines
        (f"{LINES[0]} als bedoeld in artikel \ufffd", "5.3 van deze overeenkomst."),
        ("Verwerker meldt dat aan de", "Verwerkingsverantwoordelijkenvereniging van het land."),  # does not fit
    ],
)
def test_a_line_goes_on_with_one(above: str, below: str) -> None:
    text = "\n".join((*LINES, "", above, below, *LINES[1:]))
    assert any(f"{above.strip()} {below.strip()}" in words for words in shown(text))


def test_one_empty_line_says_nothing_where_sentences_go_on_over_it() -> None:
    loose = "\n\n".join(
        ("Dit gaat over een sentence die", "verder gaat en dan ook nog eens", "(EU) 2016/679 noemt")[:2]
    )
    text = "\n\n\n".join([loose] * 5 + ["Dit gaat over de regels van Europa\n\n(EU) 2016/679 van april."])
    assert shown(text)[-1] == "Dit gaat over de regels van Europa (EU) 2016/679 van april."
    last = "Dit gaat over de regels van Europa"
    assert shown(f"{last}\n\n(EU) 2016/679 van april.")[0] == last


def test_a_list_of_short_lines_is_a_paragraph_each() -> None:
    short = ["Colocatie", "Webhosting", "Telefonie", "Beheer", "Systeembeheer en reparatie van hardware", "Advies"]
    assert shown("\n".join(short)) == short


def test_a_sign_of_another_script_behind_many_lines_is_their_bullet() -> None:
    text = "\n".join(
        f"{word} {ZAH}" for word in ("alarm", "sloten", "sleutels", "toezicht", "-hekken", f"{ZAH} deuren")
    )
    made = document(text)
    assert [one.mark for one in made.blocks if isinstance(one, Block)] == ["-"] * 6
    assert blocks(text)[:2] == ["- alarm", "- sloten"]
    assert [(one.what, one.words) for one in made.dropped] == [("bullets", ZAH)]
    assert [(one.number, one.words) for one in made.doubts] == [
        (5, "a sign stood before its words: -hekken"),
        (6, f"a sign that is no word: {ZAH}"),
    ]


def test_a_sign_behind_few_lines_or_within_them_is_no_bullet() -> None:
    assert odd_bullet(raw_lines("\n".join([f"woord {ZAH}"] * 4), markdown=False)) == ""
    assert odd_bullet(raw_lines("\n".join([f"woord {ZAH}", f"de {ZAH} is een letter"] * 5), markdown=False)) == ""
    assert odd_bullet(raw_lines("\n".join(["partij x"] * 9), markdown=False)) == ""


def test_the_letter_o_before_lines_below_each_other_is_their_bullet() -> None:
    made = document("Diensten zoals:\no Servers\no Werkplekken\n")
    assert [one.words for one in made.blocks if isinstance(one, Block)][1:] == ["- Servers", "- Werkplekken"]
    assert [(one.what, one.words) for one in made.dropped] == [("bullets", "o")]
    assert not document("Wie o zegt.\no zoals in noot.\nVerder.").dropped


def test_contents_are_left_out_and_listed() -> None:
    text = (
        "Inhoudsopgave\n \nArtikel 1. Duur .......... 2\n \nArtikel 2. Einde .......... 3\n\nArtikel 1. Duur\n\nTekst."
    )
    assert blocks(text) == ["Artikel 1. Duur", "Tekst."]
    assert [one.what for one in document(text).dropped] == ["contents"] * 3


@pytest.mark.parametrize(
    ("word", "becomes"),
    [
        ("ver-werkingen", "verwerkingen"),
        ("sub-verwerkers", "sub-verwerkers"),  # a word that stands behind the hyphen elsewhere
        ("op-maat", "op-maat"),
    ],
)
def test_a_hyphen_within_a_line_goes_where_it_is_certain_to_be_of_a_page(word: str, becomes: str) -> None:
    text = f"De {word} telt.\n\nAlle verwerkingen.\n\nDe subverwerkers en de verwerkers."
    assert blocks(text)[0] == f"De {becomes} telt."
    assert bool(document(text).doubts) is (word != "op-maat")


@given(st.lists(st.sampled_from(["a. ", "1.1 ", "Artikel 1", " woord", "\n", "\n\n\n", ";", "“T”", "o ", "Naar "])))
def test_no_letter_is_lost_or_moved(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(" ".join(shown(text, ZAH)).split()).replace("o", "").replace("-", "") == "".join(
        text.split()
    ).replace("o", "").replace("-", "")


@pytest.mark.parametrize(
    "pair",
    [
        ("Dit geldt voor de medewerkers van de\n\n\nVERKOPER.", "Dit geldt voor de medewerkers van de VERKOPER."),
        ("Is dat zo: JA\n/ NEE", "Is dat zo: JA / NEE"),
        ("te ........................ en gevestigd op\n........................ [adres]\nin het land;", ""),
    ],
)
def test_a_line_goes_on_where_no_sentence_could_end(pair: tuple[str, str]) -> None:
    text, becomes = pair
    assert shown(text) == [becomes or " ".join(text.split())]


@pytest.mark.parametrize(
    "text",
    [
        "het einde; en\n\nde betaling.",  # an item, and the last
        "E-mail: info@example.com\nTelefoon: 030 1234567",
        "[naam A]\n[naam B]",
        "Naam:\n..............\nen meer.",
        "............ [Paraaf]\n\njegens de ander",
        "wat er al was;\nwat er over veel jaren nog bij gaat komen",
        "en dat is alles wat er is | 3\n| Bijlage I |",
    ],
)
def test_a_line_ends_its_paragraph(text: str) -> None:
    assert shown(text)[0] == text.split("\n")[0]


def test_a_line_that_ends_early_ends_no_paragraph_where_empty_lines_part_them() -> None:
    clauses = [f"1.{number} Verwerker meldt dat aan de klant, en hij doet dat ook." for number in range(1, 6)]
    ends = "2.1 Verwerker meldt het de klant.\nDe klant betaalt dat niet, ook al vraagt men dat."
    assert shown("\n\n".join([*clauses, ends]))[-1] == ends.replace("\n", " ")
    assert shown("\n".join([*clauses, ends]))[-1] == "De klant betaalt dat niet, ook al vraagt men dat."


def test_a_line_of_white_space_ends_a_sentence_that_another_empty_line_does_not() -> None:
    loose = "\n\n\n".join(["Dit gaat over een zin die\n\nverder gaat"] * 5)
    ended = f"Dit is een hele lange zin die eindigt.\n{{}}\n{'Dit is er nog een, die ook heel lang is.'}"
    assert len(shown(f"{loose}\n\n\n{ended.format('')}")) == 6
    assert len(shown(f"{loose}\n\n\n{ended.format(' ')}")) == 7


def test_a_term_in_quotes_behind_a_sentence_begins_a_paragraph() -> None:
    wide = "“Diensten” zijn alle diensten die Verwerker levert op grond van dit."
    assert shown(f"{wide}\n“Klant” is wie ze afneemt.") == [wide, "“Klant” is wie ze afneemt."]
    assert len(shown(f"{wide.removesuffix('.')}\n“hoofdcontract” dat geldt.")) == 1


WORDS = "de verwerker bewaart de gegevens van de klant zo lang als dat nodig is en wist ze daarna zonder dat de klant "
FOLDED = textwrap.wrap(f"1.1 De klant en {WORDS * 7}daarom hoeft te vragen.", 50)


def test_where_a_program_broke_the_lines_one_with_room_for_the_next_word_ends_its_paragraph() -> None:
    for below in ("wordt nog", "Wordt nog"):
        assert shown("\n".join([*FOLDED, "1.2 De klant betaalt hier", below])) == [
            " ".join(FOLDED),
            "1.2 De klant betaalt hier",
            below,
        ]
    assert len(FOLDED) > 10 and shown("\n".join([*FOLDED[:8], "de klant", "is dat."])) == [
        " ".join([*FOLDED[:8], "de klant", "is dat."])
    ]  # too few lines say so


def test_a_few_words_under_a_full_line_that_ends_a_sentence_stand_alone() -> None:
    full = "Hij is een persoon die de gegevens alleen bekijkt."
    assert len(full) == 50
    text = [*FOLDED, full, "Klant", "degene die betaalt."]
    assert shown("\n".join(text))[-2:] == ["Klant", "degene die betaalt."]
    assert shown("\n".join([*FOLDED, full, "Klant is degene die betaalt."]))[-1].endswith(
        "Klant is degene die betaalt."
    )


def test_a_text_whose_lines_are_broken_has_paragraphs_unless_white_space_makes_tables() -> None:
    def broken(lines: list[str]) -> bool:
        return is_broken(raw_lines("\n".join(lines), markdown=False))

    table = ["Dienst    Prijs", "Opslag    tien", "Vervoer   twee"]
    assert broken(FOLDED) and not broken(FOLDED[:9]) and not broken([*FOLDED, "", *table])
    assert broken([*FOLDED, "", *table[:2]])  # two rows are none


def test_columns_and_a_sentence_in_place_of_a_heading_are_doubts() -> None:
    text = "1. Duur\n\n1.1 Kort.\n\n2. Prijs\n\n2.1 De klant betaalt:\n\nDienst    tien euro\n          per maand\n\n"
    doubts = document(f"{text}Aldus overeengekomen en ondertekend:\n\nDe klant").doubts
    assert [(one.number, one.words) for one in doubts][1:3] == [
        (9, "columns beside each other, or a table? Dienst    tien euro"),
        (12, "this has no heading, and became one: Aldus overeengekomen en ondertekend:"),
    ]
