"""All editions of an agreement in time, as one picture: places and widths in percent, for a template."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from clausule.language.wording.dates import interval
from clausule.language.wording.names import edition_label, short_edition
from clausule.language.wording.site import for_whom
from clausule.model.editions import Edition
from clausule.pages.kit.sheet import Shelf
from clausule.pages.root.on_date import dated

_OPEN = 0.12  # of the whole time, for an edition without an end
_LEAST = 6.0  # percent: what can be touched and named on a phone
_YEARS = 11  # as many are named at most


def timeline(shelf: Shelf) -> dict[str, Any] | None:
    """The editions with a first day, in lanes below each other where they apply beside each other; the years, and
    today. None where there are fewer than two. A short edition is drawn wider than it was, and those after it move on:
    the order is true, and the days are said in words."""
    editions = dated(shelf)
    if len(editions) < 2:
        return None
    days = [day.toordinal() for one in editions for day in _span(shelf, one) if day]
    first, last = min(days), max(max(days), shelf.day.toordinal())
    end = last + int(max(last - first, 1) * _OPEN) + 1
    marks = sorted({*days, end})
    scale = _Scale(marks, end - first)
    rows = [_row(shelf, one, scale, end) for one in editions]
    lanes: list[float] = []
    for row in rows:
        free = (number for number, taken in enumerate(lanes) if taken <= row["x"] + 0.01)
        row["lane"] = next(free, len(lanes))
        lanes[row["lane"] : row["lane"] + 1] = [row["x"] + row["wide"]]
    today = shelf.day.toordinal()
    return {
        "rows": rows,
        "lanes": len(lanes),
        "years": _years(first, end, scale),
        "today": scale(today) if first <= today <= end else None,
    }


def _span(shelf: Shelf, edition: Edition) -> tuple[date | None, date | None]:
    span = shelf.spans[edition.version]
    return span.start, span.end


class _Scale:
    """A day as a place from 0 to 100: between two marks in proportion, with the least width for each."""

    def __init__(self, marks: list[int], whole: int) -> None:
        widths = [max((b - a) / whole * 100, _LEAST) for a, b in pairwise(marks)]
        total, at = sum(widths), 0.0
        self._places = {marks[0]: 0.0}
        for mark, width in zip(marks[1:], widths, strict=True):
            at += width / total * 100
            self._places[mark] = at
        self._marks = marks

    def __call__(self, day: int) -> float:
        after = next((mark for mark in self._marks if mark >= day), self._marks[-1])
        if after in self._places and after == day:
            return round(self._places[day], 2)
        before = max((mark for mark in self._marks if mark < day), default=self._marks[0])
        low, high = self._places[before], self._places[after]
        return round(low + (high - low) * (day - before) / max(after - before, 1), 2)


def _row(shelf: Shelf, edition: Edition, scale: _Scale, end: int) -> dict[str, Any]:
    start, until = _span(shelf, edition)
    x, right = scale(start.toordinal()) if start else 0.0, scale(until.toordinal() if until else end)
    standing, label = shelf.standing(edition), for_whom(edition, edition_label(edition))
    when = interval(shelf.language, shelf.spans[edition.version])
    return {
        "version": edition.version,
        "short": short_edition(edition),
        "said": f"{label}: {standing['word']}, {when}",
        "kind": standing["kind"],
        "counts": shelf.status(edition) == "in force",
        "x": x,
        "wide": round(right - x, 2),
        "middle": round((x + right) / 2, 2),
    }


def _years(first: int, end: int, scale: _Scale) -> list[dict[str, Any]]:
    """The years that begin in this time; of many every second, third ... one."""
    years = range(date.fromordinal(first).year + 1, date.fromordinal(end).year + 1)
    step = -(-len(years) // _YEARS) or 1
    return [{"year": year, "x": scale(date(year, 1, 1).toordinal())} for year in years[::step]]
