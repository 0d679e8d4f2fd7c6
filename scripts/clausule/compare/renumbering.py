"""What became of the numbers: which clause of one edition is which of another, step by step from each to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clausule.analysis.references import edition_ids, frame_ids, frame_sha256
from clausule.compare.explanations import compare_successive
from clausule.model.editions import Edition

Ids = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Shift:
    """Where the articles, clauses, annexes and sections of an edition are in another, and the other way round.

    An id that is not named is the same in both; None is one that the other side lacks.
    """

    there: Ids
    back: Ids

    def to(self, name: str) -> str | None:
        """The id of ``name`` on the other side, or None."""
        return self.there.get(name, name)

    def turned(self) -> Shift:
        """The same from the other side."""
        return Shift(self.back, self.there)

    def then(self, following: Shift) -> Shift:
        """This one, and ``following`` from there on."""
        return Shift(_chained(self, following), _chained(following.turned(), self.turned()))

    def to_json(self) -> list[dict[str, str | None]]:
        """As JSON; ``from_json`` reads it back."""
        return [dict(sorted(self.there.items())), dict(sorted(self.back.items()))]

    @staticmethod
    def from_json(values: Any) -> Shift:
        there, back = values
        return Shift(dict(there), dict(back))


NO_SHIFT = Shift({}, {})


def _chained(first: Shift, second: Shift) -> Ids:
    moved = {*first.there, *(name for other in second.there if (name := first.turned().to(other)) is not None)}
    found = {}
    for name in moved:
        middle = first.to(name)
        end = second.to(middle) if middle is not None else None
        if end != name:
            found[name] = end
    return found


def shift_between(old: Edition, new: Edition) -> Shift:
    """What happened between two editions that follow each other. Where both have the same articles, titles and numbers
    nothing has shifted, and no clause is compared: that is most editions."""
    if frame_sha256(old) == frame_sha256(new):
        return NO_SHIFT
    changes = compare_successive(old, new).changes
    found = {change.old.id: change.new.id for change in changes if change.old and change.new}
    there = {name: found.get(name) for name in frame_ids(old) if found.get(name) != name}
    turned = {other: name for name, other in found.items()}
    return Shift(there, {name: turned.get(name) for name in frame_ids(new) if turned.get(name) != name})


def shifts_to(
    target: Edition, editions: Sequence[Edition], step: Callable[[Edition, Edition], Shift]
) -> dict[str, Shift]:
    """For each of ``editions`` (from old to new, ``target`` among them) by version the way to ``target``: clauses are
    followed from each edition to the next. ``step`` gives the shift between two that follow each other."""
    at = editions.index(target)
    found = {target.version: NO_SHIFT}
    way = NO_SHIFT
    for number in reversed(range(at)):
        way = step(editions[number], editions[number + 1]).then(way)
        found[editions[number].version] = way
    way = NO_SHIFT
    for number in range(at + 1, len(editions)):
        way = step(editions[number - 1], editions[number]).turned().then(way)
        found[editions[number].version] = way
    return found


def counterparts(edition: Edition, shift: Shift) -> dict[str, str]:
    """For each id of ``edition`` that can be pointed to, the id of the same thing on the other side of ``shift``.

    Where numbers have shifted, items are left out: their letters say nothing without their clause.
    """
    names: Iterable[str] = edition_ids(edition) if shift == NO_SHIFT else frame_ids(edition)
    return {name: other for name in names if (other := shift.to(name)) is not None}
