"""Every clause followed through all editions of an agreement, and what changed between any two of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from clausule.compare.changes import KINDS
from clausule.compare.redline import IN, OUT, SAME, Edit, redline
from clausule.compare.units import HEADINGS, Unit, edition_units
from clausule.model import Agreement, Edition
from clausule.reasons import compare_successive, explain

_Key = TypeVar("_Key", bound=Hashable)
_SWAPPED = {SAME: SAME, OUT: IN, IN: OUT}


@dataclass(eq=False)
class Strand:
    """The distinct texts of something through all editions; ``at`` says which one each edition has, None for none."""

    texts: list[str] = field(default_factory=list)
    at: list[int | None] = field(default_factory=list)
    _redlines: dict[tuple[int, int], tuple[Edit, ...]] = field(default_factory=dict)

    def put(self, edition: int, text: str) -> None:
        """Says that ``edition`` has ``text``."""
        if text not in self.texts:
            self.texts.append(text)
        self.at += [None] * (edition + 1 - len(self.at))
        self.at[edition] = self.texts.index(text)

    def redline(self, old: int, new: int) -> tuple[Edit, ...]:
        """From one of ``texts`` to another. Each pair is compared once: backwards is the same, the other way about."""
        if old > new:
            return inverted(self.redline(new, old))
        if (old, new) not in self._redlines:
            self._redlines[old, new] = tuple(redline(self.texts[old], self.texts[new]))
        return self._redlines[old, new]

    def between(self, old: int, new: int) -> tuple[Edit, ...]:
        """From the text of one edition to that of another; what is not there is empty."""
        one, other = self.at[old], self.at[new]
        if one is not None and other is not None:
            return self.redline(one, other)
        if one is not None:
            return ((OUT, self.texts[one]),) if self.texts[one] else ()
        return ((IN, self.texts[other]),) if other is not None and self.texts[other] else ()


@dataclass(eq=False)
class Lineage:
    """One unit through all editions. ``units`` has one for each edition, None where it was not (yet, or any more).

    ``moves`` counts for each edition how often it had gone to another place, other than by what came before it.
    """

    units: list[Unit | None]
    moves: list[int]
    strand: Strand = field(default_factory=Strand)


@dataclass(eq=False)
class Family:
    """Lineages that were split off each other or merged, in the editions ``events``; ``strand`` has their joined texts."""

    members: list[int]
    events: list[int]
    strand: Strand = field(default_factory=Strand)


@dataclass(frozen=True, slots=True)
class Row:
    """What happened to one unit, or to those that were split or merged, between two editions.

    ``kind`` is as in ``clausule compare``; ``lineage`` is the first that it is about, ``top`` that of the article,
    annex or part that it is shown under. ``moved`` is true where its place is another, ``renumbered`` where only its
    number is.
    """

    kind: str
    lineage: int
    top: int
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    edits: tuple[Edit, ...]
    moved: bool = False
    renumbered: bool = False

    @property
    def unit(self) -> Unit:
        """What it is now, or was."""
        return (self.new or self.old)[0]


@dataclass(eq=False)
class History:
    """An agreement through its editions, old to new, concepts last.

    For each edition ``order`` has the lineages in reading order, ``places`` the lineage of each id, and ``reasons``
    what its author says about the change of a lineage.
    ``joins`` are ``(main, other, edition)``: in that edition ``other`` was split off ``main``, or merged into it.
    """

    editions: tuple[Edition, ...]
    lineages: list[Lineage]
    families: list[Family]
    order: list[list[int]]
    places: list[dict[str, int]]
    reasons: list[dict[int, str]]
    joins: list[tuple[int, int, int]] = field(default_factory=list)

    def index(self, version: str) -> int:
        """The place of an edition in ``editions``. Raises ``KeyError`` when there is none with that version."""
        found = {edition.version: number for number, edition in enumerate(self.editions)}
        return found[version]

    def top(self, edition: int, lineage: int) -> int:
        """The lineage of the article, annex or part that holds ``lineage`` in ``edition``."""
        unit = self.lineages[lineage].units[edition]
        while unit and unit.parent and unit.parent in self.places[edition]:
            lineage = self.places[edition][unit.parent]
            unit = self.lineages[lineage].units[edition]
        return lineage

    def why(self, row: Row, old: int, new: int) -> list[tuple[Edition, str]]:
        """The reasons that the editions after ``old``, up to and with ``new``, give for what ``row`` tells."""
        names = dict.fromkeys(self._names(row, old, new))
        said = [(k, self.reasons[k][one]) for k in range(old + 1, new + 1) for one in names if one in self.reasons[k]]
        return [(self.editions[k], words) for k, words in said]

    def between(self, old: int, new: int) -> list[tuple[int, list[Row]]]:
        """Every unit of two editions (by index, in either order), as rows under their article, annex or part.

        In the order of ``new``; what went stands where it stood.
        """
        rows = self._rows(old, new)
        of_lineage = {name: number for number, row in enumerate(rows) for name in self._names(row, old, new)}
        by_top: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            by_top[row.top].append(number)
        tops_new = dict.fromkeys(self.top(new, one) for one in self.order[new])
        tops_old = dict.fromkeys(self.top(old, one) for one in self.order[old])
        groups = []
        for top in woven(tops_new, tops_old):
            mine = set(by_top[top])
            stood = dict.fromkeys(of_lineage[one] for one in self.order[old])
            shown = woven([number for number in by_top[top] if rows[number].new], [number for number in stood if number in mine])
            if shown:
                groups.append((top, [rows[number] for number in shown]))
        return groups

    def _names(self, row: Row, old: int, new: int) -> Iterable[int]:
        yield from (self.places[old][unit.id] for unit in row.old)
        yield from (self.places[new][unit.id] for unit in row.new)

    def _rows(self, old: int, new: int) -> list[Row]:
        """A row for each unit of both editions, those of the new one first."""
        rows: list[Row] = []
        done: set[int] = set()
        for one in dict.fromkeys([*self.order[new], *self.order[old]]):
            if one not in done:
                family = self._family(one, old, new)
                done.update(family.members if family else [one])
                rows.append(self.row(one, old, new))
        return rows

    def _family(self, one: int, old: int, new: int) -> Family | None:
        """What ``one`` was split off or merged with between two editions."""
        low, high = sorted((old, new))
        for family in self.families if one in self._joined else ():
            there = family.strand.at[old] is not None and family.strand.at[new] is not None
            if one in family.members and there and any(low < event <= high for event in family.events):
                return family
        return None

    @cached_property
    def _joined(self) -> frozenset[int]:
        return frozenset(member for family in self.families for member in family.members)

    def row(self, one: int, old: int, new: int) -> Row:
        """What happened to the lineage ``one`` between two editions, of which one at least has it."""
        family = self._family(one, old, new)
        members = family.members if family else [one]
        return self._row(one, members, family.strand if family else self.lineages[one].strand, old, new)

    def _row(self, one: int, members: list[int], strand: Strand, old: int, new: int) -> Row:
        was, now = self._units(members, old), self._units(members, new)
        top = self.top(new if now else old, one)
        edits = strand.between(old, new)
        if not was or not now:
            return Row("added" if now else "removed", one, top, was, now, edits)
        lineage = self.lineages[one]
        there = lineage.units[old] is not None and lineage.units[new] is not None
        moved = there and lineage.moves[old] != lineage.moves[new]
        renumbered = not moved and was[0].number != now[0].number
        changed = strand.at[old] != strand.at[new] or len(was) != len(now)
        kind = "changed" if changed else "moved" if moved or renumbered else "unchanged"
        return Row(kind, one, top, was, now, edits, moved, renumbered)

    def _units(self, members: list[int], edition: int) -> tuple[Unit, ...]:
        found = {one: unit for one in members if (unit := self.lineages[one].units[edition])}
        if len(found) < 2:
            return tuple(found.values())
        return tuple(found[one] for one in self.order[edition] if one in found)


def counts(groups: Iterable[tuple[int, Sequence[Row]]]) -> dict[str, int]:
    """How many rows there are of each kind. Rows of which only the number is another count as ``renumbered``."""
    found = Counter(
        "renumbered" if row.kind == "moved" and row.renumbered else row.kind for _, rows in groups for row in rows
    )
    return {kind: found[kind] for kind in (*KINDS, "renumbered")}


def inverted(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The redline back: insertions become deletions, and still stand behind them."""
    back: list[Edit] = []
    for op, text in edits:
        edit = (_SWAPPED[op], text)
        if edit[0] == OUT and back and back[-1][0] == IN:
            back.insert(-1, edit)
        else:
            back.append(edit)
    return tuple(back)


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


@lru_cache(maxsize=64)
def make_history(agreement: Agreement) -> History:
    """Pairs each edition of ``agreement`` with the one before it, and follows every unit through all of them."""
    return _Maker(agreement.editions).history()


class _Maker:
    def __init__(self, editions: tuple[Edition, ...]) -> None:
        self._editions = editions
        self._lineages: list[Lineage] = []
        self._joins: list[tuple[int, int, int]] = []
        self._places: list[dict[str, int]] = []

    def history(self) -> History:
        rows = [edition_units(edition) for edition in self._editions]
        for edition, units in enumerate(rows):
            self._places.append({})
            if edition:
                self._follow(edition)
            else:
                for unit in units:
                    self._put(edition, unit, self._new())
        order = [[self._places[edition][unit.id] for unit in units] for edition, units in enumerate(rows)]
        for lineage in self._lineages:
            for edition, found in enumerate(lineage.units):
                if found:
                    lineage.strand.put(edition, found.text)
            lineage.strand.at += [None] * (len(rows) - len(lineage.strand.at))
        reasons = [self._reasons(edition) for edition in range(len(rows))]
        return History(self._editions, self._lineages, self._families(order), order, self._places, reasons, self._joins)

    def _reasons(self, edition: int) -> dict[int, str]:
        """What the author of an edition says of its changes, by lineage; what went has the lineage that it had."""
        if not edition:
            return {}
        here, before = self._places[edition], self._places[edition - 1]
        said = {}
        for one in explain(self._editions[edition - 1], self._editions[edition]).changes:
            change = one.change
            if one.why and change.new:
                said[here[change.new.id]] = one.why
            elif one.why and change.old:
                said[before[change.old.id]] = one.why
        return said

    def _follow(self, edition: int) -> None:
        before = self._places[edition - 1]
        gone = self._gone(edition)
        for lineage in self._lineages:
            lineage.moves[edition] = lineage.moves[edition - 1]
        for change in compare_successive(self._editions[edition - 1], self._editions[edition]).changes:
            if change.new is None:
                continue
            if change.old:
                one = before[change.old.id]
                self._lineages[one].moves[edition] += change.moved and not change.renumbered
            else:
                back = (change.new.kind, change.new.text)
                one = gone.pop(back) if change.new.text and back in gone else self._new()
            self._put(edition, change.new, one)
            for unit in change.also_new:
                other = self._new()
                self._put(edition, unit, other)
                self._joins.append((one, other, edition))
            self._joins += [(one, before[unit.id], edition) for unit in change.also_old]

    def _gone(self, edition: int) -> dict[tuple[str, str], int]:
        """What went before the last edition, by its last words: it may come back."""
        found = {}
        for number, lineage in enumerate(self._lineages):
            if lineage.units[edition - 1] is None:
                last = next(unit for unit in reversed(lineage.units[:edition]) if unit)
                if last.kind not in HEADINGS:
                    found[last.kind, last.text] = number
        return found

    def _new(self) -> int:
        self._lineages.append(Lineage([None] * len(self._editions), [0] * len(self._editions)))
        return len(self._lineages) - 1

    def _put(self, edition: int, unit: Unit, lineage: int) -> None:
        self._lineages[lineage].units[edition] = unit
        self._places[edition][unit.id] = lineage

    def _families(self, order: list[list[int]]) -> list[Family]:
        families: dict[int, Family] = {}
        for one, other, edition in self._joins:
            first = families.get(one) or Family([one], [])
            second = families.get(other) or Family([other], [])
            events = sorted({*first.events, *second.events, edition})
            family = Family(sorted({*first.members, *second.members}), events)
            families.update(dict.fromkeys(family.members, family))
        found = list(dict.fromkeys(families.values()))
        for family in found:
            members = set(family.members)
            for edition, names in enumerate(order):
                units = [self._lineages[one].units[edition] for one in names if one in members]
                if units:
                    family.strand.put(edition, "\n".join(unit.text for unit in units if unit))
            family.strand.at += [None] * (len(order) - len(family.strand.at))
        return found
