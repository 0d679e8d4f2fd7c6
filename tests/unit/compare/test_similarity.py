"""How much words say: by hand, for texts of a few words."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.similarity import Similarity, _Counting, all_words, words_of

KEPT, REPLACED, JUMP, JUMP_WORD = 0.9, 0.5, 4.0, 0.4
ONCE = 0.5  # what a word counts that stands once on each side: nowhere else


def score(old: str, new: str) -> float:
    return Similarity([old], [new]).likeness(0, 0).score


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("x", "x", log(2 / ONCE) - KEPT),
        ("x", "y", 0.0),
        ("x b", "x c", log(4 / ONCE) - KEPT - REPLACED),
        ("b x", "c x", log(4 / ONCE) - KEPT - REPLACED),
        ("x", "x c", log(3 / ONCE) - KEPT - JUMP - JUMP_WORD),
        ("b c x", "d x", log(5 / ONCE) - KEPT - REPLACED - JUMP - JUMP_WORD),
        ("x b c", "x", log(4 / ONCE) - KEPT - JUMP - 2 * JUMP_WORD),
    ],
)
def test_a_word_says_how_rare_it_is_less_what_was_replaced_or_came(old: str, new: str, expected: float) -> None:
    assert score(old, new) == pytest.approx(expected)


def test_a_word_that_stands_elsewhere_says_less() -> None:
    found = Similarity(["x", "x"], ["x"])
    assert found.likeness(0, 0).score == pytest.approx(log(3 / (1 + ONCE)) - KEPT)


def test_words_that_stand_side_by_side_nowhere_in_the_editions_say_as_much_as_two_alone() -> None:
    """What is left of a unit without some of its lines."""
    assert Similarity(["a x b"], ["a y b"]).of(("a", "b"), ("a", "b")).score == pytest.approx(
        2 * (log(6 / ONCE) - KEPT)
    )


def test_runs_are_the_passages_that_follow_on_both_sides() -> None:
    found = Similarity(["een twee drie vier vijf"], ["nul een twee iets vier vijf"]).likeness(0, 0)
    assert found.runs == ((0, 1, 2), (3, 4, 2))
    assert found.matches == [(0, 1), (1, 2), (3, 4), (4, 5)]
    assert Similarity(["een"], ["twee"]).likeness(0, 0).runs == ()


def test_a_passage_has_no_cost_around_it() -> None:
    found = Similarity(["a b x c d e"], ["x"])
    assert found.passage(found.old[0], found.new[0]).score == pytest.approx(log(7 / ONCE) - KEPT)


@pytest.mark.parametrize(
    ("old", "new", "least", "share"),
    [
        ("een twee", "een twee", 0.5, 1.0),
        ("een twee drie vier", "een twee", 0.5, 0.5),
        ("een twee", "een twee drie vier", 0.5, 0.5),
        ("een twee drie vier", "een", 0.5, 0.0),
        ("een twee", "", 0.0, 0.0),
        ("een twee drie vier vijf zes", "een a b c d e", 0.5, 0.0),
    ],
)
def test_the_share_of_the_longer_one(old: str, new: str, least: float, share: float) -> None:
    assert Similarity([old], [new]).share(0, 0, least) == share


def test_candidates_are_those_that_share_what_few_have() -> None:
    rare = [f"w{n} w{n}a w{n}b w{n}c" for n in range(12)]
    old = [f"algemeen {words}" for words in rare]
    found = Similarity(old, [f"algemeen {rare[3]}", "algemeen"])
    assert found.candidates(range(12), range(2)) == {(3, 0)}
    assert found.candidates([0, 1, 2], [0]) == set()


def test_of_many_candidates_the_eight_most_like_stay() -> None:
    words = [f"w{n}" for n in range(20)]
    old = [" ".join(words[: 20 - n]) for n in range(12)] + [f"iets{n}" for n in range(60)]
    found = Similarity(old, [" ".join(words)]).candidates(range(len(old)), [0])
    assert found == {(n, 0) for n in range(8)}


def test_of_candidates_that_share_as_much_those_of_nearly_the_same_length_stay() -> None:
    """What a unit has besides counts against it, whichever of the two is the longer."""
    shared = "een twee drie vier"
    old = [
        *(f"{shared} {' '.join(f'x{n}y{k}' for k in range(4))}" for n in range(4)),
        *(f"{shared} z{n}" for n in range(8)),
    ]
    rest = [f"iets{n}" for n in range(60)]
    found = Similarity([*old, *rest], [shared]).candidates(range(len(old) + len(rest)), [0])
    assert found == {(n, 0) for n in range(4, 12)}


@pytest.mark.parametrize(("words", "shared", "found"), [(6, 3, True), (6, 2, False), (20, 15, True), (20, 12, False)])
def test_a_candidate_is_not_far_behind_the_best(words: int, shared: int, found: bool) -> None:
    """It has three tenths of what the best one says, and lacks at most sixty nats of it."""
    wanted = [f"w{n}" for n in range(words)]
    old = [" ".join(wanted), " ".join(wanted[:shared]), *(f"iets{n}" for n in range(98))]
    assert ((1, 0) in Similarity(old, [" ".join(wanted)]).candidates(range(100), [0])) == found


@pytest.mark.parametrize(("units", "holders", "found"), [(8, 2, True), (8, 3, False), (12, 3, True), (12, 4, False)])
def test_what_more_than_a_quarter_of_the_units_hold_says_nothing(units: int, holders: int, found: bool) -> None:
    """Of fewer than twelve units what three of them hold."""
    shared = "een twee drie vier vijf"
    old = [shared] * holders + [f"iets{n}" for n in range(units - holders)]
    assert bool(Similarity(old, [shared]).candidates(range(units), [0])) == found


@pytest.mark.parametrize(("words", "found"), [(8, True), (9, False)])
def test_of_fewer_units_than_three_a_word_says_as_much_as_of_three(words: int, found: bool) -> None:
    """Three words and their two pairs, of log 3 each, are more than 0.65 for each of eight words."""
    text = " ".join(f"w{n}" for n in range(words))
    for old in (["w0 w1 w2"], ["w0 w1 w2", "iets"], ["w0 w1 w2", "iets", "anders"]):
        assert bool(Similarity(old, [text]).candidates(range(len(old)), [0])) == found


@given(st.lists(st.lists(st.lists(st.sampled_from("abc"), max_size=4).map(" ".join), max_size=12), max_size=5))
def test_editions_counted_one_after_the_other_come_to_what_each_comes_to(editions: list[list[str]]) -> None:
    """Texts that two editions share are not counted again; what none has any more is forgotten."""
    counting = _Counting()
    for texts in editions:
        alone = Counter(feature for words in map(str.split, texts) for feature in (*words, *pairwise(words)))
        assert dict(counting.of(texts)) == dict(counting.of([*texts])) == dict(alone)


def test_what_was_counted_of_one_edition_stays_when_the_next_is_counted() -> None:
    counting, texts = _Counting(), [" ".join(f"{place}{word}" for word in "abc") for place in range(20)]
    before = counting.of(texts)
    after = counting.of([*texts[1:], "New words"])
    assert before["0a"] == 1 and "new" not in before
    assert "0a" not in after and after["new"] == after["new", "words"] == after["1a"] == 1


def test_units_without_a_common_word_say_nothing_at_all() -> None:
    found = Similarity(["een twee"], ["drie vier"])
    assert found.likeness(0, 0) == found.passage(found.old[0], found.new[0]) == (0.0, ())


def test_a_word_that_mostly_follows_another_says_less_behind_it() -> None:
    """Counted as though it had followed twice more, as often as chance has it."""
    found = Similarity(["x y", "x y", "x z"], ["x y"])
    x, y = 2 + ONCE, 1 + ONCE  # elsewhere, of eight words
    follows = (1 + 2 * y / 8) / (2 + 2)
    assert follows > y / 8
    assert found.likeness(0, 0).score == pytest.approx(log(8 / x) - log(follows) - 2 * KEPT)


def test_the_first_five_thousand_words_of_a_unit_are_looked_at() -> None:
    words = [f"w{n}" for n in range(5001)]
    assert words_of(" ".join(words)) == tuple(words[:5000]) and all_words(" ".join(words)) == tuple(words)


@pytest.mark.parametrize(("more", "found"), [(30, True), (31, False)])
def test_each_word_that_only_one_of_two_has_counts_a_fifth_of_a_nat_against_them(more: int, found: bool) -> None:
    """Three words and two pairs that two units hold, less 27 fifths, are three tenths of what the best one says."""
    wanted = [f"w{n}" for n in range(6)]
    like = [*wanted[:3], *(f"x{n}" for n in range(more))]
    best, other = 5 * log(100 / 2) + 6 * log(100), 5 * log(100 / 2) - (more - 3) / 5
    assert (other >= 0.3 * best) == found
    old = [" ".join(wanted), " ".join(like), *(f"iets{n}" for n in range(98))]
    assert ((1, 0) in Similarity(old, [" ".join(wanted)]).candidates(range(100), [0])) == found
