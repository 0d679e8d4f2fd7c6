"""The lines of an agreement through its editions, and what happened to each of them between any two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from clausule.compare.changes import Change, differ
from clausule.compare.history.strand import Strand
from clausule.compare.redline import Edit
from clausule.compare.units import Unit
from clausule.model.editions import Edition, number_before, steps_between

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a unit is in an edition: its ``address`` is that of what is nearest to it and can be pointed to, ``moves``
    counts how often it had gone to another place by then, other than by what came before it."""

    unit: Unit
    address: str
    moves: int


@dataclass(eq=False)
class Lineage:
    """One unit through all editions. ``spots`` has one for each edition in which it is, from old to new; those of
    successive editions that are alike are one object."""

    spots: dict[int, Spot] = field(default_factory=dict)
    strand: Strand = field(default_factory=Strand)

    def unit(self, edition: int) -> Unit | None:
        """What it is in ``edition``; None where it is not, or not yet, or not any more."""
        spot = self.spots.get(edition)
        return spot.unit if spot else None

    @property
    def first(self) -> int:
        """The edition in which it is first seen."""
        return next(iter(self.spots))

    @property
    def last(self) -> int:
        """The edition in which it is last seen."""
        return next(reversed(self.spots))

    @property
    def last_unit(self) -> Unit:
        """What it is, or was when it was last seen."""
        return self.spots[self.last].unit


@dataclass(frozen=True, eq=False, kw_only=True)
class Row(Change):
    """A change between any two editions, of lineages: of one, or of those that were split or merged.

    ``names`` are the lineages that it is about, ``lineage`` the first in reading order, ``top`` that of the article,
    annex or part that it is shown under. ``span`` are both editions by index, ``strand`` has their texts.
    """

    lineage: int
    names: tuple[int, ...]
    top: int
    span: tuple[int, int]
    strand: Strand

    @property
    def redline(self) -> tuple[Edit, ...]:
        """What the history has of it."""
        return self.strand.between(*self.span)


@dataclass(eq=False)
class History:
    """An agreement through its editions, old to new, concepts last.

    For each edition ``order`` has the lineages in reading order; ``places`` the lineage of each id; ``reasons`` what
    its author says about the change of a lineage; ``meant`` the lineages that it changed in substance, by its author's
    word, else by ours; ``uses`` for the lineage of each definition those that use its term, a measure, item or row by
    what holds it; ``notes`` why it and the one before say little beside each other, by code, else nothing.
    ``joins`` are ``(main, other, edition)``: in that edition ``other`` was split off ``main``, or merged into it.
    """

    editions: tuple[Edition, ...] = ()
    lineages: list[Lineage] = field(default_factory=list)
    order: list[list[int]] = field(default_factory=list)
    places: list[dict[str, int]] = field(default_factory=list)
    reasons: list[dict[int, str]] = field(default_factory=list)
    meant: list[frozenset[int]] = field(default_factory=list)
    uses: list[dict[int, tuple[int, ...]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    joins: list[tuple[int, int, int]] = field(default_factory=list)
    _joined: set[int] = field(default_factory=set)
    _joint: dict[tuple[int, ...], Strand] = field(default_factory=dict)
    _changes: dict[int, tuple[Row, ...]] = field(default_factory=dict)

    def join(self, main: int, other: int, edition: int) -> None:
        """Says that ``other`` was split off ``main`` in ``edition``, or merged into it."""
        self.joins.append((main, other, edition))
        self._joined.update((main, other))

    def before(self, number: int) -> int:
        """The index of the edition that that at ``number`` (not 0) follows."""
        return number_before(self.editions, number)

    def index(self, version: str) -> int:
        """The place of an edition in ``editions``. Raises ``KeyError`` when there is none with that version."""
        found = {edition.version: number for number, edition in enumerate(self.editions)}
        return found[version]

    def holder(self, edition: int, lineage: int) -> int | None:
        """The lineage of what holds ``lineage`` in ``edition``, where it is; None for what stands by itself."""
        return self.places[edition].get(self.lineages[lineage].spots[edition].unit.parent)

    def top(self, edition: int, lineage: int) -> int:
        """The lineage of the article, annex or part that holds ``lineage`` in ``edition``."""
        while (holder := self.holder(edition, lineage)) is not None:
            lineage = holder
        return lineage

    def address(self, edition: int, unit: Unit) -> str:
        """The address within an edition of what is nearest to its ``unit`` and can be pointed to."""
        return self.lineages[self.places[edition][unit.id]].spots[edition].address

    def why(self, row: Row) -> list[tuple[Edition, str]]:
        """The reasons that the editions after the old one, up to and with the new one, give for what ``row`` tells."""
        old, new = row.span
        steps = steps_between(self.editions, old, new) if old < new else []
        said = [(k, self.reasons[k][one]) for k in steps for one in row.names if one in self.reasons[k]]
        return [(self.editions[k], words) for k, words in said]

    def is_meant(self, row: Row) -> bool:
        """Whether what ``row`` tells is a change in substance: one of the steps between was."""
        steps = steps_between(self.editions, *row.span)
        return any(not self.meant[edition].isdisjoint(row.names) for edition in steps)

    def between(self, old: int, new: int) -> list[tuple[int, list[Row]]]:
        """Every unit of two editions (by index, in either order), as rows under their article, annex or part.

        In the order of ``new``; what went stands where it stood.
        """
        rows = self._rows(dict.fromkeys([*self.order[new], *self.order[old]]), old, new)
        of_lineage = {name: number for number, row in enumerate(rows) for name in row.names}
        by_top: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            by_top[row.top].append(number)
        stood = dict.fromkeys(of_lineage[one] for one in self.order[old])
        groups = []
        for top in woven(
            *(dict.fromkeys(self.top(edition, one) for one in self.order[edition]) for edition in (new, old))
        ):
            mine = set(by_top[top])
            shown = woven(
                [number for number in by_top[top] if rows[number].new], [number for number in stood if number in mine]
            )
            if shown:
                groups.append((top, [rows[number] for number in shown]))
        return groups

    def changes(self, edition: int) -> tuple[Row, ...]:
        """What ``edition`` changed in the one before it: as in ``between``, without what stayed, in reading order."""
        if edition not in self._changes:
            joined = {name for main, other, when in self.joins if when == edition for name in (main, other)}
            before = self.before(edition)
            both = dict.fromkeys([*self.order[edition], *self.order[before]])
            touched = [one for one in both if one in joined or self._differs(one, before, edition)]
            rows = [row for row in self._rows(touched, before, edition) if row.kind != "unchanged"]
            places = _reading(self.order[before], self.order[edition])
            self._changes[edition] = tuple(sorted(rows, key=lambda row: min(places[name] for name in row.names)))
        return self._changes[edition]

    def _differs(self, one: int, before: int, edition: int) -> bool:
        spots = self.lineages[one].spots
        return spots.get(edition) is not spots.get(before)

    def _rows(self, names: Iterable[int], old: int, new: int) -> list[Row]:
        """A row for each of these lineages, in their order; one for those that belong together."""
        rows: list[Row] = []
        done: set[int] = set()
        for one in names:
            if one not in done:
                rows.append(self.row(one, old, new))
                done.update(rows[-1].names)
        return rows

    def row(self, one: int, old: int, new: int) -> Row:
        """What happened to the lineage ``one`` between two editions, of which one at least has it."""
        members = self._members(one, old, new)
        strand = self.joint(members) if len(members) > 1 else self.lineages[one].strand
        was, now = ([name for name in members if edition in self.lineages[name].spots] for edition in (old, new))
        names = tuple(dict.fromkeys([*self._in_order(was, old), *self._in_order(now, new)]))
        units_old, units_new = self._units(was, old), self._units(now, new)
        spots, at = self.lineages[one].spots, strand.at
        elsewhere = old in spots and new in spots and spots[old].moves != spots[new].moves
        renumbered = bool(was and now) and not elsewhere and units_old[0].number != units_new[0].number
        if not was or not now:
            kind = "added" if now else "removed"
        elif (
            differ(strand.texts[at[old]], strand.texts[at[new]])
            or len(was) != len(now)
            or any(one.links != other.links for one, other in zip(units_old, units_new, strict=True))
        ):
            kind = "changed"
        else:
            kind = "moved" if elsewhere or renumbered else "unchanged"
        return Row(
            kind=kind,
            old=next(iter(units_old), None),
            new=next(iter(units_new), None),
            also_old=units_old[1:],
            also_new=units_new[1:],
            from_text=strand.texts[at[old]] if was else "",
            to_text=strand.texts[at[new]] if now else "",
            moved=elsewhere or renumbered,
            renumbered=renumbered,
            lineage=one,
            names=names,
            top=self.top(new if now else old, one),
            span=(old, new),
            strand=strand,
        )

    def _units(self, members: Sequence[int], edition: int) -> tuple[Unit, ...]:
        return tuple(unit for one in self._in_order(members, edition) if (unit := self.lineages[one].unit(edition)))

    def _in_order(self, members: Sequence[int], edition: int) -> Sequence[int]:
        return members if len(members) < 2 else [one for one in self.order[edition] if one in members]

    def _members(self, one: int, old: int, new: int) -> tuple[int, ...]:
        """``one`` with what it was split off or merged with between two editions; alone where nothing was, or where
        one of both editions has none of it."""
        if one not in self._joined:
            return (one,)
        steps = set(steps_between(self.editions, old, new))
        members = component(one, (join for join in self.joins if join[2] in steps))
        if len(members) > 1:
            at = self.joint(members).at
            if old in at and new in at:
                return members
        return (one,)

    def joint(self, members: tuple[int, ...]) -> Strand:
        """The texts of several lineages together, in reading order."""
        if members not in self._joint:
            self._joint[members] = Strand()
            for edition in range(len(self.order)):
                self._put_joint(members, edition)
        return self._joint[members]

    def complete(self, edition: int) -> None:
        """Says that ``edition``, which is the newest, has all its lineages."""
        for members in self._joint:
            self._put_joint(members, edition)

    def _put_joint(self, members: tuple[int, ...], edition: int) -> None:
        if units := self._units(members, edition):
            self._joint[members].put(edition, "\n".join(unit.text for unit in units))


def _reading(old: Sequence[int], new: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Where each lineage of two editions stands: in the order of the new one, what went behind what it stood behind."""
    places = {name: (number, 0) for number, name in enumerate(new)}
    before = -1
    for number, name in enumerate(old):
        if name in places:
            before = places[name][0]
        else:
            places[name] = before, number
    return places


def component(one: int, joins: Iterable[tuple[int, int, int]]) -> tuple[int, ...]:
    """``one`` and all that is connected to it by ``joins``, sorted."""
    links: dict[int, set[int]] = defaultdict(set)
    for main, other, _ in joins:
        links[main].add(other)
        links[other].add(main)
    found, new = {one}, [one]
    while new:
        more = links.get(new.pop(), set()) - found
        found |= more
        new += more
    return tuple(sorted(found))


def woven(new: Iterable[_Key], old: Iterable[_Key]) -> list[_Key]:
    """The keys of ``new``, and those of ``old`` that went, each behind what it stood behind."""
    shown = list(new)
    present, before = set(shown), -1
    for key in old:
        if key in present:
            before = shown.index(key)
        else:
            before += 1
            shown.insert(before, key)
    return shown
