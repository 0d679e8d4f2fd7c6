"""Which units use a term: when its definition changes, so does what they say."""

from __future__ import annotations

from clausule.compare.changes import Change
from clausule.compare.history import History
from clausule.compare.history.making import _uses
from clausule.compare.unit import Unit
from clausule.compare.uses import users, users_of
from clausule.language.language import language_of
from editions import edition

NL = language_of("nl")


def definition(term: str, text: str) -> Unit:
    return Unit(
        id=f"begrip-{term.lower().replace(' ', '-')}", number="", title=term, kind="definition", text=f"{term}: {text}"
    )


def clause(number: str, text: str) -> Unit:
    return Unit(id=f"artikel-{number}", number=number, title="", kind="clause", text=text)


DATA = definition("Gegevens", "wat Verwerker verwerkt; deze Gegevens zijn van Klant")
SPECIAL = definition("Bijzondere Gegevens", "gevoelige Gegevens")
UNITS = [
    DATA,
    SPECIAL,
    clause("2.1", "Verwerker bewaart Gegevens, en nog eens Gegevens."),
    clause("2.2", "Bijzondere Gegevens worden gewist."),
    clause("2.3", "Gegevensdragers en gegevens tellen niet."),
    clause("2.4", "Elk Gegeven telt."),
]


def told(units: list[Unit], inflections: dict[str, tuple[str, ...]] | None = None) -> dict[str, list[str]]:
    return {name: [unit.id for unit in found] for name, found in users(units, inflections or {}, NL).items()}


def test_a_unit_that_uses_a_term_is_named_once_and_its_own_definition_is_none() -> None:
    assert told(UNITS) == {
        "begrip-gegevens": ["begrip-bijzondere-gegevens", "artikel-2.1"],
        "begrip-bijzondere-gegevens": ["artikel-2.2"],
    }


def test_a_form_that_the_author_declared_is_a_use() -> None:
    found = told(UNITS, {"Gegevens": ("Gegeven",), "Onbekend": ("Gegevensdragers",)})
    assert found["begrip-gegevens"] == ["begrip-bijzondere-gegevens", "artikel-2.1", "artikel-2.4"]


def test_without_definitions_nothing_is_used() -> None:
    assert told(UNITS[2:]) == {}


def change(kind: str, old: Unit | None, new: Unit | None) -> Change:
    return Change(kind=kind, old=old, new=new, from_text=old.text if old else "", to_text=new.text if new else "")


def test_of_a_definition_that_came_or_changed_it_is_said_what_uses_it_now_and_of_one_that_went_what_did() -> None:
    before, after = [DATA, clause("1.1", "Gegevens."), clause("1.2", "Gegevens.")], [DATA, clause("1.1", "Gegevens.")]
    of = users_of(before, after, NL)
    assert [unit.id for unit in of(change("changed", DATA, DATA))] == ["artikel-1.1"]
    assert [unit.id for unit in of(change("added", None, DATA))] == ["artikel-1.1"]
    assert [unit.id for unit in of(change("removed", DATA, None))] == ["artikel-1.1", "artikel-1.2"]
    for kind in ("moved", "unchanged"):
        assert of(change(kind, DATA, DATA)) == ()
    assert of(change("changed", before[1], after[1])) == () and of(change("changed", SPECIAL, SPECIAL)) == ()
    declared = users_of(before, [DATA, clause("1.1", "Elk Gegeven.")], NL, {"Gegevens": ("Gegeven",)})
    assert [unit.id for unit in declared(change("changed", DATA, DATA))] == ["artikel-1.1"]


def test_the_history_names_of_what_uses_a_term_what_has_a_name() -> None:
    """A clause itself; for an item in a measure the category that holds both."""
    article = Unit(id="artikel-2", number="2", title="Plichten", kind="article", text="")
    category = Unit(id="bijlage-1-opslag", number="", title="Opslag", kind="category", text="")
    measure = Unit(id="m1", number="", title="", kind="measure", text="", parent=category.id)
    item = Unit(id="m1-a", number="", title="", kind="item", text="Gegevens op schijf", parent=measure.id)
    loose = Unit(id="x", number="", title="", kind="paragraph", text="Ook Gegevens", parent="elders")
    using = clause("2.1", "Verwerker bewaart Gegevens.")._replace(parent=article.id)
    units = (DATA, article, using, category, measure, item, loose)
    past = History()
    past.places.append({unit.id: number for number, unit in enumerate(units)})
    assert _uses(past, edition("1.0"), units) == {0: tuple(units.index(one) for one in (using, category, loose))}
