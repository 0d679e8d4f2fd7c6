"""Pairs with the greatest sum of gains, each index once: shortest augmenting paths on a sparse table."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping


def assign(gains: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Rows to columns such that the gains (all above 0) of the pairs sum to the most; a row or column may stay
    alone."""
    table = _Table()
    for (row, column), gain in sorted(gains.items()):
        table.costs[row].append((column, -gain))
    for row in list(table.costs):
        table.place(row)
    return table.column_of


class _Table:
    """Costs are gains below zero and staying alone costs 0. Prices keep every reduced cost at 0 or above (Jonker)."""

    def __init__(self) -> None:
        self.costs: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self.column_of: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._row_price: dict[int, float] = {}
        self._price: dict[int, float] = defaultdict(float)

    def place(self, start: int) -> None:
        """Gives ``start`` a column, or leaves it alone, on the cheapest path; rows on the path change their columns."""
        self._row_price[start] = min(0.0, min(cost - self._price[column] for column, cost in self.costs[start]))
        came: dict[int, int] = {}
        reached = {start: 0.0}
        done: dict[int, float] = {}
        distance: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        row, base = start, 0.0
        alone = (-self._row_price[start], start)
        column = -1
        while True:
            for other, cost in self.costs[row]:
                length = base + cost - self._row_price[row] - self._price[other]
                if other not in done and length < distance.get(other, math.inf):
                    distance[other], came[other] = length, row
                    heapq.heappush(heap, (length, other))
            while heap and (heap[0][1] in done or heap[0][0] > distance[heap[0][1]]):
                heapq.heappop(heap)
            if not heap or heap[0][0] >= alone[0]:
                column, base = -1, alone[0]
                break
            base, column = heapq.heappop(heap)
            done[column] = base
            if column not in self._row_of:
                break
            row = self._row_of[column]
            reached[row] = base
            alone = min(alone, (base - self._row_price[row], row))
        self._update_prices(base, reached, done)
        if column < 0 and alone[1] != start:
            column = self.column_of.pop(alone[1])
        if column >= 0:
            self._turn(start, column, came)

    def _update_prices(self, total: float, reached: dict[int, float], done: dict[int, float]) -> None:
        for row, length in reached.items():
            self._row_price[row] += max(total - length, 0.0)
        for column, length in done.items():
            self._price[column] -= max(total - length, 0.0)

    def _turn(self, start: int, column: int, came: dict[int, int]) -> None:
        """Every row on the path back to ``start`` takes the column it was reached from."""
        while True:
            row = came[column]
            before = self.column_of.get(row, -1)
            self._row_of[column], self.column_of[row] = row, column
            if row == start:
                return
            column = before
