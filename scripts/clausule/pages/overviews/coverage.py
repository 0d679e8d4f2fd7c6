"""AVG article 28, demand by demand: the page and the files with what the edition fulfils."""

from __future__ import annotations

from collections import Counter

from clausule.analysis.coverage import UNREAD, Coverage, PartCoverage, coverage, is_read
from clausule.formats.csvfile import as_csv
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import Language
from clausule.language.wording.law import demand_law, demand_source
from clausule.law import gdpr
from clausule.law.gdpr import Demand
from clausule.model.addresses import GDPR_28_DATA, in_form
from clausule.model.claims import Remark
from clausule.pages.kit.html import element, escape, joined, lines, table, table_row
from clausule.pages.overviews.reading import clause_link, clause_links, downloads, head, overview, reading
from clausule.pages.text.book import Book, Page

_SIGNS = {"whole": "✓", "partly": "◐", "not": "–", "unread": "?"}


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


SCHEMA = Schema(__package__, GDPR_28_DATA)


def _title(language: Language) -> str:
    return language.say("Article 28 GDPR, requirement by requirement")


def coverage_page(page: Page) -> str:
    """The table of demands, each with how far it is fulfilled, by what, and why the site reads it so."""
    edition = page.book.edition
    rows = coverage(edition)
    found = Counter(row.degree for row in rows)
    language = page.book.language
    title = _title(language)
    shown = table(_columns(language), (_row(row, page) for row in rows), aria_label=title, class_="demands")
    unread = language.say(
        "Not read means that nobody has pointed out which provision meets that requirement. ‘Perhaps’ is followed by "
        "provisions "
        "with words that resemble it; read them yourself."
    )
    return lines(
        head(page, title, _tally(found, language)),
        element("p", unread) if found[UNREAD] else "",
        reading(_about(language), language),
        downloads((in_form(GDPR_28_DATA, "csv"), GDPR_28_DATA), language),
        element("div", shown, class_="table wide"),
    )


def _tally(found: Counter[str], language: Language) -> str:
    """``Van 14 eisen: 9 geheel, 4 deels, 1 niet.``"""
    tally = ", ".join(f"{found[degree]} {said}" for degree, said in _degrees(language).items() if found[degree])
    return language.say_count(
        "Of {n} requirement: {tally}.", "Of {n} requirements: {tally}.", found.total(), tally=tally
    )


def _columns(language: Language) -> tuple[str, str]:
    return language.say("What the GDPR requires, and the reading"), language.say("Why, with the provisions")


def _row(row: Coverage, page: Page) -> str:
    demand, language = row.demand, page.book.language
    address = gdpr.address(language.tag, demand.article, demand.paragraph)
    page.cited.setdefault(address, demand_law(language, demand))
    law = element("a", demand_source(language, demand), href=address, rel="noopener")
    title = element("b", language.law.demand(demand.id).words)
    asked = title + element("span", law, class_="law") + _badge(row.degree, language)
    cells = zip(_columns(language), (asked, _why(row, page)), strict=True)
    wrapped = ((name, element("div", inner)) for name, inner in cells)
    return table_row(wrapped, id=demand_anchor(demand), class_=row.degree)


def _badge(degree: str, language: Language) -> str:
    sign = element("span", _SIGNS[degree], aria_hidden="true")
    return element("span", sign, " ", _degrees(language)[degree], class_=f"degree {degree}")


def _why(row: Coverage, page: Page) -> str:
    """What is asked, part by part, with where it stands or that it was not found; then what a reader should know."""
    repeats = page.book.language.say("Refers to paragraph 2 and paragraph 4:")
    lead = element("p", repeats) if row.demand.same_as else ""
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
    say, asks = page.book.language.say, page.book.language.law.part(part.part).words
    where = clause_links(part.whole, page)
    if part.partly:
        where = joined("", (where, ", " if where else "", say("partly") + " ", clause_links(part.partly, page)))
    if part.near:
        where = joined("", (say("perhaps") + " ", clause_links(part.near, page)))
    if not where:
        where = say("not found") if part.read else say("no words found that resemble it")
    sign = element("span", _SIGNS[part.degree], class_="sign", aria_hidden="true")
    return element("li", sign, f"{asks}: ", where, class_=part.degree)


def coverage_files(book: Book) -> dict[str, bytes]:
    """``avg-28.json`` and ``avg-28.csv``."""
    say_of = book.language.say_of
    columns = (
        say_of("csv column", "agreement"),
        say_of("csv column", "version"),
        say_of("csv column", "requirement"),
        say_of("csv column", "asks"),
        say_of("csv column", "reading"),
        say_of("csv column", "part"),
        say_of("csv column", "reading_of_part"),
        say_of("csv column", "provisions"),
        say_of("csv column", "remarks"),
    )
    return {GDPR_28_DATA: as_json(_json(book)), in_form(GDPR_28_DATA, "csv"): as_csv(columns, _table(book))}


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


def _table(book: Book) -> list[list[str]]:
    edition = book.edition
    language, degrees = book.language, _degrees(book.language)
    rows = []
    for row in coverage(edition):
        remarks = " ".join(_said(one, book) for one in row.remarks)
        for part in row.parts:
            where = "; ".join(book.place(name) for name in part.at)
            rows.append(
                [
                    edition.agreement,
                    edition.version,
                    demand_source(language, row.demand),
                    language.law.demand(row.demand.id).words,
                    degrees[row.degree],
                    language.law.part(part.part).words,
                    degrees[part.degree],
                    where,
                    remarks,
                ]
            )
    return rows


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
    draw=coverage_page,
    files=coverage_files,
)
