"""Which unit of the new edition is which of the old: by number, title and text together."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausule.compare.evidence import Evidence
from clausule.compare.lcs import common, rising
from clausule.compare.units import Unit


@dataclass(frozen=True, slots=True)
class Overrules:
    """What the author knows better: pairs of ids that belong ``together``, and pairs that do not (``apart``)."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Indexes of an old and a new unit that are one; None where it came or went. ``also_old`` were merged into it and
    ``also_new`` split off. ``confidence`` is from 0 to 1.
    """

    old: int | None
    new: int | None
    also_old: tuple[int, ...] = ()
    also_new: tuple[int, ...] = ()
    confidence: float = 1.0


Assigned = dict[int, int]
import os
SH=float(os.environ.get('SH','8'))


class _Pairing:
    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], overrules: Overrules) -> None:
        self.old, self.new = old, new
        self.fixed: Assigned = {}
        self.apart = set()
        self.assigned: Assigned = {}

    def run(self):
        self._same_text()
        rest_old = [i for i in range(len(self.old)) if i not in self.fixed]
        taken = set(self.fixed.values())
        rest_new = [j for j in range(len(self.new)) if j not in taken]
        self.evidence = Evidence([u.text for u in self.old], [u.text for u in self.new])
        cand = set(self.evidence.candidates(rest_old, rest_new))
        self.cand = cand
        self.rest_old, self.rest_new = rest_old, rest_new
        self.assigned = dict(self.fixed)
        strong = {(i, j): self._words(i, j) for i, j in cand}
        self.assigned.update(assign({k: v for k, v in strong.items() if v > 8}))
        for _ in range(3):
            self.cand |= self._slots()
            gains = self._gains()
            new = {**self.fixed, **assign({k: v for k, v in gains.items() if v > 0})}
            if new == self.assigned: break
            self.assigned = new
        self.splits = self._parts()

    def _parts(self):
        """(old, new extra) ; (old extra, new)"""
        out = []
        back = {j: i for i, j in self.assigned.items()}
        for side in (0, 1):
            main = self.assigned if side == 0 else back   # side 0: split old -> new
            size = len(self.new) if side == 0 else len(self.old)
            like = (lambda o, n: self.evidence.likeness(o, n)) if side == 0 else (lambda o, n: flip(self.evidence.likeness(n, o)))
            words = self.evidence.new if side == 0 else self.evidence.old
            taken = set(main.values())
            for u in range(size):
                if u in taken: continue
                for o in {main_inv for main_inv, n in main.items() if 0 < abs(n - u) <= 2}:
                    n = main[o]
                    a, b = like(o, u), like(o, n)
                    w = words[u]
                    used = {i for i, _ in b.matches}
                    free = [i for i, _ in a.matches if i not in used]
                    if len(free) < 2 or len(free) < .25 * len(w) or len(free) < .5 * len(a.matches) or a.passage < 6: continue
                    out.append((o, u) if side == 0 else (u, o))
                    break
        return out

    def _words(self, i, j):
        return self.evidence.likeness(i, j).score

    def _same_text(self):
        keys_old = [(u.text) for u in self.old]
        keys_new = [(u.text) for u in self.new]
        self.fixed.update(common(keys_old, keys_new))
        waiting = defaultdict(list)
        for i, k in enumerate(keys_old):
            if i not in self.fixed: waiting[k].append(i)
        taken = set(self.fixed.values())
        for j, k in enumerate(keys_new):
            if j not in taken and waiting.get(k):
                self.fixed[waiting[k].pop(0)] = j

    def _chain(self):
        return rising(sorted(self.assigned.items()))

    def _slots(self):
        chain = self._chain()
        inold = {i for i, _ in chain}; innew = {j for _, j in chain}
        xs = [i for i, _ in chain]; ys = [j for _, j in chain]
        gaps = defaultdict(lambda: ([], []))
        for i in self.rest_old:
            gaps[bisect_left(xs, i)][0].append(i)
        for j in self.rest_new:
            gaps[bisect_left(ys, j)][1].append(j)
        out = set()
        for a, b in gaps.values():
            if len(a) * len(b) <= 36:
                out |= {(i, j) for i in a for j in b}
        return out

    def _gains(self):
        chain = self._chain()
        xs = [i for i, _ in chain]; ys = [j for _, j in chain]
        partner = self.assigned; back = {j: i for i, j in partner.items()}
        sold = sorted(partner); snew = sorted(back)
        def near(lst, k, d):
            p = bisect_left(lst, k)
            if d < 0: return lst[p-1] if p else -1
            if p < len(lst) and lst[p] == k: p += 1
            return lst[p] if p < len(lst) else None
        gains = {}
        for i, j in self.cand:
            if (i, j) in self.apart: continue
            d = abs(bisect_left(xs, i) - bisect_left(ys, j))
            place = 4 - 3 * min(d, 3)
            l = near(sold, i, -1); r = near(sold, i, 1)
            lj = near(snew, j, -1); rj = near(snew, j, 1)
            place += (partner.get(l, -1) == lj) + ((partner.get(r) if r is not None else None) == rj)
            u, v = self.old[i], self.new[j]
            place += (u.title == v.title != "") + .5 * (u.number == v.number != "")
            like = self.evidence.likeness(i, j)
            if not like.matches: continue
            gains[i, j] = self._words(i, j) + place - SH
        return gains


def assign(gains: dict[tuple[int, int], float]) -> Assigned:
    """Pairs with the greatest sum of gains, each index once; an index may stay alone (shortest augmenting paths)."""
    rows: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, j), gain in sorted(gains.items()):
        rows[i].append((j, -gain))
    row_of: dict[int, int] = {}
    column_of: dict[int, int] = {}
    price_row: dict[int, float] = {}
    price: dict[int, float] = defaultdict(float)
    for start in rows:
        price_row[start] = min(0.0, min(cost - price[j] for j, cost in rows[start]))
        _augment(start, rows, row_of, column_of, price_row, price)
    return column_of


def _augment(start, rows, row_of, column_of, price_row, price):
    distance: dict[int, float] = {}
    came: dict[int, int] = {}
    done: dict[int, float] = {}
    heap: list[tuple[float, int, int]] = []
    row, base = start, 0.0
    stop = (0.0 - price_row[start], start)   # leave a row alone
    reached = {start: 0.0}
    end = -1
    while True:
        for j, cost in rows[row]:
            if j in done: continue
            new = base + cost - price_row[row] - price[j]
            if new < distance.get(j, math.inf) - 1e-12:
                distance[j] = new; came[j] = row
                heapq.heappush(heap, (new, j, row))
        while heap and (heap[0][1] in done or heap[0][0] > distance[heap[0][1]]):
            heapq.heappop(heap)
        if not heap or heap[0][0] >= stop[0]:
            break
        base, j, _ = heapq.heappop(heap)
        done[j] = base
        if j not in row_of:
            end = j; break
        row = row_of[j]
        reached[row] = base
        alone = base - price_row[row]
        if alone < stop[0]: stop = (alone, row)
    total = base if end >= 0 else stop[0]
    for r, d in reached.items(): price_row[r] += total - d if total > d else 0
    for j, d in done.items():
        if d < total: price[j] -= total - d
    if end >= 0: j = end; free=None
    else:
        free = stop[1]
        if free == start: return
        j = column_of.pop(free)
    while True:
        r = came[j]
        row_of[j] = r
        previous = column_of.get(r)
        column_of[r] = j
        if r == start: return
        j = previous


def pair_units(old, new, overrules=Overrules()):
    p = _Pairing(old, new, overrules)
    p.run()
    return p


def flip(l):
    from clausule.compare.evidence import Likeness
    return Likeness(l.score, l.passage, tuple((j,i) for i,j in l.matches))
