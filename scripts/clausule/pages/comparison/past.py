"""The past of each clause on the pages of an edition: when it changed and where to see that, in it and before it.

It is made of that edition and those before it, so no page changes when a later edition comes. What became of a clause
since stands on one page above the editions, to which each past leads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from clausule.compare.changes import EDITORIAL, SUBSTANTIVE, count_kinds, count_natures
from clausule.compare.history import History, Row
from clausule.compare.nature import note_of
from clausule.compare.wording import HOPELESS
from clausule.language.language import Language, language_of
from clausule.language.wording.changes import count_sentence, nature_words, note_words, weaker_together, whole_count
from clausule.language.wording.names import capital, edition_label, titled, version_name
from clausule.model.editions import Agreement
from clausule.model.hashes import digest
from clausule.pages.comparison.events import Events, label_of, link_to, nature_of
from clausule.pages.comparison.places import group_anchor, heading_of, pair_address
from clausule.pages.comparison.words import compare_words, unit_name
from clausule.pages.kit.html import element, lines

PAST = "geschiedenis-"
_MOST = 5  # events that a page of an edition tells of a clause; the page with its whole history has all of them


@dataclass(frozen=True, eq=False)
class Event:
    """What happened to a clause in edition ``number``, where it is the line ``lineage``: ``own`` is what happened to
    its own words, ``rows`` is all that happened in it."""

    number: int
    lineage: int
    own: Row | None
    rows: tuple[Row, ...]

    @property
    def worded(self) -> bool:
        """Whether words changed, and not only numbers or places."""
        return any(row.kind != "moved" for row in self.rows)


@dataclass(frozen=True, eq=False)
class Past:
    """The events of a clause, the newest first; ``first`` is the edition where it is first seen, as the line
    ``lineage``: a clause that was split off has a longer past than its own line."""

    events: tuple[Event, ...]
    first: int
    lineage: int


def earlier_inputs(agreement: Agreement) -> dict[str, str]:
    """For each edition, by version, a hash of what decides the past that its pages tell of: the editions before it.
    Reads their heads only."""
    found, before = {}, ""
    for edition in agreement.editions:
        found[edition.version] = before
        before = digest([before, edition.version, edition_label(edition), edition.numbered, edition.files])
    return found


def past_of(events: Events, edition: int, lineage: int) -> Past:
    """The past of the clause, section, article or annex that is ``lineage`` in ``edition`` (by index)."""
    found: list[Event] = []
    history, here, number = events.history, lineage, edition
    while number:
        if rows := events.within[here].get(number):
            own = next(iter(events.own[here].get(number, ())), None)
            found.append(Event(number, here, own, tuple(rows)))
        before = history.before(number)
        if history.lineages[here].unit(before) is None:
            own = next(iter(events.own[here].get(number, ())), None)
            if own is None or not own.old:
                break  # it begins here
            here = history.places[before][own.old.id]
        number = before
    return Past(tuple(found), number, here)


def lineage_anchor(history: History, lineage: int) -> str:
    """The anchor of a line on the page with the whole history, by where the line begins: ``_1.0-artikel-8.3``."""
    line = history.lineages[lineage]
    return f"_{history.editions[line.first].version}-{line.spots[line.first].unit.id}"


def past_popover(language: Language, events: Events, edition: int, name: str, place: str, up: str) -> tuple[str, str]:
    """A button and what it shows: the past of ``name``, which a reader calls ``place``. ``up`` leads from the page to
    the page of the agreement. Both are empty where there is no other edition."""
    history, say = events.history, language.say
    lineage = history.places[edition].get(name)
    if len(history.editions) < 2 or lineage is None:
        return "", ""
    past = past_of(events, edition, lineage)
    latest = next((event for event in past.events if event.worded), None)
    title = said = say("History")
    if latest:
        version = version_name(history.editions[latest.number])
        new = latest.own and latest.own.kind == "added"
        said = say("New in {edition}", edition=version) if new else say("Changed in {edition}", edition=version)
    button = element(
        "button",
        said,
        type="button",
        class_="quiet past" if latest else "quiet",
        popovertarget=PAST + name,
        aria_label=f"{said}: {place}",
    )
    rows = [_event(language, history, event, edition, up) for event in past.events[:_MOST]]
    if len(past.events) > _MOST:
        more = language.say_count("and {n} earlier change", "and {n} earlier changes", len(past.events) - _MOST)
        rows.append(element("li", more))
    if not past.events or past.events[-1].own is None or past.events[-1].own.kind != "added":
        rows.append(_first(language, history, past, edition, up))
    lives = f"{up}{language.slugs.history_home}?{language.slugs.clause}={lineage_anchor(history, lineage)}"
    whole = element("a", say("All texts, including later ones"), href=lives)
    head = element("p", element("strong", capital(f"{title}: {place}")))
    shown = lines(head, element("ol", *rows, class_="events"), element("p", whole, class_="links"))
    return button, element(
        "div", shown, popover=True, class_="pop", id=PAST + name, role="group", aria_label=f"{title}: {place}"
    )


def _event(language: Language, history: History, event: Event, edition: int, up: str) -> str:
    """One change: the edition and its day, what happened, and links to the redline and to the text of then."""
    own, new = event.own, history.editions[event.number]
    said = (
        label_of(language, own) if own else language.say_count("{n} part changed", "{n} parts changed", len(event.rows))
    )
    natures = {nature_of(history, row) for row in event.rows if row.kind != "moved"}
    nature = f" ({nature_words(language)[SUBSTANTIVE if SUBSTANTIVE in natures else EDITORIAL]})" if natures else ""
    unit = history.lineages[event.lineage].unit(event.number)
    href = up + link_to(history, own or event.rows[0], unit.id if unit and own and own.new else "")
    redline = language.say("What changed")
    links: list[str] = [element("a", redline, href=href, aria_label=f"{redline}, {version_name(new)}")]
    if event.number != edition:
        links.append(_text_link(language, history, event.number, event.lineage, up))
    return element(
        "li",
        element("b", edition_label(new)),
        " ",
        said + nature,
        " ",
        element("span", *_spaced(links), class_="links"),
    )


def _first(language: Language, history: History, past: Past, edition: int, up: str) -> str:
    links = [] if past.first == edition else [_text_link(language, history, past.first, past.lineage, up)]
    first = edition_label(history.editions[past.first])
    return element(
        "li",
        element("b", first),
        " ",
        language.say("first text published here"),
        " ",
        element("span", *links, class_="links"),
    )


def _text_link(language: Language, history: History, edition: int, lineage: int, up: str) -> str:
    version = history.editions[edition]
    said = compare_words(language)["read"].format(version_name(version))
    return element(
        "a",
        language.say("Text"),
        href=f"{up}{version.version}/{history.lineages[lineage].spots[edition].address}",
        aria_label=said,
    )


def _spaced(links: Sequence[str]) -> list[str]:
    return [piece for link in links for piece in (" ", link)][1:]


def since_before(history: History, edition: int) -> dict[str, Any] | None:
    """For the first page of an edition (by index): what changed against the one before it; None for the first."""
    if not edition:
        return None
    before = history.before(edition)
    old, new = history.editions[before], history.editions[edition]
    language, groups = language_of(new.language), history.between(before, edition)
    changed = [(top, rows) for top, rows in groups if any(row.kind != "unchanged" for row in rows)]
    note, page = note_of(groups), f"../{pair_address(old, new)}"
    counts = count_kinds(row for _, rows in groups for row in rows)
    counted = whole_count(language, counts, count_natures(history.changes(edition), partial(nature_of, history)))
    withdrawn = sum(row.is_less for row in history.changes(edition))
    rows = []
    for top, shown in [] if note in HOPELESS else changed:
        line = history.lineages[top]
        unit = line.unit(edition) or line.unit(before)
        assert unit
        name = titled(capital(unit_name(language, unit)), unit.title) if unit.number else heading_of(language, unit)
        address = f"{page}#{group_anchor(history, top, edition, before)}"
        rows.append(
            {
                "name": name,
                "address": address,
                "tally": count_sentence(language, {**count_kinds(shown), "unchanged": 0}),
            }
        )
    return {
        "edition": version_name(old),
        "page": page,
        "counted": f"{note_words(language).get(note, '')} {counted}".lstrip() if changed else "",
        "weaker": weaker_together(language, withdrawn) if withdrawn else "",
        "rows": rows,
    }
