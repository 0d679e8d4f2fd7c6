"""Marks that a program wrote on a line of their own, above the words beside which they hang on the page."""

from __future__ import annotations

from clausule.language.nl import grammar
from clausule.read.importing.hanging import with_hung_marks
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.wrapped import whole


def shown(text: str) -> list[str]:
    return [line.words for line in with_hung_marks(raw_lines(text, markdown=False), grammar) if line.words]


COUNTED = ("een", "twee", "drie", "vier", "vijf")
FIVE = "\n\n".join(f"{mark}.\n\nDe {words}." for mark, words in zip("abcde", COUNTED, strict=True))


def test_a_mark_that_stands_alone_gets_the_words_below_it() -> None:
    text = f"1.1\n\nDe klant betaalt\nop tijd.\n\n(i)\n\nhoe dan ook\n\n1.\n\nDuur\n\n{FIVE}"
    assert shown(text)[:4] == ["1.1 De klant betaalt", "op tijd.", "(i) hoe dan ook", "1. Duur"]
    assert shown(text)[4:] == ["a. De een.", "b. De twee.", "c. De drie.", "d. De vier.", "e. De vijf."]
    lines = with_hung_marks(raw_lines(text, markdown=False), grammar)
    assert [line.number for line in lines if line.words][:3] == [1, 4, 6]


def test_few_of_them_and_what_is_no_mark_stay() -> None:
    assert shown(FIVE.removesuffix("\n\ne.\n\nDe vijf.")) == FIVE.removesuffix("\n\ne.\n\nDe vijf.").split("\n\n")
    for words in ("12", "2024", "-", "Artikel", "a"):
        assert shown(f"{words}\n\nDe klant.\n\n{FIVE}")[0] == words
    assert shown(f"a.\nDe klant.\n\n{FIVE}")[:2] == ["a.", "De klant."]  # no line between: a row of its own
    assert shown(f"a.\n\n- De klant.\n\n{FIVE}")[:2] == ["a.", "- De klant."]


def test_of_marks_of_one_kind_above_each_other_nobody_knows_whose_words_come() -> None:
    assert shown(f"c.\n\nd.\n\nDe klant.\n\n{FIVE}")[:3] == ["c.", "d.", "De klant."]
    assert shown(f"3.2\n\nb.\n\nDe klant.\n\n{FIVE}")[:3] == ["3.2", "b.", "De klant."]


def test_the_first_item_of_a_list_has_the_words_below_it_whatever_stands_above_it() -> None:
    assert shown(f"3.3\n\na.\n\nDe klant.\n\n{FIVE}")[:2] == ["3.3", "a. De klant."]
    doubts = whole(raw_lines(f"3.3\n\na.\n\nDe klant.\n\n{FIVE}", markdown=False), grammar).doubts
    assert [(one.number, one.words) for one in doubts] == [(1, "'3.3' stands without its words")]


def test_marks_without_words_are_doubts_also_where_one_stands_right_above_the_other() -> None:
    doubts = whole(raw_lines("c.\n3.2\n\n(i)\n\nDe klant.", markdown=False), grammar).doubts
    assert [one.words for one in doubts] == [f"'{mark}' stands without its words" for mark in ("c.", "3.2", "(i)")]


def test_a_number_of_an_article_has_its_title_from_the_line_below() -> None:
    text = "Artikel 1\n\nDuur\n\n1.1 Een jaar.\n\nBijlage 1\n\nGegevens\n\nNamen."
    assert shown(text) == ["Artikel 1 Duur", "1.1 Een jaar.", "Bijlage 1 Gegevens", "Namen."]
    assert shown(text.replace("Bijlage 1\n\n", ""))[0] == "Artikel 1"  # one alone may be a sentence's
    for below in ("1.1 Een jaar.", "duur", "De duur is een jaar.", "D" + "u" * 60):
        assert shown(f"Artikel 1\n\n{below}\n\nArtikel 2\n\n{below}\n\nArtikel 3")[:2] == ["Artikel 1", below]
    assert shown("Artikel 1\n\nDuur\nen meer\n\nArtikel 2\n\nSlot\nen meer")[0] == "Artikel 1"


def test_without_empty_lines_a_mark_gets_the_words_below_it_where_most_stand_alone() -> None:
    tight = "\n".join(f"1.{at}\nDe {words}." for at, words in enumerate(COUNTED, 1))
    text = f"1 Duur\n{tight}\n•\nDe zes."
    assert shown(text)[1:] == [f"1.{at} De {words}." for at, words in enumerate(COUNTED, 1)] + ["• De zes."]
    assert shown(f"{text}\nVolgens artikel\n7.2\ngeldt dat.")[-3:] == ["Volgens artikel", "7.2", "geldt dat."]
    among = "\n".join(f"2.{at} De {words}." for at, words in enumerate((*COUNTED, "zes"), 1))
    assert shown(f"{text}\n{among}")[:3] == ["1 Duur", "1.1", "De een."]  # six stand alone, and seven do not
    assert shown("\n".join(text.split("\n")[3:]))[:2] == ["1.2", "De twee."]  # five are too few
