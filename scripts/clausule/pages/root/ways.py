"""What people come to an agreement for, each with the fact that answers it and the page that says more."""

from __future__ import annotations

from functools import partial

from clausule.analysis.breach import breach_address, breach_term
from clausule.analysis.sub_processors import has_sub_processors
from clausule.compare.changes import count_natures
from clausule.compare.explanations import edition_before
from clausule.language.wording.names import short_edition
from clausule.model.sub_processors import ACTIVE, ANNOUNCED, SubProcessors, object_until, state_on
from clausule.pages.comparison.events import nature_of
from clausule.pages.comparison.places import pair_address
from clausule.pages.kit.frame import BREACH, CHANGES, SUB_PROCESSORS, TEXT
from clausule.pages.kit.sheet import Shelf
from clausule.pages.sub_processors.calendar import starts_of

Way = dict[str, str]
"""For a template: ``key`` is that of a tab, ``name`` a title, ``said`` the fact, ``soon`` what asks for an answer, and
``address`` where it leads."""


def ways_into(shelf: Shelf, home: str) -> list[Way]:
    """Of the edition in force, from a page from which ``home`` leads to the agreement; what it does not have is left
    out."""
    return [way for make in (_text, _changes, _sub_processors, _breach) if (way := make(shelf, home))]


def _way(key: str, name: str, said: str, address: str, soon: str = "") -> Way:
    return {"key": key, "name": name, "said": said, "soon": soon, "address": address}


def _text(shelf: Shelf, home: str) -> Way | None:
    now, language = shelf.now, shelf.language
    if not now:
        return None
    counted = [
        language.say_count("{n} article", "{n} articles", len(now.articles)) if now.articles else "",
        language.say_count("{n} annex", "{n} annexes", len(now.annexes)) if now.annexes else "",
    ]
    return _way(TEXT, language.say("Read the text"), ", ".join(filter(None, counted)), f"{home}{now.version}/")


def _changes(shelf: Shelf, home: str) -> Way | None:
    agreement, now, say = shelf.agreement, shelf.now, shelf.language.say
    if len(agreement.editions) < 2:
        return None
    name, before = say("What was changed"), edition_before(agreement, now) if now else None
    if not now or not before:
        return _way(CHANGES, name, say("Compare two versions"), home + shelf.language.slugs.compare_home)
    changes = shelf.history.changes(agreement.editions.index(now))
    substantive, editorial = count_natures(changes, partial(nature_of, shelf.history))
    said = say(
        "From {old} to {new}: {substantive} substantive, {editorial} editorial",
        old=short_edition(before),
        new=short_edition(now),
        substantive=substantive,
        editorial=editorial,
    )
    return _way(CHANGES, name, said, home + pair_address(before, now))


def _sub_processors(shelf: Shelf, home: str) -> Way | None:
    agreement, say, listing = shelf.agreement, shelf.language.say, shelf.agreement.sub_processors
    if not has_sub_processors(agreement):
        return None
    name, address = say("Sub-processors"), f"{home}{shelf.language.slugs.sub_processors}/"
    if not listing:
        return _way(SUB_PROCESSORS, name, say("What the agreement says about them"), address)
    engaged = [state_on(row, shelf.day) for row in listing.rows].count(ACTIVE)
    said = shelf.language.say_count("{n} engaged", "{n} engaged", engaged)
    if not engaged:
        said = say("There are no sub-processors now.")
    return _way(SUB_PROCESSORS, name, said, address, _announced(shelf, listing))


def _announced(shelf: Shelf, listing: SubProcessors) -> str:
    """That some were announced, and until when a customer can object to the first of them."""
    rows = [row for row in listing.rows if state_on(row, shelf.day) == ANNOUNCED]
    ends = (object_until(row, listing.promises, starts_of(shelf.agreement)) for row in rows)
    until = min((day for day in ends if day and day >= shelf.day), default=None)
    said = shelf.language.say_count("{n} announced", "{n} announced", len(rows)) if rows else ""
    if not until:
        return said
    day = shelf.language.dates.long(until)
    return shelf.language.say("{announced}: objection until and including {day}", announced=said, day=day)


def _breach(shelf: Shelf, home: str) -> Way | None:
    now, language = shelf.now, shelf.language
    address, term = (breach_address(now), breach_term(now)) if now else ("", None)
    if not now or not address or not term:
        return None
    said = language.say_count("Report within {n} hour", "Report within {n} hours", term.hours)
    return _way(BREACH, language.say("In case of a data breach"), said, f"{home}{now.version}/{address}")
