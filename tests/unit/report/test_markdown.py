"""Nothing of a text gives a forge an order or names anything on it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.report.markdown import plain


@pytest.mark.parametrize("words", ["/merge", "/close nu", " /approve", "\t/assign @root"])
def test_no_line_begins_with_an_order(words: str) -> None:
    assert not re.search(r"^\s*/", plain(words))


@pytest.mark.parametrize("sigil", "!%&~^@#$")
def test_no_number_or_name_is_looked_up(sigil: str) -> None:
    shown = plain(f"zie {sigil}12 hier")
    assert f"<span>{html.escape(sigil)}</span>12" in shown


def test_a_sign_in_a_sentence_stays_readable() -> None:
    assert plain("en/of 10% R & D") == "en/of 10% R &amp; D"
    assert plain("Let op!") == "Let op\\!"


@given(st.text(alphabet=st.sampled_from("ab1 /!%&~^@#$<>\\*_`[]().:-|wghGH0123456789abcdef"), max_size=40))
def test_a_reader_sees_what_was_written(words: str) -> None:
    shown = re.sub(r"</?span>", "", plain(words))
    read = html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+\-.!|~>])", r"\1", shown))
    assert read == words
