"""What the search box of an edition looks through."""

from __future__ import annotations

from clausule.language.wording.names import capital
from clausule.model.hashes import reading_text
from clausule.model.walk import Part, walk
from clausule.pages.text.book import Book


def search_entries(book: Book) -> list[dict[str, str]]:
    """One entry for each clause, definition and part: where it is, what it is called, and its words."""
    entries = []
    for part in walk(book.edition):
        plain, _ = reading_text(part.blocks)
        if plain:
            label, title = _named(part, book)
            at = book.addresses.address(part.id) or ""
            entries.append({"at": at, "label": capital(label), "title": title, "text": plain})
    return entries


def _named(part: Part, book: Book) -> tuple[str, str]:
    """What ``part`` is called, and the title that stands above it."""
    if part.kind == "preamble":
        return part.title, ""
    if part.kind == "closing":
        return book.language.say("Signatures"), part.title
    if part.kind == "clause" and part.within:
        return book.places[part.id], part.within.title
    unnamed = part.kind == "section" and not part.number and part.within
    return book.places[unnamed.id if unnamed else part.id], part.title
