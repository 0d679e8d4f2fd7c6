"""Pieces that the pages with the site's own reading share: the notice, links to files, links to clauses."""

from __future__ import annotations

from collections.abc import Iterable

from clausule.language.nl import overviews as words
from clausule.pages.kit.html import element, escape, joined
from clausule.pages.text.book import Page


def reading(sentence: str) -> str:
    """The notice that what follows is the site's own reading."""
    return element("p", element("b", f"{words.READING}."), " ", sentence, class_="reading", role="note")


def downloads(files: Iterable[tuple[str, str]]) -> str:
    """Links to files, each ``(name, words)``; on paper they say nothing."""
    links = (element("a", said, href=f"../{name}") for name, said in files)
    return element("p", element("span", f"{words.DOWNLOAD}:"), " ", joined(" ", links), class_="links take")


def clause_link(name: str, page: Page) -> str:
    """A link to a part of the text, called as in a citation."""
    said = page.book.place(name)
    address = page.link(name)
    return element("a", said, href=address) if address else escape(said)


def clause_links(names: Iterable[str], page: Page) -> str:
    """Links to parts of the text with commas between them."""
    return joined(", ", (clause_link(name, page) for name in names))
