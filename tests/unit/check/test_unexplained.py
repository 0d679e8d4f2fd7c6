"""Which changes want a reason of their own: what went as a whole wants one."""

from __future__ import annotations

from clausule.check.changes import unexplained
from clausule.compare.explanations import explain
from editions import edition

FIRST = "Verwerker meldt een inbreuk binnen een dag aan Klant."
SECOND = "De kosten van een controle zijn voor rekening van de partij die haar heeft gevraagd."
THIRD = "Medewerkers van Verwerker zijn verplicht tot geheimhouding."


def test_an_article_that_came_or_went_with_its_clauses_is_told_once() -> None:
    one, two = edition("1.0", [FIRST]), edition("1.1", [FIRST], [SECOND, THIRD])
    told = [(row.change.kind, row.change.unit.id) for row in unexplained(explain(one, two))]
    assert told == [("added", "artikel-2")]
    told = [(row.change.kind, row.change.unit.id) for row in unexplained(explain(two, one))]
    assert told == [("removed", "artikel-2")]


def test_clauses_that_went_from_an_article_that_stays_are_told_one_by_one() -> None:
    one, two = edition("1.0", [FIRST, SECOND, THIRD]), edition("1.1", [FIRST])
    assert [row.change.unit.id for row in unexplained(explain(one, two))] == ["artikel-1.2", "artikel-1.3"]
