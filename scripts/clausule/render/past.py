"""The past of each clause on the pages of an edition: when it changed and where to see that, in it and before it.

It is made of that edition and those before it, so no page changes when a later edition comes. What became of a clause
since stands on one page above the editions, to which each past leads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clausule.compare_words import HOPELESS
from clausule.dutch import effects
from clausule.dutch import past as words
from clausule.dutch.changes import NATURE, NOTES
from clausule.dutch.comparison import COMPARE, count_sentence, fill, nature_sentence, unit_name
from clausule.dutch.words import capital, edition_label, titled, version_name
from clausule.history import Row, counts
from clausule.model import Agreement, Edition
from clausule.reasons import EDITORIAL, SUBSTANTIVE
from clausule.render.addresses import Addresses
from clausule.render.html import element, escape, lines
from clausule.render.meaning import note_of
from clausule.render.places import MOST, group_anchor, heading_of, pair_address
from clausule.render.steps import Step, step_to

HISTORY = "vergelijken/geschiedenis/"
PAST = "geschiedenis-"


@dataclass(frozen=True, eq=False)
class Event:
    """What happened to a clause in the edition of ``step``, where it is called ``name``: ``own`` is what happened to its
    own words, ``rows`` is all that happened in it."""

    step: Step
    name: str
    own: Row | None
    rows: tuple[Row, ...]

    @property
    def worded(self) -> bool:
        """Whether words changed, and not only numbers or places."""
        return any(row.kind != "moved" for row in self.rows)


@dataclass(frozen=True, eq=False)
class Past:
    """The events of a clause, the newest first; ``first`` is the edition where it is first seen, as ``first_id`` (None
    when that is longer ago than is told), and
    ``born`` is that of its own line: a clause that was split off has a longer past than a line."""

    events: tuple[Event, ...]
    first: Edition | None
    first_id: str
    born: tuple[Edition, str]


def earlier_input(agreement: Agreement, edition: Edition) -> list[Any]:
    """What decides the past on the pages of ``edition``, as plain data: the editions before it that are near. Reads their
    heads only."""
    near = _near(agreement, edition)
    return [len(near), [[one.version, edition_label(one), one.numbered, one.files] for one in near if one is not edition]]


def _near(agreement: Agreement, edition: Edition) -> tuple[Edition, ...]:
    """``edition`` and those before it that its pages tell of."""
    end = agreement.editions.index(edition) + 1
    return agreement.editions[max(0, end - MOST) : end]


def past_of(agreement: Agreement, edition: Edition, name: str) -> Past:
    """The past of the clause, section, article or annex ``name`` of ``edition``."""
    events: list[Event] = []
    born: tuple[Edition, str] | None = None
    here, place = edition, name
    near = _near(agreement, edition)
    while (step := step_to(agreement, here)) and place in step.by_new:
        if step.old not in near:
            return Past(tuple(events), None, place, born or (here, place))
        own = step.by_new[place]
        rows = tuple(step.within.get(place, ()))
        if rows:
            events.append(Event(step, place, own if own.kind != "unchanged" else None, rows))
        if step.is_born(place):
            born = born or (here, place)
        was = step.before(place)
        if was is None:
            return Past(tuple(events), here, place, born or (here, place))
        here, place = step.old, was.id
    return Past(tuple(events), here, place, born or (here, place))


def life_anchor(edition: Edition, name: str) -> str:
    """The anchor of a line on the page with the whole history, by where the line begins: ``_1.0-artikel-8.3``. The
    page tells of the newest editions, so a line may go: ids that begin with ``_`` are no promise to readers."""
    return f"_{edition.version}-{name}"


def past_popover(agreement: Agreement, edition: Edition, name: str, place: str, up: str) -> tuple[str, str]:
    """A button and what it shows: the past of ``name``, which a reader calls ``place``. ``up`` leads from the page to
    the page of the agreement. Both are empty where there is no other edition."""
    if len(agreement.editions) < 2:
        return "", ""
    past = past_of(agreement, edition, name)
    latest = next((event for event in past.events if event.worded), None)
    said = words.HISTORY
    if latest:
        new = latest.own and latest.own.kind == "added"
        said = fill(words.NEW_IN if new else words.CHANGED_IN, version_name(latest.step.new))
    button = element(
        "button", escape(said), type="button", class_="quiet past" if latest else "quiet", popovertarget=PAST + name, aria_label=f"{said}: {place}"
    )
    rows = [_event(event, edition, up) for event in past.events]
    if past.first and (not past.events or past.events[-1].own is None or past.events[-1].own.kind != "added"):
        rows.append(_first(past.first, past.first_id, edition, up))
    whole = element("a", escape(words.WHOLE), href=f"{up}{HISTORY}?lid={life_anchor(*past.born)}")
    title = element("p", element("strong", escape(capital(f"{words.HISTORY}: {place}"))))
    shown = lines(title, element("ol", *rows, class_="events"), element("p", whole, class_="links"))
    return button, element(
        "div", shown, popover=True, class_="pop", id=PAST + name, role="group", aria_label=f"{words.HISTORY}: {place}"
    )


def _event(event: Event, edition: Edition, up: str) -> str:
    """One change: the edition and its day, what happened, and links to the redline and to the text of then."""
    step, own = event.step, event.own
    said = step.label(own) if own else words.inside(len(event.rows))
    natures = {step.nature(row) for row in event.rows if row.kind != "moved"}
    nature = f" ({NATURE[SUBSTANTIVE if SUBSTANTIVE in natures else EDITORIAL]})" if natures else ""
    row = own or event.rows[0]
    href = up + step.link(row, event.name if own and own.new else "")
    name = edition_label(step.new)
    links = [element("a", escape(words.REDLINE), href=href, aria_label=f"{words.REDLINE}, {version_name(step.new)}")]
    if step.new is not edition:
        links.append(_text_link(step.new, event.name, up))
    return element("li", element("b", escape(name)), " ", escape(said + nature), " ", element("span", *_spaced(links), class_="links"))


def _first(first: Edition, name: str, edition: Edition, up: str) -> str:
    links = [] if first is edition else [_text_link(first, name, up)]
    return element("li", element("b", escape(edition_label(first))), " ", escape(words.FIRST), " ", element("span", *links, class_="links"))


def _text_link(edition: Edition, name: str, up: str) -> str:
    said = fill(COMPARE["read"], version_name(edition))
    return element("a", escape(words.TEXT), href=f"{up}{edition.version}/{_addresses(edition).address(name) or ''}", aria_label=said)


@lru_cache(maxsize=64)
def _addresses(edition: Edition) -> Addresses:
    return Addresses(edition)


def _spaced(links: Sequence[str]) -> list[str]:
    return [piece for link in links for piece in (" ", link)][1:]


def since_before(agreement: Agreement, edition: Edition) -> str:
    """On the first page of an edition: what changed against the one before it, with links; empty for the first."""
    step = step_to(agreement, edition)
    if step is None:
        return ""
    groups = step.history.between(0, 1)
    changed = [(top, rows) for top, rows in groups if any(row.kind != "unchanged" for row in rows)]
    told = [row for row in step.rows if row.kind != "unchanged" and not (row.kind == "moved" and row.renumbered)]
    natures = [step.nature(row) for row in told]
    page = f"../{pair_address(step.old, step.new)}"
    note = note_of(groups)
    sentences = [NOTES.get(note, ""), f"{count_sentence(counts(groups))}.", nature_sentence(natures.count(SUBSTANTIVE), natures.count(EDITORIAL))]
    weaker = sum(row.kind == "removed" and row.unit.kind == "measure" for row in told)
    rows = []
    for top, shown in [] if note in HOPELESS else changed:
        units = step.history.lineages[top].units
        unit = units[1] or units[0]
        assert unit
        name = titled(capital(unit_name(unit.kind, unit.number, unit.title)), unit.title) if unit.number else heading_of(unit)
        link = element("a", escape(name), href=f"{page}#{group_anchor(step.history, top, 1, 0)}")
        tally = count_sentence({**counts([(top, shown)]), "unchanged": 0})
        rows.append(element("li", link, " ", element("span", escape(tally), class_="tally")))
    title = fill(words.SINCE, version_name(step.old))
    whole = element("a", escape(words.ALL), href=page)
    return element(
        "section",
        element("h2", escape(title), id="sinds"),
        element("p", escape(" ".join(part for part in sentences if part))) if changed else element("p", escape(COMPARE["nothing"])),
        element("p", escape(effects.weaker(weaker))) if weaker else "",
        element("details", element("summary", escape(words.parts(len(rows)))), element("ul", *rows)) if rows else "",
        element("p", whole, class_="links") if changed else "",
        class_="since",
        aria_labelledby="sinds",
    )
