"""How much the words of two units say that one came from the other, in nats of information."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausule.compare.lcs import Matches, common

_WORD = re.compile(r"\w+")
# What it costs that a word was kept or replaced, that a passage came or went, and each word of that passage. The first
# two are the logarithms of about 0.4 and 0.6: a clause of which six words in ten were replaced is still the same clause.
_KEPT, _REPLACED, _JUMP, _JUMP_WORD = 0.9, 0.5, 4.0, 0.4
_BACK = 6  # from how many matches back a passage can go on
_FEW = 8  # how many candidates a unit has
_LOOKED_UP = 500  # how many other units are looked at to find them
_NEARLY = 0.3  # of the best candidate's information the others must share
_FAINT = 3.0  # units that share less information than this are no candidates
_LENGTH = 0.2  # what a word that only one of two candidates has counts against them

Words = list[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` in nats; ``matches`` are the words (old, new) that carry it."""

    score: float
    matches: tuple[tuple[int, int], ...] = ()


class Evidence:
    """The words of two editions and how common each is. Indexes are those of the lists of texts."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [_WORD.findall(text.casefold()) for text in old]
        self.new = [_WORD.findall(text.casefold()) for text in new]
        self._count: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for words in (*self.old, *self.new):
            self._count.update(words)
            self._pairs.update(pairwise(words))
        total = sum(self._count.values())
        # One occurrence on each side is the pair itself, which says nothing of how common the word is elsewhere.
        self._rarity = {word: -math.log((max(count - 2, 0) + 0.5) / total) for word, count in self._count.items()}
        self._known: dict[tuple[int, int], Likeness] = {}

    def likeness(self, i: int, j: int) -> Likeness:
        """How like the old unit ``i`` and the new unit ``j`` are as a whole."""
        found = self._known.get((i, j))
        if found is None:
            found = self._known[i, j] = self._whole(self.old[i], self.new[j])
        return found

    def share(self, i: int, j: int) -> float:
        """The share of the longer unit's words that the other has in the same order."""
        a, b = self.old[i], self.new[j]
        return len(common(a, b)) / max(len(a), len(b), 1)

    def passage(self, a: Words, b: Words) -> Likeness:
        """The best passage that ``a`` and ``b`` share, whatever stands around it."""
        matches = common(a, b)
        scores, backs = self._chains(a, matches, from_start=False)
        return _best(matches, backs, scores)

    def _whole(self, a: Words, b: Words) -> Likeness:
        matches = common(a, b)
        scores, backs = self._chains(a, matches, from_start=True)
        ends = [score - _gap(len(a) - i - 1, len(b) - j - 1) for score, (i, j) in zip(scores, matches, strict=True)]
        return _best(matches, backs, ends)

    def _chains(self, a: Words, matches: Matches, from_start: bool) -> tuple[list[float], list[int]]:
        """For each match the score of the best chain that ends there, and the match before it (-1: none).

        A chain is scored by how rare its words are, less what was replaced, came or went between them.
        """
        scores: list[float] = []
        backs: list[int] = []
        for place, (i, j) in enumerate(matches):
            rarity = self._rarity[a[i]]
            best, back = rarity - (_gap(i, j) if from_start else 0.0), -1
            for earlier in range(place - 1, max(place - _BACK, 0) - 1, -1):
                x, y = matches[earlier]
                follows = x == i - 1 and y == j - 1
                if follows:
                    gain = min(rarity, self._surprise(a[x], a[i], rarity))
                else:
                    gain = rarity - _gap(i - x - 1, j - y - 1)
                if scores[earlier] + gain > best:
                    best, back = scores[earlier] + gain, earlier
                if follows:
                    break  # nothing is nearer
            scores.append(best - _KEPT)
            backs.append(back)
        return scores, backs

    def _surprise(self, before: str, word: str, rarity: float) -> float:
        """How unexpected ``word`` is after ``before``: a phrase that many clauses have says little."""
        seen = max(self._pairs[before, word] - 2, 0)
        return -math.log((seen + 2 * math.exp(-rarity)) / (max(self._count[before] - 2, 0) + 2))

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> set[tuple[int, int]]:
        """For each of the ``new`` units the few ``old`` ones that share the most information with it."""
        holders: dict[str, list[int]] = defaultdict(list)
        for i in old:
            for word in set(self.old[i]):
                holders[word].append(i)
        return {(i, j) for j in new for i in self._holders_of(self.new[j], holders)}

    def _holders_of(self, words: Words, holders: dict[str, list[int]]) -> list[int]:
        shared: dict[int, float] = defaultdict(float)
        looked = 0
        for word in sorted(set(words) & holders.keys(), key=lambda word: (len(holders[word]), word)):
            looked += len(holders[word])
            if looked > _LOOKED_UP and shared:
                break
            for i in holders[word]:
                shared[i] += self._rarity[word]
        rank = {i: total - _LENGTH * abs(len(self.old[i]) - len(words)) for i, total in shared.items() if total > _FAINT}
        best = sorted(rank, key=lambda i: (-rank[i], i))[:_FEW]
        return [i for i in best if rank[i] >= _NEARLY * rank[best[0]]]


def _best(matches: Matches, backs: list[int], ends: list[float]) -> Likeness:
    """The chain whose end is best, read backwards."""
    if not ends:
        return Likeness(0.0)
    place = last = max(range(len(ends)), key=ends.__getitem__)
    chain = []
    while place >= 0:
        chain.append(matches[place])
        place = backs[place]
    return Likeness(ends[last], tuple(chain[::-1]))


def _gap(old: int, new: int) -> float:
    """What it costs that ``old`` words stand where ``new`` ones do now."""
    if old == new:
        return _REPLACED * old
    return _REPLACED * min(old, new) + _JUMP + _JUMP_WORD * abs(old - new)
