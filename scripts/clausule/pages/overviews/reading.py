"""What the pages with the site's own reading share: how they are declared, their head, links to files, links to
clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from clausule.language.language import Language, language_of
from clausule.language.slugs import Slugs
from clausule.language.wording.names import capital, edition_name
from clausule.model.editions import Edition
from clausule.model.nodes import Annex
from clausule.pages.kit.html import element, escape, joined, lines
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import OVERVIEWS, EditionPage, Leaf


def overview(
    *,
    order: int,
    address: Callable[[Slugs], str],
    title: Callable[[Language], str],
    short: Callable[[Language], str],
    exists: Callable[[Edition], object],
    draw: Callable[[Page], str],
    files: Callable[[Book], Mapping[str, bytes]],
    invites: Callable[[Annex, Page], str] = lambda annex, page: "",
) -> EditionPage:
    """The page of such a reading, of an edition of which there ``exists`` one; it calls itself ``title`` and is called
    ``short`` beside every page."""

    def at(edition: Edition) -> str:
        return f"{address(language_of(edition.language).slugs)}/"

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


def head(page: Page, title: str, about: str) -> str:
    """The edition, the title, and what there is to see in one sentence."""
    return lines(
        element("p", capital(edition_name(page.book.edition)), class_="over"),
        element("h1", title),
        element("p", about, class_="tally"),
    )


def reading(sentence: str, language: Language) -> str:
    """The notice that what follows is the site's own reading."""
    name = element("b", language.say("Reading by this site"), ".")
    return element("p", name, " ", sentence, class_="reading", role="note")


def downloads(names: Iterable[str], language: Language) -> str:
    """Links to files; on paper they say nothing."""
    kinds = {"csv": language.say("CSV (for a spreadsheet)"), "json": "JSON", "jsonld": "JSON-LD (DPV)"}
    links = (element("a", kinds[name.rpartition(".")[2]], href=f"../{name}") for name in names)
    return element("p", element("span", language.say("Download"), ":"), " ", joined(" ", links), class_="links take")


def clause_link(name: str, page: Page) -> str:
    """A link to a part of the text, called as in a citation."""
    said = page.book.place(name)
    address = page.link(name)
    return element("a", said, href=address) if address else escape(said)


def clause_links(names: Iterable[str], page: Page) -> str:
    """Links to parts of the text with commas between them."""
    return joined(", ", (clause_link(name, page) for name in names))
