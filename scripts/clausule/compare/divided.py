"""The same text, divided otherwise: units without a partner, because what they were is in many units or in a part of
one."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from clausule.compare.similarity import Words, all_words
from clausule.compare.unit import Unit

_RUN = 5  # so many words in a row are no chance
_SHARE = 0.3  # of a unit's words must stand in such runs of another, if it belongs to that one
_FEWEST, _PART = 40, 0.25  # words that a group must share, and the share of the words on its larger side
# Agreements of different hands share up to 3 in 100 of their runs; where 4 words in 10 were replaced, 8 stay.
_SAME_TEXT = 0.06

Place = tuple[int, int]  # 0 for the old side and 1 for the new one, and the index there
_END = (-1, -1)  # before the first unit and after the last


class Group(NamedTuple):
    """The indexes of old and new units that hold the same text, the main ones first. ``worth`` is how many words of
    those that had no partner say so; each says a nat at least.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    worth: float = 0.0

    @property
    def places(self) -> list[Place]:
        """All of them."""
        return [*((0, i) for i in self.old), *((1, j) for j in self.new)]


@lru_cache(maxsize=1)
def same_text(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> bool:
    """Whether much of the shorter text is in the longer one, in whatever units and order, with their numbers or
    without.

    Asked twice of two texts that have little in common, and answered once.
    """
    spelt = _spelt(*([words for unit in units for words in _number_and_text(unit)] for units in (old, new)))
    return _alike(*map("".join, spelt)) or _alike(*("".join(pieces[1::2]) for pieces in spelt))


def _alike(one: str, other: str) -> bool:
    size = min(_RUN, len(one), len(other))
    if not size:
        return False
    runs, others = set(_runs(one, size)), _runs(other, size)
    shared = len(runs.intersection(others))
    return shared > 0 and shared >= _SAME_TEXT * min(len(runs), len(set(others)))


class Division:
    """The work of one call. ``rest`` are the indexes of the ``old`` and ``new`` units that are not certain; ``paired``
    those of them that have a partner, with all that was split off or merged.
    """

    def __init__(
        self,
        old: Sequence[Unit],
        new: Sequence[Unit],
        rest: tuple[Sequence[int], Sequence[int]],
        paired: Iterable[Group],
    ) -> None:
        self._sizes = len(old), len(new)
        self._words = {(side, index): _words((old, new)[side][index]) for side in (0, 1) for index in rest[side]}
        self._pairs = {pair.places[0]: pair for pair in paired}
        # The group of each unit is named after one of its members, which is that of the pair that it holds, if any.
        self._group = {place: name for name, pair in self._pairs.items() for place in pair.places}
        self._loose = [place for place in self._words if place not in self._group]
        self._worth: Counter[Place] = Counter()

    def find(self) -> list[Group]:
        """The groups that hold units which had no partner; a group holds one of the pairs at most, and begins with
        it."""
        if sum(len(self._words[place]) for place in self._loose) < _FEWEST:
            return []
        self._join()
        for side in (0, 1):
            self._fill(side)
        members: dict[Place, list[Place]] = defaultdict(list)
        for place in self._loose:
            if place in self._group:
                members[self._group[place]].append(place)
        return [self._made(name, sorted(places)) for name, places in members.items()]

    def _made(self, name: Place, places: list[Place]) -> Group:
        pair = self._pairs.get(name, Group((), ()))
        old, new = (tuple(index for side, index in places if side == wanted) for wanted in (0, 1))
        return Group(pair.old + old, pair.new + new, float(self._worth[name]))

    def _join(self) -> None:
        """Puts each unit without a partner to the unit that has most of its words, if these are enough."""
        shared = self._shared()
        best: dict[Place, tuple[int, Place]] = {}
        for (one, other), count in shared.items():
            best[one] = min(best.get(one, (0, _END)), (-count, other))
            best[other] = min(best.get(other, (0, _END)), (-count, one))
        to = {
            one: best[one][1] for one in self._loose if one in best and -best[one][0] >= _SHARE * len(self._words[one])
        }
        group = {one: self._last(one, to) for one in self._words}
        for (one, other), count in shared.items():
            if group[one] == group[other] and (one in to or other in to):
                self._worth[group[one]] += count
        sizes: Counter[tuple[Place, int]] = Counter()
        for place, name in group.items():
            sizes[name, place[0]] += len(self._words[place])
        for name, worth in [*self._worth.items()]:
            too_little = worth < _PART * max(sizes[name, 0], sizes[name, 1]) and name not in self._pairs
            if too_little or worth < _FEWEST:
                del self._worth[name]
        self._group |= {place: group[place] for place in self._loose if group[place] in self._worth}

    def _last(self, place: Place, to: dict[Place, Place]) -> Place:
        """Where the way from unit to unit ends: at a pair, at a unit that has no most like it, or with two that have
        each other; from one unit to the next the words that they share do not become fewer, so it goes round no longer
        way.
        """
        while place in to and to.get(to[place]) != place:
            place = to[place]
        return self._group.get(place) or min(place, to.get(place, place))

    def _fill(self, side: int) -> None:
        """What has no group and stands in the midst of one belongs to it, unless it is more than all that is shared;
        and so does what is too short for a run and stands between it and an end of the text.
        """
        before, between = _END, list[Place]()
        for index in range(self._sizes[side] + 1):
            place = side, index
            if place in self._words and place not in self._group:
                between.append(place)
                continue
            after = self._group.get(place, place) if index < self._sizes[side] else _END
            around = {before, after} - {_END}
            if between and len(around) == 1 and (name := around.pop()) in self._worth:
                most = _RUN if _END in (before, after) else self._worth[name]
                if sum(len(self._words[one]) for one in between) < most:
                    self._group |= dict.fromkeys(between, name)
            before, between = after, []

    def _shared(self) -> Counter[tuple[Place, Place]]:
        """How many words of each old unit stand in runs of each new one, as far as runs with a word of a unit without a
        partner say so. A run may go on from one unit into the next; of one that a side has more often than the other
        nobody knows where it went.
        """
        pieces: tuple[list[Words], list[Words]] = [], []
        owners: tuple[list[Place], list[Place]] = [], []
        begins: dict[Place, int] = {}
        for place, words in self._words.items():
            begins[place] = len(owners[place[0]])
            pieces[place[0]].append(words)
            owners[place[0]].extend([place] * len(words))
        runs = [_runs("".join(spelt), _RUN) for spelt in _spelt(*pieces)]
        wanted: set[str] = set()
        for place in self._loose:
            start, end = begins[place], begins[place] + len(self._words[place])
            wanted.update(runs[place[0]][max(start - _RUN + 1, 0) : end])
        counts: Counter[tuple[Place, Place]] = Counter()
        counted = 0
        for x, y in _starts(wanted.intersection(*runs), *runs):
            for k in range(max(counted - x, 0), _RUN):
                counts[owners[0][x + k], owners[1][y + k]] += 1
            counted = x + _RUN
        return counts


def _starts(wanted: Set[str], runs_old: list[str], runs_new: list[str]) -> list[tuple[int, int]]:
    """Where those of the ``wanted`` runs begin that both sides have equally often, in the order of the old."""
    at_old, at_new = ([place for place, run in enumerate(runs) if run in wanted] for runs in (runs_old, runs_new))
    often_old, often_new = Counter(runs_old[x] for x in at_old), Counter(runs_new[y] for y in at_new)
    places: dict[str, list[int]] = defaultdict(list)
    for y in at_new:
        if often_old[runs_new[y]] == often_new[runs_new[y]]:
            places[runs_new[y]].append(y)
    following = {run: iter(found) for run, found in places.items()}
    return [(x, next(following[runs_old[x]])) for x in at_old if runs_old[x] in following]


def _words(unit: Unit) -> Words:
    """With the number, which in a text that is not divided there is one of the words."""
    number, text = _number_and_text(unit)
    return number + text


def _number_and_text(unit: Unit) -> tuple[Words, Words]:
    return all_words(unit.mark or unit.number), all_words(unit.text)


def _spelt(*texts: Sequence[Words]) -> list[list[str]]:
    """The pieces of each text with one character for each word, the same for the same: so a run of words is a piece of
    a string, which is made and looked up quicker than a tuple. (With more words than there are characters, two may look
    the same.)
    """
    known = dict.fromkeys(chain.from_iterable(chain.from_iterable(texts)))
    letters = {word: chr(number % (sys.maxunicode + 1)) for number, word in enumerate(known)}
    return [["".join(map(letters.__getitem__, words)) for words in pieces] for pieces in texts]


def _runs(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(len(text) - size + 1)]
