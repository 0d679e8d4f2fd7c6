"""The blocks of an edition as paragraphs and rows of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clausule.formats.flow import FlowBlock, Grid, Heading, Image, Line, Meaning, Note, Run, Runs
from clausule.formats.word.looks import DEEPEST
from clausule.formats.word.numbering import Lists, level_of
from clausule.formats.word.paragraphs import Entry, Para, Row, Table
from clausule.model.nodes import Text

_BEFORE = ("preamble", "closing")  # their headings stand under that of the whole text


@dataclass(slots=True)
class Entries:
    """What is in the body of a Word file. ``sources`` are the texts that an entry is made of, by its index; ``notes``
    the words of each footnote by its id. ``lists`` counts the numbers; without it they are typed."""

    lists: Lists | None = None
    all: list[Entry] = field(default_factory=list)
    sources: list[tuple[Text, ...]] = field(default_factory=list)
    notes: dict[str, Note] = field(default_factory=dict)
    _scheme: str = ""
    _within: str = ""
    _signed: bool = False

    def title(self, title: Text) -> None:
        """The title as on the cover, which is part of the text."""
        self._add(Para(style="Title", runs=(Run(title.plain),)), title)

    def add(self, flow: Sequence[FlowBlock]) -> None:
        """The blocks of an edition in their order."""
        for block in flow:
            match block:
                case Heading():
                    self._heading(block)
                case Line():
                    self._line(block)
                case Meaning():
                    term = Run(block.term)
                    self._add(Para(style="DefinitionTerm", runs=(term,), id=block.id), block.source)
                    self._add(Para(style="Definition", runs=block.runs), block.source)
                case Grid():
                    self._grid(block)
                case Note():
                    self.notes[block.id] = block
                    if not block.cited:
                        self._add(Para(style="FootnoteText", runs=block.runs, mark=block.label))
                case Image() if self.lists:  # in what is compared, words alone count
                    self._add(Para(style="BodyText", runs=(), picture=block))

    def _add(self, entry: Entry, *sources: Text | None) -> None:
        self.all.append(entry)
        self.sources.append(tuple(text for text in sources if text is not None))

    def _heading(self, block: Heading) -> None:
        level = block.level + (block.kind in _BEFORE)
        if block.kind not in ("section", "subheading"):
            self._scheme, self._within = "" if block.kind in _BEFORE else block.kind, block.id
            self._signed = block.kind == "closing"  # where one signs, all is on one page
        counted = None
        if self.lists and block.runs and self._scheme:
            if block.kind == "section":
                counted = self.lists.item(self._scheme, 1, block.mark, 0, self._within)
            else:
                counted = self.lists.counted(self._scheme, 0, block.mark, 0)
        mark = "" if counted else block.mark
        style = f"Heading{min(level, 6)}"
        apart = block.kind == "annex"
        para = Para(style=style, runs=block.runs, mark=mark, counted=counted, id=block.id, apart=apart)
        self._add(para, block.source)

    def _line(self, block: Line) -> None:
        depth = min(block.depth, DEEPEST)
        more = "" if depth == 1 else str(depth)
        counted = None
        if block.kind == "clause":
            style = f"ListNumber{more}"
            if self.lists and block.runs:
                counted = self.lists.counted("article", level_of(block.number), block.mark, depth)
        elif block.kind == "item":
            style = f"ListNumber{more}" if block.number else f"ListBullet{more}"
            if self.lists:
                within = block.id.rpartition("-")[0]
                counted = self.lists.item(self._scheme, block.depth + 1, block.mark, block.depth, within)
        else:
            style = f"ListContinue{more}" if depth else "BodyText"
        mark, shows = ("", block.mark) if counted and block.number else ("" if counted else block.mark, "")
        para = Para(
            style=style, runs=block.runs, mark=mark, counted=counted, shows=shows, id=block.id, kept=self._signed
        )
        self._add(para, block.source)

    def _grid(self, block: Grid) -> None:
        table = Table(columns=len(block.header), depth=block.depth)
        rows = [(True, block.header), *((False, row) for row in block.rows)]
        for number, (head, cells) in enumerate(rows):
            if head and not any(cells):
                continue  # a table without a header
            sources = block.sources[number] if number < len(block.sources) else ()
            self._add(Row(table=table, cells=tuple(self._cell(runs) for runs in cells), head=head), *sources)

    def _cell(self, runs: Runs) -> Para:
        return Para(style="TableText", runs=runs, kept=self._signed)
