"""What the rules about changes share: the edition before, and the place of what changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from clausule.check import View
from clausule.compare.changes import Change
from clausule.compare.explanations import Explained, Explanations, compare_successive, edition_before, explain
from clausule.model.editions import Edition
from clausule.model.nodes import Place
from clausule.model.walk import walk

_WHOLE = ("added", "removed")
_OTHER_TEXT = ("both-empty", "old-empty", "nothing-in-common")


def explained(view: View) -> Explanations | None:
    """The changes since the edition before, with their notes. None for the first edition, for a concept without any
    note yet, and for an edition that is another text altogether: nothing is left there to explain one by one."""
    edition = view.edition
    before = edition_before(view.agreement, edition)
    if not before or (edition.concept and not edition.changes and not edition.pairs):
        return None
    return None if compare_successive(before, edition).note in _OTHER_TEXT else explain(before, edition)


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


def name_of(change: Change) -> str:
    """The id of what changed, for a message."""
    return change.unit.id
