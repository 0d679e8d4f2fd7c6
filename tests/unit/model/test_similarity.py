"""Help with words: which one was nearly right, a short form, what a terminal may show, an order that counts numbers."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clausule.model.similarity import closest, distance, natural, short, visible

words = st.text("abc", max_size=6)


def edits_away(word: str) -> set[str]:
    """Every word that one edit makes of ``word``: a letter put in, taken out, replaced, or swapped with its
    neighbour."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return (
        {left + letter + right for left, right in cuts for letter in "abc"}
        | {left + right[1:] for left, right in cuts if right}
        | {left + letter + right[1:] for left, right in cuts if right for letter in "abc"}
        | {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    )


@given(words)
def test_a_word_is_at_distance_0_of_itself_and_1_of_what_one_edit_makes_of_it(word: str) -> None:
    assert distance(word, word) == 0
    assert {distance(word, other) for other in edits_away(word) - {word}} == {1}


def by_definition(one: str, other: str) -> int:
    """The optimal string alignment distance, as Boytsov 2011 defines it: the last letters decide, and then the rest."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        by_definition(one[:-1], other) + 1,
        by_definition(one, other[:-1]) + 1,
        by_definition(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[-1] + other[-2]:
        ways.append(by_definition(one[:-2], other[:-2]) + 1)
    return min(ways)


@example("bb", "aaaaa", 3)
@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 6))
def test_distance_is_what_its_definition_says_up_to_the_most_that_is_asked_for(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == distance(other, one, most) == min(by_definition(one, other), most + 1)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("", "", 0), ("", "abc", 3), ("klant", "klant", 0), ("klant", "klaant", 1), ("klant", "kant", 1), ("klant", "klont", 1),  # noqa: E501
        ("klant", "klatn", 1), ("lkant", "klant", 1), ("klant", "kalnt", 1), ("klant", "klanten", 2), ("klant", "Klant", 1),  # noqa: E501
        ("verwerker", "bewerker", 2), ("ca", "abc", 3), ("abcd", "badc", 2), ("kitten", "sitting", 3),
    ],
)  # fmt: skip
def test_how_many_edits_lie_between_two_words(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits


def test_three_edits_are_looked_for_unless_somebody_says_otherwise() -> None:
    assert [distance("a" * 9, "a" * (9 - count) + "b" * count) for count in (2, 3, 4, 9)] == [2, 3, 4, 4]


def test_the_nearest_word_is_a_third_of_its_letters_away_at_most() -> None:
    known = ["klant", "verwerker", "gegevens"]
    assert closest("klatn", known) == "klant" and closest("VERWERKR", known) == "verwerker"
    # Five letters may be one off, six two; but every word may be one off, however short.
    assert closest("kalnt", known) == "klant" and closest("xlanx", known) == ""
    assert closest("ab", ["ax"]) == "ax" and closest("ab", ["xx"]) == ""
    assert closest("abcdef", ["abcdxx"]) == "abcdxx" and closest("abcde", ["abcxx"]) == ""
    assert closest("abcdefghi", ["abcdefxxx"]) == "abcdefxxx" and closest("abcdefghi", ["abcdexxxx"]) == ""
    assert closest("iets", []) == ""


def test_a_begin_stands_for_the_one_word_that_has_it() -> None:
    rules = ["unknown-act", "unknown-reference"]
    assert closest("unknown-ref", rules) == "unknown-reference"  # three letters from the other
    assert closest("Freq", ["frequency"]) == "frequency" and closest("fre", ["frequency"]) == ""
    assert closest("unknown", rules) == "" and closest("unknown-acd", [*rules, "unknown-acdc"]) == "unknown-acdc"
    assert closest("date", ["data", "date-of-birth"]) == "data"  # one letter counts before a begin


def test_a_word_of_which_one_letter_differs_goes_before_one_that_was_only_begun_and_no_other() -> None:
    assert closest("effect", ["effective", "affect"]) == "affect"
    assert closest("effect", ["effective", "affecto"]) == "effective"
    assert closest("effect", ["effective", "effect"]) == "effect"


def test_of_words_that_are_as_near_the_first_in_the_alphabet_is_named() -> None:
    assert closest("abc", ["abx", "abd"]) == "abd" and closest("abd", ["abx", "abd"]) == "abd"


@given(st.text(max_size=80), st.integers(1, 70))
def test_a_short_form_begins_the_same_and_is_no_longer_than_the_most(words: str, most: int) -> None:
    found = short(words, most)
    assert len(found) == min(len(words), most)
    assert found == words if len(words) <= most else found == words[: most - 1] + "…"


def test_a_short_form_has_sixty_characters_and_takes_anything() -> None:
    assert short("a" * 60) == "a" * 60 and short("a" * 61) == "a" * 59 + "…"
    assert short(None) == "None" and short(12) == "12"


@pytest.mark.parametrize("char", ["\x1b", "\n", "\x7f", "\u202e", "\u200b", "\u2028", "\u2029", "\ud800", "\x9b"])
def test_what_steers_a_terminal_is_shown_as_a_point(char: str) -> None:
    assert visible(f"een{char}twee") == "een·twee"


@given(st.text())
def test_what_is_shown_has_as_many_characters_and_keeps_all_that_can_be_printed(words: str) -> None:
    shown = visible(words)
    assert len(shown) == len(words)
    # Spaces other than the common one are not printable to Python, but they steer nothing.
    assert all(
        one == other or (other == "·" and not one.isprintable()) for one, other in zip(words, shown, strict=True)
    )
    assert "\u00a0" not in words or "\u00a0" in shown


def test_numbers_in_names_count() -> None:
    names = ["artikel-9", "artikel-10", "artikel-10.2", "artikel-10.10", "artikel-11", "bijlage-2"]
    assert sorted(reversed(names), key=natural) == names
    assert natural("a1") < natural("a2") and natural("2") < natural("a") and natural("a01") != natural("a1")


def test_a_version_with_a_letter_stands_behind_its_number() -> None:
    """1.5a is between 1.5 and 1.6, and not after 1.11; what is no digit of ours is no number."""
    versions = ["1.0", "1.5", "1.5.1", "1.5a", "1.6", "1.11", "1.²", "2.0", "2.0-rc"]
    assert sorted(reversed(versions), key=natural) == versions
