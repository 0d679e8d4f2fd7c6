"""The page on which any two texts of the site stand side by side, demand by demand. Which two is in its address; the
browser fetches what each says, so that one page serves every pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from clausule.language.language import Language, language_of
from clausule.language.wording.law import demand_source, gdpr_provision
from clausule.language.wording.names import capital, edition_label, edition_name, full_title
from clausule.law import gdpr
from clausule.law.gdpr import GOALS, all_demands, demand_parts
from clausule.model.addresses import DEMANDS_DATA, STANDINGS
from clausule.model.dates import shown_as_current
from clausule.model.editions import Agreement, Edition
from clausule.pages.kit.sheet import Sheet, Spine
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.leaf import edition_addresses


def there_are_two(agreements: Iterable[Agreement]) -> bool:
    """Whether the site with these ``agreements`` has two texts at all."""
    return sum(len(agreement.editions) for agreement in agreements) > 1


def beside_sheet(language: Language, shelves: Sequence[Spine], publisher: str = "") -> Sheet:
    """The page, in the language of the site; ``publisher`` is whose site it is, where its settings say so.

    Which texts there are is a list on it, which says the same to a reader and to the script; without scripts it leads
    to what each of them says.
    """
    slugs = language.slugs
    data = {
        "agreements": [_agreement(shelf, publisher) for shelf in shelves if shelf.agreement.editions],
        "keys": [slugs.one, slugs.other],
        "compare": {tag: _compare(tag) for tag in sorted({one.agreement.language for one in shelves})},
        "demands": [_demand(language, name) for name in _names()],
    }
    return Sheet(
        address=slugs.beside_home,
        title=language.say("Two agreements side by side"),
        about=language.say(
            "Choose two agreements, or two versions, and read what each says of a data breach, audits, sub-processors "
            "and everything else that the GDPR asks of a data processing agreement: clause beside clause, word for "
            "word."
        ),
        drawn=Fixed("beside/side-by-side.html", data),
        view="beside",
        styles=("beside/beside.css",),
        scripts=("beside/side-by-side.js",),
    )


def _compare(tag: str) -> list[str]:
    """Where editions of an agreement in that language are compared, and what its address calls the old and the new."""
    slugs = language_of(tag).slugs
    return [slugs.compare_home, slugs.old, slugs.new]


def _agreement(shelf: Spine, publisher: str) -> dict[str, Any]:
    agreement = shelf.agreement
    now = shown_as_current(agreement, shelf.day)
    others = bool(publisher) and agreement.publisher.casefold() != publisher.casefold()
    return {
        "slug": agreement.slug,
        "title": full_title(agreement),
        "short": agreement.publisher or agreement.title,
        "language": agreement.language,
        "not_of": agreement.publisher if others else "",
        "standings": f"../../{agreement.slug}/{STANDINGS}",
        "editions": [_edition(shelf, edition, edition is now) for edition in reversed(agreement.editions)],
    }


def _edition(shelf: Spine, edition: Edition, now: bool) -> dict[str, Any]:
    home, slugs = f"../../{edition.name}/", shelf.language.slugs
    reading = f"{slugs.gdpr_28}/"  # asked of its addresses, for which no words are read
    return {
        "version": edition.version,
        "label": edition_label(edition),
        "name": edition_name(edition),
        "home": home,
        "data": f"{home}{DEMANDS_DATA}",
        "reads": home + (reading if reading in edition_addresses(edition) else slugs.whole_page),
        "now": now,
        "standing": shelf.standing(edition),
    }


def _names() -> list[str]:
    """Every demand, in the order of the law; the goals of measures are demands of article 32."""
    goals = (f"32.1.{goal}" for goal in GOALS)
    return sorted([*all_demands(), *goals], key=lambda name: [part.zfill(3) for part in name.split(".")[:2]])


def _demand(language: Language, name: str) -> dict[str, Any]:
    article, paragraph, *point = name.split(".")
    address = gdpr.address(language.tag, article, paragraph)
    if demand := all_demands().get(name):
        # One that repeats others has no rows of its own.
        parts = () if demand.same_as else demand_parts(name)
        title, source = language.law.demand(name).words, demand_source(language, demand)
        asks = {part: language.law.part(part).words for part in parts}
    else:
        title, source = capital(language.law.goals[point[0]]), gdpr_provision(language, name)
        asks = {name: language.say("measures that serve this")}
    return {"id": name, "title": title, "source": source, "address": address, "asks": asks}
