"""How much the words of two units say that one came from the other, in nats of information."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausule.compare.lcs import common

_WORD = re.compile(r"\w+")
# What an author does to a clause costs information: a word replaced, a passage put in or taken out, and its length.
_KEPT, _REPLACED, _JUMP, _JUMP_WORD = 0.9, 0.5, 4.0, 0.4
_BACK = 6  # how many matches back a passage can be continued from
_COMMON = 60  # a word in more units than this points at none
_FEW = 8  # how many candidates a unit has


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` in nats, of the whole units; ``matches`` are the words (old, new) of the passage that carries it, and
    ``passage`` is the score of that passage alone.
    """

    score: float
    passage: float
    matches: tuple[tuple[int, int], ...]


NOTHING = Likeness(0.0, 0.0, ())


class Evidence:
    """The words of two editions and how common each is. Indexes are those of the lists of texts."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [_WORD.findall(text.casefold()) for text in old]
        self.new = [_WORD.findall(text.casefold()) for text in new]
        self._count: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for words in (*self.old, *self.new):
            self._count.update(words)
            self._pairs.update(zip(words, words[1:], strict=False))
        total = sum(self._count.values())
        # One occurrence on each side is the pair itself and says nothing of how common the word is elsewhere.
        self._rarity = {word: -math.log((max(count - 2, 0) + 0.5) / total) for word, count in self._count.items()}
        self._known: dict[tuple[int, int], Likeness] = {}

    def likeness(self, i: int, j: int) -> Likeness:
        """How like the old unit ``i`` and the new unit ``j`` are."""
        found = self._known.get((i, j))
        if found is None:
            found = self._known[i, j] = self._best_passage(self.old[i], self.new[j])
        return found

    def _best_passage(self, a: list[str], b: list[str]) -> Likeness:
        """The best chain of matches; words between two of them were replaced one for one, or went or came."""
        matches = common(a, b)
        if not matches:
            return NOTHING
        scores: list[float] = []
        backs: list[int] = []
        for place, (i, j) in enumerate(matches):
            rarity = self._rarity[a[i]]
            best, back = rarity - _gap(i, j), -1
            for earlier in range(max(place - _BACK, 0), place):
                x, y = matches[earlier]
                if x == i - 1 and y == j - 1:
                    gain = min(rarity, self._surprise(a[x], a[i], rarity))
                else:
                    gain = rarity - _gap(i - x - 1, j - y - 1)
                if scores[earlier] + gain > best:
                    best, back = scores[earlier] + gain, earlier
            scores.append(best - _KEPT)
            backs.append(back)
        ends = [score - _gap(len(a) - i - 1, len(b) - j - 1) for score, (i, j) in zip(scores, matches, strict=True)]
        place = last = max(range(len(ends)), key=ends.__getitem__)
        chain = []
        while place >= 0:
            chain.append(matches[place])
            place = backs[place]
        return Likeness(ends[last], scores[last] + _gap(*chain[-1]), tuple(chain[::-1]))

    def _surprise(self, before: str, word: str, rarity: float) -> float:
        """How unexpected ``word`` is after ``before``: a phrase that many clauses have says little."""
        seen = max(self._pairs[before, word] - 2, 0)
        return -math.log((seen + 2 * math.exp(-rarity)) / (max(self._count[before] - 2, 0) + 2))

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> list[tuple[int, int]]:
        """For each of the ``new`` units the few ``old`` ones that share the most information with it."""
        holders: dict[str, list[int]] = defaultdict(list)
        for i in old:
            for word in set(self.old[i]):
                holders[word].append(i)
        found = []
        for j in new:
            shared: dict[int, float] = defaultdict(float)
            for word in set(self.new[j]):
                held = holders.get(word, ())
                if len(held) <= _COMMON:
                    for i in held:
                        shared[i] += self._rarity[word]
            best = sorted(shared, key=lambda i: (-shared[i], i))[:_FEW]
            found += [(i, j) for i in best]
        return found


def _gap(old: int, new: int) -> float:
    """What it costs that ``old`` words stand where ``new`` ones do now."""
    if old == new:
        return _REPLACED * old
    return _REPLACED * min(old, new) + _JUMP + _JUMP_WORD * abs(old - new)
