"""Lines to blocks: headings, numbered clauses, paragraphs, lists, definition lists and tables.

The grammar is narrow on purpose. What is not in it (code, block quotes, underlined headings) stays as text, word for
word, with a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.model.ids import Ids, slug
from clausule.model.nodes import Block, Definition, Definitions, Item, Items, Paragraph, Place, Table, Text
from clausule.read.inline import make_text
from clausule.read.source import Line, Sources

_HEADING = re.compile(r"(#{1,6}) +(.*)")
_CLAUSE = re.compile(r"(?P<number>\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)+)(?P<point>\.?)(?:\s+|$)")
_ITEM = re.compile(
    r"(?P<indent>\s*)(?P<mark>[-*+•]|\((?:[a-z]{1,5}|\d{1,3})\)|[a-z]{1,2}[.)]|[ivx]{1,5}[.)]|\d{1,3}[a-z]?[.)])(?:\s+|$)"
)
_TERM_BODY = re.compile(r":\s+")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_STRANGE = re.compile(r"```|~~~|>\s|={3,}\s*$|(?:[-*_]\s*){3,}$|#{1,6}|[–—·▪◦‣➢✓]\s")
# What would begin a block of its own had a blank line stood above it: always, and where a sentence ended above it.
_MARKUP = re.compile(r"\||:\s|#{1,6}(?=[ \w])|-{2,}\s*\|")
_NUMBER = re.compile(r"\d{1,3}[a-z]?\.\d{1,3}[a-z]?\.?(?=\s)|\((?:[a-z]|[ivx]{2,5})\)(?=\s)|[-*+•–—·](?=\s)")
_ALMOST_CLAUSE = re.compile(r"[\s*_]{0,8}\d{1,3}[A-Za-z]?\s?[.,–]\s?\d{1,3}[A-Za-z]?[.:)]?[*_]{0,3}(?=\s)")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that begins with a clause number."""

    number: str
    mark: str
    text: Text
    place: Place


Part = Heading | Numbered | Block


class BlockReader:
    """Reads the lines of one page. ``owner`` is the id under which items and definitions get theirs."""

    def __init__(self, sources: Sources, grammar: Grammar) -> None:
        self.sources, self.grammar = sources, grammar
        self.owner = ""
        self.defining = False
        self.ids = Ids()

    def parts(self, lines: list[Line]) -> list[tuple[list[Line], str]]:
        """``lines`` cut into blocks: ``(lines, kind)``, kind being heading, table, list, terms or paragraph."""
        cut: list[tuple[list[Line], str]] = []
        index = 0
        while index < len(lines):
            if not lines[index].text.strip():
                index += 1
                continue
            kind = self._kind(lines, index)
            end = getattr(self, f"_end_of_{kind}")(lines, index)
            cut.append((lines[index:end], kind))
            index = end
        return cut

    def _kind(self, lines: list[Line], index: int) -> str:
        text = lines[index].text
        if _HEADING.fullmatch(text):
            return "heading"
        if text.lstrip().startswith("|"):
            return "table"
        if _ITEM.match(text) and not _STRANGE.match(text):
            return "list"
        if _term_follows(lines, index):
            return "terms"
        return "paragraph"

    def _end_of_heading(self, lines: list[Line], index: int) -> int:
        return index + 1

    def _end_of_table(self, lines: list[Line], index: int) -> int:
        while index < len(lines) and lines[index].text.lstrip().startswith("|"):
            index += 1
        return index

    def _end_of_paragraph(self, lines: list[Line], index: int) -> int:
        start = index
        while index < len(lines) and lines[index].text.strip() and not _HEADING.fullmatch(lines[index].text):
            opens_list = index > start and lines[index - 1].text.rstrip().endswith(":")
            if opens_list and _ITEM.match(lines[index].text):
                break
            index += 1
        return max(index, start + 1)

    def _end_of_list(self, lines: list[Line], index: int) -> int:
        """A list goes on over blank lines while the next line is an item of the same style, or is indented."""
        first = _ITEM.match(lines[index].text)
        assert first
        depth, style = _width(first["indent"]), _style(first["mark"])
        index += 1
        while index < len(lines):
            text = lines[index].text
            if text.strip():
                if _HEADING.fullmatch(text):
                    break
                index += 1
                continue
            following = _next_words(lines, index)
            if following is None:
                break
            text = lines[following].text
            item = _ITEM.match(text)
            indent = _width(text[: len(text) - len(text.lstrip())])
            same = item and _width(item["indent"]) <= depth + 1 and _style(item["mark"]) == style
            if not same and indent < depth + 2:
                break
            index = following
        return index

    def _end_of_terms(self, lines: list[Line], index: int) -> int:
        while index is not None and index < len(lines) and _term_follows(lines, index):
            body = _next_words(lines, index + 1)
            assert body is not None
            index = body + 1
            while index < len(lines) and (lines[index].text.strip() or _indented_next(lines, index)):
                if _term_follows(lines, index):
                    break
                index += 1
            following = _next_words(lines, index)
            if following is None or not _term_follows(lines, following):
                return index
            index = following
        return index

    def read(self, lines: list[Line], depth: int = 0) -> list[Part]:
        """The parts of a page or of an item, in order."""
        found: list[Part] = []
        for group, kind in self.parts(lines):
            found.append(getattr(self, f"_read_{kind}")(group, depth))
        return found

    def _read_heading(self, lines: list[Line], depth: int) -> Part:
        match = _HEADING.fullmatch(lines[0].text)
        assert match
        words = match[2].rstrip(" ")
        bare = words.rstrip("#")
        if not bare or bare.endswith(" "):  # '## Kop ##'
            words = bare.rstrip(" ")
        text = make_text(self.sources, self.grammar, [_cut(lines[0], match.start(2), match.start(2) + len(words))])
        return Heading(len(match[1]), text, lines[0].place)

    def _read_paragraph(self, lines: list[Line], depth: int) -> Part:
        strange = _STRANGE.match(lines[0].text.lstrip())
        if strange:
            self.sources.add(
                lines[0].place,
                "unreadable-text",
                f"'{strange[0].strip()}' begins something that is not part of an agreement's grammar; it is kept as "
                f"text",
                "use headings (#), numbered clauses, lists, definition lists and tables only",
                strange[0].strip(),
            )
        self._report_swallowed(lines)
        number = _CLAUSE.match(lines[0].text)
        almost = _ALMOST_CLAUSE.match(lines[0].text) if not number and depth == 0 else None
        if almost and self.owner.startswith(self.grammar.ARTICLE):
            self.sources.add(
                lines[0].place,
                "unreadable-text",
                f"'{almost[0].strip()}' looks like the number of a clause and is read as text",
                "begin the line with the bare number and a space: 7.2 In geval",
                almost[0].strip(),
            )
        if number and depth == 0 and not self.owner.startswith(self.grammar.ARTICLE):
            text = make_text(self.sources, self.grammar, [lines[0].rest(number.end()), *lines[1:]])
            mark = number["number"] + number["point"]
            name = self.ids.unique(f"{self.owner}-{number['number']}")
            return Items((Item(id=name, mark=mark, label=number["number"], text=text),))
        if number and depth == 0:
            text = make_text(self.sources, self.grammar, [lines[0].rest(number.end()), *lines[1:]])
            return Numbered(number["number"], number["number"] + number["point"], text, lines[0].place)
        return Paragraph(make_text(self.sources, self.grammar, lines))

    def _report_swallowed(self, lines: list[Line]) -> None:
        """Lines within a paragraph that look like the begin of a clause, an item, a table, a definition or a
        heading."""
        for above, line in pairwise(lines):
            text = line.text.lstrip()
            ended = above.text.rstrip().endswith((".", ";", ":"))
            found = _MARKUP.match(text) or (_NUMBER.match(text) if ended else None)
            if found:
                self.sources.add(
                    line.at(len(line.text) - len(text)),
                    "unreadable-text",
                    f"this line begins with '{found[0].strip()}' and is read as part of the paragraph above it",
                    "put a blank line above it; if it is part of the sentence, join it to the line above",
                    found[0].strip(),
                )

    def _read_table(self, lines: list[Line], depth: int) -> Part:
        rows = [[make_text(self.sources, self.grammar, [cell]) for cell in _cells(line)] for line in lines]
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

    def _read_terms(self, lines: list[Line], depth: int) -> Part:
        entries: list[Definition] = []
        index: int | None = _next_words(lines, 0)
        while index is not None:
            body = _next_words(lines, index + 1)
            if body is None:
                break
            end = body + 1
            while end < len(lines) and not _term_follows(lines, end):
                end += 1
            term = make_text(self.sources, self.grammar, [lines[index]])
            opening = _TERM_BODY.match(lines[body].text.lstrip())
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
                    text=make_text(self.sources, self.grammar, [first, *lines[body + 1 : end]]),
                    source="list",
                    owner=self.owner,
                )
            )
            index = _next_words(lines, end)
        return Definitions(tuple(entries))

    def _read_list(self, lines: list[Line], depth: int) -> Part:
        first = _ITEM.match(lines[0].text)
        assert first
        base = _width(first["indent"])
        groups: list[list[Line]] = []
        for line in lines:
            item = _ITEM.match(line.text)
            if (
                item
                and _width(item["indent"]) <= base + 1
                and (not groups or _style(item["mark"]) == _style(first["mark"]))
            ):
                groups.append([line])
            else:
                groups[-1].append(line)
        return Items(tuple(self._read_item(group, number, depth) for number, group in enumerate(groups, 1)))

    def _read_item(self, lines: list[Line], number: int, depth: int) -> Item:
        match = _ITEM.match(lines[0].text)
        assert match
        label = match["mark"].strip("().-*+•").lower()
        name = self.ids.unique(f"{self.owner}-{label or number}")
        end = 1
        while end < len(lines) and lines[end].text.strip() and not _ITEM.match(lines[end].text):
            end += 1
        text = make_text(self.sources, self.grammar, [lines[0].rest(match.end()), *lines[1:end]])
        self._report_swallowed(lines[:end])
        rest = lines[end:]
        blocks: tuple[Block, ...] = ()
        if any(line.text.strip() for line in rest):
            if depth >= _DEEPEST:
                self.sources.add(
                    rest[0].place, "unreadable-text", f"lists are nested more than {_DEEPEST} deep", "use fewer levels"
                )
                blocks = (Paragraph(make_text(self.sources, self.grammar, rest)),)
            else:
                owner, self.owner = self.owner, name
                blocks = as_blocks(self.sources, self.read(rest, depth + 1))
                self.owner = owner
        mark = match["mark"] if label else "-"
        return Item(id=name, mark=mark, label=label, text=text, blocks=blocks)


def as_blocks(sources: Sources, parts: list[Part]) -> tuple[Block, ...]:
    """``parts`` where only blocks can stand: a heading or a clause number there is kept as a paragraph."""
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Heading):
            sources.add(
                part.place, "unreadable-text", "a heading cannot stand inside a list", "begin the heading at the margin"
            )
            blocks.append(Paragraph(part.text))
        elif isinstance(part, Numbered):
            blocks.append(Items((Item(id=part.number, mark=part.mark, label=part.number, text=part.text),)))
        else:
            blocks.append(part)
    return tuple(blocks)


def _width(indent: str) -> int:
    """Columns of white space at the begin of a line; a tab counts for four."""
    return len(indent.expandtabs(4))


def _style(mark: str) -> str:
    """Marks of one list look alike: '(i)' and '(ii)', '1)' and '2)'. 'i.' after 'h.' is a letter like the others."""
    core = mark.strip("().")
    return mark.replace(core, "1" if core[:1].isdigit() else "a") if core.isalnum() else "-"


def _term_follows(lines: list[Line], index: int) -> bool:
    """Whether a term stands at ``index``: a short line of words whose next line of words begins with ': '."""
    text = lines[index].text
    if (
        not text.strip()
        or len(text) > 200
        or _TERM_BODY.match(text.lstrip())
        or _HEADING.fullmatch(text)
        or _CLAUSE.match(text)
    ):
        return False
    body = _next_words(lines, index + 1)
    return body is not None and body <= index + 2 and bool(_TERM_BODY.match(lines[body].text.lstrip()))


def _indented_next(lines: list[Line], index: int) -> bool:
    following = _next_words(lines, index)
    return following is not None and lines[following].text.startswith(("    ", "\t"))


def _next_words(lines: list[Line], index: int) -> int | None:
    while index < len(lines):
        if lines[index].text.strip():
            return index
        index += 1
    return None


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
