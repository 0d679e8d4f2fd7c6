"""Spaces that a text lost within its words, or got there, are doubts with their line, and what is right is none."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.spaces import with_odd_spaces
from clausule.read.importing.wrapped import Whole

RIGHT = (
    "Bij het vervullen van\ndiens plicht meldt hij het bij diens klant.\n"
    "Wat nodig is, gebeurt door Verwerker zelf.\nHij zal de passende technische en andere maatregelen nemen."
)


def doubts(text: str, tag: str = "nl") -> list[tuple[int, str]]:
    whole = Whole(raw_lines(text, markdown=False), [], [])
    return [(one.number, one.words) for one in with_odd_spaces(whole, language_of(tag)).doubts]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("vandiens", "van diens"),
        ("nodigis", "nodig is"),
        ("doorVerwerker", "door verwerker"),
        ("passendetechnischeen", "passende technische en"),
    ],
)
def test_words_that_ran_together_and_stand_side_by_side_elsewhere(word: str, pieces: str) -> None:
    line = f"Meer {word} hier."
    assert doubts(f"{RIGHT}\n\n{line}") == [(6, f"{word} is written '{pieces}' elsewhere: a space was lost")]
    assert doubts(f"{line} {line}\n\n{RIGHT}") == []  # who writes it twice means it


def test_they_have_to_stand_side_by_side_with_nothing_but_white_space_between() -> None:
    assert doubts("De klant van.\nDiens klant, van “diens” klant en diens.\n\nMeer vandiens.") == []
    assert doubts("De klant gaf van\ndiens kant en diens klant.\n\nMeer vandiens.") != []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("nl", "Wat er voor hem ligt, over een jaar. Hij zorgt ervoor, en komt overeen."),  # two small words are one
        ("nl", "KOMEN OVEREEN. Hij werkt over een jaar, of over een dag."),
        ("nl", "In artikel en lid. De artikelen gelden."),  # an ending
        ("en", "A contract or two. An audit or more, by the auditor. The contractor pays."),
        ("nl", "Hij betaalt ten minste tien. Ten minste tien, tenminste dit."),  # a saying
        ("nl", "De ab cd en de ab cd. Hier abcd."),  # too short to tell
    ],
)
def test_what_may_be_one_word_is_no_doubt(tag: str, text: str) -> None:
    assert doubts(text, tag) == []


def test_a_saying_whose_words_stand_elsewhere_too_is_none() -> None:
    text = "Hij betaalt ten minste tien. Het minste is dat. Het is tenminste dit."
    assert doubts(text) == [(1, "tenminste is written 'ten minste' elsewhere: a space was lost")]


def test_signs_that_stand_against_a_word() -> None:
    assert doubts("Andere verwerkers(“sub-verwerkers”) helpen.") == [
        (1, "a sign stands against a word: verwerkers(“sub-verwerke")
    ]
    assert doubts("Welke:\n……………(invullen)") == [(2, "a sign stands against a word: ……………(invullen)")]
    assert doubts("Van Betrokkenen,-passende maatregelen.") == [
        (1, "a sign stands against a word: Betrokkenen,-passende maa")
    ]
    assert doubts("De klant(en), artikel 28(3)(h), 1,5 en a,b; be(ver)gen … (invullen) en (“zo”).") == []


def test_two_pieces_that_are_one_word_elsewhere() -> None:
    known = "De helft van alles."
    assert doubts(f"{known}\nHet nakomen va n plichten.") == [
        (2, "va n is written van elsewhere: a space came in"),
    ]
    assert doubts(f"{known}\nHet va nakomen va n plichten.") == []  # a piece that stands elsewhere too
    assert doubts("Over persoons gegevens.\nDe persoonsgegevens.") != []
    assert doubts("Zoveel als dit.\nZo veel als dat.") == []  # a small word is one by itself


def test_a_word_that_a_page_broke_within_a_line() -> None:
    known = "Wij verwerken alles."
    assert doubts(f"{known}\nNiet langer verwer- ken dan niet- inhoudelijke taken.") == [
        (2, "verwer- ken is written verwerken elsewhere"),
        (2, "niet- inhoudelijke: a hyphen of the word, or of the page?"),
    ]
    assert doubts(f"{known}\nEen niet- inhoudelijke taak. Wet- en regelgeving.") == []
    assert doubts("De weten is groot.\nDe wet- en regelgeving.") == []


def test_doubts_are_in_the_order_of_the_lines_and_those_before_stay() -> None:
    first = with_odd_spaces(Whole(raw_lines(f"Meer vandiens.\n{RIGHT}", False), [], []), language_of("nl"))
    again = with_odd_spaces(Whole(raw_lines(f"{RIGHT}\nMeer vandiens.", False), [], first.doubts), language_of("nl"))
    assert [one.number for one in again.doubts] == [1, 5]


def test_a_long_run_of_letters_is_read_in_time() -> None:
    assert doubts("a a a aa aa aaa aaa aaaa aaaa aaaaa aaaaa " + "a" * 79 + "b " + "a" * 20_000) == []


def test_a_word_of_any_length_takes_no_more_than_its_letters() -> None:
    assert doubts(f"{'a' * 400_000} verwerker.\n\nDe verwer- ker.") == [
        (3, "verwer- ker is written verwerker elsewhere")
    ]  # a hundred times as long would be minutes where the square was taken
