"""What stands before a staged page comes back as it went in, through the reader of our own as through YAML."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from clausule.pages.kit.html import front_matter, read_front_matter

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]))
# YAML reads no key of more than 1,024 signs, and one may be written as twelve.
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["title", "canonical", "languages", "paper"])


@given(st.dictionaries(KEYS, VALUES), st.dictionaries(WORDS, VALUES, max_size=3), WORDS)
@example({"title": 'a\\xe9 \\\\xe9 "é" \U0001f600 \\'}, {}, "")
@example({"title": "---", "paper": "|"}, {"a": "\n---\n"}, "---\nb")
def test_what_is_written_is_read(values: dict[str, object], data: dict[str, object], body: str) -> None:
    written = front_matter(values, data=data)
    assert written.isascii()
    known = {key: value for key, value in values.items() if value is not None}
    assert read_front_matter(f"{written}\n{body}") == ({**known, "data": data}, f"\n{body}")
    by_yaml = yaml.safe_load(written.removeprefix("---\n").removesuffix("---\n"))
    assert by_yaml.keys() == {*known, "data"} and json.loads(by_yaml.pop("data")) == data
    assert by_yaml == known


@pytest.mark.parametrize("page", ["", "words", "x\n---\ntitle: 1\n---\n", "---\ntitle: 1\n", "---\ntitle: a b\n---\n"])
def test_what_is_no_such_page_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match=r"front matter|JSON|Expecting"):
        read_front_matter(page)
