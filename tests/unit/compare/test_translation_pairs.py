"""Which piece of a text is which of its translation: pieces of one part, by term, by label, then in order."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.translation.pairs import Pair, _aligned, _paired, all_pairs, beside_each_other
from clausule.compare.translation.pieces import Piece
from clausule.model.nodes import Paragraph
from editions import HERE, text

PARTNERS = {"Dienst": "Service", "Klant": "Customer"}


def pieces(row: str) -> tuple[Piece, ...]:
    """'item a: words | item: words' and 'definition Term: words', each with what its words are."""
    found = []
    for one in row.split(" | ") if row else ():
        head, _, words = one.partition(": ")
        kind, _, label = head.partition(" ")
        term, label = (label, "") if label[:1].isupper() else ("", label)
        own = text(words)
        found.append(Piece(kind=kind, label=label, at="", place=HERE, texts=(own,), of=Paragraph(own), term=term))
    return tuple(found)


def shown(piece: Piece | None) -> str:
    return piece.texts[0].plain if piece else "-"


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        # by their labels, whatever their order and their words
        ("item a: een | item b: twee", "item b: two | item a: one", "een=one twee=two"),
        ("item a: een | item a: twee", "item a: one | item a: two", "een=one twee=two"),  # each as often as it comes
        ("item a: een | item a: twee", "item a: one", "een=one twee=-"),
        # a paragraph is no item
        ("item: 1 | paragraph: 2", "paragraph: 2 | item: 1", "1=1 2=2"),
        ("item: 1", "paragraph: 1", "-=1 1=-"),
        # without labels in order; what is alike stays together
        ("item: 11 | item: 22", "item: 11 | item: 22", "11=11 22=22"),
        ("item: 11 aaaa | item: 22 bbbb", "item: 22 bbbb", "11 aaaa=- 22 bbbb=22 bbbb"),
        ("item: 22 bbbb", "item: 11 aaaa | item: 22 bbbb", "-=11 aaaa 22 bbbb=22 bbbb"),
        # another order, where it fits clearly better than that in which they stand
        ("item: 11 JA / NEE | item: 22 abcdefgh", "item: 22 abcdefgh | item: 11 YES / NO",
         "11 JA / NEE=11 YES / NO 22 abcdefgh=22 abcdefgh"),
        ("item: 11 | item: 22", "item: 22 | item: 11", "11=22 22=11"),  # a figure alone is not clear
        ("item: 11 aaaa", "item: 22 bbbb | item: 11 aaaa | item: 33 cccc", "-=22 bbbb 11 aaaa=11 aaaa -=33 cccc"),
        # what the translation has more stands behind the partner of what stands before it there
        ("item a: een | item b: twee", "item a: one | item c: more | item b: two", "een=one -=more twee=two"),
        ("item a: een | item b: twee", "item a: one | item b: two | item c: more", "een=one twee=two -=more"),
        ("item a: een | item b: twee", "item c: more | item d: most | item b: two | item a: one",
         "-=more -=most een=one twee=two"),
        ("item a: een | item b: twee", "item b: two | item c: more | item a: one", "een=one twee=two -=more"),
        # a definition by its term alone, and each term once
        ("definition Dienst: een | definition Klant: twee", "definition Customer: two | definition Service: one",
         "een=one twee=two"),
        ("definition Dienst: een", "definition Customer: een", "-=een een=-"),
        ("definition Dienst: een | definition Dienst: nog", "definition Service: one", "een=one nog=-"),
        ("definition Dienst: een", "definition Service: one | definition Service: more", "een=one -=more"),
        # what is no definition may have a partner without its term
        ("item Dienst: een", "item Service: one", "een=one"),
        ("item Dienst: 11", "item Other: 11", "11=11"),
        # and what has one by its term has no other, nor has its partner
        ("item Dienst: een", "item: more | item Service: one", "-=more een=one"),
        ("item: twee | item Dienst: een", "item Service: one", "twee=- een=one"),
        ("definition Dienst: 11", "definition: 11", "-=11 11=-"),
        ("definition: 11", "definition Service: 11", "-=11 11=-"),
        ("definition: 11", "definition: 11", "11=11"),  # in order, where no term was read in either text
        ("", "item a: one", "-=one"),
    ],
)  # fmt: skip
def test_which_piece_is_which(old: str, new: str, pairs: str) -> None:
    found = _paired(pieces(old), pieces(new), PARTNERS)
    assert " ".join(f"{shown(pair.original)}={shown(pair.translation)}" for pair in found) == pairs


def test_all_pairs_are_there_with_those_within_them_in_reading_order() -> None:
    inner = Pair(None, pieces("item a: one")[0], ())
    outer = Pair(pieces("item b: een")[0], None, (inner,))
    assert list(all_pairs([outer, inner])) == [outer, inner, inner]
    [clause], [part] = pieces("clause 1: one"), pieces("article 1: een")
    lone = Pair(replace(part, pieces=(clause,)), None)
    beside = [(pair.original, pair.translation) for pair in beside_each_other([outer, lone])]
    assert beside == [(outer.original, None), (lone.original, None), (clause, None)], "an item stands in what holds it"


@given(st.integers(1, 3), st.integers(1, 5), st.lists(st.integers(0, 9), min_size=15, max_size=15))
def test_in_order_the_most_alike_are_partners_and_of_the_shorter_side_all(
    rows: int, columns: int, gains: list[int]
) -> None:
    alike = {(i, j): gains[i * 5 + j] / 10 for i in range(rows) for j in range(columns)}
    found = _aligned(alike, rows, columns)
    assert len(found) == min(rows, columns) and sorted(found.values()) == [found[i] for i in sorted(found)]
    if rows <= columns:
        ways = [list(enumerate(way)) for way in combinations(range(columns), rows)]
    else:
        ways = [list(zip(way, range(columns), strict=True)) for way in combinations(range(rows), columns)]
    assert sum(alike[pair] for pair in found.items()) == pytest.approx(max(sum(alike[p] for p in way) for way in ways))
    turned = _aligned({(j, i): gain for (i, j), gain in alike.items()}, columns, rows)
    assert rows == columns or turned == {j: i for i, j in found.items()}


def test_of_orders_that_fit_as_well_the_first_counts() -> None:
    assert _aligned({(0, j): 0.5 for j in range(4)}, 1, 4) == {0: 0}
    assert _aligned({(i, j): 0.5 for i in range(2) for j in range(4)}, 2, 4) == {0: 0, 1: 1}
