"""When there is little to see between two editions, counted in the words of all rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from clausule.compare.nature import note_of


@pytest.mark.parametrize(
    ("same", "gone", "came", "note"),
    [
        (0, 0, 0, "both-empty"),
        (0, 5, 0, "new-empty"),
        (0, 0, 5, "old-empty"),
        (3, 97, 97, "nothing-in-common"),  # three in a hundred
        (4, 96, 96, ""),
        (3, 97, 0, "collapsed"),
        (5, 95, 0, "collapsed"),  # a twentieth is left
        (6, 94, 0, ""),
        (4, 196, 96, ""),
        (100, 0, 0, ""),
        (5, 0, 95, ""),
        (3, 0, 97, ""),  # all of the shorter one stayed
    ],
)
def test_why_two_texts_say_little_beside_each_other(same: int, gone: int, came: int, note: str) -> None:
    edits = [("=", "gelijk " * same), ("-", "weg " * gone), ("+", "nieuw " * came)]
    rows = cast("Any", [SimpleNamespace(redline=[edit]) for edit in edits])
    assert note_of([(0, rows)]) == note_of([(0, rows[:1]), (1, rows[1:])]) == note
