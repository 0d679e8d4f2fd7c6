"""Items and paragraphs that stand elsewhere now: in another clause, or at another place in their own."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausule.compare.changes import Change
from clausule.compare.lines import bare
from clausule.compare.redline import IN, OUT, SAME, Edit
from clausule.compare.similarity import all_words
from clausule.compare.unit import Unit

_FEW = 3  # a line of fewer words is nothing to know again
_SAME_LINE = 0.6  # of the words of both, if the line was reworded too
_TRIED = 2500  # pairs of lines that are looked at, at most
_SHOWN = 8  # words of a line


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A line that went from ``old`` to ``new``, units of both sides; ``text`` is how it begins now."""

    text: str
    old: Unit
    new: Unit
    within: bool


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    text: str
    words: tuple[str, ...]


def moved_lines(changes: Sequence[Change]) -> list[list[MovedLine]]:
    """For each of ``changes`` the lines that came from elsewhere or went there, as a whole."""
    gone: list[_Line] = []
    came: list[_Line] = []
    for row, change in enumerate(changes):
        if change.kind not in ("unchanged", "moved"):
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


def _whole_lines(row: int, edits: Iterable[Edit], op: str) -> list[_Line]:
    """The lines of one side of which no word stayed."""
    lines, stayed = [""], [""]
    for kind, text in edits:
        if kind not in (op, SAME):
            continue
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append("")
                stayed.append("")
            lines[-1] += piece
            stayed[-1] += piece if kind == SAME else ""
    whole = [line for line, kept in zip(lines, stayed, strict=True) if not _has_words(kept)]
    found = [(line, all_words(" ".join(bare(line.split())))) for line in whole]
    return [_Line(row, text, words) for text, words in found if len(words) >= _FEW]


def _has_words(kept: str) -> bool:
    """Whether more than its mark stayed of a line."""
    return bool(all_words(" ".join(bare([*kept.split(), ""]))))


def _pairs(gone: Sequence[_Line], came: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    """Each line that came with the one that went: with the same words, in its own clause, then in another; else with
    the most like it."""
    found: list[tuple[_Line, _Line]] = []
    left, rest = list(gone), list(came)
    for row_counts in (True, False):
        waiting: dict[tuple[object, ...], deque[_Line]] = defaultdict(deque)
        for line in left:
            waiting[line.words, line.row if row_counts else -1].append(line)
        new = []
        for line in rest:
            same = waiting[line.words, line.row if row_counts else -1]
            if same:
                found.append((same.popleft(), line))
            else:
                new.append(line)
        left, rest = [line for lines in waiting.values() for line in lines], new
    for line in rest if len(left) * len(rest) <= _TRIED else ():
        share, place = max(((_share(one, line), -place) for place, one in enumerate(left)), default=(0.0, 0))
        if share >= _SAME_LINE:
            found.append((left.pop(-place), line))
    return found


def _share(one: _Line, other: _Line) -> float:
    common = (Counter(one.words) & Counter(other.words)).total()
    return 2 * common / (len(one.words) + len(other.words))


def _begin(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
