"""What reports call units and changes, in Dutch."""

from __future__ import annotations

import pytest

from clausule.compare.changes import Change
from clausule.compare.unit import Unit
from clausule.compare.wording import change_heading, name_of
from clausule.language.language import language_of

NL = language_of("nl")


def unit(id: str = "artikel-7.2", kind: str = "clause", number: str = "7.2", title: str = "") -> Unit:
    return Unit(id=id, number=number, title=title, kind=kind, text="woorden")


@pytest.mark.parametrize(
    ("id", "kind", "number", "title", "name"),
    [
        ("artikel-7", "article", "7", "Duur", "artikel 7 (Duur)"),
        ("artikel-7", "article", "7", "", "artikel 7"),
        ("artikel-7.2", "clause", "7.2", "Duur", "artikel 7.2"),
        ("artikel-7-rij-2", "row", "", "Duur", "artikel 7, rij"),
        ("artikel-7.2-ii", "item", "ii", "Duur", "artikel 7.2, onderdeel ii"),
        ("begrip-datalek", "definition", "", "Datalek", "begrip “Datalek”"),
        ("titel", "title", "", "", "de titel"),
        ("bijlage-2", "annex", "II", "Maatregelen", "bijlage 2 (Maatregelen)"),
        ("bijlage-b", "annex", "B", "", "bijlage B"),
        ("bijlage-2-d", "section", "D", "Toegang", "bijlage 2, onderdeel D"),
        ("bijlage-2-d-3", "measure", "", "Toegang", "bijlage 2, onderdeel D, maatregel"),
        ("bijlage-2-slot", "section", "", "Slot", "bijlage 2, “Slot”"),
        ("bijlage-2-slot-alinea-1", "paragraph", "", "Slot", "bijlage 2, “Slot”, alinea"),
        ("bijlage-2-slot-alinea-1", "paragraph", "", "", "bijlage 2, alinea"),
        ("partijen", "section", "", "Partijen", "“Partijen”"),
        ("partijen", "section", "", "", "“partijen”"),
        ("partijen-a", "item", "a", "Partijen", "“Partijen”, onderdeel a"),
        ("partijen-alinea-1", "paragraph", "", "Partijen", "“Partijen”, alinea"),
        ("partijen-1", "measure", "", "Partijen", "“Partijen”"),
    ],
)
def test_a_unit_is_called_by_its_place(id: str, kind: str, number: str, title: str, name: str) -> None:
    assert name_of(NL, unit(id, kind, number, title)) == name


def change(
    kind: str, *, new: Unit | None = None, same: bool = False, old: int = 0, others: int = 0, **moved: bool
) -> Change:
    """A change of clause 7.2, which took in ``old`` others and of which ``others`` were split off."""
    to_text = "woorden" if same else "andere woorden"
    return Change(
        kind=kind, old=None if kind == "added" else unit(), new=None if kind == "removed" else new or unit(),
        from_text="woorden", to_text=to_text, also_old=(unit(),) * old, also_new=(unit(),) * others, **moved,
    )  # fmt: skip


EIGHT = unit("artikel-8.2", number="8.2")


@pytest.mark.parametrize(
    ("told", "heading"),
    [
        (change("added"), "Artikel 7.2: nieuw"),
        (change("removed"), "Artikel 7.2: vervallen"),
        (change("changed"), "Artikel 7.2: gewijzigd"),
        (change("changed", new=EIGHT, moved=True), "Artikel 8.2 (was artikel 7.2): gewijzigd"),
        (change("moved", new=EIGHT, moved=True), "Artikel 8.2 (was artikel 7.2): verplaatst, woorden gelijk"),
        (
            change("moved", new=EIGHT, moved=True, renumbered=True),
            "Artikel 8.2 (was artikel 7.2): vernummerd, woorden gelijk",
        ),
        (change("moved", moved=True), "Artikel 7.2: verplaatst, woorden gelijk"),
        (change("changed", others=3), "Artikel 7.2: gewijzigd, gesplitst"),
        (change("changed", others=4), "Artikel 7.2: gewijzigd, gesplitst in 5 delen"),
        (change("changed", old=3), "Artikel 7.2: gewijzigd, samengevoegd"),
        (change("changed", old=4), "Artikel 7.2: gewijzigd, samengevoegd uit 5 delen"),
        (change("changed", others=1, same=True), "Artikel 7.2: gewijzigd, gesplitst, woorden gelijk"),
    ],
)
def test_a_heading_says_what_happened(told: Change, heading: str) -> None:
    assert change_heading(NL, told) == heading
