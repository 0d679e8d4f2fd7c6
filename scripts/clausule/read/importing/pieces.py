"""The paragraphs of a text that was taken from pages, while it is found out what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausule.language.protocol import Grammar
from clausule.read.importing.raw_lines import RawLine
from clausule.read.importing.structure import Kind
from clausule.read.marks import clause_mark, item_mark

BLANK = re.compile(r"[.…_\s]{4,}")
PLACEHOLDER = re.compile(r"\[[^\[\]]{1,80}\]")
_LABEL = re.compile(r"[^\W\d_][\w-]{1,20}:\s")


@dataclass(slots=True)
class Piece:
    """A paragraph: the place and the ``kind`` of the part that it is of, which it ``begins`` where it is the heading;
    how many empty lines stand before it, and whether it is ``unmarked`` by a number or bullet.

    What it is found to be: the ``level`` of a heading, or the ``depth`` of an item.
    """

    line: RawLine
    part: int
    kind: Kind
    gap: int
    begins: bool
    unmarked: bool
    level: int = 0
    depth: int = 0

    @property
    def words(self) -> str:
        """What it says."""
        return self.line.words


def is_unmarked(words: str, grammar: Grammar) -> bool:
    """Whether neither the number of a clause nor the mark of an item stands before words."""
    return item_mark(words) is None and clause_mark(words, grammar) is None


def is_label(words: str) -> bool:
    """Whether words begin with what they say something of: 'E-mail: info@example.com'."""
    return bool(_LABEL.match(words))
