"""An edition as a tree of the pieces that have a partner in another language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from clausule.model.editions import Edition
from clausule.model.ids import annex_digits
from clausule.model.nodes import (
    Block,
    Definition,
    Definitions,
    Item,
    Items,
    Paragraph,
    Picture,
    Place,
    Table,
    Text,
    block_texts,
)
from clausule.model.walk import Part, walk


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Piece:
    """A part of an edition (``model.walk``), or a block, item, entry of a list of definitions or row of a table in it.

    ``kind`` is that of the part, or ``paragraph``, ``item``, ``definition``, ``table`` or ``row``. ``label`` is its
    number or letter without marks, empty where it has none; ``at`` its id, or that of what holds it where it has none;
    ``texts`` are its own words, a heading or the words of a block, without those of the ``pieces`` within it. ``of`` is
    what it is of. ``term`` is the one that it defines, if it does nothing else.
    """

    kind: str
    label: str
    at: str
    place: Place
    texts: tuple[Text, ...]
    of: Part | Block | Item | Definition | tuple[Text, ...]
    pieces: tuple[Piece, ...] = ()
    term: str = ""

    def all_texts(self) -> Iterator[Text]:
        """Its own words and those of all that is in it, in reading order."""
        yield from self.texts
        for piece in self.pieces:
            yield from piece.all_texts()


@lru_cache(maxsize=8)
def pieces_of(edition: Edition) -> tuple[Piece, ...]:
    """The pieces of ``edition`` in reading order: preamble, chapters, articles with their clauses, closing page and
    annexes. A section is within the one whose heading is of a higher level; a footnote is in the part that holds it."""
    terms = {
        text: one.term
        for one in edition.definitions
        if one.source != "name"
        for text in (one.text, one.head)
        if text is not None
    }
    levels = {section.id: section.level for annex in edition.annexes for section in annex.sections}
    return _nested([(_depth(part, levels), _piece(part, terms)) for part in walk(edition)])


_TOP = 1
_INSIDE = 2  # as the highest headings of an annex: a footnote of it is in none of its sections


def _depth(part: Part, levels: dict[str, int]) -> int:
    """How deep ``part`` stands: what follows it and stands deeper is within it."""
    if part.kind == "clause" or part.of in ("article", "annex"):
        return _INSIDE
    return levels.get(part.id, _TOP)


def _nested(flat: list[tuple[int, Piece]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    while flat:
        depth, piece = flat[0]
        end = next((number for number in range(1, len(flat)) if flat[number][0] <= depth), len(flat))
        found.append(replace(piece, pieces=(*piece.pieces, *_nested(flat[1:end]))))
        flat = flat[end:]
    return tuple(found)


def _piece(part: Part, terms: dict[Text, str]) -> Piece:
    heads = tuple(text for text in (part.heading, part.subheading) if text)
    within = tuple(_pieces(part.id, part.blocks, terms))
    defined = {piece.term for piece in within if piece.term} if part.kind == "clause" else set()
    return Piece(
        kind=part.kind,
        label=annex_digits(part.number) if part.kind == "annex" else part.number.casefold(),
        at=part.id,
        place=part.place,
        texts=heads,
        of=part,
        pieces=within,
        term=defined.pop() if len(defined) == len(within) == 1 else "",
    )


def _pieces(at: str, blocks: Iterable[Block], terms: dict[Text, str]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield Piece(
                    kind="paragraph",
                    label="",
                    at=at,
                    place=text.place(),
                    texts=(text,),
                    of=block,
                    term=terms.get(text, ""),
                )
            case Items(items):
                yield from (_item(item, terms) for item in items)
            case Definitions(entries):
                yield from (_entry(entry) for entry in entries)
            case Table(header, rows):
                lines = tuple(_row(at, row) for row in (header, *rows) if row)
                place = lines[0].place if lines else None
                if place:
                    yield Piece(kind="table", label="", at=at, place=place, texts=(), of=block, pieces=lines)
            case Picture():
                pass


def _item(item: Item, terms: dict[Text, str]) -> Piece:
    first = next(block_texts(item.blocks), item.text)
    return Piece(
        kind="item",
        label=item.label.casefold(),
        at=item.id,
        place=item.text.place(),
        texts=(item.text,),
        of=item,
        pieces=tuple(_pieces(item.id, item.blocks, terms)),
        term=terms.get(item.text) or terms.get(first, ""),
    )


def _entry(entry: Definition) -> Piece:
    return Piece(
        kind="definition",
        label="",
        at=entry.id,
        place=entry.term_place,
        texts=(entry.text,),
        of=entry,
        term=entry.term,
    )


def _row(at: str, cells: tuple[Text, ...]) -> Piece:
    return Piece(kind="row", label="", at=at, place=cells[0].place(), texts=cells, of=cells)
