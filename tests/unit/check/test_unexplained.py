"""Which changes want a reason of their own: what went as a whole wants one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from clausule.check.changes import unexplained
from clausule.compare.changes import SUBSTANTIVE, Change
from clausule.compare.explanations import Explained, explain
from clausule.compare.unit import Unit
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


def test_a_category_that_takes_the_place_of_one_that_went_with_its_measures_wants_its_own_reason() -> None:
    """What went is told as measures that are gone; what came has its address, and is not told with them."""

    def row(kind: str, unit: Unit) -> Explained:
        old, new = (unit, None) if kind == "removed" else (None, unit)
        change = Change(kind=kind, old=old, new=new, from_text=old.text if old else "", to_text=new.text if new else "")
        return Explained(change, SUBSTANTIVE, ())

    category = Unit(id="bijlage-1-toegang", number="", title="Toegang", kind="category", text="")
    measure = Unit(id="m1", number="", title="", kind="measure", text="Een sleutel.", parent=category.id)
    found: Any = SimpleNamespace(changes=(row("removed", category), row("removed", measure), row("added", category)))
    assert [(one.change.kind, one.change.unit.id) for one in unexplained(found)] == [("added", category.id)]
