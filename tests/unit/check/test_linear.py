"""The rules take no more than twice the steps for twice the text, whatever shape it has.

A step is a call of a function, Python's or its own: the same number on every machine. What a pattern does within one
call is held in the test of the words that it is made of.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clausule.check import check_agreement
from clausule.model.editions import Agreement
from rule_examples import Example, read_example

ARTICLE, MEASURES = "docs/voorbeeld/1.0/artikel-03.md", "annexes/voorbeeld/bijlage-1/1.0.md"
FRONT = '---\nversion: "1.0"\n{}---\n\n'
TITLE = "# Artikel 3. Einde\n\n"


def article(words: str, front: str = "") -> dict[str, str]:
    return {ARTICLE: FRONT.format(front) + TITLE + words}


def clauses(count: int, words: str) -> str:
    return "\n\n".join(f"3.{number} {words}" for number in range(1, count + 1))


SHAPES: dict[str, Callable[[int], dict[str, str]]] = {
    "definitions": lambda n: article("".join(f"\n\nTerm{i}x\n:   de Term{i + 1}x van een ander" for i in range(n))),
    "unused definitions": lambda n: article("".join(f"\n\nTerm{i}x\n:   iets" for i in range(n))),
    "one definition": lambda n: article("\n\nDienst\n:   iets" * n),
    "references to things": lambda n: article(clauses(n, "Zie de genoemde boetes in artikel 2.1.")),
    "places to fill in": lambda n: article("3.1 " + "[naam] JA / NEE " * n),
    "terms for a report": lambda n: article("3.1 " + "Verwerker meldt een inbreuk binnen 24 uur niet, " * n),
    "promises": lambda n: article("3.1 Hij voldoet aan " + "ISO 27001, TLS 1.2 van Klant " * n),
    "claims": lambda n: article(
        clauses(n // 3, "Klant heeft geen recht op een audit."),  # front matter has a limit
        "avg:\n" + "".join(f"  artikel-3.{i}: 28.3.h.audits\n" for i in range(1, n // 3 + 1)),
    ),
    "measures": lambda n: {
        MEASURES: FRONT.format("kind: measures\n") + "# Bijlage 1. Maatregelen\n\n" + "- een 'slot'\n\n" * n
    },
}


def steps(agreement: Agreement) -> int:
    count = 0

    def profile(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        check_agreement(agreement)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_steps(shape: str, tmp_path: Path) -> None:
    found = []
    for name, size in (("once", 400), ("twice", 800)):
        files = {path: ["---", *text.split("\n")[1:]] for path, text in SHAPES[shape](size).items()}
        (agreement,) = read_example(tmp_path / name, Example("wrong", dict(files))).agreements
        found.append(steps(agreement))
    once, twice = found
    assert twice <= 2.5 * once
