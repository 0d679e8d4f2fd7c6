"""Ids: made of a number as it is written, or of words, and never given twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.model.annex_kind import annex_kinds
from clausule.model.ids import Ids, all_around, annex_digits, is_within, letters, linked_id, roman, roman_value, slug


@given(st.lists(st.sampled_from(["a", "b", "a-2", "a-3", "a-2-2"])), st.lists(st.sampled_from(["a", "b"])))
def test_no_id_is_given_twice_and_what_is_free_is_given_as_it_is_wanted(wanted: list[str], taken: list[str]) -> None:
    ids, given_out = Ids(taken), set(taken)
    for name in wanted:
        free = name not in given_out
        assert (name in ids) is not free
        found = ids.unique(name)
        assert found not in given_out and (found == name) is free and re.fullmatch(rf"{name}(-\d+)?", found)
        given_out.add(found)


def test_the_second_is_called_so() -> None:
    ids = Ids(["b"])
    assert [ids.unique(name) for name in ("a", "a", "a", "b", "a-2", "a")] == ["a", "a-2", "a-3", "b-2", "a-2-2", "a-4"]


@given(st.integers(1, 49))
def test_an_annex_has_the_same_digits_however_its_number_is_written(number: int) -> None:
    written = roman(number)
    assert annex_digits(str(number)) == annex_digits(f"0{number}") == str(number)
    if written not in ("l", "c"):
        assert annex_digits(written) == annex_digits(written.upper()) == str(number)


@pytest.mark.parametrize(
    ("number", "written"),
    [(1994, "mcmxciv"), (944, "cmxliv"), (3888, "mmmdccclxxxviii"), (499, "cdxcix"), (90, "xc"), (50, "l"), (40, "xl")],
)
def test_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written


@given(st.integers(1, 399))
def test_a_roman_number_is_read_as_it_is_written(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize("written", ["", "b", "iib", "md"])
def test_other_letters_are_no_roman_number(written: str) -> None:
    assert roman_value(written) is None


@pytest.mark.parametrize(("number", "written"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")])
def test_letters_that_count(number: int, written: str) -> None:
    assert letters(number) == written


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("A", "a"),
        ("b", "b"),
        ("C", "c"),
        ("L", "l"),
        ("CX", "110"),
        ("XC", "90"),
        ("LX", "60"),
        ("1a", "1a"),
        ("D", "d"),
        ("V", "5"),
    ],
)
def test_a_letter_is_a_letter_unless_it_must_be_roman(number: str, digits: str) -> None:
    assert annex_digits(number) == digits


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Één ding: twee!", "een-ding-twee"),
        ("  -- ", "x"),
        ("", "x"),
        ("日本", "x"),
        ("A1 b2", "a1-b2"),
        ("ﬁets", "fiets"),
        ("-a-", "a"),
    ],
)
def test_a_slug_is_ascii_and_never_empty(words: str, name: str) -> None:
    assert slug(words) == name


@given(st.text())
def test_any_words_give_an_address(words: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(words)) and slug(slug(words)) == slug(words)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("artikel-07.md", "artikel-7"), ("artikel-7/", "artikel-7"), ("artikel-10.md", "artikel-10"), ("bijlage-ii/", "bijlage-2"),  # noqa: E501
        ("bijlage-02.md", "bijlage-2"), ("bijlage-ii/#bijlage-2-a", "bijlage-2-a"), ("#artikel-7.2", "artikel-7.2"),
        ("artikel-07.md#artikel-7.1", "artikel-7.1"), ("index.md", "index"), ("", ""), ("volledig/", "volledig"),
    ],
)  # fmt: skip
def test_a_link_to_a_file_means_the_id_of_what_stands_there(target: str, found: str) -> None:
    assert linked_id(target, "bijlage") == found


def test_an_id_says_what_holds_it() -> None:
    assert (
        is_within("artikel-1", "artikel-1")
        and is_within("artikel-1.2", "artikel-1")
        and is_within("artikel-1.2-a", "artikel-1.2")
    )
    assert not is_within("artikel-10", "artikel-1") and not is_within("artikel-1", "artikel-1.2")


def test_an_annex_that_names_no_kind_is_text() -> None:
    first, *others = annex_kinds()
    assert first == "text" and sorted(others) == ["measures", "questionnaire"]


def test_what_an_id_can_be_within_goes_from_the_widest_to_itself() -> None:
    assert list(all_around("artikel-7.2-a")) == ["artikel", "artikel-7", "artikel-7.2", "artikel-7.2-a"]
    assert list(all_around("inleiding")) == ["inleiding"]
