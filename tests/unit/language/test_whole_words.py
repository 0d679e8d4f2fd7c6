"""Looking for many words at once: as slowly as for one, and with the same result."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clausule.language.terms import Counting, whole_words

FORMS = st.sets(
    st.text(alphabet="abA -.(é", min_size=1, max_size=6).filter(lambda form: bool(form.strip())), max_size=8
)


def one_by_one(forms: set[str]) -> re.Pattern[str]:
    """The plain pattern: every form after the other, the longest first."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w]|-\w)")


@given(FORMS, st.text(alphabet="abA -.(é", max_size=40))
def test_forms_that_share_their_begin_are_found_as_one_by_one(forms: set[str], plain: str) -> None:
    pattern = whole_words(forms)
    assert (pattern is None) == (not forms)
    if pattern:
        wanted = [match.span() for match in one_by_one(forms).finditer(plain)]
        assert [match.span() for match in pattern.finditer(plain)] == wanted


@given(FORMS, st.text(alphabet="abA -.(é", max_size=40))
def test_a_form_is_counted_wherever_it_stands(forms: set[str], plain: str) -> None:
    found = Counting(forms).count(plain)
    for form in forms:
        alone = re.compile(rf"(?=(?<![\w-]){re.escape(form)}(?![\w]|-\w))")
        assert found[form] == len(alone.findall(plain)), form


def test_forms_in_each_other_do_not_go_too_deep() -> None:
    forms = ["a" * length for length in range(1, 600)]
    pattern = whole_words(forms)
    assert pattern and pattern.findall("aaa b " + "a" * 599 + " " + "a" * 600) == ["aaa", "a" * 599]


def test_the_pattern_grows_with_the_forms_and_holds_each_letter_once() -> None:
    forms = [f"Term{number:05}" for number in range(10_000)]
    pattern = whole_words(forms)
    assert pattern and pattern.pattern.count("Term") == 1
    assert Counting(forms).count("Term00000, Term09999 en Term0000")["Term09999"] == 1
