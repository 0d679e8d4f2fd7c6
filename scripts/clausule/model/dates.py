"""When an edition applies, and which one does on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from clausule.model.editions import FOR_ALL, Agreement, Edition


@dataclass(frozen=True, slots=True)
class Interval:
    """When an edition applies: from ``start`` up to and not including ``end``; None is open. ``by`` is the edition that
    takes its place on that day, if one does, and ``for_all`` says that it then ends for everybody; else it goes on for
    who signed it, until it is changed with him. ``newest``: while it applies it is the newest of an agreement whose
    editions all go on so."""

    start: date | None
    end: date | None
    by: Edition | None = field(default=None, compare=False)
    for_all: bool = field(default=False, compare=False)
    newest: bool = field(default=False, compare=False)


def status_on(edition: Edition, interval: Interval, day: date) -> str:
    """``concept``, ``announced``, ``in force``, ``lapsed``, ``withdrawn``, or ``undated`` where the text carries no
    date."""
    if edition.concept:
        return "concept"
    if edition.withdrawn and day >= edition.withdrawn.day:
        return "withdrawn"
    if interval.start is None:
        return "undated" if interval.end is None or day < interval.end else "lapsed"
    if day < interval.start:
        return "announced"
    return "in force" if interval.end is None or day < interval.end else "lapsed"


def intervals(agreement: Agreement) -> dict[str, Interval]:
    """The interval of each edition by version: it ends where the next dated edition that is no concept begins. One for
    some customers only ends no other than that for the same ones; one for all ends every edition before it.

    ``until`` in an edition's front matter, when earlier, ends it sooner, and so does the day on which it is withdrawn.
    One that was withdrawn before it took effect has an empty interval, and the one before it goes on.
    """
    settled = [edition for edition in agreement.editions if not edition.concept and not edition.never_applied]
    for_all = agreement.applies == FOR_ALL
    newest = not for_all and not any(edition.audience for edition in agreement.editions)
    found = {
        edition.version: Interval(edition.effective, edition.until, for_all=for_all, newest=newest)
        for edition in agreement.editions
    }
    for number, edition in enumerate(settled):
        following = followed_by(edition, settled[number + 1 :])
        taken_back = edition.withdrawn.day if edition.withdrawn else None
        ends = [day for day in (edition.until, taken_back, following and following.effective) if day]
        end = min(ends, default=None)
        by = following if end and following and following.effective == end else None
        found[edition.version] = Interval(
            edition.effective, end, by=by, for_all=for_all or edition.until == end, newest=newest
        )
    for edition in agreement.editions:
        if edition.never_applied:
            found[edition.version] = Interval(edition.effective, edition.effective)
    # Published by mistake, so it never counted.
    found.update((edition.version, Interval(None, None)) for edition in agreement.emptied)
    return found


def followed_by(edition: Edition, later: Sequence[Edition]) -> Edition | None:
    """Of ``later`` editions the one that takes the place of ``edition`` for its customers."""
    return next((one for one in later if one.audience in ("", edition.audience)), None)


def current(agreement: Agreement, day: date) -> Edition | None:
    """The edition in force on ``day``; else an undated one that nothing has replaced; else None. One that applies to
    all customers comes before one for some."""
    spans = intervals(agreement)
    for is_for_some in (False, True):
        for wanted in ("in force", "undated"):
            for edition in reversed(agreement.editions):
                status = status_on(edition, spans[edition.version], day)
                if bool(edition.audience) == is_for_some and status == wanted:
                    return edition
    return None


def applying(agreement: Agreement, day: date) -> list[Edition]:
    """The editions that count on ``day``, from old to new: of several each is for other customers, but for undated
    ones, of which nobody knows when they ended."""
    spans = intervals(agreement)
    return [one for one in agreement.editions if status_on(one, spans[one.version], day) in ("in force", "undated")]


def beside(edition: Edition, applying: Sequence[Edition]) -> list[Edition]:
    """Of the editions that are ``applying`` those that do so beside ``edition``, for other customers than it."""
    there = edition in applying
    return [one for one in applying if there and one.audience != edition.audience]


def shown_as_current(agreement: Agreement, day: date) -> Edition | None:
    """What stands at the address of the edition in force: that edition; where there is none any more because the last
    was withdrawn, that one, which says so."""
    spans = intervals(agreement)
    taken_back = (
        edition
        for edition in reversed(agreement.editions)
        if status_on(edition, spans[edition.version], day) == "withdrawn"
    )
    # One that was only announced never stood there.
    stood = (one for one in taken_back if not (one.withdrawn and one.effective and one.withdrawn.day < one.effective))
    return current(agreement, day) or next(stood, None) or next(iter(agreement.emptied), None)
