"""Changes: the contract of `clausule compare --format json`, and what is said when there is little to compare."""

from __future__ import annotations

import json

import pytest

from clausule.compare.changes import KINDS, NOTES, Change, Comparison, compare_units, count_natures
from clausule.compare.pairing import Overrules
from clausule.compare.redline import accept, undo
from clausule.compare.text_files import text_units
from histories import Shape, steps

BEFORE = """\
# Artikel 1. Begrippen

1.1 In deze overeenkomst is een datalek een inbreuk op de beveiliging.

# Artikel 2. Melden

2.1 Verwerker meldt een datalek onverwijld aan Verantwoordelijke.

2.2 Verwerker houdt een register bij van alle datalekken die zich voordoen.

2.3 Verwerker helpt Verantwoordelijke bij de melding aan de toezichthouder. Partijen maken daarover afspraken per geval.

2.4 Kosten van onderzoek zijn voor rekening van de partij die het datalek heeft veroorzaakt.

# Artikel 3. Slot

3.1 Nederlands recht is van toepassing.
"""

AFTER = """\
# Artikel 1. Begrippen

1.1 In deze overeenkomst is een datalek een inbreuk op de beveiliging.

# Artikel 2. Geheimhouding

2.1 Wie voor Verwerker werkt zwijgt over wat hij onder ogen krijgt.

# Artikel 3. Melden

3.1 Verwerker meldt een datalek binnen 24 uur aan Verantwoordelijke.

3.2 Verwerker helpt Verantwoordelijke bij de melding aan de toezichthouder.

3.3 Partijen maken daarover afspraken per geval.

# Artikel 4. Slot

4.1 Nederlands recht is van toepassing.

4.2 Verwerker houdt een register bij van alle datalekken die zich voordoen.
"""


def compared(before: str = BEFORE, after: str = AFTER, overrules: Overrules | None = None) -> Comparison:
    old, new = text_units(before, markdown=True), text_units(after, markdown=True)
    return compare_units(old, new, overrules) if overrules else compare_units(old, new)


def about(comparison: Comparison, name: str) -> Change:
    """The change of the old unit ``name``, or else of the new one."""
    return next(change for change in comparison.changes if change.old and change.old.id == name)


def test_what_happened_to_each_clause() -> None:
    comparison = compared()
    assert about(comparison, "artikel-1.1").kind == "unchanged"
    meld = about(comparison, "artikel-2.1")
    assert (meld.kind, meld.moved, meld.renumbered) == ("changed", True, True)
    assert meld.new and meld.new.id == "artikel-3.1"
    assert meld.redline[1:3] == (("-", "onverwijld"), ("+", "binnen 24 uur"))
    register = about(comparison, "artikel-2.2")
    assert (register.kind, register.moved, register.renumbered) == ("moved", True, False)
    assert register.new and register.new.id == "artikel-4.2"
    slot = about(comparison, "artikel-3.1")
    assert (slot.kind, slot.moved, slot.renumbered) == ("moved", True, True)
    assert about(comparison, "artikel-2.4").kind == "removed"
    came = [change.new.id for change in comparison.changes if change.kind == "added" and change.new]
    assert came == ["artikel-2", "artikel-2.1"]
    assert about(comparison, "artikel-2").new == next(
        unit for unit in text_units(AFTER, True) if unit.id == "artikel-3"
    )


def test_a_split_clause_has_its_other_part_in_also() -> None:
    split = about(compared(), "artikel-2.3")
    assert split.kind == "changed"
    assert split.from_text == split.to_text.replace("\n", " ")
    assert split.similarity == 1.0
    data = split.as_json()
    assert {data["to"], *data["also"]} == {"artikel-3.2", "artikel-3.3"}
    assert (data["split"], data["merged"]) == (True, False)
    merged = [change for change in compared(AFTER, BEFORE).changes if change.also_old]
    assert [change.as_json()["merged"] for change in merged] == [True]


def test_the_json_keeps_its_contract() -> None:
    comparison = compared()
    data = json.loads(json.dumps(comparison.as_json("1.0", "2.0")))
    assert (data["from"], data["to"], data["note"]) == ("1.0", "2.0", None)
    for change in data["changes"]:
        assert change["kind"] in KINDS
        assert (change["from"] is None) == (change["kind"] == "added")
        assert (change["to"] is None) == (change["kind"] == "removed")
        assert undo(change["redline"]) == change["from_text"]
        assert accept(change["redline"]) == change["to_text"]
        assert all(op in ("=", "-", "+") for op, _ in change["redline"])
        assert not (change["kind"] == "moved" and change["from_text"] != change["to_text"])
        assert not (change["kind"] == "unchanged" and change["moved"])
    assert data["counts"] == {
        "added": 2, "removed": 1, "changed": 2, "moved": 4, "unchanged": 2, "renumbered": 5, "split": 1, "merged": 0,
    }  # fmt: skip


def test_every_pair_of_a_history_round_trips() -> None:
    for step in steps(Shape(seed=3, editions=3, clauses=100, reword=0.4)):
        comparison = compare_units(step.old, step.new)
        assert sorted(unit.id for c in comparison.changes for unit in (c.old, *c.also_old) if unit) == sorted(
            unit.id for unit in step.old
        )
        assert sorted(unit.id for c in comparison.changes for unit in (c.new, *c.also_new) if unit) == sorted(
            unit.id for unit in step.new
        )
        for change in comparison.changes:
            assert undo(list(change.redline)) == change.from_text
            assert accept(list(change.redline)) == change.to_text


def test_the_other_way_round_says_the_opposite() -> None:
    ahead, back = compared(), compared(AFTER, BEFORE)
    assert ahead.counts["added"] == back.counts["removed"]
    assert ahead.counts["removed"] == back.counts["added"]
    assert {(c.old.id, c.new.id) for c in ahead.changes if c.old and c.new} == {
        (c.new.id, c.old.id) for c in back.changes if c.old and c.new
    }


def test_the_author_is_obeyed() -> None:
    told = Overrules(together=(("artikel-2.4", "artikel-2.1"),))
    assert about(compared(overrules=told), "artikel-2.4").new == next(
        u for u in text_units(AFTER, True) if u.id == "artikel-2.1"
    )


MEASURES = "## A. Toegang\n\n- Toegang met een pas.\n- Camera's bij de ingang.\n- Versleutelde schijven.\n"


def test_measures_are_added_reworded_and_withdrawn() -> None:
    after = "## A. Toegang\n\n- Toegang met een persoonlijke pas.\n- Versleutelde schijven.\n- Jaarlijkse oefening.\n"
    found = {
        (c.kind, (c.new or c.old).text)
        for c in compared(MEASURES, after).changes
        if c.kind not in ("unchanged", "moved") and (c.new or c.old)
    }
    assert found == {
        ("changed", "Toegang met een persoonlijke pas."),
        ("removed", "Camera's bij de ingang."),
        ("added", "Jaarlijkse oefening."),
    }


def test_a_row_of_a_table_keeps_its_cells() -> None:
    table = "| Naam | Land | Doel |\n| --- | --- | --- |\n| Host | NL | opslag |\n| Post | DE | e-mail |\n"
    (changed,) = [c for c in compared(table, table.replace("NL", "IE")).changes if c.kind != "unchanged"]
    assert changed.redline == (("=", "Host\t"), ("-", "NL"), ("+", "IE"), ("=", "\topslag"))


def test_typography_alone_is_no_change() -> None:
    curly = "Hij meldt een “datalek” – altijd.\n\n* een\n\n1.1  De  ‘klant’ betaalt.\n"
    plain = "Hij meldt een \"datalek\" - altijd.\n\n- een\n\n1.1 De 'klant'\nbetaalt.\n"
    assert compared(curly, plain).counts["unchanged"] == 3


LONG = "\n\n".join(f"1.{n} " + " ".join(f"woord{n}x{k}" for k in range(20)) for n in range(1, 40))
FOREIGN = "\n\n".join(f"1.{n} " + " ".join(f"iets{n}y{k}" for k in range(20)) for n in range(1, 40))


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("", "", "both-empty"),
        ("\n", LONG, "old-empty"),
        (LONG, " ", "new-empty"),
        (LONG, FOREIGN, "nothing-in-common"),
        (LONG, LONG.split("\n\n")[0], "collapsed"),
        ("a b c", "d e f", "nothing-in-common"),
        (LONG, LONG, ""),
        (LONG.split("\n\n")[0], LONG, ""),
    ],
)
def test_little_to_compare_is_said(old: str, new: str, note: str) -> None:
    comparison = compared(old, new)
    assert comparison.note == note
    data = comparison.as_json("old.md", "new.md")
    assert data["note"] == ({"code": note, "text": NOTES[note]} if note else None)


def test_what_stayed_says_no_more_than_the_contract_and_what_changed_how_sure_and_how_like_it_is() -> None:
    contract = {"kind", "from", "to", "from_text", "to_text", "redline", "moved", "unit", "title"}
    for change in compared().changes:
        data = change.as_json()
        more = set(data) - contract
        if change.kind == "unchanged":
            assert more == set()
        else:
            assert {"confidence", "similarity"} <= more
            assert ("renumbered" in more) == change.renumbered
            assert ({"also", "split", "merged"} <= more) == bool(change.also_old or change.also_new)
            assert data["similarity"] == round(change.similarity, 2) and 0 <= data["confidence"] <= 1
    gone = about(compared(), "artikel-2.4")
    assert gone.similarity == 0.0 and gone.as_json()["unit"] == "clause"


@pytest.mark.parametrize(("share", "note"), [(0.04, "collapsed"), (0.05, "collapsed"), (0.06, ""), (0.2, "")])
def test_hardly_anything_is_left_when_no_more_than_a_twentieth_is(share: float, note: str) -> None:
    rows = LONG.split("\n\n")[:20] + [f"1.{n} " + " ".join(f"meer{n}x{k}" for k in range(20)) for n in range(40, 120)]
    left = "\n\n".join(rows[: round(100 * share)])
    assert len(rows) == 100 and compared("\n\n".join(rows), left).note == note


@pytest.mark.parametrize(("kept", "note"), [(2, "nothing-in-common"), (3, "nothing-in-common"), (4, "")])
def test_two_texts_have_nothing_in_common_when_no_more_than_three_words_in_a_hundred_stayed(
    kept: int, note: str
) -> None:
    """The same clause of five words among others of which nothing stayed."""
    same = [f"9.{n} " + " ".join(f"zelfde{n}x{k}" for k in range(5)) for n in range(kept)]
    old, new = (
        [f"1.{n} " + " ".join(f"{word}{n}y{k}" for k in range(5)) for n in range(100 - kept)]
        for word in ("oud", "nieuw")
    )
    assert compared("\n\n".join([*old, *same]), "\n\n".join([*new, *same])).note == note


def test_the_share_of_the_words_that_stayed() -> None:
    old = text_units("1.1 Hij meldt een datalek meteen.", True)
    [change] = compare_units(old, text_units("1.1 Hij meldt een inbreuk meteen.", True)).changes
    assert change.similarity == 0.8  # eight of ten
    [change] = compare_units(old, text_units("1.1 Hij meldt een datalek aan Klant.", True)).changes
    assert change.as_json()["similarity"] == 0.73, "eight of eleven, in whole hundredths"


def test_what_came_or_went_has_no_links_that_lead_elsewhere() -> None:
    [unit] = text_units("1.1 Zie [de lijst](https://example.org/lijst).", markdown=True)
    assert unit.links
    for old, new in ((unit, None), (None, unit)):
        one = Change(kind="added" if new else "removed", old=old, new=new, from_text="", to_text="")
        assert one.relinked == [] and "links" not in one.as_json() and one.similarity == 0.0


def test_what_the_author_says_of_a_text_that_is_divided_otherwise_holds() -> None:
    """Without a word of his it is compared as one unit each; with one, as he says."""
    words = [f"woord{n}" for n in range(60)]
    old = "\n\n".join(f"1.{n} {' '.join(words[2 * n : 2 * n + 2])}." for n in range(30))
    new = "\n\n".join(f"2.{n} {words[2 * n]}.\n\n3.{n} {words[2 * n + 1]}." for n in range(30))
    assert len(compared(old, new).changes) == 1
    told = Overrules(apart=(("artikel-1.1", "artikel-2.1"),))
    assert len(compared(old, new, told).changes) > 1


def test_a_reader_counts_what_only_got_another_number_as_renumbered() -> None:
    """Article 3 and its clause, and article 2, which another came before; clause 2.2 went to another article."""
    comparison = compared()
    assert comparison.kind_counts == {
        "added": 2, "removed": 1, "changed": 2, "moved": 1, "unchanged": 2, "renumbered": 3,
    }  # fmt: skip
    assert count_natures(comparison.changes, lambda change: "substantive") == (6, 0)
    editorial = count_natures(comparison.changes, lambda change: "editorial" if change.kind == "moved" else "")
    assert editorial == (0, 1)


@pytest.mark.parametrize(
    ("kind", "unit", "less"),
    [("removed", "measure", True), ("removed", "clause", False), ("changed", "measure", False)],
)
def test_the_protection_is_less_where_a_measure_was_withdrawn(kind: str, unit: str, less: bool) -> None:
    [one] = text_units("1.1 Een slot.", markdown=True)
    old = one._replace(kind=unit)
    assert Change(kind=kind, old=old, new=None, from_text="", to_text="").is_less is less


def test_only_links_changed_where_a_reader_sees_the_same_words() -> None:
    was, now, other = (
        text_units(f"1.1 Zie [de lijst](https://example.org/{page}) {words}.", markdown=True)
        for page, words in (("oud", "5 %"), ("nieuw", "5%"), ("nieuw", "6%"))
    )
    [same], [reworded], [none] = (
        compare_units(old, new).changes for old, new in ((was, now), (was, other), (now, now))
    )
    assert same.only_links and same.kind == "changed" and not same.moved
    assert not reworded.only_links and reworded.relinked and not none.only_links and none.kind == "unchanged"


def test_all_that_it_was_and_all_that_it_is() -> None:
    one, other, third = text_units("1.1 Een.\n\n1.2 Twee.\n\n1.3 Drie.", markdown=True)
    both = Change(
        kind="changed", old=one, new=other, from_text="", to_text="", also_old=(third,), also_new=(one, third)
    )
    assert (both.all_old, both.all_new, both.unit) == ((one, third), (other, one, third), other)
    gone = Change(kind="removed", old=one, new=None, from_text="", to_text="")
    assert (gone.all_old, gone.all_new, gone.unit) == ((one,), (), one)
    merged = both.as_json()
    assert (merged["also_from"], merged["also_to"]) == (["artikel-1.3"], ["artikel-1.1", "artikel-1.3"])
    assert merged["also"] == ["artikel-1.3", "artikel-1.1", "artikel-1.3"] and merged["merged"] and merged["split"]


def test_a_clause_that_stands_under_another_article_moved_though_its_order_stayed() -> None:
    """Unless its own heading is none any more, or became one."""
    words = "Verwerker bewaart niets.", "Klant betaalt alles.", "Partijen zwijgen over wat zij horen."
    text = "# Artikel 1. Een\n\n1.1 {}\n\n{}# Artikel 2. Twee\n\n{}2.2 {}\n"
    one, other = f"1.2 {words[1]}\n\n", f"2.1 {words[1]}\n\n"
    comparison = compared(text.format(words[0], one, "", words[2]), text.format(words[0], "", other, words[2]))
    assert [change.kind for change in comparison.changes if change.moved] == ["moved"]
    heading, clause = text_units("# Duur\n\n1.1 Een jaar.", markdown=True)
    plain = heading._replace(id="alinea-1", kind="paragraph"), clause._replace(parent="")
    for old, new in (((heading, clause), plain), (plain, (heading, clause))):
        assert not any(change.moved for change in compare_units(old, new).changes)


def test_what_is_certain_says_so_and_a_number_that_changed_is_told() -> None:
    comparison = compared()
    assert {change.confidence for change in comparison.changes if change.kind == "unchanged"} == {1.0}
    renumbered = [change.as_json().get("renumbered") for change in comparison.changes]
    assert renumbered.count(True) == 5 and set(renumbered) == {True, None}


def test_a_clause_with_the_same_words_that_took_up_another_is_changed() -> None:
    """As its author says; alone it is what it was."""
    old, new = text_units(BEFORE, markdown=True), text_units(BEFORE, markdown=True)
    said = Overrules(together=(("artikel-2.1", "artikel-2.1"), ("artikel-2.2", "artikel-2.1")))
    [change] = [one for one in compare_units(old, new, said).changes if one.kind == "changed"]
    assert change.old and change.old.id == "artikel-2.1" and [one.id for one in change.also_old] == ["artikel-2.2"]
    assert {one.kind for one in compare_units(old, new).changes} == {"unchanged"}
