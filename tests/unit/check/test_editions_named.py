"""A fault in a file that several editions include: the finding names those in which it arises."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.check import check
from clausule.read import read_repository

HEAD = '---\nversion: "{0}"\neffective: 202{1}-01-01\n{2}---\n\nWij.\n'
WORDS = '---\nversion: "1.0"\n---\n\n# Artikel 1. Levering\n\n1.1 Zie artikel 2.1 en bijlage 1.\n'
SECOND = '---\nversion: "1.0"\n---\n\n# Artikel 2. Betaling\n\n2.1 U betaalt.\n'
ALLOW = "allow: [{rule: unknown-reference, at: artikel-1.1, reason: zo is het}]\n"


def found(root: Path, *editions: tuple[str, bool, str]) -> list[str]:
    """The findings where each of ``editions`` includes the first article; some have the second, some allow."""
    files = {"docs/proef/index.md": "---\ntitle: Proef\npublisher: A\n---\n", "docs/proef/1.0/artikel-01.md": WORDS}
    annex = '---\nversion: "1.0"\n---\n\n# Bijlage 1. Lijst\n\nEen lijst.\n'
    for number, (version, whole, front) in enumerate(editions):
        folder = f"docs/proef/{version}"
        files |= {f"{folder}/index.md": HEAD.format(version, number, front), f"{folder}/bijlage-1.md": annex}
        files.setdefault(f"{folder}/artikel-01.md", "{!docs/proef/1.0/artikel-01.md!}\n")
        if whole:
            files[f"{folder}/artikel-02.md"] = SECOND
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, "utf-8")
    rows = check(read_repository(root))
    return [row.message + (" (accepted)" if row.allowed else "") for row in rows if row.rule == "unknown-reference"]


MISSING = "'artikel 2.1' points to artikel 2.1, which is not there"


@pytest.mark.parametrize(
    "editions, messages",
    [
        ([("1.0", True, ""), ("2.0", False, "")], [f"{MISSING} (in edition 2.0)"]),
        ([("1.0", True, ""), ("2.0", False, ""), ("3.0", False, "")], [f"{MISSING} (in editions 2.0, 3.0)"]),
        ([("1.0", False, ""), ("2.0", False, "")], [MISSING]),
        ([("1.0", False, ""), ("2.0", True, "")], [MISSING]),
        ([("1.0", False, "")], [MISSING]),
        ([("1.0", True, ""), ("2.0", True, "")], []),
        ([("1.0", False, ALLOW), ("2.0", False, "")], [f"{MISSING} (in edition 2.0)"]),
        ([("1.0", False, ALLOW), ("2.0", False, ALLOW)], [f"{MISSING} (accepted)"]),
    ],
)
def test_the_editions_in_which_it_arises_are_named(
    editions: list[tuple[str, bool, str]], messages: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, *editions) == messages
