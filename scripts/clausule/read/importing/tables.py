"""What the tables of a document hold beside rows: the heading of a part, above their columns or in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausule.language.language import Language
from clausule.law.countries import countries_in
from clausule.read.importing.document import Block, Document, Doubt, Grid, is_headed
from clausule.read.importing.titles import begins_part

_MOST_OF_A_HEAD = 3  # words above a column
_BLANK = re.compile(r"_{3}|\.{4}|…")
_COLUMN = re.compile(r"(?!\W*$)[^\d.;:?!\n]{1,40}")


def settle_tables(document: Document, language: Language) -> None:
    """Takes out of the tables of ``document`` what is none, and names the columns of those that say what they hold;
    where that is not sure, it becomes a doubt."""
    document.blocks = [one for block in document.blocks for one in _settled(block, language)]
    document.doubts += [doubt for one in document.blocks if isinstance(one, Grid) for doubt in _unsure(one, language)]


def _unsure(grid: Grid, language: Language) -> Iterator[Doubt]:
    """Where nothing says what is in the columns, and the first row is short enough to say it; a country is none."""
    first = [" ".join(block.words for block in cell).strip() for cell in grid.rows[0]]
    words = (block.words for row in grid.rows for cell in row for block in cell)
    told_apart = grid.headed or any(map(_BLANK.search, words))  # where somebody signs, the columns are the parties
    told_apart |= any(countries_in(cell, language.tag, language.law.countries) for cell in first)
    if not told_apart and len(grid.rows) > 1 < len(first) and all(map(_COLUMN.fullmatch, first)):
        told = f"is '{' | '.join(first)}' its heading? Then write that row in place of the empty one above it"
        yield Doubt(grid.number, f"a table: {told}")


def _settled(block: Block | Grid, language: Language) -> Iterator[Block | Grid]:
    if not isinstance(block, Grid):
        yield block
    elif _is_signed(block, language):
        yield from (one for row in block.rows for cell in row for one in cell)
    elif title := _title(block, language):
        yield title
        rest = block.rows[1:]
        yield from _settled(Grid(rest, block.number, is_headed(rest)), language)
    else:
        headed = _names_terms(block, language) or _names_columns(block, language)
        yield replace(block, headed=True) if headed else block


def _title(grid: Grid, language: Language) -> Block | None:
    """The heading of an annex or article that stands in the first row, over all columns: 'SCHEDULE 1 – FEES'."""
    filled = [cell for cell in grid.rows[0] if cell]
    if len(grid.rows) < 2 or len(filled) != 1 or len(filled[0]) != 1 or max(len(row) for row in grid.rows) < 2:
        return None
    (title,) = filled[0]
    words = " ".join(title.words.split())
    if not begins_part(words, language.grammar):
        return None
    return replace(title, runs=tuple(replace(run, bold=True) for run in title.runs))


def _is_signed(grid: Grid, language: Language) -> bool:
    """Whether it is what the parties sign, laid out in columns: one row, whose cells begin as such words do."""
    cells = [cell for row in grid.rows for cell in row if cell]
    return len(grid.rows) == 1 and bool(cells) and bool(language.grammar.CLOSING_HEADING.match(cells[0][0].words))


def _names_terms(grid: Grid, language: Language) -> bool:
    """The first row of a table of terms is its header where it says so ('Begrip', 'Betekenis'), and the file does not:
    else the word above the terms would be one of them."""
    if grid.headed or len(grid.rows) < 2 or len(grid.rows[0]) != 2:
        return False
    over, beside = (" ".join(block.words for block in cell).strip() for cell in grid.rows[0])
    return language.definitions.is_column(over) and len(beside.split()) <= _MOST_OF_A_HEAD


def _names_columns(grid: Grid, language: Language) -> bool:
    """The first row of a list of sub-processors is its header where each cell says what is below it, and no cell of the
    second row does."""
    if grid.headed or len(grid.rows) < 2 or len(grid.rows[0]) < 2:
        return False
    first, second = ([language.sub_processors.column(_words(cell)) for cell in row] for row in grid.rows[:2])
    return "name" in first and all(first) and len(set(first)) == len(first) and not any(second)


def _words(cell: Sequence[Block]) -> str:
    return " ".join(block.words for block in cell).strip()
