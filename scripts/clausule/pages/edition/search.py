"""What the search box of an edition looks through."""

from __future__ import annotations

from clausule.language.nl import words
from clausule.model import Block
from clausule.model.hashes import reading_text
from clausule.pages.text.book import Book


def search_entries(book: Book) -> list[dict[str, str]]:
    """One entry for each clause, definition and part: where it is, what it is called, and its words."""
    edition = book.edition
    entries: list[dict[str, str]] = []

    def add(name: str, label: str, title: str, blocks: tuple[Block, ...]) -> None:
        plain, _ = reading_text(blocks)
        if plain:
            at = book.addresses.address(name) or ""
            entries.append({"at": at, "label": words.capital(label), "title": title, "text": plain})

    for section in edition.preamble:
        add(section.id, section.title, "", section.blocks)
    for article in edition.articles:
        add(article.id, book.places[article.id], article.title, article.intro)
        for clause in article.clauses:
            add(clause.id, book.places[clause.id], article.title, clause.blocks)
    for section in edition.closing:
        add(section.id, words.SITE["closing"], section.title, section.blocks)
    for annex in edition.annexes:
        add(annex.id, book.places[annex.id], annex.title, annex.intro)
        for section in annex.sections:
            add(section.id, book.places[section.id if section.label else annex.id], section.title, section.blocks)
    return entries
