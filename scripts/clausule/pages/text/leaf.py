"""A page of an edition as one thing: where it stands, which editions have it, what it needs, what draws it.

A page beside the text is declared as an ``EditionPage`` by the module that draws it; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from clausule.analysis.addresses import page_names
from clausule.language.language import Language
from clausule.model.declared import declared
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Annex
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.book import Book, Page

OVERVIEWS, TAKE, SEE = "overviews", "take", "see"
"""The lists beside every page of an edition in which a page can be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of an edition before it is drawn; ``styles`` and ``scripts`` are files of the theme, ``view`` a class for
    them.

    ``heading`` is what it calls itself, ``link`` what it is called in the list ``beside`` every page. ``title`` and
    ``number`` are the line in the contents of a page of the text; ``about`` is the id of the part that it shows or asks
    after, and ``place`` what that is called.
    """

    address: str
    heading: str
    draw: Callable[[Page], str | Fixed]
    title: str = ""
    number: str = ""
    about: str = ""
    place: str = ""
    link: str = ""
    beside: str = ""
    view: str = ""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EditionPage:
    """One page beside the text of an edition, or several of a kind; ``order`` is their place among the others.

    ``addresses`` are those that the words of an edition give it, ``leaf`` is the page at one of them, and ``when`` says
    what else decides that it is there. Where it is the same page in every edition that has it ``stays`` is its address.
    ``files`` are data beside it in the edition. ``listed`` is what the page of the agreement calls it, if it is listed
    there, and ``invites`` what the page of an annex says of it (HTML; empty for an annex that is not concerned).
    """

    order: int
    addresses: Callable[[Edition], Iterable[str]]
    leaf: Callable[[Book, str], Leaf]
    when: Callable[[Agreement, Edition, str], bool] = lambda agreement, edition, status: True
    stays: Callable[[Edition], str] | None = None
    files: Callable[[Book], Mapping[str, bytes]] = lambda book: {}
    listed: Callable[[Language], str] | None = None
    invites: Callable[[Annex, Page], str] = lambda annex, page: ""


@cache
def all_pages() -> tuple[EditionPage, ...]:
    """Every page that an edition can have beside its text."""
    return tuple(sorted(declared("clausule.pages", EditionPage), key=lambda page: page.order))


def edition_addresses(edition: Edition) -> tuple[str, ...]:
    """The addresses, within the edition, of all pages that its words give it. They are not read when its imprint is
    known."""
    if edition.imprint:
        return edition.imprint.pages
    return (*page_names(edition), *(address for page in all_pages() for address in page.addresses(edition)))


def staying_addresses(edition: Edition) -> tuple[str, ...]:
    """Of these the pages beside the text that are the same in every edition that has them."""
    staying = {page.stays(edition) for page in all_pages() if page.stays}
    return tuple(address for address in edition_addresses(edition) if address in staying)


def addresses_on(agreement: Agreement, edition: Edition, status: str) -> list[str]:
    """The addresses of the pages that ``edition`` has while that is its status."""
    hidden = {
        address
        for page in all_pages()
        if not page.when(agreement, edition, status)
        for address in page.addresses(edition)
    }
    return [address for address in edition_addresses(edition) if address not in hidden]


def leaves_beside(book: Book) -> list[Leaf]:
    """The pages beside the text that the edition has."""
    edition = book.edition
    there = (page for page in all_pages() if page.when(book.agreement, edition, book.status))
    return [page.leaf(book, address) for page in there for address in page.addresses(edition)]
