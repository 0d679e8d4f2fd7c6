"""What stands around every page of an agreement: its name, the five ways into it, its editions, and whom to ask."""

from __future__ import annotations

from typing import Any

from clausule.analysis.breach import breach_address
from clausule.analysis.sub_processors import has_sub_processors
from clausule.language.language import Language, language_of
from clausule.language.wording.names import day_shown, edition_label, short_title, version_name
from clausule.model.addresses import STANDINGS, VERSIONS
from clausule.model.editions import Agreement, Edition
from clausule.pages.kit.contact import contact_rows

Frame = dict[str, Any]
"""For a template, as plain data that can be hashed; its addresses begin at the root of the stage."""

TEXT, CHANGES, SUB_PROCESSORS, BREACH, EDITIONS = "text", "changes", "sub-processors", "breach", "editions"
"""The tabs, each a way into the agreement; the page says in which of them it is."""


def frame_of(agreement: Agreement, edition: Edition | None, *, own: str = "", state: str = "") -> Frame:
    """The frame of the pages of ``agreement``: its tabs lead into ``edition``, if there is one, and ``state`` is the
    word for how that stands, where it is known. ``own`` is the address of the page of comparisons as an edition points
    to it, in the stage of that edition alone."""
    language = language_of(agreement.language)
    home = "../" if own else f"{agreement.slug}/"
    inside = "" if own else f"{home}{edition.version}/" if edition else ""
    return {
        "slug": agreement.slug,
        "title": short_title(agreement),
        "publisher": agreement.publisher,
        "letter": (agreement.publisher or agreement.title)[:1].upper(),
        "home": home,
        "up": "../../" if own else ".",
        "tabs": _tabs(agreement, edition, home, inside, own),
        "edition": edition and _edition(edition, language, inside, state),
        "list": f"{home}{VERSIONS}",
        "folder": edition.version if own and edition else "",
        "lines": f"{home}{language.slugs.comparison_data}",
        "standings": f"{home}{STANDINGS}",
        "contact": [row for row in contact_rows(agreement) if row["kind"] != "address"],
    }


def _tabs(agreement: Agreement, edition: Edition | None, home: str, inside: str, own: str) -> list[dict[str, str]]:
    """What there is to go to; ``short`` is what a phone has room for."""
    language = language_of(agreement.language)
    say, slugs = language.say, language.slugs
    breach = breach_address(edition) if edition else ""
    rows = [
        (TEXT, say("Text"), "", inside or ".", bool(edition)),
        (
            CHANGES,
            say("What was changed"),
            say("Changes"),
            own or home + slugs.compare_home,
            len(agreement.editions) > 1,
        ),
        (SUB_PROCESSORS, say("Sub-processors"), "", f"{home}{slugs.sub_processors}/", has_sub_processors(agreement)),
        (BREACH, say("In case of a data breach"), say("Data breach"), f"{inside}{breach}", bool(breach)),
        (EDITIONS, say("Versions"), "", home, True),
    ]
    return [
        {"key": key, "name": name, "short": short, "address": address}
        for key, name, short, address, is_there in rows
        if is_there
    ]


def _edition(edition: Edition, language: Language, inside: str, state: str) -> dict[str, Any]:
    """The edition that the header names."""
    return {
        "version": edition.version if edition.numbered else None,
        "effective": day_shown(edition) or None,
        "label": edition_label(edition),
        "name": version_name(edition) if edition.numbered else None,
        "state": state or None,
        "whole": f"{inside}{language.slugs.whole_page}",
    }
