"""The life of every clause above the editions: a page for each article and annex with all texts of its clauses, their
dates, and what changed each time; and one page that leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

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
from clausule.pages.kit.html import element, escape, joined, lines, stacked
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf, agreement_feeds

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
        title, history, say, head = full_title(self._agreement), self._history, self._language.say, self._title()
        replaced = [
            short_edition(edition) for number, edition in enumerate(history.editions) if not is_told(history, number)
        ]
        body = lines(
            element("p", element("a", title, href="../../"), class_="over"),
            element("h1", head),
            element("p", self._intro()),
            element("p", self._replaced(replaced)) if replaced else "",
            element("p", element("a", say("Compare two versions"), href="../"), class_="links"),
            *(self._contents(top, names) for top, names in groups.items() if names),
            self._still(),
        )
        about = say(
            "{agreement}: every clause traced through all versions, even where its number changed, with all its "
            "texts and what changed.",
            agreement=title,
        )
        return self._sheet(
            self._language.slugs.history_home, f"{head}, {title}", about, body, "comparison/history-jump.js"
        )

    def _title(self) -> str:
        return self._language.say("History of every clause")

    def _intro(self) -> str:
        return self._language.say(
            "For every clause that was changed, all texts are shown here, from old to new, even where its number "
            "changed."
        )

    def _replaced(self, editions: list[str]) -> str:
        """Above the histories, where one of a clause does not go on: of many editions the newest."""
        return self._language.say(
            "{editions} brought an entirely different text: every history starts anew there.",
            editions=listed(self._language, editions[-_REPLACED:]),
        )

    def _contents(self, top: int, names: list[int]) -> str:
        """An article with its clauses that changed, and when."""
        rows = []
        for number in names:
            anchor, events = lineage_anchor(self._history, number), [one for one in self._stages[number] if one.row]
            when = self._happened_in(events[-_MOST:])
            link = element("a", self._name(number), href=f"{_folder(self._history, top)}#{anchor}")
            rows.append(element("li", link, " ", element("span", when, class_="tally"), id=anchor))
        return element(
            "section", self._heading(top, link=True), element("ul", *rows, class_="told-lives"), class_="lives"
        )

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

    def _heading(self, top: int, *, link: bool = False) -> str:
        unit = self._history.lineages[top].last_unit
        number = capital(unit_name(self._language, unit)) if unit.number else ""
        over = element("span", number, class_="over") + " " if number else ""
        name = escape(heading_of(self._language, unit))
        return (
            element("h2", over, element("a", name, href=_folder(self._history, top)))
            if link
            else element("h1", over, name)
        )

    def _page(self, top: int, names: list[int]) -> Sheet:
        unit, title = self._history.lineages[top].last_unit, full_title(self._agreement)
        number = capital(unit_name(self._language, unit)) if unit.number else ""
        name = titled(number, heading_of(self._language, unit)) if number else heading_of(self._language, unit)
        body = lines(
            element("p", element("a", self._title(), href="../"), class_="over"),
            self._heading(top),
            element("p", self._intro() if names else self._language.say("Not a word was changed here in any version.")),
            stacked("div", *(self._line(number) for number in names), class_="lives") if names else "",
        )
        head = self._language.say("History") + f": {name}"
        name = f"{head}, {title}"
        return self._sheet(self._language.slugs.history_home + _folder(self._history, top), name, f"{name}.", body)

    def _sheet(self, address: str, title: str, about: str, body: str, *scripts: str) -> Sheet:
        return Sheet(
            address=address,
            title=title,
            about=about,
            drawn=body,
            view="history",
            styles=("text/text.css", "comparison/comparison.css"),
            scripts=scripts,
            feeds=agreement_feeds(self._agreement),
        )

    def _name(self, number: int) -> str:
        """What a line is called now, or was; what has no number of its own by its first words."""
        unit = self._history.lineages[number].last_unit
        if not unit.number and unit.kind in ("measure", "item", "row", "paragraph"):
            return f"{capital(unit_name(self._language, unit))}: {shorten(' '.join(unit.text.split()), 50)}"
        heading = unit.title if unit.kind in HEADINGS and unit.title else ""
        return titled(capital(unit_name(self._language, unit)), heading if unit.number else "")

    def _line(self, number: int) -> str:
        """One line: its name, its place to point to, and its texts."""
        stages = self._stages[number]
        shown = [self._stage(one) for one in stages[-_MOST:]]
        left_out = len(stages) - len(shown)
        title = element("h2", self._name(number), id=lineage_anchor(self._history, number))
        earlier = self._language.say_count(
            "{n} earlier text is in the comparisons of each version with the one before.",
            "{n} earlier texts are in the comparisons of each version with the one before.",
            left_out,
        )
        older = element("p", element("a", earlier, href="../../"), class_="links") if left_out else ""
        return stacked("section", title, older, stacked("ol", *shown, class_="stages"), class_="life")

    def _stage(self, stage: Stage) -> str:
        """A text with its days, and what it changed in the one before it."""
        editions = self._history.editions
        first, last = editions[stage.first], editions[stage.last]
        changed = [self._change(stage.row, stage.unit)] if stage.row else []
        if stage.unit is None:
            when = element("b", edition_label(first))
            return element("li", element("p", when, class_="when"), *changed)
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
        place = escape(unit_name(self._language, stage.unit))
        href = f"../../../{first.version}/{self._history.address(stage.first, stage.unit)}"
        lead = element(
            "p",
            element("b", capital(", ".join(filter(None, (name, days))))),
            " · ",
            element("a", place, href=href),
            class_="when",
        )
        text = [*(element("p", line) for line in redline_lines(self._language, [("=", stage.unit.text)]))]
        same = stage.row and stage.row.kind == "moved"
        inner = (
            element("p", self._language.say("The wording stayed the same."), class_="same-text")
            if same
            else stacked("div", *text, class_="words")
        )
        return element("li", lead, *changed, inner)

    def _change(self, row: Row, unit: Unit | None) -> str:
        """What happened: its label, nature and reason, and the redline one click away."""
        label, new = label_of(self._language, row), row.span[1]
        lineage = self._history.places[new][unit.id] if unit else -1
        if unit and self._history.lineages[lineage].unit(new - 1) is None and row.old:
            label = self._language.say("split off from {part}", part=unit_name(self._language, row.old))
        elif unit is None and row.new:
            label = self._language.say("absorbed into {part}", part=unit_name(self._language, row.new))
        nature = f" ({nature_words(self._language)[nature_of(self._history, row)]})" if row.kind != "moved" else ""
        name = unit.id if unit and row.new else ""
        link = element("a", capital(label), href=f"../../../{link_to(self._history, row, name)}")
        why = joined(
            "", (joined("", (" ", element("span", said, class_="reason"))) for _, said in self._history.why(row))
        )
        told = element("p", link, nature, why, class_="told")
        if row.kind != "changed":
            return told
        redline = [element("p", line) for line in redline_lines(self._language, row.redline)]
        redline += [element("p", said) for said in link_sentences(self._language, row)]
        summary = element("summary", self._language.say("Difference from the previous text"))
        return told + element("details", summary, stacked("div", *redline, class_="words"))

    def _still(self) -> str:
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
                href = f"../../{history.editions[newest].version}/{history.lineages[one].spots[newest].address}"
                links.append(element("li", element("a", name, href=href, id=lineage_anchor(history, one))))
        if not links:
            return ""
        title = element("h2", self._language.say("Never changed"))
        about = element("p", self._language.say("These parts have not changed since they were introduced."))
        return element("section", title, about, element("ul", *links, class_="still"), class_="lives")


def _folder(history: History, top: int) -> str:
    """The page of an article, annex or part below the page of all, by where its line begins: ``1.0-artikel-8/``."""
    return f"{lineage_anchor(history, top).removeprefix('_')}/"
