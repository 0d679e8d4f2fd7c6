"""What was split off and what was merged: by the words that the main pair does not have."""

from __future__ import annotations

import pytest

from clausule.compare.similarity import Similarity
from clausule.compare.split_merge import Part, Parts

ONE = "verwerker bewaart de persoonsgegevens niet langer dan nodig is voor de uitvoering"
TWO = "verantwoordelijke betaalt facturen binnen dertig dagen na ontvangst op de bankrekening"
OTHER = "partijen leggen geschillen voor aan de bevoegde rechter te utrecht"
FILL = "iets dat hier verder niet toe doet staat ergens anders in deze tekst"


def found(
    old: list[str],
    new: list[str],
    pairs: dict[int, int],
    *,
    split: bool,
    gain: float = 50.0,
    certain: set[int] | None = None,
) -> list[tuple[int, int]]:
    gains = dict.fromkeys(pairs.items(), gain)
    parts = Parts(Similarity(old, new), pairs, gains, certain or set(), split=split).find()
    assert all(isinstance(part, Part) and part.worth > 0 for part in parts)
    return [(part.part, part.whole) for part in parts]


def test_a_part_belongs_to_the_unit_that_lost_its_words() -> None:
    old, new = [f"{ONE} {TWO}", OTHER], [ONE, TWO, OTHER]
    assert found(old, new, {0: 0, 1: 2}, split=True) == [(1, 0)]
    assert found(new, old, {0: 0, 2: 1}, split=False) == [(1, 0)]


def test_what_is_certain_loses_nothing() -> None:
    assert found([f"{ONE} {TWO}"], [ONE, TWO], {0: 0}, split=True, certain={0}) == []


def test_a_unit_that_lost_nothing_has_no_parts() -> None:
    assert found([ONE, OTHER], [ONE, TWO, OTHER], {0: 0, 1: 2}, split=True) == []


@pytest.mark.parametrize(("gain", "parts"), [(14.0, [(1, 0)]), (15.0, [])])
def test_only_a_weak_pair_is_given_up(gain: float, parts: list[tuple[int, int]]) -> None:
    """The second old unit has nothing to do with what it is paired with."""
    old, new = [f"{ONE} {TWO}", FILL], [ONE, TWO]
    gains = {(0, 0): 50.0, (1, 1): gain}
    made = Parts(Similarity(old, new), {0: 0, 1: 1}, gains, set(), split=True).find()
    assert [(part.part, part.whole) for part in made] == parts


@pytest.mark.parametrize(
    ("between", "own", "needed"),
    [
        (0, 0, 7 - 10 * 0.5),  # beside the main one, with all its words
        (1, 0, 7 - 10 * 0.5),
        (2, 0, 14),  # too far off to be beside it
        (0, 4, 7 - 10 * (12 / 16 - 0.5)),  # three of its four words
        (0, 12, 7),  # half of them
        (0, 18, 7),
        (2, 4, 14),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_how_clearly_a_part_is_one(between: int, own: int, needed: float, before: bool) -> None:
    """By what its words say, less a tenth for each and what must be said at its distance."""
    part = " ".join([*TWO.split(), "extra", *(f"eigen{n}" for n in range(own))])
    rows = [ONE, *(f"tussen{n} {FILL}" for n in range(between)), part]
    old, new = [f"{ONE} {TWO} extra"], rows[::-1] if before else rows
    main, place = (len(new) - 1, 0) if before else (0, len(new) - 1)
    for split in (True, False):
        similarity = Similarity(old, new) if split else Similarity(new, old)
        pairs = {0: main} if split else {main: 0}
        gains = {(0, main): 50.0, (0, place): -1.0} if split else {(main, 0): 50.0, (place, 0): -1.0}
        [found] = Parts(similarity, pairs, gains, set(), split=split).find()
        lost = tuple(f"{TWO} extra".split())
        likeness = similarity.passage(lost, tuple(part.split()))
        assert (found.part, found.whole) == (place, 0)
        assert found.worth == pytest.approx(likeness.score - 0.1 * len(part.split()) - needed)


def test_a_part_stays_where_its_other_words_are() -> None:
    """Only one sentence of it went: it is no part."""
    old, new = [f"{ONE} {TWO}", OTHER], [ONE, f"{OTHER} {TWO}"]
    gains = {(0, 0): 50.0, (1, 1): 1.0}
    assert Parts(Similarity(old, new), {0: 0, 1: 1}, gains, set(), split=True).find() == []


def test_a_part_leaves_a_pair_that_has_none_of_its_other_words() -> None:
    old, new = [f"{ONE} {TWO}", FILL], [ONE, f"{TWO} en nog wat eigen"]
    for split in (True, False):
        similarity = Similarity(old, new) if split else Similarity(new, old)
        made = Parts(similarity, {0: 0, 1: 1}, {(0, 0): 50.0, (1, 1): 1.0}, set(), split=split).find()
        assert [(part.part, part.whole) for part in made] == [(1, 0)]


def test_two_parts_of_one_unit_have_words_of_their_own() -> None:
    old, new = [f"{ONE} {TWO} {OTHER}"], [ONE, TWO, OTHER, TWO]
    assert sorted(found(old, new, {0: 0}, split=True)) in ([(1, 0), (2, 0)], [(2, 0), (3, 0)])


def test_a_part_may_be_mostly_new_where_its_whole_became_shorter() -> None:
    half = " ".join(TWO.split()[:6])
    rest = "zoals dat nu eenmaal gaat bij zulke zaken"
    assert found([f"{ONE} {TWO}"], [ONE, f"{half} {rest}"], {0: 0}, split=True) == [(1, 0)]
    grown = f"{ONE} dat staat er nu allemaal bij en meer dan dat ook nog eens een keer"
    assert found([f"{ONE} {TWO}"], [grown, f"{half} {rest}"], {0: 0}, split=True) == []


def test_what_another_part_took_is_no_second_part() -> None:
    assert len(found([f"{ONE} {TWO}"], [ONE, TWO, TWO], {0: 0}, split=True)) == 1
    assert len(found([ONE, TWO, TWO], [f"{ONE} {TWO}"], {0: 0}, split=False)) == 1


def test_a_part_stands_beside_its_whole_or_says_more() -> None:
    """Two places away it is beside; three away the same few words are not enough."""
    few = " ".join(TWO.split()[:5])
    for away, parts in ((2, True), (3, False)):
        strange = [FILL] * (away - 1)
        assert bool(found([f"{ONE} {few}", FILL], [ONE, *strange, few], {0: 0}, split=True)) == parts


def test_a_unit_that_became_a_part_has_no_parts_itself() -> None:
    """Its own pair was given up: what that lost belongs to nothing any more."""
    old, new = [f"{ONE} {TWO}", f"{FILL} {OTHER}"], [ONE, TWO, OTHER]
    gains = {(0, 0): 50.0, (1, 1): 1.0}
    made = Parts(Similarity(old, new), {0: 0, 1: 1}, gains, set(), split=True).find()
    assert {part.part: part.whole for part in made}[1] == 0
    assert len({part.whole for part in made if part.worth > made[0].worth}) == 0


def test_words_that_every_clause_has_are_no_part() -> None:
    """Though all of them are what the whole lost, and it stands beside it."""
    others = [f"de en w{n} w{n}b w{n}c w{n}d w{n}e" for n in range(10)]
    pairs = {0: 0, **{place: place + 1 for place in range(1, 10)}}
    assert found([f"{others[0]} de en", *others[1:]], [others[0], "de en", *others[1:]], pairs, split=True) == []


@pytest.mark.parametrize(("strange", "parts"), [(8, [(1, 0)]), (9, [])])
def test_a_fifth_of_a_part_is_in_its_whole(strange: int, parts: list[tuple[int, int]]) -> None:
    """Two rare words of ten, where the whole became shorter by them; two of eleven are not enough."""
    large = [" ".join(f"b{n}x{place}" for place in range(200)) for n in range(5)]
    came = " ".join(["a b", *(f"n{place}" for place in range(strange))])
    pairs = {0: 0, **{place: place + 1 for place in range(1, 6)}}
    assert found(["a b c d e f g h", *large], ["c d e f g h", came, *large], pairs, split=True) == parts


def test_a_part_of_two_units_belongs_to_that_of_which_it_has_more() -> None:
    """Both lost the same words and one of them more, which the part has too."""
    old, new = [f"{ONE} {TWO}", f"{OTHER} {TWO} eveneens onverwijld"], [ONE, f"{TWO} eveneens onverwijld", OTHER]
    assert found(old, new, {0: 0, 1: 2}, split=True) == [(1, 1)]
    assert found(new, old, {0: 0, 2: 1}, split=False) == [(1, 1)]
    assert found(old[::-1], new[::-1], {1: 2, 0: 0}, split=True) == [(1, 0)]
