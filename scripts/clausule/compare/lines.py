"""The lines of two texts (paragraphs, items, rows) beside each other: which is which, in whatever order."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from clausule.compare.assignment import assign
from clausule.compare.lcs import Matches, common

# Of the words of two lines so many are in both, if they are one line that was reworded.
SAME_LINE = 0.6
TRIED = 2500  # pairs of lines that are looked at, at most
_MARK = re.compile(r"(?:-|[a-z]{1,5}\.|\d{1,3}[a-z]?\.)\Z")

Line = Sequence[str]
Bag = frozenset[tuple[str, int]]


def pair_lines(old: Sequence[Line], new: Sequence[Line]) -> Matches:
    """The indexes of the lines that are one, rising in the old: those with the same words, whatever their mark, then
    the most alike."""
    bare_old, bare_new = [bare(line) for line in old], [bare(line) for line in new]
    found = dict(common([" ".join(line) for line in bare_old], [" ".join(line) for line in bare_new]))
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    taken = set(found.values())
    for j, line in enumerate(bare_new):
        if j not in taken:
            waiting[line].append(j)
    for i, line in enumerate(bare_old):
        if i not in found and waiting[line]:
            found[i] = waiting[line].popleft()
    taken = set(found.values())
    rest_old, rest_new = ([n for n in range(len(one)) if n not in used] for one, used in ((old, found), (new, taken)))
    if len(rest_old) * len(rest_new) <= TRIED:
        bags_old, bags_new = (
            {n: bag(lines[n]) for n in rest} for lines, rest in ((bare_old, rest_old), (bare_new, rest_new))
        )
        gains = {}
        for i in rest_old:
            for j in rest_new:
                if alike(bags_old[i], bags_new[j]) >= SAME_LINE:
                    share = 2 * len(common(bare_old[i], bare_new[j])) / (len(bare_old[i]) + len(bare_new[j]))
                    if share >= SAME_LINE:
                        gains[i, j] = share
        found |= assign(gains)
    return sorted(found.items())


def bare(line: Line) -> tuple[str, ...]:
    """The words of a line without its mark."""
    return tuple(line[1:] if len(line) > 1 and _MARK.match(line[0]) else line)


def bag(words: Iterable[str]) -> Bag:
    """The words of a line, each with how often it stood there before: what two lines share is what both bags hold."""
    often: dict[str, int] = {}
    numbered = []
    for word in words:
        before = often[word] = often.get(word, -1) + 1
        numbered.append((word, before))
    return frozenset(numbered)


def alike(one: Bag, other: Bag) -> float:
    """The share of the words of two lines that is in both, whatever their order; 0 when it must be below
    ``SAME_LINE``."""
    both = len(one) + len(other)
    if 2 * min(len(one), len(other)) < SAME_LINE * both or not both:
        return 0.0
    return 2 * len(one & other) / both
