"""By when a breach must be reported: the terms as text, lines for a pen, and what the browser needs for its clock."""

from __future__ import annotations

import json

from clausule.analysis.addresses import Addresses, relative
from clausule.analysis.breach import BreachTerm, breach_term
from clausule.language.nl import forms
from clausule.law.supervisor import SupervisorAsk, avg_place, supervisor_asks
from clausule.model import AlsoAsked
from clausule.pages.kit.html import NEWLINE, element, escape, joined, lines
from clausule.pages.text.book import Book, Page

_AVG = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:32016R0679#art_33"
_AVG_HOURS = 72


def clock(page: Page) -> str:
    """The clock of an edition that gives a term; empty for one that gives none."""
    term = breach_term(page.book.edition)
    if term is None:
        return ""
    rows = (
        _term("own", term.hours, forms.CLOCK_OWN, _own_words(term, page)),
        _term("avg", _AVG_HOURS, forms.CLOCK_AVG, _avg_words()),
    )
    pen = element("p", forms.CLOCK_PEN, " ", _pen(), class_="pen")
    return element(
        "breach-clock",
        NEWLINE,
        lines(element("h2", forms.CLOCK_TITLE, id="klok"), pen, element("div", *rows, class_="terms")),
        NEWLINE,
        data_words=json.dumps(forms.CLOCK, ensure_ascii=False),
    )


def _term(key: str, hours: int, title: str, says: str) -> str:
    head = element("h3", title, " ", element("span", forms.fill(forms.CLOCK_HOURS, str(hours)), class_="hours"))
    until = element("p", forms.CLOCK_PEN_UNTIL, " ", _pen(), class_="pen")
    return element("section", head, until, element("p", says, class_="says"), class_="term", data_key=key, data_hours=str(hours))


def _own_words(term: BreachTerm, page: Page) -> str:
    book = page.book
    owner = term.at
    while owner not in book.places and "-" in owner:
        owner = owner.rpartition("-")[0]
    place = book.places.get(owner, term.at)
    named = escape(place[:1].upper() + place[1:])
    address = book.addresses.address(term.at)
    link = element("a", named, href=relative(address, page.address)) if address else named
    return joined("", (link, f": “{term.words}”"))


def _avg_words() -> str:
    link = element("a", forms.CLOCK_AVG_PLACE, href=_AVG, rel="noopener")
    return joined("", (link, f": {forms.CLOCK_AVG_SAYS}"))


def _pen() -> str:
    return element("span", class_="blank")


def breach_page(page: Page) -> str:
    """What an edition without a questionnaire has for who discovers a breach: the clock, and what will be asked."""
    term = breach_term(page.book.edition)
    assert term
    name = term.at.partition(".")[0]
    place = page.book.places.get(name, "")
    address = page.book.addresses.address(name)
    link = element("a", place, href=relative(address, page.address)) if address else escape(place)
    before, _, after = forms.SAYS.partition("{0}")
    return lines(
        element("h1", forms.BREACH_TITLE),
        element("p", before, link, after, class_="lead"),
        clock(page),
        element("h2", forms.ASKS_TITLE, id="toezichthouder"),
        element("p", forms.ASKS),
        asked_list([(ask, "") for ask in supervisor_asks().values()]),
    )


def gaps(asked: tuple[AlsoAsked, ...]) -> list[tuple[SupervisorAsk, str]]:
    """What the supervisor asks and nothing answers, or not the whole of it: with what is said of the rest."""
    whole = {also.ask for also in asked if not also.partly}
    partly = {also.ask: also.partly for also in asked if also.partly}
    return [(ask, partly.get(ask.id, "")) for ask in supervisor_asks().values() if ask.id not in whole]


def asked_list(rows: list[tuple[SupervisorAsk, str]]) -> str:
    """What the supervisor asks, by the sections of its form."""
    sections: dict[str, list[str]] = {}
    titles = {ask.section: ask.section_title for ask, _ in rows}
    for ask, partly in rows:
        provision = element("span", f" ({avg_place(ask.avg)})", class_="provision") if ask.avg else ""
        note = element("span", " ", forms.fill(forms.PARTLY, partly), class_="partly") if partly else ""
        sections.setdefault(ask.section, []).append(element("li", ask.words, provision, note))
    shown = (
        element("div", element("h3", element("span", number, class_="n"), " ", titles[number]), element("ul", *items))
        for number, items in sections.items()
    )
    return element("div", *shown, class_="asks")


def form_addresses(addresses: Addresses) -> list[str]:
    """The addresses, within the edition, of its forms: the questionnaires, or the page for a breach, and the own copy."""
    edition = addresses.edition
    found = [f"{annex.id}/{forms.FILL_FOLDER}/" for annex in edition.annexes if annex.kind == "questionnaire"]
    if not found and breach_term(edition):
        found.append(f"{forms.BREACH_FOLDER}/")
    return [*found, f"{forms.COPY_FOLDER}/"]


def form_links(book: Book) -> list[dict[str, str]]:
    """The forms as links beside every page of the edition: text and address."""
    names = {f"{forms.BREACH_FOLDER}/": forms.BREACH_TITLE, f"{forms.COPY_FOLDER}/": forms.COPY_TITLE}
    asking = [annex for annex in book.edition.annexes if annex.kind == "questionnaire"]
    one = len(asking) == 1 and breach_term(book.edition)
    for annex in asking:
        names[f"{annex.id}/{forms.FILL_FOLDER}/"] = forms.FILL_SHORT if one else forms.fill_name(annex)
    return [{"text": names[address], "address": address} for address in form_addresses(book.addresses)]
