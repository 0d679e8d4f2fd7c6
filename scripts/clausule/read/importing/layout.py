"""Tables that only put words in their place: numbers beside paragraphs, and two languages beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausule.language.language import Language
from clausule.language.protocol import Grammar
from clausule.language.recognition import english_name, reads_as
from clausule.read.importing.document import Block, Document, Doubt, Dropped, Grid
from clausule.read.marks import clause_mark, item_mark

_FEWEST = 2  # numbers beside paragraphs
_ROWS = 5  # rows of two languages, and as many times as many words in them as outside of them

Row = Sequence[Sequence[Block]]


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the words of a language stand, and which language stands beside it."""

    at: int
    beside: str


def settle_layout(document: Document, language: Language) -> None:
    """Takes the words of ``document`` out of tables that only place them. Of two languages beside each other the one
    that is read comes in; what the other says is named among what was left out."""
    columns = _columns_of_languages(document, language)
    found: list[Block | Grid] = []
    for block in document.blocks:
        if isinstance(block, Grid) and id(block) in columns:
            found += _of_language(document, block, columns[id(block)])
            document.doubts.append(Doubt(block.number, _told(columns[id(block)], language)))
        elif isinstance(block, Grid) and _has_numbers_beside(block, language.grammar):
            found += (one for row in block.rows for one in _paragraphs(row, language.grammar))
        else:
            found.append(block)
    document.blocks = found


def _filled(row: Row) -> list[Sequence[Block]]:
    return [cell for cell in row if any(block.words.strip() for block in cell)]


def _words(cell: Sequence[Block]) -> str:
    return " ".join(block.words for block in cell).strip()


def _mark(cell: Sequence[Block], grammar: Grammar) -> str:
    """The number or letter that is all that a cell says; empty where it says more, or nothing."""
    words = _words(cell)
    behind = f"{words} W"
    found = clause_mark(behind, grammar) or item_mark(behind)
    return words if words and found and found.end == len(words) + 1 and found.mark != "-" else ""


def _has_numbers_beside(grid: Grid, grammar: Grammar) -> bool:
    """Whether each row is a paragraph, or the next number and the words that it counts."""
    marks = []
    for row in map(_filled, grid.rows):
        mark = _mark(row[0], grammar) if len(row) == 2 else ""
        if len(row) > 2 or (len(row) == 2 and not mark):
            return False
        marks += [mark] if mark else []
    return len(marks) >= _FEWEST and len(set(marks)) == len(marks)


def _paragraphs(row: Row, grammar: Grammar) -> Iterator[Block]:
    """The paragraphs of a row, the first of them behind its number; lists under it lie in it."""
    filled = _filled(row)
    if len(filled) < 2:
        yield from (block for cell in filled for block in cell)
        return
    mark, (first, *rest) = _mark(filled[0], grammar), filled[1]
    counted = clause_mark(f"{mark} W", grammar) is not None
    yield replace(first, mark=mark, depth=0 if counted else 1) if not first.mark else first
    for block in rest:
        yield block if counted else replace(block, depth=block.depth + 1)


def _columns_of_languages(document: Document, language: Language) -> dict[int, _Column]:
    """Of each table with two languages beside each other the column of ``language``; of none unless nearly all words
    stand in such tables."""
    found: dict[int, _Column] = {}
    inside = outside = 0
    for block in document.blocks:
        pairs = [row for row in map(_filled, block.rows) if len(row) == 2] if isinstance(block, Grid) else []
        size = sum(len(words) for words in _said(block))
        column = _column(pairs, language.tag) if len(pairs) >= _ROWS else None
        if column is not None:
            found[id(block)] = column
            inside += size
        else:
            outside += size
    return found if inside > _ROWS * outside else {}


def _column(pairs: Sequence[Row], tag: str) -> _Column | None:
    """The one of two columns that is in the language ``tag``, where the other is in another."""
    texts = ["\n".join(_words(row[at]) for row in pairs) for at in (0, 1)]
    for at, (own, other) in enumerate((texts, texts[::-1])):
        beside = reads_as(other, tag)
        if beside != tag and reads_as(own, beside) == tag:
            return _Column(at, beside)
    return None


def _said(block: Block | Grid) -> Iterator[str]:
    if isinstance(block, Block):
        yield block.words
    else:
        yield from (_words(cell) for row in block.rows for cell in row)


def _of_language(document: Document, grid: Grid, column: _Column) -> Iterator[Block]:
    """The paragraphs of one column; a row with one cell belongs to both. The others are left out."""
    for row in map(_filled, grid.rows):
        yield from row[min(column.at, len(row) - 1)]
        for other in (cell for place, cell in enumerate(row) if len(row) > 1 and place != column.at):
            document.dropped.append(Dropped("another language beside it", _words(other)))


def _told(column: _Column, language: Language) -> str:
    came = f"{english_name(language.tag)} came in; for {english_name(column.beside)} import it again"
    return f"two languages beside each other: {came}, with --language {column.beside} --agreement NAME"
