"""What a publisher announces, a sub-processor or an edition, and what the agreement then in force says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clausule.analysis.coverage import coverage
from clausule.analysis.sub_processors import speaking_parts
from clausule.language.language import language_of
from clausule.model.dates import current
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.nodes import Place
from clausule.model.notices import EDITION, ROW
from clausule.model.sub_processors import Period, SubProcessor, object_until, promise_on
from clausule.model.walk import Part, walk

_DEMAND, _OBJECTION = "28.2", "28.2.bezwaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What is announced on ``day``: a row of the list of sub-processors, or an edition; ``of`` is its id or version."""

    of: str
    day: date
    row: SubProcessor | None = None
    edition: Edition | None = None

    @property
    def kind(self) -> str:
        return ROW if self.row else EDITION

    @property
    def begins(self) -> date | None:
        """The day from which it takes effect."""
        return self.row.active if self.row else self.edition.effective if self.edition else None

    @property
    def taken_back(self) -> bool:
        """Whether the announcement was withdrawn."""
        return bool((self.row and self.row.withdrawn) or (self.edition and self.edition.withdrawn))


def announcements(agreement: Agreement) -> tuple[Announcement, ...]:
    """Everything that ``agreement`` announces or ever did, from old to new."""
    rows = agreement.sub_processors.rows if agreement.sub_processors else ()
    found = [Announcement(of=row.id, day=row.announced, row=row) for row in rows if row.announced]
    found += [
        Announcement(of=one.version, day=one.announced, edition=one)
        for one in agreement.editions
        if one.announced and not one.concept
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.of)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What the edition in force on the day of an announcement says of it.

    ``says`` are the clauses to read, in reading order; ``objection`` those that let a customer object. ``declared`` is
    true where the author says which those are; else they are those whose words speak of it. ``until`` is the last day
    to object, where the agreement names a ``period`` and it can be worked out. ``looks`` are clauses that leave it to
    the customer to look at the list himself.
    """

    edition: Edition | None
    says: tuple[Part, ...] = ()
    objection: tuple[Part, ...] = ()
    looks: tuple[Part, ...] = ()
    declared: bool = False
    period: Period | None = None
    until: date | None = None


def rights_of(agreement: Agreement, announcement: Announcement) -> Rights:
    """What the agreement says of an announcement; of that of an edition, how the agreement itself is changed."""
    edition = then_in_force(agreement, announcement.day)
    if not edition:
        return Rights(edition=None)
    if not announcement.row:
        speaks_of = language_of(edition.language).sub_processors.speaks_of_amendment
        return Rights(edition=edition, says=tuple(part for part in _clauses(edition) if speaks_of(_words(part))))
    promise = None
    if listing := agreement.sub_processors:
        starts = {one.version: one.effective for one in agreement.editions}
        promise = promise_on(listing.promises, starts, announcement.day)
        until = object_until(announcement.row, listing.promises, starts)
    named = {period.at for period in (promise and promise.notice, promise and promise.objection) if period}
    objecting, declared = _objecting(edition, promise.objection if promise else None)
    demand = next(one for one in coverage(edition) if one.demand.id == _DEMAND)
    named |= {part.id for part in objecting} | {name for part in demand.parts for name in (*part.at, *part.near)}
    looks_himself = language_of(edition.language).sub_processors.leaves_looking
    looks = tuple(part for part in speaking_parts(edition) if looks_himself(_words(part)))
    named |= {part.id for part in looks}
    return Rights(
        edition=edition,
        says=tuple(part for part in walk(edition) if part.id in named) or speaking_parts(edition),
        objection=objecting,
        looks=looks,
        declared=declared,
        period=promise.objection if promise and objecting else None,
        until=until if listing and objecting else None,
    )


def then_in_force(agreement: Agreement, day: date) -> Edition | None:
    """The edition in force on ``day``; before the first, the first that was agreed."""
    return current(agreement, day) or next((one for one in agreement.editions if not one.concept), None)


def _objecting(edition: Edition, promised: Period | None) -> tuple[tuple[Part, ...], bool]:
    """The clauses that let a customer object, and whether the author says so. Words that do not speak of objecting give
    no right to it, whatever is declared."""
    law = language_of(edition.language).law
    asked, within = law.part(_OBJECTION), law.demand(_DEMAND).cues
    part = next(
        part for one in coverage(edition) if one.demand.id == _DEMAND for part in one.parts if part.part == _OBJECTION
    )
    declared = {*part.at, *([promised.at] if promised else [])}
    denies = language_of(edition.language).things.denies
    speaking = tuple(
        one
        for one in walk(edition)
        if any(
            not denies(words, *match.span(), False) and not asked.is_other(words, match.start())
            for words in (_words(one),)
            for match in asked.cues.finditer(words)
        )
    )
    said = tuple(one for one in speaking if one.id in declared)
    if said or part.read:
        return said, True
    return tuple(one for one in speaking if within.search(_words(one)) or within.search(_above(one))), False


def _above(part: Part) -> str:
    """The heading of the article of a clause: under 'Sub-verwerkers' the clauses need not say so again."""
    return part.within.heading.plain if part.kind == "clause" and part.within else ""


def _clauses(edition: Edition) -> list[Part]:
    return [part for part in walk(edition) if part.kind == "clause"]


def _words(part: Part) -> str:
    return reading_text(part.blocks)[0]


def place_of(announcement: Announcement) -> Place:
    """Where the author wrote the day."""
    if announcement.row:
        return announcement.row.where("announced")
    assert announcement.edition
    return announcement.edition.meta.place(("announced",))
