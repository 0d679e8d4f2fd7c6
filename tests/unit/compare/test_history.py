"""Clauses followed through editions: renumbered, moved, split, gone and back."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from clauses import COSTS, LEAKS, LEAKS_NEW, SECRET, SECURITY, history
from clausule.compare.changes import count_kinds
from clausule.compare.history import History, Row, inverted, make_history, woven
from clausule.compare.history.lines import component
from clausule.compare.redline import accept, undo
from editions import agreement, edition
from session import read_home


def rows(found: History, old: int, new: int) -> dict[str, Row]:
    return {row.unit.id: row for _, rows in found.between(old, new) for row in rows}


def test_a_clause_keeps_its_lineage_when_an_article_comes_before_it(tmp_path: Path) -> None:
    found = history(tmp_path, {1: (SECURITY,), 2: (LEAKS,)}, {1: (SECURITY,), 2: (SECRET, COSTS), 3: (LEAKS_NEW,)})
    row = rows(found, 0, 1)["artikel-3.1"]
    assert (row.kind, row.old and row.old.id, row.renumbered, row.moved) == ("changed", "artikel-2.1", True, True)
    assert [words.split() for op, words in row.redline if op != "="] == [["onverwijld"], ["binnen", "24", "uur"]]
    assert rows(found, 0, 1)["artikel-2.1"].kind == "added"


def test_editions_that_do_not_follow_each_other_are_compared_through_what_lies_between(tmp_path: Path) -> None:
    found = history(
        tmp_path,
        {1: (SECURITY, LEAKS)},
        {1: (SECURITY, LEAKS_NEW)},
        {1: (SECRET, SECURITY, LEAKS)},
    )
    back_again = rows(found, 0, 2)["artikel-1.3"]
    assert (back_again.kind, back_again.old and back_again.old.id, back_again.redline) == (
        "moved",
        "artikel-1.2",
        (("=", LEAKS),),
    )
    lineage = found.lineages[found.places[0]["artikel-1.2"]]
    assert lineage.strand.at == {0: 0, 1: 1, 2: 0}


def test_a_clause_stands_on_the_page_of_its_article_in_that_edition(tmp_path: Path) -> None:
    found = history(tmp_path, {1: (SECURITY, LEAKS)}, {1: (SECRET,), 2: (SECURITY, LEAKS)})
    lineage = found.lineages[found.places[0]["artikel-1.2"]]
    addresses = [found.address(edition, lineage.spots[edition].unit) for edition in (0, 1)]
    assert addresses == ["artikel-1/#artikel-1.2", "artikel-2/#artikel-2.2"]


def test_what_went_and_came_back_is_the_same(tmp_path: Path) -> None:
    found = history(tmp_path, {1: (SECURITY, LEAKS)}, {1: (SECURITY,)}, {1: (SECURITY, LEAKS)})
    assert rows(found, 0, 1)["artikel-1.2"].kind == "removed"
    assert rows(found, 1, 2)["artikel-1.2"].kind == "added"
    assert rows(found, 0, 2)["artikel-1.2"].kind == "unchanged"


def test_a_split_shows_both_parts_beside_the_whole_and_not_afterwards(tmp_path: Path) -> None:
    found = history(
        tmp_path,
        {1: (SECURITY, f"{LEAKS} {SECRET}")},
        {1: (SECURITY, LEAKS, SECRET)},
        {1: (SECURITY, LEAKS_NEW, SECRET)},
    )
    split = rows(found, 0, 1)["artikel-1.2"]
    assert [unit.id for unit in split.all_new] == ["artikel-1.2", "artikel-1.3"] and len(split.all_old) == 1
    later = rows(found, 1, 2)
    assert (later["artikel-1.2"].kind, later["artikel-1.3"].kind) == ("changed", "unchanged")
    assert [unit.id for unit in rows(found, 2, 0)["artikel-1.2"].all_old] == ["artikel-1.2", "artikel-1.3"]


def test_what_went_stands_where_it_stood(tmp_path: Path) -> None:
    found = history(tmp_path, {1: (SECURITY, LEAKS, SECRET), 2: (COSTS,)}, {1: (SECURITY, SECRET)})
    shown = [[(row.unit.id, row.kind) for row in rows if row.kind != "unchanged"] for _, rows in found.between(0, 1)]
    assert shown[-2:] == [
        [("artikel-1.2", "removed"), ("artikel-1.2", "moved")],
        [("artikel-2", "removed"), ("artikel-2.1", "removed")],
    ]
    assert count_kinds(row for _, shown in found.between(0, 1) for row in shown)["renumbered"] == 1


def test_woven_and_inverted() -> None:
    assert woven("abd", "xacyd") == list("xacybd")
    assert inverted([("=", "a "), ("-", "b"), ("+", "c"), ("+", "d")]) == (
        ("=", "a "),
        ("-", "c"),
        ("-", "d"),
        ("+", "b"),
    )


@pytest.mark.parametrize("slug", ["voorbeeld", "mickcom"])
def test_every_pair_of_editions_rebuilds_both_texts(slug: str) -> None:
    found = make_history(read_home(slug).agreements[0])
    pairs = list(product(range(len(found.editions)), repeat=2))
    for old, new in pairs:
        shown = [row for _, rows in found.between(old, new) for row in rows]
        assert sorted(unit.id for row in shown for unit in row.all_old) == sorted(found.places[old])
        assert sorted(unit.id for row in shown for unit in row.all_new) == sorted(found.places[new])
        for row in shown:
            assert undo(list(row.redline)) == "\n".join(unit.text for unit in row.all_old)
            assert accept(list(row.redline)) == "\n".join(unit.text for unit in row.all_new)
            assert all(row.kind == "unchanged" for row in shown) or old != new
    assert len(pairs) == len(found.editions) ** 2


def test_reasons_are_those_of_the_editions_that_the_row_spans(tmp_path: Path) -> None:
    found = history(tmp_path, {1: (LEAKS,)}, {1: (LEAKS_NEW,)}, {1: (LEAKS,)}, {1: (LEAKS_NEW,)})
    name = found.places[0]["artikel-1.1"]
    assert found.reasons == [{}, {}, {}, {}]  # nobody gave any
    for place in (0, 1, 2, 3):
        found.reasons[place][name] = f"reden {place}"
    for old, new in ((0, 1), (1, 2), (1, 3), (0, 3)):
        told = [(edition.version, words) for edition, words in found.why(rows(found, old, new)["artikel-1.1"])]
        assert told == [(f"1.{k}", f"reden {k}") for k in range(old + 1, new + 1)]


def test_an_edition_is_found_by_its_version(tmp_path: Path) -> None:
    found = history(tmp_path, {1: (LEAKS,)}, {1: (LEAKS_NEW,)})
    assert [found.index(version) for version in ("1.0", "1.1")] == [0, 1]
    with pytest.raises(KeyError):
        found.index("1.2")


def test_what_is_joined_is_one_component_in_order() -> None:
    assert component(8, [(8, 1, 0), (1, 16, 2), (5, 6, 0)]) == (1, 8, 16)
    assert component(3, []) == (3,)


def test_a_clause_that_went_to_another_place_did_and_those_that_it_passed_were_renumbered(tmp_path: Path) -> None:
    found = history(
        tmp_path,
        {1: (SECURITY, LEAKS, SECRET)},
        {1: (SECRET, SECURITY, LEAKS)},
        {1: (SECRET, SECURITY, LEAKS_NEW)},
        {1: (SECURITY, LEAKS_NEW, SECRET)},
    )
    for old, new in ((0, 1), (0, 2)):
        row = rows(found, old, new)
        assert (row["artikel-1.1"].kind, row["artikel-1.1"].moved, row["artikel-1.1"].renumbered) == (
            "moved",
            True,
            False,
        )
        assert row["artikel-1.2"].only_number and row["artikel-1.3"].renumbered
    assert rows(found, 1, 2)["artikel-1.1"].kind == "unchanged"
    assert rows(found, 0, 3)["artikel-1.3"].moved and not rows(found, 0, 3)["artikel-1.3"].renumbered, "there and back"


def test_a_heading_that_came_back_is_another_one(tmp_path: Path) -> None:
    """Its words say little; the clause under it is the same."""
    found = history(tmp_path, {1: (SECURITY,), 2: (LEAKS,)}, {1: (SECURITY,)}, {1: (SECURITY,), 2: (LEAKS,)})
    first, last = found.places[0], found.places[2]
    assert first["artikel-2.1"] == last["artikel-2.1"] and first["artikel-2"] != last["artikel-2"]


def test_a_clause_without_words_that_came_back_is_another_one() -> None:
    """Nothing says that it is the same: any clause without words would be."""
    found = make_history(agreement(edition("1", [LEAKS, ""]), edition("2", [LEAKS]), edition("3", [LEAKS, ""])))
    assert found.places[0]["artikel-1.1"] == found.places[2]["artikel-1.1"]
    assert found.places[0]["artikel-1.2"] != found.places[2]["artikel-1.2"]


def test_a_change_is_meant_where_the_words_say_something_else_and_not_where_only_a_number_does(tmp_path: Path) -> None:
    found = history(
        tmp_path,
        {1: (SECURITY, LEAKS, COSTS)},
        {1: (SECRET, SECURITY, LEAKS_NEW)},
        {1: (SECRET, SECURITY, LEAKS_NEW)},
    )
    told = {row.kind: found.is_meant(row) for row in found.changes(1) if row.unit.kind == "clause"}
    assert told == {"moved": False, "changed": True, "added": True, "removed": True}
    assert found.is_meant(rows(found, 0, 2)["artikel-1.3"]) and not found.is_meant(rows(found, 1, 2)["artikel-1.3"])


def test_a_clause_that_was_copied_is_another_one(tmp_path: Path) -> None:
    """Only what went can come back."""
    found = history(tmp_path, {1: (LEAKS, SECURITY)}, {1: (LEAKS, SECURITY), 2: (LEAKS,)})
    assert len(set(found.places[1].values())) == len(found.places[1])
    assert found.places[1]["artikel-2.1"] not in found.places[0].values()
