"""What a print-out says of itself: of which text it is, whether that counts on the day of printing, and its hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from clausule.language.wording.names import capital, edition_label, edition_name
from clausule.language.wording.site import standing_of
from clausule.model.dates import Interval, status_on
from clausule.model.editions import Edition


def phases(edition: Edition, span: Interval) -> list[dict[str, str]]:
    """How ``edition`` stands on every day, as far as is known now: rows ``{from, kind, word, sentence}``, the first
    from the begin of time (``from`` is empty). So a page that lies somewhere for a year, and one that is printed before
    it is made again, still say what is so on the day itself."""
    days = sorted({day for day in (span.start, span.end, edition.withdrawn and edition.withdrawn.day) if day})
    begin = min(days, default=date.max) - timedelta(days=1)
    found: list[dict[str, str]] = []
    for day in (begin, *days):
        row = standing_of(edition, status_on(edition, span, day), span).as_row()
        if not found or row.items() - found[-1].items():
            found.append({"from": "" if day == begin else day.isoformat(), **row})
    return found


def printed_edition(edition: Edition, sha256: str, span: Interval | None = None, status: str = "") -> dict[str, Any]:
    """An edition for the template that closes a print-out. Without ``span`` the page does not know how it stands, and
    its script asks the site."""
    name, label = capital(edition_name(edition)), edition_label(edition)
    told: dict[str, Any] = {"version": edition.version, "name": name, "label": label, "sha256": sha256}
    if not span:
        return told
    return told | {"standing": standing_of(edition, status, span).as_row(), "phases": phases(edition, span)}


def on_paper(
    agreement: str,
    editions: Iterable[Mapping[str, Any]],
    files: Mapping[str, str] | None = None,
    *,
    standings: str = "",
) -> dict[str, Any]:
    """For that template: what the agreement is called, the editions that are printed, and the hashes of other
    ``files`` that hold what is printed, by their names; and where the page's script finds how editions stand.
    ``told`` are the editions for that script, which works out how they stand on the day itself."""
    rows = list(editions)
    told = [{name: value for name, value in one.items() if name != "standing"} for one in rows]
    return {"agreement": agreement, "editions": rows, "told": told, "files": files or {}, "standings": standings}
