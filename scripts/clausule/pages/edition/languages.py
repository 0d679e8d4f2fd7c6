"""An edition in another language: from each page the same page there, which text counts, and both side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from clausule.analysis.addresses import START, Addresses, relative
from clausule.compare.translation.pairs import Pair, beside_each_other, pairs_of, partner_ids
from clausule.compare.translation.pieces import Piece
from clausule.formats.bilingual_pdf import Side, bilingual_pdf, bilingual_title, why_not
from clausule.language.language import language_of
from clausule.language.wording.names import capital, edition_name, language_name
from clausule.model.addresses import both_languages
from clausule.model.editions import Edition
from clausule.model.nodes import Block, Definition, Definitions, Items, Paragraph, Table
from clausule.model.walk import Part
from clausule.pages.kit.html import element, lines, stacked
from clausule.pages.kit.languages import language_row, languages_of
from clausule.pages.text.book import Book, InLanguage, Page
from clausule.pages.text.inline import plain_inline
from clausule.pages.text.leaf import Leaf, all_pages


def in_languages(book: Book, leaf: Leaf) -> dict[str, Any] | None:
    """For a template: the page ``leaf`` in the other languages, the page with both, and which text counts. None where
    there is no other language."""
    if not book.languages:
        return None
    urls = {book.edition.language: book.base_url + leaf.address}
    rows = []
    for other in book.languages:
        address = f"{other.edition.name}/{_address(book, other, leaf)}"
        urls[other.edition.language] = book.site_url + address
        rows.append(language_row(book.language, other.edition.language, relative(f"../../{address}", leaf.address)))
    both = relative(_slug(book, book.languages[0]), leaf.address)
    return languages_of(book.language, rows, urls, book.languages[0].prevails, both)


def _address(book: Book, other: InLanguage, leaf: Leaf) -> str:
    """The address of the same page within the edition in the other language; its start where it has no such page."""
    fixed = {book.addresses.whole: Addresses(other.edition).whole, _slug(book, other): _back(other)}
    closing = [f"{language_of(one.language).grammar.CLOSING}/" for one in (book.edition, other.edition)]
    if other.edition.closing:
        fixed[closing[0]] = closing[1]
    for page in all_pages():
        mine, yours = list(page.addresses(book.edition)), list(page.addresses(other.edition))
        if len(mine) == len(yours) and page.when(other.agreement, other.edition, other.status):
            fixed |= zip(mine, yours, strict=True)
    if leaf.address in fixed:
        return fixed[leaf.address]
    there = _ids(book.edition, other.edition, other.is_original).get(leaf.about, "")
    return Addresses(other.edition).pages.get(there, START)


@lru_cache(maxsize=8)
def _ids(edition: Edition, other: Edition, other_is_original: bool) -> dict[str, str]:
    """The ids of ``edition`` with their partners in the other."""
    pairs = _pairs(edition, other, other_is_original)
    found = partner_ids(pairs)
    return {yours: mine for mine, yours in found.items()} if other_is_original else found


def _pairs(edition: Edition, other: Edition, other_is_original: bool) -> tuple[Pair, ...]:
    return pairs_of(other, edition) if other_is_original else pairs_of(edition, other)


def _slug(book: Book, other: InLanguage) -> str:
    """The address of both side by side: with more languages than two each has its own."""
    more = "" if len(book.languages) == 1 or other is book.languages[0] else f"-{other.edition.language}"
    return f"{book.language.slugs.bilingual}{more}/"


def _back(other: InLanguage) -> str:
    return f"{language_of(other.edition.language).slugs.bilingual}/"


def bilingual_leaves(book: Book) -> list[Leaf]:
    """The pages with both languages side by side, one for each other language."""
    return [
        Leaf(
            address=_slug(book, other),
            heading=book.language.say("Both languages side by side"),
            draw=lambda page, other=other: _both(page, other),  # type: ignore[misc]
            view="bilingual",
            styles=("edition/bilingual.css",),
        )
        for other in book.languages
    ]


def bilingual_documents(book: Book) -> dict[str, bytes]:
    """The documents with both languages side by side, by their file in the folder of the edition."""
    return {
        _file(book, other): bilingual_pdf(
            *_sides(book, other), is_original=other.is_original, prevails=other.prevails, house=book.house
        )
        for other in _documented(book)
    }


def bilingual_links(book: Book) -> list[dict[str, str]]:
    """Where a reader takes these along."""
    return [{"text": _document_name(book, other), "address": _file(book, other)} for other in _documented(book)]


def _documented(book: Book) -> list[InLanguage]:
    mine = (book.agreement, book.edition)
    return [other for other in book.languages if not why_not(mine, (other.agreement, other.edition))]


def _sides(book: Book, other: InLanguage) -> tuple[Side, Side]:
    return Side(book.agreement, book.edition, book.notes), Side(other.agreement, other.edition, other.notes)


def _file(book: Book, other: InLanguage) -> str:
    return both_languages(book.edition.language, other.edition.language)


def _document_name(book: Book, other: InLanguage) -> str:
    return bilingual_title(book.language, other.edition.language)


def _both(page: Page, other: InLanguage) -> str:
    book = page.book
    sides = (book.edition, other.edition)
    heads = (
        element("p", element("b", capital(language_name(one.language, language_of(one.language)))), lang=one.language)
        for one in sides
    )
    rows = _rows(page, other, _pairs(book.edition, other.edition, other.is_original))
    return lines(
        element("p", capital(edition_name(book.edition)), class_="over"),
        element("h1", book.language.say("Both languages side by side")),
        *_taken(page, other),
        stacked("div", element("div", *heads, class_="both heads"), *rows, class_="bilingual"),
    )


def _taken(page: Page, other: InLanguage) -> Iterator[str]:
    if other in _documented(page.book):
        address = relative(_file(page.book, other), page.address)
        yield element("p", element("a", _document_name(page.book, other), href=address), class_="take")


def _rows(page: Page, other: InLanguage, pairs: Iterable[Pair]) -> Iterator[str]:
    """A row for every part, in the order of the original; a definition has one of its own."""
    for pair in beside_each_other(pairs):
        mine, yours = (pair.translation, pair.original) if other.is_original else (pair.original, pair.translation)
        cells = (_cell(page, mine, page.book.edition), _cell(page, yours, other.edition))
        yield element("section", *cells, class_="both")


def _cell(page: Page, piece: Piece | None, edition: Edition) -> str:
    """One side of a row, in its own language."""
    if piece is None:
        words = page.language.say("Not in this text.")
        return element("div", element("p", words, class_="missing"), lang=page.language.tag)
    anchor = piece.at if edition is page.book.edition else None
    return element("div", *_words_of(piece), lang=edition.language, id=anchor)


def _words_of(piece: Piece) -> Iterator[str]:
    of = piece.of
    if isinstance(of, Part):
        if of.heading and of.heading.plain:
            level = "h2" if of.kind not in ("section", "footnote") else "h3"
            yield element(level, of.heading.plain)
        if of.subheading:
            yield element("p", element("b", of.subheading.plain))
        shown = _blocks(tuple(block for block in of.blocks if not isinstance(block, Definitions)))
        number = element("b", of.mark or of.number, class_="mark") if of.kind in ("clause", "footnote") else ""
        yield element("div", number, shown, class_="words") if number or shown else ""
    elif isinstance(of, Definition):
        yield element("div", element("p", element("b", of.term), ": ", plain_inline(of.text)), class_="words")


def _blocks(blocks: Iterable[Block]) -> str:
    pieces: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                pieces.append(element("p", plain_inline(text)))
            case Items(items):
                rows = (
                    element(
                        "li",
                        element("span", item.mark, class_="m") if item.label else "",
                        element("div", element("p", plain_inline(item.text)), _blocks(item.blocks)),
                    )
                    for item in items
                )
                numbered = any(item.label for item in items)
                pieces.append(stacked("ol" if numbered else "ul", *rows, class_="items" if numbered else "items plain"))
            case Table(header, rows_):
                titles = element("tr", *(element("th", plain_inline(cell), scope="col") for cell in header))
                body = (element("tr", *(element("td", plain_inline(cell)) for cell in row)) for row in rows_)
                pieces.append(element("div", element("table", titles, *body), class_="table"))
    return lines(*pieces)
