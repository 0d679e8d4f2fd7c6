"""Items and paragraphs that stand elsewhere now: in another clause, or at another place in their own."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from clausule.compare.changes import Change
from clausule.compare.lines import SAME_LINE, TRIED, alike, bag, bare
from clausule.compare.redline import IN, OUT, SAME, Edit
from clausule.compare.similarity import all_words
from clausule.compare.unit import Unit

_FEW = 3  # a line of fewer words is nothing to know again
_SHOWN = 8  # words of a line
_WORD = re.compile(r"\w")


class MovedLine(NamedTuple):
    """A line that went from ``old`` to ``new``, units of both sides; ``text`` is how it begins now."""

    text: str
    old: Unit
    new: Unit
    within: bool


class _Line(NamedTuple):
    row: int
    text: str
    words: tuple[str, ...]


def moved_lines(changes: Sequence[Change]) -> list[list[MovedLine]]:
    """For each of ``changes`` the lines that came from elsewhere or went there, as a whole."""
    gone: list[_Line] = []
    came: list[_Line] = []
    for row, change in enumerate(changes):
        if change.from_text != change.to_text:
            gone += _whole_lines(row, change.redline, OUT)
            came += _whole_lines(row, change.redline, IN)
    found: list[list[MovedLine]] = [[] for _ in changes]
    for one, other in _pairs(gone, came):
        was, now = changes[one.row], changes[other.row]
        if was.old and now.new and "changed" in (was.kind, now.kind):  # a whole unit has been paired, or is no other
            line = MovedLine(_begin(other.text), was.old, now.new, within=was is now)
            for row in {one.row: None, other.row: None}:
                found[row].append(line)
    return found


def _whole_lines(row: int, edits: Sequence[Edit], op: str) -> list[_Line]:
    """The lines of one side of which no word stayed."""
    if all(kind != op for kind, _ in edits):
        return []
    stayed = "".join([text if kind == SAME else "\n" * text.count("\n") for kind, text in edits if kind in (op, SAME)])
    gone = [not _has_words(kept) for kept in stayed.split("\n")]
    if not any(gone):
        return []
    lines = "".join([text for kind, text in edits if kind in (op, SAME)]).split("\n")
    whole = compress(lines, gone)
    found = [(line, all_words(" ".join(bare(line.split())))) for line in whole]
    return [_Line(row, text, words) for text, words in found if len(words) >= _FEW]


def _has_words(kept: str) -> bool:
    """Whether more than its mark stayed of a line."""
    return any(_WORD.search(part) for part in bare([*kept.split(), ""]))


def _pairs(gone: Sequence[_Line], came: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    """Each line that came with the one that went: with the same words, in its own clause, then in another; else with
    the most like it."""
    found: list[tuple[_Line, _Line]] = []
    left, rest = list(gone), list(came)
    for row_counts in (True, False):
        waiting: dict[tuple[object, ...], deque[_Line]] = defaultdict(deque)
        for line in left:
            waiting[line.words, line.row if row_counts else None].append(line)
        new = []
        for line in rest:
            same = waiting[line.words, line.row if row_counts else None]
            if same:
                found.append((same.popleft(), line))
            else:
                new.append(line)
        left, rest = [line for lines in waiting.values() for line in lines], new
    if len(left) * len(rest) <= TRIED:
        bags = [bag(line.words) for line in left]
        for line in rest:
            words = bag(line.words)
            shares = [alike(one, words) for one in bags]
            most = max(shares, default=0.0)
            if most >= SAME_LINE:
                place = shares.index(most)
                del bags[place]
                found.append((left.pop(place), line))
    return found


def _begin(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
