"""JSON is written as Python's own writer would, only sooner."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clausule.formats.jsonfile import as_json, as_short_json

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text() | st.integers() | st.none(), inner)
    ),
)


@given(_VALUES)
def test_it_is_written_as_python_does(value: Any) -> None:
    assert as_json(value) == (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def test_half_of_a_pair_is_no_reason_to_fail() -> None:
    assert as_json({"a": ["\ud800", {}, []]}) == b'{\n "a": [\n  "?",\n  {},\n  []\n ]\n}\n'


def test_for_programs_it_stands_in_one_line_with_every_sign_as_it_is() -> None:
    assert as_short_json({"a": ["é\n", 1, None], "b": "\ud800"}) == '{"a":["é\\n",1,null],"b":"?"}'.encode()
