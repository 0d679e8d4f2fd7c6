"""Whose duty a Dutch clause states: the term for reporting a breach, and the measures that a text promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.language.language import language_of
from clausule.language.nl.duties import DUTIES
from clausule.language.nl.measures import find_promises
from clausule.language.nl.numbers import number_of, number_words
from clausule.language.nl.questions import breach_words, hours_in
from clausule.law.gdpr import FORBIDDING, demand_parts


def sentences(name: str) -> list[str]:
    """The sentences in a file of ``duties``, one a line."""
    return (Path(__file__).parent / "duties" / f"{name}.txt").read_text("utf-8").splitlines()


# In hours; a working day is a day.
HOURS = {
    "binnen 48 uur": 48,
    "uiterlijk zesendertig uren": 36,
    "binnen vierentwintig (24) uur": 24,
    "binnen één dag": 24,
    "binnen twee werkdagen": 48,
    "binnen een etmaal": 24,
    "binnen anderhalve dag": 36,
    "binnen een week": 168,
    "binnen 24u": 24,
    "onverwijld": None,
    "binnen 3 maanden": None,
    "binnen 1.5 uur": None,
}


@pytest.mark.parametrize("marked", sentences("terms"))
def test_the_processors_term_for_a_report_is_found(marked: str) -> None:
    sentence, term = marked.replace("[", "").replace("]", ""), marked[marked.index("[") + 1 : marked.index("]")]
    found = breach_words(sentence)
    assert found and sentence[slice(*found)] == term


@pytest.mark.parametrize("sentence", sentences("no-terms"))
def test_the_term_of_another_or_for_another_thing_is_none(sentence: str) -> None:
    assert breach_words(sentence) is None


@pytest.mark.parametrize("sentence", sentences("promises"))
def test_what_the_publisher_promises_is_found(sentence: str) -> None:
    assert len(list(find_promises(sentence))) == 1


@pytest.mark.parametrize("sentence", sentences("no-promises"))
def test_a_duty_of_the_customer_the_past_a_denial_or_a_wish_is_no_promise(sentence: str) -> None:
    assert not list(find_promises(sentence))


@pytest.mark.parametrize("line", sentences("opposites"))
def test_a_sentence_that_speaks_of_a_demand_can_say_the_opposite(line: str) -> None:
    assert denied(line) == {True}


@pytest.mark.parametrize("line", sentences("no-opposites"))
def test_a_denial_of_something_else_or_of_its_contrary_fulfils_a_demand(line: str) -> None:
    assert False in denied(line)


def denied(line: str) -> set[bool]:
    """Whether the sentence behind the name of a part of a demand says its opposite, for each place that speaks of
    it."""
    name, _, sentence = line.partition(" ")
    return {
        DUTIES.says_opposite(sentence, *match.span(), part in FORBIDDING)
        for part in demand_parts(name)
        for match in language_of("nl").law.part(part).cues.finditer(sentence)
    }


@pytest.mark.parametrize("words", HOURS)
def test_a_period_in_hours(words: str) -> None:
    assert hours_in(words) == HOURS[words]


@given(st.integers(0, 99))
def test_a_number_in_words_is_that_number(number: int) -> None:
    assert number_of(number_words(number)) == number_of(str(number)) == number


@given(st.text(alphabet="Klant Verwerker,.;meldt dat niet en", max_size=60))
def test_the_clauses_are_the_text_in_order(plain: str) -> None:
    found = DUTIES.clauses(plain)
    assert [clause.start for clause in found] == sorted({clause.start for clause in found})
    for clause in found:
        assert plain[clause.start :].startswith(clause.words) and clause.words.strip()
        assert clause.opens <= clause.start <= clause.closes
        assert DUTIES.clause_at(plain, clause.start) is clause
