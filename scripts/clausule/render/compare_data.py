"""The data with which a browser puts any two editions side by side, and with which the next publisher begins: the whole
history of an agreement, as texts and as the redlines between them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from clausule.compare.units import Unit
from clausule.compare_words import HOPELESS
from clausule.dutch import words
from clausule.dutch.changes import NATURE, NOTES
from clausule.dutch.comparison import COMPARE, COUNTED, LABELS, MEASURES, short_edition, unit_name
from clausule.dutch.dates import ANSWERS
from clausule.dutch.typography import canonical_quotes, typeset
from clausule.history import History, Lineage, Strand, families
from clausule.model import Agreement, Edition, Interval, intervals
from clausule.render.meaning import COLLAPSED, NOTHING
from clausule.render.places import FOLDER, heading_of, mark_of, short_number, within_of

DATA = f"{FOLDER}gegevens.json"
_SEAL = '{{"sha256":"{}",'


def comparison_data(agreement: Agreement, history: History) -> bytes:
    """``vergelijken/gegevens.json``.

    What an edition has is written as runs: ``[first edition, value]`` where the value changes. A redline is a string
    such as ``=12-3+5``: lengths (in UTF-16, as browsers count) to be cut from the old and the new text; texts that are
    further apart than ``REACH`` have none, and are reached in steps. Texts have the quotes with which they are shown.
    ``meant`` names the editions that changed a lineage in substance; ``users`` the lineages that use a term.
    ``sha256`` is the hash of the rest of the file: who reads it back knows that no hand or merge changed it.
    """
    spans = intervals(agreement)
    editions = [
        {
            "version": edition.version,
            "label": words.edition_label(edition),
            "name": words.version_name(edition),
            "short": short_edition(edition),
            "spoken": words.edition_name(edition),
            **_interval(edition, spans[edition.version]),
            **({"note": note} if note else {}),
        }
        for edition, note in zip(history.editions, history.notes, strict=True)
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
        "lineages": [_lineage(history, number, lineage) for number, lineage in enumerate(history.lineages)],
        "families": [{"members": members, "events": events, **_strand(history.joint(members))} for members, events in families(history)],
        "joins": history.joins,
        "order": _runs(history.order),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    rest = text.removeprefix("{").encode("utf-8", "surrogatepass")
    return _SEAL.format(hashlib.sha256(rest).hexdigest()).encode() + rest


def _lineage(history: History, number: int, lineage: Lineage) -> dict[str, Any]:
    row: dict[str, Any] = {"spots": _runs(_spots(history, number, lineage)), **_strand(lineage.strand)}
    if any(lineage.moves):
        row["moves"] = _runs(lineage.moves)
    kinds = {unit.kind for unit in lineage.units if unit}
    if "measure" in kinds:
        row["measure"] = True
    if "definition" in kinds:
        row["users"] = _runs(uses.get(number, ()) for uses in history.uses)
    if meant := [edition for edition, names in enumerate(history.meant) if number in names]:
        row["meant"] = meant
    why = [[edition, said[number]] for edition, said in enumerate(history.reasons) if number in said]
    return row | {"why": why} if why else row


def _spots(history: History, number: int, lineage: Lineage) -> Iterable[list[Any] | None]:
    """A unit in each edition, as it is shown: id, number, name, mark, part that holds it, address, lineage of its top; of
    a top also its heading and its short number. Then what else is known of it: kind, title, mark and what holds it."""
    before: tuple[Any, ...] = ()
    spot: list[Any] | None = None
    for edition, unit in enumerate(lineage.units):
        top = history.top(edition, number) if unit else -1
        head = history.lineages[top].units[edition] if unit else None
        now = unit, lineage.addresses[edition], top, head
        if not before or any(one is not other and one != other for one, other in zip(now, before, strict=True)):
            spot = _spot(unit, now[1], top, head) if unit else None
            before = now
        yield spot


def _spot(unit: Unit, address: str, top: int, head: Unit | None) -> list[Any]:
    within = within_of(unit, head.id if head else "")
    name = unit_name(unit.kind, unit.number, unit.title)
    shown = [heading_of(unit), short_number(unit)] if head is unit else ["", ""]
    told = [unit.kind, unit.title, unit.mark, unit.parent]
    return [unit.id, unit.number, name, mark_of(unit), within, address, top, *shown, *told]


def _interval(edition: Edition, span: Interval) -> dict[str, str]:
    """From when and until when an edition applies, if its text names it and it is no concept."""
    days = {} if edition.concept else {"from": span.start, "until": span.end}
    return {key: day.isoformat() for key, day in days.items() if day and span.start}


def _strand(strand: Strand) -> dict[str, Any]:
    redlines = {f"{old} {new}": told for (old, new), told in sorted(strand.written_redlines().items())}
    return {"texts": [typeset(text) for text in strand.texts], "at": _runs(strand.at)} | ({"redlines": redlines} if redlines else {})


def _runs(values: Iterable[Any]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for edition, value in enumerate(values):
        if not found or (found[-1][1] is not value and found[-1][1] != value):
            found.append([edition, value])
    return found


def known_history(content: bytes, editions: Sequence[Edition]) -> History | None:
    """The history of ``editions``, of which ``content`` was made, perhaps with others that came after them; None when it
    is not as ``comparison_data`` wrote it, or is about other editions."""
    begin = len(_SEAL.format("0" * 64))
    if content[:begin] != _SEAL.format(hashlib.sha256(content[begin:]).hexdigest()).encode():
        return None
    data, count = json.loads(b"{" + content[begin:]), len(editions)
    rows = data["editions"][:count]
    if [row["version"] for row in rows] != [edition.version for edition in editions]:
        return None
    history = History(tuple(editions), order=_spread(data["order"], count), notes=[row.get("note", "") for row in rows])
    history.places, history.reasons, history.uses = [{} for _ in rows], [{} for _ in rows], [{} for _ in rows]
    meant: list[set[int]] = [set() for _ in rows]
    for number, row in enumerate(data["lineages"]):
        lineage = _known_lineage(row, count)
        if not any(lineage.units):  # lineages are numbered as they came: those behind it came later too
            break
        history.lineages.append(lineage)
        for edition, unit in enumerate(lineage.units):
            if unit:
                history.places[edition][unit.id] = number
        for edition, said in _before(count, row.get("why", ())):
            history.reasons[edition][number] = said
        for edition in row.get("meant", ()):
            if edition < count:
                meant[edition].add(number)
        for edition, names in enumerate(_spread(row.get("users", ()), count)):
            if names:
                history.uses[edition][number] = tuple(names)
    history.meant = [frozenset(names) for names in meant]
    for main, other, edition in data["joins"]:
        if edition < count:
            history.join(main, other, edition)
    for row in data["families"]:
        if all(one < len(history.lineages) for one in row["members"]):
            history.joint(tuple(row["members"])).written = _known_strand(row, count).written
    return history


def _known_lineage(row: dict[str, Any], count: int) -> Lineage:
    strand, spots = _known_strand(row, count), _spread(row["spots"], count)
    units: list[Unit | None] = []
    for edition, (spot, at) in enumerate(zip(spots, strand.at, strict=True)):
        if edition and spot is spots[edition - 1] and at == strand.at[edition - 1]:
            units.append(units[-1])
        else:
            units.append(_known_unit(spot, strand.texts[at]) if spot and at is not None else None)
    addresses = [spot[5] if spot else "" for spot in spots]
    return Lineage(units, addresses, _spread(row.get("moves", [[0, 0]]), count), strand)


def _known_unit(spot: Sequence[Any], text: str) -> Unit:
    name, number, *_, kind, title, mark, parent = spot
    return Unit(name, number, title, kind, text, parent, mark)


def _known_strand(row: dict[str, Any], count: int) -> Strand:
    at = _spread(row["at"], count)
    texts = [canonical_quotes(text) for text in row["texts"][: max((one for one in at if one is not None), default=-1) + 1]]
    pairs = {(int(old), int(new)): told for pair, told in row.get("redlines", {}).items() for old, new in [pair.split()]}
    return Strand(texts, at, {pair: told for pair, told in pairs.items() if pair[1] < len(texts)})


def _spread(runs: Iterable[Sequence[Any]], count: int) -> list[Any]:
    """The value for each of ``count`` editions from runs; None before the first."""
    values: list[Any] = []
    value: Any = None
    for edition, following in _before(count, runs):
        values += [value] * (edition - len(values))
        value = following
    return values + [value] * (count - len(values))


def _before(count: int, rows: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
    """Of rows that begin with an edition those of the first ``count`` editions."""
    return (row for row in rows if row[0] < count)
