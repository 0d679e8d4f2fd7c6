"""One's own copy: a sheet with the party, and in the browser the whole text with the names in its blanks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from clausule.analysis.addresses import WHOLE, relative
from clausule.analysis.questionnaire import BEHIND
from clausule.analysis.references import Notes
from clausule.language.language import Language, language_of
from clausule.language.nl.forms import SIGNED_FOLDER
from clausule.language.wording.names import capital, edition_label
from clausule.model import Block, Definitions, Edition, Items, Paragraph, Section, Table, Text
from clausule.pages.forms.script_words import copy_words
from clausule.pages.kit.html import NEWLINE, element, lines, void
from clausule.pages.text.book import Page

FIELD = "veld-"
_LONGEST = 70
ACCEPTED_SCHEMA_ADDRESS = "schema/akkoord.json"


@dataclass(frozen=True, slots=True)
class PartyBlank:
    """A blank of the text around the articles; ``label`` says what belongs there, ``lead`` are the words before it where
    the label stands behind it, ``place`` is the part of the text. ``pen`` is true for a signature, which nobody types.
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
    unnamed = _signature(language)
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
    """What each blank of ``text`` asks, and the words that lead to it: the label stands in brackets behind the blank, else
    the words before it are the label, and ``name`` where there are none."""
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


def copy_page(page: Page) -> str:
    """The page on which a party fills in who it is."""
    book = page.book
    blanks = party_blanks(book.edition)
    typed = [blank for blank in blanks if not blank.pen]
    language = book.language
    say = language.say
    whole = element("a", say("Full text"), href=relative(WHOLE, page.address))
    over = element("p", capital(book.name), class_="over")
    return lines(
        over,
        element("h1", say("Your copy")),
        element(
            "p",
            say(
                "Fill in who you are. The whole agreement then stands below with your details in its blanks; not a word of it "
                "changes. Print it or save it as a PDF."
            ),
            class_="stays",
        ),
        element(
            "p",
            say("Print this page, fill it in by pen and keep it with the text of the agreement:"),
            " ",
            whole,
            class_="no-script",
        ),
        element(
            "own-copy",
            NEWLINE,
            lines(
                element("h2", say("Your details")),
                *(_groups(typed) if typed else _party(language)),
                _date(language),
                _facts(page),
            ),
            NEWLINE,
            data_about=json.dumps(_about(page, blanks), ensure_ascii=False),
            data_words=json.dumps(copy_words(language), ensure_ascii=False),
            data_text=relative(WHOLE, page.address),
            data_signed="../../" + SIGNED_FOLDER + "/",
        ),
    )


def _about(page: Page, blanks: list[PartyBlank]) -> dict[str, object]:
    book = page.book
    return {
        "schema": book.site_url + ACCEPTED_SCHEMA_ADDRESS,
        "agreement": book.edition.agreement,
        "stated": book.name,
        "title": book.edition.title(book.agreement),
        "publisher": book.agreement.publisher,
        "edition": book.edition.version,
        "effective": book.edition.effective.isoformat() if book.edition.effective else None,
        "sha256": book.notes.sha256,
        "address": book.base_url,
        "blanks": [{"id": blank.id, "pen": blank.pen} for blank in blanks],
    }


def _groups(blanks: list[PartyBlank]) -> Iterator[str]:
    """The blanks under the part of the text in which they stand."""
    places = dict.fromkeys(blank.place for blank in blanks)
    for number, place in enumerate(places, 1):
        name = f"deel-{number}"
        rows = [_field(blank.id, blank.label, blank.lead) for blank in blanks if blank.place == place]
        yield element("div", element("h3", place, id=name), *rows, role="group", aria_labelledby=name, class_="party")


def _party(language: Language) -> Iterator[str]:
    """What is asked of a party where the text has no blank for it."""
    say = language.say
    about = say("The text of this agreement has no blanks for your details. They therefore stand in a block above the text.")
    yield element("p", about, class_="hint")
    yield _field("party", say("Name of your organisation"))
    yield _field("address", say("Address"))
    yield _field("number", say("Number in the commercial register"))
    yield _field("represented", say("Represented by"))
    yield _field("function", say("Position"))


def _signature(language: Language) -> str:
    return language.say("Signature")


def _field(key: str, label: str, lead: str = "") -> str:
    after = " " + element("span", lead, class_="lead-to") if lead else ""
    name = element("label", capital(label), after, for_=FIELD + key, class_="name")
    return element("div", name, element("textarea", id=FIELD + key, rows="1", dir="auto", data_key=key, data_label=label), class_="ask")


def _date(language: Language) -> str:
    label = element("label", language.say("Date of signature or acceptance"), for_=FIELD + "date", class_="name")
    box = void("input", type="date", id=FIELD + "date", aria_describedby="datum-uitleg")
    hint = element("p", language.say("This day appears on the copy and in the file."), class_="hint", id="datum-uitleg")
    return element("div", label, box, hint, class_="ask dated")


def _facts(page: Page) -> str:
    """The edition and its hash, on screen and on paper."""
    book, say = page.book, page.language.say
    rows = (
        (say("Version"), edition_label(book.edition)),
        (say("Hash"), book.notes.sha256),
    )
    sign = element("p", _signature(book.language), " ", element("span", class_="blank"), class_="pen")
    return lines(element("dl", *(element("dt", name) + element("dd", value) for name, value in rows), class_="facts"), sign)
