"""The data with which a browser puts any two editions side by side, and with which the next publisher begins: the whole
history of an agreement, as texts and as the redlines between them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from clausule.compare.history import History, Lineage, Spot, Strand, families
from clausule.compare.nature import COLLAPSED, NOTHING
from clausule.compare.units import Unit
from clausule.compare.wording import HOPELESS
from clausule.formats.edition_json import withdrawal_json
from clausule.language.language import Language, language_of
from clausule.language.wording.changes import change_words, counted_words, nature_words, note_words
from clausule.language.wording.dates import answers
from clausule.language.wording.names import edition_label, edition_name, short_edition, version_name
from clausule.model.dates import Interval, intervals
from clausule.model.editions import Agreement, Edition
from clausule.pages.comparison.places import heading_of, mark_of, short_number, within_of
from clausule.pages.comparison.words import compare_words, measure_words, unit_name

RULES = 2
"""What was compared by other rules is compared again, and not added to. Raise it when the same texts are paired, or
their words compared, otherwise than before."""


def comparison_data(agreement: Agreement, history: History) -> bytes:
    """``vergelijken/gegevens.json``.

    What an edition has is written as runs: ``[first edition, value]`` where the value changes. A redline is a string
    such as ``=12-3+5``: lengths (in UTF-16, as browsers count) to be cut from the old and the new text; texts that are
    further apart than ``REACH`` have none, and are reached in steps. Texts have the quotes with which they are shown.
    ``meant`` names the editions that changed a lineage in substance; ``users`` the lineages that use a term; ``links``
    the words and targets of the links in it. ``rules`` say by which rules all this was compared.
    """
    spans, told, language = intervals(agreement), _Told(history), language_of(agreement.language)
    editions = [
        {
            "version": edition.version,
            "label": edition_label(edition),
            "name": version_name(edition),
            "short": short_edition(edition),
            "spoken": edition_name(edition),
            **_interval(edition, spans[edition.version]),
            **({"note": note} if note else {}),
            **withdrawal_json(edition, "withdrawn"),
            **({"never": True} if edition.never_applied else {}),
        }
        for edition, note in zip(history.editions, history.notes, strict=True)
    ]
    data = {
        "rules": RULES,
        "words": compare_words(language) | {"answers": answers(language)},
        "labels": change_words(language),
        "measures": measure_words(language),
        "natures": nature_words(language),
        "notes": note_words(language),
        "shares": {"nothing": NOTHING, "collapsed": COLLAPSED},
        "hopeless": HOPELESS,
        "counted": counted_words(language),
        "editions": editions,
        "lineages": [
            _lineage(language, history, number, lineage, told) for number, lineage in enumerate(history.lineages)
        ],
        "families": [
            {"members": members, "events": events, **_strand(language, history.joint(members), len(history.editions))}
            for members, events in families(history)
        ],
        "joins": history.joins,
        "order": _runs(enumerate(history.order)),
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "surrogatepass")


def _lineage(language: Language, history: History, number: int, lineage: Lineage, told: _Told) -> dict[str, Any]:
    count = len(history.editions)
    row: dict[str, Any] = {
        "spots": _runs(_spots(language, history, number, lineage), count),
        **_strand(language, lineage.strand, count),
    }
    if any(spot.moves for spot in lineage.spots.values()):
        row["moves"] = _runs((edition, spot.moves) for edition, spot in lineage.spots.items())
    kinds = {spot.unit.kind for spot in lineage.spots.values()}
    if "measure" in kinds:
        row["measure"] = True
    if any(spot.unit.links for spot in lineage.spots.values()):
        row["links"] = _runs((edition, spot.unit.links) for edition, spot in lineage.spots.items())
    if "definition" in kinds:
        row["users"] = _runs((edition, history.uses[edition].get(number, ())) for edition in lineage.spots)
    if number in told.meant:
        row["meant"] = told.meant[number]
    if number in told.why:
        row["why"] = told.why[number]
    return row


class _Told:
    """What was said of each lineage, with the edition that said it."""

    def __init__(self, history: History) -> None:
        self.why: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self.meant: dict[int, list[int]] = defaultdict(list)
        for edition, (said, meant) in enumerate(zip(history.reasons, history.meant, strict=True)):
            for number, why in said.items():
                self.why[number].append((edition, why))
            for number in meant:
                self.meant[number].append(edition)


def _spots(language: Language, history: History, number: int, lineage: Lineage) -> Iterable[tuple[int, list[Any]]]:
    """A unit in each edition, as it is shown: id, number, name, mark, part that holds it, address, lineage of its top;
    of a top also its heading and its short number. Then what else is known of it: kind, title, mark, what holds it, and
    earlier ids."""
    before: tuple[Any, ...] = ()
    shown: list[Any] = []
    for edition, spot in lineage.spots.items():
        top = history.top(edition, number)
        head = history.lineages[top].spots[edition]
        if not before or before[0] is not spot or before[1] is not head or before[2] != top:
            shown, before = _spot(language, spot, top, head.unit), (spot, head, top)
        yield edition, shown


def _spot(language: Language, spot: Spot, top: int, head: Unit) -> list[Any]:
    unit = spot.unit
    within = within_of(unit, head.id)
    name = unit_name(language, unit)
    shown = [heading_of(language, unit), short_number(language, unit)] if head is unit else ["", ""]
    told = [unit.kind, unit.title, unit.mark, unit.parent, *unit.aliases]
    return [unit.id, unit.number, name, mark_of(unit), within, spot.address, top, *shown, *told]


def _interval(edition: Edition, span: Interval) -> dict[str, str]:
    """From when and until when an edition applies, if its text names it, and it is no concept and was not taken back
    before; with for whom alone, and when it was made known where that was later."""
    days = {} if edition.concept or edition.never_applied else {"from": span.start, "until": span.end}
    told = {key: day.isoformat() for key, day in days.items() if day and span.start}
    known = {"known": edition.known_late.isoformat()} if told and edition.known_late else {}
    return told | known | ({"whom": edition.audience} if told and edition.audience else {})


def _strand(language: Language, strand: Strand, count: int) -> dict[str, Any]:
    redlines = {f"{old} {new}": told for (old, new), told in sorted(strand.write().items())}
    texts = [language.typography.typeset(text) for text in strand.texts]
    return {"texts": texts, "at": _runs(strand.at.items(), count)} | ({"redlines": redlines} if redlines else {})


def _runs(values: Iterable[tuple[int, Any]], count: int | None = None) -> list[list[Any]]:
    """Rows ``[edition, value]`` where the value changes; of ``count`` editions those between and behind have None."""
    found: list[list[Any]] = []
    last = -1
    for edition, value in values:
        if count is not None and edition > last + 1:
            found.append([last + 1, None])
        if not found or (found[-1][1] is not value and found[-1][1] != value):
            found.append([edition, value])
        last = edition
    return found + ([[last + 1, None]] if count is not None and last + 1 < count else [])


def known_history(content: bytes, editions: Sequence[Edition]) -> History | None:
    """The history of ``editions``, of which ``comparison_data`` made ``content``, perhaps with others that came after
    them; None when it is about other editions, or was compared by other rules. Whoever asks knows that ``content`` is
    as it was made."""
    data, count = json.loads(content), len(editions)
    rows = data["editions"][:count]
    if (
        not rows
        or data.get("rules") != RULES
        or [row["version"] for row in rows] != [edition.version for edition in editions]
    ):
        return None
    language = language_of(editions[0].language)
    history = History(
        tuple(editions),
        order=[names for _, names in _each(data["order"], count)],
        notes=[row.get("note", "") for row in rows],
    )
    history.places, history.reasons, history.uses = [{} for _ in rows], [{} for _ in rows], [{} for _ in rows]
    meant: list[set[int]] = [set() for _ in rows]
    for number, row in enumerate(data["lineages"]):
        lineage = _known_lineage(language, row, count)
        if not lineage.spots:  # lineages are numbered as they came: those behind it came later too
            break
        history.lineages.append(lineage)
        for edition, spot in lineage.spots.items():
            history.places[edition][spot.unit.id] = number
        for edition, said in row.get("why", ()):
            if edition < count:
                history.reasons[edition][number] = said
        for edition in row.get("meant", ()):
            if edition < count:
                meant[edition].add(number)
        for edition, names in _each(row.get("users", ()), count):
            if names:
                history.uses[edition][number] = tuple(names)
    history.meant = [frozenset(names) for names in meant]
    for main, other, edition in data["joins"]:
        if edition < count:
            history.join(main, other, edition)
    for row in data["families"]:
        if all(one < len(history.lineages) for one in row["members"]):
            history.joint(tuple(row["members"])).written = _known_strand(language, row, count).written
    return history


def _known_lineage(language: Language, row: dict[str, Any], count: int) -> Lineage:
    lineage = Lineage(strand=_known_strand(language, row, count))
    moves = dict(_each(row.get("moves", ()), count))
    linked = dict(_each(row.get("links", ()), count))
    made: tuple[Any, ...] = ()
    for edition, shown in _each(row["spots"], count):
        at, links = lineage.strand.at[edition], linked.get(edition, ())
        if not made or made[0] is not shown or made[1:] != (at, moves.get(edition, 0), links):
            name, number, _, _, _, address, _, _, _, kind, title, mark, parent, *aliases = shown
            spot = Spot(
                Unit(
                    id=name,
                    number=number,
                    title=title,
                    kind=kind,
                    text=lineage.strand.texts[at],
                    parent=parent,
                    mark=mark,
                    aliases=tuple(aliases),
                    links=tuple((words, target) for words, target in links),
                ),
                address,
                moves.get(edition, 0),
            )
            made = shown, at, moves.get(edition, 0), links
        lineage.spots[edition] = spot
    return lineage


def _known_strand(language: Language, row: dict[str, Any], count: int) -> Strand:
    at = dict(_each(row["at"], count))
    texts = [language.typography.canonical_quotes(text) for text in row["texts"][: max(at.values(), default=-1) + 1]]
    pairs = {
        (int(old), int(new)): told for pair, told in row.get("redlines", {}).items() for old, new in [pair.split()]
    }
    return Strand(texts, at, {pair: told for pair, told in pairs.items() if max(pair) < len(texts)})


def _each(runs: Sequence[Sequence[Any]], count: int) -> Iterable[tuple[int, Any]]:
    """The editions, of ``count``, that have a value, from runs."""
    for number, (first, value) in enumerate(runs):
        if value is not None:
            end = runs[number + 1][0] if number + 1 < len(runs) else count
            yield from ((edition, value) for edition in range(first, min(end, count)))
