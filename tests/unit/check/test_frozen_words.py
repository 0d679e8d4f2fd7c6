"""Which words of a frozen text are other, and where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausule.check.frozen_words import altered
from clausule.model.nodes import Items
from editions import edition, item

WAS = "Verwerker meldt een inbreuk binnen een dag aan Klant."


@pytest.mark.parametrize(
    ("now", "column", "said"),
    [
        ("Verwerker meldt een inbreuk binnen een week aan Klant.", 40, "'dag' became 'week'"),
        ("Verwerker meldt een inbreuk aan Klant.", 28, "'binnen een dag' was taken out"),
        ("Verwerker meldt een inbreuk snel binnen een dag aan Klant.", 29, "'snel' was put in"),
        ("Verwerker meldt een lek binnen een week aan Klant.", 21, "'inbreuk' became 'lek'"),
        ("Verwerker meldt meldt een inbreuk binnen een dag aan Klant.", 1, "'meldt' was put in"),
    ],
)
def test_the_first_words_that_are_other_are_named_where_they_stand(now: str, column: int, said: str) -> None:
    """Words that stand there twice are at the begin of their clause."""
    ((place, name, what),) = altered(edition("1", [WAS]), edition("1", [now]))
    assert (place.column, name, what) == (column, "artikel-1.1", said)


@pytest.mark.parametrize(
    ("was", "now", "column"),
    [
        # Three words before what was taken out are looked for: these stand there once.
        ("Klant of een ander of een derde partij meldt dit.", "Klant of een ander of een derde meldt dit.", 32),
        # And these twice, so that nobody can say where: the begin of the clause.
        ("Aan ons allen gaf hij aan ons allen iets terug.", "Aan ons allen gaf hij aan ons allen terug.", 36),
        ("Zo gaf hij ons dit en gaf hij ons snel dat.", "Zo gaf hij ons dit en gaf hij ons dat.", 1),
    ],
)
def test_what_was_taken_out_is_where_the_words_before_it_end(was: str, now: str, column: int) -> None:
    ((place, _, _),) = altered(edition("1", [was]), edition("1", [now]))
    assert place.column == column


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [("meldt een inbreuk", "belt op een avond", 13), ("meldt snel een inbreuk", "belt snel op een dag", 1)],
)
def test_words_that_two_items_of_a_clause_have_are_at_its_begin(first: str, second: str, column: int) -> None:
    was, now = (
        edition("1", [Items((item("a", one), item("b", other)))])
        for one, other in (("meldt een inbreuk", "belt op een dag"), (first, second))
    )
    assert [place.column for place, *_ in altered(was, now)] == [column]


def test_what_came_and_what_went_is_named() -> None:
    other = "De kosten van een controle zijn voor rekening van de partij die haar heeft gevraagd."
    two, one = edition("1", [WAS, other]), edition("1", [WAS])
    assert [row[1:] for row in altered(two, one)] == [("artikel-1.2", "was removed")]
    assert [row[1:] for row in altered(one, two)] == [("artikel-1.2", "is new")]
    moved = [row[2] for row in altered(two, edition("1", [other, WAS]))]
    assert moved and set(moved) == {"has another number or place"}


def test_a_day_that_is_another_is_named_and_an_equal_text_is_not() -> None:
    text = replace(edition("1", [WAS]), effective=date(2020, 1, 1))
    later = replace(text, effective=date(2021, 1, 1))
    assert [row[1:] for row in altered(text, later)] == [("", "its day was 2020-01-01 and is 2021-01-01")]
    assert list(altered(text, text)) == []
