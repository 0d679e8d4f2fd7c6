"""Tables that go on on the next page or in the next column: their rows, one of which can be broken there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausule.read.importing.document import BROKEN, Block, Document, Doubt, Dropped, Grid, is_headed
from clausule.read.importing.pdf.hyphens import Hyphens

_ENDS = (".", ";", ":", "!", "?")
Row = tuple[tuple[Block, ...], ...]


def goes_on(above: Grid, below: Grid) -> bool:
    """Whether a table goes on with one that stood right above it, on the page or in the column before."""
    return len(above.rows[-1]) == len(below.rows[0])


def joined(above: Grid, below: Grid, document: Document, hyphens: Hyphens, *, full: bool) -> Grid:
    """One table of two, of which the second begins a page or a column; a head that is repeated goes. ``full`` says that
    all cells above end on one line and have no room for a word of those below. What is dropped and what is in doubt
    goes into the ``document``."""
    rows, more = above.rows, below.rows
    if above.headed and _words(more[0]) == _words(rows[0]):
        document.dropped.append(Dropped("repeated heads of a table", " | ".join(_words(more[0]))))
        more = more[1:]
    if more and _is_rest(rows, more, above.headed, full):
        number = next(block.number for cell in more[0] for block in cell)
        document.doubts.append(Doubt(number, f"a row of a table that goes on here: {' | '.join(_words(more[0]))}"))
        row = tuple(_one_cell(*cells, document, hyphens) for cells in zip(rows[-1], more[0], strict=True))
        rows, more = rows[:-1], (row, *more[1:])
    return Grid((*rows, *more), above.number, above.headed)


def _is_rest(rows: Sequence[Row], more: Sequence[Row], headed: bool, full: bool) -> bool:
    """Whether the first row of ``more`` is the rest of the last one of ``rows``: a hyphen breaks a word of it, or it
    has nothing in a column in which every other row has something, or all its cells go on with small letters behind
    lines that are ``full``. A head, all in bold, goes on in bold."""
    last, first = rows[-1], more[0]
    of_head = headed and len(rows) == 1 and is_headed([first])
    if headed and len(rows) == 1 and not of_head:
        return False
    if any(above and below and above[-1].words.endswith("-") for above, below in zip(last, first, strict=True)):
        return True
    if full and all(cell[0].words[:1].islower() and not cell[0].mark for cell in first):
        return not any(cell[-1].words.endswith(_ENDS) for cell in last)
    empty = [at for at, cell in enumerate(first) if not cell]
    others = [*rows, *more[1:]]
    told = 0 < len(empty) < len(first) and (len(others) > 1 or of_head)
    return told and all(row[at] for row in others for at in empty)


def _one_cell(
    above: tuple[Block, ...], below: tuple[Block, ...], document: Document, hyphens: Hyphens
) -> tuple[Block, ...]:
    """A cell of two parts: a sentence that did not end goes on."""
    if not above or not below or below[0].mark or (above[-1].words.endswith(_ENDS) and below[0].words[:1].isupper()):
        return (*above, *below)
    last, first = above[-1], below[0]
    end = last.runs[-1]
    start, between, doubt = hyphens.joined(end.words, first.words)
    if doubt:
        document.doubts.append(Doubt(last.number, doubt, BROKEN))
    runs = (*last.runs[:-1], replace(end, words=f"{start}{between}"), *first.runs)
    return (*above[:-1], replace(last, runs=runs), *below[1:])


def _words(row: Row) -> list[str]:
    return [" ".join(block.words for block in cell) for cell in row]
