"""What an edition says of each demand, as data with which a browser puts any two editions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from clausule.analysis.breach import breach_term
from clausule.analysis.coverage import Coverage, all_coverage, is_read
from clausule.analysis.measures import measures_of
from clausule.check import contents
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import language_of
from clausule.language.quantities import DAY, MINUTE, MONTH, WORKING_DAY
from clausule.language.wording.names import edition_name, full_title
from clausule.law.gdpr import GOALS
from clausule.model.addresses import DEMANDS_DATA
from clausule.model.editions import Agreement, Edition
from clausule.model.sub_processors import Period, Promise
from clausule.pages.text.book import Book
from clausule.pages.text.passages import Passage, passage

SCHEMA = Schema(__package__, DEMANDS_DATA)

Rows = list[dict[str, Any]]


def demands_data(book: Book) -> bytes:
    """``eisen.json``: for each demand and each part of it what is said to fulfil it, and the words of all that is
    named; the terms that the sources state; who read the text. The reading is that of the claims in the sources, and
    where there is none it says so."""
    edition = book.edition
    demands = [*_demands(all_coverage(edition)), *_goals(edition)]
    terms = list(terms_of(book.agreement, edition))
    return as_json(
        {
            "agreement": edition.agreement,
            "version": edition.version,
            "language": edition.language,
            "title": full_title(book.agreement),
            "publisher": book.agreement.publisher,
            "edition": edition_name(edition),
            "read": is_read(edition),
            "reading": _reading(edition),
            "terms": terms,
            "demands": sorted(demands, key=lambda row: [part.zfill(3) for part in row["id"].split(".")[:2]]),
            "passages": {name: _passage(passage(book, name), book) for name in _named(demands, terms)},
        }
    )


def _reading(edition: Edition) -> dict[str, str | None] | None:
    reading = edition.beside.reading
    return {"by": reading.by, "day": reading.day.isoformat() if reading.day else None} if reading else None


def _demands(rows: Iterable[Coverage]) -> Iterator[dict[str, Any]]:
    for row in rows:
        parts = [
            {
                "id": part.part,
                "read": part.read,
                "whole": list(part.whole),
                "partly": list(part.partly),
                "near": list(part.near),
            }
            for part in row.parts
        ]
        yield {
            "id": row.demand.id,
            "parts": [] if row.demand.same_as else parts,
            "remarks": [{"at": one.at, "note": one.note} for one in row.remarks],
        }


def _goals(edition: Edition) -> Iterator[dict[str, Any]]:
    """The goals of measures, article 32(1): read where any measure is said to serve one."""
    measures = measures_of(edition)
    read = any(measure.goals for measure in measures)
    for goal in GOALS:
        name, serving = f"32.1.{goal}", [measure.id for measure in measures if goal in measure.goals]
        part = {"id": name, "read": read, "whole": serving, "partly": [], "near": []}
        yield {"id": name, "parts": [part], "remarks": []}


def terms_of(agreement: Agreement, edition: Edition) -> Iterator[dict[str, Any]]:
    """The terms that the sources of ``edition`` state as numbers, each with the clause that promises it: for reporting
    a breach, for announcing a sub-processor, for objecting to one. Where they state none for a breach, what the words
    are seen to say is one that was ``found``."""
    if breach := breach_term(edition):
        yield {"kind": "breach", "number": breach.hours, "unit": "hours", "at": breach.at}
    elif seen := contents.breach_term(edition):
        hours = language_of(edition.language).questions.hours_in(seen.text.plain[seen.start : seen.end])
        if hours:
            yield {"kind": "breach", "number": hours, "unit": "hours", "at": seen.owner, "found": True}
    promise = _promise(agreement, edition)
    for kind, period in (("notice", promise.notice), ("objection", promise.objection)) if promise else ():
        if period and period.has_length:
            number, unit = _length(period)
            yield {"kind": kind, "number": number, "unit": unit, "at": period.at}


def _promise(agreement: Agreement, edition: Edition) -> Promise | None:
    """What the list of sub-processors says that ``edition`` promises: from the last that it names until then."""
    order = [one.version for one in agreement.all_editions]
    here = order.index(edition.version)
    promises = agreement.sub_processors.promises if agreement.sub_processors else ()
    known = [one for one in promises if one.version in order and order.index(one.version) <= here]
    return max(known, key=lambda one: order.index(one.version), default=None)


def _length(period: Period) -> tuple[int, str]:
    lengths = {"working_days": period.working_days, "months": period.months, "days": period.days}
    unit = next(name for name, number in lengths.items() if number)
    return lengths[unit], unit


def _named(demands: Rows, terms: Rows) -> dict[str, None]:
    """Every id that is named, once."""
    parts = [part for row in demands for part in row["parts"]]
    ids = (name for part in parts for key in ("whole", "partly", "near") for name in part[key])
    remarks = (one["at"] for row in demands for one in row["remarks"])
    return dict.fromkeys([*ids, *remarks, *(term["at"] for term in terms)])


def _passage(one: Passage, book: Book) -> dict[str, Any]:
    return {
        "name": one.name,
        "address": one.address,
        "title": one.title,
        "lines": [list(line) for line in one.lines],
        "lengths": [list(length) for length in _lengths(one.words, book)],
    }


def _lengths(words: str, book: Book) -> dict[tuple[int | float, str, bool], None]:
    """The periods that ``words`` write as a number, each once, and after which something can happen again; a price per
    hour is none of these."""
    found: dict[tuple[int | float, str, bool], None] = {}
    for one in book.language.quantities.find(words):
        again = one.kind == "rate"
        if (one.kind == "period" and not one.weak) or (again and one.unit != MINUTE):
            found.setdefault((*_in_units(Decimal(one.value), one.unit, again), again))
    return found


def _in_units(value: Decimal, unit: str, again: bool) -> tuple[int | float, str]:
    """In the unit in which a reader thinks: 48 hours, 12 months, and every year."""
    name = {MINUTE: "minutes", DAY: "days", WORKING_DAY: "working_days", MONTH: "months"}[unit]
    if name == "minutes" and value % 60 == 0:
        value, name = value / 60, "hours"
    if name == "months" and value % 12 == 0 and (again or value > 12):
        value, name = value / 12, "years"
    return int(value) if value == int(value) else float(value), name
