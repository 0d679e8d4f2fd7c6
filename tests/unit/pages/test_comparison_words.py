"""Names and labels on the pages that compare, in Dutch."""

from __future__ import annotations

import pytest

from clausule.compare.history import Row, Strand
from clausule.compare.unit import Unit
from clausule.language.language import language_of
from clausule.pages.comparison.events import label_of
from clausule.pages.comparison.words import comparison_title, unit_name
from editions import edition

NL = language_of("nl")


@pytest.mark.parametrize(
    ("kind", "number", "name"),
    [
        ("title", "", "titel"), ("article", "7", "artikel 7"), ("annex", "2", "bijlage 2"), ("section", "A", "onderdeel A"),  # noqa: E501
        ("section", "", "onderdeel “Kop”"), ("clause", "7.2", "7.2"), ("definition", "", "begrip “Kop”"), ("definition", "a", "begrip “Kop”"),  # noqa: E501
        ("measure", "", "maatregel"), ("item", "ii", "onderdeel ii"), ("row", "", "rij"), ("paragraph", "", "alinea"),
    ],
)  # fmt: skip
def test_a_unit_is_called_what_it_is_within_a_sentence(kind: str, number: str, name: str) -> None:
    assert unit_name(NL, Unit(id="x", number=number, title="Kop", kind=kind, text="")) == name


def test_what_stands_before_the_first_heading_is_called_by_its_place() -> None:
    def name(number: str, title: str) -> str:
        return unit_name(NL, Unit(id="aanhef", number=number, title=title, kind="section", text=""))

    assert [name("", ""), name("", "Partijen"), name("A", "")] == ["aanhef", "onderdeel “Partijen”", "onderdeel A"]


def test_a_comparison_is_called_by_its_two_editions() -> None:
    assert comparison_title(edition("1.0"), edition("1.1")) == "Van 1.0 naar 1.1"


def of(number: str, kind: str = "clause") -> Unit:
    return Unit(id=f"artikel-{number}", number=number, title="", kind=kind, text="woorden")


def row(kind: str, old: list[Unit], new: list[Unit], *, moved: bool = False) -> Row:
    """A row about the units ``old`` and ``new``, the first of which is the main one."""
    return Row(
        kind=kind, old=next(iter(old), None), new=next(iter(new), None), from_text="", to_text="", moved=moved,
        also_old=tuple(old[1:]), also_new=tuple(new[1:]), lineage=0, names=(0,), top=0, span=(0, 1), strand=Strand(),
    )  # fmt: skip


SEVEN, EIGHT, NINE = of("7.2"), of("8.2"), of("9.2")


@pytest.mark.parametrize(
    ("told", "label"),
    [
        (row("added", [], [SEVEN]), "nieuw"),
        (row("removed", [SEVEN], []), "vervallen"),
        (row("added", [], [of("1", "measure")]), "toegevoegd"),
        (row("removed", [of("1", "measure")], []), "ingetrokken"),
        (row("unchanged", [SEVEN], [SEVEN]), "gelijk"),
        (row("unchanged", [of("1", "measure")], [of("1", "measure")]), "gelijk"),
        (row("changed", [SEVEN], [SEVEN]), "gewijzigd"),
        (row("changed", [SEVEN], [EIGHT], moved=True), "gewijzigd, was 7.2"),
        (row("changed", [SEVEN], [SEVEN], moved=True), "gewijzigd, verplaatst"),
        (row("moved", [SEVEN], [EIGHT]), "was 7.2, woorden gelijk"),
        (row("moved", [SEVEN], [SEVEN], moved=True), "verplaatst, woorden gelijk"),
        (row("changed", [SEVEN], [SEVEN, EIGHT, NINE]), "gesplitst in 7.2, 8.2 en 9.2"),
        (row("changed", [SEVEN, EIGHT], [NINE]), "samengevoegd uit 7.2 en 8.2"),
    ],
)
def test_a_row_has_a_label_that_says_what_happened(told: Row, label: str) -> None:
    assert label_of(NL, told) == label
