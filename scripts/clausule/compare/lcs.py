"""The longest common subsequence of two lists of words: exact, and fast whatever the words are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

Matches = list[tuple[int, int]]

# Sizes are products of the two lengths. Up to the first nothing is prepared, up to the second a
# table is kept (32 MB of bits), up to the third the middle is
# found without one; beyond it words that occur once on each side cut the lists into pieces, and length alone if none do.
_SMALL = 1 << 14
_TABLE = 1 << 28
_EXACT = 1 << 30


def common(a: Sequence[str], b: Sequence[str]) -> Matches:
    """Pairs ``(i, j)``, both rising, with ``a[i] == b[j]``: as many as there can be.

    Only where both lists have tens of thousands of words that the other has too, a few may be missed.
    """
    start, end = _equal_ends(a, b)
    matches = [(i, i) for i in range(start)]
    middle_a, middle_b = a[start : len(a) - end], b[start : len(b) - end]
    if middle_a and middle_b:
        solve = _without_strangers if len(middle_a) * len(middle_b) > _SMALL else _by_table
        matches += _shifted(solve(middle_a, middle_b), start, start)
    matches += [(len(a) - k, len(b) - k) for k in range(end, 0, -1)]
    return matches


def common_length(a: Sequence[str], b: Sequence[str]) -> int:
    """How many pairs ``common`` finds at most; exact for all but very long lists."""
    start, end = _equal_ends(a, b)
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    if len(a) * len(b) > _TABLE:
        return start + end + min(len(a), len(b))
    places = _places(a)
    ones = row = (1 << len(a)) - 1
    for word in b:
        if word in places:
            hits = row & places[word]
            row = (row + hits) | (row - hits)
    return start + end + len(a) - (row & ones).bit_count()


def _equal_ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words both begin with, and how many of the rest both end with."""
    start, most = 0, min(len(a), len(b))
    while start < most and a[start] == b[start]:
        start += 1
    end = 0
    while end < most - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start, end


def _without_strangers(a: Sequence[str], b: Sequence[str]) -> Matches:
    """Leaves out what the other side does not have; nothing can be lost by that."""
    shared = set(a) & set(b)
    kept_a = [i for i, word in enumerate(a) if word in shared]
    kept_b = [j for j, word in enumerate(b) if word in shared]
    found = _solve([a[i] for i in kept_a], [b[j] for j in kept_b])
    return [(kept_a[i], kept_b[j]) for i, j in found]


def _solve(a: list[str], b: list[str]) -> Matches:
    size = len(a) * len(b)
    if not size:
        return []
    if size <= _TABLE or len(b) == 1:
        return _by_table(a, b)
    if size <= _EXACT:
        half = len(b) // 2
        cut = _best_cut(a, b[:half], b[half:])
        return _solve(a[:cut], b[:half]) + _shifted(_solve(a[cut:], b[half:]), cut, half)
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
    for index, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << index
    return places


def _rows(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """A row of bits for each word of ``b``: bit ``i`` is 0 where ``a[: i + 1]`` has one common word more than ``a[:i]``.

    One addition of long integers works on all of ``a`` at once (Hyyrö, 'Bit-parallel LCS-length computation revisited').
    """
    places = _places(a)
    row = (1 << len(a)) - 1
    rows = []
    for word in b:
        if (bits := places.get(word)) and (hits := row & bits):
            row = (row + hits) | (row - hits)
        rows.append(row)
    return rows


def _by_table(a: Sequence[str], b: Sequence[str]) -> Matches:
    """Walks back through the rows; equal words at the end can always be taken."""
    rows = _rows(a, b)
    i, j = len(a), len(b)
    found: Matches = []
    while i and j:
        if a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            found.append((i, j))
        elif rows[j - 1] >> (i - 1) & 1:
            i -= 1
        else:
            j -= 1
    found.reverse()
    return found


def _best_cut(a: list[str], first: list[str], second: list[str]) -> int:
    """Where to cut ``a`` so that its halves have the most in common with ``first`` and ``second`` (Hirschberg)."""
    ahead = _gains(a, first)
    back = _gains(a[::-1], second[::-1])[::-1]
    best = total = sum(back)
    cut = 0
    for index, (gain, loss) in enumerate(zip(ahead, back, strict=True), 1):
        total += gain - loss
        if total > best:
            best, cut = total, index
    return cut


def _gains(a: list[str], b: list[str]) -> list[int]:
    """For each place in ``a``: 1 where taking that word in gives one common word with ``b`` more."""
    places = _places(a)
    ones = row = (1 << len(a)) - 1
    for word in b:
        hits = row & places.get(word, 0)
        row = (row + hits) | (row - hits)
    bits = format(row & ones, f"0{len(a)}b")
    return [bit == "0" for bit in reversed(bits)]


def _anchors(a: list[str], b: list[str]) -> Matches:
    """Words that occur once on each side, as many as stand in the same order (patience)."""
    count_a, count_b = Counter(a), Counter(b)
    place = {word: j for j, word in enumerate(b) if count_b[word] == 1}
    pairs = [(i, place[word]) for i, word in enumerate(a) if count_a[word] == 1 and word in place]
    return rising(pairs)


def rising(pairs: Matches) -> Matches:
    """The longest part of ``pairs`` (rising in the first) that rises in the second too."""
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        depth = bisect_left(tails, j)
        before.append(tops[depth - 1] if depth else -1)
        tails[depth : depth + 1] = [j]
        tops[depth : depth + 1] = [index]
    chain: Matches = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
