"""One clause followed through successive editions, whatever its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausule.compare.changes import Change, Comparison
from clausule.compare.units import Unit
from clausule.model import Edition


@dataclass(frozen=True, slots=True)
class Stage:
    """What a clause is in one edition. ``change`` is what happened to it since the edition before; None in the first."""

    edition: Edition
    unit: Unit
    change: Change | None


def follow(
    editions: Sequence[Edition],
    units: Sequence[Sequence[Unit]],
    comparisons: Sequence[Comparison],
    start: int,
    name: str,
) -> list[Stage]:
    """The stages of the unit ``name`` of ``editions[start]``, from old to new.

    ``comparisons[k]`` is that of edition k with k + 1. Backwards a clause that was split off is followed into the one
    that it was part of, and forwards one that was merged into the one that took it up.
    """
    by_id = [{unit.id: unit for unit in row} for row in units]
    here = by_id[start][name]
    earlier: list[Stage] = []
    unit: Unit = here
    for k in range(start, 0, -1):
        change = next(c for c in comparisons[k - 1].changes if unit.id in _ids(c.new, c.also_new))
        earlier.append(Stage(editions[k], unit, change))
        if change.old is None:
            break
        unit = change.old
    else:
        earlier.append(Stage(editions[0], unit, None))
    later: list[Stage] = []
    unit = here
    for k in range(start, len(editions) - 1):
        change = next(c for c in comparisons[k].changes if unit.id in _ids(c.old, c.also_old))
        if change.new is None:
            break
        unit = change.new
        later.append(Stage(editions[k + 1], unit, change))
    return [*reversed(earlier), *later]


def _ids(main: Unit | None, also: Sequence[Unit]) -> set[str]:
    return {unit.id for unit in (main, *also) if unit}
