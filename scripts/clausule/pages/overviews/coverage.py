"""AVG article 28, demand by demand: the page and the files with what the edition fulfils."""

from __future__ import annotations

from collections import Counter
from typing import Any

from clausule.analysis.addresses import relative
from clausule.analysis.coverage import UNREAD, Coverage, PartCoverage, coverage, is_read
from clausule.formats.csvfile import rows_as_csv
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import Language
from clausule.language.wording.law import demand_law, demand_source
from clausule.law import gdpr
from clausule.law.gdpr import Demand
from clausule.model.addresses import GDPR_28_DATA, in_form
from clausule.model.claims import Remark
from clausule.pages.overviews.reading import clause_links, overview
from clausule.pages.text.book import Book, Page
from clausule.pages.text.passages import passage


def _degrees(language: Language) -> dict[str, str]:
    """How each degree is called, in the order in which they are counted."""
    say = language.say
    return {"whole": say("fully"), "partly": say("partly"), "not": say("not"), "unread": say("not read")}


def _about(language: Language) -> str:
    return language.say(
        "This table is this site’s reading. It is not part of the agreement and not legal advice. What counts are the "
        "words of "
        "the agreement itself: every provision is a link to them."
    )


def demand_anchor(demand: Demand) -> str:
    """The anchor of a demand on its page: ``avg-28.3.h``."""
    return f"avg-{demand.id}"


ARTICLE = "28"
"""The article of the GDPR that the page is about; it shows 33(2) too, which every such agreement deals with."""

SCHEMA = Schema(__package__, GDPR_28_DATA)


def _title(language: Language) -> str:
    return language.say("Article 28 GDPR, requirement by requirement")


def coverage_page(page: Page) -> dict[str, Any]:
    """The table of demands, each with how far it is fulfilled, by what, and why the site reads it so."""
    rows, language = coverage(page.book.edition), page.language
    # What repeats other demands is counted there, and what another article demands is not of article 28.
    found = Counter(row.degree for row in rows if row.demand.article == ARTICLE and not row.demand.same_as)
    return {
        "tally": _tally(found, language),
        "unread": any(row.degree == UNREAD for row in rows),
        "about": _about(language),
        "files": [in_form(GDPR_28_DATA, "csv"), GDPR_28_DATA],
        "beside": relative(f"../../{page.book.side_by_side}", page.address) if page.book.side_by_side else "",
        "degrees": _degrees(language),
        "rows": [_row(row, page) for row in rows],
    }


def _tally(found: Counter[str], language: Language) -> str:
    """``Van 12 eisen: 7 geheel, 4 deels, 1 niet.``"""
    tally = ", ".join(f"{found[degree]} {said}" for degree, said in _degrees(language).items() if found[degree])
    return language.say_count(
        "Of {n} requirement: {tally}.", "Of {n} requirements: {tally}.", found.total(), tally=tally
    )


def _row(row: Coverage, page: Page) -> dict[str, Any]:
    """What is asked, part by part, with where it stands; then what a reader should know."""
    demand, language = row.demand, page.language
    address = gdpr.address(language.tag, demand.article, demand.paragraph)
    page.cited.setdefault(address, demand_law(language, demand))
    return {
        "id": demand_anchor(demand),
        "degree": row.degree,
        "title": language.law.demand(demand.id).words,
        "law": {"name": demand_source(language, demand), "address": address, "rel": "noopener"},
        "repeats": bool(demand.same_as),
        "parts": [_part(part, page) for part in row.parts],
        "remarks": [_remark(one, page) for one in row.remarks],
        "quoted": [] if demand.same_as else _quoted(row, page),
    }


def _quoted(row: Coverage, page: Page) -> list[dict[str, Any]]:
    """What fulfils a demand in its own words; a whole annex is read at its place."""
    passages = ((name, passage(page.book, name)) for name in row.at)
    return [
        {"name": one.name, "address": page.link(name), "lines": [line._asdict() for line in one.lines]}
        for name, one in passages
        if one.lines
    ]


def _remark(remark: Remark, page: Page) -> dict[str, Any]:
    """A remark with a link to its clause: where it names the clause itself, that name is the link."""
    (clause,), note = clause_links([remark.at], page), remark.note
    place = clause["name"] or ""
    start = note.casefold().find(place.casefold()) if place else -1
    end = start + len(place)
    if start < 0 or not clause["address"] or note[end : end + 1].isalnum():
        return {"before": "", "clause": clause, "after": f": {note}"}
    return {"before": note[:start], "clause": {**clause, "name": note[start:end]}, "after": note[end:]}


def _part(part: PartCoverage, page: Page) -> dict[str, Any]:
    where = {name: clause_links(getattr(part, name), page) for name in ("whole", "partly", "near")}
    return {"degree": part.degree, "asks": page.language.law.part(part.part).words, "read": part.read, **where}


def coverage_files(book: Book) -> dict[str, bytes]:
    """``avg-28.json`` and ``avg-28.csv``."""
    return {GDPR_28_DATA: as_json(_json(book)), in_form(GDPR_28_DATA, "csv"): rows_as_csv(_table(book))}


def _json(book: Book) -> dict[str, object]:
    edition, language = book.edition, book.language
    return {
        "agreement": edition.agreement,
        "version": edition.version,
        "about": _about(language),
        "demands": [
            {
                "id": row.demand.id,
                "source": demand_source(language, row.demand),
                "address": gdpr.address(language.tag, row.demand.article, row.demand.paragraph),
                "title": language.law.demand(row.demand.id).words,
                "degree": row.degree,
                "parts": [
                    {
                        "id": part.part,
                        "text": language.law.part(part.part).words,
                        "degree": part.degree,
                        "whole": list(part.whole),
                        "partly": list(part.partly),
                        "near": list(part.near),
                    }
                    for part in row.parts
                ],
                "remarks": [{"at": one.at, "note": one.note} for one in row.remarks],
            }
            for row in coverage(edition)
        ],
    }


def _table(book: Book) -> list[list[tuple[str, str]]]:
    """A row for each part of each demand."""
    language, degrees, say_of = book.language, _degrees(book.language), book.language.say_of
    return [
        [
            (say_of("csv column", "agreement"), book.edition.agreement),
            (say_of("csv column", "version"), book.edition.version),
            (say_of("csv column", "requirement"), demand_source(language, row.demand)),
            (say_of("csv column", "asks"), language.law.demand(row.demand.id).words),
            (say_of("csv column", "reading"), degrees[row.degree]),
            (say_of("csv column", "part"), language.law.part(part.part).words),
            (say_of("csv column", "reading_of_part"), degrees[part.degree]),
            (say_of("csv column", "provisions"), "; ".join(book.place(name) for name in part.at)),
            (say_of("csv column", "remarks"), " ".join(_said(one, book) for one in row.remarks)),
        ]
        for row in coverage(book.edition)
        for part in row.parts
    ]


def _said(remark: Remark, book: Book) -> str:
    """A remark with the name of its clause, unless it names it itself."""
    name = book.place(remark.at)
    return remark.note if name.casefold() in remark.note.casefold() else f"{name}: {remark.note}"


PAGE = overview(
    order=21,
    address=lambda slugs: slugs.gdpr_28,
    title=_title,
    short=lambda language: language.say("Article 28 GDPR"),
    exists=is_read,
    template="overviews/coverage.html",
    data=coverage_page,
    files=coverage_files,
)
