"""A table that is too wide for a sheet of paper is printed smaller, across the sheet, or as a list of its rows."""

from __future__ import annotations

import pytest

from clausule.model.nodes import Table
from clausule.pages.text.blocks import on_a_sheet
from editions import text


def table(*columns: str, rows: int = 1) -> Table:
    cells = tuple(text("kort") for _ in columns)
    return Table(header=tuple(text(name) for name in columns), rows=(cells,) * rows)


@pytest.mark.parametrize(
    ("columns", "classes"),
    [
        (["x" * 14] * 5, ""),  # 80 letters
        (["x" * 15] * 5, "dense"),
        (["x" * 18] * 5, "dense"),  # 100
        (["x" * 19] * 5, "across"),
        (["x" * 13] * 10, "across"),  # 150
        (["x" * 14] * 10, "across dense"),
        (["x" * 18] * 10, "across denser"),
        (["x" * 20] * 9 + ["x" * 25], "across denser"),  # 225
        (["x" * 20] * 9 + ["x" * 26], "stacked"),
    ],
)
def test_the_longest_words_of_all_columns_decide(columns: list[str], classes: str) -> None:
    assert on_a_sheet(table(*columns)) == classes


def test_a_word_ends_where_a_printer_can_break_a_line() -> None:
    assert on_a_sheet(table(*[" ".join(["woord"] * 40)] * 5)) == ""
    assert on_a_sheet(table(*["sub-verwerkers en/of"] * 5)) == ""
    assert on_a_sheet(table(*["x" * 15] * 5)) == "dense"


def test_cells_count_as_their_heads_do_and_rows_may_be_of_unequal_length() -> None:
    wide = tuple(text("x" * 15) for _ in range(6))
    assert on_a_sheet(Table(header=(text("a"),), rows=(wide, (text("b"),)))) == "across"
    assert on_a_sheet(Table(header=(), rows=())) == ""
