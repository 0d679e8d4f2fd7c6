"""Two editions side by side: what changed, article by article, complete without script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from clausule.compare.changes import count_kinds, count_natures
from clausule.compare.history import History, Row
from clausule.compare.units import HEADINGS, Unit
from clausule.compare.wording import HOPELESS, link_sentences
from clausule.language.language import language_of
from clausule.language.wording.changes import change_words, count_sentence, nature_words, note_words, whole_count
from clausule.language.wording.names import capital, edition_name, full_title, short_edition, version_name
from clausule.model.editions import Agreement, Edition
from clausule.pages.comparison.events import label_of, nature_of
from clausule.pages.comparison.nature import note_of
from clausule.pages.comparison.places import (
    WAS,
    chosen,
    group_anchor,
    heading_of,
    mark_of,
    pair_address,
    short_number,
    within_of,
)
from clausule.pages.comparison.redline import redline_lines
from clausule.pages.comparison.words import (
    compare_words,
    comparison_about,
    comparison_title,
    unit_name,
)
from clausule.pages.kit.html import BREAK, NEWLINE, element, joined, lines, stacked
from clausule.pages.kit.sheet import Sheet, agreement_feeds

PILCROW = "¶"
_CLASSES = {"changed": "chg", "added": "new", "removed": "gone", "moved": "mov", "unchanged": "same"}


def pair_page(agreement: Agreement, history: History, old: int, new: int) -> Sheet:
    """The page of two editions by their index in ``history``: other editions than those between them decide nothing of
    it."""
    return _Comparison(agreement, history, old, new).page()


def settled_page(agreement: Agreement, old: int, new: int) -> Sheet:
    """The page of a pair that has no comparison of its own any more: where it is to be found, and the steps between."""
    one, other = agreement.editions[old], agreement.editions[new]
    title, say = comparison_title(one, other), language_of(agreement.language).say
    steps = [
        element("li", element("a", comparison_title(*pair), href=f"../../{pair_address(*pair)}"))
        for pair in pairwise(agreement.editions[old : new + 1])
    ]
    whole = element("a", title, href=f"../{chosen(one, other)}", class_="go")
    body = lines(
        element("p", element("a", full_title(agreement), href="../../"), class_="over"),
        element("h1", title),
        stacked(
            "div",
            element("p", say("This comparison can be read here:")),
            element("p", whole, class_="links"),
            element("p", say("Or read the steps in between, each on a page of its own:")),
            element("ol", *steps),
            class_="changes",
        ),
    )
    return _sheet(agreement, one, other, body)


def _sheet(agreement: Agreement, one: Edition, other: Edition, body: str) -> Sheet:
    return Sheet(
        address=pair_address(one, other),
        title=f"{comparison_title(one, other)}, {full_title(agreement)}",
        about=comparison_about(one, other),
        drawn=body,
        view="compare",
        styles=("text/text.css", "comparison/comparison.css"),
        scripts=("comparison/compare-steps.js",),
        feeds=agreement_feeds(agreement),
        concept=one.concept or other.concept,
    )


def turns(agreement: Agreement, old: int, new: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The pairs before and after a pair. That of agreed texts leads to no concept: its page may stay for good, and a
    concept may go."""
    editions = agreement.editions
    following = new + 1 < len(editions) and (editions[new].concept or not editions[new + 1].concept)
    return (old - 1, old) if old else None, (new, new + 1) if following else None


class _Comparison:
    """One comparison on its way to a page."""

    def __init__(self, agreement: Agreement, history: History, old: int, new: int) -> None:
        self._agreement, self._history, self._old, self._new = agreement, history, old, new
        self._language = language_of(agreement.language)
        self._words = compare_words(self._language)
        self._editions = history.editions[old], history.editions[new]
        self._groups = history.between(old, new)
        self._kinds = {
            history.places[new][unit.id]: row.kind for _, rows in self._groups for row in rows for unit in row.all_new
        }
        self._note = note_of(self._groups)

    def page(self) -> Sheet:
        one, other = self._editions
        shown = [(top, rows) for top, rows in self._groups if any(row.kind != "unchanged" for row in rows)]
        title = comparison_title(one, other)
        body = lines(
            element("p", element("a", full_title(self._agreement), href="../../"), class_="over"),
            element("h1", title),
            element("p", self._tally(), class_="tally"),
            *([] if self._note in HOPELESS else [self._overview(shown), self._changes(shown)]),
            self._aside(),
            self._turn(),
        )
        return _sheet(self._agreement, one, other, body)

    def _tally(self) -> str:
        """How much changed; and where a comparison says little, why."""
        rows = [row for _, rows in self._groups for row in rows]
        counted = whole_count(self._language, count_kinds(rows), count_natures(rows, partial(nature_of, self._history)))
        return f"{note_words(self._language).get(self._note, '')} {counted}".lstrip()

    def _changes(self, shown: Sequence[tuple[int, list[Row]]]) -> str:
        if not shown:
            return element("p", self._words["nothing"])
        return stacked("div", *(self._group(*group) for group in shown), class_="changes")

    def _overview(self, shown: Sequence[tuple[int, list[Row]]]) -> str:
        """Which articles changed, with how many of their clauses; before everything else."""
        if not shown:
            return ""
        rows = []
        for top, group in shown:
            unit = self._head(top)
            tally = count_sentence(self._language, {**count_kinds(group), "unchanged": 0})
            name = element("span", short_number(self._language, unit)) + element(
                "span", heading_of(self._language, unit)
            )
            link = element("a", name, href=f"#{self._anchor(top)}")
            rows.append(element("li", link, " ", element("small", tally)))
        title = element("h2", self._words["overview"], id="overzicht")
        return element("nav", title, element("ol", *rows), class_="overview", aria_labelledby="overzicht")

    def _head(self, top: int) -> Unit:
        """The article, annex or part that a group is about: as it is now, or was."""
        line = self._history.lineages[top]
        unit = line.unit(self._new) or line.unit(self._old)
        assert unit
        return unit

    def _anchor(self, top: int) -> str:
        return group_anchor(self._history, top, self._new, self._old)

    def _group(self, top: int, rows: list[Row]) -> str:
        """An article with its rows; clauses of which only the number changed stand together in one line."""
        unit = self._head(top)
        heading = next((row for row in rows if row.lineage == top), None)
        renumbered = [row for row in rows if row.only_number and row is not heading]
        shown = [row for row in rows if row.kind != "unchanged" and row not in renumbered and self._has_words(row)]
        over = capital(unit_name(self._language, unit)) if unit.number else ""
        was = heading.old if heading and heading.renumbered else None
        if was:
            over += f" ({self._words['was'].format(unit_name(self._language, was))})"
        state = heading.kind if heading and heading.kind in ("added", "removed") else ""
        silent = heading and heading.kind != "unchanged" and heading not in shown
        head = element(
            "h2",
            self._other_anchors(heading, "") if heading and silent else "",
            element("span", over, class_="over") + " " if over else "",
            heading_of(self._language, unit),
            _pill(state, change_words(self._language)[state]) if state else "",
            id=self._anchor(top),
        )
        return element(
            "section",
            NEWLINE,
            lines(head, *(self._row(row, top) for row in shown), self._renumbered(renumbered)),
            NEWLINE,
            class_="changed-part",
            aria_labelledby=self._anchor(top),
        )

    def _has_words(self, row: Row) -> bool:
        """Whether there is more to show than a heading that stands above the rows already."""
        if row.unit.kind not in HEADINGS or row.unit.parent:
            return True
        return row.kind == "changed" or "\n" in "".join(text for _, text in row.redline)

    def _row(self, row: Row, top: int) -> str:
        unit = row.unit
        pill = _pill(row.kind, label_of(self._language, row))
        nature = element("span", nature_words(self._language)[nature_of(self._history, row)], class_="nature")
        anchor = unit.id if row.new else WAS + unit.id
        mark = mark_of(unit)
        label = None if mark else self._words["permalink"]
        number = element("a", mark or PILCROW, class_="n", href=f"#{anchor}", aria_label=label)
        within = within_of(unit, self._head(top).id)
        *before, last = redline_lines(self._language, row.redline) or [""]
        body = lines(
            element("p", within, class_="within") if within else "",
            *(element("p", line) for line in before),
            element("p", last, " ", pill, " ", nature),
        )
        why = [
            element("p", element("b", f"{self._words['why']} ({short_edition(edition)}):"), " ", said, class_="why")
            for edition, said in self._history.why(row)
        ]
        text = element("div", body, class_="words")
        return element(
            "section",
            NEWLINE,
            lines(
                number + self._other_anchors(row, anchor),
                text,
                *(element("p", said, class_="why leads") for said in link_sentences(self._language, row)),
                element("p", self._words["weaker"], class_="why weaker") if row.is_less else "",
                *why,
                self._users(row),
                self._both(row),
            ),
            NEWLINE,
            class_=f"clause {_CLASSES[row.kind]}",
            id=anchor,
        )

    def _other_anchors(self, row: Row, anchor: str) -> str:
        """Places to point to for whatever else a row is about, so that each unit that changed can be pointed to."""
        was = "" if row.new else WAS
        names = [was + name for unit in row.all_new or row.all_old for name in (unit.id, *unit.aliases)]
        return joined("", (element("span", id=name) for name in names if name != anchor))

    def _users(self, row: Row) -> str:
        """What uses a term that means something else now: also where no word changed."""
        if row.unit.kind != "definition" or row.kind != "changed":
            return ""
        edition = self._editions[1]
        found = self._history.uses[self._new].get(self._history.places[self._new][row.unit.id], ())
        shown = []
        for key, kinds in (("uses_same", ("unchanged", "moved")), ("uses_changed", ("changed", "added"))):
            links = []
            for one in found:
                unit = self._history.lineages[one].unit(self._new)
                if unit and self._kinds.get(one) in kinds:
                    href = f"../../{edition.version}/{self._history.lineages[one].spots[self._new].address}"
                    head = self._history.lineages[self._history.top(self._new, one)].unit(self._new)
                    names = [unit] if head is unit or head is None or "." in unit.number else [head, unit]
                    name = ", ".join(unit_name(self._language, part) for part in names)
                    links.append(element("a", name, href=href))
            if links:
                shown.append(element("p", element("b", self._words[key]), " ", joined(", ", links), class_="users"))
        return lines(*shown)

    def _both(self, row: Row) -> str:
        """Links to both texts."""
        links = []
        for side, number, edition in zip((row.old, row.new), row.span, self._editions, strict=True):
            if side:
                name, short = unit_name(self._language, side), version_name(edition)
                href = f"../../{edition.version}/{self._history.address(number, side)}"
                label = self._words["read_place"].format(name, short)
                links.append(element("a", self._words["read"].format(short), href=href, aria_label=label))
        return element("p", joined(" ", links), class_="both")

    def _renumbered(self, rows: list[Row]) -> str:
        if not rows:
            return ""
        shown = []
        for row in rows:
            now, was = (unit_name(self._language, one) for one in (row.unit, *row.all_old[:1]))
            href = f"../../{self._editions[1].version}/{self._history.address(self._new, row.unit)}"
            link = element("a", now, href=href, id=row.unit.id)
            shown.append(joined("", (link, f" ({self._words['was'].format(was)})")))
        return element("p", self._words["only_number"], ": ", joined(", ", shown), class_="renumbered")

    def _aside(self) -> str:
        """What the marks mean, and where else to go."""
        one, other = self._editions
        legend = lines(
            *redline_lines(
                self._language, [("+", self._words["legend_in"]), ("=", "\n"), ("-", self._words["legend_out"])]
            )
        )
        links = [
            element("a", self._words["any_two"], href=f"../{chosen(one, other)}"),
            *(
                element("a", capital(edition_name(edition)), href=f"../../{edition.version}/")
                for edition in self._editions
            ),
            element("a", self._words["agreement"], href="../../"),
        ]
        return element(
            "aside",
            element(
                "compare-steps", data_previous=self._words["previous_change"], data_next=self._words["next_change"]
            ),
            element("h2", self._words["legend"]),
            element("p", joined(BREAK, legend.splitlines()), class_="legend"),
            element("h2", self._words["this"]),
            element("ul", *(element("li", link) for link in links)),
            class_="about",
            aria_label=self._words["this"],
        )

    def _turn(self) -> str:
        """The comparisons before and after this one."""
        editions = self._agreement.editions
        versions = [edition.version for edition in editions]
        first, last = (versions.index(edition.version) for edition in self._editions)
        links = []
        for (rel, said), pair in zip(
            (("prev", self._language.say("Previous")), ("next", self._language.say("Next"))),
            turns(self._agreement, first, last),
            strict=True,
        ):
            if pair:
                old, new = (editions[index] for index in pair)
                title, href = comparison_title(old, new), f"../../{pair_address(old, new)}"
                links.append(element("a", element("span", said), " ", title, rel=rel, href=href))
        return element("nav", *links, class_="turn", aria_label=self._words["turn"]) if links else ""


def _pill(kind: str, label: str) -> str:
    return element("span", label, class_=f"kind {_CLASSES[kind]}")
