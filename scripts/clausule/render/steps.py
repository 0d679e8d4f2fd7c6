"""From each edition to the next: what happened to each unit there, found by its id; read from those two editions alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from clausule.compare.units import Unit
from clausule.compare_words import HOPELESS
from clausule.dutch.comparison import row_label, unit_name
from clausule.history import History, Row
from clausule.model import Agreement, Edition
from clausule.render.meaning import nature_of, note_of, slice_of
from clausule.render.places import WAS, Places, pair_address


@dataclass(frozen=True, eq=False)
class Step:
    """An edition and the one before it: ``rows`` of both under their articles and annexes, and each row by the ids
    that it has in the new edition (``by_new``), or had in the old one (``by_old``)."""

    history: History
    rows: tuple[Row, ...]
    by_new: dict[str, Row]
    by_old: dict[str, Row]
    within: dict[str, list[Row]]

    @property
    def old(self) -> Edition:
        return self.history.editions[0]

    @property
    def new(self) -> Edition:
        return self.history.editions[1]

    def link(self, row: Row, name: str = "") -> str:
        """The address below the agreement of a row that changed; of the unit ``name`` when the row is about several."""
        anchor = (name or row.new[0].id) if row.new else WAS + row.old[0].id
        return pair_address(self.old, self.new) + (f"#{anchor}" if self.told else "")

    @cached_property
    def told(self) -> bool:
        """Whether the page of the two editions shows each change: of texts with nothing in common it says just that."""
        return note_of(self.history.between(0, 1)) not in HOPELESS

    def label(self, row: Row) -> str:
        """``gewijzigd``, ``was 9.4, woorden gelijk``."""
        names = [[unit_name(unit.kind, unit.number, unit.title) for unit in side] for side in (row.old, row.new)]
        return row_label(row.kind, row.moved, *names, measure=row.unit.kind == "measure")

    def nature(self, row: Row) -> str:
        return nature_of(self.history, row, 0, 1)

    def why(self, row: Row) -> list[str]:
        """What the author of the new edition says of it."""
        return [said for _, said in self.history.why(row, 0, 1)]

    def is_born(self, name: str) -> bool:
        """Whether the unit ``name`` begins here: it is new, or was split off another."""
        lineage = self.history.places[1][name]
        return self.history.lineages[lineage].units[0] is None

    def before(self, name: str) -> Unit | None:
        """What the unit ``name`` of the new edition was in the old one, or was split off; None when it is new."""
        row = self.by_new[name]
        own = self.history.lineages[self.history.places[1][name]].units[0]
        return own or (row.old[0] if row.old else None)


def step_to(agreement: Agreement, edition: Edition) -> Step | None:
    """The step to ``edition`` from the one before it; None for the first."""
    index = agreement.editions.index(edition)
    return _step(agreement, index) if index else None


@lru_cache(maxsize=256)
def _step(agreement: Agreement, index: int) -> Step:
    history = slice_of(agreement, index - 1, index)
    rows = tuple(row for _, shown in history.between(0, 1) for row in shown)
    by_new = {unit.id: row for row in rows for unit in row.new}
    by_old = {unit.id: row for row in rows for unit in row.old}
    within: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind != "unchanged":
            for name in _holders(history, row, by_old):
                within.setdefault(name, []).append(row)
    return Step(history, rows, by_new, by_old, within)


def _holders(history: History, row: Row, by_old: dict[str, Row]) -> Iterable[str]:
    """The ids in the new edition of what a row is about and of what holds it, as far as the clause or section: a change
    in a clause is told there, and not with its article too."""
    found: dict[str, None] = {}
    for side, units in ((1, row.new), (0, () if row.new else row.old)):
        for unit in units:
            names = [unit.id]
            while names[-1] in history.places[side]:
                here = history.lineages[history.places[side][names[-1]]].units[side]
                if not here or here.kind in ("clause", "section") or not here.parent or here.parent in names:
                    break
                names.append(here.parent)
            if side:
                found.update(dict.fromkeys(names))
            else:
                now = [by_old[name].new for name in names[1:] if name in by_old]
                found.update((holder.id, None) for holders in now for holder in holders)
    return found


@lru_cache(maxsize=64)
def places_of(history: History, edition: int) -> Places:
    """``Places`` of an edition, made once."""
    return Places(history, edition)
