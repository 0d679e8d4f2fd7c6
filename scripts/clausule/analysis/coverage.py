"""Which demands of AVG article 28 an edition meets, from what its author says and from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from clausule.analysis.references import edition_ids
from clausule.language.language import language_of
from clausule.law.gdpr import Demand, all_demands, demand_of, demand_parts, demands
from clausule.model.claims import Remark
from clausule.model.editions import Edition
from clausule.model.hashes import reading_text
from clausule.model.ids import all_around
from clausule.model.nodes import Definitions
from clausule.model.walk import walk

WHOLE, PARTLY, NOT, UNREAD = "whole", "partly", "not", "unread"


@dataclass(frozen=True, slots=True)
class PartCoverage:
    """One part of a demand: what fulfils it (``whole``) and what does so in part, by id in reading order.

    ``read`` is false where the author says nothing about its demand at all; ``near`` are then clauses whose words speak
    of it.
    """

    part: str
    whole: tuple[str, ...]
    partly: tuple[str, ...]
    read: bool
    near: tuple[str, ...] = ()

    @property
    def degree(self) -> str:
        return WHOLE if self.whole else PARTLY if self.partly else NOT if self.read else UNREAD

    @property
    def at(self) -> tuple[str, ...]:
        """Everything that fulfils it, wholly or in part."""
        return tuple(dict.fromkeys((*self.whole, *self.partly)))


@dataclass(frozen=True, slots=True)
class Coverage:
    """One demand. ``degree`` is whole, partly, not, or unread: nobody says that a clause fulfils it, or remarks on it.

    Silence is no reading: that nothing fulfils a demand is said only where its author looked.
    """

    demand: Demand
    degree: str
    parts: tuple[PartCoverage, ...]
    remarks: tuple[Remark, ...]

    @property
    def at(self) -> tuple[str, ...]:
        """Everything that fulfils some of it, in reading order."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.at))


@lru_cache(maxsize=64)
def coverage(edition: Edition) -> tuple[Coverage, ...]:
    """The coverage of each demand of article 28, and of 33(2), in the order of the law."""
    return tuple(_coverage(edition, demand) for demand in demands())


@lru_cache(maxsize=64)
def all_coverage(edition: Edition) -> tuple[Coverage, ...]:
    """The same of everything that a clause can be said to deal with, in the order of the law."""
    known = sorted(all_demands().values(), key=lambda demand: (int(demand.article), int(demand.paragraph)))
    return tuple(_coverage(edition, demand) for demand in known)


def fulfilled_by(edition: Edition, demand: str) -> tuple[str, ...]:
    """What is said to fulfil ``demand`` or a part of it, in reading order."""
    wanted = set(demand_parts(demand))
    order = reading_order(edition)
    found = {claim.at for claim in edition.beside.claims if wanted & set(demand_parts(claim.demand))}
    return tuple(sorted(found & set(order), key=order.index))


def is_read(edition: Edition) -> bool:
    """Whether its author has read the text beside AVG article 28: where nobody did, there is no reading to show."""
    return bool(edition.beside.claims or edition.beside.remarks)


def _coverage(edition: Edition, demand: Demand) -> Coverage:
    parts = tuple(_part(edition, part) for part in demand_parts(demand.id))
    degrees = {part.degree for part in parts}
    degree = degrees.pop() if len(degrees) == 1 else PARTLY if degrees & {WHOLE, PARTLY} else NOT
    names = {demand.id, *demand.parts}
    return Coverage(demand, degree, parts, tuple(one for one in edition.beside.remarks if one.about in names))


def _part(edition: Edition, part: str) -> PartCoverage:
    mine = [claim for claim in edition.beside.claims if part in demand_parts(claim.demand)]
    order = reading_order(edition)
    known = set(order)
    whole = sorted({claim.at for claim in mine if not claim.partly} & known, key=order.index)
    partly = sorted({claim.at for claim in mine if claim.partly} & known - set(whole), key=order.index)
    demand = demand_of(part)
    read = demand in _read(edition)
    near: tuple[str, ...] = ()
    if demand and not read:
        law = language_of(edition.language).law
        within, cues = law.demand(demand.id).cues, law.part(part).cues
        there = part_words(edition).items()
        near = tuple(name for name, words in there if _speaks(within, words) and _speaks(cues, words))[:_MOST_NEAR]
    return PartCoverage(part, tuple(whole), tuple(partly), read, near)


@lru_cache(maxsize=65_536)
def _speaks(cues: re.Pattern[str], words: str) -> bool:
    """Whether one of ``cues`` is in ``words``: what most clauses say, another edition says as well."""
    return cues.search(words) is not None


@lru_cache(maxsize=64)
def _read(edition: Edition) -> frozenset[Demand | None]:
    """The demands of which the author says something."""
    said = [*(claim.demand for claim in edition.beside.claims), *(remark.about for remark in edition.beside.remarks)]
    parts = (part for name in said for part in demand_parts(name))
    return frozenset(demand_of(part) for part in parts)


_MOST_NEAR = 5
"""Of words that many clauses use, the first few are enough to begin reading."""


@lru_cache(maxsize=64)
def reading_order(edition: Edition) -> tuple[str, ...]:
    """The id of everything that can fulfil a demand, in reading order: articles, clauses, items, annexes, sections."""
    return tuple(dict.fromkeys(edition_ids(edition)))


@lru_cache(maxsize=64)
def part_words(edition: Edition) -> dict[str, str]:
    """The words of each clause, and of each section of an annex, with those of its heading; definitions are left
    out."""
    divided = {part.within.id for part in walk(edition) if part.within and part.kind in ("clause", "section")}
    found: dict[str, str] = {}
    for part in walk(edition):
        if part.kind == "article":
            lead = reading_text(tuple(block for block in part.blocks if not isinstance(block, Definitions)))[0]
            if lead and part.id not in divided:
                found[part.id] = f"{part.title}\n{lead}"
        elif part.kind not in ("preamble", "chapter", "footnote"):
            words = reading_text(part.blocks)[0]
            found[part.id] = words if part.kind == "clause" else f"{part.title}\n{words}"
    return found


@lru_cache(maxsize=2)
def _words_within(edition: Edition) -> tuple[dict[str, list[str]], dict[str, str]]:
    """What ``part_words`` has under every id, and the titles of articles by their id."""
    found: dict[str, list[str]] = {}
    for at, said in part_words(edition).items():
        for wider in all_around(at):
            found.setdefault(wider, []).append(said)
    return found, {article.id: article.title for article in edition.articles}


def words_of(edition: Edition, name: str) -> str:
    """Everything that is said under the id ``name``: of an article its clauses, of an annex its sections too."""
    wider = name
    words, titles = _words_within(edition)
    while wider and wider not in words:
        wider = wider.rpartition("-")[0] if "-" in wider else ""
    found, heading = words.get(wider, []), name.partition(".")[0]
    headings = [titles[heading]] if heading in titles else []
    closing = language_of(edition.language).grammar.CLOSING
    return "\n".join([*headings, *found, name.replace("-", " ") if name.startswith(closing) else ""])


def known_demand(name: str) -> bool:
    """Whether a claim can name ``name``."""
    return name in all_demands() or bool(demand_parts(name))
