"""Paragraphs and rows of tables as WordprocessingML, with what happened to them where two texts are compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from clausule.formats.flow import Image, Run
from clausule.formats.word.xml import Xml, joined, w

SAME, OUT, IN, FROM, TO = "=", "-", "+", "<", ">"
"""What happened to words: they stayed, went, came, went to another place, or came from one."""

_TRACKED = {OUT: "del", IN: "ins", FROM: "moveFrom", TO: "moveTo"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """A paragraph. ``mark`` is what is typed before its words, parted from them by a tab, or in a heading by a space;
    ``counted`` the numbering and the level with which Word counts it instead, and ``shows`` what it shows then, where
    others can refer to that by its number. ``id`` is what leads to it. ``apart``: it begins a page; ``kept``: it stays
    on one page with the next. ``picture`` stands in place of words."""

    style: str
    runs: tuple[Run, ...]
    mark: str = ""
    counted: tuple[int, int] | None = None
    shows: str = ""
    id: str = ""
    apart: bool = False
    kept: bool = False
    picture: Image | None = None

    @property
    def shown(self) -> tuple[Run, ...]:
        """Its words with what is typed before them."""
        between = " " if self.style.startswith("Heading") else "\t"
        return (Run(self.mark + (between if self.runs else "")), *self.runs) if self.mark else self.runs

    @property
    def words(self) -> str:
        """The same as one text."""
        return "".join(run.words for run in self.shown)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """What the rows of one table share: how many columns, and how deep it stands."""

    columns: int
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: a paragraph in each cell. ``head``: it says what stands in the columns."""

    table: Table
    cells: tuple[Para, ...]
    head: bool = False

    @property
    def words(self) -> str:
        """Its cells, with tabs between them."""
        return "\t".join(cell.words for cell in self.cells)


Entry = Para | Row


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph, and what happened to it."""

    run: Run
    op: str = SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paragraph as it is written. ``end`` is what happened to its end, ``move`` the name that it has in common with
    the paragraph that it moved from or to, ``comments`` and ``ended`` are the numbers of those that begin with it and
    end with it. How it looks is never tracked: LibreOffice would lose what became of the words."""

    para: Para
    spans: tuple[Span, ...]
    end: str = SAME
    move: str = ""
    comments: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """A row as it is written; ``op`` is what happened to it as a whole."""

    row: Row
    cells: tuple[Written, ...]
    op: str = SAME


@dataclass(slots=True)
class Pen:
    """Writes paragraphs. ``tracked`` are the attributes of each change (who, and when). ``note`` gives the number of a
    footnote and its mark (empty where Word counts it so) by a reference and what happened to that, ``address`` the id
    of a relation, ``bookmark`` the name of a place by its id, empty where nothing leads to it, ``number`` what Word
    counts there, and ``picture`` the run that draws one."""

    tracked: dict[str, str] = field(default_factory=dict)
    note: Callable[[Run, str], tuple[int, str]] = lambda run, op: (0, "")
    address: Callable[[str], str] = lambda address: ""
    bookmark: Callable[[str], str] = lambda name: ""
    number: Callable[[str], str] = lambda name: ""
    picture: Callable[[Image], Xml | None] = lambda image: None
    width: int = 9070
    _last: int = 0
    _paragraphs: int = 0

    def _id(self) -> int:
        self._last += 1
        return self._last

    def change(self, op: str) -> dict[str, str | int]:
        """The attributes of the next change. Those of paragraphs beside each other are some minutes apart: LibreOffice
        makes one of changes at one moment that touch each other, though the end of a paragraph between them stays."""
        moment = {"date": self.tracked["date"].replace("T00:00", f"T00:{5 * (self._paragraphs % 2):02}")}
        return {"id": self._id(), **self.tracked, **moment}

    def body(self, entries: Iterable[Written | WrittenRow]) -> Iterator[Xml]:
        """All of them in order, rows in their tables; a table is followed by a paragraph (17.4.38)."""
        last: object = None
        for table, group in groupby(entries, key=lambda one: one.row.table if isinstance(one, WrittenRow) else None):
            if table is None:
                yield from (self.paragraph(one) for one in group if isinstance(one, Written))
            else:
                yield from [self._empty()] if last is not None else []
                yield self._table(table, [one for one in group if isinstance(one, WrittenRow)])
            last = table
        if last is not None:
            yield self._empty()

    @staticmethod
    def _empty() -> Xml:
        return w("p", w("pPr", w("pStyle", val="TableEnd")))

    def paragraph(self, one: Written, *before: Xml) -> Xml:
        """One paragraph; ``before`` stands before its words."""
        self._paragraphs += 1
        if one.para.picture and (drawn := self.picture(one.para.picture)):
            before = (*before, drawn)
        spans, last = _last_sign(one.spans) if one.ended else (one.spans, ())
        begun = [w("commentRangeStart", id=number) for number in one.comments]
        inner = [*before, *self._spans(spans), *self._ended(one), *self._spans(last)]
        if one.move:
            kind = _TRACKED[one.end] if one.end in (FROM, TO) else _TRACKED[TO]
            number = self._id()
            start = w(f"{kind}RangeStart", id=number, **self.tracked, name=one.move)
            inner = [start, *inner, w(f"{kind}RangeEnd", id=number)]
        inner = [*begun, *inner]
        gone = one.spans and all(span.op in (OUT, FROM) for span in one.spans)
        if name := self.bookmark(one.para.id) if one.para.id and not gone else "":
            number = self._id()
            inner = [w("bookmarkStart", id=number, name=name), *inner, w("bookmarkEnd", id=number)]
        return w("p", self._properties(one), *inner)

    def _ended(self, one: Written) -> Iterator[Xml]:
        """The ends of comments. Their marks go with a paragraph that goes as a whole, and stand before its last sign:
        behind it they would part the end of the paragraph from its words, and LibreOffice forget what became of it."""
        ops = {span.op for span in one.spans}
        op = OUT if ops == {OUT} else IN if ops and ops <= {IN, TO} else SAME
        for number in one.ended:
            mark = w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=number))
            yield joined(w("commentRangeEnd", id=number), self._wrapped(op, [mark]))

    def _properties(self, one: Written) -> Xml:
        end = [w("rPr", w(_TRACKED[one.end], **self.change(one.end)))] if one.end != SAME else []
        return w("pPr", *_looks(one.para), *end)

    def _spans(self, spans: Iterable[Span]) -> Iterator[Xml]:
        for op, group in groupby(spans, key=lambda span: span.op):
            yield self._wrapped(op, [self._run(span) for span in group])

    def _wrapped(self, op: str, inner: Sequence[Xml]) -> Xml:
        return joined(*inner) if op == SAME else w(_TRACKED[op], *inner, **self.change(op))

    def _run(self, span: Span) -> Xml:
        run = span.run
        if span.op == SAME and (cut := self._reference(run)):
            before, shown, after = cut
            asks = rf"REF {self.bookmark(run.link[1:])} \n \h"  # the number there, as it is shown
            rest = (Span(replace(run, words=words, link="")) for words in (before, after))
            first, last = (self._run(one) for one in rest)
            return joined(first, field_of(asks, shown, _run_looks(run)), last)
        looks = _run_looks(run)
        text = "delText" if span.op == OUT else "t"
        pieces = [w("r", *looks, *_words(run.words, text))] if run.words else []
        if run.note:
            number, mark = self.note(run, span.op)
            pieces.append(note_mark("footnoteReference", mark, id=number, **({"customMarkFollows": 1} if mark else {})))
        link = run.link if span.op == SAME else ""  # a link holds changes, and no change a link (17.16.22)
        if link.startswith("#") and (name := self.bookmark(link[1:])):
            return w("hyperlink", *pieces, anchor=name, history=1)
        if link and not link.startswith("#") and (relation := self.address(link)):
            return w("hyperlink", *pieces, r_id=relation, history=1)
        return joined(*pieces)

    def _reference(self, run: Run) -> tuple[str, str, str] | None:
        """The words before a number that Word counts elsewhere, that, and the words behind it."""
        number = self.number(run.link[1:]) if run.link.startswith("#") and not run.note else ""
        found = list(re.finditer(rf"(?<![\w.]){re.escape(number)}(?![\w])(?!\.\w)", run.words)) if number else []
        if not found or not self.bookmark(run.link[1:]):
            return None
        return run.words[: found[-1].start()], number, run.words[found[-1].end() :]

    def _table(self, table: Table, rows: Sequence[WrittenRow]) -> Xml:
        left = 567 * table.depth
        widths = _widths(rows, self.width - left)
        properties = w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=self.width - left, type="dxa"),
            *([w("tblInd", w=left, type="dxa")] if left else []),
            w("tblLook", val="0020"),
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        return w("tbl", properties, grid, *(self._row(one, widths) for one in rows))

    def _row(self, one: WrittenRow, widths: Sequence[int]) -> Xml:
        tracked = [w(_TRACKED[one.op], **self.change(one.op))] if one.op != SAME else []
        head = [w("tblHeader")] if one.row.head else []
        properties = [w("trPr", w("cantSplit"), *head, *tracked)]
        if len(one.cells) < len(widths):  # a row of another table, before the two became one
            widths = [sum(widths) // len(one.cells)] * len(one.cells)
        cells = (
            w("tc", w("tcPr", w("tcW", w=width, type="dxa")), self.paragraph(cell))
            for cell, width in zip(one.cells, widths, strict=False)
        )
        return w("tr", *properties, *cells)


def _run_looks(run: Run) -> list[Xml]:
    looks = [*([w("b")] if run.strong else []), *([w("i")] if run.em else [])]
    return [w("rPr", *looks)] if looks else []


def field_of(asks: str, shown: str, looks: Sequence[Xml] = ()) -> Xml:
    """A field with what it showed last; Word works it out again."""
    return joined(
        w("r", *looks, w("fldChar", fldCharType="begin")),
        w("r", *looks, w("instrText", f" {asks} ", xml_space="preserve")),
        w("r", *looks, w("fldChar", fldCharType="separate")),
        w("r", *looks, w("t", shown, xml_space="preserve")),
        w("r", *looks, w("fldChar", fldCharType="end")),
    )


def note_mark(name: str, mark: str, **attributes: int) -> Xml:
    """The mark of a footnote, where it is referred to and where it stands; Word counts it where it is empty."""
    style = w("rPr", w("rStyle", val="FootnoteReference"))
    counts = [w(name, **attributes)] if attributes or not mark else []
    return w("r", style, *counts, *([w("t", mark)] if mark else []))


def _last_sign(spans: Sequence[Span]) -> tuple[Sequence[Span], Sequence[Span]]:
    """Spans without their last sign, and that."""
    if not spans or len(spans[-1].run.words) < 2:
        return spans[:-1], spans[-1:]
    run = spans[-1].run
    begin, end = replace(run, words=run.words[:-1], note=""), replace(run, words=run.words[-1:])
    return [*spans[:-1], Span(begin, spans[-1].op)], [Span(end, spans[-1].op)]


def _widths(rows: Sequence[WrittenRow], width: int) -> list[int]:
    """Columns in which no word need be cut: as wide as their longest word, and some more where there is much to say."""
    shares = [0.0] * max(len(one.cells) for one in rows)
    for one in rows:
        for place, cell in enumerate(one.cells):
            words = cell.para.words
            longest = max(map(len, words.split()), default=0)
            shares[place] = max(shares[place], 4 + longest + len(words) ** 0.5)
    return [int(width * share / sum(shares)) for share in shares]


def _looks(para: Para) -> list[Xml]:
    counted = []
    if para.counted:
        number, level = para.counted
        counted = [w("numPr", w("ilvl", val=level), w("numId", val=number))]
    page = [*([w("keepNext")] if para.kept else []), *([w("pageBreakBefore")] if para.apart else [])]
    return [w("pStyle", val=para.style), *page, *counted]


def _words(words: str, name: str) -> Iterator[Xml]:
    """Words with tabs and the line ends that an author wants."""
    for number, line in enumerate(words.split("\n")):
        if number:
            yield w("br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield w("tab")
            if piece:
                yield w(name, piece, xml_space="preserve")


def as_it_is(entry: Entry) -> Written | WrittenRow:
    """An entry to which nothing happened."""
    if isinstance(entry, Row):
        return WrittenRow(row=entry, cells=tuple(_plain(cell) for cell in entry.cells))
    return _plain(entry)


def _plain(para: Para) -> Written:
    return Written(para=para, spans=tuple(Span(run) for run in para.shown))


def changed_whole(para: Para, op: str, move: str = "") -> Written:
    """A paragraph that came, went or moved as a whole."""
    return Written(para=para, spans=tuple(Span(run, op) for run in para.shown), end=op, move=move)
