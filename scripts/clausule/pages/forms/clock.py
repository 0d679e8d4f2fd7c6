"""By when a breach must be reported: the terms as text, lines for a pen, and what the browser needs for its clock."""

from __future__ import annotations

import json

from clausule.analysis.addresses import relative
from clausule.analysis.breach import BreachTerm, breach_term
from clausule.language.language import Language, language_of
from clausule.language.wording.law import gdpr_provision
from clausule.law import gdpr
from clausule.law.supervisor import NETHERLANDS, SupervisorAsk, supervisor_asks
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.editions import Edition
from clausule.model.nodes import AlsoAsked
from clausule.pages.forms.script_words import clock_words
from clausule.pages.kit.html import NEWLINE, element, filled, joined, lines
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import TAKE, EditionPage, Leaf

_AVG_HOURS = 72


def clock(page: Page) -> str:
    """The clock of an edition that gives a term; empty for one that gives none."""
    term = breach_term(page.book.edition)
    if term is None:
        return ""
    language = page.book.language
    say = language.say
    rows = (
        _term("own", term.hours, say("Notify the other party"), _own_words(term, page), language),
        _term("avg", _AVG_HOURS, say("Notify the supervisory authority"), _avg_words(language), language),
    )
    pen = element("p", say("Discovered on (date and time):"), " ", _pen(), class_="pen")
    return element(
        "breach-clock",
        NEWLINE,
        lines(element("h2", say("How much time is left?"), id="klok"), pen, element("div", *rows, class_="terms")),
        NEWLINE,
        data_words=json.dumps(clock_words(language), ensure_ascii=False),
    )


def _term(key: str, hours: int, title: str, says: str, language: Language) -> str:
    shown = element("span", language.say_count("{n} hour", "{n} hours", hours), class_="hours")
    head = element("h3", title, " ", shown)
    until = element("p", language.say("No later than:"), " ", _pen(), class_="pen")
    return element(
        "section", head, until, element("p", says, class_="says"), class_="term", data_key=key, data_hours=str(hours)
    )


def _own_words(term: BreachTerm, page: Page) -> str:
    book = page.book
    owner = term.at
    while owner not in book.places and "-" in owner:
        owner = owner.rpartition("-")[0]
    place = book.places.get(owner, term.at)
    named = place[:1].upper() + place[1:]
    address = book.addresses.address(term.at)
    link = element("a", named, href=relative(address, page.address)) if address else named
    return joined("", (link, f": “{term.words}”"))


def _avg_words(language: Language) -> str:
    said = language.say(
        "{article}: the controller notifies without undue delay and, where feasible, not later than 72 hours after "
        "having "
        "become aware of the breach, unless a risk to people is unlikely."
    )
    return filled(
        said,
        article=element("a", language.say("Article 33(1) GDPR"), href=gdpr.address(language.tag, "33"), rel="noopener"),
    )


def _pen() -> str:
    return element("span", class_="blank")


def _addresses(edition: Edition) -> list[str]:
    """Of an edition without a questionnaire, whose text sets a term."""
    asks = any(annex.kind == QUESTIONNAIRE.name for annex in edition.annexes)
    return [f"{language_of(edition.language).slugs.breach}/"] if not asks and breach_term(edition) else []


def _leaf(book: Book, address: str) -> Leaf:
    title = book.language.say("In case of a data breach")
    return Leaf(
        address=address,
        heading=title,
        draw=breach_page,
        link=title,
        beside=TAKE,
        view="clock",
        styles=("forms/forms.css",),
        scripts=("forms/breach-clock.js",),
    )


PAGE = EditionPage(order=11, addresses=_addresses, leaf=_leaf)


def breach_page(page: Page) -> str:
    """What an edition without a questionnaire has for who discovers a breach: the clock, and what will be asked."""
    term = breach_term(page.book.edition)
    assert term
    language = page.book.language
    say = language.say
    name = term.at.partition(".")[0]
    place = page.book.places.get(name, "")
    address = page.book.addresses.address(name)
    link = element("a", place, href=relative(address, page.address)) if address else place
    said = say("What the agreement says about the notification of a data breach is in {clause}.")
    return lines(
        element("h1", say("In case of a data breach")),
        element("p", filled(said, clause=link), class_="lead"),
        clock(page),
        element("h2", say("What the supervisory authority asks"), id="toezichthouder"),
        element(
            "p",
            say(
                "This agreement has no questionnaire. This is what the Dutch supervisory authority (Autoriteit "
                "Persoonsgegevens) asks on its notification form of whoever notifies a data breach. The order is that "
                "of "
                "public copies of the form and the descriptions are those of this site; you will see what the "
                "authority asks "
                "now when you notify it."
            ),
        ),
        asked_list([(ask, "") for ask in supervisor_asks().values()], language),
    )


def gaps(asked: tuple[AlsoAsked, ...]) -> list[tuple[SupervisorAsk, str]]:
    """What the supervisor asks and nothing answers, or not the whole of it: with what is said of the rest."""
    whole = {also.ask for also in asked if not also.partly}
    partly = {also.ask: also.partly for also in asked if also.partly}
    return [(ask, partly.get(ask.id, "")) for ask in supervisor_asks().values() if ask.id not in whole]


def asked_list(rows: list[tuple[SupervisorAsk, str]], language: Language) -> str:
    """What the supervisor asks, by the sections of its form."""
    sections: dict[str, list[str]] = {}
    law = language.law
    for ask, partly in rows:
        place = f" ({gdpr_provision(language, ask.provision)})" if ask.provision else ""
        provision = element("span", place, class_="provision") if place else ""
        note = element("span", " ", language.say("partly: {what}", what=partly), class_="partly") if partly else ""
        sections.setdefault(ask.section, []).append(element("li", law.ask(NETHERLANDS, ask.id), provision, note))
    shown = (
        element(
            "div",
            element("h3", element("span", number, class_="n"), " ", law.section(NETHERLANDS, number)),
            element("ul", *items),
        )
        for number, items in sections.items()
    )
    return element("div", *shown, class_="asks")
