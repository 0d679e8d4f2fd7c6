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


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(JUDGED.rglob("*.txt")):
        for case in re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)[1:]:
            title, *lines = case.rstrip().split("\n")
            yield path.stem, f"{path.relative_to(JUDGED).with_suffix('').as_posix()}: {title}", lines


@pytest.mark.parametrize(("rule", "lines"), [pytest.param(rule, lines, id=title) for rule, title, lines in cases()])
def test_a_stranger_agrees_with_the_rule(rule: str, lines: list[str], tmp_path: Path) -> None:
    expected = [line.removeprefix("=> ").split() for line in lines if line.startswith("=> ")]
    repository = read_example(tmp_path, example("case", [line for line in lines if not line.startswith("=> ")]))
    found = [one for one in check(repository) if one.rule == rule and not one.allowed]
    told = [f"{one.place.path}:{one.place.line}:{one.place.column}:" for one in found]
    assert bool(found) == bool(expected), found
    for _, *place in expected:
        assert all(any(f"/{one}:" in f"/{at}" for at in told) for one in place), found
