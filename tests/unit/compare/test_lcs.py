"""The two algorithms under the comparison, held against the slow and obvious way."""

from __future__ import annotations

import random
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare import lcs
from clausule.compare.assignment import assign

WORDS = st.lists(st.sampled_from("abcde"), max_size=14)


def slow_length(a: list[str], b: list[str]) -> int:
    row = [0] * (len(b) + 1)
    for word in a:
        before, row = row, [0]
        for j, other in enumerate(b):
            row.append(before[j] + 1 if word == other else max(before[j + 1], row[j]))
    return row[-1]


def assert_common(a: list[str], b: list[str], matches: lcs.Matches) -> None:
    assert all(a[i] == b[j] for i, j in matches)
    assert all(i < x and j < y for (i, j), (x, y) in pairwise(matches))


@given(WORDS, WORDS)
def test_as_many_words_as_can_be(a: list[str], b: list[str]) -> None:
    matches = lcs.common(a, b)
    assert_common(a, b, matches)
    assert len(matches) == slow_length(a, b)


@pytest.mark.parametrize(("table", "exact"), [(6, 1 << 30), (6, 40)], ids=["halves", "anchors"])
def test_the_ways_for_long_lists(table: int, exact: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # The limits are brought down to short lists, so that the slow way can follow.
    monkeypatch.setattr(lcs, "_TABLE", table)
    monkeypatch.setattr(lcs, "_EXACT", exact)
    monkeypatch.setattr(lcs, "_SMALL", 0)
    rnd = random.Random(5)
    for _ in range(1500):
        a, b = ([str(rnd.randrange(12)) for _ in range(rnd.randrange(20))] for _ in range(2))
        matches = lcs.common(a, b)
        assert_common(a, b, matches)
        if exact > 400:
            assert len(matches) == slow_length(a, b)
        else:
            assert len(matches) <= slow_length(a, b)


def test_too_long_lists_are_cut_where_words_stand_out_and_else_in_half(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("_TABLE", "_EXACT"):
        monkeypatch.setattr(lcs, limit, 6)
    # U is once in each: what stands before it and behind it is looked at by itself, from end to end.
    assert lcs._solve([*"rrUqq"], [*"rrzUqq"]) == [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)]
    assert lcs._solve([*"rrzUqqVr"], [*"rrUqqVr"]) == [(0, 0), (1, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 6)]
    # Nothing stands out.
    assert lcs._solve([*"xyxy"], [*"xyxy"]) == [(n, n) for n in range(4)]
    assert lcs._solve([*"xxyxx"], [*"xxxx"]) == [(0, 0), (1, 1), (3, 2), (4, 3)]


@pytest.mark.parametrize("small", [0, 1 << 14], ids=["bands", "tables"])
def test_more_than_is_known_or_nothing(small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lcs, "_SMALL", small)
    rnd = random.Random(9)
    for _ in range(1500):
        vocabulary = rnd.choice([2, 6, 30])
        a = [str(rnd.randrange(vocabulary)) for _ in range(rnd.randrange(1, 50))]
        b = [word if rnd.random() < 0.8 else str(rnd.randrange(vocabulary)) for word in a if rnd.random() < 0.97]
        turn = rnd.randrange(len(a)) if rnd.random() < 0.3 else 0  # a text of which a part was moved
        b = b[turn:] + b[:turn]
        most = slow_length(a, b)
        for known in {0, most // 2, max(most - 2, 0), max(most - 1, 0), most, most + 1}:
            matches = lcs.common(a, b, known)
            assert_common(a, b, matches)
            assert len(matches) == (most if most > known else 0), (a, b, known)


@pytest.mark.parametrize(
    ("size", "known", "table", "way"),
    [
        (20, 12, 1 << 29, "_by_table"),  # a band of 21 columns is wider than the list
        (20, 13, 1 << 29, "_by_band"),  # one of 18 is not
        (19, 12, 1 << 29, "_by_band"),
        (18, 11, 1 << 29, "_by_table"),
        (19, 12, 18 * 19, "_by_band"),
        (19, 12, 18 * 19 - 1, "_by_halves"),
        (20, 12, 20 * 20, "_by_table"),
        (20, 12, 20 * 20 - 1, "_by_halves"),
        (20, 20, 1 << 29, ""),  # no more can be found than is known
    ],
)
def test_the_way_that_looks_at_least(
    size: int, known: int, table: int, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    went = []
    for name in ("_by_table", "_by_band", "_by_halves"):
        monkeypatch.setattr(lcs, name, lambda a, b, *rest, name=name: went.append(name) or [])
    monkeypatch.setattr(lcs, "_TABLE", table)
    words = [str(number) for number in range(size)]
    assert lcs._solve(words, words, known) == [] and went == ([way] if way else [])


@pytest.mark.parametrize(
    ("a", "b", "least"),
    [
        (["a"] * 100_000, ["a"] * 90_000, 90_000),
        (["a"] * 100_000, ["b"] * 100_000, 0),
        (["a", "b"] * 50_000, ["b", "a", "a"] * 40_000, 60_000),
        ([str(n) for n in range(50_000)], [str(n) for n in range(50_000, 0, -1)], 1),
    ],
    ids=["one-word", "nothing", "repeated", "backwards"],
)
def test_long_lists_of_bad_words_come_back(a: list[str], b: list[str], least: int) -> None:
    matches = lcs.common(a, b)
    assert_common(a, b, matches)
    assert len(matches) >= least


def test_words_that_stand_once_on_each_side_are_anchors_to_the_last() -> None:
    assert lcs._anchors(list("abac"), list("bxc")) == [(1, 0), (3, 2)]
    assert lcs._anchors(list("abc"), list("cab")) == [(0, 1), (1, 2)], "as many as stand in one order"


@pytest.mark.parametrize(
    ("seconds", "chain"),
    [
        ([0, 1, 2], [0, 1, 2]),
        ([0, 5, 1, 2], [0, 2, 3]),  # from the first
        ([5, 1, 2, 0], [1, 2]),
        ([2, 3, 0, 1, 4], [2, 3, 4]),
        ([1, 1], [1]),  # what stays as it is does not rise
        ([], []),
    ],
)
def test_the_longest_part_that_rises(seconds: list[int], chain: list[int]) -> None:
    pairs = list(enumerate(seconds))
    assert lcs.rising(pairs) == [pairs[place] for place in chain]


def best_sum(gains: dict[tuple[int, int], float], row: int, rows: int, used: frozenset[int]) -> float:
    if row == rows:
        return 0.0
    taken = [
        gain + best_sum(gains, row + 1, rows, used | {j})
        for (i, j), gain in gains.items()
        if i == row and j not in used
    ]
    return max([best_sum(gains, row + 1, rows, used), *taken])


GAINS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 20).map(float), max_size=14)


@given(GAINS)
def test_no_assignment_is_worth_more(gains: dict[tuple[int, int], float]) -> None:
    found = assign(gains)
    assert len(set(found.values())) == len(found)
    assert sum(gains[pair] for pair in found.items()) == best_sum(gains, 0, 5, frozenset())
    assert assign(dict(reversed(gains.items()))) == found, "of several that are worth as much always the same"


def test_of_pairs_that_are_worth_as_much_the_same_are_chosen_whatever_their_order() -> None:
    cells = [(0, 0), (0, 1), (1, 0), (1, 1)]
    chosen = {tuple(sorted(assign(dict.fromkeys(order, 1.0)).items())) for order in permutations(cells)}
    assert chosen == {((0, 0), (1, 1))}
