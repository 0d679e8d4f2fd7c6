"""What changed since the edition before, as the author explains it: what belongs together, why, and of what nature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from clausule.compare.changes import EDITORIAL, SUBSTANTIVE, Change, Comparison, compare_units
from clausule.compare.pairing import DOUBTFUL, Overrules
from clausule.compare.units import Unit, edition_units
from clausule.language.language import Language, language_of
from clausule.model.editions import Agreement, Edition, number_before
from clausule.model.ids import all_around, linked_id
from clausule.model.notes import ChangeNote


@dataclass(frozen=True, slots=True)
class Explained:
    """A change with what the author says of it. ``proposed`` is the nature that the words show; ``nature`` what
    counts."""

    change: Change
    proposed: str
    notes: tuple[ChangeNote, ...]

    @property
    def declared(self) -> str:
        """The nature that the author declares: substantive when one of his notes says so; empty when none does."""
        natures = {note.nature for note in self.notes}
        return SUBSTANTIVE if SUBSTANTIVE in natures else EDITORIAL if EDITORIAL in natures else ""

    @property
    def nature(self) -> str:
        """What the author declares, else what the build proposes."""
        return self.declared or self.proposed

    @property
    def why(self) -> str:
        """The reasons of the author, or nothing."""
        return " ".join(dict.fromkeys(note.why for note in self.notes if note.why))

    @property
    def doubtful(self) -> bool:
        """Whether another pairing would be nearly as good."""
        return self.change.confidence < DOUBTFUL


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Explanations:
    """Two successive editions. ``changes`` leaves out what did not change; ``idle`` are notes on what did not."""

    old: Edition
    new: Edition
    comparison: Comparison
    changes: tuple[Explained, ...]
    idle: tuple[ChangeNote, ...]
    old_ids: frozenset[str]
    new_ids: frozenset[str]

    def of(self, change: Change) -> Explained | None:
        """What is said of ``change``; None when nothing changed."""
        return next((one for one in self.changes if one.change is change), None)


def edition_before(agreement: Agreement, edition: Edition) -> Edition | None:
    """The edition that ``edition`` is compared with: the one that it follows; None for the first."""
    index = agreement.editions.index(edition)
    return agreement.editions[number_before(agreement.editions, index)] if index else None


def overrules(edition: Edition) -> Overrules:
    """What the author of ``edition`` knows better about its pairs with the edition before."""
    told = [((note.old, note.new), note.apart) for note in edition.pairs]
    return Overrules(tuple(pair for pair, apart in told if not apart), tuple(pair for pair, apart in told if apart))


@lru_cache(maxsize=128)
def compare_successive(old: Edition, new: Edition) -> Comparison:
    """What happened from ``old`` to ``new``, which follows it: the author of ``new`` can overrule the pairs."""
    return compare_units(edition_units(old), edition_units(new), overrules(new))


@lru_cache(maxsize=128)
def explain(old: Edition, new: Edition) -> Explanations:
    """Every change from ``old`` to ``new`` with the notes on it. Of several that fit, the most precise count."""
    comparison = compare_successive(old, new)
    units_old, units_new = edition_units(old), edition_units(new)
    above_old, above_new = (
        {name: unit.parent for unit in units for name in (unit.id, *unit.aliases)} for units in (units_old, units_new)
    )
    same, language = _same_place(comparison), language_of(new.language)
    used: set[ChangeNote] = set()
    found = []
    for change in comparison.changes:
        if change.kind == "unchanged":
            continue
        notes = _notes_on(change, new, above_old, above_new)
        used.update(_fitting(change, new, above_old, above_new))
        found.append(Explained(change, _proposed(change, same, language), notes))
    idle = tuple(note for note in new.changes if note not in used)
    return Explanations(
        old=old,
        new=new,
        comparison=comparison,
        changes=tuple(found),
        idle=idle,
        old_ids=frozenset(above_old),
        new_ids=frozenset(above_new),
    )


def _chain(unit: Unit, above: Mapping[str, str]) -> dict[str, int]:
    """The names of ``unit`` and those of what holds it, with how far they are from it."""
    chain, name, distance = dict.fromkeys((unit.id, *unit.aliases), 0), unit.parent, 0
    while name and name not in chain:
        distance += 1
        chain[name] = distance
        name = above.get(name, "")
    return chain


def _fitting(
    change: Change, new: Edition, above_old: Mapping[str, str], above_new: Mapping[str, str]
) -> dict[ChangeNote, int]:
    """The notes that are about ``change`` or about what holds it, with how far they are from it."""
    if not new.changes:
        return {}
    chains_old = [_chain(unit, above_old) for unit in change.all_old]
    chains_new = [_chain(unit, above_new) for unit in change.all_new]
    found = {}
    for note in new.changes:
        here = [chain[note.at] for chain in chains_new if note.at in chain]
        # What was removed has its old id only; a note may name that in 'at' when no clause has it now.
        gone = not note.was and note.at not in above_new
        there = [chain[name] for chain in chains_old if (name := note.at if gone else note.was) in chain]
        if note.at and note.was:
            distances = [max(min(here), min(there))] if here and there else []
        else:
            distances = there if gone or note.was else here
        if distances:
            found[note] = min(distances)
    return found


def _notes_on(
    change: Change, new: Edition, above_old: Mapping[str, str], above_new: Mapping[str, str]
) -> tuple[ChangeNote, ...]:
    fitting = _fitting(change, new, above_old, above_new)
    nearest = min(fitting.values(), default=None)
    return tuple(note for note, distance in fitting.items() if distance == nearest)


def _same_place(comparison: Comparison) -> tuple[dict[str, str], dict[str, str]]:
    """For the ids of both editions one name for what is the same: the id of the main unit in the new one."""
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    for change in comparison.changes:
        if change.new:
            name = f"={change.new.id}"
            for unit in change.all_old:
                old[unit.id] = name
            for unit in change.all_new:
                new[unit.id] = name
    return old, new


def _proposed(change: Change, same: tuple[dict[str, str], dict[str, str]], language: Language) -> str:
    """Editorial when, but for references and links that follow a renumbering, every word is the same."""
    if change.kind == "moved":
        return EDITORIAL
    if not change.old or not change.new or _leads_elsewhere(change, same, language):
        return SUBSTANTIVE
    was = _with_targets(change.from_text, change.old.id, same[0], language)
    now = _with_targets(change.to_text, change.new.id, same[1], language)
    return EDITORIAL if was == now else SUBSTANTIVE


def _leads_elsewhere(change: Change, same: tuple[dict[str, str], dict[str, str]], language: Language) -> bool:
    """Whether a link that stayed leads to something else than it did."""
    annex = language.grammar.ANNEX

    def meant(target: str, names: Mapping[str, str]) -> str:
        return target if ":" in target else _target(linked_id(target, annex), names)

    return any(
        was is not None and now is not None and meant(was, same[0]) != meant(now, same[1])
        for _, was, now in change.relinked
    )


def _with_targets(text: str, here: str, same: Mapping[str, str], language: Language) -> list[str]:
    """The words of ``text``, where a reference within the agreement is what it points to."""
    pieces: list[str] = []
    end = 0
    for reference in language.references.find_references(text, here):
        own = [_target(target.address, same) for target in reference.targets if target.kind in ("clause", "annex")]
        if len(own) == len(reference.targets) and own:
            pieces += [text[end : reference.start], " ".join(sorted(set(own)))]
            end = reference.end
    return "".join([*pieces, text[end:]]).split()


def _target(address: str, same: Mapping[str, str]) -> str:
    """What ``address`` points to by its common name; an item is found by the clause that holds it."""
    for cut in reversed([*all_around(address)]):
        if cut in same:
            return same[cut] + address[len(cut) :]
    return address
