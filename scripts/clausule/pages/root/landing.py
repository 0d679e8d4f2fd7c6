"""The first page of the site: what the publisher wrote, and all agreements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from clausule.formats.format import formats_of
from clausule.language.language import Language
from clausule.language.wording.names import full_title
from clausule.model.addresses import ATOM, EDITIONS_TABLE
from clausule.model.nodes import Section
from clausule.pages.beside.page import there_are_two
from clausule.pages.kit.html import lines
from clausule.pages.kit.sheet import Sheet, Shelf, Spine
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.agreement import coming_of, now_of
from clausule.pages.root.all_agreements import anchor_of, are_many, by_letter
from clausule.pages.root.ways import ways_into
from clausule.pages.text.blocks import plain_blocks
from clausule.read.handbook import page_of

_NEWEST = 6
"""Of many agreements so many are shown: those of which an edition came into force last."""
Card = dict[str, Any]
_TOUR = "tour"
"""The page of the handbook for who only looks."""


def landing_sheet(
    language: Language,
    shelves: Sequence[Spine],
    cards: Mapping[str, Card],
    landing: Sequence[Section],
    *,
    handbook: bool = False,
) -> Sheet:
    """The page at the root of the site; ``cards`` are those of the agreements by slug, ``landing`` is what the
    publisher wrote for it, ``handbook`` whether the site has that of the program."""
    home = f"{language.slugs.agreements}/"
    letters = [
        {"letter": letter, "count": len(group), "address": f"{home}#{anchor_of(letter)}"}
        for letter, group in (by_letter(shelves) if are_many(shelves) else ())
    ]
    written, name = [section for section in landing if section.blocks], language.say("Agreements")
    data = {
        "title": next((section.title for section in written if section.title), name),
        "feed": ATOM,
        "table": EDITIONS_TABLE,
        "recipe": language.slugs.recipe_home,
        "beside": language.slugs.beside_home if there_are_two(one.agreement for one in shelves) else "",
        "check": language.slugs.check_home,
        "handbook": f"{language.slugs.handbook}/" if handbook else "",
        "tour": f"{language.slugs.handbook}/{page_of(_TOUR, language.tag).slug}/" if handbook else "",
        "letters": letters,
        "all": home,
        "count": len(shelves),
        "agreements": [cards[shelf.agreement.slug] for shelf in (_newest(shelves) if letters else shelves)],
    }
    return Sheet(
        address="",
        title=name,
        about=language.say(
            "Here you can read agreements as they stand now and as they stood before, word for word. Every clause has "
            "a "
            "permanent address, so that you can cite it."
        ),
        drawn=Fixed("root/landing.html", data, lines(*(plain_blocks(section.blocks) for section in written))),
        view="landing",
        styles=("root/root.css",),
    )


def _newest(shelves: Sequence[Spine]) -> list[Spine]:
    """The agreements of which an edition came into force last, the last first."""
    dated = [(shelf.now.effective, shelf) for shelf in shelves if shelf.now and shelf.now.effective]
    return [shelf for _, shelf in sorted(dated, key=lambda one: one[0], reverse=True)[:_NEWEST]]


def agreement_card(shelf: Spine, home: str) -> Card:
    """An agreement for a page from which ``home`` leads to it: what it is, whose, and which edition counts."""
    agreement = shelf.agreement
    return {
        "slug": agreement.slug,
        "language": agreement.language,
        "all": shelf.language.say("All versions"),
        "none": shelf.language.say("No version of this agreement is currently in force."),
        "address": home,
        "publisher": agreement.publisher,
        "title": agreement.title,
        "full": full_title(agreement),
        "summary": str(agreement.meta.values.get("summary") or ""),
        "now": now_of(shelf, home),
        "coming": coming_of(shelf, home),
    }


def card_of(shelf: Shelf) -> Card:
    """The card with the ways into the agreement, and its documents."""
    agreement, now, home = shelf.agreement, shelf.now, f"{shelf.agreement.slug}/"
    documents = [
        {"address": f"{home}{now.version}/{form.file}", "title": form.title(shelf.language)}
        for form in (formats_of(agreement, now) if now else ())
        if form.document and now
    ]
    return {**agreement_card(shelf, home), "ways": ways_into(shelf, home), "documents": documents}
