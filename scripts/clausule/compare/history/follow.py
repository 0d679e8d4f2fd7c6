"""One clause through all editions, along its lineage."""

from __future__ import annotations

from dataclasses import dataclass

from clausule.compare.history import History, Row
from clausule.compare.units import Unit
from clausule.model.editions import Edition


@dataclass(frozen=True, slots=True)
class Stage:
    """What a clause is in one edition, or was before it was removed there. ``row`` is what happened to it since the
    edition before; None in the first."""

    edition: Edition
    unit: Unit
    row: Row | None


def follow(history: History, start: int, name: str) -> list[Stage]:
    """The stages of the unit ``name`` of edition ``start``, from old to new, whatever its number.

    Backwards a clause that was split off is followed into the one that it was part of, and forwards one that was merged
    into the one that took it up. Raises ``KeyError`` when the edition has no such unit.
    """
    here = history.places[start][name]
    walked = [(start, here)]
    while (step := _beside(history, *walked[-1], -1)) is not None:
        walked.append(step)
    walked.reverse()
    while (step := _beside(history, *walked[-1], 1)) is not None:
        walked.append(step)
    stages: list[Stage] = []
    for place, (edition, one) in enumerate(walked):
        unit = history.lineages[one].unit(edition)
        assert unit
        before = history.before(edition) if edition else None
        if place and walked[place - 1][0] != before:
            stages.append(_gone(history, *walked[place - 1]))
        row = None if before is None else history.row(one, before, edition)
        stages.append(Stage(history.editions[edition], unit, row))
    last, one = walked[-1]
    return [*stages, _gone(history, last, one)] if _next(history, last, 1) is not None else stages


def _gone(history: History, edition: int, one: int) -> Stage:
    """The edition after ``edition``, in which ``one`` is no more."""
    unit = history.lineages[one].unit(edition)
    assert unit
    after = _next(history, edition, 1)
    assert after is not None
    return Stage(history.editions[after], unit, history.row(one, edition, after))


def _next(history: History, edition: int, step: int) -> int | None:
    """The next edition in the direction ``step``, but for those that were taken back before they took effect."""
    if step < 0:
        return history.before(edition) if edition else None
    later = range(edition + 1, len(history.editions))
    return next((number for number in later if not history.editions[number].never_applied), None)


def _beside(history: History, edition: int, one: int, step: int) -> tuple[int, int] | None:
    """The next edition in the direction ``step`` that has the lineage ``one``, or what it was part of or went into."""
    other = _next(history, edition, step)
    if other is None:
        return None
    spots = history.lineages[one].spots
    if other in spots:
        return other, one
    event = max(edition, other)
    for main, joined, when in history.joins:
        if (joined, when) == (one, event) and history.lineages[main].unit(other):
            return other, main
    places = (
        place
        for place in (spots if step > 0 else reversed(spots))
        if (place - other) * step >= 0 and not history.editions[place].never_applied
    )
    return next(((place, one) for place in places), None)
