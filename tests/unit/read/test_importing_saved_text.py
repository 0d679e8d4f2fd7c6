"""A plain text that a word processor saved: each line is a paragraph, and its mark says what an item lies in."""

from __future__ import annotations

import pytest

from clausule.language.en import grammar as english
from clausule.language.nl import grammar
from clausule.read.importing.document import lines_of
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.saved_text import is_saved, read_saved

LONG = "Verwerker houdt zich aan alles wat hier staat, " * 4


def shown(text: str) -> list[str]:
    """The lines of Markdown that come of it, without the empty ones."""
    return [line.text for line in lines_of(read_saved(raw_lines(text, False), grammar)) if line.words]


def saved(text: str) -> bool:
    return is_saved(raw_lines(text, False))


def test_a_line_is_a_paragraph_where_lines_are_longer_than_anybody_wraps_them() -> None:
    assert saved(f"1.1 {LONG}.\na. een;\nb. twee.\n1.2 Kort.")
    assert not saved("1.1 Verwerker houdt zich aan\nalles wat hier staat.\na. een;\nb. twee.")


def test_a_text_whose_paragraphs_have_empty_lines_between_them_is_read_as_it_was() -> None:
    assert not saved(f"1.1 {LONG}.\n\na. een;\n\nb. twee.\n\n1.2 Kort.\n\n1.3 {LONG}")


def test_lines_that_go_on_in_the_next_are_wrapped_whatever_the_longest_is() -> None:
    wrapped = (
        "Verwerker houdt zich aan alles wat hier staat, en aan\nal wat daarbij hoort en wat Partijen nader met elkaar\n"
    )
    assert not saved(wrapped * 3 + f"alles.\n{LONG}.")
    assert saved(f"{LONG};\na. wat daarbij hoort;\nb. en wat nader is afgesproken.")


@pytest.mark.parametrize("indent", ["", "    "], ids=["by marks", "by white space"])
def test_items_lie_in_the_item_that_holds_them_and_clauses_in_none(indent: str) -> None:
    lines = [(1, "3.1 Zorg dat:"), (2, "a. er een grond is;"), (2, "b. men weet:"), (3, "(i) wie;"), (3, "(ii) wat;")]
    lines += [(2, "c. het klopt."), (1, "3.2 Kort.")]
    text = "\n".join(f"{indent * depth}{words}" for depth, words in lines)
    assert shown(text) == [
        "3.1 Zorg dat:",
        "a. er een grond is;",
        "b. men weet:",
        "    (i) wie;",
        "    (ii) wat;",
        "c. het klopt.",
        "3.2 Kort.",
    ]


def test_a_tab_behind_a_number_and_white_space_before_it_are_none_of_the_words() -> None:
    assert shown("\t3.1\tZorg dat:\n\t\ta.\teen;\n\t\tb.\ttwee.") == ["3.1 Zorg dat:", "a. een;", "b. twee."]


def test_a_letter_that_is_a_roman_number_too_is_what_follows_the_letter_before_it() -> None:
    assert shown("1.1 Dit:\n(h) acht;\n(i) negen;\n(j) tien.") == ["1.1 Dit:", "(h) acht;", "(i) negen;", "(j) tien."]


def test_words_without_a_mark_end_a_list_and_the_next_begins_anew() -> None:
    assert shown("1.1 Dit:\na. een;\nb. twee.\nEn ook:\n1. drie;\n2. vier.") == [
        "1.1 Dit:",
        "a. een;",
        "b. twee.",
        "En ook:",
        "1. drie;",
        "2. vier.",
    ]


def test_white_space_says_which_item_words_without_a_mark_go_on_in() -> None:
    text = "    1.1 Dit:\n        a. een;\n            wat ook geldt.\n        b. twee.\nEn verder niets."
    assert shown(text) == ["1.1 Dit:", "a. een;", "    wat ook geldt.", "b. twee.", "En verder niets."]


def test_under_the_heading_of_an_article_items_lie_in_none() -> None:
    assert shown("1. Begrippen\na. een;\nb. twee.\n2. Duur\na. drie.") == [
        "1. Begrippen",
        "a. een;",
        "b. twee.",
        "2. Duur",
        "a. drie.",
    ]
    assert shown("1. Het volgende:\na. een;\n2. En verder.") == ["1. Het volgende:", "    a. een;", "2. En verder."]


def test_a_letter_before_a_few_words_is_the_heading_of_a_part_where_words_stand_under_it() -> None:
    text = "A. Diensten\n• hosting\nB. Gegevens\nNamen."
    assert shown(text) == ["## A. Diensten", "• hosting", "## B. Gegevens", "Namen."]
    assert shown("A. Diensten\nB. Gegevens\nC. De rest") == ["A. Diensten", "B. Gegevens", "C. De rest"]


TERMS = "AVG\nVerordening (EU) 2016/679.\nDatalek\neen inbreuk op de beveiliging.\nDienst\nwat Verwerker levert;\n"


def test_behind_a_colon_cells_of_a_table_of_terms_are_terms_with_their_meanings() -> None:
    assert shown(f"1.1 Hierin betekent:\n{TERMS}1.2 Kort.") == [
        "1.1 Hierin betekent:",
        "AVG",
        ":   Verordening (EU) 2016/679.",
        "Datalek",
        ":   een inbreuk op de beveiliging.",
        "Dienst",
        ":   wat Verwerker levert;",
        "1.2 Kort.",
    ]


@pytest.mark.parametrize(
    "text",
    [f"1.1 Hierin staat.\n{TERMS}", "1.1 Hierin betekent:\nAVG\nVerordening.\nDatalek\neen inbreuk.\n1.2 Kort."],
    ids=["no colon", "two"],
)
def test_a_few_words_above_a_sentence_are_else_no_term(text: str) -> None:
    assert not [line for line in shown(text) if line.startswith(":")]


def test_capital_letters_in_brackets_are_items_of_recitals() -> None:
    text = "Background\n(A) The Controller has ordered the Services.\n(B) The parties agree."
    found = [line.text for line in lines_of(read_saved(raw_lines(text, False), english)) if line.words]
    assert found == ["Background", "(A) The Controller has ordered the Services.", "(B) The parties agree."]
