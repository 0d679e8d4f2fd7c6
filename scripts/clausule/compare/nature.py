"""When there is little to see between two editions, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from clausule.compare.history import Row
from clausule.compare.redline import IN, OUT, SAME

# Shares of the words: below the first two texts have nothing in common, below the second little is left of the old one.
NOTHING, COLLAPSED = 0.03, 0.05


def note_of(groups: Iterable[tuple[int, Sequence[Row]]]) -> str:
    """Why two texts say little beside each other, by the code that ``clausule compare`` uses; empty when they do."""
    counted = Counter[str]()
    for _, rows in groups:
        for row in rows:
            for op, text in row.redline:
                counted[op] += len(text.split())
    old, new = counted[SAME] + counted[OUT], counted[SAME] + counted[IN]
    if not old or not new:
        return "both-empty" if old == new else "new-empty" if old else "old-empty"
    if counted[SAME] <= NOTHING * min(old, new):
        return "nothing-in-common"
    return "collapsed" if new <= COLLAPSED * old else ""
