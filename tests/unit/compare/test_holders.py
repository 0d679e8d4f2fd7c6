"""Which articles are one by what stands in them, and which clauses are by their words and what holds them."""

from __future__ import annotations

from clausule.compare.holders import Holders, same_words
from clausule.compare.unit import Unit


def units(*rows: str) -> list[Unit]:
    """A unit for each row 'id parent words'; '-' for what stands by itself."""
    found = []
    for row in rows:
        name, parent, *words = row.split()
        found.append(
            Unit(id=name, number="", title="", kind="clause", text=" ".join(words), parent=parent.replace("-", ""))
        )
    return found


def pairs(old: list[Unit], new: list[Unit], found: dict[int, int]) -> list[tuple[str, str]]:
    return list(Holders(old, new).pairs(found))


def same(
    old: list[Unit],
    new: list[Unit],
    known: dict[int, int] | None = None,
    told: tuple[set[int], set[int]] = (set(), set()),
) -> dict[int, int]:
    return same_words(old, new, Holders(old, new), known or {}, told)


def test_what_stands_by_itself_is_held_by_one_thing_on_both_sides() -> None:
    assert pairs(units("a - een"), units("b - twee"), {}) == [("", "")]
    assert pairs([], [], {}) == [("", "")]


def test_an_article_is_the_one_that_holds_most_of_it() -> None:
    old = units("a1 a een", "a2 a twee", "a3 a drie", "b1 b vier")
    new = units("x1 x een", "x2 x twee", "y1 y drie", "y2 y nieuw", "y3 y ander", "y4 y vier")
    assert pairs(old, new, {0: 0, 1: 1, 2: 2}) == [("", ""), ("a", "x")]
    # Half of the smaller one is enough where both have a partner already.
    assert pairs(old, new[:4], {0: 0, 1: 1, 2: 2}) == [("", ""), ("a", "x"), ("a", "y")]
    assert pairs(old, new, {0: 0, 1: 1, 3: 5}) == [("", ""), ("a", "x"), ("b", "y")]


def test_the_surest_come_first() -> None:
    old = units("a1 a een", "b1 b twee", "b2 b drie")
    new = units("x1 x een", "y1 y twee", "y2 y drie")
    assert pairs(old, new, {0: 0, 1: 1, 2: 2}) == [("", ""), ("b", "y"), ("a", "x")]


def test_a_pair_that_holds_something_itself_holds_the_same() -> None:
    old, new = units("a - Plicht", "a1 a een"), units("x - Plicht", "x1 x nieuw")
    assert pairs(old, new, {0: 0}) == [("", ""), ("a", "x")]
    assert pairs(old, new[:1], {0: 0}) == [("", "")]


def test_the_same_words_in_the_same_order_make_one_article_of_two() -> None:
    old = units("a1 a een", "a2 a twee", "b1 b twee", "b2 b een")
    new = units("x1 x twee", "x2 x een", "y1 y eentwee")
    assert pairs(old, new, {}) == [("", ""), ("b", "x")]
    assert ("b", "x") not in pairs(old, new, {0: 1, 1: 0})  # x has its partner


def test_words_that_stand_once_are_one_wherever_they_stand() -> None:
    old, new = units("a1 a een", "b1 b twee"), units("x1 x twee", "x2 x een")
    assert same(old, new) == {0: 1, 1: 0}
    assert same(old, new, told=({0}, set())) == {1: 0}
    assert same(old, new, told=(set(), {0})) == {0: 1}


def test_words_that_stand_in_many_articles_are_one_within_theirs() -> None:
    old = units("a1 a een", "a2 a slot", "b1 b twee", "b2 b slot", "c1 c slot")
    new = units("y1 y twee", "y2 y slot", "x1 x een", "x2 x slot", "z1 z ander", "z2 z slot")
    assert same(old, new) == {0: 2, 1: 3, 2: 0, 3: 1}


def test_where_an_article_was_divided_its_first_half_keeps_what_both_halves_have() -> None:
    """Found there, it is not given away to the other half."""
    old = units("a1 a een", "a2 a twee", "a3 a drie", "a4 a vier", "a5 a slot", "a6 a weg")
    new = units("x1 x een", "x2 x twee", "x3 x slot", "y1 y drie", "y2 y vier", "y3 y slot")
    assert same(old, new) == {0: 0, 1: 1, 2: 3, 3: 4, 4: 2}
    one = units(
        *(f"z{number} z {words}" for number, words in enumerate(("een", "twee", "drie", "vier", "slot", "nieuw")))
    )
    halves = units("a1 a een", "a2 a twee", "a3 a slot", "b1 b drie", "b2 b vier", "b3 b slot")
    assert same(halves, one) == {0: 0, 1: 1, 2: 4, 3: 2, 4: 3}, "and where two were joined, what one of them had"


def test_of_the_same_words_in_one_article_those_in_order_come_first() -> None:
    old = units("a1 a s", "a2 a s", "a3 a d", "a4 a t", "b1 b t")
    new = units("x1 x t", "x2 x d", "x3 x s", "x4 x s", "x5 x d")
    assert same(old, new, known={0: 2}) == {0: 2, 1: 3, 2: 4, 3: 0}


def test_articles_that_are_one_make_their_clauses_one() -> None:
    old = units("a - Plicht", "a1 a slot", "b - Plicht", "b1 b slot")
    new = units("x - Plicht", "x1 x slot", "y - Plicht", "y1 y nieuw", "y2 y slot")
    assert same(old, new) == {0: 0, 1: 1, 2: 2, 3: 4}


def test_a_heading_without_words_is_known_by_what_it_holds_and_an_empty_clause_is_not() -> None:
    old, new = units("a -", "a1 a een", "a2 a"), units("x -", "x1 x een", "x2 x")
    assert same(old, new) == {1: 1, 2: 2}


def test_a_heading_without_words_is_no_empty_clause() -> None:
    heading, clause = units("a -", "a1 a een"), units("leeg -", "x1 x een")
    assert same(heading, clause) == {1: 1} == same(clause, heading)


def test_what_stands_in_another_order_is_known_though_the_same_words_stand_in_order_too() -> None:
    old = units("a1 a slot", "a2 a een", "a3 a twee", "a4 a drie", "a5 a slot")
    new = units("x1 x slot", "x2 x slot", "x3 x een", "x4 x twee", "x5 x drie")
    assert same(old, new) == {0: 0, 1: 2, 2: 3, 3: 4, 4: 1}
    assert same(new, old) == {0: 0, 2: 1, 3: 2, 4: 3, 1: 4}
