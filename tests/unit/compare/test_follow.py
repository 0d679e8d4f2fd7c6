"""One clause followed: through a split, into a merger, away and back."""

from __future__ import annotations

from pathlib import Path

from clauses import COSTS, LEAKS, LEAKS_NEW, SECRET, SECURITY, history
from clausule.compare.history.follow import Stage, follow

Told = list[tuple[str, str, str | None]]


def told(stages: list[Stage]) -> Told:
    return [(stage.edition.version, stage.unit.id, stage.row.kind if stage.row else None) for stage in stages]


def test_a_clause_that_was_split_off_and_merged_again(tmp_path: Path) -> None:
    whole = f"{SECURITY} {SECRET}"
    found = history(tmp_path, {1: (LEAKS, whole)}, {1: (LEAKS, SECURITY, SECRET)}, {1: (COSTS, LEAKS, whole)})
    stages = follow(found, 1, "artikel-1.3")
    assert told(stages) == [
        ("1.0", "artikel-1.2", None),
        ("1.1", "artikel-1.3", "changed"),
        ("1.2", "artikel-1.3", "changed"),
    ]
    split, merged = stages[1].row, stages[2].row
    assert split and [unit.id for unit in split.all_new] == ["artikel-1.2", "artikel-1.3"]
    assert merged and [unit.id for unit in merged.all_old] == ["artikel-1.2", "artikel-1.3"]
    assert told(follow(found, 0, "artikel-1.2"))[0] == told(stages)[0]


def test_a_clause_that_went_and_came_back(tmp_path: Path) -> None:
    found = history(
        tmp_path, {1: (LEAKS, COSTS)}, {1: (LEAKS,)}, {1: (LEAKS_NEW,)}, {1: (LEAKS_NEW, SECRET, COSTS)}, {1: (SECRET,)}
    )
    whole = [
        ("1.0", "artikel-1.2", None),
        ("1.1", "artikel-1.2", "removed"),
        ("1.3", "artikel-1.3", "added"),
        ("1.4", "artikel-1.3", "removed"),
    ]
    assert told(follow(found, 0, "artikel-1.2")) == whole == told(follow(found, 3, "artikel-1.3"))


def test_the_words_of_each_stage_follow_from_the_one_before(tmp_path: Path) -> None:
    found = history(
        tmp_path, {1: (COSTS, LEAKS)}, {1: (SECURITY, COSTS, LEAKS_NEW)}, {1: (COSTS,), 2: (LEAKS_NEW, SECURITY)}
    )
    stages = follow(found, 2, "artikel-2.1")
    assert told(stages) == [
        ("1.0", "artikel-1.2", None),
        ("1.1", "artikel-1.3", "changed"),
        ("1.2", "artikel-2.1", "moved"),
    ]
    edits = stages[1].row.redline if stages[1].row else ()
    assert "".join(text for op, text in edits if op != "+") == LEAKS
    assert "".join(text for op, text in edits if op != "-") == LEAKS_NEW


def test_what_was_split_off_comes_from_the_whole_and_what_was_merged_goes_into_it(tmp_path: Path) -> None:
    """Once each: no other event says it."""
    whole = f"{SECURITY} {SECRET}"
    found = history(tmp_path, {1: (LEAKS, whole)}, {1: (LEAKS, SECURITY, SECRET)})
    assert told(follow(found, 1, "artikel-1.3")) == [("1.0", "artikel-1.2", None), ("1.1", "artikel-1.3", "changed")]
    found = history(tmp_path / "merged", {1: (LEAKS, SECURITY, SECRET)}, {1: (LEAKS, whole)})
    assert told(follow(found, 0, "artikel-1.3")) == [("1.0", "artikel-1.3", None), ("1.1", "artikel-1.2", "changed")]
