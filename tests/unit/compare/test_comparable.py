"""What nobody can see is compared as if it were not there; what can be seen is not passed over; hashes know nothing of
it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.changes import differ
from clausule.compare.comparable import comparable, looks
from clausule.model.canonical import canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("o\ufb03cieel", "officieel"),
        ("\ufb01nancieel, a\ufb02oop", "financieel, afloop"),
        ("\u0132sland en b\u0133lage", "IJsland en bijlage"),
        ("Artikel \u2163", "Artikel IV"),
        ("\uff12\uff14 uur", "24 uur"),
        ("wachten\u2026", "wachten..."),
        ("[\u2026]", "[...]"),
        ("naam: . . . . .", "naam: \u2026"),
        ("naam: ___", "naam: ........"),
        ("e-mail\u2011adres", "e-mail-adres"),
        ("ver\u00adwerker", "verwerker"),
        ("ver\u200bwer\u2060ker\ufeff", "verwerker"),
        ("per\u200e dag\u200f", "per dag"),
        ("klant\ufe0f", "klant"),
        ("\u00b4s avonds", "'s avonds"),
        ("foto\u02bcs", "foto\u2019s"),
        ("van 9 \u2012 17 uur", "van 9 \u2013 17 uur"),
        ("10\u00a0dagen", "10\u202fdagen"),
        ("25 \u00b5m", "25 \u03bcm"),
    ],
)
def test_what_looks_the_same_is_compared_as_the_same(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)
    assert not differ(comparable(one), comparable(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 %", "5%"),
        ("5 \u2030 per dag", "5\u2030 per dag"),
        ("\u20ac 500 ineens", "\u20ac500 ineens"),
        ("JA / NEE", "JA/NEE"),
        ("(zie bijlage 2 )", "(zie bijlage 2)"),
        ("dagen ;", "dagen;"),
        ("Eerste zin.\nTweede zin.", "Eerste zin. Tweede zin."),
        ("\u00a7 7", "\u00a77"),
    ],
)
def test_white_space_beside_a_sign_is_no_difference(one: str, other: str) -> None:
    assert not differ(comparable(one), comparable(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10\u00b2", "102"),
        ("\u00bd jaar", "1/2 jaar"),
        ("in zake", "inzake"),
        ("1 0 dagen", "10 dagen"),
        ("artikel 7. 1 dag", "artikel 7.1 dag"),
        ("de klant\u202e", "de klant"),
        ("de \u2067klant\u2069", "de klant"),
        ("5%", "5\u2030"),
        ("niet", "Niet"),
        ("a.\u0008", "a."),
        ("\u0430kkoord", "akkoord"),
    ],
)
def test_what_can_be_seen_or_means_something_is_a_difference(one: str, other: str) -> None:
    assert differ(comparable(one), comparable(other))


def test_the_border_between_two_cells_counts() -> None:
    assert differ("Host\tNL", "Host NL") and differ("Host A\tNL", "Host\tA NL")
    assert not differ("5 %\tper\ndag", "5%\tper dag")


def test_a_sign_that_steers_the_direction_is_shown_by_its_name() -> None:
    assert comparable("de\u202eklant\u202c") == "de<U+202E>klant<U+202C>"
    assert comparable("\u0007bel") == "<U+0007>bel"


def test_an_accent_that_stands_alone_stays() -> None:
    assert comparable("a \u00a8 b") == "a \u00a8 b"


def test_hashes_are_of_words_as_they_always_were() -> None:
    for words in ("o\ufb03cieel", "\u0132sland", "wachten...", "klant\u202e", "\uff12"):
        assert canonical(words) == words


@given(st.text())
def test_folding_twice_is_folding_once_and_nothing_unseen_is_left(words: str) -> None:
    once = comparable(words)
    assert comparable(once) == once
    assert not any(unicodedata.category(letter) in ("Cf", "Cc") for letter in once)
    assert looks(once) == looks(looks(once))
