"""Where a comparison begins: all changes at a glance, and every comparison that has a page of its own."""

from __future__ import annotations

from functools import partial
from typing import Any

from clausule.compare.changes import SUBSTANTIVE, count_natures
from clausule.compare.history import History, Row
from clausule.language.language import Language
from clausule.language.wording.changes import change_words, counted_words, nature_sentence
from clausule.language.wording.names import (
    capital,
    day_shown,
    edition_label,
    edition_name,
    full_title,
    short_edition,
    titled,
    version_name,
)
from clausule.model.addresses import STANDINGS
from clausule.model.editions import Edition, successive
from clausule.pages.comparison.data import comparison_data
from clausule.pages.comparison.events import is_told, nature_of
from clausule.pages.comparison.pairs import static_pairs
from clausule.pages.comparison.places import chosen, group_anchor, pair_from_home, tops_of
from clausule.pages.comparison.words import compare_words, comparison_title, unit_name
from clausule.pages.kit.frame import CHANGES
from clausule.pages.kit.paper import on_paper
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf, agreement_feeds
from clausule.pages.kit.staging import Fixed


def _sheet(shelf: Shelf) -> Sheet:
    """The page ``vergelijken/`` of an agreement with more than one edition."""
    agreement, now, words = shelf.agreement, shelf.now, compare_words(shelf.language)
    editions, title, slugs = agreement.editions, full_title(agreement), shelf.language.slugs
    last = editions.index(now) if now else 0
    # Of those that are very old the comparison is put together when it is asked for.
    pages = set(static_pairs(agreement, now))
    data = {
        "agreement": title,
        "map": change_map(shelf.language, shelf.history),
        "stops": _stops(shelf),
        "latest": _latest(shelf),
        "chosen": _chosen(shelf),
        "data": slugs.comparison_data.removeprefix(slugs.compare_home),
        "now": (now or editions[-1]).version,
        "edition": now and edition_name(now),
        "successive": [_link(editions[old], editions[new]) for old, new in reversed(successive(editions))],
        "since": [_link(editions[old], editions[last], page=(old, last) in pages) for old in reversed(range(last))],
    }
    return Sheet(
        address=slugs.compare_home,
        title=f"{words['compare_title']}, {title}",
        about=words["start_about"].format(title),
        drawn=Fixed("comparison/start.html", data),
        view="compare",
        tab=CHANGES,
        styles=("text/text.css", "comparison/comparison.css"),
        scripts=("comparison/start.js",),
        feeds=agreement_feeds(agreement),
        paper=on_paper(title, [], standings=f"../{STANDINGS}"),
    )


def _data(shelf: Shelf) -> dict[str, bytes]:
    return {
        f"{shelf.agreement.slug}/{shelf.language.slugs.comparison_data}": comparison_data(
            shelf.agreement, shelf.history
        )
    }


PAGE = AgreementPage(
    order=40,
    sheets=lambda shelf: [_sheet(shelf)] if len(shelf.agreement.editions) > 1 else [],
    files=lambda shelf: _data(shelf) if len(shelf.agreement.editions) > 1 else {},
)


def _link(old: Edition, new: Edition, *, page: bool = True) -> dict[str, str]:
    return {"title": comparison_title(old, new), "address": pair_from_home(old, new) if page else chosen(old, new)}


def change_map(language: Language, history: History) -> dict[str, Any]:
    """Articles down, editions across: a cell says what happened there, and is a link to it; it is None where nothing
    did."""
    editions = history.editions
    cells: dict[int, dict[int, dict[str, Any]]] = {}
    for old, new in successive(editions):
        by_top: dict[int, list[Row]] = {}
        for row in history.changes(new):
            by_top.setdefault(row.top, []).append(row)
        for top, rows in by_top.items():
            heading = next((row for row in rows if row.lineage == top), None)
            kind = heading.kind if heading and heading.kind in ("added", "removed") else _weightiest(history, rows)
            anchor = f"#{group_anchor(history, top, new, old)}" if is_told(history, new) else ""
            told = [row for row in rows if not row.only_number]
            said = _cell(language, kind, _part_name(language, history, top), editions[new], len(told), len(rows))
            count = len(told) or len(rows)
            address = f"{pair_from_home(editions[old], editions[new])}{anchor}"
            cells.setdefault(top, {})[new] = {"kind": kind, "count": count, "address": address, "said": said}
    rows_shown = [
        {"name": _part_name(language, history, top), "cells": [cells[top].get(new) for new in range(1, len(editions))]}
        for top in tops_of(history)
        if top in cells
    ]
    return {"editions": [short_edition(edition) for edition in editions[1:]], "rows": rows_shown}


def _weightiest(history: History, rows: list[Row]) -> str:
    """What weighs most of what an article went through: a change of substance, one of words, another place."""
    if not {row.kind for row in rows} - {"moved"}:
        return "moved"
    return "changed" if any(nature_of(history, row) == SUBSTANTIVE for row in rows) else "edited"


def _stops(shelf: Shelf) -> list[dict[str, str]]:
    """The editions along the track, each with the page of what it changed; the first with its own."""
    editions = shelf.agreement.editions
    before = {new: old for old, new in successive(editions)}
    return [
        {
            "version": edition.version,
            "label": edition_label(edition),
            "short": short_edition(edition),
            "day": day_shown(edition),
            "address": pair_from_home(editions[before[number]], edition)
            if number in before
            else f"../{edition.version}/",
        }
        for number, edition in enumerate(editions)
    ]


def _chosen(shelf: Shelf) -> list[int]:
    """The editions with which the handles begin: the one in force, else the newest, and the one before it."""
    editions = shelf.agreement.editions
    new = editions.index(shelf.now or editions[-1])
    return next(([old, one] for old, one in successive(editions) if one == new), [max(new - 1, 0), new or 1])


def _latest(shelf: Shelf) -> dict[str, str] | None:
    """What the edition in force changed, else the newest, for who has no scripts."""
    editions, wanted = shelf.agreement.editions, shelf.now or shelf.agreement.editions[-1]
    pair = next(((old, new) for old, new in successive(editions) if editions[new] is wanted), None)
    if not pair:
        return None
    counts = count_natures(shelf.history.changes(pair[1]), partial(nature_of, shelf.history))
    old, new = (editions[number] for number in pair)
    said = nature_sentence(shelf.language, *counts) or shelf.language.say("The wording is the same.")
    return {"counted": said, "title": comparison_title(old, new), "address": pair_from_home(old, new)}


def _part_name(language: Language, history: History, top: int) -> str:
    unit = history.lineages[top].last_unit
    name = titled(capital(unit_name(language, unit)), unit.title) if unit.number else unit.title
    return name or capital(unit_name(language, unit))


def _cell(language: Language, kind: str, name: str, edition: Edition, changed: int, rows: int) -> str:
    """A cell of the map in words: ``changed in version 1.5 (3 parts): Article 7. Security incidents``. What only got
    another number is told as that, and is none of the changes that the page and the feed count."""
    parts = language.say_count("{n} part", "{n} parts", changed)
    return language.say(
        "{changed} in {edition} ({parts}): {part}",
        changed=_kind_said(language, kind),
        edition=version_name(edition),
        parts=parts if changed else f"{rows} {counted_words(language)['renumbered'][rows > 1]}",
        part=name,
    )


def _kind_said(language: Language, kind: str) -> str:
    special = {"moved": language.say("moved or renumbered"), "edited": language.say("changed in words only")}
    return special.get(kind) or change_words(language)[kind]
