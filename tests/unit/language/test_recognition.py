"""In which language a text is written: a doubt by small words, and none where there are few of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.author.new_agreement import Wanted, agreement_page
from clausule.language.recognition import LEAST, english_name, likeliest, reads_as, small_words

DUTCH = (
    "De verwerker wist de gegevens na het einde van de overeenkomst, tenzij de klant om een kopie vraagt die hij wil. "
)
ENGLISH = "The processor deletes the data after the end of the agreement, unless the customer wants a copy of that. "


@pytest.mark.parametrize(
    ("text", "tag", "read"),
    [
        (DUTCH * 2, "en", "nl"),
        (DUTCH * 2, "nl", "nl"),
        (ENGLISH * 2, "nl", "en"),
        (ENGLISH * 2, "en", "en"),
        (ENGLISH * 3 + DUTCH, "nl", "en"),
        (ENGLISH + DUTCH, "nl", "nl"),
        (ENGLISH + DUTCH, "en", "en"),
        ("De verwerker wist de gegevens.", "en", "en"),
        ("", "en", "en"),
        ("Acme Acme Acme 1 2 3", "en", "en"),
    ],
)
def test_what_a_text_reads_as(text: str, tag: str, read: str) -> None:
    assert reads_as(text, tag) == read


def test_words_that_two_languages_have_tell_nothing() -> None:
    assert small_words("in is of") == {}
    assert small_words("the het") == {"en": 1, "nl": 1}
    assert reads_as("het " * (LEAST - 1), "en") == "en" and reads_as("het " * LEAST, "en") == "nl"


def test_names_for_an_author() -> None:
    assert (english_name("nl"), english_name("en"), english_name("xx")) == ("Dutch", "English", "xx")


def test_a_text_that_comes_in_shows_its_language_where_nobody_named_one() -> None:
    wanted = Wanted(slug="dpa", title="DPA", publisher="Shop", asked=False)
    read = wanted.reading([ENGLISH, ENGLISH])
    assert read == replace(wanted, language="en") and "\nlanguage: en\n" in agreement_page(read)
    assert wanted.reading([DUTCH, DUTCH]) == wanted and "language:" not in agreement_page(wanted)
    assert replace(wanted, asked=True).reading([ENGLISH, ENGLISH]) == replace(wanted, asked=True)


def test_an_agreement_says_its_language_where_the_site_has_another() -> None:
    wanted = Wanted(slug="dpa", title="DPA", publisher="Shop", language="nl", site_language="en")
    assert "\nlanguage: nl\n" in agreement_page(wanted)


@pytest.mark.parametrize(
    ("text", "usual", "read"),
    [
        ("See Article 1A and Article 1B(2).", "nl", "en"),
        ("Clause 1.1(B)", "nl", "en"),
        ("onderdeel B van lid 1", "en", "nl"),
        ("The processor deletes the data.", "nl", "en"),
        ("De verwerker wist de gegevens.", "en", "nl"),
        ("The processor deletes the data in artikel 3.", "nl", "en"),
        ("Acme", "en", "en"),
        ("Acme", "nl", "nl"),
        ("", "nl", "nl"),
    ],
)
def test_the_likeliest_language_of_a_few_words(text: str, usual: str, read: str) -> None:
    assert likeliest(text, usual) == read
