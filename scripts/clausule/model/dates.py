"""When an edition applies, and which one does on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from clausule.model.editions import Agreement, Edition


@dataclass(frozen=True, slots=True)
class Interval:
    """When an edition applies: from ``start`` up to and not including ``end``; None is open."""

    start: date | None
    end: date | None


def status_on(edition: Edition, interval: Interval, day: date) -> str:
    """``concept``, ``announced``, ``in force``, ``lapsed``, or ``undated`` where the text carries no date."""
    if edition.concept:
        return "concept"
    if interval.start is None:
        return "undated" if interval.end is None or day < interval.end else "lapsed"
    if day < interval.start:
        return "announced"
    return "in force" if interval.end is None or day < interval.end else "lapsed"


def intervals(agreement: Agreement) -> dict[str, Interval]:
    """The interval of each edition by version: it ends where the next dated edition that is no concept begins.

    ``until`` in an edition's front matter, when earlier, ends it sooner.
    """
    settled = [edition for edition in agreement.editions if not edition.concept]
    found = {edition.version: Interval(edition.effective, edition.until) for edition in agreement.editions}
    for edition, following in pairwise(settled):
        ends = [day for day in (edition.until, following.effective) if day]
        found[edition.version] = Interval(edition.effective, min(ends, default=None))
    return found


def current(agreement: Agreement, day: date) -> Edition | None:
    """The edition in force on ``day``; else an undated one that nothing has replaced; else None."""
    spans = intervals(agreement)
    for wanted in ("in force", "undated"):
        for edition in reversed(agreement.editions):
            if status_on(edition, spans[edition.version], day) == wanted:
                return edition
    return None
