"""The same text, divided otherwise: one line, wrapped lines and paragraphs of it are one text, and two texts are
two."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausule.compare.changes import Comparison, compare_units
from clausule.compare.divided import Division, Group, same_text
from clausule.compare.pairing import Overrules, _Pairing, pair_units
from clausule.compare.redline import SAME, accept, undo
from clausule.compare.text_files import text_units
from clausule.compare.units import Unit, edition_units
from histories import Shape, as_markdown, corpus, history
from session import HOME, read_home


def compared(old: str, new: str) -> Comparison:
    """With what holds of every comparison: each unit in one change, and each redline exact."""
    before, after = text_units(old, markdown=False), text_units(new, markdown=False)
    found = compare_units(before, after)
    assert sorted(unit.id for one in found.changes for unit in (one.old, *one.also_old) if unit) == sorted(
        unit.id for unit in before
    )
    assert sorted(unit.id for one in found.changes for unit in (one.new, *one.also_new) if unit) == sorted(
        unit.id for unit in after
    )
    for one in found.changes:
        assert (undo(list(one.redline)), accept(list(one.redline))) == (one.from_text, one.to_text)
    return found


def stayed(found: Comparison) -> int:
    return sum(len(text.split()) for one in found.changes for op, text in one.redline if op == SAME)


def some_words(count: int, seed: int = 1) -> list[str]:
    """Words of agreements, without what a reader takes for a mark at the begin of a line, such as 'iii'."""
    words = [word for word in corpus() if word.isalpha() and len(word) > 4]
    return random.Random(seed).choices(words, k=count)


def cut(words: list[str], size: int, between: str = "\n\n") -> str:
    return between.join(" ".join(words[at : at + size]) for at in range(0, len(words), size))


def reworded(text: str, share: float) -> str:
    rnd, other = random.Random(2), some_words(1000, 3)
    return "\n\n".join(
        " ".join(rnd.choice(other) if rnd.random() < share else word for word in one.split())
        for one in text.split("\n\n")
    )


@pytest.mark.parametrize(("count", "size"), [(400, 10), (3000, 60), (12_000, 60), (12_000, 3)])
def test_a_line_is_its_paragraphs(count: int, size: int) -> None:
    words = some_words(count)
    line, paragraphs = " ".join(words), cut(words, size)
    for old, new in ((line, paragraphs), (paragraphs, line)):
        found = compared(old, new)
        assert found.note == "" and len(found.changes) == 1
        assert stayed(found) == count and found.changes[0].similarity == 1.0


def test_the_first_of_many_is_the_main_one() -> None:
    words = some_words(3000)
    [split] = compared(" ".join(words), cut(words, 60)).changes
    data = split.as_json()
    assert (data["from"], data["to"], data["also"]) == ("alinea-1", "alinea-1", [f"alinea-{n}" for n in range(2, 51)])
    assert (data["kind"], data["split"], data["merged"]) == ("changed", True, False)


def test_one_line_and_words_that_changed() -> None:
    words = some_words(6000)
    found = compared(" ".join(words), reworded(cut(words, 60), 0.2))
    assert found.note == "" and [one.kind for one in found.changes] == ["changed"]
    assert stayed(found) > 0.75 * len(words)


def test_only_a_part_was_put_in_one_line() -> None:
    words = some_words(6000)
    head, tail = cut(words[:3000], 60), words[3000:]
    found = compared(f"{head}\n\n{' '.join(tail)}", f"{head}\n\n{cut(tail, 60)}")
    assert found.counts["unchanged"] == 50 and found.counts["changed"] == 1 and len(found.changes) == 51


def test_articles_of_one_line_each_hold_their_own_paragraphs() -> None:
    words = some_words(9000)
    found = compared(cut(words, 900), cut(words, 60))
    assert [len(one.also_new) for one in found.changes] == [14] * 10
    assert stayed(found) == len(words)


def test_a_line_that_holds_a_part_of_the_other_text() -> None:
    """What came stands apart, as an addition."""
    words, more = some_words(3000), cut(some_words(1500, 9), 60)
    found = compared(" ".join(words), f"{cut(words, 60)}\n\n{more}")
    assert found.counts["changed"] == 1 and found.counts["added"] == 25 and stayed(found) == len(words)


def test_long_paragraphs_of_which_many_words_changed() -> None:
    text = cut(some_words(35_000), 3500)
    for share in (0.15, 0.4):
        found = compared(text, reworded(text, share))
        assert [(one.old and one.old.id, one.new and one.new.id) for one in found.changes] == [
            (f"alinea-{n}",) * 2 for n in range(1, 11)
        ]


def test_half_of_a_long_line_was_moved() -> None:
    words = some_words(12_000)
    found = compared(" ".join(words), " ".join(words[6000:] + words[:6000]))
    assert found.note == "" and stayed(found) >= 6000


def test_a_paragraph_over_and_over() -> None:
    """No run of words says which of them it is; that it is the same text stays true."""
    one = some_words(60)
    found = compared("\n\n".join([" ".join(one)] * 100), reworded(" ".join(one * 100), 0.03))
    assert found.note == "" and stayed(found) > 0.9 * 6000


def test_a_tenth_of_a_line_stayed() -> None:
    words, other = some_words(3000), some_words(2700, 9)
    assert compared(" ".join(words), cut(words[:300] + other, 60)).note == ""


def test_what_is_another_text_stays_another_text() -> None:
    one, other = (cut(some_words(6000, seed), 60) for seed in (1, 2))
    for old in (one, one.replace("\n\n", " ")):
        for new in (other, other.replace("\n\n", " ")):
            assert compared(old, new).note == "nothing-in-common"
    texts = [as_markdown(next(history(Shape(seed=seed, clauses=80, style="chain")))) for seed in (81, 82)]
    assert compared(texts[0], " ".join(texts[1].split())).note == "nothing-in-common"


def test_the_agreements_of_two_firms_are_not_one_text() -> None:
    """They quote the same act, and are of one language and trade; also when one of them is a single line."""
    one, other = (
        (HOME / "tests/sources" / f"{name}.txt").read_text("utf-8") for name in ("mickcom-1.5", "123meekijken")
    )
    for old, new in ((one, other), (one, " ".join(other.split())), (" ".join(one.split()), other)):
        assert compared(old, new).note == "nothing-in-common"


def test_the_author_still_knows_better() -> None:
    words = some_words(3000)
    old, new = text_units(" ".join(words), False), text_units(cut(words, 60), False)
    apart = compare_units(old, new, Overrules(apart=(("alinea-1", "alinea-7"),)))
    assert [one.new.id for one in apart.changes if one.kind == "added" and one.new] == ["alinea-7"]
    halves = text_units("\n\n".join((" ".join(words[:1500]), cut(words[1500:], 60))), False)
    apart = compare_units(halves, old, Overrules(apart=(("alinea-7", "alinea-1"),)))
    assert [one.old.id for one in apart.changes if one.kind == "removed" and one.old] == ["alinea-7"]
    told = compare_units(old, new, Overrules(together=(("alinea-1", "alinea-7"),)))
    assert [(one.old.id, one.new.id) for one in told.changes if one.old and one.new] == [("alinea-1", "alinea-7")]


@pytest.mark.parametrize("place", [0, 6, 49])
def test_one_paragraph_that_the_author_keeps_apart_leaves_the_others_together(place: int) -> None:
    """The first, a later one or the last: split from a line or merged into one, only that one is left alone."""
    words = some_words(3000)
    line, paragraphs = text_units(" ".join(words), False), text_units(cut(words, 60), False)
    whole, named = line[0].id, paragraphs[place].id
    for old, new, apart in ((line, paragraphs, (whole, named)), (paragraphs, line, (named, whole))):
        found = compare_units(old, new, Overrules(apart=(apart,))).changes
        [changed], [alone] = ([one for one in found if (one.kind == "changed") is wanted] for wanted in (True, False))
        assert len((*changed.also_old, *changed.also_new)) == 48
        assert [unit.id for unit in (alone.old, alone.new) if unit] == [named]


@pytest.mark.parametrize(
    ("old", "new", "apart", "kept"),
    [
        # Beside a pair: what is not in it goes, whichever side has more.
        ([0, 1, 2], [0], (1, 0), ([0, 2], [0])),
        ([0], [0, 1, 2], (0, 1), ([0], [0, 2])),
        ([0, 1, 2], [0, 1], (0, 1), ([0, 1, 2], [0])),
        ([0, 1], [0, 1, 2], (1, 0), ([0], [0, 1, 2])),
        # Neither is in it: that of the side which has more.
        ([0, 1, 2], [0, 1], (1, 1), ([0, 2], [0, 1])),
        ([0, 1], [0, 1, 2], (1, 1), ([0, 1], [0, 2])),
        # Of one that is elsewhere nothing follows.
        ([0, 1], [0, 1], (3, 0), ([0, 1], [0, 1])),
        ([0, 1], [0, 1], (0, 3), ([0, 1], [0, 1])),
        ([0, 1], [0, 1], (3, 1), ([0, 1], [0, 1])),
        ([0, 1, 2], [0, 1], (1, 3), ([0, 1, 2], [0, 1])),
    ],
)
def test_of_two_that_the_author_keeps_apart_one_leaves_the_group(
    old: list[int], new: list[int], apart: tuple[int, int], kept: tuple[list[int], list[int]]
) -> None:
    sides = [units(*((f"{side}{n}", ["woord"]) for n in range(4))) for side in (1, 2)]
    told = Overrules(apart=((sides[0][apart[0]].id, sides[1][apart[1]].id),))
    pairing, group = _Pairing(*sides, told), Group(tuple(old), tuple(new))
    assert pairing._not_apart(group, [0], [0]) == kept


def test_an_edition_whose_article_became_one_clause() -> None:
    """The same holds for editions: an article of Mickcom as one long clause, the others as they were."""
    (agreement,) = read_home("mickcom").agreements
    old = edition_units(agreement.editions[0])
    inside = [unit for unit in old if unit.id.startswith("artikel-8") or unit.parent == "artikel-8"]
    at = old.index(inside[0])
    joined = Unit(id="artikel-8", number="8", title="", kind="article", text=" ".join(unit.text for unit in inside))
    new = [*old[:at], joined, *old[at + len(inside) :]]
    found = compare_units(old, new)
    [changed] = [one for one in found.changes if one.kind != "unchanged"]
    assert changed.new == joined and {changed.old, *changed.also_old} == set(inside) and changed.similarity == 1.0


divisions = st.lists(st.integers(1, 40), min_size=1, max_size=30)


@settings(max_examples=150)
@given(st.integers(1, 400), st.integers(0, 10_000), divisions, divisions, st.sampled_from(["\n\n", ".\n\n"]))
def test_a_text_and_itself_are_never_strangers(
    count: int, seed: int, one: list[int], other: list[int], between: str
) -> None:
    words = some_words(count, seed)

    def divided(sizes: list[int]) -> str:
        ends = [0]
        while ends[-1] < count:
            ends.append(min(ends[-1] + sizes[len(ends) % len(sizes)], count))
        return between.join(" ".join(words[start:end]) for start, end in pairwise(ends))

    for new in (divided(other), " ".join(words)):
        found = compared(divided(one), new)
        assert found.note == ""
        for text in (
            " ".join(change.from_text for change in found.changes),
            " ".join(change.to_text for change in found.changes),
        ):
            assert sorted(text.replace(".", "").split()) == sorted(words)


def units(*rows: tuple[str, list[str]]) -> tuple[Unit, ...]:
    return tuple(
        Unit(id=f"artikel-{number}", number=number, title="", kind="clause", text=" ".join(words))
        for number, words in rows
    )


def test_a_short_text_that_is_in_a_long_one_is_the_same_text() -> None:
    """The share is that of the shorter one, whichever that is."""
    long = some_words(6000)
    one, other = units(("", long)), units(("", long[3000:3060]))
    assert same_text(one, other) and same_text(other, one)
    assert not same_text(one, units(("", [f"w{n}" for n in range(60)])))
    assert not same_text(one, ()) and not same_text((), ())


def test_clauses_too_short_for_a_run_are_known_with_their_numbers() -> None:
    words = some_words(400)
    parts = [words[at : at + 2] for at in range(0, 400, 2)]
    numbered = [(str(n), part) for n, part in enumerate(parts, 1)]
    line = units(("", [word for number, part in numbered for word in (number, *part)]))
    assert same_text(line, units(*numbered)) and same_text(units(*numbered), line)


def test_clauses_that_got_other_numbers_are_known_without_them() -> None:
    words = some_words(400)
    parts = [words[at : at + 2] for at in range(0, 400, 2)]
    old, new = (units(*((str(first + n), part) for n, part in enumerate(parts))) for first in (1, 1000))
    assert same_text(old, new)


@pytest.mark.parametrize("size", [5, 1])
def test_a_paragraph_is_cut_up_in_a_text_that_is_hardly_the_same(size: int) -> None:
    """The others are known again by their words, of which half are others: what was cut is found beside them."""
    words = [f"w{n}" for n in range(100)]
    rest = cut(some_words(6000), 60)
    other = reworded(rest, 0.5)
    found = compared(f"{rest}\n\n{' '.join(words)}", f"{other}\n\n{cut(words, size)}")
    [whole] = [one for one in found.changes if one.old and one.from_text.startswith("w0 ")]
    assert whole.similarity == 1.0 and len(whole.also_new) == 100 // size - 1


def test_a_text_of_which_no_unit_is_known_is_paired_where_it_is_the_same_text() -> None:
    """A piece of two words is known as no paragraph of forty-eight; all of them in a row are the text."""
    words = some_words(1440)
    paragraphs, pieces = (units(*(("", words[at : at + size]) for at in range(0, 1440, size))) for size in (48, 2))
    assert all(pair.old is not None and pair.new is not None for pair in pair_units(paragraphs, pieces))
    strange = units(*(("", [f"x{word}" for word in unit.text.split()]) for unit in pieces))
    assert all(pair.old is None or pair.new is None for pair in pair_units(paragraphs, strange))


FORTY = [f"a{n}" for n in range(40)]


def divided(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = Division(old, new, (range(len(old)), range(len(new))), []).find()
    return [(group.old, group.new) for group in found]


def test_forty_words_in_runs_make_a_group_and_one_less_makes_none() -> None:
    for count, groups in ((40, [((0,), (0, 1))]), (39, [])):
        words = FORTY[:count]
        assert divided(units(("", words)), units(("", words[:20]), ("", words[20:]))) == groups


def test_what_a_pair_shares_says_nothing_of_a_part_beside_it() -> None:
    """Only the words of the part itself count towards the forty that a group must share."""
    words = [f"b{n}" for n in range(100)]
    for count, groups in ((40, [((0,), (0, 1))]), (39, [])):
        old, new = units(("", words + FORTY)), units(("", words), ("", FORTY[:count]))
        found = Division(old, new, (range(1), range(2)), [Group((0,), (0,))]).find()
        assert [(group.old, group.new) for group in found] == groups
        found = Division(new, old, (range(2), range(1)), [Group((0,), (0,))]).find()
        assert [(group.new, group.old) for group in found] == groups


def test_a_run_is_five_words() -> None:
    for size, groups in ((5, 1), (4, 0)):
        pieces = [FORTY[at : at + size] for at in range(0, 40, size)]
        shuffled = [pieces[at] for at in (5, 2, 7, 0, 3, 6, 1, 4)[: len(pieces)]] + pieces[8:][::-1]
        assert len(divided(units(("", FORTY)), units(*(("", piece) for piece in shuffled)))) == groups


def test_what_is_too_short_for_a_run_belongs_to_what_stands_around_it() -> None:
    """Between two parts of a group what has fewer words than these share; at an end of the text fewer than a run."""
    one = units(("", FORTY))
    for strange, inside in ((39, True), (40, False)):
        middle = ("", [f"x{n}" for n in range(strange)])
        new = units(("", FORTY[:20]), middle, ("", FORTY[20:]))
        assert divided(one, new) == [((0,), (0, 1, 2) if inside else (0, 2))]
        assert divided(new, one) == [((0, 1, 2) if inside else (0, 2), (0,))]
    for strange, inside in ((4, True), (5, False)):
        edge = ("", [f"x{n}" for n in range(strange)])
        parts = ("", FORTY[:20]), ("", FORTY[20:])
        assert divided(one, units(edge, *parts)) == [((0,), (0, 1, 2) if inside else (1, 2))]
        assert divided(one, units(*parts, edge)) == [((0,), (0, 1, 2) if inside else (0, 1))]


def test_runs_are_looked_at_where_they_hold_a_word_of_what_has_no_partner() -> None:
    """Its last word is enough; a run before it says nothing."""
    both = units(("", ["z", "y", "a", "b", "c", "d"]), ("", ["e"]))
    division = Division(both, both, (range(2), range(2)), [Group((0,), (0,))])
    assert division._shared() == {((0, 0), (1, 0)): 4, ((0, 1), (1, 1)): 1}


def test_three_words_in_ten_of_a_unit_stand_in_runs_of_that_to_which_it_belongs() -> None:
    for strange, groups in ((14, [((0,), (0, 1))]), (15, [])):
        part = FORTY[34:] + [f"x{n}" for n in range(strange)]
        assert divided(units(("", FORTY)), units(("", FORTY[:34]), ("", part))) == groups


def test_what_a_unit_shares_with_another_group_says_nothing_of_its_own() -> None:
    """Thirty words of a unit are in one of its group and ten in one of the other: thirty are too few."""
    other = [f"b{n}" for n in range(40)]
    old, new = units(("", FORTY), ("", other)), units(("", FORTY[:30]), ("", FORTY[30:] + other))
    assert divided(old, new) == divided(new, old) == [((1,), (1,))]
