"""What there is to read about sub-processors where an agreement has no list of them on the site."""

from __future__ import annotations

from clausule.analysis.addresses import Addresses, page_of
from clausule.language.language import Language, language_of
from clausule.language.sub_processors import ELSEWHERE
from clausule.language.wording.names import read_edition
from clausule.model import Agreement, Edition, Part, edition_texts, walk
from clausule.model.hashes import reading_text
from clausule.pages.kit.contact import contact_facts
from clausule.pages.kit.html import element, escape, filled, joined, lines, safe_link
from clausule.pages.sub_processors.words import clause_name


def without_list(agreement: Agreement, now: Edition | None) -> str:
    """What the agreement itself says about sub-processors, and nothing that it does not."""
    language = language_of(agreement.language)
    say = language.say
    clauses, others = _speaking(now) if now else ([], [])
    addresses = Addresses(now) if now else None
    said: list[str] = [element("p", say("This site has no list of sub-processors for this agreement."))]
    pointer = _pointer(now, addresses) if now and addresses else ""
    silent = say("The text of the agreement does not speak of sub-processors.")
    said.append(pointer or element("p", _not_named(language) if clauses else silent))
    quotes = []
    to = f"../{now.version if now else ''}/"
    for clause in clauses:
        link = element("a", clause.number, href=f"{to}{page_of(clause, language)}#{clause.id}", class_="n")
        text = element("div", element("p", reading_text(clause.blocks)[0]), class_="words")
        quotes.append(element("div", link, text, class_="clause"))
    if others:
        links = (element("a", clause_name(one.id), href=f"{to}{page_of(one, language)}#{one.id}") for one in others)
        quotes.append(element("p", say("Also about sub-processors:"), " ", joined(", ", links), "."))
    read = element("p", element("a", read_edition(now), href=to)) if now else ""
    facts = contact_facts(agreement)
    ask = say(
        "Do you want to know whether there are sub-processors and who they are, or were you told of a change? Ask the publisher."
    )
    return lines(
        element("div", *said, class_="lead"),
        lines(element("h2", say("What the agreement says about them")), *quotes, read) if quotes else read,
        lines(element("h2", say("Contact")), element("p", ask), facts) if facts else "",
    )


def _speaking(edition: Edition) -> tuple[list[Part], list[Part]]:
    """The clauses that speak of sub-processors: those of an article that is named after them, else all; and the others."""
    speaks_of = language_of(edition.language).sub_processors.speaks_of
    found = [part for part in walk(edition) if part.kind == "clause" and speaks_of(reading_text(part.blocks)[0])]
    about = [part for part in found if part.within and speaks_of(part.within.title)]
    return about or found, [part for part in found if part not in about] if about else []


def _pointer(edition: Edition, addresses: Addresses) -> str:
    """A link to the clause that says where the list is, and to the address that it names."""
    language = language_of(edition.language)
    for owner, text in edition_texts(edition):
        for mention in language.sub_processors.mentions(text.plain):
            address = addresses.address(owner)
            if mention.where == ELSEWHERE and address:
                clause = element("a", clause_name(owner), href=f"../{edition.version}/{address}")
                target = mention.address if "://" in mention.address else f"https://{mention.address}"
                link = safe_link(target)
                there = element("a", mention.address, href=link, rel="noopener") if link else escape(mention.address)
                said = language.say("{clause} says where the list can be found: {address}.")
                return element("p", _not_named(language), " ", filled(said, clause=clause, address=there))
    return ""




def _not_named(language: Language) -> str:
    return language.say("The agreement itself does not name any sub-processors.")
