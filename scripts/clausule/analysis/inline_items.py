"""Items that stand in a sentence: 'shall (i) keep them safe; and (ii) delete them'. They are referred to as others are,
and have no anchor of their own: the clause or item that says them is where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.model.editions import Edition
from clausule.model.ids import roman_value
from clausule.model.nodes import all_items, block_texts
from clausule.model.walk import walk

_MARK = re.compile(r"(?<![\w()])\(?(?P<label>[a-z]{1,5})\)(?=\s)")
_FIRST = ("a) ", "i) ")  # each row begins with one of these: few texts have one, and to look for it is quick
_FEWEST = 2


def inline_items(edition: Edition) -> dict[str, str]:
    """The ids that the items in the sentences of ``edition`` would have, each with the id of what says it."""
    found: dict[str, str] = {}
    for part in walk(edition):
        texts = [text for text in block_texts(part.blocks) if any(mark in text.plain for mark in _FIRST)]
        if texts:
            places = {item.text: item.id for item in all_items(part.blocks)}
            for text in texts:
                place = places.get(text, part.id)
                found |= {f"{place}-{label}": place for label in _labels(text.plain)}
    return found


def _labels(plain: str) -> Iterator[str]:
    """The labels of the rows in ``plain``: two at least, each the next of the one before it, from ``a`` or ``i`` on."""
    labels = [match["label"] for match in _MARK.finditer(plain)]
    for value_of in (_letter, roman_value):
        row: list[str] = []
        for label in labels:
            if value_of(label) == len(row) + 1:
                row.append(label)
        if len(row) >= _FEWEST:
            yield from row


def _letter(label: str) -> int | None:
    return ord(label) - ord("a") + 1 if len(label) == 1 else None
