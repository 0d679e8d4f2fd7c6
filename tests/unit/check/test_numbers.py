"""Numbers as authors write them, and whether they follow each other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.check.numbers import faults, letters, number_of, ordinals, roman
from clausule.check.rules import article_numbering

ROWS = {
    "1 2 3": [],
    "a b c d": [],
    "h i j": ["1 h is the first: a to g are missing"],
    "i ii iii iv v": [],
    "g h i": ["1 g is the first: a to f are missing"],
    "1 2 2a 3": [],
    "a b d": ["3 d follows b: c is missing"],
    "a b b c": ["3 b stands here twice"],
    "a c b d": ["3 b comes after c"],
    "i iii iv": ["2 iii follows i: ii is missing"],
    "1 5": ["2 5 follows 1: 2 to 4 are missing"],
    "1 3": ["2 3 follows 1: 2 is missing"],
    "2 3": ["1 2 is the first: 1 is missing"],
    "A B D": ["3 D follows B: C is missing"],
    "I II IV": ["3 IV follows II: III is missing"],
    "iv v": ["1 iv is the first: i to iii are missing"],
    "v": ["1 v is the first: a to u are missing"],
    "x y z aa bb cc": ["1 x is the first: a to w are missing"],
    "y z bb": ["1 y is the first: a to x are missing", "3 bb follows z: aa is missing"],
    # What stands further on is out of order there, and missing nowhere.
    "1 4 2 3": ["3 2 comes after 4", "4 3 comes after 4"],
    "1 1 2": ["2 1 stands here twice"],
    "3 1 2": ["2 1 comes after 3", "3 2 comes after 3"],
    # 7a stands between 7 and 8.
    "1 2a 2 3": ["3 2 comes after 2a"],
    "1 2a 2b 3": [],
    "1 2 2b 2a 3": ["4 2a comes after 2b"],
    "0 1": ["1 0 is no number to begin with"],
    "0z 1": ["1 0z is no number to begin with"],
}


@pytest.mark.parametrize("row", ROWS)
def test_what_is_wrong_with_a_row_of_labels(row: str) -> None:
    labels = row.split()
    found = ordinals(labels)
    assert found
    assert [f"{fault.at + 1} {fault.words}" for fault in faults(found[0], labels, found[1])] == ROWS[row]


def test_numbering_can_begin_elsewhere() -> None:
    """An article that goes on where the one before it ended."""
    assert faults([(4, 0), (5, 0)], ["4", "5"], first=4) == []
    assert [fault.words for fault in faults([(5, 0)], ["5"], first=4)] == ["5 is the first: 4 is missing"]
    assert [fault.words for fault in faults([(3, 0)], ["3"], first=4)] == ["3 is no number to begin with"]


@given(st.integers(1, 59), st.sampled_from([str, roman, letters]))
def test_a_row_without_a_gap_has_no_fault_and_a_row_with_one_has_one(count: int, write: object) -> None:
    row = [write(number) for number in range(1, count + 1)]  # type: ignore[operator]
    found = ordinals(row)
    assert found and [number for number, _ in found[0]] == list(range(1, count + 1))
    assert faults(found[0], row, found[1]) == []
    for gap in range(1, count - 1):
        numbers, names = found[0][:gap] + found[0][gap + 1 :], row[:gap] + row[gap + 1 :]
        assert [(fault.at, fault.words) for fault in faults(numbers, names, found[1])] == [
            (gap, f"{row[gap + 1]} follows {row[gap - 1]}: {row[gap]} is missing")
        ]


@pytest.mark.parametrize(
    ("number", "written", "letter"),
    [
        (1, "i", "a"),
        (4, "iv", "d"),
        (9, "ix", "i"),
        (14, "xiv", "n"),
        (26, "xxvi", "z"),
        (27, "xxvii", "aa"),
        (28, "xxviii", "bb"),
        (49, "xlix", "ww"),
        (53, "liii", "aaa"),
    ],
)
def test_how_a_number_is_written(number: int, written: str, letter: str) -> None:
    assert (roman(number), letters(number)) == (written, letter)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("7", (7, 0)),
        ("7a", (7, 1)),
        ("7z", (7, 26)),
        ("7X", None),
        ("10", (10, 0)),
        ("7bis", (7, 1)),
        ("7ter", (7, 2)),
        ("7quater", (7, 3)),
        ("7quinquies", (7, 4)),
        ("7sexies", (7, 5)),
        ("7septies", (7, 6)),
        ("7octies", None),
        ("7ab", None),
        ("a", None),
        ("", None),
        ("7.1", None),
        ("²", None),
        ("٣", None),
        ("7é", None),
    ],
)
def test_a_label_that_is_a_number(label: str, number: tuple[int, int] | None) -> None:
    assert number_of(label) == number


@pytest.mark.parametrize(
    ("labels", "style"),
    [
        ("1 2", "1"),
        ("i ii", "i"),
        ("I II", "i"),
        ("a b", "a"),
        ("h i j", "a"),
        ("i j", "a"),
        ("v x", "a"),
        ("i v", "i"),
        ("c d", "a"),
        ("1 a", None),
        ("é f", None),
        ("ab ac", None),
        ("i", "i"),
        ("x", "a"),
    ],
)
def test_of_which_kind_a_row_is(labels: str, style: str | None) -> None:
    found = ordinals(labels.split())
    assert (found[1] if found else None) == style


def test_a_row_is_roman_as_far_as_fifty_nine() -> None:
    numbers = range(1, 60)
    assert ordinals([roman(number) for number in numbers]) == ([(number, 0) for number in numbers], "i")
    assert ordinals(["", "i"]) is None, "what has no label is no number"


@pytest.mark.parametrize(
    ("numbers", "rows"),
    [
        ("I1 I2 I3", "1 2 3"),
        ("I1 I2 II3 II4", "1 2 3 4"),  # one row through both chapters
        ("I1 I2 II1 II2", "1 2 | 1 2"),
        ("I1 II1 III1", "1 | 1 | 1"),
        ("I1 II2 II1", "1 2 1"),  # no chapter begins at this one: it stands there twice
        ("I1 I1", "1 1"),
        ("I2 II1", "2 | 1"),
        ("", ""),
    ],
)
def test_a_chapter_whose_first_article_is_1_begins_a_row(numbers: str, rows: str) -> None:
    chapters = {name: object() for name in ("I", "II", "III")}
    articles: Any = [
        SimpleNamespace(number=one.lstrip("I"), chapter=chapters[one.rstrip("123456789")]) for one in numbers.split()
    ]
    found = [" ".join(one.number for one in row) for row in article_numbering._rows(articles)]
    assert " | ".join(found) == rows
