"""What reports call units and changes, in Dutch."""

from __future__ import annotations

import pytest

from clausule.compare.changes import Change, Comparison
from clausule.compare.explanations import Explained
from clausule.compare.moves import MovedLine
from clausule.compare.unit import Unit
from clausule.compare.wording import (
    Remarks,
    change_heading,
    differs,
    link_sentences,
    many_parts,
    measure_effect,
    move_sentences,
    name_of,
    only_divided,
    shortened,
)
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
        ("artikel-7.2", "item", "2", "Duur", "artikel 7.2"),  # an item that is a clause by its number
        ("artikel-7.2-ii", "item", "ii", "Duur", "artikel 7.2, onderdeel ii"),
        ("begrip-datalek", "definition", "", "Datalek", "begrip “Datalek”"),
        ("titel", "title", "", "", "de titel"),
        ("bijlage-2", "annex", "II", "Maatregelen", "bijlage 2 (Maatregelen)"),
        ("bijlage-b", "annex", "B", "", "bijlage B"),
        ("bijlage-2-d", "section", "D", "Toegang", "bijlage 2, onderdeel D"),
        ("bijlage-2-d-3", "measure", "", "Toegang", "bijlage 2, onderdeel D, maatregel"),
        ("bijlage-1-opslag", "category", "", "Opslag", "bijlage 1, “Opslag”"),
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


MEASURE = unit("bijlage-2-a-1", "measure", "")


def test_what_a_change_of_a_measure_does() -> None:
    effects = {
        kind: measure_effect(Change(kind=kind, old=MEASURE, new=MEASURE, from_text="", to_text=""))
        for kind in ("added", "removed", "changed", "moved", "unchanged")
    }
    assert effects == {
        "added": "measure added", "removed": "measure withdrawn", "changed": "measure reworded", "moved": "",
        "unchanged": "",
    }  # fmt: skip
    assert measure_effect(change("changed")) == ""


def test_whether_two_texts_differ() -> None:
    assert differs(Comparison((change("unchanged"), change("moved"))))
    assert not differs(Comparison((change("unchanged"),))) and not differs(Comparison(()))


def test_what_was_only_divided_and_into_how_many() -> None:
    assert only_divided(change("changed", others=1, same=True)) and only_divided(change("changed", old=1, same=True))
    assert not only_divided(change("changed", others=1)) and not only_divided(change("moved", same=True))
    assert [many_parts(change("changed", old=old, others=others)) for old, others in ((5, 5), (5, 6), (0, 11))] == [
        False,
        True,
        True,
    ]


LONG = " ".join(f"w{number}" for number in range(1, 25))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (True, True, " ".join(f"w{n}" for n in range(1, 9)) + " … " + " ".join(f"w{n}" for n in range(17, 25))),
        (True, False, " ".join(f"w{n}" for n in range(1, 9)) + " …"),
        (False, True, "… " + " ".join(f"w{n}" for n in range(17, 25))),
        (False, False, "…"),
    ],
)
def test_eight_words_are_shown_beside_a_change(before: bool, after: bool, shown: str) -> None:
    assert shortened(LONG, before, after) == shown


@pytest.mark.parametrize(("before", "after", "most"), [(True, True, 19), (True, False, 11), (False, False, 3)])
def test_what_is_hardly_longer_is_shown_whole(before: bool, after: bool, most: int) -> None:
    words = [f"w{number}" for number in range(most + 1)]
    assert shortened(" ".join(words[:-1]), before, after) == " ".join(words[:-1])
    assert "…" in shortened(" ".join(words), before, after)


def test_white_space_beside_a_change_stays() -> None:
    assert shortened(LONG + " ", False, True).endswith("w24 ")
    assert shortened(" " + LONG, True, False).startswith(" w1 ")


def test_natures_are_counted_of_what_was_explained() -> None:
    changed, added, same = change("changed"), change("added"), change("unchanged")
    comparison = Comparison((changed, added, same))
    assert Remarks().natures(comparison) == (0, 0)
    said = {id(changed): Explained(changed, "editorial", ()), id(added): Explained(added, "substantive", ())}
    assert Remarks(said=lambda one: said.get(id(one))).natures(comparison) == (1, 1)


def test_where_a_link_leads_now() -> None:
    def linked(*links: tuple[str, str]) -> Unit:
        return Unit(id="artikel-1.1", number="1.1", title="", kind="clause", text="Zie de lijst.", links=links)

    one = Change(
        kind="changed",
        old=linked(("de lijst", "https://a.example/oud"), ("bijlage", "b.md")),
        new=linked(("de lijst", "https://a.example/nieuw")),
        from_text="Zie de lijst.",
        to_text="Zie de lijst.",
    )
    assert link_sentences(NL, one) == [
        "De koppeling “de lijst” leidt nu naar https://a.example/nieuw.",
        "De koppeling “bijlage” is vervallen; zij leidde naar b.md.",
    ]


def test_where_a_line_went_is_said_from_the_clause_that_tells_it() -> None:
    here, there = unit(), unit("artikel-8.1", number="8.1")
    told = Change(kind="changed", old=here, new=here, from_text="a", to_text="b")

    def said(old: Unit, new: Unit, within: bool) -> list[str]:
        return move_sentences(NL, told, [MovedLine("a. iets", old, new, within)], name_of)

    assert said(here, here, True) == ["Verplaatst binnen dit onderdeel: “a. iets”"]
    assert said(there, here, False) == ["Verplaatst uit artikel 8.1: “a. iets”"]
    assert said(here, there, False) == ["Verplaatst naar artikel 8.1: “a. iets”"]
