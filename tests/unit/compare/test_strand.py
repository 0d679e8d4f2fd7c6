"""The distinct texts of a clause through all editions, and the redlines between them as they are kept."""

from __future__ import annotations

import pytest

from clausule.compare.history.strand import Strand, inverted, read_edits, write_edits


def strand(*texts: str | None) -> Strand:
    """A text for each edition; None where it is not there."""
    made = Strand()
    for edition, text in enumerate(texts):
        if text is not None:
            made.put(edition, text)
    return made


def test_a_text_that_came_back_is_the_one_that_it_was() -> None:
    made = strand("a b", "a c", None, "a b")
    assert (made.texts, made.at) == (["a b", "a c"], {0: 0, 1: 1, 3: 0})


def test_between_two_editions_stands_what_went_and_came_and_backwards_the_same() -> None:
    made = strand("a b", "a c", None, "")
    assert made.between(0, 1) == (("=", "a "), ("-", "b"), ("+", "c"))
    assert made.between(1, 0) == (("=", "a "), ("-", "c"), ("+", "b"))
    assert made.between(0, 0) == (("=", "a b"),)
    assert made.between(0, 2) == (("-", "a b"),) and made.between(2, 0) == (("+", "a b"),)
    assert made.between(2, 3) == made.between(3, 2) == made.between(2, 2) == (), "nothing went and nothing came"


def test_what_was_written_before_is_not_worked_out_again() -> None:
    made = strand("a b", "a c")
    made.written[0, 1] = "-3+3"
    assert made.between(0, 1) == (("-", "a b"), ("+", "a c"))


def test_redlines_are_kept_to_later_texts_and_back_to_one_that_came_back() -> None:
    assert strand("a b", "a c").write() == {(0, 1): "=2-1+1"}
    assert strand("a b", "a c", "a b").write() == {(0, 1): "=2-1+1", (1, 0): "=2-1+1"}
    assert strand("a b", "a b").write() == {}


def test_what_is_not_needed_any_more_is_not_written() -> None:
    """Of a text that did not come back nothing leads to it from a later one."""
    made = strand("a b", "a c")
    made.written |= {(0, 1): "=2-1+1", (1, 0): "=2-1+1"}
    assert made.write() == {(0, 1): "=2-1+1"}


def test_a_text_is_compared_with_the_eight_before_and_behind_it() -> None:
    texts = [f"lid {number}" for number in range(11)]
    assert strand(*texts).write().keys() == {
        (old, new) for old in range(11) for new in range(old + 1, min(old + 8, 10) + 1)
    }
    back = {(old, 0) for old in range(1, 9)}
    assert strand(*texts, texts[0]).write().keys() == strand(*texts).write().keys() | back


def test_back_insertions_become_deletions_which_still_stand_first() -> None:
    assert inverted([("-", "a"), ("+", "b"), ("=", "c"), ("+", "d")]) == (
        ("-", "b"),
        ("+", "a"),
        ("=", "c"),
        ("-", "d"),
    )


@pytest.mark.parametrize(
    ("edits", "written"),
    [
        ([("=", "a "), ("-", "bcd"), ("+", "ef"), ("=", " g")], "=2-3+2=2"),
        ([("=", "é "), ("+", "ï")], "=2+1"),
        ([("-", "a😀"), ("+", "😀"), ("=", " b")], "-3+2=2"),  # two units of UTF-16, as browsers count
        ([("=", "😀 "), ("-", "x"), ("+", "y")], "=3-1+1"),
        ([("-", "x" * 12)], "-12"),
        ([], ""),
    ],
)
def test_a_redline_is_written_as_lengths_and_read_back(edits: list[tuple[str, str]], written: str) -> None:
    old, new = ("".join(text for op, text in edits if op != left_out) for left_out in ("+", "-"))
    assert write_edits(edits) == written
    assert read_edits(written, old, new) == edits
