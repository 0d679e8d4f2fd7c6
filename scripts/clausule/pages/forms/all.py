"""The forms of an edition: which it has, what they are called, and what draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from clausule.analysis.breach import breach_term
from clausule.language.nl.forms import BREACH_FOLDER, COPY_FOLDER, FILL_FOLDER
from clausule.language.wording.names import annex_name
from clausule.model import Edition
from clausule.pages.forms.clock import breach_page
from clausule.pages.forms.fill_in import fill_page
from clausule.pages.forms.own_copy import copy_page
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.book import Book, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form: ``link`` is what it is called beside every page of the edition, ``place`` the part of the text that it asks
    after, if it is one."""

    address: str
    heading: str
    link: str
    place: str = ""
    draw: Callable[[Page], str | Fixed]
    view: str


def form_addresses(edition: Edition) -> list[str]:
    """The addresses, within the edition, of its forms: the questionnaires, or the page for a breach, and the own copy."""
    found = [f"{annex.id}/{FILL_FOLDER}/" for annex in edition.annexes if annex.kind == "questionnaire"]
    if not found and breach_term(edition):
        found.append(f"{BREACH_FOLDER}/")
    return [*found, f"{COPY_FOLDER}/"]


def form_pages(book: Book) -> Iterator[FormPage]:
    """The pages at these addresses."""
    say = book.language.say
    asking = {f"{annex.id}/{FILL_FOLDER}/": annex for annex in book.edition.annexes if annex.kind == "questionnaire"}
    about_breach = len(asking) == 1 and breach_term(book.edition)
    for address in form_addresses(book.edition):
        if annex := asking.get(address):
            name = say("Fill in {annex}", annex=annex_name(book.language, annex))
            title = annex.title.strip("“”\"' .")
            yield FormPage(
                address=address,
                heading=f"{name}: {title}" if title else name,
                link=say("Questionnaire for a data breach") if about_breach else name,
                place=book.places[annex.id],
                draw=partial(fill_page, annex),
                view="form",
            )
        elif address == f"{COPY_FOLDER}/":
            title = say("Your copy")
            yield FormPage(address=address, heading=title, link=title, draw=copy_page, view="copy")
        else:
            title = say("In case of a data breach")
            yield FormPage(address=address, heading=title, link=title, draw=breach_page, view="clock")
