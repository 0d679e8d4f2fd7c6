"""A document of any format as rows of paragraphs and tables, and those as the lines that our own reader reads.

An adapter of a format gives a ``Document``: what is shown of it, in reading order, with the numbers that a program for
that format computes. What it holds and is not of the agreement (running heads, contents, hidden text) is named in
``dropped``, so that nothing goes in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import Literal, TypeGuard

from clausule.model.lookup import AuthoringError
from clausule.read.importing.plain_rows import as_link, as_markdown
from clausule.read.importing.raw_lines import BOLD, RawLine

_INDENT = "    "
_AT_BEGIN = re.compile(r"^([#:~=>+](?=\s|$|[:~=#])|[#]|-{2,}$)")
_BEFORE_MARK = re.compile(r"\s+$")


class NoDocument(AuthoringError):
    """The file is no document that can be read; the message says what it is and what to do."""


class Pending(NoDocument):
    """Tracked changes are in the document, and nobody said whether they are accepted."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. ``note`` is the label of a footnote that is referred to here, ``link`` where an author's
    link leads."""

    words: str
    bold: bool = False
    note: str = ""
    link: str = ""


Role = Literal["", "term", "meaning"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``number`` is its place in the document, from 1; ``level`` that of a heading, from 1, else 0.

    ``mark`` is the number or bullet that stands before it and is not in its words ('7.2', 'a.', '-'); ``depth`` is how
    deep it lies in lists within a clause, 0 for what is no item. ``role`` is that of a paragraph in a list of
    definitions.
    """

    runs: tuple[Run, ...]
    number: int
    level: int = 0
    mark: str = ""
    depth: int = 0
    role: Role = ""

    @property
    def words(self) -> str:
        """What is shown, with the mark."""
        shown = words_of(self.runs)
        return f"{self.mark} {shown}".strip() if self.mark else shown


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each with its paragraphs; ``headed`` when the first row says what is in the columns."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    number: int
    headed: bool = True


def words_of(runs: Iterable[Run]) -> str:
    """The words, as they stand behind each other."""
    return "".join(run.words for run in runs)


def is_bold(runs: Iterable[Run]) -> bool:
    """Whether all words are in bold."""
    return all(run.bold for run in runs if run.words.strip())


def is_headed(rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """Whether the first row of a table is all in bold, and the second is not: a header, though nothing else says so."""
    bold = [
        [all(run.bold for block in cell for run in block.runs if run.words.strip()) for cell in row if cell]
        for row in rows[:2]
    ]
    return bool(bold and bold[0]) and all(bold[0]) and not (len(bold) > 1 and all(bold[1]))


@dataclass(frozen=True, slots=True)
class Dropped:
    """What the document holds and the agreement does not get: what it is, and its words."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody remarked beside the words of the block with this ``number``; 0 where it is beside none."""

    number: int
    author: str
    words: str


_MOST_SAID = 120  # a page whose words were recognised from a picture has them all unseen
BROKEN = "a line end may hide a hyphen or a blank"
STRUCK, UNSEEN, BOUND = "struck through", "hardly to be seen", "replaced by data in the file when a program opens it"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the document does not say for certain: the number of the paragraph or line, and what was made of it; or
    words that a line end breaks or that a reader does not see as they are, and then ``look`` is how they look."""

    number: int
    words: str
    look: str = ""

    @property
    def said(self) -> str:
        """The doubt as a person reads it."""
        words = " ".join(self.words.split())
        return (
            f"{self.look}: {words if len(words) <= _MOST_SAID else words[:_MOST_SAID] + '…'}"
            if self.look
            else self.words
        )


@dataclass(slots=True)
class Document:
    """What is in a document. ``contents`` is the index of the block before which a table of contents stood; ``places``
    says where the numbers of blocks are, where that is not what they count. ``own`` are properties of a file that
    Clausule made, by their names: what is no word of the text; ``data`` is ``overeenkomst.json`` in it, as it claims.
    ``pending`` are changes that nobody accepted or refused.
    """

    blocks: list[Block | Grid] = field(default_factory=list)
    notes: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    contents: int | None = None
    places: dict[int, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    pending: int = 0
    data: str = ""

    @property
    def words(self) -> Iterator[str]:
        """All that is shown, in order, footnotes last: what has to arrive."""
        for block in self.blocks:
            if isinstance(block, Block):
                yield block.words
            else:
                yield from (one.words for row in block.rows for cell in row for one in cell)
        yield from map(words_of, self.notes.values())


def lines_of(document: Document) -> list[RawLine]:
    """The lines of ``document`` as Markdown that shows its words, with a blank line between any two blocks."""
    lines: list[RawLine] = []
    for block, after in zip_longest(document.blocks, document.blocks[1:]):
        if _is(block, "term") and _is(after, "meaning"):
            lines.append(RawLine(_markdown(_plain(block.runs)), block.number))
            continue  # a meaning follows its term at once
        lines += _meaning(block) if _is(block, "meaning") and lines and lines[-1].words else _lines(block)
        lines.append(RawLine("", block.number))
    for label, runs in document.notes.items():
        lines += [RawLine(f"[^{label}]: {_markdown(runs)}", lines[-1].number if lines else 1), RawLine("", 1)]
    return lines


def _is(block: Block | Grid | None, role: Role) -> TypeGuard[Block]:
    return isinstance(block, Block) and block.role == role


def _meaning(block: Block) -> list[RawLine]:
    """A meaning under its term, as a list of definitions has it."""
    first, *more = _markdown(block.runs).split("\n")
    rows = [f":   {first}", *(f"{_INDENT}{row}" for row in more)]
    return [RawLine(f"{row}  " if row is not rows[-1] else row, block.number) for row in rows]


def _lines(block: Block | Grid) -> list[RawLine]:
    if isinstance(block, Grid):
        return [RawLine(row, block.number) for row in _table(block)]
    words = " ".join(block.words.split())
    if not words:
        return []
    if block.level:
        text = " ".join(_markdown(_plain(block.runs)).split())
        shown = f"{block.mark} {text}" if block.mark else text
        return [RawLine(f"{'#' * min(block.level, 6)} {shown}", block.number, min(block.level, 6), words)]
    if not block.mark and block.depth == 0 and is_bold(block.runs):
        return [RawLine(f"**{_markdown(_plain(block.runs))}**", block.number, BOLD, words)] if "\n" not in words else []
    indent = _INDENT * max(block.depth - 1, 0) if block.mark else _INDENT * block.depth
    first, *more = _markdown(block.runs).split("\n")
    head = f"{block.mark} {first}" if block.mark else _AT_BEGIN.sub(r"\\\1", first)
    rows = [f"{indent}{row}" for row in (head, *more)]
    return [RawLine(f"{row}  " if row is not rows[-1] else row, block.number) for row in rows]


def _plain(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(Run(run.words, note=run.note, link=run.link) for run in runs)


def _markdown(runs: Iterable[Run]) -> str:
    """Runs as Markdown on as many lines as they break into; what lies beside each other and looks alike is one."""
    merged: list[Run] = []
    for run in runs:
        bold = run.bold if run.words.strip() else bool(merged) and merged[-1].bold
        if merged and not run.note and not merged[-1].note and (merged[-1].bold, merged[-1].link) == (bold, run.link):
            merged[-1] = Run(merged[-1].words + run.words, bold, link=run.link)
        elif run.words or run.note:
            merged.append(Run(run.words, bold, run.note, run.link))
    shown = ""
    for link, group in groupby(merged, key=lambda run: run.link):
        pieces = list(group)
        words = words_of(pieces)  # in a link our reader knows no marks
        linked = link and "[" not in words and "]" not in words
        shown += as_link(words, link) if linked else "".join(_shown(run) for run in pieces)
    return "\n".join(" ".join(line.split()) for line in shown.strip().split("\n") if line.strip())


def _shown(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    if not run.bold:
        return as_markdown(run.words)
    pieces = run.words.split("\n")
    return "\n".join(_strong(piece) for piece in pieces)


def _strong(words: str) -> str:
    """White space and signs at the ends stand outside of what is bold: Markdown reads it only so."""
    inner = words.strip()
    if not inner:
        return words
    begin = words[: len(words) - len(words.lstrip())]
    return f"{begin}**{as_markdown(inner)}**{words[len(words.rstrip()) :]}"


def _table(grid: Grid) -> list[str]:
    width = max((len(row) for row in grid.rows), default=0)
    rows = [
        [_cell(cell, plain=grid.headed and not at) for cell in row] + [""] * (width - len(row))
        for at, row in enumerate(grid.rows)
    ]
    if not grid.headed:
        rows.insert(0, [""] * width)
    shown = ["| " + " | ".join(row) + " |" for row in rows]
    return [*shown[:1], "|" + " --- |" * width, *shown[1:]]


def _cell(blocks: Iterable[Block], plain: bool) -> str:
    """The paragraphs of a cell; those of a header are in bold as such."""
    shown = (f"{block.mark} {_markdown(_plain(block.runs) if plain else block.runs)}".strip() for block in blocks)
    return "<br>".join(words.replace("\n", "<br>") for words in shown if words)
