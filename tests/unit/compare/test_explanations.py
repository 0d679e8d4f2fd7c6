"""What an author says about changes: notes meet what changed, and the build holds them against the words."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

from clausule.check import check
from clausule.compare.changes import Change
from clausule.compare.explanations import (
    Explanations,
    _chain,
    _notes_on,
    _target,
    _with_targets,
    compare_successive,
    explain,
)
from clausule.compare.units import Unit, edition_units
from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.read import read_repository
from session import read_home

HEAD = (
    '---\nversion: "{version}"\neffective: {day}\n{extra}---\n\n## Partijen\n\n1. Voorbeeld B.V., hierna te '
    "noemen “Verwerker”;\n\n2. de klant, hierna te noemen “Klant”.\n"
)
OLD = [
    "1.1 Verwerker verwerkt de gegevens alleen in opdracht van Klant.",
    "1.2 Klant geeft zijn opdrachten schriftelijk, en Verwerker bewaart ze een jaar.",
    "1.3 Een opdracht die in strijd is met artikel 1.1 of artikel 1.2 voert Verwerker niet uit.",
]


def written(root: Path, new: list[str], extra: str = "", old: list[str] | None = None) -> tuple[Edition, Edition]:
    """Two editions of one article each."""
    for version, day, rows, more in (("1.0", "2024-01-01", old or OLD, ""), ("1.1", "2025-01-01", new, extra)):
        folder = root / "docs/proef" / version
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(HEAD.format(version=version, day=day, extra=more), "utf-8")
        article = f'---\nversion: "{version}"\n---\n\n# Artikel 1. Opdracht\n\n' + "\n\n".join(rows) + "\n"
        (folder / "artikel-01.md").write_text(article, "utf-8")
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Voorbeeld B.V.\n---\n", "utf-8")
    one, other = read_repository(root).agreements[0].editions
    return one, other


def natures(found: Explanations) -> dict[str, str]:
    return {
        (one.change.new or one.change.old).id: one.proposed for one in found.changes if one.change.new or one.change.old
    }  # type: ignore[union-attr]


def rules(root: Path) -> list[str]:
    return sorted(
        f"{finding.rule}: {finding.at or finding.words}"
        for finding in check(read_repository(root))
        if not finding.allowed
    )


def test_a_reference_that_follows_a_renumbering_is_editorial(tmp_path: Path) -> None:
    new = [
        "1.1 Verwerker houdt een register bij.",
        OLD[0].replace("1.1", "1.2", 1),
        OLD[1].replace("1.2", "1.3", 1),
        "1.4 Een opdracht die in strijd is met artikel 1.2 of artikel 1.3 voert Verwerker niet uit.",
    ]
    found = natures(explain(*written(tmp_path, new)))
    assert found == {
        "artikel-1.1": "substantive",
        "artikel-1.2": "editorial",
        "artikel-1.3": "editorial",
        "artikel-1.4": "editorial",
    }


def test_a_reference_that_points_elsewhere_is_substantive(tmp_path: Path) -> None:
    new = [*OLD[:2], OLD[2].replace("artikel 1.1 of artikel 1.2", "artikel 1.1 of artikel 1.1")]
    assert natures(explain(*written(tmp_path, new))) == {"artikel-1.3": "substantive"}


def test_a_reference_to_an_item_follows_the_clause_that_holds_it(tmp_path: Path) -> None:
    old = [OLD[0], "1.2 Klant kan zich beroepen op artikel 1.1 onder a en op artikel 1.1."]
    new = [
        "1.1 Verwerker houdt een register bij.",
        OLD[0].replace("1.1", "1.2", 1),
        "1.3 Klant kan zich beroepen op artikel 1.2 onder a en op artikel 1.2.",
    ]
    assert natures(explain(*written(tmp_path, new, old=old)))["artikel-1.3"] == "editorial"
    same = {"artikel-1.1": "artikel-1.2"}
    assert _target("artikel-1.1-a", same) == "artikel-1.2-a"
    assert _target("artikel-1.12", same) == "artikel-1.12"  # no clause of 1.1


def test_a_reference_to_an_act_is_words(tmp_path: Path) -> None:
    old = ["1.1 Verwerker helpt Klant bij artikel 32 AVG."]
    assert natures(explain(*written(tmp_path, ["1.1 Verwerker helpt Klant bij artikel 33 AVG."], old=old))) == {
        "artikel-1.1": "substantive"
    }


def test_typography_is_no_change(tmp_path: Path) -> None:
    assert explain(*written(tmp_path, [row.replace(" ", "\n", 3) for row in OLD])).changes == ()


def test_the_nearest_note_counts(tmp_path: Path) -> None:
    notes = (
        "changes:\n  - at: artikel-1\n    why: Het artikel is herzien.\n  - at: artikel-1.2\n    why: Het bewaren "
        "duurt langer.\n    nature: substantive\n"
    )
    new = [OLD[0].replace("alleen", "uitsluitend"), OLD[1].replace("een jaar", "twee jaar"), OLD[2]]
    found = {one.change.new.id: one.why for one in explain(*written(tmp_path, new, notes)).changes if one.change.new}
    assert found == {"artikel-1.1": "Het artikel is herzien.", "artikel-1.2": "Het bewaren duurt langer."}
    assert rules(tmp_path) == []


def test_what_was_removed_is_named_by_its_old_number(tmp_path: Path) -> None:
    new = [OLD[0], OLD[2].replace("1.3", "1.2", 1).replace("artikel 1.1 of artikel 1.2", "artikel 1.1")]
    notes = (
        "changes:\n  - from: artikel-1.2\n    why: Dit staat nu in de wet.\n  - at: artikel-1.2\n    why: Een van "
        "de verwijzingen is vervallen.\n"
    )
    found = explain(*written(tmp_path, new, notes))
    # type: ignore[union-attr]
    said = {(one.change.kind, (one.change.old or one.change.new).id): one.why for one in found.changes}
    assert said == {
        ("removed", "artikel-1.2"): "Dit staat nu in de wet.",
        ("changed", "artikel-1.3"): "Een van de verwijzingen is vervallen.",
    }
    assert found.idle == ()


def test_every_kind_of_mistake_is_a_finding(tmp_path: Path) -> None:
    notes = (
        "changes:\n  - at: artikel-1.3\n    why: Zomaar.\n  - at: artikel-1.9\n    why: Zomaar.\n"
        "pairs:\n  - from: artikel-1.8\n    to: artikel-1.1\n  - from: artikel-1.1\n    not: artikel-1.7\n"
    )
    written(tmp_path, [OLD[0].replace("alleen", "uitsluitend"), *OLD[1:]], notes)
    assert rules(tmp_path) == [
        "bad-pair: artikel-1.7",
        "bad-pair: artikel-1.8",
        "explained-nothing: artikel-1.3",
        "explained-nothing: artikel-1.9",
        "unexplained-change: artikel-1.1",
    ]


def test_a_note_that_is_no_note_is_said_at_its_line(tmp_path: Path) -> None:
    written(tmp_path, OLD, "changes:\n  - why: Zomaar.\npairs:\n  - from: artikel-1.1\n")
    found = [finding for finding in check(read_repository(tmp_path)) if finding.rule == "front-matter"]
    assert [finding.place.line for finding in found] == [5, 7] and all("has" in finding.hint for finding in found)


def test_a_concept_without_notes_is_left_in_peace(tmp_path: Path) -> None:
    written(tmp_path, [OLD[0].replace("alleen", "uitsluitend"), *OLD[1:]], "status: concept\n")
    assert rules(tmp_path) == []


def test_the_author_overrules_the_pairs(tmp_path: Path) -> None:
    new = [*OLD[:2], "1.3 Verwerker weigert zo’n opdracht."]
    pairs = "pairs:\n  - from: artikel-1.3\n    to: artikel-1.3\n"
    (tmp_path / "told").mkdir()
    told = compare_successive(*written(tmp_path / "told", new, pairs))
    assert [(c.kind, c.old and c.old.id) for c in told.changes if c.new and c.new.id == "artikel-1.3"] == [
        ("changed", "artikel-1.3")
    ]
    (tmp_path / "apart").mkdir()
    apart = compare_successive(
        *written(tmp_path / "apart", OLD, "pairs:\n  - from: artikel-1.1\n    not: artikel-1.1\n")
    )
    assert {(c.kind, (c.old or c.new).id) for c in apart.changes if c.kind != "unchanged"} == {
        ("removed", "artikel-1.1"),
        ("added", "artikel-1.1"),
    }  # type: ignore[union-attr]


def test_the_example_explains_every_change_and_nothing_else() -> None:
    editions = read_home("voorbeeld").agreements[0].editions
    for old, new in pairwise(editions):
        found = explain(old, new)
        assert found.changes and not found.idle
        assert [one.change for one in found.changes if not one.why] == []


def test_a_note_on_both_sides_is_as_near_as_its_farther_side(tmp_path: Path) -> None:
    """A note from the clause to its whole article is no nearer than one on the article."""
    new = [OLD[0].replace("alleen", "uitsluitend"), *OLD[1:]]
    notes = (
        "changes:\n  - at: artikel-1\n    from: artikel-1.1\n    why: Van lid naar artikel.\n"
        "  - at: artikel-1\n    why: Het hele artikel.\n"
    )
    (change,) = explain(*written(tmp_path, new, notes)).changes
    assert change.why == "Van lid naar artikel. Het hele artikel."


def test_substance_counts_when_one_of_several_notes_declares_it(tmp_path: Path) -> None:
    new = [OLD[0].replace("alleen", "uitsluitend"), *OLD[1:]]
    note = "  - at: artikel-1.1\n    why: {0}\n    nature: {1}\n"
    told = "changes:\n" + note.format("Een.", "editorial") + note.format("Twee.", "substantive")
    told += note.format("Een.", "editorial")
    (change,) = explain(*written(tmp_path, new, told)).changes
    assert (change.declared, change.nature, change.proposed) == ("substantive", "substantive", "substantive")
    assert change.why == "Een. Twee.", "each reason once"


def test_without_a_declaration_the_nature_is_what_the_words_show(tmp_path: Path) -> None:
    new = [OLD[0].replace("alleen", "uitsluitend"), *OLD[1:]]
    (change,) = explain(*written(tmp_path, new, "changes:\n  - at: artikel-1.1\n    why: Beter.\n")).changes
    assert (change.declared, change.nature) == ("", "substantive") and not change.doubtful


def test_a_note_may_name_what_was_only(tmp_path: Path) -> None:
    old, new = written(tmp_path, [OLD[0]], "changes:\n  - {from: artikel-1.2, why: niet meer nodig}\n")
    why = {one.change.unit.id: one.why for one in explain(old, new).changes}
    assert why["artikel-1.2"] == "niet meer nodig" and not why["artikel-1.3"]


def test_a_note_on_a_clause_that_was_split_is_as_near_as_its_nearest_part(tmp_path: Path) -> None:
    """The clause and an item of it are parts of one change; who names the clause names it, as who names the item."""
    notes = (
        "changes:\n  - {at: artikel-1.1, from: artikel-1.1, why: Het lid.}\n"
        "  - {at: artikel-1.1-a, why: Het onderdeel.}\n  - {at: artikel-1.1, why: Wat er nu staat.}\n"
    )
    _, new = written(tmp_path, OLD, notes)
    unit = {one.id: one for one in edition_units(new)}["artikel-1.1"]
    item = unit._replace(id="artikel-1.1-a", parent="artikel-1.1")
    change = Change(kind="changed", old=unit, new=unit, from_text="", to_text="", also_new=(item,))
    above = {"artikel-1.1": "artikel-1"}
    assert _notes_on(change, new, above, {**above, "artikel-1.1-a": "artikel-1.1"}) == new.changes


def test_a_link_that_follows_a_renumbering_is_editorial_and_one_that_leads_elsewhere_is_not(tmp_path: Path) -> None:
    """Its address means another clause in the old edition than in the new one."""
    see = "Wie dat wil leest [de opdracht](artikel-01.md#artikel-1.{0}) nog eens na, en vraagt wat onduidelijk is."
    came = "1.1 Verwerker houdt een register bij."
    for target, nature in ((2, "editorial"), (3, "substantive")):
        new = [came, OLD[0].replace("1.1", "1.2", 1), f"1.3 {see.format(target)}"]
        root = tmp_path / nature
        root.mkdir()
        assert natures(explain(*written(root, new, old=[OLD[0], f"1.2 {see.format(1)}"])))["artikel-1.3"] == nature


def test_how_far_off_what_holds_a_unit_is() -> None:
    """By all its names; what is said to stand in itself ends there."""
    unit = Unit(id="a", number="", title="", kind="item", text="", parent="b", aliases=("alias",))
    assert _chain(unit, {"b": "c", "c": ""}) == {"a": 0, "alias": 0, "b": 1, "c": 2}
    assert _chain(unit, {"b": "a"}) == {"a": 0, "alias": 0, "b": 1} and _chain(unit, {}) == {"a": 0, "alias": 0, "b": 1}


def test_a_reference_is_read_as_what_it_points_to_and_the_other_words_as_they_are() -> None:
    same = {"artikel-2.1": "=artikel-3.1"}
    read = partial(_with_targets, here="artikel-1.1", same=same, language=language_of("nl"))
    assert read("Zie artikel 2.1, want dat geldt.") == ["Zie", "=artikel-3.1,", "want", "dat", "geldt."]
    assert read("Artikel 2.1 geldt") == ["=artikel-3.1", "geldt"] and read("") == []
