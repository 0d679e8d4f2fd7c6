"""What the search looks through in an edition: ``zoeken.json``, a row for each part. It is decided by the edition
alone, so that it stays as it is when another comes; what is known of its language stands above the editions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clausule.analysis.search import other_names
from clausule.language.wording.names import capital, definition_place
from clausule.model.hashes import reading_text
from clausule.model.nodes import Definition, all_items
from clausule.model.walk import Part, walk
from clausule.pages.text.book import Book, nearest

_IN_PASSING = "name"  # of a definition: its words are those of a clause


def search_entries(book: Book) -> list[dict[str, Any]]:
    """One entry for each part and definition: where it is (``at``), what it is called (``label``, ``title``, and
    ``sub``, a heading above a clause alone), its words, and of which ``kind`` it is. ``key`` is what its place would
    be called by its number, where its id is another; ``items`` are the ends of the ids in it, each
    with the line at which it begins. Of a definition, ``in``
    is the part whose sentence names it in passing, and ``also`` are other names that it gives to its term."""
    entries = []
    held: dict[str, list[Definition]] = {}
    for definition in book.edition.definitions:
        if not definition.lender:
            held.setdefault(nearest(definition.owner, book.places), []).append(definition)
    for part in walk(book.edition):
        terms = held.get(part.id, [])
        plain, items = _words(part, terms)
        label, title = _named(part, book)
        if plain or title:
            sub = part.subheading.plain if part.subheading else ""
            entry = {
                "at": book.addresses.address(part.id) or "",
                "label": capital(label),
                "title": title,
                "text": plain,
            }
            entries.append(entry | _known({"kind": _kind(part), "sub": sub, "key": _key(part, book), "items": items}))
        entries += (_definition(term, part, book) for term in terms)
    return entries


def _words(part: Part, terms: Iterable[Definition]) -> tuple[str, list[list[Any]]]:
    """The words of ``part`` without those that only define, which are found by their term; and its items, each with its
    line in them (-1 where it defines)."""
    plain, starts = reading_text(part.blocks)
    defining = {id(text) for term in terms if term.source != _IN_PASSING for text in (term.text, term.head)}
    begins = [plain.rfind("\n", 0, start) + 1 for start, _ in starts]
    lines: list[str] = []
    at: dict[int, int] = {}
    for begin, end, (_, text) in zip(begins, [*begins[1:], len(plain) + 1], starts, strict=False):
        if id(text) not in defining:
            at[id(text)] = len(lines)
            lines.append(plain[begin : end - 1].replace("\n", " "))
    ends = [[item.id.removeprefix(f"{part.id}-"), at.get(id(item.text), -1)] for item in all_items(part.blocks)]
    return "\n".join(lines), ends


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value}


def _definition(definition: Definition, owner: Part, book: Book) -> dict[str, Any]:
    addresses, language = book.addresses, book.language
    return {
        "at": addresses.address(definition.id) or "",
        "label": capital(definition_place(language, book.places[owner.id], definition)),
        "title": definition.term,
        "text": definition.text.plain,
        "kind": "term",
        **({"in": addresses.address(owner.id) or ""} if definition.source == _IN_PASSING else {}),
        **_known({"also": other_names(definition, language)}),
    }


def _kind(part: Part) -> str:
    """That of the part; ``question`` of a heading without a number in an annex, as those of a form are."""
    return "question" if part.kind == "section" and not part.number else part.kind


def _key(part: Part, book: Book) -> str:
    """``bijlage-3-a`` of section A of annex 3, whose id is another where an item has that one; ``artikel-1`` of the
    article 1 of a later chapter."""
    kind, number = part.kind, part.number.casefold()
    home = part.within.id if kind == "section" and part.within else ""
    if kind in ("article", "clause"):
        home = book.language.grammar.ARTICLE
    key = f"{home}-{number}"
    return key if home and number and key != part.id else ""


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
