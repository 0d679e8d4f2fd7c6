"""The life of every clause above the editions: a page for each article and annex with all texts of its clauses, their
dates, and what changed each time; and one page that leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from clausule.compare.history import History, Row
from clausule.compare.units import HEADINGS, Unit
from clausule.compare.wording import link_sentences
from clausule.language.language import language_of
from clausule.language.wording.changes import change_words, nature_words
from clausule.language.wording.dates import interval
from clausule.language.wording.names import (
    capital,
    edition_label,
    full_title,
    listed,
    short_edition,
    shorten,
    titled,
    version_name,
)
from clausule.language.wording.site import status_words
from clausule.model.dates import Interval, intervals
from clausule.model.editions import Agreement
from clausule.pages.comparison.events import Events, events_of, is_told, label_of, link_to, nature_of
from clausule.pages.comparison.past import lineage_anchor
from clausule.pages.comparison.places import heading_of, tops_of
from clausule.pages.comparison.redline import redline_lines
from clausule.pages.comparison.words import measure_words, unit_name
from clausule.pages.kit.frame import CHANGES
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf, agreement_feeds
from clausule.pages.kit.staging import Fixed

_REPLACED = 10  # editions with an entirely different text that are named
_MOST = 20  # texts of one clause that are shown whole: more exist on paper only, and would make a page that never ends


@dataclass(frozen=True, eq=False)
class Stage:
    """A line from edition ``first`` up to and with ``last`` (indexes), as ``unit``; None where it went. ``row`` is what
    happened to it in ``first``; None where it begins with the first edition."""

    first: int
    last: int
    unit: Unit | None
    row: Row | None


def stages_of(events: Events, lineage: int) -> list[Stage]:
    """What a line went through, from old to new; editions in which nothing happened to it are one stage."""
    line, own = events.history.lineages[lineage], events.own[lineage]
    begins = sorted({line.first, *own})
    ends = [*(edition - 1 for edition in begins[1:]), line.last]
    rows = [own[edition][0] if edition in own else None for edition in begins]
    return [Stage(first, last, line.unit(first), row) for first, last, row in zip(begins, ends, rows, strict=True)]


def lineage_pages(shelf: Shelf) -> list[Sheet]:
    """``vergelijken/geschiedenis/``, and below it a page for each article, annex and part that ever was."""
    return _LineagePages(shelf.agreement, events_of(shelf.history)).pages() if len(shelf.agreement.editions) > 1 else []


PAGE = AgreementPage(order=41, sheets=lineage_pages)


class _LineagePages:
    def __init__(self, agreement: Agreement, events: Events) -> None:
        self._agreement, self._events, self._history = agreement, events, events.history
        self._language = language_of(agreement.language)
        self._spans: Mapping[str, Interval] = intervals(agreement)
        self._stages = {number: stages_of(events, number) for number in range(len(self._history.lineages))}

    def pages(self) -> list[Sheet]:
        groups: dict[int, list[int]] = {top: [] for top in tops_of(self._history)}
        for number in sorted(self._stages, key=self._rank.__getitem__):
            if self._is_told(number):
                groups[self._top(number)].append(number)
        return [self._index(groups), *(self._page(top, names) for top, names in groups.items())]

    def _is_told(self, number: int) -> bool:
        return bool(self._events.own.get(number))

    @cached_property
    def _rank(self) -> dict[int, int]:
        """Where each line stood when it was last there."""
        return {one: place for edition in self._history.order for place, one in enumerate(edition)}

    def _top(self, number: int) -> int:
        return self._history.top(self._history.lineages[number].last, number)

    def _index(self, groups: Mapping[int, list[int]]) -> Sheet:
        title, history = full_title(self._agreement), self._history
        replaced = [
            short_edition(edition) for number, edition in enumerate(history.editions) if not is_told(history, number)
        ]
        data = {
            "agreement": title,
            # Above the histories, where one of a clause does not go on: of many editions the newest.
            "replaced": listed(self._language, replaced[-_REPLACED:]) if replaced else "",
            "groups": [self._contents(top, names) for top, names in groups.items() if names],
            "still": self._still(),
        }
        about = self._language.say(
            "{agreement}: every clause traced through all versions, even where its number changed, with all its "
            "texts and what changed.",
            agreement=title,
        )
        name = self._language.say("History of every clause")
        drawn = Fixed("comparison/histories.html", data)
        return self._sheet(
            self._language.slugs.history_home, f"{name}, {title}", about, drawn, "comparison/history-jump.js"
        )

    def _contents(self, top: int, names: list[int]) -> dict[str, Any]:
        """An article with its clauses that changed, and when."""
        rows = []
        for number in names:
            anchor, events = lineage_anchor(self._history, number), [one for one in self._stages[number] if one.row]
            address, when = f"{_folder(self._history, top)}#{anchor}", self._happened_in(events[-_MOST:])
            rows.append({"id": anchor, "name": self._name(number), "address": address, "when": when})
        return {**self._heading(top), "address": _folder(self._history, top), "rows": rows}

    def _happened_in(self, stages: list[Stage]) -> str:
        """What happened to a line and in which editions: ``changed in 1.1 and 1.2, removed in 2.0``."""
        events = [
            (self._happened(one.row), short_edition(self._history.editions[one.first])) for one in stages if one.row
        ]
        together = ((what, [edition for _, edition in rows]) for what, rows in groupby(events, key=itemgetter(0)))
        named = ((what, listed(self._language, editions)) for what, editions in together)
        return ", ".join(
            self._language.say("{changed} in {editions}", changed=what, editions=editions) for what, editions in named
        )

    def _happened(self, row: Row) -> str:
        """What happened to a line, in a word."""
        words, measures = change_words(self._language), measure_words(self._language)
        if row.unit.kind == "measure" and row.kind in measures:
            return measures[row.kind]
        return self._language.say("renumbered") if row.only_number else words[row.kind]

    def _heading(self, top: int) -> dict[str, str]:
        unit = self._history.lineages[top].last_unit
        number = capital(unit_name(self._language, unit)) if unit.number else ""
        return {"number": number, "heading": heading_of(self._language, unit)}

    def _page(self, top: int, names: list[int]) -> Sheet:
        head = self._heading(top)
        title = titled(head["number"], head["heading"]) if head["number"] else head["heading"]
        name = self._language.say("History") + f": {title}, {full_title(self._agreement)}"
        drawn = Fixed("comparison/history.html", {**head, "lines": [self._line(number) for number in names]})
        return self._sheet(
            self._language.slugs.history_home + _folder(self._history, top), name, f"{name.removesuffix('.')}.", drawn
        )

    def _sheet(self, address: str, title: str, about: str, drawn: Fixed, *scripts: str) -> Sheet:
        return Sheet(
            address=address,
            title=title,
            about=about,
            drawn=drawn,
            view="history",
            tab=CHANGES,
            styles=("text/text.css", "comparison/comparison.css"),
            scripts=(*scripts, "comparison/history.js"),
            feeds=agreement_feeds(self._agreement),
        )

    def _name(self, number: int) -> str:
        """What a line is called now, or was; what has no number of its own by its first words."""
        unit = self._history.lineages[number].last_unit
        if not unit.number and unit.kind in ("measure", "item", "row", "paragraph"):
            return f"{capital(unit_name(self._language, unit))}: {shorten(' '.join(unit.text.split()), 50)}"
        heading = unit.title if unit.kind in HEADINGS and unit.title else ""
        return titled(capital(unit_name(self._language, unit)), heading if unit.number else "")

    def _line(self, number: int) -> dict[str, Any]:
        """One line: its name, its place to point to, and its texts."""
        stages = self._stages[number]
        return {
            "id": lineage_anchor(self._history, number),
            "name": self._name(number),
            "left_out": max(0, len(stages) - _MOST),
            "stages": [self._stage(one) for one in stages[-_MOST:]],
        }

    def _stage(self, stage: Stage) -> dict[str, Any]:
        """A text with its days, and what it changed in the one before it; of one that went only the edition."""
        editions = self._history.editions
        first, last = editions[stage.first], editions[stage.last]
        change = stage.row and self._change(stage.row, stage.unit)
        if stage.unit is None:
            return {"when": edition_label(first), "place": None, "change": change}
        ends = [
            self._spans[edition.version].end
            for edition in editions[stage.first : stage.last + 1]
            if not edition.concept
        ]
        span = Interval(first.effective, ends[-1] if ends else None)
        days = status_words(self._language)["concept"].lower() if first.concept else interval(self._language, span)
        name = version_name(first)
        if last is not first:
            name = self._language.say("{first} up to and including {last}", first=name, last=short_edition(last))
        address = f"../../../{first.version}/{self._history.address(stage.first, stage.unit)}"
        same = stage.row and stage.row.kind == "moved"
        return {
            "when": capital(", ".join(filter(None, (name, days)))),
            "place": {"name": unit_name(self._language, stage.unit), "address": address},
            "change": change,
            "lines": None if same else redline_lines(self._language, [("=", stage.unit.text)]),
        }

    def _change(self, row: Row, unit: Unit | None) -> dict[str, Any]:
        """What happened: its label, nature and reason, and the redline one click away."""
        label, new = label_of(self._language, row), row.span[1]
        lineage = self._history.places[new][unit.id] if unit else -1
        if unit and self._history.lineages[lineage].unit(row.span[0]) is None and row.old:
            label = self._language.say("split off from {part}", part=unit_name(self._language, row.old))
        elif unit is None and row.new:
            label = self._language.say("absorbed into {part}", part=unit_name(self._language, row.new))
        name = unit.id if unit and row.new else ""
        return {
            "name": capital(label),
            "address": f"../../../{link_to(self._history, row, name)}",
            "nature": nature_words(self._language)[nature_of(self._history, row)] if row.kind != "moved" else "",
            "why": [said for _, said in self._history.why(row)],
            "redline": redline_lines(self._language, row.redline) if row.kind == "changed" else None,
            "leads": link_sentences(self._language, row),
        }

    def _still(self) -> list[dict[str, str]]:
        """What never changed: places to point to, and links to the newest text."""
        links, history, newest = [], self._history, len(self._history.editions) - 1
        for one in (
            number for number in self._stages if not self._is_told(number) and newest in history.lineages[number].spots
        ):
            unit = history.lineages[one].last_unit
            if unit.kind in ("clause", "section", "article", "annex"):
                top = history.lineages[history.top(newest, one)].last_unit
                parts = [unit] if "." in unit.number or top is unit else [top, unit]
                name = ", ".join(unit_name(self._language, part) for part in parts)
                address = f"../../{history.editions[newest].version}/{history.lineages[one].spots[newest].address}"
                links.append({"id": lineage_anchor(history, one), "name": name, "address": address})
        return links


def _folder(history: History, top: int) -> str:
    """The page of an article, annex or part below the page of all, by where its line begins: ``1.0-artikel-8/``."""
    return f"{lineage_anchor(history, top).removeprefix('_')}/"
