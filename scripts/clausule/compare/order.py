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
        self._old = _Places(self._chain_old, sorted(pairs))
        self._new = _Places(self._chain_new, sorted(pairs.values()))

    def worth(self, i: int, j: int) -> float:
        """How far their places speak for ``i`` and ``j``: the same place in the chain, and neighbours that are
        pairs."""
        (step_old, before_old, after_old), (step_new, before_new, after_new) = self._old[i], self._new[j]
        alike = (self._pairs.get(before_old, -1) == before_new) + (self._pairs.get(after_old, -1) == after_new)
        return _IN_PLACE - _PER_STEP * min(abs(step_old - step_new), _STEPS) + _NEIGHBOUR * alike

    def between(self, old: Iterable[int], new: Iterable[int]) -> set[tuple[int, int]]:
        """All pairs of units that stand between the same two pairs of the chain, where these are few."""
        gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i in old:
            gaps[bisect_left(self._chain_old, i)][0].append(i)
        for j in new:
            gaps[bisect_left(self._chain_new, j)][1].append(j)
        return {
            (i, j) for left, right in gaps.values() if len(left) * len(right) <= _SMALL_GAP for i in left for j in right
        }

    def new_place(self, i: int) -> int:
        """After which new unit the old unit ``i`` would stand; -1 before all."""
        before = bisect_left(self._chain_old, i)
        return self._chain_new[before - 1] if before else -1


class _Places(dict[int, tuple[int, int, int]]):
    """One side of an order: for an index how many of the chain stand before it, and the nearest paired indexes before
    and after it (-1 for none). Each is looked up once, though many pairs ask for it.
    """

    def __init__(self, chain: list[int], paired: list[int]) -> None:
        super().__init__()
        self._chain, self._paired = chain, paired

    def __missing__(self, index: int) -> tuple[int, int, int]:
        before, after = bisect_left(self._paired, index), bisect_left(self._paired, index + 1)
        found = self[index] = (
            bisect_left(self._chain, index),
            self._paired[before - 1] if before else -1,
            self._paired[after] if after < len(self._paired) else -1,
        )
        return found


class Doubt:
    """How sure each decision is: by how much the next best one is worse.

    ``gains`` are what pairs are worth and ``places`` how much of that is their place, ``pairs`` what was decided, and
    ``together`` pairs that belong to each other anyway.
    """

    def __init__(
        self,
        gains: Mapping[tuple[int, int], float],
        places: Mapping[tuple[int, int], float],
        pairs: Mapping[int, int],
        together: set[tuple[int, int]],
    ) -> None:
        self._gains, self._places, self._new_of = gains, places, pairs
        self._old_of = {j: i for i, j in pairs.items()}
        self._of_old: dict[int, list[int]] = defaultdict(list)
        self._of_new: dict[int, list[int]] = defaultdict(list)
        for i, j in gains:
            if (i, j) not in together:
                self._of_old[i].append(j)
                self._of_new[j].append(i)

    def of_pair(self, i: int, j: int) -> float:
        """How sure it is that ``i`` became ``j``."""
        others = [(i, other) for other in self._of_old[i] if other != j] + [
            (other, j) for other in self._of_new[j] if other != i
        ]
        return sure(min([self._gains[i, j], *(self._margin((i, j), other) for other in others)]))

    def _margin(self, pair: tuple[int, int], other: tuple[int, int]) -> float:
        """By how much ``other`` is worse. A unit that has a partner would lose it; and that ``pair`` stands in its
        place follows in part from pairing it, so where the other unit is free that counts for half.
        """
        margin = self._gains[pair] - self._gains[other]
        i, j = other
        lost = (i, self._new_of.get(i, -1)) if j == pair[1] else (self._old_of.get(j, -1), j)
        if -1 in lost:
            return margin - (self._places[pair] - self._places[other]) / 2
        return margin + max(self._gains.get(lost, math.inf), 0.0)

    def of_old(self, i: int) -> float:
        """How sure it is that ``i`` went: no new unit without a partner is like it."""
        return sure(-max((self._gains[i, j] for j in self._of_old[i] if j not in self._old_of), default=-math.inf))

    def of_new(self, j: int) -> float:
        """How sure it is that ``j`` came."""
        return sure(-max((self._gains[i, j] for i in self._of_new[j] if i not in self._new_of), default=-math.inf))


def sure(margin: float) -> float:
    """From 0 to 1: 0.5 for an even choice, 0.73 at 3 nats, and near 1 from 10 on."""
    return 1.0 if margin == math.inf else 1 / (1 + math.exp(-max(min(margin, 100.0), -100.0) / _SCALE))
