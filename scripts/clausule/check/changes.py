"""What the rules about changes share: the edition before, and the place of what changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from clausule.check import View
from clausule.compare.changes import SUBSTANTIVE, Change
from clausule.compare.explanations import Explained, Explanations, compare_successive, edition_before, explain
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Place
from clausule.model.walk import walk

_WHOLE = ("added", "removed")
_OTHER_TEXT = ("both-empty", "old-empty", "nothing-in-common")


def explained(view: View) -> Explanations | None:
    """The changes since the edition before, with their notes. None for the first edition, for a concept without any
    note yet, and for an edition that is another text altogether: nothing is left there to explain one by one."""
    edition = view.edition
    if edition.concept and not edition.changes and not edition.pairs:
        return None
    return explainable(view.agreement, edition)


@lru_cache(maxsize=2)
def explainable(agreement: Agreement, edition: Edition) -> Explanations | None:
    """The changes since the edition before, with their notes. None for the first edition, and for one that is another
    text altogether."""
    before = edition_before(agreement, edition)
    if not before or compare_successive(before, edition).note in _OTHER_TEXT:
        return None
    return explain(before, edition)


def place_of(edition: Edition, change: Change) -> Place:
    """Where the changed words stand; for what was removed, where the edition says why things changed."""
    if change.new:
        places = _places(edition)
        for name in (change.new.id, change.new.parent):
            if name in places:
                return places[name]
    return edition.meta.place(("changes",))


@lru_cache(maxsize=64)
def _places(edition: Edition) -> dict[str, Place]:
    found = {part.id: part.place for part in walk(edition)}
    found.update((definition.id, definition.term_place) for definition in edition.definitions)
    return found


def with_wholes(found: Explanations) -> Iterator[tuple[Explained, list[Explained]]]:
    """Every change, with those that came or went with it and hold it, from the inside out: what an author did in one
    go, such as to withdraw an annex, he explains in one note."""
    by_id = {(one.change.kind, one.change.unit.id): one for one in found.changes if one.change.kind in _WHOLE}
    for one in found.changes:
        chain, unit = list[Explained](), one.change.unit
        while (wider := by_id.get((one.change.kind, unit.parent))) and wider not in chain:
            chain.append(wider)
            unit = wider.change.unit
        yield one, chain


def unexplained(found: Explanations) -> list[Explained]:
    """The changes that want a reason and have none, but for measures that are gone; what came or went as a whole is
    one."""
    changes = list(with_wholes(found))
    less = {around[-1].change.unit.id for one, around in changes if one.change.is_less and not one.notes and around}
    return [
        one
        for one, around in changes
        if one.proposed == SUBSTANTIVE
        and not one.notes
        and not one.change.is_less
        and all(wider.notes for wider in around)
        and not (one.change.kind == "removed" and one.change.unit.id in less)
    ]


def withdrawn_unexplained(found: Explanations) -> dict[str, list[Change]]:
    """The measures that are gone and of which no note says why, by the id of what went as a whole."""
    wholes: dict[str, list[Change]] = {}
    for one, around in with_wholes(found):
        if not one.change.is_less:
            continue
        names = [name for wide in (one, *around) for name in (wide.change.unit.id, *wide.change.unit.aliases)]
        # A category that stays can be named too; an annex that stays is too wide.
        names += [] if around else [one.change.unit.parent]
        if not any((note.was or note.at) in names for wide in (one, *around) for note in wide.notes):
            wholes.setdefault((around or [one])[-1].change.unit.id, []).append(one.change)
    return wholes


_HAPPENED = {"added": "is new", "removed": "was removed", "changed": "has other words", "moved": "was moved"}


def happened(change: Change) -> str:
    """What happened to it, for a message."""
    return "has a link that leads elsewhere" if change.only_links else _HAPPENED[change.kind]


def name_of(change: Change) -> str:
    """The id of what changed, for a message."""
    return change.unit.id
