"""What the supervisor asks of who reports a breach: the sections of its form, and what AVG article 33 lid 3 demands.

The sections are those of the form of the Autoriteit Persoonsgegevens as public copies of it show them; the words are ours.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class SupervisorAsk:
    """One thing that is asked: ``words`` continue a sentence, ``avg`` is the provision that demands it (``33.3.a``)."""

    id: str
    words: str
    section: str
    section_title: str
    avg: str


@cache
def supervisor_asks() -> dict[str, SupervisorAsk]:
    """Everything that the supervisor asks, by id, in the order of its form."""
    data = json.loads(resources.files(__package__).joinpath("supervisor.json").read_text("utf-8"))
    return {
        ask["id"]: SupervisorAsk(ask["id"], ask["words"], section["number"], section["title"], ask.get("avg", ""))
        for section in data["sections"]
        for ask in section["asks"]
    }


def avg_place(avg: str) -> str:
    """``artikel 33 lid 3 onder a AVG`` for ``33.3.a``."""
    article, *rest = avg.split(".")
    parts = [f"artikel {article}", *(f"{name} {part}" for name, part in zip(("lid", "onder"), rest, strict=False))]
    return " ".join(parts) + " AVG"
