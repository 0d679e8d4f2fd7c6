"""An edition as a row of units, in reading order, in the words that are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, takewhile
from typing import NamedTuple

from clausule.analysis.measures import measures_by_text
from clausule.compare.comparable import comparable
from clausule.compare.unit import HEADINGS as HEADINGS
from clausule.compare.unit import Link
from clausule.compare.unit import Unit as Unit
from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.model.ids import Ids
from clausule.model.nodes import Block, Definition, Definitions, Item, Items, Paragraph, Table, Text
from clausule.model.walk import SECTIONS, Part, walk

_KINDS = {**dict.fromkeys(SECTIONS, "section"), "chapter": "section", "footnote": "paragraph"}


@lru_cache(maxsize=64)
def edition_units(edition: Edition) -> tuple[Unit, ...]:
    """The units of ``edition``, in reading order; ids are unique and, where the site has an anchor, that anchor."""
    return tuple(_Maker(edition).units())


@lru_cache(maxsize=8)
def unit_sources(edition: Edition) -> dict[str, tuple[tuple[Text, ...], ...]]:
    """Of each unit by its id the texts that each line of it is made of."""
    maker = _Maker(edition)
    return {unit.id: maker.sources[unit.id] for unit in maker.units()}


class _Maker:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.sources: dict[str, tuple[tuple[Text, ...], ...]] = {}
        self._by_place = {definition.term_place: definition for definition in edition.definitions}
        self._by_item = {one.owner: one for one in edition.definitions if one.source == "item"}
        self._measures = measures_by_text(edition)
        self._ids = Ids()
        language = language_of(edition.language)
        self._slugs, self._headed = language.slugs, language.grammar.HEADED

    def units(self) -> Iterator[Unit]:
        edition = self._edition
        if edition.heading:
            yield self._unit(self._slugs.title, "title", [_line(edition.heading)])
        for part in walk(edition):
            if part.subheading and part.within:
                own = f"{part.id}-{self._headed}"
                yield self._unit(own, "paragraph", [_line(part.subheading)], part.within.id)
            yield from self._clause(part) if part.kind == "clause" else self._part(part)

    def _clause(self, part: Part) -> Iterator[Unit]:
        """A clause with all that stands in it, and its definitions as units of their own."""
        article = part.within
        title, above = (comparable(article.title), article.id) if article else ("", "")
        lines = _lines(part.blocks, self._is_own)
        yield self._unit(part.id, "clause", lines, above, number=part.number, title=title, mark=part.mark)
        yield from self._definitions(part.blocks, part.id)

    def _part(self, part: Part) -> Iterator[Unit]:
        """A heading with the paragraphs under it, then each measure, item, row and definition as a unit of its own."""
        name, title, blocks = part.id, comparable(part.title), part.blocks
        lead = list(takewhile(lambda block: isinstance(block, Paragraph), blocks))
        first = 0 if any(isinstance(block, Paragraph) and block.text in self._measures for block in lead) else len(lead)
        of = (part.heading,) if part.heading else ()
        heading = [Line(title, tuple(chain.from_iterable(map(_links, of))), of)] if title else []
        kind, above = _KINDS.get(part.kind, part.kind), part.within.id if part.within else ""
        yield self._unit(name, kind, [*heading, *_lines(blocks[:first])], above, number=part.number, title=title)
        paragraphs, rows = first - len(lead), 0
        for block in blocks[first:]:
            match block:
                case Paragraph(text):
                    paragraphs += 1
                    own, measure = f"{name}-{self._slugs.paragraph}-{paragraphs}", self._measures.get(text)
                    if measure:
                        was = (own,) if part.kind == "annex" and paragraphs > 0 else ()
                        yield self._unit(measure.id, "measure", [_line(text)], name, title=title, aliases=was)
                    else:
                        yield self._unit(own, "paragraph", [_line(text)], name, title=title)
                case Items(items):
                    for item in items:
                        yield from self._item(item, title, name)
                case Definitions(entries):
                    for entry in entries:
                        yield self._definition(self._by_place.get(entry.term_place, entry), name)
                case Table(header, cells):
                    for row in (header, *cells):
                        rows += 1
                        measure = next((self._measures[cell] for cell in row if cell in self._measures), None)
                        own = measure.id if measure else f"{name}-{self._slugs.row}-{rows}"
                        yield self._unit(own, "measure" if measure else "row", [_row(row)], name, title=title)

    def _item(self, item: Item, title: str, parent: str) -> Iterator[Unit]:
        """An item with all that stands in it; of a measure the measures within it are units of their own."""
        definition, measure = self._by_item.get(item.id), item.text in self._measures
        if definition and not measure:
            yield self._definition(definition, parent, item)
            return
        lines = [_line(item.text), *_lines(item.blocks, self._is_measure)]
        aliases = (definition.id,) if definition else ()
        kind = "measure" if measure else "item"
        yield self._unit(item.id, kind, lines, parent, number=item.label, title=title, mark=item.mark, aliases=aliases)
        for block in item.blocks:
            for inner in block.items if measure and isinstance(block, Items) else ():
                yield from self._item(inner, title, parent)

    def _is_measure(self, item: Item) -> bool:
        return item.text in self._measures

    def _is_own(self, item: Item) -> bool:
        return item.id in self._by_item

    def _definitions(self, blocks: tuple[Block, ...], parent: str) -> Iterator[Unit]:
        """The definitions of a clause, which its own text leaves out."""
        for block in blocks:
            if isinstance(block, Definitions):
                for entry in block.entries:
                    yield self._definition(self._by_place.get(entry.term_place, entry), parent)
            elif isinstance(block, Items):
                for item in block.items:
                    if item.id in self._by_item:
                        yield self._definition(self._by_item[item.id], parent, item)
                    else:
                        yield from self._definitions(item.blocks, parent)

    def _definition(self, definition: Definition, parent: str, item: Item | None = None) -> Unit:
        term, words = definition.term, _line(definition.text)
        if item:
            lines = [words, *_lines(item.blocks)]
            return self._unit(definition.id, "definition", lines, parent, number=item.label, title=term, mark=item.mark)
        lines = [Line(f"{comparable(term)}: {words.text}", words.links, words.sources)]
        return self._unit(definition.id, "definition", lines, parent, title=term)

    def _unit(
        self,
        wanted: str,
        kind: str,
        lines: Sequence[Line],
        parent: str = "",
        *,
        number: str = "",
        title: str = "",
        mark: str = "",
        aliases: tuple[str, ...] = (),
    ) -> Unit:
        name = self._ids.unique(wanted)
        if len(lines) == 1:  # as nearly always
            ((text, links, sources),) = lines
            self.sources[name] = (sources,)
        else:
            text = "\n".join([line.text for line in lines])
            links = tuple([link for line in lines for link in line.links])
            self.sources[name] = tuple([line.sources for line in lines])
        return Unit(
            id=name,
            number=number,
            title=title,
            kind=kind,
            text=text,
            parent=parent,
            mark=mark,
            aliases=aliases,
            links=links,
        )


class Line(NamedTuple):
    """A line of a unit: the words that are compared, the links among them, and the texts that it is made of."""

    text: str
    links: tuple[Link, ...] = ()
    sources: tuple[Text, ...] = ()


def _links(text: Text) -> tuple[Link, ...]:
    return tuple((comparable(text.plain[m.start : m.end]), m.target) for m in text.marks if m.kind == "link")


def _line(text: Text, before: str = "") -> Line:
    words = comparable(text.plain)
    return Line(f"{before}{words}".rstrip() if before else words, _links(text) if text.marks else (), (text,))


def _row(cells: Sequence[Text]) -> Line:
    links = tuple(chain.from_iterable(map(_links, cells)))
    return Line("\t".join(comparable(cell.plain) for cell in cells), links, tuple(cells))


def _lines(blocks: Iterable[Block], leave_out: Callable[[Item], bool] = lambda item: False) -> list[Line]:
    """A line for each paragraph, item and row. A mark is its bare label and a point, a bullet a hyphen, however
    written."""
    lines: list[Line] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                lines.append(_line(text))
            case Items(items):
                for item in items:
                    if not leave_out(item):
                        lines.append(_line(item.text, f"{item.label + '.' if item.label else '-'} "))
                        lines += _lines(item.blocks, leave_out)
            case Table(header, rows):
                lines += [_row(row) for row in (header, *rows)]
            case Definitions():
                pass  # units of their own
    return lines
