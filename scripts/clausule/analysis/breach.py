"""The term within which an edition wants a breach to be reported: stated in its front matter, said by its text."""

from __future__ import annotations

from dataclasses import dataclass

from clausule.model.editions import Edition
from clausule.model.nodes import Place


@dataclass(frozen=True, slots=True)
class BreachTerm:
    """Within ``hours`` a breach must be reported to the other party; the part ``at`` says so in ``words``."""

    hours: int
    at: str
    words: str
    place: Place


def breach_term(edition: Edition) -> BreachTerm | None:
    """What ``breach:`` in the front matter of ``edition`` states, or None."""
    row = edition.meta.values.get("breach")
    if not isinstance(row, dict) or not str(row.get("hours", "")).isdecimal():
        return None
    return BreachTerm(
        int(row["hours"]), str(row.get("at") or ""), str(row.get("words") or ""), edition.meta.place(("breach",))
    )
