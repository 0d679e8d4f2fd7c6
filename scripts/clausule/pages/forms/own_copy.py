"""One's own copy: a sheet with the party, and in the browser the whole text with the names in its blanks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from clausule.analysis.addresses import relative
from clausule.analysis.questionnaire import BEHIND
from clausule.analysis.references import Notes
from clausule.formats.format import has_form
from clausule.formats.schema import Schema
from clausule.language.language import language_of
from clausule.language.wording.names import capital, edition_label
from clausule.model.addresses import CANONICAL, MANIFEST, RECEIPT
from clausule.model.editions import Edition
from clausule.model.nodes import Block, Definitions, Items, Paragraph, Section, Table, Text
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import TAKE, EditionPage, Leaf
from clausule.proof.manifest import manifest_of
from clausule.proof.receipt import receipt_of

_LONGEST = 70
ACCEPTED = Schema(__package__, "akkoord.json")


@dataclass(frozen=True, slots=True)
class PartyBlank:
    """A blank of the text around the articles; ``label`` says what belongs there, ``lead`` are the words before it
    where the label stands behind it, ``place`` is the part of the text. ``pen`` is true for a signature, which nobody
    types.
    """

    id: str
    label: str
    lead: str
    place: str
    pen: bool


def party_blanks(edition: Edition) -> list[PartyBlank]:
    """The blanks of the preamble and the closing page, in reading order."""
    found: list[PartyBlank] = []
    language = language_of(edition.language)
    unnamed = language.say("Signature")
    for section in (*edition.preamble, *edition.closing):
        for text, name in _texts(section.blocks):
            for label, lead in _labels(text, name or unnamed):
                number = len(found) + 1
                pen = language.questions.asks_signature(label)
                found.append(PartyBlank(f"{section.id}.{number}", label, lead, _place(section, name), pen))
    return found


def _place(section: Section, name: str) -> str:
    title = section.title.strip(" :")
    return f"{title}, {name}" if name else title


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[Text, str]]:
    """Every text, with the name of its column where it stands in a table."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text, ""
            case Items(items):
                for item in items:
                    yield item.text, ""
                    yield from _texts(item.blocks)
            case Definitions(entries):
                yield from ((entry.text, "") for entry in entries)
            case Table(header, rows):  # a header is drawn without blanks
                for row in rows:
                    yield from ((cell, name.plain) for cell, name in zip(row, header, strict=False))


def _labels(text: Text, name: str) -> Iterator[tuple[str, str]]:
    """What each blank of ``text`` asks, and the words that lead to it: the label stands in brackets behind the blank,
    else the words before it are the label, and ``name`` where there are none."""
    position = 0
    for blank in Notes.fields(text):
        if blank.kind != "blank":
            continue
        behind = BEHIND.match(text.plain, blank.end)
        before = _last_words(text.plain[position : blank.start].strip(" ,;:"))
        yield (behind[1].strip(), before) if behind else (before or name, "")
        position = behind.end() if behind else blank.end


def _last_words(before: str) -> str:
    """The end of ``before``, cut at a space when it is long."""
    return before if len(before) <= _LONGEST else "… " + before[-_LONGEST:].partition(" ")[2]


def _leaf(book: Book, address: str) -> Leaf:
    title = book.language.say("Your copy")
    return Leaf(
        address=address,
        heading=title,
        draw=copy_page,
        link=title,
        beside=TAKE,
        view="copy",
        styles=("forms/own-copy.css",),
        scripts=("forms/own-copy.js",),
    )


PAGE = EditionPage(order=12, addresses=lambda edition: [f"{language_of(edition.language).slugs.own_copy}/"], leaf=_leaf)


def copy_page(page: Page) -> Fixed:
    """The page on which a party fills in who it is."""
    book = page.book
    blanks = party_blanks(book.edition)
    data = {
        "edition": capital(book.name),
        "label": edition_label(book.edition),
        "sha256": book.notes.sha256,
        "whole": relative(book.addresses.whole, page.address),
        "signed": f"../../{book.language.slugs.signed}/",
        "about": json.dumps(_about(page, blanks), ensure_ascii=False),
        "files": {"canonical": CANONICAL, "manifest": MANIFEST},
        "receipt": _receipt(page),
        "groups": _groups([blank for blank in blanks if not blank.pen]),
    }
    return Fixed("forms/own-copy.html", data)


def _receipt(page: Page) -> dict[str, str] | None:
    """What somebody keeps who holds a frozen edition: a file, words for a contract, and what these do not prove."""
    book = page.book
    manifest = manifest_of(book.agreement, book.edition)
    if not manifest:
        return None
    receipt = receipt_of(book.agreement, book.edition, manifest, book.language)
    return {
        "file": relative(RECEIPT, page.address),
        "words": receipt["words"],
        "limits": receipt["limits"],
    }


def _about(page: Page, blanks: list[PartyBlank]) -> dict[str, object]:
    book = page.book
    return {
        "schema": book.site_url + ACCEPTED.address,
        "agreement": book.edition.agreement,
        "stated": book.name,
        "title": book.edition.title(book.agreement),
        "publisher": book.agreement.publisher,
        "edition": book.edition.version,
        "effective": book.edition.effective.isoformat() if book.edition.effective else None,
        "sha256": book.notes.sha256,
        "address": book.base_url,
        "frozen": has_form(CANONICAL, book.agreement, book.edition),
        "blanks": [{"id": blank.id, "pen": blank.pen} for blank in blanks],
    }


def _groups(blanks: list[PartyBlank]) -> list[dict[str, object]]:
    """The blanks under the part of the text in which they stand."""
    groups: dict[str, list[dict[str, str]]] = {}
    for blank in blanks:
        row = {"id": blank.id, "name": capital(blank.label), "label": blank.label, "lead": blank.lead}
        groups.setdefault(blank.place, []).append(row)
    return [{"title": place, "blanks": rows} for place, rows in groups.items()]
