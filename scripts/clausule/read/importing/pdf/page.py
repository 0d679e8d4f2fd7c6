"""What is on the pages of a PDF: words and rules by their places. Points, from the top left, as the page is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HYPHEN = "\x02"
"""What stands for a hyphen at the end of a line: whether it is one of the word or of the line only, nothing says."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a file says of words: that they are of one block (its number on the page) of a kind (``P``, ``H1``, ``Lbl``
    for what hangs before an item), in a cell of a row of a table, by their numbers, -1 where they are in none."""

    block: int
    kind: str
    table: int = -1
    row: int = -1
    cell: int = -1


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank that look alike. ``y`` is the line on which they stand; ``glued`` when no blank stands
    before them; ``order`` is their place in the file, which need not be that in which they are read."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    glued: bool = False
    order: int = 0
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is drawn, along or down the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its words in the order of the file, its rules. ``aslant`` are words that do not lie along the
    page, ``unknown`` counts letters of which the file does not say which they are; ``beside`` is what it holds that is
    no text of the page: what it is, and its words; ``unseen`` are words that nobody sees."""

    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    aslant: tuple[str, ...] = ()
    letters: int = 0
    unknown: int = 0
    pictures: int = 0
    beside: tuple[tuple[str, str], ...] = ()
    unseen: str = ""


def pages_of(data: Sequence[dict[str, Any]]) -> list[Page]:
    """The pages that the process for reading wrote as JSON."""
    found = []
    for one in data:
        tags = [Tag(number, *values) for number, values in enumerate(one["tags"])]
        words = tuple(_word(values, tags) for values in one["words"])
        rules = tuple(Rule(*rule) for rule in one["rules"])
        beside = tuple((what, said) for what, said in one["beside"])
        rest = {key: one[key] for key in ("width", "height", "letters", "unknown", "pictures", "unseen")}
        found.append(Page(words=words, rules=rules, beside=beside, aslant=tuple(one["aslant"]), **rest))
    return found


def _word(values: Sequence[Any], tags: Sequence[Tag]) -> Word:
    text, x0, x1, y, size, bold, glued, order, tag = values
    return Word(text, x0, x1, y, size, bold, glued, order, tags[tag] if tag >= 0 else None)
