"""Which unit of the new edition is which of the old: by number, title and text together, through moves and
renumbering."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

from clausule.compare.assignment import assign
from clausule.compare.divided import Division, Group, same_text
from clausule.compare.holders import Holders, Pairs, same_words
from clausule.compare.lines import bare, pair_lines
from clausule.compare.order import Doubt, Order, sure
from clausule.compare.similarity import Similarity, Words, all_words
from clausule.compare.split_merge import Part, Parts
from clausule.compare.unit import HEADINGS, Unit, by_name

DOUBTFUL = 0.8  # below this confidence somebody should look

# In nats, as the evidence is. A pair is worth making when it gains more than _ENOUGH; units that nothing else wants are
# paired for less, if they share enough of their words, and always when they stand in the same place and share half.
_ENOUGH, _LEFT_OVER, _SHARE, _PER_SHARE, _HALF = 5.0, 3.0, 0.3, 8.0, 0.5
# What else speaks for a pair: the same title, the same number, the same term of a definition, and for headings that
# what
# stands under them is paired. A heading and a clause speak against each other.
_TITLE, _NUMBER, _TERM, _HELD, _KIND = 1.0, 0.5, 8.0, 10.0, -3.0
_MOST, _ANY = 0.5, 0.01  # of what stands under two headings; without a title any of it will do
_ROUNDS = 4
_MANY, _STRANGE = 30, 0.05  # units, and the share of all words
_FEW_LEFT, _FEW_WORDS = 2500, 100_000_000  # products of both sides


class Overrules(NamedTuple):
    """What the author knows better: pairs of ids (old, new) that belong ``together``, and pairs that stay ``apart``.

    Several pairs with one id on a side are a split or a merge; the first is the main one.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    def unknown(self, old: Sequence[Unit], new: Sequence[Unit]) -> list[str]:
        """The ids that no unit has, in the order in which they are named."""
        sides = by_name(old), by_name(new)
        named = [(name, side) for pair in (*self.together, *self.apart) for name, side in zip(pair, sides, strict=True)]
        return [name for name, side in named if name not in side]


class Pair(NamedTuple):
    """The indexes of an old and a new unit that are one; None where it came or went.

    ``also_old`` are old units that were merged into it, ``also_new`` new ones that were split off. ``confidence`` is
    from 0 to 1; below ``DOUBTFUL`` another pairing is nearly as good.
    """

    old: int | None
    new: int | None
    also_old: tuple[int, ...] = ()
    also_new: tuple[int, ...] = ()
    confidence: float = 1.0


NO_OVERRULES = Overrules()


def pair_units(old: Sequence[Unit], new: Sequence[Unit], overrules: Overrules = NO_OVERRULES) -> list[Pair]:
    """Every unit of both editions once, in the order of the new; what went stands where it stood.

    Ids in ``overrules`` that no unit has are passed over (``Overrules.unknown`` names them).
    """
    return _Pairing(old, new, overrules).pairs()


class _Pairing:
    """The work of one call: certain pairs first, then the best by evidence and place, then what was split or merged."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], overrules: Overrules) -> None:
        self._old, self._new = old, new
        named = overrules.together or overrules.apart
        places_old, places_new = (by_name(old), by_name(new)) if named else ({}, {})
        told = [(places_old.get(a), places_new.get(b)) for a, b in overrules.together]
        self._told = [(i, j) for i, j in told if i is not None and j is not None]
        self._apart = {(places_old.get(a), places_new.get(b)) for a, b in overrules.apart}
        self._holding = Holders(old, new)
        self._certain = self._mains_told()
        self._certain |= self._same_text()
        self._settled_old = {i for i, _ in self._told} | self._certain.keys()
        self._settled_new = {j for _, j in self._told} | set(self._certain.values())
        self._rest_old = [i for i in range(len(old)) if i not in self._settled_old]
        self._rest_new = [j for j in range(len(new)) if j not in self._settled_new]
        self._candidates: set[tuple[int, int]] = set()
        self._gains: dict[tuple[int, int], float] = {}
        self._places = defaultdict[tuple[int, int], float](float)
        self._holders: Callable[[], Container[tuple[str, str]]] = tuple

    def pairs(self) -> list[Pair]:
        """The answer of ``pair_units``."""
        found = self._certain
        split: list[Part] = []
        merged: list[Part] = []
        if self._rest_old and self._rest_new:
            found = self._by_words()
            is_other = self._is_another_text(found)
            if not is_other:
                found = self._without_borrowed_lines(self._by_words_and_place(found))
                found, split, merged = self._with_parts(found)
            if not is_other or same_text(tuple(self._old), tuple(self._new)):
                found = self._with_divided(found, split, merged)
        used_old, used_new = set(found), set(found.values())
        for i, j in self._told:  # a pair that is no main one has a unit of a main one
            if j not in used_new:
                split.append(Part(j, i, math.inf))
            elif i not in used_old:
                merged.append(Part(i, j, math.inf))
            used_old.add(i)
            used_new.add(j)
        return self._in_order(found, split, merged)

    def _with_parts(self, found: Pairs) -> tuple[Pairs, list[Part], list[Part]]:
        """``found`` without the pairs that were given up for parts and with those of what is left over; and the
        parts."""
        split = Parts(self._similarity, found, self._gains, self._settled_old, split=True).find()
        split = [part for part in split if (part.whole, part.part) not in self._apart]
        parts_new = {part.part for part in split}
        found = {i: j for i, j in found.items() if j not in parts_new}
        merged = Parts(self._similarity, found, self._gains, self._settled_new, split=False).find()
        merged = [part for part in merged if (part.part, part.whole) not in self._apart]
        parts_old = {part.part for part in merged}
        found = {i: j for i, j in found.items() if i not in parts_old}
        still_new = set(found.values())
        split = [part for part in split if part.whole in found]
        merged = [part for part in merged if part.whole in still_new]
        return (
            found | self._left_over(found, {part.part for part in merged}, {part.part for part in split}),
            split,
            merged,
        )

    def _with_divided(self, found: Pairs, split: list[Part], merged: list[Part]) -> Pairs:
        """``found`` and the main ones of what was divided otherwise; the others are added to ``split`` and ``merged``.
        What the author keeps apart is not in one of them.
        """
        old_of = {j: i for i, j in found.items()}
        old, new = {i: [i] for i in found}, {i: [j] for i, j in found.items()}
        for part in split:
            new[part.whole].append(part.part)
        for part in merged:
            old[old_of[part.whole]].append(part.part)
        paired = [Group(tuple(old[i]), tuple(new[i])) for i in found if i not in self._settled_old]
        for group in Division(self._old, self._new, (self._rest_old, self._rest_new), paired).find():
            pair_old, pair_new = old.get(group.old[0], []), new.get(group.old[0], [])
            all_old, all_new = self._not_apart(group, pair_old, pair_new)
            if all_old and all_new:
                i, j = all_old[0], all_new[0]
                split += [Part(one, i, group.worth) for one in all_new[1:] if one not in pair_new]
                merged += [Part(one, j, group.worth) for one in all_old[1:] if one not in pair_old]
                self._gains.setdefault((i, j), group.worth)
                found = found | {i: j}
        return found

    def _not_apart(self, group: Group, pair_old: list[int], pair_new: list[int]) -> tuple[list[int], list[int]]:
        """Both sides of ``group`` without what the author keeps apart: of two such units one goes that is not in the
        pair, and where neither is, that of the side which has more, so that the others stay together."""
        apart = [(i, j) for i, j in self._apart if i in group.old and j in group.new]
        more_old = len(group.old) > len(group.new)
        gone_old = {i for i, j in apart if i not in pair_old and (more_old or j in pair_new)}
        gone_new = {j for i, j in apart if j not in pair_new and i not in gone_old}
        return [i for i in group.old if i not in gone_old], [j for j in group.new if j not in gone_new]

    @cached_property
    def _similarity(self) -> Similarity:
        return Similarity([unit.text for unit in self._old], [unit.text for unit in self._new])

    def _mains_told(self) -> Pairs:
        """Of the pairs that the author names the first of each unit."""
        mains: Pairs = {}
        for i, j in self._told:
            if i not in mains and j not in mains.values():
                mains[i] = j
        return mains

    def _same_text(self) -> Pairs:
        """Units with the same words, of which the author says nothing else."""
        told = {i for i, _ in self._told}, {j for _, j in self._told}
        pairs = same_words(self._old, self._new, self._holding, self._certain, told)
        return {i: j for i, j in pairs.items() if (i, j) not in self._apart}

    def _by_words(self) -> Pairs:
        """The best pairs of which the words alone leave no doubt."""
        self._candidates = self._allowed(self._similarity.candidates(self._rest_old, self._rest_new))
        scores = {
            (i, j): self._similarity.likeness(i, j).score for i, j in self._candidates if not self._is_stock(i, j)
        }
        self._gains = {pair: score for pair, score in scores.items() if score > 2 * _ENOUGH}
        return self._certain | assign(self._gains)

    def _is_stock(self, i: int, j: int) -> bool:
        """Whether both have the same words, which others have too: then the words say nothing."""
        return self._old[i].text == self._new[j].text != ""

    def _is_another_text(self, found: Pairs) -> bool:
        """Whether so little is found by its words that places mean nothing: many units, and hardly one is known
        again."""
        if min(len(self._rest_old), len(self._rest_new)) < _MANY:
            return False
        sides = ((self._similarity.old, found.keys()), (self._similarity.new, set(found.values())))
        return all(
            sum(len(words[index]) for index in known) < _STRANGE * sum(len(one) for one in words)
            for words, known in sides
        )

    def _by_words_and_place(self, found: Pairs) -> Pairs:
        """The best pairs by words and place together; places follow from the pairs, so a few rounds."""
        candidates = self._candidates
        for _ in range(_ROUNDS):
            order, held = Order(found), self._votes(found)
            self._holders = cache(partial(self._holding.pairs, found))  # asked for what says nothing by its words
            taken = set(found.values())
            alone_old = [i for i in self._rest_old if i not in found]
            alone_new = [j for j in self._rest_new if j not in taken]
            candidates |= self._allowed(order.between(alone_old, alone_new))
            candidates |= self._allowed(
                (i, j) for i, j in held if i not in self._settled_old and j not in self._settled_new
            )
            self._gains = {(i, j): self._gain(i, j, order, held) for i, j in sorted(candidates)}
            better = self._certain | assign({pair: gain for pair, gain in self._gains.items() if gain > 0})
            if better == found:
                break
            found = better
        return found

    def _allowed(self, pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        return {pair for pair in pairs if pair not in self._apart}

    def _votes(self, found: Pairs) -> dict[tuple[int, int], float]:
        """For headings: the share of what stands under both that is paired."""
        heads_old, heads_new = self._headings
        votes = Counter((self._old[i].parent, self._new[j].parent) for i, j in found.items())
        return {
            (heads_old[a], heads_new[b]): count / max(len(self._holding.old[a]), len(self._holding.new[b]))
            for (a, b), count in votes.items()
            if a in heads_old and b in heads_new
        }

    @cached_property
    def _headings(self) -> tuple[dict[str, int], dict[str, int]]:
        """The indexes of the headings on both sides, by their ids."""
        old, new = (
            {unit.id: index for index, unit in enumerate(units) if unit.kind in HEADINGS}
            for units in (self._old, self._new)
        )
        return old, new

    def _gain(self, i: int, j: int, order: Order, held: dict[tuple[int, int], float]) -> float:
        """What pairing ``i`` with ``j`` is worth more than leaving both alone."""
        one, other = self._old[i], self._new[j]
        likeness = self._similarity.likeness(i, j)
        beside = self._beside(i, j, order)
        if one.kind == other.kind == "definition" and one.title == other.title:
            return max(likeness.score, 0.0) + _TERM
        votes = held.get((i, j), 0.0)
        if not likeness.runs and votes < (_MOST if one.text and other.text else _ANY):
            return -math.inf
        if self._is_stock(i, j) and (one.parent, other.parent) not in self._holders():
            return -math.inf
        score = max(likeness.score, 0.0) if votes >= _MOST else likeness.score
        return score + beside + _HELD * votes - _ENOUGH

    def _beside(self, i: int, j: int, order: Order) -> float:
        """What speaks for a pair beside its words: place, number, title and kind."""
        one, other = self._old[i], self._new[j]
        place = self._places[i, j] = order.worth(i, j)
        number = bool(one.number) and one.number == other.number
        title = bool(one.title) and one.title == other.title
        kind = (one.kind in HEADINGS) != (other.kind in HEADINGS) or (one.kind == "definition") != (
            other.kind == "definition"
        )
        return place + _NUMBER * number + _TITLE * title + _KIND * kind

    def _without_borrowed_lines(self, found: Pairs) -> Pairs:
        """``found`` where no item or paragraph that went to another unit took its own unit along: two units that share
        some of their lines, and stand in other places, are judged again by the lines that they do not share."""
        rest = [(i, j) for i, j in found.items() if i not in self._settled_old]
        several = [(i, j) for i, j in rest if "\n" in self._old[i].text and "\n" in self._new[j].text]
        if not several:
            return found
        in_order, holders = set(Order(found).chain), self._holding.pairs(self._certain)
        shared: dict[tuple[int, int], float] = {}
        went: dict[int, set[int]] = {}
        came: dict[int, set[int]] = {}
        for i, j in several:
            if (i, j) in in_order and (self._old[i].parent, self._new[j].parent) in holders:
                continue
            old, new = _lines(self._old[i]), _lines(self._new[j])
            pairs = pair_lines(old, new)
            if 0 < len(pairs) < min(len(old), len(new)):
                shared[i, j] = len(pairs) / max(len(old), len(new))
                went[i], came[j] = {x for x, _ in pairs}, {y for _, y in pairs}
        if not shared:
            return found
        known = {i: j for i, j in found.items() if (i, j) not in shared}
        taken, order = set(known.values()), Order(known)
        old_left = [i for i in self._rest_old if i not in known]
        new_left = [j for j in self._rest_new if j not in taken]
        if len(old_left) * len(new_left) > _FEW_LEFT:
            return found
        gains: dict[tuple[int, int], float] = {}
        for i, j in self._allowed((i, j) for i in old_left for j in new_left if i in went or j in came):
            old, new = _lines(self._old[i]), _lines(self._new[j])
            stay = pair_lines(old, new) if (i, j) not in shared else []
            own_old = _but(old, went.get(i, set()) - {x for x, _ in stay})
            own_new = _but(new, came.get(j, set()) - {y for _, y in stay})
            score = self._similarity.of(own_old, own_new).score
            if (i, j) in shared:
                score = max(score, 0.0) + _HELD * shared[i, j]
            gain = score + self._beside(i, j, order) - _ENOUGH
            if gain > 0:
                gains[i, j] = gain
        self._gains |= gains
        return known | assign(gains)

    def _left_over(self, found: Pairs, parts_old: set[int], parts_new: set[int]) -> Pairs:
        """Pairs among what nothing else wants: there are few of them, so less evidence will do."""
        taken_old, taken_new = found.keys() | parts_old, set(found.values()) | parts_new
        old = [i for i in self._rest_old if i not in taken_old]
        new = [j for j in self._rest_new if j not in taken_new]
        words_old, words_new = (
            sum(len(self._similarity.old[i]) for i in old),
            sum(len(self._similarity.new[j]) for j in new),
        )
        if len(old) * len(new) > _FEW_LEFT or words_old * words_new > _FEW_WORDS:
            return {}
        order, held = Order(found), self._votes(found)
        gains: dict[tuple[int, int], float] = {}
        for i, j in sorted(self._allowed((i, j) for i in old for j in new)):
            share = self._similarity.share(i, j, _SHARE)
            if share >= _SHARE:
                gain = self._gain(i, j, order, held) + _LEFT_OVER + _PER_SHARE * max(share - _SHARE, 0.0)
                if share >= _HALF and self._places[i, j] > 0 and gain > -math.inf:
                    gain = max(gain, _LEFT_OVER)
                if gain > 0:
                    gains[i, j] = gain
        self._gains |= gains
        return assign(gains)

    def _in_order(self, found: Pairs, split: list[Part], merged: list[Part]) -> list[Pair]:
        came: dict[int, list[Part]] = defaultdict(list)
        went: dict[int, list[Part]] = defaultdict(list)
        for part in sorted(split, key=lambda one: one.part):
            came[part.whole].append(part)
        for part in sorted(merged, key=lambda one: one.part):
            went[part.whole].append(part)
        together = {(part.whole, part.part) for part in split} | {(part.part, part.whole) for part in merged}
        doubt, order = Doubt(self._gains, self._places, found, together), Order(found)
        placed: list[tuple[tuple[int, ...], Pair]] = []  # what went comes behind the new unit that it stood behind
        for i, j in found.items():
            more_new, more_old = came.get(i, ()), went.get(j, ())
            if self._certain.get(i) == j and not more_new and not more_old:  # as nearly always
                placed.append(((j,), Pair(i, j)))
                continue
            sureness = 1.0 if self._certain.get(i) == j else doubt.of_pair(i, j)
            for part in (*more_new, *more_old):
                sureness = min(sureness, sure(part.worth))
            pair = Pair(i, j, tuple([p.part for p in more_old]), tuple([p.part for p in more_new]), sureness)
            placed.append(((j,), pair))
        used_old, used_new = found.keys() | {p.part for p in merged}, {*found.values(), *(p.part for p in split)}
        placed += [
            ((j,), Pair(None, j, confidence=doubt.of_new(j))) for j in range(len(self._new)) if j not in used_new
        ]
        gone = [i for i in range(len(self._old)) if i not in used_old]
        placed += [((order.new_place(i), i), Pair(i, None, confidence=doubt.of_old(i))) for i in gone]
        return [pair for _, pair in sorted(placed, key=lambda entry: entry[0])]


def _lines(unit: Unit) -> list[Words]:
    return [all_words(" ".join(bare(line.split()))) for line in unit.text.split("\n")]


def _but(lines: Sequence[Words], left_out: set[int]) -> Words:
    return tuple(word for place, line in enumerate(lines) if place not in left_out for word in line)
