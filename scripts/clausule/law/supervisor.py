"""What a supervisor asks of who reports a breach: the sections of its form, and what GDPR article 33(3) demands.

The sections are those of the form of the Autoriteit Persoonsgegevens as public copies of it show them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

NETHERLANDS = "NL"


@dataclass(frozen=True, slots=True)
class SupervisorAsk:
    """One thing that is asked, in a ``section`` of the form; ``provision`` is what in the GDPR demands it
    (``33.3.a``)."""

    id: str
    section: str
    provision: str


@cache
def supervisor_asks(jurisdiction: str = NETHERLANDS) -> dict[str, SupervisorAsk]:
    """Everything that the supervisor of a country asks, by id, in the order of its form."""
    data = json.loads(resources.files(__package__).joinpath("supervisor.json").read_text("utf-8"))
    return {
        ask["id"]: SupervisorAsk(ask["id"], section["number"], ask.get("provision", ""))
        for section in data[jurisdiction]["sections"]
        for ask in section["asks"]
    }
