"""Which term of a translation stands for which of its original: they are used in the same clauses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from clausule.analysis.references import Notes
from clausule.compare.assignment import assign
from clausule.model.editions import Edition
from clausule.model.walk import edition_texts

Uses = dict[str, Counter[str]]


@lru_cache(maxsize=8)
def uses_of(edition: Edition) -> Uses:
    """Each term that ``edition`` defines, with how often each of its parts uses it; its own definition does not."""
    notes = Notes(edition)
    found: Uses = {definition.term: Counter() for definition in edition.definitions}
    for owner, text in edition_texts(edition):
        for use in notes.terms(text):
            if use.definition.term in found:
                found[use.definition.term][owner] += 1
    return found


_LEAST = 0.2
"""Terms whose uses have less in common than this are no partners."""


def term_partners(original: Edition, translation: Edition, partners: Mapping[str, str]) -> dict[str, str]:
    """The terms of ``original`` with their partners in ``translation``, where they have one. ``partners`` are the ids
    of its parts with those of their partners.

    Partners are used in the same parts, as often. Those that are hardly used are paired in order, where both texts
    define as many of them in one place.
    """
    there = {
        term: Counter({partners[at]: count for at, count in uses.items() if at in partners})
        for term, uses in uses_of(original).items()
    }
    here = uses_of(translation)
    owners = [{one.term: one.owner for one in edition.definitions} for edition in (original, translation)]
    gains = {}
    old, new = list(there), list(here)
    for i, term in enumerate(old):
        for j, other in enumerate(new):
            gain = _alike(there[term], here[other]) + 0.1 * (partners.get(owners[0][term]) == owners[1][other])
            gain += 0.5 * (term == other) + 0.01 * (i == j)
            if gain > _LEAST:
                gains[i, j] = gain
    found = {old[i]: new[j] for i, j in assign(gains).items()}
    left: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for term in old:
        if term not in found and there[term].total() < _OFTEN and (owner := partners.get(owners[0][term])):
            left[owner][0].append(term)
    for term in new:
        if term not in found.values() and here[term].total() < _OFTEN and not term.islower():
            left[owners[1][term]][1].append(term)
    same = (zip(*sides, strict=True) for sides in left.values() if len(sides[0]) == len(sides[1]))
    return found | {term: other for pairs in same for term, other in pairs}


_OFTEN = 2
"""With so many uses a term has a partner that is used there too, or none."""


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The uses that both have in common, of all."""
    return (one & other).total() / (one | other).total() if one.keys() & other.keys() else 0.0
