"""Lines of plain text as Markdown that shows them as they are: what white space and stars say there has other signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.read.importing.raw_lines import RawLine
from clausule.read.marks import item_mark

# What Markdown would read otherwise than as words: anywhere, and at the begin of a line.
_SPECIAL = re.compile(r"([\\*_<>\[\]{}`|~^]|=(?==)|&(?=#?\w+;))")
_AT_BEGIN = re.compile(r"^(\s*)([#:~=]|-{3,}$)")
_STAR = re.compile(r"(?P<indent>\s*)\*\s+(?=\S)")
_CELL = re.compile(r"\S+(?:\s\S+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
_LEADER = re.compile(r"[.…_]{3}")
_ENDED = re.compile(r"[.;:!?…][”\"’')\]]?$")
_BETWEEN = re.compile(r"\S(?:\s{2,}|\t)\S")
_FAR = 3  # blanks between two columns
_FEWEST = 3  # rows of a table, its header with them
_OF_TERMS = 2  # columns of a table that can have no header

Row = tuple[str, int]
"""A line of a file, and the number in the whole text of the one that it was."""


def as_link(words: str, target: str) -> str:
    """A link in Markdown. Its words are read as they are: no sign in them is marked."""
    return f"<{target}>" if words == target else f"[{words}]({target})"


def as_markdown(words: str) -> str:
    """``words`` as Markdown that shows them as they are."""
    return _SPECIAL.sub(r"\\\1", words)


def plain_row(line: RawLine) -> Row:
    """A line of plain text as Markdown."""
    return _AT_BEGIN.sub(r"\1\\\2", as_markdown(line.text.rstrip()), count=1), line.number


def plain_rows(lines: Sequence[RawLine], number: str, grammar: Grammar) -> Iterator[Row]:
    """The lines of a part with this ``number``: columns that white space makes are a table, stars below each other are
    bullets, and a clause that says that it is one ('Art. 7.2') begins a paragraph."""
    stars = [_STAR.match(line.text) for line in lines]
    listed = sum(map(bool, stars)) > 1
    at, above = 0, ""
    while at < len(lines):
        line, star = lines[at], stars[at]
        end = _end_of_table(lines, at)
        begins = _ENDED.search(above) and _is_named_clause(line.text, number, grammar)
        if above and (end or begins):
            yield "", line.number
        if end:
            yield from _table(lines[at:end])
        elif star and listed:
            yield f"{star['indent']}- {as_markdown(line.text[star.end() :].rstrip())}", line.number
        else:
            yield plain_row(line)
        at, above = end or at + 1, "" if end else line.words


def _is_named_clause(text: str, number: str, grammar: Grammar) -> bool:
    match = grammar.NUMBERED_CLAUSE.match(text)
    return bool(match and match["word"] and match["number"].partition(".")[0].lower() == number.lower())


def has_tables(lines: Sequence[RawLine]) -> bool:
    """Whether white space makes a table of any lines."""
    return any(_end_of_table(lines, at) for at, line in enumerate(lines) if _BETWEEN.search(line.words))


def beside_each_other(lines: Sequence[RawLine]) -> Iterator[RawLine]:
    """The first of each lines that have words beside each other, far apart, as columns have; not those of which the
    first is a mark."""
    above = False
    for line in (one for one in lines if one.words):
        cells = list(_CELL.finditer(line.text.expandtabs()))
        far = any(right.start() - left.end() >= _FAR for left, right in pairwise(cells))
        columns = far and _is_row(cells)
        if columns and not above:
            yield line
        above = columns


def _end_of_table(lines: Sequence[RawLine], begin: int) -> int:
    """Where the table ends whose first row is at ``begin``; 0 where there is none. Its rows have as many cells each,
    and between two columns no row has a word."""
    rows: list[list[re.Match[str]]] = []
    for line in lines[begin:]:
        row = list(_CELL.finditer(line.text.expandtabs()))
        if not _is_row(row) or (rows and not _is_under(rows, row)):
            break
        rows.append(row)
    return begin + len(rows) if len(rows) >= _FEWEST else 0


def _is_row(row: Sequence[re.Match[str]]) -> bool:
    """Whether a line has cells, and neither a mark with words behind it nor what is to be filled in."""
    marked = len(row) > 1 and (item_mark(row[0][0]) or _NUMBER.fullmatch(row[0][0]))
    return len(row) > 1 and not marked and not any(_LEADER.search(cell[0]) for cell in row)


def _is_under(rows: Sequence[Sequence[re.Match[str]]], row: Sequence[re.Match[str]]) -> bool:
    if len(row) != len(rows[0]):
        return False
    columns = list(zip(*rows, row, strict=True))
    return all(
        max(cell.end() for cell in left) < min(cell.start() for cell in right) for left, right in pairwise(columns)
    )


def _table(lines: Sequence[RawLine]) -> Iterator[Row]:
    """Rows of a table, the first of them its header where there are more than terms and their meanings."""
    rows = [[as_markdown(cell[0]) for cell in _CELL.finditer(line.text.expandtabs())] for line in lines]
    first, width = lines[0].number, len(rows[0])
    shown = [f"| {' | '.join(row)} |" for row in rows]
    head = 1 if width > _OF_TERMS else 0
    yield (shown[0] if head else f"|{'  |' * width}"), first
    yield f"|{' --- |' * width}", first
    yield from zip(shown[head:], [line.number for line in lines[head:]], strict=True)
    yield "", lines[-1].number
