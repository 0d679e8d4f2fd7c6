"""From editions to their history: each is paired with the one before it, and every unit followed."""

from __future__ import annotations

from collections.abc import Mapping

from clausule.analysis.addresses import Addresses
from clausule.compare.changes import SUBSTANTIVE
from clausule.compare.explanations import compare_successive, explain
from clausule.compare.history.lines import History, Lineage, Spot
from clausule.compare.units import HEADINGS, Unit, edition_units
from clausule.compare.uses import users
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition

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
    history.places.append({})
    for lists in (history.reasons, history.uses):
        lists.append({})
    history.meant.append(frozenset())
    history.notes.append("")
    if number:
        moved = _follow(history, number)
        _explain(history, number)
    else:
        moved = set()
        for unit in units:
            history.places[0][unit.id] = _new(history)
    _place(history, edition, units, moved)
    history.uses[number] = _uses(history, edition, units)


def _follow(history: History, number: int) -> set[int]:
    """Finds the lineage of each unit of edition ``number``; returns those that went to another place."""
    moved: set[int] = set()
    last = history.before(number)
    before = history.places[last]
    old, new = history.editions[last], history.editions[number]
    comparison = compare_successive(old, new)
    history.notes[number] = comparison.note
    came = [change.new for change in comparison.changes if change.new and not change.old]
    gone = _gone(history, number, {(unit.kind, unit.text) for unit in came if unit.text and unit.kind not in HEADINGS})
    for change in comparison.changes:
        if change.new is None:
            continue
        if change.old:
            one = before[change.old.id]
            if change.moved and not change.renumbered:
                moved.add(one)
        else:
            back = gone.get((change.new.kind, change.new.text))
            one = back.pop() if back else _new(history)
        history.places[number][change.new.id] = one
        for unit in change.also_new:
            other = _new(history)
            history.places[number][unit.id] = other
            history.join(one, other, number)
        for unit in change.also_old:
            history.join(one, before[unit.id], number)
    return moved


def _gone(history: History, number: int, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    """What is not in the edition that the last one follows, by its kind and last words, where these are ``wanted``: it
    may come back. Of several that had the same words what went last comes last, and of these what stood first: so who
    looks at some editions only finds the same."""
    found: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    before = history.before(number)
    for name, lineage in enumerate(history.lineages if wanted else ()):
        last = lineage.last
        unit = lineage.spots[last].unit
        if before not in lineage.spots and (unit.kind, unit.text) in wanted:
            found.setdefault((unit.kind, unit.text), []).append((last, -history.order[last].index(name), name))
    return {key: [name for *_, name in sorted(rows)] for key, rows in found.items()}


def _new(history: History) -> int:
    history.lineages.append(Lineage())
    return len(history.lineages) - 1


def _explain(history: History, number: int) -> None:
    """What the author of edition ``number`` says of its changes; what went has the lineage that it had."""
    last = history.before(number)
    here, before = history.places[number], history.places[last]
    meant: set[int] = set()
    for one in explain(history.editions[last], history.editions[number]).changes:
        change = one.change
        if one.why and change.new:
            history.reasons[number][here[change.new.id]] = one.why
        elif one.why and change.old:
            history.reasons[number][before[change.old.id]] = one.why
        if one.nature == SUBSTANTIVE:
            meant.update(here[unit.id] for unit in change.all_new)
            meant.update(before[unit.id] for unit in change.all_old)
    history.meant[number] = frozenset(meant)


def _place(history: History, edition: Edition, units: tuple[Unit, ...], moved: set[int]) -> None:
    """Puts each unit of the last edition on its line; ``moved`` are the lineages that went to another place."""
    here, addresses, number = history.places[-1], Addresses(edition), len(history.order)
    by_id = {unit.id: unit for unit in units}
    history.order.append([here[unit.id] for unit in units])
    for name, unit in zip(history.order[-1], units, strict=True):
        lineage = history.lineages[name]
        before = lineage.spots.get(history.before(number)) if number else None
        before = before or (lineage.spots[lineage.last] if lineage.spots else None)
        moves = (before.moves if before else 0) + (name in moved)
        spot = Spot(unit, _address(unit, by_id, addresses), moves)
        lineage.spots[number] = before if before == spot else spot
        lineage.strand.put(number, unit.text)
    history.complete(number)


def _address(unit: Unit, by_id: Mapping[str, Unit], addresses: Addresses) -> str:
    holder: Unit | None = unit
    while holder:
        found = addresses.address(holder.id)
        if found is not None:
            return found
        holder = by_id.get(holder.parent)
    return ""


def _uses(history: History, edition: Edition, units: tuple[Unit, ...]) -> dict[int, tuple[int, ...]]:
    """The lineages that use each term, in reading order: a measure, item or row by the clause or part that holds it,
    which has a name."""
    here, by_id = history.places[-1], {unit.id: unit for unit in units}
    found = {}
    for name, those in users(units, edition.inflections, language_of(edition.language)).items():
        names: dict[int, None] = {}
        for user in those:
            while user.kind in _NAMELESS and user.parent in by_id:
                user = by_id[user.parent]
            names[here[user.id]] = None
        found[here[name]] = tuple(names)
    return found
