"""What happened to each unit between two editions: the contract of ``clausule compare --format json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from clausule.compare.comparable import looks
from clausule.compare.divided import same_text
from clausule.compare.lcs import rising
from clausule.compare.pairing import NO_OVERRULES, Overrules, Pair, pair_units
from clausule.compare.redline import SAME, Edit, cost, redline
from clausule.compare.unit import HEADINGS, Unit, relinked
from clausule.model.repeated import once_a_text

KINDS = ("added", "removed", "changed", "moved", "unchanged")
EDITORIAL, SUBSTANTIVE = "editorial", "substantive"

# Why a comparison says little, by code; in the order in which they are looked for.
NOTES = {
    "both-empty": "both texts are empty",
    "old-empty": "the old text is empty",
    "new-empty": "the new text is empty",
    "nothing-in-common": "the two texts have nothing in common",
    "collapsed": "hardly anything of the old text is left in the new one",
}
_NOTHING, _COLLAPSED = 0.03, 0.05
_Change = TypeVar("_Change", bound="Change")


@dataclass(frozen=True, kw_only=True, eq=False)
class Change:
    """What happened to one unit. ``old`` is None where it came and ``new`` where it went.

    ``moved`` is true when its number or its place is another; ``renumbered`` when only its number is, because of what
    came, went or moved before it. ``also_old`` were merged into it and ``also_new`` split off; their words are in
    ``from_text`` and ``to_text``, in reading order.
    """

    kind: str
    old: Unit | None
    new: Unit | None
    from_text: str
    to_text: str
    moved: bool = False
    renumbered: bool = False
    also_old: tuple[Unit, ...] = ()
    also_new: tuple[Unit, ...] = ()
    confidence: float = 1.0

    @property
    def unit(self) -> Unit:
        """What it is now, or was."""
        unit = self.new or self.old
        assert unit
        return unit

    @property
    def all_old(self) -> tuple[Unit, ...]:
        """All that it was."""
        return (self.old, *self.also_old) if self.old else ()

    @property
    def all_new(self) -> tuple[Unit, ...]:
        """All that it is now."""
        return (self.new, *self.also_new) if self.new else ()

    @property
    def only_number(self) -> bool:
        """Whether nothing but its number is another, because of what came, went or moved before it."""
        return self.kind == "moved" and self.renumbered

    @property
    def is_less(self) -> bool:
        """Whether the protection became less: a measure was withdrawn."""
        return self.kind == "removed" and self.unit.kind == "measure"

    @cached_property
    def redline(self) -> tuple[Edit, ...]:
        """What to do with ``from_text`` to get ``to_text``; worked out when it is first asked for."""
        return tuple(redline(self.from_text, self.to_text))

    @cached_property
    def relinked(self) -> list[tuple[str, str | None, str | None]]:
        """The links that lead elsewhere (see ``relinked``), where it was and is."""
        return relinked(self.all_old, self.all_new) if self.old and self.new else []

    @property
    def only_links(self) -> bool:
        """Whether nothing but where its links lead is another."""
        return bool(self.relinked) and not differ(self.from_text, self.to_text)

    @property
    def similarity(self) -> float:
        """The share of all words that stayed: 0 for what came or went."""
        words = len(self.from_text.split()) + len(self.to_text.split())
        if not self.old or not self.new:
            return 0.0
        return 1 - cost(list(self.redline)) / words if words else 1.0

    def as_json(self) -> dict[str, Any]:
        """The change as plain data; what is false or empty is left out, but for what the contract names."""
        unit = self.unit
        data: dict[str, Any] = {
            "kind": self.kind,
            "from": self.old.id if self.old else None,
            "to": self.new.id if self.new else None,
            "from_text": self.from_text,
            "to_text": self.to_text,
            "redline": [list(edit) for edit in self.redline],
            "moved": self.moved,
            "unit": unit.kind,
            "title": unit.title,
        }
        if self.renumbered:
            data["renumbered"] = True
        if self.also_old or self.also_new:
            data["also_from"], data["also_to"] = [one.id for one in self.also_old], [one.id for one in self.also_new]
            data["also"] = [*data["also_from"], *data["also_to"]]
            data["merged"], data["split"] = bool(self.also_old), bool(self.also_new)
        if self.relinked:
            data["links"] = [{"text": text, "from": was, "to": now} for text, was, now in self.relinked]
        if self.kind != "unchanged":
            data["confidence"] = round(self.confidence, 2)
            data["similarity"] = round(self.similarity, 2)
        return data


class Comparison(NamedTuple):
    """Two texts side by side: every unit of both once. ``note`` is a key of ``NOTES``, or empty."""

    changes: tuple[Change, ...]
    note: str = ""

    @property
    def kind_counts(self) -> dict[str, int]:
        """How many changes there are of each kind, as a reader counts them (see ``count_kinds``)."""
        return count_kinds(self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are of each kind, and of these how many were renumbered, split or merged."""
        kinds = Counter(change.kind for change in self.changes)
        return {kind: kinds[kind] for kind in KINDS} | {
            "renumbered": sum(change.renumbered for change in self.changes),
            "split": sum(bool(change.also_new) for change in self.changes),
            "merged": sum(bool(change.also_old) for change in self.changes),
        }

    def as_json(self, old: str, new: str) -> dict[str, Any]:
        """The contract: ``old`` and ``new`` are the names of what was compared. Note and counts are additions."""
        return {
            "from": old,
            "to": new,
            "note": {"code": self.note, "text": NOTES[self.note]} if self.note else None,
            "counts": self.counts,
            "changes": [change.as_json() for change in self.changes],
        }


def differ(old: str, new: str) -> bool:
    """Whether a reader sees a difference between two texts."""
    if old == new:
        return False
    return "".join(old.split()) != "".join(new.split()) or looks(old) != looks(new)  # white space alone takes looking


def count_kinds(changes: Iterable[Change]) -> dict[str, int]:
    """How many there are of each kind, as a reader counts them: of which only the number is another, count as
    ``renumbered`` and not as ``moved``."""
    found = Counter("renumbered" if change.only_number else change.kind for change in changes)
    return {kind: found[kind] for kind in (*KINDS, "renumbered")}


def count_natures(changes: Iterable[_Change], nature: Callable[[_Change], str]) -> tuple[int, int]:
    """How many of ``changes`` are substantive and how many editorial, as a reader counts them: what only got another
    number is not told as a change."""
    natures = [nature(change) for change in changes if change.kind != "unchanged" and not change.only_number]
    return natures.count(SUBSTANTIVE), natures.count(EDITORIAL)


def compare_units(old: Sequence[Unit], new: Sequence[Unit], overrules: Overrules = NO_OVERRULES) -> Comparison:
    """Pairs the units and compares the words of each pair; texts of which no unit is known again, though much of the
    one is in the other, are compared as one unit each.

    Raises nothing; ids in ``overrules`` that no unit has are passed over (``Overrules.unknown`` names them).
    """
    comparison = _compared(pair_units(old, new, overrules), old, new)
    if comparison.note == "nothing-in-common" and overrules == NO_OVERRULES and same_text(tuple(old), tuple(new)):
        whole = Pair(0, 0, tuple(range(1, len(old))), tuple(range(1, len(new))))
        return Comparison(_compared([whole], old, new).changes)
    return comparison


def _compared(pairs: Sequence[Pair], old: Sequence[Unit], new: Sequence[Unit]) -> Comparison:
    found = sorted((pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None)
    in_order = set(rising(found))
    partner = {old[i].id: new[j].id for i, j in found if new[j].kind in HEADINGS}
    changes = tuple(_change(pair, old, new, in_order, partner) for pair in pairs)
    return Comparison(changes, _note(old, new, changes))


def _change(
    pair: Pair, old: Sequence[Unit], new: Sequence[Unit], in_order: set[tuple[int, int]], partner: dict[str, str]
) -> Change:
    if pair.old is None or pair.new is None:
        one = old[pair.old] if pair.old is not None else None
        other = new[pair.new] if pair.new is not None else None
        gone, come = one.text if one else "", other.text if other else ""
        return Change(
            kind="removed" if one else "added",
            old=one,
            new=other,
            from_text=gone,
            to_text=come,
            confidence=pair.confidence,
        )
    one, other = old[pair.old], new[pair.new]
    from_text, to_text = one.text, other.text
    elsewhere = (pair.old, pair.new) not in in_order or partner.get(one.parent, other.parent) != other.parent
    if one == other and not elsewhere and pair == Pair(pair.old, pair.new):
        return Change(kind="unchanged", old=one, new=other, from_text=from_text, to_text=to_text)  # as nearly always
    if pair.also_old or pair.also_new:
        from_text = "\n".join(old[i].text for i in sorted((pair.old, *pair.also_old)))
        to_text = "\n".join(new[j].text for j in sorted((pair.new, *pair.also_new)))
    renumbered = one.number != other.number and not elsewhere
    moved = elsewhere or renumbered
    changed = differ(from_text, to_text) or bool(pair.also_old or pair.also_new) or one.links != other.links
    return Change(
        kind="changed" if changed else "moved" if moved else "unchanged",
        old=one,
        new=other,
        from_text=from_text,
        to_text=to_text,
        moved=moved,
        renumbered=renumbered,
        also_old=tuple([old[i] for i in pair.also_old]),
        also_new=tuple([new[j] for j in pair.also_new]),
        confidence=pair.confidence,
    )


def _note(old: Sequence[Unit], new: Sequence[Unit], changes: Sequence[Change]) -> str:
    """Why there is little to see, if so: nothing, no words that stayed, or nearly all of them gone."""
    words_old, words_new = _words(old), _words(new)
    if not words_old or not words_new:
        return "both-empty" if words_old == words_new else "new-empty" if words_old else "old-empty"
    enough = _NOTHING * min(words_old, words_new)
    if not _keep_more(changes, enough):
        return "nothing-in-common"
    return "collapsed" if words_new <= _COLLAPSED * words_old else ""


def _keep_more(changes: Sequence[Change], enough: float) -> bool:
    """Whether more than so many words stayed; the changes with the same words, which need no redline, first."""
    kept = sum(_count(change.to_text) for change in changes if change.from_text == change.to_text)
    for change in changes:
        if kept > enough:
            return True
        if change.from_text != change.to_text and change.old and change.new:
            kept += sum(len(text.split()) for op, text in change.redline if op == SAME)
    return kept > enough


def _words(units: Sequence[Unit]) -> int:
    return sum(_count(unit.text) for unit in units)


@once_a_text
def _count(text: str) -> int:
    return len(text.split())
