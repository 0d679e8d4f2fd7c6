"""How alike a piece and its translation are: in length, in what they ask and hold, in figures, and in shared words."""

from __future__ import annotations

import pytest

from clausule.compare.translation.likeness import is_alike, likeness
from clausule.compare.translation.pieces import Piece
from clausule.model.nodes import Paragraph
from editions import HERE, text

LENGTH, ASKED, SHAPE, FIGURES, WORDS = 0.2, 0.3, 0.1, 0.2, 0.2


def piece(words: str, *inner: str) -> Piece:
    """A paragraph, with items in it."""
    own = text(words)
    items = tuple(
        Piece(kind="item", label="", at="", place=HERE, texts=(text(one),), of=Paragraph(own)) for one in inner
    )
    return Piece(kind="paragraph", label="", at="", place=HERE, texts=(own,), of=Paragraph(own), pieces=items)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("een slot", "een slot", 1),
        ("", "", 1 - LENGTH),  # of nothing no length is known
        ("abcd", "wxyz", 1 - WORDS),
        ("abcd", "wxyzwxyz", 1 - WORDS - LENGTH / 2),
        ("ABCD", "abcd", 1),
        ("cameras", "camera", 1 - LENGTH / 7 - WORDS / 7),  # of 4 and 3 parts of four letters 3 are the same
        ("abc", "abx", 1 - WORDS),  # a short word is one itself
        ("12 34", "12 35", 1 - FIGURES / 2 - WORDS / 2),
        ("1.3", "1.4", 1 - FIGURES - WORDS / 2),  # one figure, and two words
        ("1,3 20:00", "1,3 20:00", 1),
        ("JA / NEE", "YES / NO", 1 - WORDS),  # both let choose between two
        ("JA / NEE", "JA / X / Y", 1 - ASKED - LENGTH / 5 - WORDS * 3 / 5),
        ("JA / NEE …………", "JA / NEE", 1 - ASKED * 2 / 3 - LENGTH * 5 / 13),  # a blank more: a half of two thirds
    ],
)
def test_each_of_five_has_its_weight(one: str, other: str, expected: float) -> None:
    assert likeness(piece(one), piece(other)) == pytest.approx(expected)
    assert likeness(piece(other), piece(one)) == pytest.approx(expected)


def test_what_is_in_them_counts() -> None:
    with_items, without = piece("ab", "cd", "ef"), piece("abcdef")
    assert likeness(with_items, piece("ab", "cd", "ef")) == 1
    assert likeness(with_items, without) == pytest.approx(1 - SHAPE / 2 - WORDS)


def test_partners_ask_the_same_and_are_at_least_half_alike() -> None:
    assert is_alike(piece("Namen: JA / NEE"), piece("Names: YES / NO"))
    assert not is_alike(piece("Namen: JA / NEE"), piece("Namen: JA of NEE")), "it leaves nothing to choose"
    assert not is_alike(piece("1"), piece("Deze zin heeft 2 getallen, en 31 woorden", "en", "items"))
    assert is_alike(piece("abcd"), piece("w" * 400)), "nothing but its length and its words speaks against it"


def test_what_is_exactly_half_alike_may_be_partners() -> None:
    """They ask nothing and hold no figures, which is three and two tenths; length, words and kind are all other."""
    words = text("abcd")
    other = Piece(kind="item", label="", at="", place=HERE, texts=(words,), of=Paragraph(words))
    assert likeness(piece(""), other) == ASKED + FIGURES == 0.5 and is_alike(piece(""), other)
