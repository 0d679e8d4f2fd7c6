"""Groups of lines to blocks: headings, numbered clauses, paragraphs, lists, definition lists and tables.

The grammar is narrow on purpose. What is not in it (code, block quotes) stays as text, word for word, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.model.ids import Ids, slug
from clausule.model.nodes import Block, Definition, Definitions, Footnote, Item, Items, Paragraph, Place, Table, Text
from clausule.model.walk import Part as EditionPart
from clausule.read.cut import HEADING, STRANGE, TERM_BODY, Group, cut, next_words, term_follows
from clausule.read.footnotes import Footnotes, owned
from clausule.read.inline import make_text
from clausule.read.marks import ItemMark, clause_mark, has_ended, is_bold, item_mark
from clausule.read.pictures import read_picture
from clausule.read.source import Line, Sources

_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
# What would begin a block of its own had a blank line stood above it: always, and where a sentence ended above it.
_MARKUP = re.compile(r"\||:\s|#{1,6}(?=[ \w])|-{2,}\s*\||(?:-{3,}|={3,})\s*$|>\s|```|~~~")
_DASH = re.compile(r"[–—·](?=\s)")
_ALMOST_CLAUSE = re.compile(
    r"[*_]{1,3}\s?(?P<bold>\d{1,3})[A-Za-z]?\s?[.,–]\s?\d{1,3}[A-Za-z]?[.:)]?[*_]{0,3}(?=\s)"
    r"|\s{0,8}(?P<bare>\d{1,3})[A-Za-z]?(?:(?:\s[.–]\s?|[.–]\s|–)\d{1,3}[A-Za-z]?[.:)]?|\.\d{1,3}(?:[A-Z]|[A-Za-z]?[:)]))(?=\s)"
    r"|\s{0,8}(?P<comma>\d{1,3}),\d{1,3}(?=\s+[^\W\d_a-zß-ÿ])"
)
_CELL_BREAK = re.compile(r"<br\s*/?>", re.I)
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that begins with the number of a clause; ``short`` when that counts within its article."""

    number: str
    mark: str
    text: Text
    place: Place
    short: bool = False


@dataclass(frozen=True, slots=True)
class Bold:
    """A line in bold that stands alone: a sub-heading, where a clause follows."""

    text: Text


Part = Heading | Numbered | Bold | Block


class BlockReader:
    """Reads the lines of one page. ``owner`` is the id under which items and definitions get theirs."""

    def __init__(self, sources: Sources, grammar: Grammar, note_ids: Ids | None = None) -> None:
        self.sources, self.grammar = sources, grammar
        self.notes = Footnotes(sources, grammar.NOTE, note_ids) if note_ids is not None else None
        self.owner = ""
        self.pictures = False  # whether there may be any
        self.article: str | None = None  # the number of the article that is read, if it is one
        self.ids = Ids()

    def groups(self, lines: list[Line], depth: int = 0) -> list[Group]:
        """``lines`` cut into groups."""
        return list(cut(lines, self.grammar, self.article, depth))

    def read(self, group: Group, depth: int = 0) -> Part:
        """What a group is, within an item that lies so deep."""
        match group.kind:
            case "heading" | "underlined":
                return self._heading(group.lines)
            case "clause":
                return self._clause(group)
            case "list":
                return Items(tuple(self._item(row, number, depth) for number, row in enumerate(group.rows, 1)))
            case "terms":
                return self._terms(group.lines)
            case "table":
                return self._table(group.lines)
            case _:
                return self._paragraph(group.lines, depth)

    def _text(self, lines: list[Line]) -> Text:
        return make_text(self.sources, self.grammar, lines, self.notes)

    def without_notes(self, lines: list[Line]) -> list[Line]:
        """The lines of the page without its footnotes, which are remembered."""
        return self.notes.taken_from(lines) if self.notes else lines

    def footnotes(self, parts: Iterable[EditionPart], owner: str) -> tuple[Footnote, ...]:
        """The footnotes of the page, once its ``parts`` are read."""
        notes = self.notes.read(self._text) if self.notes else ()
        return owned(notes, parts, owner) if notes else ()

    def _heading(self, lines: list[Line]) -> Part:
        match = HEADING.fullmatch(lines[0].text)
        if not match:
            level = 1 if lines[1].text.lstrip().startswith("=") else 2
            return Heading(level, self._unnoted(lines[0]), lines[0].place)
        words = match[2].rstrip(" ")
        bare = words.rstrip("#")
        if not bare or bare.endswith(" "):  # '## Kop ##'
            words = bare.rstrip(" ")
        text = self._unnoted(_cut(lines[0], match.start(2), match.start(2) + len(words)))
        return Heading(len(match[1]), text, lines[0].place)

    def _unnoted(self, line: Line) -> Text:
        """The words of a heading or a term, where a footnote would not be seen."""
        text = self._text([line])
        if any(mark.kind == "note" for mark in text.marks):
            message = "a footnote cannot stand in a heading, or in a term that is defined"
            self.sources.add(line.place, "unreadable-text", message, "refer to it in the words below")
        return text

    def _clause(self, group: Group) -> Part:
        lines, mark = group.lines, group.mark
        assert mark
        self._report_swallowed(lines)
        text = self._text([lines[0].rest(mark.end), *lines[1:]])
        if self.article is not None:
            return Numbered(mark.number, mark.mark, text, lines[0].place, group.short)
        name = self.ids.unique(f"{self.owner}-{mark.number}")
        return Items((Item(id=name, mark=mark.mark, label=mark.number, text=text),))

    def _paragraph(self, lines: list[Line], depth: int) -> Part:
        first = lines[0]
        if strange := STRANGE.match(first.text.lstrip()):
            self.sources.add(
                first.place,
                "unreadable-text",
                f"'{strange[0].strip()}' begins something that is not part of an agreement's grammar; it is kept as "
                f"text",
                "use headings (#), numbered clauses, lists, definition lists and tables only",
                strange[0].strip(),
            )
        if self.pictures and len(lines) == 1 and (picture := read_picture(self.sources, first)):
            return picture
        self._report_swallowed(lines)
        almost = _ALMOST_CLAUSE.match(first.text) if depth == 0 else None
        if almost and self._is_own(almost["bold"] or almost["bare"] or almost["comma"], first.text[almost.end() :]):
            self.sources.add(
                first.place,
                "unreadable-text",
                f"'{almost[0].strip()}' looks like the number of a clause and is read as text",
                "begin the line with the bare number and a space: 7.2 In geval",
                almost[0].strip(),
            )
        text = self._text(lines)
        return Bold(text) if len(lines) == 1 and depth == 0 and is_bold(first.text) else Paragraph(text)

    def _is_own(self, number: str, behind: str) -> bool:
        """Whether ``number`` is that of the article, and no amount."""
        return number == self.article and not self.grammar.QUANTITY.match(behind)

    def _report_swallowed(self, lines: list[Line]) -> None:
        """Lines within a paragraph that look like the begin of something, and are not read as that; of a row of items
        the first."""
        found: list[tuple[Place, str, ItemMark | None]] = []
        below: list[ItemMark] = []  # of each look the mark of the nearest line below that begins with one
        for above, line in reversed(list(pairwise(lines))):
            text = line.text.lstrip()
            markup, mark = _MARKUP.match(text), item_mark(line.text)
            words = markup[0].strip() if markup else self._swallowed_mark(above, line, mark, below)
            if mark:
                below = [mark, *(one for one in below if one.style != mark.style)]
            if words:
                found.append((line.at(len(line.text) - len(text)), words, mark))
        last: ItemMark | None = None
        for place, words, mark in reversed(found):
            goes_on, last = bool(mark and last and mark.follows(last)), mark or last
            if goes_on:
                continue
            self.sources.add(
                place,
                "unreadable-text",
                f"this line begins with '{words}' and is read as part of the paragraph above it",
                "put a blank line above it; if it is part of the sentence, join it to the line above",
                words,
            )

    def _swallowed_mark(self, above: Line, line: Line, mark: ItemMark | None, below: list[ItemMark]) -> str:
        if self.grammar.REFERRING.search(above.text):
            return ""
        if mark and (mark.is_bullet or any(one.follows(mark) for one in below)):
            return mark.mark
        if has_ended(above):
            number, dash = clause_mark(line.text, self.grammar), _DASH.match(line.text.lstrip())
            return number.mark if number else mark.mark if mark else dash[0] if dash else ""
        return ""

    def _table(self, lines: list[Line]) -> Part:
        rows = [[self._cell(cell) for cell in _cells(line)] for line in lines]
        if len(rows) < 2 or not _TABLE_RULE.fullmatch(lines[1].text):
            self.sources.add(
                lines[0].place,
                "unreadable-text",
                "a table without a line of dashes under its header",
                "write | --- | --- |",
            )
            return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))
        width = len(rows[0])
        for line, row in zip(lines[2:], rows[2:], strict=True):
            if len(row) != width:
                self.sources.add(
                    line.place,
                    "unreadable-text",
                    f"this row has {len(row)} cells and the header {width}",
                    r"give each row as many cells; a real | is written \|",
                )
        return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[2:]))

    def _cell(self, cell: Line) -> Text:
        """The words of a cell, whose lines are parted by ``<br>``."""
        ends = [0, *(edge for match in _CELL_BREAK.finditer(cell.text) for edge in match.span()), len(cell.text)]
        lines = [_cut(cell, start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
        return make_text(self.sources, self.grammar, lines, self.notes, apart=True)

    def _terms(self, lines: list[Line]) -> Part:
        entries: list[Definition] = []
        index: int | None = next_words(lines, 0)
        while index is not None:
            body = next_words(lines, index + 1)
            if body is None:
                break
            end = body + 1
            while end < len(lines) and not term_follows(lines, end):
                end += 1
            term = self._unnoted(lines[index])
            opening = TERM_BODY.match(lines[body].text.lstrip())
            indent = len(lines[body].text) - len(lines[body].text.lstrip())
            first = lines[body].rest(indent + (opening.end() if opening else 0))
            self._report_swallowed([line for line in lines[body:end] if line.text.strip()])
            name = term.plain.strip("“”\"‘’'„: ")
            lead = max(term.plain.find(name), 0)
            entries.append(
                Definition(
                    id=self.ids.unique(f"{self.grammar.TERM}-{slug(name)}"),
                    term=name,
                    term_place=term.place(lead),
                    text=self._text([first, *lines[body + 1 : end]]),
                    source="list",
                    owner=self.owner,
                )
            )
            index = next_words(lines, end)
        return Definitions(tuple(entries))

    def _item(self, lines: list[Line], number: int, depth: int) -> Item:
        mark = item_mark(lines[0].text)
        assert mark
        name = self.ids.unique(f"{self.owner}-{mark.label or number}")
        inner = self._begin_of_inner(lines)
        text = self._text([lines[0].rest(mark.end), *lines[1:inner]])
        self._report_swallowed(lines[:inner])
        rest = lines[inner:]
        blocks: tuple[Block, ...] = ()
        if any(line.text.strip() for line in rest):
            if depth >= _DEEPEST:
                self.sources.add(
                    rest[0].place, "unreadable-text", f"lists are nested more than {_DEEPEST} deep", "use fewer levels"
                )
                blocks = (Paragraph(self._text(rest)),)
            else:
                owner, self.owner = self.owner, name
                groups = self.groups(rest, depth + 1)
                blocks = as_blocks(self.sources, [self.read(group, depth + 1) for group in groups])
                self.owner = owner
        return Item(id=name, mark=mark.mark, label=mark.label, text=text, blocks=blocks)

    def _begin_of_inner(self, lines: list[Line]) -> int:
        """Where the words of an item end, and blocks within it begin."""
        own = item_mark(lines[0].text)
        index = 1
        while index < len(lines) and lines[index].text.strip():
            above, mark = lines[index - 1], item_mark(lines[index].text)
            if mark and mark.is_first and not self.grammar.REFERRING.search(above.text):
                deeper = own is not None and mark.indent > own.indent + 1
                if has_ended(above) or (mark.is_bullet and deeper):
                    break
            index += 1
        return index


def as_blocks(sources: Sources, parts: list[Part]) -> tuple[Block, ...]:
    """``parts`` where only blocks can stand: a heading or a clause number there is kept as a paragraph."""
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Heading):
            sources.add(
                part.place, "unreadable-text", "a heading cannot stand inside a list", "begin the heading at the margin"
            )
            blocks.append(Paragraph(part.text))
        elif isinstance(part, Bold):
            blocks.append(Paragraph(part.text))
        elif isinstance(part, Numbered):
            blocks.append(Items((Item(id=part.number, mark=part.mark, label=part.number, text=part.text),)))
        else:
            blocks.append(part)
    return tuple(blocks)


def _cut(line: Line, start: int, end: int) -> Line:
    return Line(line.text[start:end], line.path, line.number, line.column + start)


def _cells(line: Line) -> list[Line]:
    """The cells of a table row; ``\\|`` is a bar inside a cell."""
    bars = [match.start() for match in re.finditer(r"(?<!\\)\|", line.text)]
    end = len(line.text.rstrip())
    if not bars or bars[0] != len(line.text) - len(line.text.lstrip()):
        bars.insert(0, -1)
    if bars[-1] != end - 1:
        bars.append(end)
    return [_cut(line, start + 1, stop) for start, stop in pairwise(bars)]
