"""Patterns that are compiled at their first use."""

import re

import pytest

from clausule.model.patterns import pattern


def test_it_is_compiled_when_it_is_first_asked_something_and_then_never_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: (made.append(given[0]), compiled(*given))[1])
    words = pattern(r"b+", re.I)
    assert made == []
    assert (words.findall("aBbab"), words.sub("-", "aBbab")) == (["Bb", "b"], "a-a-")
    assert (words.search("ab"), words.split("cbd")) and made == [r"b+"]


def test_it_says_what_the_pattern_would_say() -> None:
    assert (pattern(r"a").pattern, pattern(r"a", re.S).flags) == ("a", re.compile("a", re.S).flags)
    assert pattern(r"(?P<one>a)").groupindex == {"one": 1}
    with pytest.raises(re.error):
        pattern("(").match("")
