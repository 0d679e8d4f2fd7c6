"""The GDPR, Regulation (EU) 2016/679: its structure, and what its articles 28, 30 and 33 demand of an agreement."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from clausule.law.eur_lex import eur_lex

CELEX = "32016R0679"
GOALS = ("a", "b", "c", "d")
"""What measures are for: the points of article 32(1)."""

FORBIDDING = frozenset({"28.2.toestemming", "28.3.a.instructies", "28.3.a.doorgifte", "28.3.b.vertrouwelijkheid"})
"""The parts of demands that forbid: who writes 'not without', or 'no transfer', fulfils them."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand: ``id`` is its article, paragraph and point (``28.3.h``). ``parts`` are the ids of what it asks; one
    that repeats others has no parts of its own but those of ``same_as``.
    """

    id: str
    parts: tuple[str, ...]
    same_as: tuple[str, ...] = ()

    @property
    def article(self) -> str:
        """``28``."""
        return self.id.split(".")[0]

    @property
    def paragraph(self) -> str:
        """``3``."""
        return self.id.split(".")[1]

    @property
    def point(self) -> str:
        """``h``; empty for a whole paragraph."""
        return ".".join(self.id.split(".")[2:])

    @property
    def is_opening(self) -> bool:
        """Whether it is what stands before the points of its paragraph."""
        return self.point == "aanhef"

    @property
    def is_closing(self) -> bool:
        """Whether it is what stands behind the points of its paragraph."""
        return self.point == "slot"


@cache
def articles() -> dict[str, dict[str, list[int]]]:
    """Article -> paragraph ('' where it has none) -> [subparagraphs, points]; points run from a, in article 4 from
    1."""
    found: dict[str, dict[str, list[int]]] = _load("gdpr.json")
    return found


def fragment(article: str, paragraph: str = "") -> str:
    """What leads to the paragraph or the article on EUR-Lex; a point has no address of its own there."""
    if article not in articles():
        return ""
    numbered = paragraph and paragraph in articles()[article]
    return f"#{int(article):03d}.{int(paragraph):03d}" if numbered else f"#art_{article}"


def address(language: str, article: str, paragraph: str = "") -> str:
    """The paragraph or the article on EUR-Lex, in the language with that tag."""
    return eur_lex(CELEX, language, fragment(article, paragraph))


@cache
def demands() -> tuple[Demand, ...]:
    """What article 28, and article 33(2), demand of an agreement, in the order of the law."""
    return tuple(_demands("demands"))


@cache
def all_demands() -> dict[str, Demand]:
    """Everything that a clause can be said to fulfil or to deal with, by id: the demands, the register (30(2)) and
    liability (82(2))."""
    return {demand.id: demand for demand in (*demands(), *_demands("others"))}


@cache
def demand_parts(name: str) -> tuple[str, ...]:
    """The parts that ``name``, a demand or one of its parts, stands for; none when there is no such demand."""
    known = all_demands()
    if name in known:
        return known[name].parts or tuple(part for other in known[name].same_as for part in demand_parts(other))
    owner = demand_of(name)
    return tuple(part for part in owner.parts if part == name) if owner else ()


def demand_of(name: str) -> Demand | None:
    """The demand that ``name`` is, or is a part of."""
    return all_demands().get(name) or all_demands().get(name.rpartition(".")[0])


@cache
def demand_names() -> tuple[str, ...]:
    """Every name that a claim can have."""
    return tuple(name for demand in all_demands().values() for name in (demand.id, *demand.parts))


def _demands(key: str) -> Iterator[Demand]:
    for row in _load("demands.json")[key]:
        parts = tuple(f"{row['id']}.{part}" for part in row.get("parts", ()))
        yield Demand(row["id"], parts, tuple(row.get("same_as", ())))


def _load(name: str) -> Any:
    return json.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))
