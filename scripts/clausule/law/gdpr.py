"""What the law and the standards ask, in Dutch: the demands of AVG article 28, the goals of article 32, ISO's controls."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

# AVG article 32(1), points a to d, in our words.
GOALS = {
    "a": "pseudonimisering en versleuteling",
    "b": "vertrouwelijkheid, integriteit, beschikbaarheid en veerkracht",
    "c": "tijdig herstel na een incident",
    "d": "testen, beoordelen en evalueren",
}
_ACT = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:32016R0679"


@dataclass(frozen=True, slots=True)
class DemandPart:
    """A part of a demand: ``text`` says what it asks, ``cues`` finds words that speak of it."""

    id: str
    text: str
    cues: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand of the AVG. ``name`` is its place within the article (``lid 3, onder h``); one that repeats others has
    no parts of its own but those of ``same_as``. ``within`` finds the clauses in which its cues mean something.
    """

    id: str
    article: str
    paragraph: str
    name: str
    title: str
    parts: tuple[DemandPart, ...]
    same_as: tuple[str, ...] = ()
    within: re.Pattern[str] = re.compile("")

    @property
    def source(self) -> str:
        """``AVG artikel 28 lid 3, onder h``."""
        return f"AVG artikel {self.article} {self.name}"

    @property
    def short(self) -> str:
        """``AVG 28 lid 3, onder h``."""
        return f"AVG {self.article} {self.name}"

    @property
    def law(self) -> str:
        """``AVG artikel 28 lid 3``: what its address leads to."""
        return f"AVG artikel {self.article} lid {self.paragraph}"

    @property
    def address(self) -> str:
        """The paragraph on EUR-Lex; a point has no address of its own there."""
        return f"{_ACT}#{int(self.article):03}.{int(self.paragraph):03}"


GOALS_LAW, GOALS_ADDRESS = "AVG artikel 32 lid 1", f"{_ACT}#032.001"


@cache
def demands() -> tuple[Demand, ...]:
    """What AVG article 28, and article 33(2), demand of an agreement, in the order of the law."""
    return tuple(_demands("demands"))


@cache
def all_demands() -> dict[str, Demand]:
    """Everything that a clause can be said to fulfil, by id: the demands, and the register of article 30(2)."""
    return {demand.id: demand for demand in (*demands(), *_demands("others"))}


@cache
def demand_parts(name: str) -> tuple[DemandPart, ...]:
    """The parts that ``name``, a demand or one of its parts, stands for; none when there is no such demand."""
    known = all_demands()
    if name in known:
        return known[name].parts or tuple(part for other in known[name].same_as for part in demand_parts(other))
    owner = demand_of(name)
    return tuple(part for part in owner.parts if part.id == name) if owner else ()


def demand_of(name: str) -> Demand | None:
    """The demand that ``name`` is, or is a part of."""
    return all_demands().get(name) or all_demands().get(name.rpartition(".")[0])


@cache
def demand_names() -> tuple[str, ...]:
    """Every name that a claim can have."""
    return tuple(name for demand in all_demands().values() for name in (demand.id, *(part.id for part in demand.parts)))


@cache
def controls() -> dict[str, str]:
    """The controls of ISO/IEC 27001:2022 Annex A by number, each with a short name of ours."""
    found: dict[str, str] = _load("controls.json")["controls"]
    return found


@cache
def themes() -> dict[str, str]:
    """The four themes of Annex A, ``5`` to ``8``, each with a short name of ours."""
    found: dict[str, str] = _load("controls.json")["themes"]
    return found


def theme_of(control: str) -> str:
    """``8`` for ``A.8.5``."""
    return control.split(".")[1]


def _demands(key: str) -> Iterator[Demand]:
    for row in _load("demands.json")[key]:
        parts = tuple(
            DemandPart(f"{row['id']}.{part['id']}", part["text"], re.compile(part["cues"], re.I | re.S)) for part in row["parts"]
        )
        within = re.compile(row.get("within", ""), re.I)
        yield Demand(row["id"], row["article"], row["paragraph"], row["name"], row["title"], parts, tuple(row.get("same_as", ())), within)


@cache
def _load(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))
    return found
