"""Editions that are far apart, and clauses that were split and merged again and again: what the browser puts
together."""

from __future__ import annotations

import json
import random
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page
from website import Visit

from clausule.compare.history import REACH, History, make_history
from clausule.compare.redline import accept, cost, typeset_edits, undo
from clausule.language.language import language_of
from clausule.model.editions import Agreement
from clausule.pages.comparison.data import comparison_data
from editions import agreement, edition

# As one string each way: Playwright takes far longer over lists in lists than the browser over comparing.
COMPOSE = """async (told) => {
  const core = await import(new URL("/theme/comparison/core.js", location.href));
  const unpacked = core.unpack(JSON.parse(told)), all = [...unpacked.editions.keys()];
  return JSON.stringify(all.map((old) => all.map((now) => core.between(unpacked, old, now).map(({ top, rows }) => [top,
  rows.map((row) =>
    [row.kind, row.was.map((one) => one.id), row.is.map((one) => one.id), row.moved, row.renumbered, row.edits])]))));
}"""
WORDS = [
    "verwerker",
    "meldt",
    "een",
    "inbreuk",
    "zonder",
    "uitstel",
    "aan",
    "de",
    "klant",
    "en",
    "bewaart",
    "alle",
    "gegevens",
    "in",
    "europa",
    "volgens",
    '"afspraak"',
    "of",
    "wet",
]
PARTS = [
    "De verwerker beveiligt de persoonsgegevens met maatregelen die passen bij het risico.",
    "Een inbreuk wordt onverwijld gemeld, in ieder geval binnen achtenveertig uur.",
    "Medewerkers zijn verplicht tot geheimhouding, ook na het einde van hun dienst.",
    "De kosten van een controle zijn voor wie haar heeft gevraagd, zoals afgesproken.",
]


def composed(page: Page, whole: Agreement, history: History) -> Any:
    return json.loads(page.evaluate(COMPOSE, comparison_data(whole, history).decode()))


def made(history: History, old: int, new: int) -> list[Any]:
    """The rows of the build, in the form of ``COMPOSE``."""
    return [
        [top, [[row.kind, [one.id for one in row.all_old], [one.id for one in row.all_new], row.moved and not row.renumbered, row.renumbered, [list(edit) for edit in typeset_edits(language_of("nl"), row.redline)]] for row in shown]]  # noqa: E501
        for top, shown in history.between(old, new)
    ]  # fmt: skip


def test_texts_that_are_far_apart_are_compared_in_steps_and_exactly(visit: Visit) -> None:
    chance = random.Random(11)
    texts = [[chance.choice(WORDS) for _ in range(60)] for _ in range(3)]
    editions = []
    for number in range(4 * REACH):
        for words in texts[: 3 if number % 5 else 1]:  # one changes in every edition, two in most
            for place in chance.sample(range(60), 4):
                words[place] = chance.choice(WORDS)
        editions.append(edition(f"1.{number}", [" ".join(words) for words in texts]))
    whole = agreement(*editions)
    history = make_history(whole)
    found = composed(visit("/voorbeeld/vergelijken/"), whole, history)
    ours = theirs = far = 0
    for old, new in product(range(len(editions)), repeat=2):
        by_build = made(history, old, new)
        assert [[top, [row[:-1] for row in rows]] for top, rows in found[old][new]] == [
            [top, [row[:-1] for row in rows]] for top, rows in by_build
        ]
        for (_, rows), (_, shown) in zip(found[old][new], by_build, strict=True):
            for row, same in zip(rows, shown, strict=True):
                edits = [(op, words) for op, words in row[-1]]
                direct = [(op, words) for op, words in same[-1]]
                assert undo(edits) == undo(direct) and accept(edits) == accept(direct)
                if abs(old - new) <= REACH:
                    assert edits == direct, (old, new)
                elif row[0] == "changed":
                    far += 1
                    ours, theirs = ours + cost(edits), theirs + cost(direct)
    # In steps it is nearly as short as compared directly: a word that came and went on the way is not told.
    assert far > 1000 and ours <= 1.2 * theirs, (ours, theirs)


@pytest.mark.parametrize("seed", range(3))
def test_what_was_split_and_merged_is_told_as_the_build_tells_it(visit: Visit, seed: int) -> None:
    chance, page = random.Random(seed), visit("/voorbeeld/vergelijken/")
    joined = 0
    for _ in range(25):
        editions = []
        for number in range(6):
            order = chance.sample(PARTS, len(PARTS)) if chance.random() < 0.2 else PARTS
            cuts = [chance.random() < 0.5 for _ in order[1:]]
            clauses = [order[0]]
            for part, apart in zip(order[1:], cuts, strict=True):
                clauses = [*clauses, part] if apart else [*clauses[:-1], f"{clauses[-1]} {part}"]
            editions.append(edition(f"1.{number}", clauses))
        whole = agreement(*editions)
        history = make_history(whole)
        joined += len(history.joins)
        found = composed(page, whole, history)
        for old, new in product(range(len(editions)), repeat=2):
            assert found[old][new] == made(history, old, new), (old, new)
    assert joined > 50
