"""What happened to each clause, edition by edition: found by its line, and told as the page of both editions tells
it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from clausule.compare.changes import EDITORIAL, SUBSTANTIVE
from clausule.compare.history import History, Row
from clausule.compare.units import Unit
from clausule.compare.wording import HOPELESS
from clausule.language.language import Language
from clausule.language.wording.changes import change_words
from clausule.language.wording.names import listed
from clausule.pages.comparison.places import WAS, pair_address
from clausule.pages.comparison.words import compare_words, measure_words, unit_name

_CLOSED = ("clause", "section")

Happened = dict[int, list[Row]]
"""For an edition, by index, what it changed."""


class Events:
    """Of each lineage what happened to its own words, number or place (``own``), and what happened in it (``within``):
    an article has what its heading and introduction went through, and leaves its clauses what is theirs."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.own: dict[int, Happened] = defaultdict(dict)
        self.within: dict[int, Happened] = defaultdict(dict)
        for edition in range(1, len(history.editions)):
            # A text that was replaced whole is another text: none of its clauses went through that.
            for row in history.changes(edition) if is_told(history, edition) else ():
                for name in row.names:
                    self.own[name][edition] = [row]
                for name in self._holders(row):
                    self.within[name].setdefault(edition, []).append(row)

    def _holders(self, row: Row) -> Iterable[int]:
        """The lineages, in the new edition, of what a row is about and of what holds it."""
        old, new = row.span
        found: dict[int, None] = {}
        for unit in row.all_new:
            found.update(dict.fromkeys(self._chain(new, self.history.places[new][unit.id])))
        if not row.new:
            for name in self._chain(old, row.lineage)[1:]:
                found.update(dict.fromkeys(self.history.row(name, old, new).names))
        return [name for name in found if self.history.lineages[name].unit(new)]

    def _chain(self, edition: int, name: int) -> list[int]:
        """A lineage and what holds it, as far as the clause or section."""
        chain = [name]
        while (holder := self.history.holder(edition, chain[-1])) is not None and self._unit(
            edition, chain[-1]
        ).kind not in _CLOSED:
            chain.append(holder)
        return chain

    def _unit(self, edition: int, name: int) -> Unit:
        unit = self.history.lineages[name].unit(edition)
        assert unit
        return unit


@lru_cache(maxsize=16)
def events_of(history: History) -> Events:
    """The events of a history that is complete, found once."""
    return Events(history)


def is_told(history: History, edition: int) -> bool:
    """Whether the page of ``edition`` and the one before shows each change: of texts with nothing in common it says
    just that."""
    return history.notes[edition] not in HOPELESS


def link_to(history: History, row: Row, name: str = "") -> str:
    """The address below the agreement of what changed from one edition to the next; of the unit ``name`` when the row
    is about several."""
    old, new = row.span
    anchor = (name or row.unit.id) if row.new else WAS + row.unit.id
    return pair_address(history.editions[old], history.editions[new]) + (f"#{anchor}" if is_told(history, new) else "")


def label_of(language: Language, row: Row) -> str:
    """The label of a row: ``changed``, ``was 9.4, same words``, ``split into 7.2 and 7.3``; a measure is ``added`` or
    ``withdrawn``."""
    words = change_words(language)
    if row.kind in ("added", "removed"):
        return (measure_words(language) if row.unit.kind == "measure" else words)[row.kind]
    if row.kind == "unchanged":
        return words["unchanged"]
    old, new = ([unit_name(language, unit) for unit in side] for side in (row.all_old, row.all_new))
    if len(new) > 1:
        return words["split"].format(listed(language, new))
    if len(old) > 1:
        return words["merged"].format(listed(language, old))
    parts = [words["changed"]] if row.kind == "changed" else []
    if old != new:
        parts.append(compare_words(language)["was"].format(old[0]))
    elif row.moved and not row.renumbered:
        parts.append(words["moved"])
    if row.kind == "moved":
        parts.append(words["same"])
    return ", ".join(parts)


def nature_of(history: History, row: Row) -> str:
    """Whether what ``row`` tells is editorial or substantive."""
    return SUBSTANTIVE if history.is_meant(row) else EDITORIAL
