"""Every rule keeps the promise of its page: its wrong examples give its finding at the place they mark, its right ones none.

An example is one or more files that are laid over ``rule_base``. A line with a path begins a file; ``:7:12`` behind it
marks the place of the finding, ``(removed)`` takes something away.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clausule.check import Rule, all_rules, check
from clausule.findings import Finding
from clausule.read import read_repository

BASE = Path(__file__).parent / "rule_base"
_PATH = re.compile(r"(?P<path>(?:docs|annexes)/\S+?|docs)(?::(?P<place>\d+:\d+))?(?P<removed> \(removed\))?")
_INDENT = "    "


@dataclass
class Example:
    """The files of one example; ``place`` is where its finding must stand, if the example says so."""

    kind: str
    files: dict[str, list[str] | None] = field(default_factory=dict)
    place: str = ""


def examples(page: str) -> list[Example]:
    found: list[Example] = []
    lines: list[str] | None = None
    for line in page.splitlines():
        if line in ("Wrong:", "Right:"):
            found.append(Example(line[:-1].lower()))
        elif found and line.startswith(_INDENT) and (match := _PATH.fullmatch(line.strip())):
            lines = None if match["removed"] else []
            found[-1].files[match["path"]] = lines
            if match["place"]:
                found[-1].place = f"{match['path']}:{match['place']}"
        elif found and lines is not None:
            lines.append(line.removeprefix(_INDENT))
    return found


def findings_of(root: Path, example: Example) -> list[Finding]:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name, lines in example.files.items():
        path = root / name
        if lines is None:
            shutil.rmtree(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines).strip("\n") + "\n", "utf-8")
    return check(read_repository(root))


CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.kind}-{number}")
    for rule in all_rules().values()
    for number, example in enumerate(examples(rule.page), 1)
]


@pytest.mark.parametrize("rule, example", CASES)
def test_an_example_does_what_its_page_says(rule: Rule, example: Example, tmp_path: Path) -> None:
    found = findings_of(tmp_path, example)
    mine = [finding for finding in found if finding.rule == rule.id]
    if example.kind == "right":
        assert found == []
        return
    assert len(mine) == 1, found
    assert not example.place or str(mine[0].place) == example.place
    assert mine[0].severity == rule.severity
    assert mine[0].message and mine[0].hint
    place = mine[0].place
    lines = (tmp_path / place.path).read_text("utf-8").splitlines() if (tmp_path / place.path).is_file() else [""]
    assert place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1
    if mine[0].words and rule.allowable:
        assert mine[0].words.split()[0] in lines[place.line - 1]


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_a_rule_has_a_page(rule: Rule) -> None:
    kinds = {example.kind for example in examples(rule.page)}
    assert kinds == {"wrong", "right"}
    assert rule.title and not rule.title.endswith(".")
    why = rule.page.partition("Wrong:")[0]
    assert why.count(". ") + why.count(".\n") >= 2, "say in two sentences or more why it matters"


def test_the_base_of_the_examples_is_clean(tmp_path: Path) -> None:
    assert findings_of(tmp_path, Example("right")) == []
