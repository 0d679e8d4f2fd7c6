"""Where units stand relative to the pairs found so far, and how sure a pairing is."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from clausule.compare.lcs import Matches, rising

# In nats. The same place speaks for a pair; each pair that would have to be passed speaks against it, up to a limit.
_IN_PLACE, _PER_STEP, _STEPS, _NEIGHBOUR = 4.0, 3.0, 3, 1.0
_SMALL_GAP = 36
_SCALE = 3.0


class Order:
    """The order of ``pairs``: the longest ``chain`` of them that stands in the same order in both editions."""

    def __init__(self, pairs: Mapping[int, int]) -> None:
        self._pairs = pairs
        self.chain: Matches = rising(sorted(pairs.items()))
        self._chain_old, self._chain_new = [i for i, _ in self.chain], [j for _, j in self.chain]
        self._paired_old, self._paired_new = sorted(pairs), sorted(pairs.values())

    def worth(self, i: int, j: int) -> float:
        """How far their places speak for ``i`` and ``j``: the same place in the chain, and neighbours that are pairs."""
        steps = abs(bisect_left(self._chain_old, i) - bisect_left(self._chain_new, j))
        before = _before(self._paired_old, i), _before(self._paired_new, j)
        after = _after(self._paired_old, i), _after(self._paired_new, j)
        alike = sum(self._pairs.get(old, -1) == new for old, new in (before, after))
        return _IN_PLACE - _PER_STEP * min(steps, _STEPS) + _NEIGHBOUR * alike

    def between(self, old: Iterable[int], new: Iterable[int]) -> set[tuple[int, int]]:
        """All pairs of units that stand between the same two pairs of the chain, where these are few."""
        gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i in old:
            gaps[bisect_left(self._chain_old, i)][0].append(i)
        for j in new:
            gaps[bisect_left(self._chain_new, j)][1].append(j)
        return {(i, j) for left, right in gaps.values() if len(left) * len(right) <= _SMALL_GAP for i in left for j in right}

    def new_place(self, i: int) -> int:
        """After which new unit the old unit ``i`` would stand; -1 before all."""
        before = bisect_left(self._chain_old, i)
        return self._chain_new[before - 1] if before else -1


def _before(places: list[int], place: int) -> int:
    index = bisect_left(places, place)
    return places[index - 1] if index else -1


def _after(places: list[int], place: int) -> int:
    index = bisect_left(places, place + 1)
    return places[index] if index < len(places) else -1


class Doubt:
    """How sure each decision is: by how much the next best one is worse."""

    def __init__(self, gains: Mapping[tuple[int, int], float], pairs: Mapping[int, int]) -> None:
        self._gains, self._pairs = gains, pairs
        self._taken = set(pairs.values())
        self._of_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self._of_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for (i, j), gain in gains.items():
            self._of_old[i].append((gain, j))
            self._of_new[j].append((gain, i))

    def of_pair(self, i: int, j: int) -> float:
        """How sure it is that ``i`` became ``j``."""
        others = [gain for gain, other in self._of_old[i] if other != j] + [gain for gain, other in self._of_new[j] if other != i]
        return sure(self._gains[i, j] - max([0.0, *others]))

    def of_old(self, i: int) -> float:
        """How sure it is that ``i`` went: no new unit without a partner is like it."""
        return sure(-max((gain for gain, j in self._of_old[i] if j not in self._taken), default=-math.inf))

    def of_new(self, j: int) -> float:
        """How sure it is that ``j`` came."""
        return sure(-max((gain for gain, i in self._of_new[j] if i not in self._pairs), default=-math.inf))


def sure(margin: float) -> float:
    """From 0 to 1: 0.5 for an even choice, 0.75 at 3 nats, and near 1 from 10 on."""
    return 1 / (1 + math.exp(-max(min(margin, 100.0), -100.0) / _SCALE))
