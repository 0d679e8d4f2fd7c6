"""By when a breach must be reported, and what the supervisor asks; a page of that for an edition without a
questionnaire."""

from __future__ import annotations

from typing import Any

from clausule.analysis.addresses import relative
from clausule.analysis.breach import breach_term, clock_pages, other_terms
from clausule.language.language import Language
from clausule.language.wording.law import gdpr_provision
from clausule.language.wording.names import capital
from clausule.law import gdpr
from clausule.law.supervisor import NETHERLANDS, SupervisorAsk, supervisor_asks
from clausule.model.nodes import AlsoAsked
from clausule.pages.kit.contact import Link
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.book import Book, Page, nearest
from clausule.pages.text.leaf import TAKE, EditionPage, Leaf


def clock(page: Page) -> dict[str, Any] | None:
    """For a template: the term of an edition that gives one, with the clause that says so, what others say of it, and
    where the act has its own."""
    book, term = page.book, breach_term(page.book.edition)
    if term is None:
        return None
    others = [
        {"clause": _clause(one.at, page), "words": one.words, "hours": one.hours}
        for one in other_terms(book.edition, term)
    ]
    law = gdpr.address(book.language.tag, "33")
    own = {"clause": _clause(term.at, page), "words": term.words, "hours": term.hours}
    return {**own, "law": law, "others": [own, *others] if others else []}


def _clause(name: str, page: Page) -> Link:
    places = page.book.places
    return _link(capital(places.get(nearest(name, places), name)), name, page)


def _link(said: str, name: str, page: Page) -> Link:
    address = page.book.addresses.address(name)
    return {"name": said, "address": relative(address, page.address) if address else None}


def _leaf(book: Book, address: str) -> Leaf:
    title = book.language.say("In case of a data breach")
    return Leaf(
        address=address,
        heading=title,
        draw=breach_page,
        link=title,
        beside=TAKE,
        view="clock",
        styles=("forms/clock.css",),
        scripts=("forms/breach-clock.js",),
    )


PAGE = EditionPage(order=11, addresses=clock_pages, leaf=_leaf)


def breach_page(page: Page) -> Fixed:
    """What an edition without a questionnaire has for who discovers a breach: the clock, and what will be asked."""
    term = breach_term(page.book.edition)
    assert term
    article = term.at.partition(".")[0]
    data = {
        "article": _link(page.book.places.get(article, ""), article, page),
        "clock": clock(page),
        "asks": asked_list([(ask, "") for ask in supervisor_asks().values()], page.language),
    }
    return Fixed("forms/breach.html", data)


def gaps(asked: tuple[AlsoAsked, ...]) -> list[tuple[SupervisorAsk, str]]:
    """What the supervisor asks and nothing answers, or not the whole of it: with what is said of the rest."""
    whole = {also.ask for also in asked if not also.partly}
    partly = {also.ask: also.partly for also in asked if also.partly}
    return [(ask, partly.get(ask.id, "")) for ask in supervisor_asks().values() if ask.id not in whole]


def asked_list(rows: list[tuple[SupervisorAsk, str]], language: Language) -> list[dict[str, Any]]:
    """For a template: what the supervisor asks, by the sections of its form."""
    sections: dict[str, list[dict[str, str]]] = {}
    law = language.law
    for ask, partly in rows:
        provision = gdpr_provision(language, ask.provision) if ask.provision else ""
        row = {"words": law.ask(NETHERLANDS, ask.id), "provision": provision, "partly": partly}
        sections.setdefault(ask.section, []).append(row)
    return [
        {"number": number, "title": law.section(NETHERLANDS, number), "rows": found}
        for number, found in sections.items()
    ]
