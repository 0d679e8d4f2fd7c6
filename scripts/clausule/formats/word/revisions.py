"""Two texts as one with tracked changes: all accepted it is the new one, all refused the old one.

The end of a paragraph is a sign that comes and goes as words do (17.13.5): without it, what stands in the paragraph
goes on in the next one. A paragraph that came or went as a whole has its own end tracked; at the end of a text, where
no paragraph follows, the ends before it are.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, zip_longest

from clausule.compare.comparable import comparable
from clausule.compare.lcs import common, rising
from clausule.compare.redline import redline
from clausule.formats.flow import Run
from clausule.formats.word.paragraphs import (
    FROM,
    IN,
    OUT,
    SAME,
    TO,
    Entry,
    Para,
    Row,
    Span,
    Written,
    WrittenRow,
    as_it_is,
    changed_whole,
)

_NOTE = "\ufffc"  # stands for the mark of a footnote
Pair = tuple[int, int]
Changed = Written | WrittenRow


@dataclass(frozen=True, slots=True)
class Step:
    """An entry of the tracked text, with where it stands in the old and in the new one."""

    one: Changed
    old: int | None = None
    new: int | None = None


def tracked(
    old: Sequence[Entry], new: Sequence[Entry], pairs: Iterable[Pair], elsewhere: Container[Pair] = ()
) -> list[Step]:
    """``old`` and ``new`` as one. ``pairs`` are the indexes of entries that are one, each once; those ``elsewhere`` and
    those that do not stand in their order, have moved. Entries with the same words that lie between the same neighbours
    are paired too."""
    sound = [(i, j) for i, j in sorted(pairs) if _width(old[i]) == _width(new[j])]
    fixed = rising([pair for pair in sound if pair not in elsewhere])
    moved = dict(set(sound) - set(fixed))
    fixed = sorted([*fixed, *_equal_between(old, new, fixed, moved)])
    steps: list[Step] = []
    for (i, j), (x, y) in pairwise([(-1, -1), *fixed, (len(old), len(new))]):
        gap = [*_went(old, range(i + 1, x), moved), *_came(old, new, range(j + 1, y), moved)]
        steps += [*gap, *([Step(_kept(old[x], new[y]), x, y)] if x < len(old) else [])]
    return _closed(steps)


def _equal_between(
    old: Sequence[Entry], new: Sequence[Entry], fixed: Sequence[Pair], moved: dict[int, int]
) -> list[Pair]:
    """Entries that are in no pair, lie between the same two pairs and have the same words."""
    taken = {*moved, *(i for i, _ in fixed)}, {*moved.values(), *(j for _, j in fixed)}
    found = []
    for (i, j), (x, y) in pairwise([(-1, -1), *fixed, (len(old), len(new))]):
        left = [n for n in range(i + 1, x) if n not in taken[0]]
        right = [n for n in range(j + 1, y) if n not in taken[1]]
        if left and right:
            same = common([_known(old[n]) for n in left], [_known(new[n]) for n in right])
            found += [(left[a], right[b]) for a, b in same]
    return found


def _width(entry: Entry) -> int:
    """How many cells a row has; of a paragraph nothing."""
    return len(entry.cells) if isinstance(entry, Row) else 0


def _known(entry: Entry) -> str:
    return f"{_width(entry)} {comparable(entry.words)}"


def _went(old: Sequence[Entry], gap: Iterable[int], moved: dict[int, int]) -> Iterator[Step]:
    for i in gap:
        entry = old[i]
        if isinstance(entry, Row):
            yield Step(_whole_row(entry, OUT), i)
        else:
            op, move = (FROM, f"move{i + 1}") if i in moved else (OUT, "")
            yield Step(changed_whole(entry, op, move=move), i)


def _came(old: Sequence[Entry], new: Sequence[Entry], gap: Iterable[int], moved: dict[int, int]) -> Iterator[Step]:
    source = {j: i for i, j in moved.items()}
    for j in gap:
        entry, i = new[j], source.get(j)
        if isinstance(entry, Row):
            yield Step(_whole_row(entry, IN), None, j)
        elif i is None:
            yield Step(changed_whole(entry, IN), None, j)
        else:
            before = old[i]
            assert isinstance(before, Para)
            ops = {SAME: TO, IN: IN}  # what went from it stands where it was
            spans = tuple(Span(one.run, ops[one.op]) for one in spans_of(before, entry) if one.op in ops)
            yield Step(Written(para=entry, spans=spans, end=TO, move=f"move{i + 1}"), None, j)


def _whole_row(row: Row, op: str) -> WrittenRow:
    cells = (replace(changed_whole(cell, op), end=SAME) for cell in row.cells)
    return WrittenRow(row=row, cells=tuple(cells), op=op)


def _kept(old: Entry, new: Entry) -> Changed:
    if isinstance(old, Row) and isinstance(new, Row):
        return WrittenRow(row=new, cells=tuple(_reworded(*both) for both in zip(old.cells, new.cells, strict=True)))
    assert isinstance(old, Para) and isinstance(new, Para)
    return _reworded(old, new)


def _reworded(old: Para, new: Para) -> Written:
    return Written(para=new, spans=spans_of(old, new))


def _closed(steps: Sequence[Step]) -> list[Step]:
    """The steps with ends that can go: at the end of the text, and before a table, no paragraph follows in which the
    words of a paragraph without an end could go on."""
    result: list[Step] = []
    for is_row, group in groupby(steps, key=lambda step: isinstance(step.one, WrittenRow)):
        run = list(group)
        result += run if is_row else _closed_run(run)
    return result


def _closed_run(run: list[Step]) -> list[Step]:
    """Paragraphs behind which no other one stands."""
    begin = max((place for place, step in enumerate(run) if _end(step) == SAME), default=-1) + 1
    gap = run[begin:]
    went = next((step for step in reversed(gap) if _end(step) in (OUT, FROM)), None)
    came = next((step for step in reversed(gap) if _end(step) in (IN, TO)), None)
    if not gap:
        return run
    if went and came and (_end(went), _end(came)) == (OUT, IN):
        return [*run[:begin], *(step for step in gap if step not in (went, came)), _replaced(went, came)]
    return _shifted(run, max(begin - 1, 0))


def _replaced(went: Step, came: Step) -> Step:
    """Two paragraphs with one end."""
    one, other = went.one, came.one
    assert isinstance(one, Written) and isinstance(other, Written)
    both = Written(para=other.para, spans=(*one.spans, *other.spans))
    return Step(both, went.old, came.new)


def _shifted(run: list[Step], begin: int) -> list[Step]:
    """From ``begin`` on each end has what happened to the paragraph behind it; the last end stays, with the look of the
    last paragraph of the new side."""
    result, looks = run[:begin], None
    for step, after in zip_longest(run[begin:], run[begin + 1 :]):
        one = step.one
        assert isinstance(one, Written)
        looks = looks if one.end in (OUT, FROM) else one.para
        result.append(replace(step, one=replace(one, end=_end(after) if after else SAME)))
    last = result[-1]
    assert isinstance(last.one, Written)
    if looks is None:
        return result
    para = replace(last.one.para, style=looks.style, counted=looks.counted)
    return [*result[:-1], replace(last, one=replace(last.one, para=para))]


def _end(step: Step) -> str:
    return step.one.end if isinstance(step.one, Written) else ""


def spans_of(old: Para, new: Para) -> tuple[Span, ...]:
    """The words of two paragraphs as one: what looks the same has the signs and the look of the new one."""
    before, after = _pieces(old), _pieces(new)
    words_old, words_new = ("".join(run.words for run in side) for side in (before, after))
    if comparable(words_old) == comparable(words_new):
        return tuple(Span(_real(run)) for run in after)
    spans: list[Span] = []
    i = j = 0
    for op, words in redline(words_old, words_new):
        if op != IN:
            spans += [Span(_real(run), OUT) for run in _cut(before, i, i + len(words))] if op == OUT else []
            i += len(words)
        if op != OUT:
            spans += [Span(_real(run), op) for run in _cut(after, j, j + len(words))]
            j += len(words)
    return tuple(spans)


def _pieces(para: Para) -> list[Run]:
    """Its runs, each mark of a footnote as one of its own."""
    found = []
    for run in para.shown:
        if run.words:
            found.append(replace(run, note=""))
        if run.note:
            found.append(Run(_NOTE, note=run.note))
    return found


def _real(run: Run) -> Run:
    return replace(run, words="") if run.note else run


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """What stands between two places, run by run."""
    at = 0
    for run in runs:
        left, right = max(start - at, 0), min(end - at, len(run.words))
        if left < right:
            yield replace(run, words=run.words[left:right])
        at += len(run.words)


def untracked(entries: Iterable[Entry]) -> list[Step]:
    """A text to which nothing happened."""
    return [Step(as_it_is(entry), number, number) for number, entry in enumerate(entries)]
