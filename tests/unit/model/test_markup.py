"""What stands between < and >: an element of HTML, or a place that somebody meant to fill in."""

from __future__ import annotations

import pytest

from clausule.model.markup import is_place


@pytest.mark.parametrize("words", ["<naam>", "<naam klant>", "<Éénmalig bedrag>", "<datum-1>", "<art>", "<brx>"])
def test_a_place_to_fill_in(words: str) -> None:
    assert is_place(words)


@pytest.mark.parametrize(
    "words",
    ["<a>", "<xmp>", "<BR>", "<em>", "<br />", "<a href=x>", "</p>", "<1>", "<>", "naam", "<naam", "<naam> ", "<a@b>"],
)
def test_what_is_none(words: str) -> None:
    """An element of HTML, however it is written; an address; what does not begin with a letter."""
    assert not is_place(words)
