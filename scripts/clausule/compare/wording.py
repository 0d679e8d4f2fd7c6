"""What every report of a comparison says: the names of units and changes, and what it leaves out because it says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausule.compare.changes import NOTES, Change, Comparison
from clausule.compare.redline import OUT, SAME, Edit
from clausule.compare.unit import Unit

if TYPE_CHECKING:
    from clausule.compare.explanations import Explained

Said = Callable[[Change], "Explained | None"]
# Then a redline would be a wall of deleted words, and a sentence says more.
HOPELESS = tuple(NOTES)
FEW_PARTS, MOST_NAMES = 3, 10  # beside the main one: so many need no number, and more are not all named
AROUND = 8  # words that are shown beside a change
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


def only_divided(change: Change) -> bool:
    """Whether all words stayed, in the same order, and only the units that hold them are others."""
    return bool(change.also_old or change.also_new) and change.from_text.split() == change.to_text.split()


def many_parts(change: Change) -> bool:
    """Whether what was split off or merged is more than a reader wants to see one by one."""
    return len(change.also_old) + len(change.also_new) > MOST_NAMES


def shown_edits(change: Change) -> Sequence[Edit]:
    """The redline; of many parts without where each begins, so that what stayed is one stretch through all of them."""
    if not many_parts(change):
        return change.redline
    edits: list[Edit] = []
    for op, text in change.redline:
        if text.isspace():
            op, text = SAME, text if op != OUT else ""
        if edits and edits[-1][0] == op == SAME:
            edits[-1] = SAME, edits[-1][1] + text
        else:
            edits.append((op, text))
    return edits


def shortened(text: str, before: bool, after: bool) -> str:
    """The words of ``text`` that stand next to a change: ``before`` it begins after one, ``after`` it ends at one."""
    found = re.findall(r"\s*\S+|\s+$", text)
    keep = (AROUND if before else 0) + (AROUND if after else 0)
    if len(found) <= keep + 3:
        return text
    start = "".join(found[:AROUND]) if before else ""
    end = "".join(found[-AROUND:]) if after else ""
    return f"{start}{' ' if start else ''}…{end if end[:1].isspace() else ' ' + end if end else ''}"


def change_heading(change: Change) -> str:
    """``Artikel 8.3 (was artikel 7.3): gewijzigd, gesplitst``."""
    from clausule.language.nl import changes as words

    unit = change.new or change.old
    assert unit
    was = name_of(change.old) if change.old and change.new and change.moved else ""
    happened = [words.KINDS[change.kind]]
    if change.kind == "moved":
        happened = [words.RENUMBERED if change.renumbered else words.KINDS["moved"], words.SAME_WORDS]
    happened += [words.split(len(change.also_new) + 1, FEW_PARTS)] if change.also_new else []
    happened += [words.merged(len(change.also_old) + 1, FEW_PARTS)] if change.also_old else []
    happened += [words.SAME_WORDS] if only_divided(change) else []
    return words.heading(name_of(unit), was, ", ".join(happened))


def name_of(unit: Unit) -> str:
    """What a reader calls ``unit``."""
    from clausule.language.nl import changes as words

    return words.unit_name(unit.kind, unit.id, unit.number, unit.title)
