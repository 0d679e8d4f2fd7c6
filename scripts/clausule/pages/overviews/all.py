"""The pages and files beside an edition that show how the site reads it: measures, AVG article 28, the register."""

from __future__ import annotations

from collections.abc import Callable

from clausule.analysis.coverage import is_about_processing
from clausule.analysis.measures import measures_of
from clausule.language.nl.overviews import COVERAGE, MEASURES, REGISTER
from clausule.model import Edition
from clausule.pages.overviews.coverage import coverage_files, coverage_page
from clausule.pages.overviews.measures import measures_page
from clausule.pages.overviews.measures_data import measures_files
from clausule.pages.overviews.register import register_files, register_page
from clausule.pages.text.book import Book, Page

VIEW = "overview"

ADDRESSES = (MEASURES, COVERAGE, REGISTER)
_DRAW = {MEASURES: measures_page, COVERAGE: coverage_page, REGISTER: register_page}
_MAKE = {MEASURES: measures_files, COVERAGE: coverage_files, REGISTER: register_files}


def overview_addresses(edition: Edition) -> tuple[str, ...]:
    """Which of these pages ``edition`` has: without measures, or without a processor, there is nothing to show."""
    processing = is_about_processing(edition)
    wanted = ((MEASURES, bool(measures_of(edition))), (COVERAGE, processing), (REGISTER, processing))
    return tuple(address for address, there in wanted if there)


def overviews_of(edition: Edition) -> tuple[str, ...]:
    """As ``overview_addresses``; of an edition whose imprint is known the words are not read."""
    if edition.imprint:
        return tuple(address for address in edition.imprint.pages if address in _DRAW)
    return overview_addresses(edition)


def overview_pages(edition: Edition) -> dict[str, Callable[[Page], str]]:
    """What draws each of its pages, by address."""
    return {address: _DRAW[address] for address in overview_addresses(edition)}


def overview_files(book: Book) -> dict[str, bytes]:
    """The data beside those pages: path to bytes."""
    found: dict[str, bytes] = {}
    for address in overview_addresses(book.edition):
        found |= _MAKE[address](book)
    return found
