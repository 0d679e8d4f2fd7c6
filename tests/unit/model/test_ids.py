"""Ids are handed out once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausule.model.ids import Ids


def test_an_id_that_is_taken_gets_a_number() -> None:
    ids = Ids(["b", "a-3"])
    assert [ids.unique(name) for name in ("a", "a", "a", "b", "a-2", "c")] == ["a", "a-2", "a-4", "b-2", "a-2-2", "c"]
    assert "b" in ids and "a-4" in ids and "d" not in ids


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "a-3", "b"]), max_size=12), st.sets(st.sampled_from(["a", "a-2", "b-2"])))
def test_no_two_are_alike_and_each_begins_as_was_wanted(wanted: list[str], taken: set[str]) -> None:
    ids = Ids(taken)
    given_ids = [ids.unique(name) for name in wanted]
    assert len({*given_ids, *taken}) == len(given_ids) + len(taken)
    assert all(name == want or name.startswith(f"{want}-") for name, want in zip(given_ids, wanted, strict=True))
