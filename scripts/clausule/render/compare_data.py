"""The data with which a browser puts any two editions side by side: texts, and the redline of each pair as lengths."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from clausule.compare.units import Unit
from clausule.compare_words import HOPELESS
from clausule.dutch import words
from clausule.dutch.changes import NATURE, NOTES
from clausule.dutch.comparison import COMPARE, COUNTED, LABELS, MEASURES, short_edition, unit_name
from clausule.dutch.dates import ANSWERS
from clausule.dutch.typography import typeset
from clausule.history import History, Strand, make_history
from clausule.model import Agreement, Edition, Interval, intervals
from clausule.render.meaning import COLLAPSED, NOTHING, substantive, using
from clausule.render.places import Places, heading_of, mark_of, short_number, within_of


def comparison_data(agreement: Agreement) -> bytes:
    """``vergelijken/gegevens.json``.

    What an edition has is written as runs: ``[first edition, value]`` where the value changes. A redline is a string
    such as ``=12-3+5``: lengths (in UTF-16, as browsers count) to be cut from the old and the new text. Texts have the
    quotes with which they are shown. ``meant`` names the editions that changed a lineage in substance; ``users`` the
    lineages that use a term which was ever changed.
    """
    history, spans = make_history(agreement), intervals(agreement)
    told = substantive(history)
    places = [Places(history, edition) for edition in range(len(history.editions))]
    lineages = []
    for number, lineage in enumerate(history.lineages):
        spots = [
            _spot(unit, history, edition, history.top(edition, number), places[edition]) if unit else None
            for edition, unit in enumerate(lineage.units)
        ]
        row: dict[str, Any] = {"spots": _runs(spots), **_strand(lineage.strand)}
        if any(lineage.moves):
            row["moves"] = _runs(lineage.moves)
        kinds = {unit.kind for unit in lineage.units if unit}
        if "measure" in kinds:
            row["measure"] = True
        if "definition" in kinds and len(lineage.strand.texts) > 1:
            row["users"] = _runs(
                using(history, edition, unit) if unit else [] for edition, unit in enumerate(lineage.units)
            )
        if meant := [edition for edition, names in enumerate(told) if number in names]:
            row["meant"] = meant
        why = [[edition, said[number]] for edition, said in enumerate(history.reasons) if number in said]
        lineages.append(row | {"why": why} if why else row)
    families = [
        {"members": family.members, "events": family.events, **_strand(family.strand)} for family in history.families
    ]
    editions = [
        {
            "version": edition.version,
            "label": words.edition_label(edition),
            "name": words.version_name(edition),
            "short": short_edition(edition),
            "spoken": words.edition_name(edition),
            **_interval(edition, spans[edition.version]),
        }
        for edition in history.editions
    ]
    data = {
        "words": COMPARE | {"answers": ANSWERS},
        "labels": LABELS,
        "measures": MEASURES,
        "natures": NATURE,
        "notes": NOTES,
        "shares": {"nothing": NOTHING, "collapsed": COLLAPSED},
        "hopeless": HOPELESS,
        "counted": COUNTED,
        "editions": editions,
        "lineages": lineages,
        "families": families,
        "order": _runs(history.order),
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _spot(unit: Unit, history: History, edition: int, top: int, places: Places) -> list[Any]:
    """A unit in one edition: id, number, name, mark, part that holds it, address, lineage of its top; of a top also its
    heading and its short number."""
    head = history.lineages[top].units[edition]
    is_top = head is unit
    within = within_of(unit, head.id if head else "")
    name = unit_name(unit.kind, unit.number, unit.title)
    shown = [heading_of(unit), short_number(unit)] if is_top else ["", ""]
    return [unit.id, unit.number, name, mark_of(unit), within, places.address(unit), top, *shown]


def _interval(edition: Edition, span: Interval) -> dict[str, str]:
    """From when and until when an edition applies, if its text names it and it is no concept."""
    days = {} if edition.concept else {"from": span.start, "until": span.end}
    return {key: day.isoformat() for key, day in days.items() if day and span.start}


def _strand(strand: Strand) -> dict[str, Any]:
    redlines = {}
    for old, new in combinations(range(len(strand.texts)), 2):
        redlines[f"{old} {new}"] = "".join(f"{op}{_length(text)}" for op, text in strand.redline(old, new))
    return {"texts": [typeset(text) for text in strand.texts], "at": _runs(strand.at)} | ({"redlines": redlines} if redlines else {})


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _runs(values: Iterable[Any]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for edition, value in enumerate(values):
        if not found or found[-1][1] != value:
            found.append([edition, value])
    return found
