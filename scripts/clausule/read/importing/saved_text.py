"""A plain text that a word processor saved: each line is a paragraph, behind the number that the program showed.

How deep an item lies is said by the white space before it or, where there is none, by its mark: ``(i)`` behind ``(a)``
begins a list within that item. Of a table only its cells are left, one below the other: where they can only be terms,
each with its meaning, they are that again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Block, Document, Role, Run
from clausule.read.importing.raw_lines import RawLine, is_title
from clausule.read.marks import ItemMark, clause_mark, item_mark, width

_WIDEST = 150  # letters of a line that somebody wrapped
_CLOSE = 4  # one in so many lines has no empty line above it, or the empty lines say what a paragraph is
_WRAPPED = 30  # no more than one in so many lines goes on in the next
_FEWEST = 3  # terms of a table
_SHORT = 60  # letters of a term, or of the heading of a part of an annex
_ENDED = re.compile(r"[.;:!?,)”\"…_]$")


def is_saved(lines: Sequence[RawLine]) -> bool:
    """Whether each line is a paragraph: some are longer than anybody wraps them, and hardly one goes on in the next."""
    full = [line.words for line in lines if line.words]
    close = [(one.words, below.words) for one, below in pairwise(lines) if one.words and below.words]
    wrapped = sum(
        below[:1].islower() and not item_mark(below) and not _ENDED.search(one) and len(one) > _WIDEST // 3
        for one, below in close
    )
    return (
        max(map(len, full), default=0) > _WIDEST
        and len(close) * _CLOSE >= len(full)
        and wrapped * _WRAPPED <= len(full)
    )


def read_saved(lines: Sequence[RawLine], grammar: Grammar) -> Document:
    """The lines of such a text as paragraphs; their numbers are those of the lines."""
    full = [line for line in lines if line.words]
    outline = _Outline(grammar, any(line.text[:1] in " \t" and _is_marked(line.words, grammar) for line in full))
    terms = _terms(full, grammar)
    document = Document()
    for at, line in enumerate(full):
        if role := terms.get(at):
            document.blocks.append(Block((Run(line.words),), line.number, role=role))
        elif _is_lettered(line, full[at + 1 :]):
            document.blocks.append(Block((Run(line.words),), line.number, 2))
        else:
            document.blocks.append(outline.block(line))
    return document


def _terms(lines: Sequence[RawLine], grammar: Grammar) -> dict[int, Role]:
    """Which lines are the cells of a table of terms: behind a colon, a few words and a whole sentence by turns."""
    found: dict[int, Role] = {}
    for begin, line in enumerate(lines, 1):
        end = begin
        while end + 1 < len(lines) and _is_term(lines[end], grammar) and _is_meaning(lines[end + 1], grammar):
            end += 2
        if line.words.endswith(":") and end - begin >= 2 * _FEWEST:
            found |= {at: "meaning" if (at - begin) % 2 else "term" for at in range(begin, end)}
    return found


def _is_term(line: RawLine, grammar: Grammar) -> bool:
    return is_title(line) and len(line.words) <= _SHORT and not _is_marked(line.words, grammar)


def _is_meaning(line: RawLine, grammar: Grammar) -> bool:
    return line.words.endswith((".", ";")) and not _is_marked(line.words, grammar)


def _is_lettered(line: RawLine, below: Sequence[RawLine]) -> bool:
    """Whether a line is the heading of a part of an annex, ``A. Services``, with words under it."""
    mark = item_mark(line.words)
    if mark is None or mark.style != "A." or not is_title(line) or len(line.words) > _SHORT or not below:
        return False
    after = item_mark(below[0].words)
    return line.words[mark.end :][:1].isupper() and not (after and after.style == mark.style)


def _is_marked(words: str, grammar: Grammar) -> bool:
    return item_mark(words) is not None or clause_mark(words, grammar) is not None


class _Outline:
    """Where one is among the items since the last clause: the mark of each that is open, and its indentation."""

    def __init__(self, grammar: Grammar, indented: bool) -> None:
        self.grammar, self.indented = grammar, indented
        self.open: list[tuple[ItemMark, int]] = []
        self.broken = False  # whether words without a mark came behind the last item

    def block(self, line: RawLine) -> Block:
        """The paragraph of a line, as deep as it lies."""
        words, place = line.words, width(line.text[: len(line.text) - len(line.text.lstrip())])
        if mark := clause_mark(words, self.grammar):
            self.open = []
            return _paragraph(line, mark.mark, words[mark.end :])
        item = item_mark(words)
        if item is None:
            self.broken = True
            depth = sum(one < place for _, one in self.open) if self.indented else 0
            return Block((Run(words),), line.number, depth=depth)
        shown, said = words[: item.end].strip(), words[item.end :]
        level = self._level(item, place)
        self.open = [*self.open[:level], (item, place)]
        self.broken = False
        depth = len(self.open)
        if item.style.startswith("1") and level == 0 and is_title(line):
            self.open = []  # the heading of an article: what stands under it lies in no item
        return _paragraph(line, shown, said, depth)

    def _level(self, item: ItemMark, place: int) -> int:
        """How many items hold this one."""
        if self.indented:
            return sum(one < place for _, one in self.open)
        same = [at for at, (one, _) in enumerate(self.open) if item.follows(one)]
        if same:
            return same[-1]
        alike = [at for at, (one, _) in enumerate(self.open) if item.style == one.style]
        return 0 if self.broken or not item.is_first else alike[-1] if alike else len(self.open)


def _paragraph(line: RawLine, mark: str, said: str, depth: int = 0) -> Block:
    return Block((Run(said),), line.number, mark=mark, depth=depth)
