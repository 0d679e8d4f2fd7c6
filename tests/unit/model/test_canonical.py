"""The canonical form: typing is taken away, and nothing that can be read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.model.canonical import canonical

SAME = {
    "“Klant”": '"Klant"',
    "„Klant”": '"Klant"',
    "«Klant»": '"Klant"',
    "klant’s ‘woord’ ‚hier‛": "klant's 'woord' 'hier'",
    "a‐b‑c–d—e−f": "a-b-c-d-e-f",
    "ge\u00adge\u200bvens\u200c\u200d\u2060\ufeff": "gegevens",
    "een  \t twee\n drie\u00a0vier": "een twee drie vier",
    "  aan de rand ": "aan de rand",
    "e\u0301e\u0301n": "één",
    # A blank is a blank, however long somebody made it; three points are none.
    "naam: ............": "naam: …",
    "naam: …………": "naam: …",
    "naam: ____": "naam: …",
    "naam: ....": "naam: …",
    "naam: ….": "naam: …",
    "naam: .….": "naam: …",
    "naam: __....__": "naam: …",
    "naam: ____________ datum: ......": "naam: … datum: …",
    # What stays as it is.
    "enzovoort...": "enzovoort...",
    "enzovoort…": "enzovoort…",
    "a__b": "a__b",
    "a___b": "a___b",
    "10² ﬁets ½": "10² ﬁets ½",
    "": "",
    " \u200b ": "",
}


@pytest.mark.parametrize("typed", SAME)
def test_what_is_typed_is_one_form(typed: str) -> None:
    assert canonical(typed) == SAME[typed]


@given(st.text() | st.text(" .…_-–“'’a\u00ad", max_size=12))
def test_the_canonical_form_is_that_of_itself(words: str) -> None:
    once = canonical(words)
    assert canonical(once) == once
    assert once == " ".join(once.split()) == unicodedata.normalize("NFC", once)


@given(st.text(st.characters(codec="ascii", exclude_characters="._"), max_size=40))
def test_of_plain_words_only_the_white_space_is_another(words: str) -> None:
    assert canonical(words) == " ".join(words.split())
    assert canonical(f"é {words}") == " ".join(["é", *words.split()]), "nor beside others"


@given(st.text("abc “”-–.", max_size=20), st.text("abc “”-–.", max_size=20))
def test_words_apart_by_a_space_have_their_own_form(one: str, other: str) -> None:
    assert canonical(f"{one} {other}").split() == [*canonical(one).split(), *canonical(other).split()]


def test_letters_and_figures_are_themselves_and_a_quote_stands_for_every_quote() -> None:
    plain = "".join(chr(number) for number in range(33, 127))
    assert canonical(f"é{plain}") == f"é{plain}"
    assert canonical("“”„«»") == '"' * 5 and canonical("‘’‚‛") == "'" * 4 and canonical("‐‑–—−") == "-" * 5
