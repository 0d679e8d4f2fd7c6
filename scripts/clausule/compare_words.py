"""What every report of a comparison says: the names of units and changes, and what it leaves out because it says nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausule.compare.changes import NOTES, Change, Comparison
from clausule.compare.unit import Unit

if TYPE_CHECKING:
    from clausule.reasons import Explained

Said = Callable[[Change], "Explained | None"]
# Then a redline would be a wall of deleted words, and a sentence says more.
HOPELESS = tuple(NOTES)
MEASURES = {"added": "measure added", "removed": "measure withdrawn", "changed": "measure reworded"}


def nothing_said(change: Change) -> Explained | None:
    """For texts that no author explained."""
    return None


@dataclass(frozen=True)
class Remarks:
    """What is known of changes besides their words: what the author said, and by id of a definition the units of the
    new side that use its term."""

    said: Said = nothing_said
    users: Callable[[Change], Sequence[Unit]] = lambda change: ()


NO_REMARKS = Remarks()


def differs(comparison: Comparison) -> bool:
    """Whether anything else than nothing happened."""
    return any(change.kind != "unchanged" for change in comparison.changes)


def measure_effect(change: Change) -> str:
    """``measure added``, ``measure reworded`` or ``measure withdrawn``; empty for what is no measure or only moved."""
    unit = change.new or change.old
    return MEASURES.get(change.kind, "") if unit and unit.kind == "measure" else ""


def is_less(change: Change) -> bool:
    """Whether the protection became less: a measure was withdrawn."""
    return change.kind == "removed" and change.old is not None and change.old.kind == "measure"


def change_heading(change: Change) -> str:
    """``Artikel 8.3 (was artikel 7.3): gewijzigd, gesplitst``."""
    from clausule.dutch import changes as words

    unit = change.new or change.old
    assert unit
    was = name_of(change.old) if change.old and change.new and change.moved else ""
    happened = [words.KINDS[change.kind]]
    if change.kind == "moved":
        happened = [words.RENUMBERED if change.renumbered else words.KINDS["moved"], words.SAME_WORDS]
    happened += [words.SPLIT] if change.also_new else []
    happened += [words.MERGED] if change.also_old else []
    return words.heading(name_of(unit), was, ", ".join(happened))


def name_of(unit: Unit) -> str:
    """What a reader calls ``unit``."""
    from clausule.dutch import changes as words

    return words.unit_name(unit.kind, unit.id, unit.number, unit.title)
