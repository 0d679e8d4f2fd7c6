"""How much the words of two units say that one came from the other, in nats of information."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, pairwise
from math import exp, log
from typing import NamedTuple

from clausule.compare.lcs import Matches, common
from clausule.compare.lines import Bag, bag

_WORD = re.compile(r"\w+")
# What it costs that a word was kept or replaced, that a passage came or went, and each word of that passage. The first
# two are the logarithms of about 0.4 and 0.6: a clause of which six words in ten were replaced is still the same
# clause.
_KEPT, _REPLACED, _JUMP, _JUMP_WORD = 0.9, 0.5, 4.0, 0.4
_BACK = 6  # from how many runs back a passage can go on
_FEW = 8  # how many candidates a unit has
_LOOKED_UP = 300  # how many other units are looked at to find them
_NEARLY, _CLEAR = 0.3, 60.0  # of the best one's information the others must share this part, and lack no more than this
_HELD_BY = 0.25  # what more of the units have than this says nothing of which of them it is
_FEWEST = 3  # of fewer units a word says as much as of so many
_FAINT, _BY_CHANCE = 3.0, 0.65  # units that share less than this, or than this for each word, are no candidates
_LONG = 5000  # words of a unit that are looked at
_LENGTH = 0.2  # what a word that only one of two candidates has counts against them

Words = tuple[str, ...]
Feature = str | tuple[str, str]


class Likeness(NamedTuple):
    """``score`` in nats; ``runs`` are the passages (place in old, in new, how many words) that carry it."""

    score: float
    runs: tuple[tuple[int, int, int], ...] = ()

    @property
    def matches(self) -> list[tuple[int, int]]:
        """The words (old, new) that carry it."""
        return [(i + k, j + k) for i, j, size in self.runs for k in range(size)]


class Similarity:
    """The words of two editions and how common each is. Indexes are those of the lists of texts."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._texts = old, new
        self.old = [words_of(text) for text in old]
        self.new = [words_of(text) for text in new]
        self._known: dict[tuple[int, int], Likeness] = {}
        self._bags: tuple[dict[int, Bag], dict[int, Bag]] = {}, {}
        self._rare: dict[str, float] = {}
        self._often: dict[str, int] = {}
        self._expected: dict[tuple[str, str], float] = {}

    @cached_property
    def _counts(self) -> tuple[Counter[Feature], Counter[Feature]]:
        old, new = self._texts
        return _counting.of(old), _counting.of(new)

    @cached_property
    def _total(self) -> int:
        return sum(map(len, (*self.old, *self.new)))

    def _rarity(self, word: str) -> float:
        known = self._rare.get(word)
        if known is None:
            old, new = self._counts
            often = self._often[word] = _elsewhere(old[word] + new[word])
            known = self._rare[word] = -log((often + 0.5) / self._total)
        return known

    def likeness(self, i: int, j: int) -> Likeness:
        """How like the old unit ``i`` and the new unit ``j`` are as a whole."""
        found = self._known.get((i, j))
        if found is None:
            found = self._known[i, j] = self.of(self.old[i], self.new[j])
        return found

    def of(self, a: Words, b: Words) -> Likeness:
        """How like these words, of an old and of a new unit, are as a whole."""
        return self._best_chain(a, b, whole=True)

    def share(self, i: int, j: int, least: float) -> float:
        """The share of the longer unit's words that the other has in the same order; 0 when it must be below
        ``least``."""
        a, b = self.old[i], self.new[j]
        short, long = sorted((len(a), len(b)))
        known = max(int(least * long) - 1, 0)
        if not short or short < least * long or len(self._bag(0, i) & self._bag(1, j)) <= known:
            return 0.0
        return len(common(a, b, known)) / long

    def _bag(self, side: int, index: int) -> Bag:
        found = self._bags[side].get(index)
        if found is None:
            found = self._bags[side][index] = bag((self.old, self.new)[side][index])
        return found

    def passage(self, a: Words, b: Words) -> Likeness:
        """The best passage that ``a`` and ``b`` share, whatever stands around it."""
        return self._best_chain(a, b, whole=False)

    def _best_chain(self, a: Words, b: Words, whole: bool) -> Likeness:
        """The best chain of runs of matching words.

        It is scored by how rare the words are, less what was replaced, came or went between the runs; as a ``whole``,
        also before the first and after the last.
        """
        runs = _runs(common(a, b))
        if not runs:
            return Likeness(0.0)
        known: list[tuple[int, int, float]] = []  # where each run ends, and the best score of a chain up to it
        no_run: int | None = None
        backs: list[int | None] = []
        ends: list[float] = []  # what the best chain up to each run is worth at the end
        for place, (i, j, size) in enumerate(runs):
            best, back = -_gap(i, j) if whole else 0.0, no_run
            for earlier in range(max(place - _BACK, 0), place):
                x, y, score = known[earlier]
                if score > best and (score := score - _gap(i - x, j - y)) > best:
                    best, back = score, earlier
            best += self._information(b, j, size)
            known.append((i + size, j + size, best))
            backs.append(back)
            ends.append(best - _gap(len(a) - i - size, len(b) - j - size) if whole else best)
        top = max(ends)
        path: list[tuple[int, int, int]] = []
        last: int | None = ends.index(top)
        while last is not None:
            path.append(runs[last])
            last = backs[last]
        return Likeness(top, tuple(reversed(path)))

    def _information(self, words: Words, start: int, size: int) -> float:
        """What ``size`` words from ``start`` say. A word that is expected after the one before says little: a phrase
        that many clauses have is no evidence.
        """
        (old, new), rare, often, expected = self._counts, self._rare, self._often, self._expected
        before = words[start]
        total = self._rarity(before) - _KEPT * size
        for word in words[start + 1 : start + size]:
            both = before, word
            known = expected.get(both)
            if known is None:
                rarity = rare[word] if word in rare else self._rarity(word)
                seen = _elsewhere(old[both] + new[both]) + 2 * exp(-rarity)
                surprise = -log(seen / (often[before] + 2))
                known = expected[both] = rarity if rarity < surprise else surprise
            total += known
            before = word
        return total

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> set[tuple[int, int]]:
        """For each of the ``new`` units the few ``old`` ones that share the most that few others have."""
        held_by: dict[Feature, list[int]] = defaultdict(list)
        rest = list(old)
        for i in rest:
            for feature in _features(self.old[i]):
                held_by[feature].append(i)
        most = max(int(_HELD_BY * len(rest)), _FEWEST - 1)
        for feature in [feature for feature, held in held_by.items() if len(held) > most]:
            del held_by[feature]
        every = max(len(rest), _FEWEST)
        worth = [0.0, *(log(every / count) for count in range(1, most + 1))]
        return {(i, j) for j in new for i in self._holders_of(self.new[j], held_by, worth)}

    def _holders_of(self, words: Words, holders: Mapping[Feature, list[int]], worth: Sequence[float]) -> list[int]:
        """Those that share much more with ``words`` than chance gives, the most first. What is shared says more the
        fewer units hold it: ``worth`` says how much, by their number."""
        lists = [*filter(None, map(holders.get, _features(words)))]
        known = len(lists)
        if sum(map(len, lists)) > _LOOKED_UP:
            lists = _shortest(lists)
        least = max(_FAINT, _BY_CHANCE * len(words) * len(lists) / max(known, 1))
        shared: dict[int, float] = defaultdict(float)
        for held in lists:
            share = worth[len(held)]
            for i in held:
                shared[i] += share
        ranked = [
            (_LENGTH * abs(len(self.old[i]) - len(words)) - total, i) for i, total in shared.items() if total > least
        ]
        best = sorted(ranked)[:_FEW]
        return [i for rank, i in best if -rank >= max(-_NEARLY * best[0][0], -best[0][0] - _CLEAR)]


def _shortest(lists: list[list[int]]) -> list[list[int]]:
    """The shortest lists, as many as are looked through; at least one."""
    lists = sorted(lists, key=len)
    sizes = list(accumulate(map(len, lists)))
    return lists[: max(bisect_right(sizes, _LOOKED_UP), 1)]


@lru_cache(maxsize=4096)
def all_words(text: str) -> Words:
    """The words of ``text``, however long it is."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """Those of its words that are looked at."""
    return all_words(text)[:_LONG]


def _elsewhere(often: int) -> int:
    """How often a word, or two side by side, stand elsewhere, of how often they stand in both editions: one occurrence
    on each side is the pair itself, which says nothing of how common it is."""
    return often - 2 if often > 2 else 0


class _Counting:
    """How often each word, and each two side by side, stand in an edition. One edition is counted after the other, and
    most of their texts are the same: only the others are counted anew."""

    def __init__(self) -> None:
        self._last: Sequence[str] = ()
        self._texts = Counter[str]()
        self._counts = Counter[Feature]()

    def of(self, texts: Sequence[str]) -> Counter[Feature]:
        """Of the words and pairs of words that are in ``texts`` how often."""
        if texts == self._last:  # the new edition of the comparison before this one
            return self._counts
        now = Counter(texts)
        others = {text for text, _ in self._texts.items() ^ now.items()}  # in one is it, or more often
        more = Counter({text: now[text] - self._texts[text] for text in others})
        came, gone = +more, -more
        self._last = texts
        if gone or came:
            if _ANEW * (len(gone) + len(came)) < len(now):
                counts = self._counts.copy()
                counts.update(_all_features(came))
                for feature, often in Counter(_all_features(gone)).items():
                    counts[feature] -= often
                    if not counts[feature]:
                        del counts[feature]
            else:
                counts = Counter(_all_features(now))
            self._texts, self._counts = now, counts
        return self._counts


_ANEW = 4  # so much longer it takes to count a text in or out than to count it
_counting = _Counting()


def _all_features(texts: Counter[str]) -> Iterator[Feature]:
    words = [*map(words_of, texts.elements())]
    return chain(chain.from_iterable(words), chain.from_iterable(map(pairwise, words)))


@lru_cache(maxsize=4096)
def _features(words: Words) -> tuple[Feature, ...]:
    """What a unit can be known by, each once: its words, and each two that stand side by side."""
    return tuple(dict.fromkeys((*words, *pairwise(words))))


def _runs(matches: Matches) -> list[tuple[int, int, int]]:
    """Matches that follow each other on both sides, as ``(i, j, how many)``."""
    runs: list[tuple[int, int, int]] = []
    begin_i = begin_j = size = 0
    for i, j in matches:
        if i == begin_i + size and j == begin_j + size:
            size += 1
            continue
        if size:
            runs.append((begin_i, begin_j, size))
        begin_i, begin_j, size = i, j, 1
    if size:
        runs.append((begin_i, begin_j, size))
    return runs


def _gap(old: int, new: int) -> float:
    """What it costs that ``old`` words stand where ``new`` ones do now."""
    if old == new:
        return _REPLACED * old
    short, long = (old, new) if old < new else (new, old)
    return _REPLACED * short + _JUMP + _JUMP_WORD * (long - short)
