"""What was split and merged more than once: which lineages belong together, and by which editions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.history import History
from clausule.compare.history.families import families
from clausule.compare.history.lines import _reading, component, woven


def joined(*joins: tuple[int, int, int]) -> History:
    history = History()
    for main, other, edition in joins:
        history.join(main, other, edition)
    return history


def test_nothing_was_split_or_merged() -> None:
    assert families(joined()) == []


def test_what_was_split_once_belongs_together_from_that_edition_on() -> None:
    assert families(joined((0, 1, 3))) == [((0, 1), [[3]])]


def test_what_was_split_twice_belongs_together_in_parts_and_as_a_whole() -> None:
    assert families(joined((0, 1, 1), (1, 2, 4))) == [((0, 1), [[1]]), ((0, 1, 2), [[1, 4]]), ((1, 2), [[4]])]


def test_of_lists_that_join_as_well_the_one_with_fewer_editions_is_kept() -> None:
    """Split, and merged again: either edition joins both; the two together say nothing more."""
    assert families(joined((0, 1, 1), (0, 1, 4))) == [((0, 1), [[1], [4]])]


def test_what_has_nothing_to_do_with_each_other_stays_apart() -> None:
    assert families(joined((0, 1, 1), (5, 6, 1))) == [((0, 1), [[1]]), ((5, 6), [[1]])]


def test_eight_events_in_a_row_are_looked_at() -> None:
    row = [(number, number + 1, number) for number in range(9)]
    sizes = [len(members) for members, _ in families(joined(*row))]
    assert max(sizes) == 9 and sizes.count(9) == 2, "eight events join nine lineages, and ten are never all together"


def test_what_is_connected_is_sorted_and_whole() -> None:
    assert component(3, [(3, 1, 0), (1, 2, 0), (7, 8, 0)]) == (1, 2, 3) and component(9, []) == (9,)


def test_what_went_stands_behind_what_it_stood_behind() -> None:
    assert woven("bd", "abcde") == list("abcde")
    assert woven("", "abc") == list("abc") and woven("abc", "") == list("abc")
    assert woven("cb", "abc") == list("acb")


orders = st.lists(st.integers(0, 9), unique=True)


@given(orders, orders)
def test_changes_are_read_in_the_order_in_which_what_went_is_shown(old: list[int], new: list[int]) -> None:
    places = _reading(old, new)
    assert sorted(places, key=lambda name: places[name]) == woven(new, old)


def test_families_and_the_editions_that_join_them_are_told_in_order() -> None:
    """Whatever was joined first: a history that goes on tells the same as one that is made at once."""
    assert [members for members, _ in families(joined((7, 8, 2), (5, 6, 1), (0, 1, 3)))] == [(0, 1), (5, 6), (7, 8)]
    assert families(joined(*((0, 1, edition) for edition in range(20, 0, -1)))) == [
        ((0, 1), [[edition] for edition in range(1, 21)])
    ]
