"""Where a reader expects what went: of all places that are the same change the one that is a whole sentence, else the
one that begins and ends where phrases do, else the first."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from clausule.compare.redline import IN, OUT, _slide, accept, cost, redline, undo

WORDS = st.lists(st.sampled_from(["a", "b", "a.", "b,", "c"]), min_size=1, max_size=9)


def rank(words: list[str], place: int) -> int:
    """How good a place before ``place`` is: 2 where a sentence begins or the text ends, 1 after a comma."""
    if place in (0, len(words)) or words[place - 1].endswith("."):
        return 2
    return int(words[place - 1].endswith(","))


def best(words: list[str], left: list[str]) -> int:
    """Where what went from ``words`` began, when ``left`` is what stayed, by the rule above."""
    length = len(words) - len(left)
    places = [place for place in range(len(left) + 1) if words[:place] + words[place + length :] == left]
    ranks = {place: rank(words, place) + rank(words, place + length) for place in places}
    return max(places, key=lambda place: (ranks[place] == 4, ranks[place], -place))


@given(WORDS, st.data())
@example(["a", "b", "a", "b", "c"], None)
def test_what_went_alone_stands_where_a_reader_expects_it(words: list[str], data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(words) - 1)) if data else 0
    end = data.draw(st.integers(start + 1, len(words))) if data else 2
    left = words[:start] + words[end:]
    assume(left)
    expected = best(words, left)
    for old, new, op in ((words, left, OUT), (left, words, IN)):
        edits = redline(" ".join(old), " ".join(new))
        assert (undo(edits), accept(edits)) == (" ".join(old), " ".join(new))
        went = [edit for edit in edits if edit[0] == op]
        assume(len(went) == 1)  # as many words can stay in two passages
        assert len(edits) - len(went) <= 2 and cost(edits) == end - start
        before = sum(len(text.split()) for _, text in edits[: edits.index(went[0])])
        assert before == expected


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        # Beside another change, where no whole sentence is to be had: before it and behind it.
        ("w x a b x a c d", "w x a y d", "w x a [-b x a c-]{+y+} d"),
        ("p q x a r x a s", "p z x a s", "p [-q x a r-]{+z+} x a s"),
    ],
)
def test_what_went_joins_another_change(old: str, new: str, shown: str) -> None:
    marks = {OUT: "[-{}-]", IN: "{{+{}+}}"}
    assert "".join(marks.get(op, "{}").format(text) for op, text in redline(old, new)) == shown


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ({0, 3}, [(3, 0), (4, 1), (5, 2)]),
        ({1, 4}, [(0, 0), (4, 1), (5, 2)]),
        ({2, 5}, [(0, 0), (1, 1), (5, 2)]),
        (set(), [(3, 0), (4, 1), (5, 2)]),
    ],
)
def test_a_passage_slides_as_far_as_its_words_are_the_same(places: set[int], kept: list[tuple[int, int]]) -> None:
    """To where a sentence begins and ends, from either side; without one as early as can be."""
    words, breaks = ["een", "twee", "drie", "een", "twee", "vier"], [2 if place in places else 0 for place in range(7)]
    for begin in ([(3, 0), (4, 1), (5, 2)], [(0, 0), (1, 1), (5, 2)]):
        matches = list(begin)
        _slide(words, 3, matches, breaks)
        assert matches == kept


def test_what_went_first_of_all_stands_first_though_the_last_word_is_the_next_one() -> None:
    matches = [(1, 0)]
    _slide(["een", "twee"], 1, matches, [3, 0, 3])
    assert matches == [(1, 0)]
