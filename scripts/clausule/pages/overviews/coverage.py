"""AVG article 28, demand by demand: the page and the files with what the edition fulfils."""

from __future__ import annotations

from collections import Counter

from clausule.analysis.coverage import UNREAD, Coverage, PartCoverage, coverage
from clausule.formats.csvfile import as_csv
from clausule.formats.jsonfile import as_json
from clausule.language.nl import overviews as words
from clausule.language.nl.words import capital, edition_name
from clausule.model.claims import Remark
from clausule.pages.kit.html import element, escape, joined, lines, table, table_row
from clausule.pages.overviews.reading import clause_link, clause_links, downloads, reading
from clausule.pages.text.book import Book, Page

_ORDER = ("whole", "partly", "not", "unread")


def coverage_page(page: Page) -> str:
    """The table of demands, each with how far it is fulfilled, by what, and why the site reads it so."""
    edition = page.book.edition
    rows = coverage(edition)
    found = Counter(row.degree for row in rows)
    tally = words.tally({degree: found[degree] for degree in _ORDER})
    names = (words.DEMAND, words.WHY_HEAD)
    shown = table(names, (_row(row, page) for row in rows), aria_label=words.TITLES[page.address], class_="demands")
    return lines(
        element("p", capital(edition_name(edition)), class_="over"),
        element("h1", words.TITLES[page.address]),
        element("p", tally, class_="tally"),
        element("p", words.UNREAD) if found[UNREAD] else "",
        reading(words.READING_COVERAGE),
        downloads((("avg-28.csv", words.CSV), ("avg-28.json", words.JSON))),
        element("div", shown, class_="table wide"),
    )


def _row(row: Coverage, page: Page) -> str:
    demand = row.demand
    page.cited.setdefault(demand.address, demand.law)
    law = element("a", demand.source, href=demand.address, rel="noopener")
    asked = element("b", demand.title) + element("span", law, class_="law") + _badge(row.degree)
    cells = ((words.DEMAND, asked), (words.WHY_HEAD, _why(row, page)))
    wrapped = ((name, element("div", inner)) for name, inner in cells)
    return table_row(wrapped, id=words.anchor(demand), class_=row.degree)


def _badge(degree: str) -> str:
    sign = element("span", words.SIGNS[degree], aria_hidden="true")
    return element("span", sign, " ", words.DEGREES[degree], class_=f"degree {degree}")


def _why(row: Coverage, page: Page) -> str:
    """What is asked, part by part, with where it stands or that it was not found; then what a reader should know."""
    lead = element("p", f"{words.FIRST_REPEATS}:") if row.demand.same_as else ""
    parts = element("ul", *(_part(part, page) for part in row.parts), class_="parts")
    remarks = (element("p", _remark(one, page), class_="remark") for one in row.remarks)
    return lines(lead, parts, *remarks)


def _remark(remark: Remark, page: Page) -> str:
    """A remark with a link to its clause: where it names the clause itself, that name is the link."""
    place, note = page.book.place(remark.at), remark.note
    start = note.casefold().find(place.casefold()) if place else -1
    end = start + len(place)
    address = page.link(remark.at)
    if start < 0 or not address or note[end : end + 1].isalnum():
        return clause_link(remark.at, page) + escape(f": {note}")
    return escape(note[:start]) + element("a", note[start:end], href=address) + escape(note[end:])


def _part(part: PartCoverage, page: Page) -> str:
    where = clause_links(part.whole, page)
    if part.partly:
        where = joined("", (where, ", " if where else "", f"{words.IN_PART} ", clause_links(part.partly, page)))
    if part.near:
        where = joined("", (f"{words.NEAR} ", clause_links(part.near, page)))
    sign = element("span", words.SIGNS[part.degree], class_="sign", aria_hidden="true")
    return element("li", sign, f"{part.part.text}: ", where or escape(words.NOT_FOUND if part.read else words.NOTHING_NEAR), class_=part.degree)


def coverage_files(book: Book) -> dict[str, bytes]:
    """``avg-28.json`` and ``avg-28.csv``."""
    return {"avg-28.json": as_json(_json(book)), "avg-28.csv": as_csv(words.COVERAGE_CSV, _table(book))}


def _json(book: Book) -> dict[str, object]:
    edition = book.edition
    return {
        "agreement": edition.agreement,
        "version": edition.version,
        "about": words.READING_COVERAGE,
        "demands": [
            {
                "id": row.demand.id,
                "source": row.demand.source,
                "address": row.demand.address,
                "title": row.demand.title,
                "degree": row.degree,
                "parts": [
                    {
                        "id": part.part.id,
                        "text": part.part.text,
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


def _table(book: Book) -> list[list[str]]:
    edition = book.edition
    rows = []
    for row in coverage(edition):
        remarks = " ".join(_said(one, book) for one in row.remarks)
        for part in row.parts:
            where = "; ".join(book.place(name) for name in part.at)
            rows.append(
                [
                    edition.agreement,
                    edition.version,
                    row.demand.source,
                    row.demand.title,
                    words.DEGREES[row.degree],
                    part.part.text,
                    words.DEGREES[part.degree],
                    where,
                    remarks,
                ]
            )
    return rows


def _said(remark: Remark, book: Book) -> str:
    """A remark with the name of its clause, unless it names it itself."""
    name = book.place(remark.at)
    return remark.note if name.casefold() in remark.note.casefold() else f"{name}: {remark.note}"
