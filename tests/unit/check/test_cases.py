"""What an author wrote beside what the rules say of it: the cases that are not on the page of a rule.

A file in ``cases`` holds cases. Each begins with ``=== what it shows``, then come the files as in the examples of
rules, and a line ``=> rule file:line:column words`` for each finding; the words are in its message, its hint, or in
brackets what it is about in the words of the text. Nothing else is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausule.check import all_rules, check
from rule_examples import example, read_example

CASES = Path(__file__).parent / "cases"
_EXPECTED = re.compile(r"=> (?P<rule>\S+) (?P<place>\S+)(?: (?P<words>.*))?")


def cases() -> Iterator[tuple[str, list[str]]]:
    for path in sorted(CASES.glob("*.txt")):
        for case in re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)[1:]:
            title, *lines = case.rstrip().split("\n")
            yield f"{path.stem}: {title}", lines


@pytest.mark.parametrize("lines", [pytest.param(lines, id=title) for title, lines in cases()])
def test_what_the_rules_say(lines: list[str], tmp_path: Path) -> None:
    expected = [match for line in lines if (match := _EXPECTED.fullmatch(line))]
    written = example("case", [line for line in lines if not line.startswith("=> ")])
    found = [finding for finding in check(read_example(tmp_path, written)) if not finding.allowed]
    told = [f"{one.rule} {one.place}" for one in found]
    shown = [f"=> {one.rule} {one.place} {one.message} | {one.hint} [{one.words}]" for one in found]
    matches = [
        next((one for one in told if one.startswith(f"{want['rule']} ") and one.endswith(want["place"])), "")
        for want in expected
    ]
    assert sorted(matches) == sorted(told), "\n".join(shown)
    for want, match in zip(expected, matches, strict=True):
        said = [words for words, one in zip(shown, told, strict=True) if one == match]
        assert any((want["words"] or "") in words for words in said), "\n".join(said)
    for one in found:
        path, rule, first = tmp_path / one.place.path, all_rules()[one.rule], one.words.split()[:1]
        lines_there = path.read_text("utf-8").splitlines() if path.is_file() else []
        assert one.place.line <= max(len(lines_there), 1), one
        if first and rule.allowable and one.place.line <= len(lines_there):
            there = lines_there[one.place.line - 1]
            # Beside another language a finding is about words of the text, and about these alone.
            assert (
                there[one.place.column - 1 :].startswith(first[0]) if rule.check_translation else first[0] in there
            ), one
