"""Two editions side by side: what changed, article by article, complete without script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from clausule.analysis.references import Notes
from clausule.compare.changes import count_kinds, count_natures
from clausule.compare.history import History, Row
from clausule.compare.moves import moved_lines
from clausule.compare.nature import note_of
from clausule.compare.units import HEADINGS, Unit
from clausule.compare.wording import HOPELESS, link_sentences, move_sentences
from clausule.formats.redline import Redline
from clausule.language.language import language_of
from clausule.language.wording.changes import (
    change_words,
    count_sentence,
    nature_words,
    note_words,
    weaker,
    whole_count,
)
from clausule.language.wording.names import (
    capital,
    edition_label,
    edition_name,
    full_title,
    short_edition,
    version_name,
)
from clausule.model.addresses import STANDINGS
from clausule.model.editions import Agreement, Edition, number_before, steps_between
from clausule.pages.comparison.events import label_of, nature_of
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
    comparison_about,
    comparison_title,
    unit_name,
)
from clausule.pages.kit.contact import Link
from clausule.pages.kit.emptied import emptied_told
from clausule.pages.kit.frame import CHANGES
from clausule.pages.kit.paper import on_paper, printed_edition
from clausule.pages.kit.sheet import Sheet, agreement_feeds
from clausule.pages.kit.staging import Fixed


def pair_page(agreement: Agreement, history: History, old: int, new: int, documents: Sequence[Redline] = ()) -> Sheet:
    """The page of two editions by their index in ``history``, with the ``documents`` that stand beside it. Of other
    editions than those between them only the names of some stand there (``turns``, ``other_starts``)."""
    return _Comparison(agreement, history, old, new).page(documents)


def settled_page(agreement: Agreement, old: int, new: int) -> Sheet:
    """The page of a pair that has no comparison of its own any more: where it is to be found, and the steps between."""
    editions = agreement.editions
    one, other = editions[old], editions[new]
    steps = [(number_before(editions, step), step) for step in steps_between(editions, old, new)]
    data = {
        "agreement": full_title(agreement),
        "whole": {"name": comparison_title(one, other), "address": f"../{chosen(one, other)}"},
        "steps": [_link(agreement.editions[before], agreement.editions[after]) for before, after in steps],
    }
    return _sheet(agreement, one, other, Fixed("comparison/settled.html", data))


def emptied_page(agreement: Agreement, one: Edition, other: Edition) -> Sheet:
    """The page of a pair of which one edition was taken back with its words: that, and why."""
    data = {
        "agreement": full_title(agreement),
        "title": comparison_title(one, other),
        "home": "../../",
        "editions": [emptied_told(edition) for edition in (one, other) if edition.is_emptied],
    }
    return replace(_sheet(agreement, one, other, Fixed("comparison/emptied.html", data)), concept=True)


def _link(old: Edition, new: Edition) -> Link:
    return {"name": comparison_title(old, new), "address": f"../../{pair_address(old, new)}"}


def _sheet(agreement: Agreement, one: Edition, other: Edition, drawn: Fixed) -> Sheet:
    return Sheet(
        address=pair_address(one, other),
        title=f"{comparison_title(one, other)}, {full_title(agreement)}",
        about=comparison_about(one, other),
        drawn=drawn,
        view="compare",
        tab=CHANGES,
        styles=("text/text.css", "comparison/comparison.css"),
        scripts=("comparison/pair.js",),
        feeds=agreement_feeds(agreement),
        concept=one.concept or other.concept,
        paper=_paper(agreement, one, other),
    )


def _paper(agreement: Agreement, one: Edition, other: Edition) -> dict[str, Any]:
    """How they stand the script of the page asks the site: the page stays as it is when another comes into force."""
    rows = [printed_edition(edition, Notes(edition).sha256) for edition in (one, other) if not edition.is_emptied]
    return on_paper(full_title(agreement), rows, standings=f"../../{STANDINGS}")


def turns(agreement: Agreement, old: int, new: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The pairs before and after a pair. That of agreed texts leads to no concept: its page may stay for good, and a
    concept may go."""
    editions = agreement.editions
    after = next((one for one in range(new + 1, len(editions)) if number_before(editions, one) == new), None)
    following = after if after and (editions[new].concept or not editions[after].concept) else None
    return (number_before(editions, old), old) if old else None, (new, following) if following else None


OTHER_STARTS = 8
"""So many of the latest editions can be chosen on a page as the one since which to see what changed."""


def other_starts(agreement: Agreement, old: int, new: int) -> list[int]:
    """The editions before ``new``, other than ``old``, that its changes can be seen since; the latest first, and none
    that nobody agreed to."""
    editions = agreement.editions
    earlier = (one for one in range(new - 1, -1, -1) if one != old)
    agreed = (one for one in earlier if not (editions[one].concept or editions[one].never_applied))
    return list(islice(agreed, OTHER_STARTS))


class _Comparison:
    """One comparison on its way to a page."""

    def __init__(self, agreement: Agreement, history: History, old: int, new: int) -> None:
        self._agreement, self._history, self._old, self._new = agreement, history, old, new
        self._language = language_of(agreement.language)
        self._editions = history.editions[old], history.editions[new]
        self._groups = history.between(old, new)
        self._kinds = {
            history.places[new][unit.id]: row.kind for _, rows in self._groups for row in rows for unit in row.all_new
        }
        self._note = note_of(self._groups)
        rows = [row for _, group in self._groups for row in group] if self._note not in HOPELESS else []
        self._moved = dict(zip((row.lineage for row in rows), moved_lines(rows), strict=True))

    def page(self, documents: Sequence[Redline]) -> Sheet:
        one, other = self._editions
        shown = [(top, rows) for top, rows in self._groups if any(row.kind != "unchanged" for row in rows)]
        data = {
            "agreement": full_title(self._agreement),
            "title": comparison_title(one, other),
            "tally": self._tally(),
            "counts": self._natures(),
            "hopeless": self._note in HOPELESS,
            "groups": [] if self._note in HOPELESS else [self._group(*group) for group in shown],
            "starts": [
                {"name": edition_label(start), "address": f"../{chosen(start, other)}"}
                for start in (self._agreement.editions[index] for index in self._starts())
            ],
            "any_two": f"../{chosen(one, other)}",
            "editions": [
                {"name": capital(edition_name(edition)), "address": f"../../{edition.version}/"}
                for edition in self._editions
            ],
            "turns": self._turns(),
            "documents": [{"name": form.title(self._language), "address": form.file} for form in documents],
        }
        return _sheet(self._agreement, one, other, Fixed("comparison/pair.html", data))

    def _indexes(self) -> tuple[int, int]:
        """Both editions among those of the agreement."""
        versions = [edition.version for edition in self._agreement.editions]
        return versions.index(self._editions[0].version), versions.index(self._editions[1].version)

    def _starts(self) -> list[int]:
        return other_starts(self._agreement, *self._indexes())

    def _turns(self) -> list[Link | None]:
        """The comparisons before and after this one."""
        editions, beside = self._agreement.editions, turns(self._agreement, *self._indexes())
        return [pair and _link(*(editions[index] for index in pair)) for pair in beside]

    def _tally(self) -> str:
        """How much changed; and where a comparison says little, why."""
        rows = [row for _, rows in self._groups for row in rows]
        counted = whole_count(self._language, count_kinds(rows), self._natures())
        return f"{note_words(self._language).get(self._note, '')} {counted}".lstrip()

    def _natures(self) -> tuple[int, int]:
        """How many changes are substantive, and how many editorial."""
        return self._count_natures([row for _, rows in self._groups for row in rows])

    def _count_natures(self, rows: list[Row]) -> tuple[int, int]:
        return count_natures(rows, partial(nature_of, self._history))

    def _head(self, top: int) -> Unit:
        """The article, annex or part that a group is about: as it is now, or was."""
        line = self._history.lineages[top]
        unit = line.unit(self._new) or line.unit(self._old)
        assert unit
        return unit

    def _group(self, top: int, rows: list[Row]) -> dict[str, Any]:
        """An article with its rows; clauses of which only the number changed stand together in one line."""
        unit = self._head(top)
        heading = next((row for row in rows if row.lineage == top), None)
        renumbered = [row for row in rows if row.only_number and row is not heading]
        shown = [row for row in rows if row.kind != "unchanged" and row not in renumbered and self._has_words(row)]
        was = heading.old if heading and heading.renumbered else None
        silent = heading and heading.kind != "unchanged" and heading not in shown
        # A heading with no words of its own to show is a change of which its mark tells: it is counted as one.
        alone = heading if heading and silent and not heading.only_number else None
        state = alone.kind if alone else heading.kind if heading and heading.kind in ("added", "removed") else ""
        return {
            "id": group_anchor(self._history, top, self._new, self._old),
            "number": short_number(self._language, unit),
            "name": capital(unit_name(self._language, unit)) if unit.number else "",
            "was": was and unit_name(self._language, was),
            "heading": heading_of(self._language, unit),
            "tally": count_sentence(self._language, {**count_kinds(rows), "unchanged": 0}),
            "kind": state,
            "label": change_words(self._language)[state] if state else "",
            "of_nature": nature_of(self._history, alone) if alone else "",
            "others": self._other_anchors(heading, "") if heading and silent else [],
            "rows": [self._row(row, unit.id) for row in shown],
            "meant": self._count_natures(rows)[0] > 0,
            "renumbered": [self._renumbered(row) for row in renumbered],
        }

    def _has_words(self, row: Row) -> bool:
        """Whether there is more to show than a heading that stands above the rows already."""
        if row.unit.kind not in HEADINGS or row.unit.parent:
            return True
        return row.kind == "changed" or "\n" in "".join(text for _, text in row.redline)

    def _row(self, row: Row, head: str) -> dict[str, Any]:
        anchor = row.unit.id if row.new else WAS + row.unit.id
        return {
            "id": anchor,
            "kind": row.kind,
            "label": label_of(self._language, row),
            "of_nature": nature_of(self._history, row),
            "nature": nature_words(self._language)[nature_of(self._history, row)],
            "mark": mark_of(row.unit),
            "within": within_of(row.unit, head),
            "lines": redline_lines(self._language, row.redline) or [""],
            "others": self._other_anchors(row, anchor),
            "leads": self._elsewhere(row),
            "weaker": weaker(self._language) if row.is_less else "",
            "why": [{"edition": short_edition(edition), "said": said} for edition, said in self._history.why(row)],
            "users": self._users(row),
            "both": self._both(row),
        }

    def _elsewhere(self, row: Row) -> list[str]:
        """Where links lead now, and where items and paragraphs went."""
        moved = self._moved.get(row.lineage, ())
        return [*link_sentences(self._language, row), *move_sentences(self._language, row, moved, unit_name)]

    def _other_anchors(self, row: Row, anchor: str) -> list[str]:
        """Places to point to for whatever else a row is about, so that each unit that changed can be pointed to."""
        was = "" if row.new else WAS
        names = [was + name for unit in row.all_new or row.all_old for name in (unit.id, *unit.aliases)]
        return [name for name in names if name != anchor]

    def _users(self, row: Row) -> dict[str, list[Link]]:
        """What uses a term that means something else now: where no word changed, and where one did."""
        if row.unit.kind != "definition" or row.kind != "changed":
            return {}
        found = self._history.uses[self._new].get(self._history.places[self._new][row.unit.id], ())
        same, changed = ("unchanged", "moved"), ("changed", "added")
        return {
            name: [self._user(one, unit) for one in found if (unit := self._used_in(one, kinds))]
            for name, kinds in (("same", same), ("changed", changed))
        }

    def _used_in(self, lineage: int, kinds: tuple[str, ...]) -> Unit | None:
        return self._history.lineages[lineage].unit(self._new) if self._kinds.get(lineage) in kinds else None

    def _user(self, lineage: int, unit: Unit) -> Link:
        history, version = self._history, self._editions[1].version
        head = history.lineages[history.top(self._new, lineage)].unit(self._new)
        names = [unit] if head is unit or head is None or "." in unit.number else [head, unit]
        name = ", ".join(unit_name(self._language, part) for part in names)
        return {"name": name, "address": f"../../{version}/{history.lineages[lineage].spots[self._new].address}"}

    def _both(self, row: Row) -> list[dict[str, str]]:
        """Links to both texts."""
        return [
            {
                "name": unit_name(self._language, side),
                "edition": version_name(edition),
                "address": f"../../{edition.version}/{self._history.address(number, side)}",
            }
            for side, number, edition in zip((row.old, row.new), row.span, self._editions, strict=True)
            if side
        ]

    def _renumbered(self, row: Row) -> dict[str, str]:
        now, was = (unit_name(self._language, one) for one in (row.unit, *row.all_old[:1]))
        address = f"../../{self._editions[1].version}/{self._history.address(self._new, row.unit)}"
        return {"id": row.unit.id, "name": now, "was": was, "address": address}
