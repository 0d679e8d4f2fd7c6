"""What the pages with the site's own reading share: how they are declared, and links to clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clausule.language.language import Language, language_of
from clausule.language.slugs import Slugs
from clausule.language.wording.names import capital, edition_name
from clausule.model.editions import Edition
from clausule.model.nodes import Annex
from clausule.pages.kit.contact import Link
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import OVERVIEWS, EditionPage, Leaf


def overview(
    *,
    order: int,
    address: Callable[[Slugs], str],
    title: Callable[[Language], str],
    short: Callable[[Language], str],
    exists: Callable[[Edition], object],
    template: str,
    data: Callable[[Page], Mapping[str, Any]],
    files: Callable[[Book], Mapping[str, bytes]],
    invites: Callable[[Annex, Page], str] = lambda annex, page: "",
) -> EditionPage:
    """The page of such a reading, of an edition of which there ``exists`` one; it calls itself ``title`` and is called
    ``short`` beside every page. ``template`` shows ``data``."""

    def at(edition: Edition) -> str:
        return f"{address(language_of(edition.language).slugs)}/"

    def draw(page: Page) -> Fixed:
        over = capital(edition_name(page.book.edition))
        return Fixed(template, {"edition": over, "title": title(page.language), **data(page)})

    def leaf(book: Book, there: str) -> Leaf:
        return Leaf(
            address=there,
            heading=title(book.language),
            draw=draw,
            link=short(book.language),
            beside=OVERVIEWS,
            view="overview",
            styles=("comparison/comparison.css", "overviews/overviews.css"),
        )

    return EditionPage(
        order=order,
        addresses=lambda edition: [at(edition)] if exists(edition) else [],
        leaf=leaf,
        stays=at,
        files=files,
        listed=title,
        invites=invites,
    )


def clause_links(names: Iterable[str], page: Page) -> list[Link]:
    """Links to parts of the text, called as in a citation."""
    return [{"name": page.book.place(name), "address": page.link(name)} for name in names]
