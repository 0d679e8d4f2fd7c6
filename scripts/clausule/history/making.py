"""From editions to their history: each is paired with the one before it, and every unit followed."""

from __future__ import annotations

from clausule.addresses import Addresses
from clausule.compare.units import HEADINGS, Unit, edition_units
from clausule.compare.uses import users
from clausule.history.lines import History, Lineage
from clausule.model import Agreement, Edition
from clausule.reasons import SUBSTANTIVE, compare_successive, explain

_NAMELESS = ("measure", "item", "row", "paragraph")


def make_history(agreement: Agreement, known: History | None = None) -> History:
    """The history of all editions of ``agreement``. ``known`` is that of its first editions, which is then added to: of
    these only the last is read."""
    history = known or History()
    history.editions = agreement.editions
    for edition in agreement.editions[len(history.order) :]:
        _add(history, edition)
    return history


def _add(history: History, edition: Edition) -> None:
    """Puts ``edition`` behind those that ``history`` has."""
    number = len(history.order)
    units = edition_units(edition)
    for lineage in history.lineages:
        lineage.units.append(None)
        lineage.addresses.append("")
        lineage.moves.append(lineage.moves[-1])
    history.places.append({})
    for lists in (history.reasons, history.uses):
        lists.append({})
    history.meant.append(frozenset())
    history.notes.append("")
    if number:
        _follow(history, number)
        _explain(history, number)
    else:
        for unit in units:
            _put(history, unit, _new(history))
    _place(history, edition, units)
    history.uses[number] = _uses(history, edition, units)


def _follow(history: History, number: int) -> None:
    """Finds the lineage of each unit of edition ``number``."""
    before, gone = history.places[number - 1], _gone(history, number)
    old, new = history.editions[number - 1 : number + 1]
    comparison = compare_successive(old, new)
    history.notes[number] = comparison.note
    for change in comparison.changes:
        if change.new is None:
            continue
        if change.old:
            one = before[change.old.id]
            history.lineages[one].moves[number] += change.moved and not change.renumbered
        else:
            back = (change.new.kind, change.new.text)
            one = gone.pop(back) if change.new.text and back in gone else _new(history)
        _put(history, change.new, one)
        for unit in change.also_new:
            other = _new(history)
            _put(history, unit, other)
            history.join(one, other, number)
        for unit in change.also_old:
            history.join(one, before[unit.id], number)


def _gone(history: History, number: int) -> dict[tuple[str, str], int]:
    """What went before the last edition, by its last words: it may come back."""
    found = {}
    for name, lineage in enumerate(history.lineages):
        if lineage.units[number - 1] is None:
            last = lineage.last_unit
            if last.kind not in HEADINGS:
                found[last.kind, last.text] = name
    return found


def _new(history: History) -> int:
    count = len(history.places)
    history.lineages.append(Lineage([None] * count, [""] * count, [0] * count))
    history.lineages[-1].strand.at += [None] * (count - 1)
    return len(history.lineages) - 1


def _put(history: History, unit: Unit, name: int) -> None:
    units = history.lineages[name].units
    before = units[-2] if len(units) > 1 else None
    units[-1] = before if before == unit else unit
    history.places[-1][unit.id] = name


def _explain(history: History, number: int) -> None:
    """What the author of edition ``number`` says of its changes; what went has the lineage that it had."""
    here, before = history.places[number], history.places[number - 1]
    meant: set[int] = set()
    for one in explain(*history.editions[number - 1 : number + 1]).changes:
        change = one.change
        if one.why and change.new:
            history.reasons[number][here[change.new.id]] = one.why
        elif one.why and change.old:
            history.reasons[number][before[change.old.id]] = one.why
        if one.nature == SUBSTANTIVE:
            meant.update(here[unit.id] for unit in (change.new, *change.also_new) if unit)
            meant.update(before[unit.id] for unit in (change.old, *change.also_old) if unit)
    history.meant[number] = frozenset(meant)


def _place(history: History, edition: Edition, units: tuple[Unit, ...]) -> None:
    """Puts down the order, the words and the addresses of the last edition."""
    here, addresses = history.places[-1], Addresses(edition)
    by_id = {unit.id: unit for unit in units}
    history.order.append([here[unit.id] for unit in units])
    for lineage in history.lineages:
        unit = holder = lineage.units[-1]
        lineage.strand.add(unit.text if unit else None)
        while holder and not lineage.addresses[-1]:
            lineage.addresses[-1] = addresses.address(holder.id) or ""
            holder = by_id.get(holder.parent)


def _uses(history: History, edition: Edition, units: tuple[Unit, ...]) -> dict[int, tuple[int, ...]]:
    """The lineages that use each term, in reading order: a measure, item or row by the clause or part that holds it,
    which has a name."""
    here, by_id = history.places[-1], {unit.id: unit for unit in units}
    found = {}
    for name, those in users(units, edition.inflections).items():
        names: dict[int, None] = {}
        for user in those:
            while user.kind in _NAMELESS and user.parent in by_id:
                user = by_id[user.parent]
            names[here[user.id]] = None
        found[here[name]] = tuple(names)
    return found
