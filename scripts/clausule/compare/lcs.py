"""The longest common subsequence of two lists of words: exact, and fast whatever the words are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

Matches = list[tuple[int, int]]

# Sizes are products of two lengths. Up to the first nothing is prepared; up to the second a table is kept (64 MB of
# bits), up to the third half of one at a time; beyond it words that occur once on each side cut the lists into pieces,
# and length alone if none do.
_SMALL = 1 << 14
_TABLE = 1 << 29
_EXACT = 1 << 30


def common(a: Sequence[str], b: Sequence[str], known: int = 0) -> Matches:
    """Pairs ``(i, j)``, both rising, with ``a[i] == b[j]``: as many as there can be, or none if that is not more than
    ``known``, which are found already; the more that are, the less has to be looked at.

    Only where both lists have tens of thousands of words that the other has too, a few may be missed.
    """
    start, end = _equal_ends(a, b)
    middle_a, middle_b = a[start : len(a) - end], b[start : len(b) - end]
    found: Matches = []
    if middle_a and middle_b:
        if len(middle_a) * len(middle_b) > _SMALL:
            found = _without_strangers(middle_a, middle_b, known - start - end)
        else:
            found = _by_table(middle_a, middle_b, known - start - end)
    if start + len(found) + end <= known:
        return []
    if start:
        found = [*zip(range(start), range(start), strict=True), *_shifted(found, start, start)]
    found += zip(range(len(a) - end, len(a)), range(len(b) - end, len(b)), strict=True)
    return found


def _equal_ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words both begin with, and how many of the rest both end with."""
    start, most = 0, min(len(a), len(b))
    while start < most and a[start] == b[start]:
        start += 1
    end = 0
    while end < most - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start, end


def _without_strangers(a: Sequence[str], b: Sequence[str], known: int) -> Matches:
    """Leaves out what the other side does not have; nothing can be lost by that."""
    shared = set(a) & set(b)
    kept_a = [i for i, word in enumerate(a) if word in shared]
    kept_b = [j for j, word in enumerate(b) if word in shared]
    found = _solve([a[i] for i in kept_a], [b[j] for j in kept_b], known)
    return [(kept_a[i], kept_b[j]) for i, j in found]


def _solve(a: list[str], b: list[str], known: int = 0) -> Matches:
    if min(len(a), len(b)) <= max(known, 0):
        return []
    spare = len(a) + len(b) - 2 * known
    step = spare // 4 + 1
    if spare + step < len(a) and (spare + step) * len(b) <= _TABLE:
        return _by_band(a, b, known, step)
    size = len(a) * len(b)
    if size <= _TABLE or len(b) == 1:
        return _by_table(a, b, known)
    if size <= _EXACT:
        return _by_halves(a, b)
    anchors = _anchors(a, b)
    if not anchors:
        return _by_length(a, b)
    found: Matches = []
    x = y = 0
    for i, j in [*anchors, (len(a), len(b))]:
        found += [(x + k, y + m) for k, m in _solve(a[x:i], b[y:j])]
        found.append((i, j))
        x, y = i + 1, j + 1
    return found[:-1]


def _by_length(a: list[str], b: list[str]) -> Matches:
    """Cuts both in half until a table fits: for texts in which nothing stands out."""
    if len(a) * len(b) <= _TABLE:
        return _by_table(a, b)
    i, j = len(a) // 2, len(b) // 2
    return _by_length(a[:i], b[:j]) + _shifted(_by_length(a[i:], b[j:]), i, j)


def _shifted(matches: Matches, i: int, j: int) -> Matches:
    return [(i + x, j + y) for x, y in matches]


def _places(words: Sequence[str]) -> dict[str, int]:
    """For each word the bits of its places."""
    places: dict[str, int] = {}
    bit = 1
    for word in words:
        places[word] = places.get(word, 0) | bit
        bit += bit
    return places


def _rows(places: dict[str, int], row: int, words: Sequence[str]) -> list[int]:
    """The rows of bits after ``row``, one for each of ``words``: bit ``i`` is 0 where the first ``i + 1`` words of the
    other list, whose places are known, have one common word more than its first ``i``.

    One addition of long integers works on a whole row at once (Hyyrö, 'Bit-parallel LCS-length computation revisited').
    """
    rows = []
    for bits in map(places.get, words):
        if bits and (hits := row & bits):
            row = (row + hits) | (row - hits)
        rows.append(row)
    return rows


def _by_table(a: Sequence[str], b: Sequence[str], known: int = 0) -> Matches:
    """All rows, and the way back through them, if that leads to more than ``known`` pairs: the last row says how
    many."""
    every = (1 << len(a)) - 1
    rows = _rows(_places(a), every, b)
    if len(a) - (rows[-1] & every).bit_count() <= known:
        return []
    found: Matches = []
    _walk_back(a, b, len(a), 0, 0, rows, found)
    return found[::-1]


def _by_halves(a: list[str], b: list[str]) -> Matches:
    """As ``_by_table``, but the rows of the first half are forgotten and made again, where they are still needed."""
    half = len(b) // 2
    places = _places(a)
    row = _rows(places, (1 << len(a)) - 1, b[:half])[-1]
    found: Matches = []
    i = _walk_back(a, b, len(a), 0, half, _rows(places, row, b[half:]), found)
    return _solve(a[:i], b[:half]) + found[::-1]


def _by_band(a: Sequence[str], b: Sequence[str], known: int, step: int) -> Matches:
    """As ``_by_table``, but each ``step`` rows have only the columns that a path to more than ``known`` pairs can pass:
    not where too few words are left on one side (Ukkonen, 'Algorithms for approximate string matching').
    """
    before, behind = len(b) - known - 1, len(a) - known - 1
    places: dict[str, int] = {}
    row = low = high = 0
    blocks = []
    for top in range(0, len(b), step):
        words = b[top : top + step]
        start, end = max(top - before, 0), min(top + len(words) + behind, len(a))
        places = {word: rest for word, bits in places.items() if (rest := bits >> start - low)}
        for word, bits in _places(a[high:end]).items():
            places[word] = places.get(word, 0) | bits << high - start
        row = row >> start - low & (1 << high - start) - 1 | (1 << end - start) - (1 << high - start)
        low, high = start, end
        rows = _rows(places, row, words)
        row = rows[-1]
        blocks.append((high, low, top, rows))
    found: Matches = []
    i = len(a)
    for high, low, top, rows in reversed(blocks):
        i = _walk_back(a, b, min(i, high), low, top, rows, found)
    found.reverse()
    return found


def _walk_back(a: Sequence[str], b: Sequence[str], i: int, low: int, top: int, rows: list[int], found: Matches) -> int:
    """From before the place ``i`` in the last of ``rows``, which begin at ``low`` in ``a`` and ``top`` in ``b``, back
    to the begin of one of them; equal words at the end can always be taken. Says where in ``a`` that is.
    """
    i, j = i - 1, top + len(rows) - 1
    while i >= low and j >= top:
        if a[i] == b[j]:
            found.append((i, j))
            i, j = i - 1, j - 1
        elif rows[j - top] >> i - low & 1:
            i -= 1
        else:
            j -= 1
    return i + 1


def _anchors(a: list[str], b: list[str]) -> Matches:
    """Words that occur once on each side, as many as stand in the same order (patience)."""
    count_a, count_b = Counter(a), Counter(b)
    place = {word: j for j, word in enumerate(b) if count_b[word] == 1}
    pairs = [(i, place[word]) for i, word in enumerate(a) if count_a[word] == 1 and word in place]
    return rising(pairs)


def rising(pairs: Matches) -> Matches:
    """The longest part of ``pairs`` (rising in the first) that rises in the second too."""
    seconds = [j for _, j in pairs]
    if seconds == sorted(set(seconds)):  # all of it, as nearly always
        return pairs
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        depth = bisect_left(tails, j) if tails and j <= tails[-1] else len(tails)
        before.append(tops[depth - 1] if depth else -1)
        tails[depth : depth + 1] = [j]
        tops[depth : depth + 1] = [index]
    chain: Matches = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
