"""Where units stand relative to pairs, and how sure a pairing is; all in nats."""

from __future__ import annotations

import math

import pytest

from clausule.compare.order import Doubt, Order, sure

# Old 2, 4, 6 are new 2, 4, 6; old 8 is new 0: it was moved before them.
ORDER = Order({8: 0, 6: 6, 4: 4, 2: 2})


def test_the_chain_is_the_longest_row_of_pairs_in_the_same_order() -> None:
    assert ORDER.chain == [(2, 2), (4, 4), (6, 6)]


@pytest.mark.parametrize(
    ("old", "new", "worth"),
    [
        (3, 3, 6.0),  # the same place (4), between two pairs (1 each)
        (3, 4, 5.0),  # the same place, and the pair before it is its neighbour too
        (5, 5, 6.0),
        (3, 5, 1.0),  # one pair would have to be passed: 4 - 3
        (1, 5, -2.0),  # two
        (0, 7, -5.0),  # three
        (9, 1, -4.0),  # three, and its neighbour before it is the same, though it was moved
    ],
)
def test_the_same_place_speaks_for_a_pair_and_each_one_to_be_passed_against_it(
    old: int, new: int, worth: float
) -> None:
    assert ORDER.worth(old, new) == worth


def test_no_more_than_three_steps_speak_against_a_pair() -> None:
    long = Order({number: number for number in range(1, 20)})
    assert long.worth(0, 20) == 4 - 3 * 3 == Order({1: 1, 2: 2, 3: 3}).worth(0, 4)


def test_the_nearest_pair_is_the_neighbour() -> None:
    """Of two units that changed places the second is no neighbour."""
    assert Order({0: 1, 1: 0, 2: 2}).worth(3, 3) == 6.0
    assert Order({1: 1, 2: 3, 3: 2}).worth(0, 0) == 6.0


def test_without_pairs_every_place_is_the_same() -> None:
    """Both ends are neighbours of each other then."""
    assert Order({}).worth(0, 9) == 4 + 2


def test_between_two_pairs_all_are_looked_at_where_they_are_few() -> None:
    assert ORDER.between([3, 5], [3, 5, 7]) == {(3, 3), (5, 5)}
    assert ORDER.between([0, 1], [1]) == {(0, 1), (1, 1)}
    assert ORDER.between([7, 9], [7]) == {(7, 7), (9, 7)}
    few, many = list(range(10, 16)), list(range(10, 17))
    assert len(ORDER.between(few, few)) == 36 and ORDER.between(few, many) == set()


def test_what_went_stands_behind_what_it_stood_behind() -> None:
    assert [ORDER.new_place(old) for old in (0, 2, 3, 5, 7)] == [-1, -1, 2, 4, 6]


# Old 0 is new 0, worth 9; it might have been new 1 (5) or old 1 (6); old 1 is new 1 (worth 4).
GAINS = {(0, 0): 9.0, (0, 1): 5.0, (1, 0): 6.0, (1, 1): 4.0}
NOWHERE = dict.fromkeys(GAINS, 0.0)


def doubt(
    pairs: dict[int, int],
    places: dict[tuple[int, int], float] = NOWHERE,
    together: frozenset[tuple[int, int]] = frozenset(),
) -> Doubt:
    return Doubt(GAINS, places, pairs, set(together))


def test_a_pair_is_as_sure_as_the_next_best_is_worse_with_the_partner_that_it_would_lose() -> None:
    # New 1 belongs to old 1, which would lose 4: 9 - 5 + 4; old 1 to new 1: 9 - 6 + 4. The least counts.
    assert doubt({0: 0, 1: 1}).of_pair(0, 0) == sure(7)
    # Where the others are free nothing is lost.
    assert doubt({0: 0}).of_pair(0, 0) == sure(3)


@pytest.mark.parametrize(("other", "pairs"), [((0, 1), {0: 0}), ((1, 0), {0: 0}), ((0, 1), {0: 0, 2: 2})])
def test_where_the_other_is_free_it_is_as_sure_as_that_is_worse(other: tuple[int, int], pairs: dict[int, int]) -> None:
    """Whether the first or the last unit of an edition is free or has a partner."""
    gains = {(0, 0): 9.0, other: 5.0, (2, 2): 3.0}
    assert Doubt(gains, dict.fromkeys(gains, 0.0), pairs, set()).of_pair(0, 0) == sure(4)
    free = {(1, 1): 9.0, (1, 0): 5.0, (0, 1): 5.0}
    assert Doubt(free, dict.fromkeys(free, 0.0), {1: 1}, set()).of_pair(1, 1) == sure(4)


def test_a_partner_that_was_certain_is_never_lost_and_one_that_is_worth_nothing_costs_nothing() -> None:
    gains = {(0, 0): 9.0, (0, 1): 5.0}
    assert Doubt(gains, dict.fromkeys(gains, 0.0), {0: 0, 7: 1}, set()).of_pair(0, 0) == sure(9)
    gains = {(0, 0): 9.0, (0, 1): 5.0, (1, 1): -2.0}
    assert Doubt(gains, dict.fromkeys(gains, 0.0), {0: 0, 1: 1}, set()).of_pair(0, 0) == sure(4)


def test_that_it_stands_in_its_place_counts_for_half_where_the_other_is_free() -> None:
    places = NOWHERE | {(0, 0): 4.0, (1, 0): -2.0}
    assert doubt({0: 0}, places).of_pair(0, 0) == sure(9 - 6 - (4 - -2) / 2)
    assert doubt({0: 0, 1: 1}, places).of_pair(0, 0) == sure(7), "and not at all where it has a partner"


def test_a_pair_is_no_surer_than_what_it_is_worth() -> None:
    assert Doubt({(0, 0): 2.0}, {(0, 0): 0.0}, {0: 0}, set()).of_pair(0, 0) == sure(2)


def test_what_belongs_to_it_anyway_is_no_doubt() -> None:
    assert doubt({0: 0}, together=frozenset({(0, 1), (1, 0)})).of_pair(0, 0) == sure(9)


def test_what_went_or_came_is_sure_when_nothing_free_is_like_it() -> None:
    free = doubt({})
    assert (free.of_old(0), free.of_new(0)) == (sure(-9), sure(-9))
    paired = doubt({1: 1})
    assert (paired.of_old(0), paired.of_new(0)) == (sure(-9), sure(-9))
    assert (doubt({1: 0}).of_old(0), doubt({0: 1}).of_new(0)) == (sure(-5), sure(-6))
    assert (doubt({1: 0}).of_old(9), doubt({0: 1, 1: 0}).of_old(0)) == (1.0, 1.0)


def test_how_sure_a_margin_is() -> None:
    assert sure(0) == 0.5 and sure(math.inf) == 1.0
    assert round(sure(3), 2) == 0.73 and sure(10) > 0.96
    assert all(sure(-margin) == pytest.approx(1 - sure(margin)) for margin in (1, 5, 99, 1000))
    assert sure(-math.inf) == sure(-1e9) < 1e-14 and sure(1e9) == sure(100) < sure(math.inf) + 1e-12


def test_pairs_may_be_named_in_any_order() -> None:
    """The nearest pair before and after a place is looked up among all of them, as they stand."""
    for pairs in ({8: 8, 6: 6, 4: 4, 2: 2}, {4: 4, 8: 8, 2: 2, 6: 6}):
        assert [Order(pairs).worth(place, place) for place in range(1, 10, 2)] == [6.0] * 5
