"""What was split off from a unit or merged into it: units without a partner that hold what another one lost."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from clausule.compare.similarity import Likeness, Similarity, Words

# In nats: what the words must say when the part stands beside the main one (less when all of them match), and when it
# stands elsewhere.
_NEAR, _COMPLETE, _FAR, _PER_WORD = 7.0, 10.0, 14.0, 0.1
_BESIDE = 2
# So much of a part is in its whole, at least: of one whose whole did not become shorter by it more.
_FEWEST, _SHARE, _MOSTLY, _LOST = 2, 0.2, 0.6, 0.7
_OWN = 0.5  # of what it does not share with a whole a part has in its own pair, if it stays there
_WEAK = 15.0  # a pair that is worth less can be given up for a part


class Part(NamedTuple):
    """The unit ``part`` belongs to ``whole``, a unit of the other edition, and ``worth`` says how clearly, in nats."""

    part: int
    whole: int
    worth: float


class Parts:
    """Looks in one direction: ``split`` for new units that were split off from old ones, else for old units that were
    merged into new ones. ``pairs`` (old to new) are the main partners and ``gains`` what each pair is worth;
    ``certain`` wholes are left alone.
    """

    def __init__(
        self,
        similarity: Similarity,
        pairs: Mapping[int, int],
        gains: Mapping[tuple[int, int], float],
        certain: set[int],
        split: bool,
    ) -> None:
        self._similarity, self._split = similarity, split
        self._wholes, self._parts = (similarity.old, similarity.new) if split else (similarity.new, similarity.old)
        self._main_of = dict(pairs) if split else {j: i for i, j in pairs.items()}
        self._whole_of = {main: whole for whole, main in self._main_of.items()}
        self._pair_gains = {(j, i) if split else (i, j): gain for (i, j), gain in gains.items()}
        self._open = self._main_of.keys() - certain
        self._left: dict[int, Words] = {}

    def find(self) -> list[Part]:
        """The parts, the clearest first, each once. A part that had a weak pair of its own leaves it."""
        options = []
        for part, whole in sorted(self._tried()):
            if whole in self._open and self._whole_of.get(part) != whole and self._has_room(part, whole):
                worth, likeness = self._worth(part, whole)
                if worth > self._now(part) and not self._stays(part, likeness):
                    options.append((-worth, part, whole))
        found: dict[int, Part] = {}
        for _, part, whole in sorted(options):
            if part in found or whole not in self._open:
                continue
            worth, likeness = self._worth(part, whole)  # less than before when another part has taken the words
            if worth > self._now(part):
                found[part] = Part(part, whole, worth)
                self._take(part, whole, likeness)
        return list(found.values())

    def _tried(self) -> set[tuple[int, int]]:
        """Each part that has no pair, or one that it can leave, with the wholes that it is like or stands beside."""
        weak = {part for part in range(len(self._parts)) if self._now(part) < _WEAK}
        tried = {pair for pair in self._pair_gains if pair[0] in weak}
        for whole in self._open if weak else ():
            main = self._main_of[whole]
            tried.update((part, whole) for part in range(main - _BESIDE, main + _BESIDE + 1) if part in weak)
        return tried

    def _now(self, part: int) -> float:
        """What the pair is worth that ``part`` has already."""
        if part not in self._whole_of:
            return 0.0
        return self._pair_gains.get((part, self._whole_of[part]), math.inf)

    def _has_room(self, part: int, whole: int) -> bool:
        """Whether ``whole`` lost as many words as ``part`` must have of it; quicker than to look where they stand."""
        words, rest = self._parts[part], self._rest(whole)
        needed = max(_FEWEST, (_SHARE if self._shorter(whole) >= _LOST * _FEWEST else _MOSTLY) * len(words))
        if len(rest) < needed:
            return False
        distinct = set(words)
        return len(distinct.intersection(rest)) >= min(needed, len(distinct))

    def _shorter(self, whole: int) -> int:
        return len(self._wholes[whole]) - len(self._parts[self._main_of[whole]])

    def _stays(self, part: int, likeness: Likeness) -> bool:
        """Whether ``part`` has a partner for what it does not share with a whole: only a line of it went there."""
        if part not in self._whole_of:
            return False
        went = {place for _, place in likeness.matches}
        other = len(self._parts[part]) - len(went)
        own = self._likeness(self._whole_of[part], part).matches
        kept = sum(pair[1 if self._split else 0] not in went for pair in own)
        return other >= _FEWEST and kept >= _OWN * other

    def _worth(self, part: int, whole: int) -> tuple[float, Likeness]:
        words = self._parts[part]
        likeness = self._similarity.passage(self._rest(whole), words)
        count = sum(size for _, _, size in likeness.runs)
        least = _SHARE if self._shorter(whole) >= _LOST * count else _MOSTLY
        if count < max(_FEWEST, least * len(words)):
            return 0.0, likeness
        near = abs(self._main_of[whole] - part) <= _BESIDE
        needed = _NEAR - _COMPLETE * max(count / len(words) - 0.5, 0.0) if near else _FAR
        return likeness.score - _PER_WORD * len(words) - needed, likeness

    def _rest(self, whole: int) -> Words:
        """The words of ``whole`` that its main partner and the parts found so far do not have."""
        if whole not in self._left:
            matches = self._likeness(whole, self._main_of[whole]).matches
            self._left[whole] = _without(self._wholes[whole], {match[0 if self._split else 1] for match in matches})
        return self._left[whole]

    def _likeness(self, whole: int, part: int) -> Likeness:
        return self._similarity.likeness(*((whole, part) if self._split else (part, whole)))

    def _take(self, part: int, whole: int, likeness: Likeness) -> None:
        self._left[whole] = _without(self._left[whole], {place for place, _ in likeness.matches})
        self._open -= {self._whole_of.get(part, -1)}


def _without(words: Words, places: set[int]) -> Words:
    return tuple(word for place, word in enumerate(words) if place not in places)
