"""What a part of the text says, as plain lines for a page that quotes it beside something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausule.analysis.measures import measures_of
from clausule.language.wording.names import capital
from clausule.model.ids import all_around
from clausule.model.nodes import Block, Definitions, Items, Paragraph, Picture, Table, all_items
from clausule.model.walk import walk
from clausule.pages.text.book import Book, nearest


class Line(NamedTuple):
    """A paragraph or an item: ``mark`` is what stands before it, ``depth`` how deep in lists."""

    mark: str
    depth: int
    words: str


class Passage(NamedTuple):
    """A part of the text: what it is called in a citation, where it stands in the edition, the title of its article or
    annex, and its lines; none of a whole annex, which is a document of its own."""

    name: str
    address: str
    title: str
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """All that it says."""
        return "\n".join(line.words for line in self.lines)


def passage(book: Book, name: str) -> Passage:
    """The part with the id ``name``: an article with its clauses, a clause, a section, an item, a measure, an annex."""
    home = nearest(name, book.places)
    titles = {part.id: part.title for part in walk(book.edition) if part.kind in ("article", "annex")}
    title = next((titles[wider] for wider in (name, *all_around(name)) if titles.get(wider)), "")
    address = book.addresses.address(name) or ""
    return Passage(capital(book.place(name)), address, title, tuple(_lines_of(book, name, home)))


def _lines_of(book: Book, name: str, home: str) -> Iterator[Line]:
    if any(annex.id == name and annex.sections for annex in book.edition.annexes):
        return
    for part in walk(book.edition):
        if part.id == name:
            yield from lines_of(part.blocks)
        elif part.kind == "clause" and part.within and part.within.id == name:
            first, *rest = lines_of(part.blocks) or (Line("", 0, ""),)
            yield from (Line(part.mark, 0, first.words), *rest)
        elif part.id == home:
            yield from _within(book, name, part.blocks)


def _within(book: Book, name: str, blocks: tuple[Block, ...]) -> Iterator[Line]:
    """An item of ``blocks`` with that id, or a measure that is a paragraph or a row of a table there."""
    for item in all_items(blocks):
        if item.id == name:
            yield Line("", 0, item.text.plain)
            yield from lines_of(item.blocks)
            return
    yield from (Line("", 0, one.text.plain) for one in measures_of(book.edition) if one.id == name)


def lines_of(blocks: tuple[Block, ...], depth: int = 0) -> list[Line]:
    """The lines of ``blocks``, in reading order."""
    return list(_lines(blocks, depth))


def _lines(blocks: tuple[Block, ...], depth: int) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield Line("", depth, text.plain)
            case Items(items):
                for item in items:
                    yield Line(item.mark if item.label else "–", depth + 1, item.text.plain)
                    yield from _lines(item.blocks, depth + 1)
            case Definitions(entries):
                yield from (Line(f"{entry.term}:", depth, entry.text.plain) for entry in entries)
            case Table(header, rows):
                cells = (" · ".join(cell.plain for cell in row if cell.plain) for row in (header, *rows))
                yield from (Line("", depth, words) for words in cells if words)
            case Picture(words=words):
                yield Line("", depth, words.plain)
