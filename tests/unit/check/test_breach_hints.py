"""What a wrong term for reporting a breach is told to be: what the text itself says, in its language."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.check import check
from rule_examples import example, read_example

BREACH = ["docs/{0}/1.0/index.md", "breach:", "  hours: 24", "  at: {1}-2.2", "  words: {2}", ""]
DUTCH = [
    "docs/voorbeeld/1.0/artikel-02.md",
    "2.2 Verwerker meldt een inbreuk uiterlijk 36 uur na ontdekking, zie bijlage 2.",
]
ENGLISH = [
    "docs/example/1.0/article-02.md",
    "2.2 Supplier notifies Customer of a breach no later than 36 hours after discovery, with Annex 2.",
]
ELSEWHERE = [
    "docs/voorbeeld/1.0/artikel-02.md",
    "2.2 Verwerker treft maatregelen.",
    "",
    "2.3 Verwerker meldt een inbreuk uiterlijk 36 uur na ontdekking, zie bijlage 2.",
]  # fmt: skip
NOWHERE = ["docs/voorbeeld/1.0/artikel-02.md", "2.2 Verwerker treft de maatregelen, zie bijlage 1 en bijlage 2."]


@pytest.mark.parametrize(
    ("names", "words", "clause", "hint"),
    [
        (("voorbeeld", "artikel"), "binnen 24 uur", DUTCH, ": uiterlijk 36 uur"),
        (("example", "article"), "within 24 hours", ENGLISH, ": no later than 36 hours"),
        (("voorbeeld", "artikel"), "een inbreuk", DUTCH, "take the words that name the term: uiterlijk 36 uur"),
        (("voorbeeld", "artikel"), "binnen 24 uur", ELSEWHERE, ": artikel-2.3 says 'uiterlijk 36 uur'"),
        (("voorbeeld", "artikel"), "binnen 24 uur", NOWHERE, "from the clause as they are"),
    ],
)
def test_the_hint_speaks_of_the_term_in_the_text(
    names: tuple[str, str], words: str, clause: list[str], hint: str, tmp_path: Path
) -> None:
    lines = [line.format(*names, words) for line in BREACH]
    found = check(read_example(tmp_path, example("case", [*lines, *clause])))
    told = next(one for one in found if one.rule == "bad-breach-term")
    assert told.hint.endswith(hint)
