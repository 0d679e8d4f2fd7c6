"""What changes between editions mean: editorial or substantive, what uses a changed term, and when there is little to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from clausule.compare.redline import IN, OUT, SAME
from clausule.compare.units import Unit, edition_units
from clausule.compare.uses import users
from clausule.history import History, Row, make_history
from clausule.model import Agreement, Edition
from clausule.reasons import EDITORIAL, SUBSTANTIVE, explain

# Shares of the words: below the first two texts have nothing in common, below the second little is left of the old one.
NOTHING, COLLAPSED = 0.03, 0.05
_NAMELESS = ("measure", "item", "row", "paragraph")


@lru_cache(maxsize=128)
def substantive(history: History) -> list[frozenset[int]]:
    """For each edition of ``history`` the lineages that it changed in substance, by its author's word, else by ours."""
    found: list[frozenset[int]] = [frozenset()]
    for edition in range(1, len(history.editions)):
        before, here = history.places[edition - 1 : edition + 1]
        told: set[int] = set()
        for one in explain(history.editions[edition - 1], history.editions[edition]).changes:
            if one.nature == SUBSTANTIVE:
                change = one.change
                told.update(here[unit.id] for unit in (change.new, *change.also_new) if unit)
                told.update(before[unit.id] for unit in (change.old, *change.also_old) if unit)
        found.append(frozenset(told))
    return found


def nature_of(history: History, row: Row, old: int, new: int) -> str:
    """Whether what ``row`` tells is editorial or substantive: substantive when one of the steps between was."""
    low, high = sorted((old, new))
    told = substantive(history)
    names = {history.places[old][unit.id] for unit in row.old} | {history.places[new][unit.id] for unit in row.new}
    return SUBSTANTIVE if any(names & told[edition] for edition in range(low + 1, high + 1)) else EDITORIAL


def note_of(groups: Iterable[tuple[int, Sequence[Row]]]) -> str:
    """Why two texts say little beside each other, by the code that ``clausule compare`` uses; empty when they do."""
    counted = {SAME: 0, IN: 0, OUT: 0}
    for _, rows in groups:
        for row in rows:
            for op, text in row.edits:
                counted[op] += len(text.split())
    old, new = counted[SAME] + counted[OUT], counted[SAME] + counted[IN]
    if not old or not new:
        return "both-empty" if old == new else "new-empty" if old else "old-empty"
    if counted[SAME] <= NOTHING * min(old, new):
        return "nothing-in-common"
    return "collapsed" if new <= COLLAPSED * old else ""


@lru_cache(maxsize=64)
def _uses(edition: Edition) -> dict[str, list[Unit]]:
    return users(edition_units(edition), edition.inflections)


def using(history: History, edition: int, unit: Unit) -> list[int]:
    """The lineages that use the term which ``unit`` defines in ``edition``, in reading order: a measure, item or row by
    the clause or part that holds it, which has a name."""
    here = history.places[edition]
    found: dict[int, None] = {}
    for user in _uses(history.editions[edition]).get(unit.id, ()):
        name = user
        while name.kind in _NAMELESS and (holder := history.lineages[here[name.parent]].units[edition] if name.parent in here else None):
            name = holder
        found[here[name.id]] = None
    return list(found)


@lru_cache(maxsize=128)
def slice_of(agreement: Agreement, old: int, new: int) -> History:
    """The history of the editions from ``old`` up to and with ``new`` (indexes), which reads no others."""
    if (old, new) == (0, len(agreement.editions) - 1):
        return make_history(agreement)
    return make_history(replace(agreement, editions=agreement.editions[old : new + 1]))
