"""Every word of both agreements is in the Markdown, in the clause where it belongs."""

from __future__ import annotations

from collections import Counter

import pytest

import words

AGREEMENTS = ("mickcom", "123meekijken")


@pytest.mark.parametrize("name", AGREEMENTS)
def test_each_part_has_the_letters_and_digits_of_the_source(name: str) -> None:
    expected, actual = words.source_parts(name), words.markdown_parts(name)
    assert list(actual) == list(expected)
    different = {part: (expected[part], actual[part]) for part in expected if actual[part] != expected[part]}
    assert not different


@pytest.mark.parametrize("name", AGREEMENTS)
def test_each_part_has_the_words_of_the_source(name: str) -> None:
    expected, actual = words.source_words(name), words.markdown_words(name)
    different = {part: (expected[part], actual[part]) for part in expected if actual[part] != expected[part]}
    assert not different


@pytest.mark.parametrize("name", AGREEMENTS)
def test_cutting_the_source_loses_nothing_but_page_furniture(name: str) -> None:
    everything, furniture = words.raw_letters(name)
    assert Counter(everything) == Counter(furniture) + Counter("".join(words.source_parts(name).values()))


@pytest.mark.parametrize(
    ("name", "clauses", "parts", "letters", "count"),
    [("mickcom", 35, 57, 21_044, 3_369), ("123meekijken", 33, 47, 20_248, 3_064)],
)
def test_the_figures(name: str, clauses: int, parts: int, letters: int, count: int) -> None:
    found = words.source_parts(name)
    assert len(found) == parts
    assert sum("." in part for part in found) == clauses
    assert sum(map(len, found.values())) == letters
    assert sum(map(len, words.markdown_words(name).values())) == count
