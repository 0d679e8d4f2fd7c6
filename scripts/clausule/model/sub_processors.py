"""The list of sub-processors of an agreement: its rows, what stood on it on a day, and what the agreement promises.

A row says what holds from its first day to its end. What changes about a sub-processor (another country, another
ground) is a new row that replaces the old one, and no row ever goes: so the list of any day can be read from the list
of today.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from clausule.model.nodes import Place
from clausule.model.notes import Allowance

ANNOUNCED, ACTIVE, ENDED, WITHDRAWN = "announced", "active", "ended", "withdrawn"
ACTIVE_DAY = "active"
"""The key of the first day of a row."""
ADEQUACY, CLAUSES, BINDING, NONE = "adequacy", "standard-clauses", "binding-rules", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where data is processed: ``country`` in ISO 3166-1 (two letters), ``where`` in words, and for a country outside
    the EEA the ``ground`` of the transfer (one of the four above, or empty) and the ``decision`` that the author
    names. ``jurisdiction`` is the country whose law governs the agreement, empty where it does not say that."""

    country: str
    where: str
    ground: str
    decision: str
    place: Place
    jurisdiction: str = ""


class Calendar(Protocol):
    """The working days of a country."""

    def after(self, day: date, number: int, /) -> date | None:
        """The ``number``-th working day after ``day``; None where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period that a clause promises: so many days, months or working days, or none of these when the clause names no
    length. ``calendar`` is that of the country whose law governs the agreement, where it is known."""

    days: int
    months: int
    working_days: int = 0
    calendar: Calendar | None = None
    at: str
    place: Place

    @property
    def has_length(self) -> bool:
        return bool(self.days or self.months or self.working_days)

    def after(self, day: date) -> date | None:
        """The last day of the period when it begins with ``day``, which itself does not count; None without a
        length, and for working days of a country that is not known.

        Counted as Regulation (EEC, Euratom) 1182/71 does, article 3: the day of the announcement is not counted, and a
        month later is the same day of the month, or the last day of a shorter month.
        """
        if not self.has_length:
            return None
        if self.working_days:
            return self.calendar.after(day, self.working_days) if self.calendar else None
        years, month = divmod(day.month - 1 + self.months, 12)
        year = day.year + years
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Promise:
    """What the agreement promises from edition ``version`` on: how long before its start a sub-processor is announced,
    and how long after the announcement a customer can object."""

    version: str
    notice: Period | None
    objection: Period | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A mistake in a published row that was corrected on a day: ``was`` is what had been published at ``key``."""

    key: str
    was: str
    on: date | None
    why: str
    place: Place


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SubProcessor:
    """One row. ``active`` is its first day; ``ended`` the first day on which it no longer is one; ``withdrawn`` the day
    on which the announcement was taken back. ``contact`` has any of name, email, phone, website. ``unknown`` names the
    keys of which the firm says that it does not know them: there the language's word for that stands, and no day.
    ``at`` holds the places of keys."""

    id: str
    name: str
    address: str
    contact: Mapping[str, str]
    service: str
    purpose: str
    data: tuple[str, ...]
    data_subjects: tuple[str, ...]
    locations: tuple[Location, ...]
    announced: date | None
    active: date | None
    ended: date | None
    withdrawn: date | None
    reason: str
    replaces: str
    place: Place
    unknown: tuple[str, ...] = ()  # in an order, so that a list that is the same is written the same (check.around)
    corrections: tuple[Correction, ...] = ()
    at: Mapping[str, Place] = field(default_factory=dict)

    def where(self, key: str) -> Place:
        """The place of a key of the row."""
        return self.at.get(key, self.place)

    @property
    def known(self) -> date | None:
        """The day from which it stands on the list."""
        days = [day for day in (self.announced, self.active) if day]
        return min(days, default=None)


@dataclass(frozen=True, slots=True, eq=False)
class SubProcessors:
    """The list: ``rows`` in the order of the file. ``whole`` is false when a part of the file could not be read;
    ``published`` holds what each row of the published list says, in words by its key, as far as that is known here."""

    path: str
    rows: tuple[SubProcessor, ...]
    promises: tuple[Promise, ...]
    allow: tuple[Allowance, ...]
    whole: bool
    published: tuple[Mapping[str, str], ...] = field(default=(), repr=False)

    def row(self, name: str) -> SubProcessor | None:
        return next((row for row in self.rows if row.id == name), None)

    def replaced_by(self, row: SubProcessor) -> SubProcessor | None:
        return next((other for other in self.rows if other.replaces == row.id), None)


def state_on(row: SubProcessor, day: date) -> str:
    """What ``row`` is on ``day``: ``announced``, ``active``, ``ended``, ``withdrawn``, or empty when it is not on the
    list.

    The browser asks the same of the same days (overrides/sub_processors/list-state.js).
    """
    has_always_been = ACTIVE_DAY in row.unknown  # as far as anybody knows
    if not has_always_been and (not row.known or day < row.known):
        return ""
    if row.withdrawn and day >= row.withdrawn:
        return WITHDRAWN
    if row.ended and day >= row.ended:
        return ENDED
    return ACTIVE if has_always_been or (row.active and day >= row.active) else ANNOUNCED


def promise_on(promises: Iterable[Promise], starts: Mapping[str, date | None], day: date) -> Promise | None:
    """What was promised on ``day``: the promise of the newest edition that had begun; before the first, the first.

    ``starts`` is the first day of each edition by its version.
    """
    found = None
    for promise in promises:
        start = starts.get(promise.version)
        if found is None or (start and start <= day):
            found = promise
    return found


def object_until(row: SubProcessor, promises: Iterable[Promise], starts: Mapping[str, date | None]) -> date | None:
    """The last day on which a customer can object to ``row``; None when it was not announced or no period is named."""
    if not row.announced:
        return None
    promise = promise_on(promises, starts, row.announced)
    return promise.objection.after(row.announced) if promise and promise.objection else None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a row on a day: one of the four states began."""

    day: date
    state: str
    row: SubProcessor


def events(rows: Iterable[SubProcessor]) -> list[Event]:
    """Everything that happened to ``rows``, from old to new; on one day what ended comes first."""
    found = []
    for row in rows:
        days = {ANNOUNCED: row.announced, ACTIVE: row.active, ENDED: row.ended, WITHDRAWN: row.withdrawn}
        for state, day in days.items():
            # What is announced on its first day simply begins; what was withdrawn in time never began.
            if day and state_on(row, day) == state:
                found.append(Event(day, state, row))
    order = (ENDED, WITHDRAWN, ACTIVE, ANNOUNCED)
    return sorted(found, key=lambda event: (event.day, order.index(event.state), event.row.name, event.row.id))
