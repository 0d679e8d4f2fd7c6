"""What became of the numbers: which clause of one edition is which of another, step by step from each to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clausule.analysis.references import edition_ids, frame_ids, frame_sha256
from clausule.compare.explanations import compare_successive
from clausule.model.editions import Edition, number_before

Ids = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Where the articles, clauses, annexes and sections of an edition are in another, and the other way round.

    An id that is not named is the same in both; None is one that the other side lacks.
    """

    there: Ids
    back: Ids

    def to(self, name: str) -> str | None:
        """The id of ``name`` on the other side, or None."""
        return self.there.get(name, name)

    def turned(self) -> Renumbering:
        """The same from the other side."""
        return Renumbering(self.back, self.there)

    def then(self, following: Renumbering) -> Renumbering:
        """This one, and ``following`` from there on."""
        return Renumbering(_chained(self, following), _chained(following.turned(), self.turned()))

    def to_json(self) -> list[dict[str, str | None]]:
        """As JSON; ``from_json`` reads it back."""
        return [dict(sorted(self.there.items())), dict(sorted(self.back.items()))]

    @staticmethod
    def from_json(values: Any) -> Renumbering:
        there, back = values
        return Renumbering(dict(there), dict(back))


SAME_NUMBERS = Renumbering({}, {})


def _chained(first: Renumbering, second: Renumbering) -> Ids:
    moved = {*first.there, *(name for other in second.there if (name := first.turned().to(other)) is not None)}
    found = {}
    for name in moved:
        middle = first.to(name)
        end = second.to(middle) if middle is not None else None
        if end != name:
            found[name] = end
    return found


def renumbering_between(old: Edition, new: Edition) -> Renumbering:
    """What happened between two editions that follow each other. Where both have the same articles, titles and numbers
    nothing has shifted, and no clause is compared: that is most editions."""
    if frame_sha256(old) == frame_sha256(new):
        return SAME_NUMBERS
    changes = compare_successive(old, new).changes
    found = {change.old.id: change.new.id for change in changes if change.old and change.new}
    there = {name: found.get(name) for name in frame_ids(old) if found.get(name) != name}
    turned = {other: name for name, other in found.items()}
    return Renumbering(there, {name: turned.get(name) for name in frame_ids(new) if turned.get(name) != name})


def renumberings_to(
    target: Edition, editions: Sequence[Edition], step: Callable[[Edition, Edition], Renumbering]
) -> dict[str, Renumbering]:
    """For each of ``editions`` (from old to new, ``target`` among them) by version the way to ``target``: clauses are
    followed from each edition to the next. ``step`` gives the renumbering between two that follow each other."""
    found, way, number = {target.version: SAME_NUMBERS}, SAME_NUMBERS, editions.index(target)
    while number:
        after, number = editions[number], number_before(editions, number)
        way = step(editions[number], after).then(way)
        found[editions[number].version] = way
    for number, edition in enumerate(editions):  # the first is on the way to any
        if edition.version not in found:
            before = editions[number_before(editions, number)]
            found[edition.version] = step(before, edition).turned().then(found[before.version])
    return found


def counterparts(edition: Edition, renumbering: Renumbering) -> dict[str, str]:
    """For each id of ``edition`` that can be pointed to, the id of the same thing on the other side of ``renumbering``.

    Where numbers have shifted, items are left out: their letters say nothing without their clause.
    """
    names: Iterable[str] = edition_ids(edition) if renumbering == SAME_NUMBERS else frame_ids(edition)
    return {name: other for name in names if (other := renumbering.to(name)) is not None}
