"""What the rules say of sentences that somebody wrote who had seen only the pages of the rules.

A file in ``judged`` has the name of its rule and holds cases, as in ``cases``; a line ``=> rule file:line`` says that
this rule finds something on that line, ``=> rule`` that it finds something somewhere, and a case without one that it
finds nothing. What other rules say is not asked. The sentences in ``judged/english`` are English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausule.check import check
from rule_examples import example, read_example

JUDGED = Path(__file__).parent / "judged"
# Where the rule still says otherwise. The first time that they were run 256 of the 290 English sentences were judged
# as the stranger does, and now all but these.
OPEN = {
    "english/announcement-without-objection: wrong: an objection to an invoice": "any objection in a clause counts",
    "english/not-filled-in: right: brackets within a quotation": "an editor's word in brackets looks like a blank",
    "english/section-numbering: right: the article A as a first word": "a capital alone is the letter of a section",
    "english/term-differs: wrong: the parties changed places": "both terms stand in both clauses",
    "english/unknown-act: wrong: without a section": "a name is no reference, in Dutch neither",
}


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(JUDGED.rglob("*.txt")):
        for case in re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)[1:]:
            title, *lines = case.rstrip().split("\n")
            yield path.stem, f"{path.relative_to(JUDGED).with_suffix('').as_posix()}: {title}", lines


def judged() -> Iterator[object]:
    for rule, title, lines in cases():
        marks = [pytest.mark.xfail(reason=OPEN[title], strict=True)] if title in OPEN else []
        yield pytest.param(rule, lines, id=title, marks=marks)


def test_what_is_open_is_there() -> None:
    assert OPEN.keys() <= {title for _, title, _ in cases()}


@pytest.mark.parametrize(("rule", "lines"), [*judged()])
def test_a_stranger_agrees_with_the_rule(rule: str, lines: list[str], tmp_path: Path) -> None:
    expected = [line.removeprefix("=> ").split() for line in lines if line.startswith("=> ")]
    repository = read_example(tmp_path, example("case", [line for line in lines if not line.startswith("=> ")]))
    found = [one for one in check(repository) if one.rule == rule and not one.allowed]
    told = [f"{one.place.path}:{one.place.line}:{one.place.column}:" for one in found]
    assert bool(found) == bool(expected), found
    for _, *place in expected:
        assert all(any(f"/{one}:" in f"/{at}" for at in told) for one in place), found
