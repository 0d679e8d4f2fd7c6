"""What the pages with the site's own reading share: their names, their head, links to files, links to clauses."""

from __future__ import annotations

from collections.abc import Iterable

from clausule.language.language import Language
from clausule.language.nl.overviews import COVERAGE, MEASURES, REGISTER
from clausule.language.wording.names import capital, edition_name
from clausule.pages.kit.html import element, escape, joined, lines
from clausule.pages.text.book import Page


def overview_titles(language: Language) -> dict[str, str]:
    """What each of these pages calls itself, by its address."""
    say = language.say
    return {
        MEASURES: say("Measures"),
        COVERAGE: say("Article 28 GDPR, requirement by requirement"),
        REGISTER: say("Records of processing activities (Article 30 GDPR)"),
    }


def overview_links(language: Language) -> dict[str, str]:
    """The same in a few words, beside every page of the edition."""
    say = language.say
    return {MEASURES: say("Measures"), COVERAGE: say("Article 28 GDPR"), REGISTER: say("Records (Article 30 GDPR)")}


def head(page: Page, about: str) -> str:
    """The edition, the title, and what there is to see in one sentence."""
    return lines(
        element("p", capital(edition_name(page.book.edition)), class_="over"),
        element("h1", overview_titles(page.book.language)[page.address]),
        element("p", about, class_="tally"),
    )


def reading(sentence: str, language: Language) -> str:
    """The notice that what follows is the site's own reading."""
    name = element("b", language.say("Reading by this site"), ".")
    return element("p", name, " ", sentence, class_="reading", role="note")


def downloads(names: Iterable[str], language: Language) -> str:
    """Links to files; on paper they say nothing."""
    kinds = {"csv": language.say("CSV (for a spreadsheet)"), "json": "JSON", "jsonld": "JSON-LD (DPV)"}
    links = (element("a", kinds[name.rpartition(".")[2]], href=f"../{name}") for name in names)
    return element("p", element("span", language.say("Download"), ":"), " ", joined(" ", links), class_="links take")


def clause_link(name: str, page: Page) -> str:
    """A link to a part of the text, called as in a citation."""
    said = page.book.place(name)
    address = page.link(name)
    return element("a", said, href=address) if address else escape(said)


def clause_links(names: Iterable[str], page: Page) -> str:
    """Links to parts of the text with commas between them."""
    return joined(", ", (clause_link(name, page) for name in names))
