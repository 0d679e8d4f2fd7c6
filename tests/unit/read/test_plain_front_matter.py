"""Front matter that is only text is seen to fit without all that knows schemas, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.read.frontmatter import _validator, load_schema
from clausule.read.plain_texts import are_plain_texts

WORDS = st.sampled_from(["1.0", "", " ", "x\n", "tekst"])
VALUES = st.dictionaries(st.sampled_from(["version", "title", "avg", "none", "effective"]), WORDS | st.integers(0, 2))


@given(VALUES, st.sampled_from(["article", "annex", "edition", "agreement"]))
def test_what_fits_has_no_fault(values: dict[str, Any], schema: str) -> None:
    if are_plain_texts(values, load_schema(schema)):
        assert not list(_validator(schema).iter_errors(values))


def test_a_version_aloneare_plain_texts() -> None:
    assert are_plain_texts({"version": "1.0"}, load_schema("article"))


@pytest.mark.parametrize(
    "values", [{}, {"version": " "}, {"version": 1}, {"version": "1", "none": "x"}, {"version": "1", "avg": {}}]
)
def test_what_is_more_or_less_is_held_against_the_schema(values: dict[str, Any]) -> None:
    assert not are_plain_texts(values, load_schema("article"))
