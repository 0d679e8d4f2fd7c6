"""The register of AVG article 30(2): what the agreement and the site know of it, and a file to complete per customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausule.analysis.coverage import fulfilled_by
from clausule.analysis.measures import categories
from clausule.formats.csvfile import as_csv
from clausule.language.nl import overviews as words
from clausule.language.nl.words import CONTACT, capital, edition_name, full_title
from clausule.model import Edition, walk
from clausule.model.hashes import reading_text
from clausule.model.sub_processors import ACTIVE
from clausule.pages.kit.html import BREAK, element, escape, joined, lines, table, table_row
from clausule.pages.overviews.reading import clause_links, downloads, reading
from clausule.pages.sub_processors.page import has_list_then, list_then
from clausule.pages.text.book import Book, Page


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one column: words, and the parts of the text, or the words for another source, that say it."""

    words: str = ""
    at: tuple[str, ...] = ()
    source: str = ""


def register_page(page: Page) -> str:
    """What is known, column by column, with its source, and what the processor must fill in."""
    book = page.book
    known = _known(book)
    names = (words.FIELD, words.KNOWN, words.SOURCE)
    rows = [_row(point, name, known.get(column), page) for point, name, column in words.REGISTER_COLUMNS]
    shown = table(names, rows, aria_label=words.TITLES[page.address], class_="register")
    clauses = fulfilled_by(book.edition, "30.2")
    said = f"{words.REGISTER_CLAUSE} " if clauses else words.REGISTER_NO_CLAUSE
    return lines(
        element("p", capital(edition_name(book.edition)), class_="over"),
        element("h1", words.TITLES[page.address]),
        element("p", words.REGISTER_ABOUT, class_="tally"),
        element("p", said, clause_links(clauses, page), "." if clauses else ""),
        reading(words.READING_REGISTER),
        downloads((("avg-30.csv", words.CSV),)),
        element("div", shown, class_="table wide"),
    )


def _row(point: str, name: str, known: Known | None, page: Page) -> str:
    field = element("b", name) + element("span", words.POINTS[point], class_="law")
    if known and known.words:
        shown = joined(BREAK, known.words.split("\n"))
        source = clause_links(known.at, page) or escape(known.source)
    else:
        shown, source = element("span", words.TO_FILL, class_="to-fill"), ""
    cells = ((words.FIELD, field), (words.KNOWN, shown), (words.SOURCE, source or words.NOT_NAMED))
    return table_row((label, element("div", inner)) for label, inner in cells)


def register_files(book: Book) -> dict[str, bytes]:
    """``avg-30.csv``: one row to copy for each customer."""
    known = _known(book)
    columns = [column for _, _, column in words.REGISTER_COLUMNS]
    row = [known[column].words if column in known else "" for column in columns]
    return {"avg-30.csv": as_csv(columns, [row])}


def _known(book: Book) -> dict[str, Known]:
    """What the site has of each column, by its name in the CSV."""
    edition = book.edition
    given = book.agreement.meta.values.get("contact")
    contact = given if isinstance(given, dict) else {}
    reached = [f"{name}: {contact[key]}" for key, name in CONTACT.items() if contact.get(key)]
    found = {
        "verwerker": Known(book.agreement.publisher, (), words.FROM_PUBLISHER),
        "contact_verwerker": Known("\n".join(reached), (), words.FROM_PUBLISHER),
        "andere_verwerkers": _others(book),
        "categorieen_verwerkingen": _processing(edition),
        "doorgifte": _quoted(edition, fulfilled_by(edition, "28.3.a.doorgifte")),
        "maatregelen": _measures(edition),
        "overeenkomst": Known(f"{full_title(book.agreement)}, {edition_name(edition)}, {book.base_url}", (), words.FROM_PUBLISHER),
    }
    return {column: known for column, known in found.items() if known.words}


def _others(book: Book) -> Known:
    """The sub-processors on the first day of the edition, where it has taken effect and there is a list."""
    listing = book.agreement.sub_processors
    if not listing or not has_list_then(book.edition, book.status):
        return Known()
    rows = [row for state, row in list_then(book.edition, listing) if state == ACTIVE]
    return Known("\n".join(f"{row.name}: {row.service}" for row in rows), (), words.FROM_LIST)


def _processing(edition: Edition) -> Known:
    """The words on subject and nature; the sections of an annex say it better than a clause that points to it."""
    at = fulfilled_by(edition, "28.3.aanhef.onderwerp") + fulfilled_by(edition, "28.3.aanhef.aard")
    at = tuple(dict.fromkeys(at))
    annexed = tuple(name for name in at if any(name.startswith(annex.id) for annex in edition.annexes))
    return _quoted(edition, annexed or at)


def _quoted(edition: Edition, at: Sequence[str]) -> Known:
    """The words of the parts ``at``, one under the other."""
    blocks = {part.id: part.blocks for part in walk(edition) if part.kind in ("clause", "section")}
    said = [reading_text(blocks[name])[0] for name in at if name in blocks]
    return Known("\n".join(said), tuple(name for name in at if name in blocks))


def _measures(edition: Edition) -> Known:
    """The titles of the categories: a general description is enough (AVG article 30(2)(d))."""
    found = categories(edition)
    titles = [category.section.title.rstrip(" :") if category.section else category.annex.title for category in found]
    return Known("\n".join(titles), tuple(dict.fromkeys(category.annex.id for category in found)))
