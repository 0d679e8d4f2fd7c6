"""The register of AVG article 30(2): what the agreement and the site know of it, and a file to complete per
customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from clausule.analysis.coverage import fulfilled_by, is_read
from clausule.analysis.measures import categories
from clausule.formats.csvfile import as_csv
from clausule.language.language import Language
from clausule.language.wording.site import contact_words
from clausule.model.addresses import GDPR_30_DATA
from clausule.model.editions import Edition
from clausule.model.hashes import reading_text
from clausule.model.sub_processors import ACTIVE
from clausule.model.walk import walk
from clausule.pages.overviews.reading import clause_links, overview
from clausule.pages.sub_processors.then import has_list_then, list_then
from clausule.pages.text.book import Book, Page


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one column: words, and the parts of the text, or the words for another source, that say it."""

    words: str = ""
    at: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the register: the point of AVG article 30(2) that wants it, what it is, and its name in the CSV."""

    key: str
    point: str
    title: str
    csv: str


def _columns(language: Language) -> list[Column]:
    say, say_of = language.say, language.say_of
    return [
        Column("processor", "a", say("Processor"), say_of("csv column", "processor")),
        Column("contact", "a", say("Contact of the processor"), say_of("csv column", "processor_contact")),
        Column("", "a", say("Data protection officer of the processor"), say_of("csv column", "processor_dpo")),
        Column("", "a", say("Representative of the processor"), say_of("csv column", "processor_representative")),
        Column("", "a", say("Controller (your customer)"), say_of("csv column", "controller")),
        Column("", "a", say("Contact of the customer"), say_of("csv column", "controller_contact")),
        Column("", "a", say("Data protection officer of the customer"), say_of("csv column", "controller_dpo")),
        Column("", "a", say("Representative of the customer"), say_of("csv column", "controller_representative")),
        Column("others", "a", say("Other processors (sub-processors)"), say_of("csv column", "other_processors")),
        Column("processing", "b", say("Categories of processing"), say_of("csv column", "categories_of_processing")),
        Column(
            "transfer",
            "c",
            say("Transfers outside the EEA: country or organisation"),
            say_of("csv column", "transfers"),
        ),
        Column(
            "",
            "c",
            say("Documentation of suitable safeguards (second subparagraph of Article 49(1))"),
            say_of("csv column", "safeguards"),
        ),
        Column(
            "measures",
            "d",
            say("Technical and organisational measures, in general terms"),
            say_of("csv column", "measures"),
        ),
        Column("agreement", "", say("Agreement, version and address"), say_of("csv column", "agreement")),
        Column("", "", say("Date on which this row was updated"), say_of("csv column", "updated")),
    ]


def _title(language: Language) -> str:
    return language.say("Records of processing activities (Article 30 GDPR)")


def register_page(page: Page) -> dict[str, Any]:
    """What is known, column by column, with its source, and what the processor must fill in."""
    known = _known(page.book)
    return {
        "files": [GDPR_30_DATA],
        "clauses": clause_links(fulfilled_by(page.book.edition, "30.2"), page),
        "rows": [_row(column, known.get(column.key, Known()), page) for column in _columns(page.language)],
    }


def _row(column: Column, known: Known, page: Page) -> dict[str, Any]:
    said = known.words.split("\n") if known.words else []
    clauses = clause_links(known.at, page)
    return {"title": column.title, "point": column.point, "known": said, "clauses": clauses, "source": known.source}


def register_files(book: Book) -> dict[str, bytes]:
    """``avg-30.csv``: one row to copy for each customer."""
    known = _known(book)
    columns = _columns(book.language)
    row = [known[column.key].words if column.key in known else "" for column in columns]
    return {GDPR_30_DATA: as_csv([column.csv for column in columns], [row])}


def _known(book: Book) -> dict[str, Known]:
    """What the site has of each column, by its key."""
    edition = book.edition
    given = book.agreement.meta.values.get("contact")
    contact = given if isinstance(given, dict) else {}
    reached = [f"{name}: {contact[key]}" for key, name in contact_words(book.language).items() if contact.get(key)]
    publisher = book.language.say("the publisher’s details on this site")
    found = {
        "processor": Known(book.agreement.publisher, (), publisher),
        "contact": Known("\n".join(reached), (), publisher),
        "others": _others(book),
        "processing": _processing(edition),
        "transfer": _quoted(edition, fulfilled_by(edition, "28.3.a.doorgifte")),
        "measures": _measures(edition),
        "agreement": Known(f"{book.name}, {book.base_url}", (), publisher),
    }
    return {column: known for column, known in found.items() if known.words}


def _others(book: Book) -> Known:
    """The sub-processors on the first day of the edition, where it has taken effect and there is a list."""
    listing = book.agreement.sub_processors
    if not listing or not has_list_then(book.edition, book.status):
        return Known()
    rows = [row for state, row in list_then(book.edition, listing) if state == ACTIVE]
    source = book.language.say("the list of sub-processors on the first day of this version")
    return Known("\n".join(f"{row.name}: {row.service}" for row in rows), (), source)


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


PAGE = overview(
    order=22,
    address=lambda slugs: slugs.gdpr_30,
    title=_title,
    short=lambda language: language.say("Records (Article 30 GDPR)"),
    exists=is_read,
    template="overviews/register.html",
    data=register_page,
    files=register_files,
)
