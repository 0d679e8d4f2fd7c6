"""What the search knows of a language: a table of synonyms that a lawyer can read, and words that a script can read."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from clausule.language.language import language_of, languages
from clausule.language.search import read_synonyms, search_words


@pytest.mark.parametrize("tag", languages())
def test_each_row_of_synonyms_has_two_words_or_more_and_none_twice(tag: str) -> None:
    rows = read_synonyms(tag)
    assert len(rows) > 30
    for row in rows:
        assert len(row) > 1 and all(re.fullmatch(r"\w[\w ’'-]*\w", word) for word in row), row
        assert max(Counter(word.casefold() for word in row).values()) == 1, row


def test_comments_and_empty_lines_are_no_rows() -> None:
    assert not [word for row in read_synonyms("nl") for word in row if "#" in word or ":" in word]
    assert ("gegevens", "data") in read_synonyms("nl") and ("EEA", "European Economic Area") in read_synonyms("en")


@pytest.mark.parametrize("tag", languages())
def test_the_words_are_plain_data_in_small_letters(tag: str) -> None:
    told = search_words(language_of(tag))
    assert json.loads(json.dumps(told))["ids"] == told["ids"]
    for kind in ("article", "clause", "annex", "item", "acts", "define", "small"):
        assert told[kind] and all(word == word.casefold() for word in told[kind]), kind
    for pattern, _ in told["stem"]:
        re.compile(pattern)
    assert not {*told["article"], *told["clause"], *told["annex"], *told["item"]} & set(told["ordinals"])


def test_a_question_word_has_answers() -> None:
    questions, answers = search_words(language_of("nl"))["asks"][0]
    assert "hoe snel" in questions and "uur" in answers
