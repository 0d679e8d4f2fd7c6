"""A Word file (.docx: ECMA-376, WordprocessingML) as a document: words, looks, and the numbers that Word computes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from xml.etree.ElementTree import Element

from clausule.read.importing.document import (
    Block,
    Comment,
    Document,
    Doubt,
    Dropped,
    Grid,
    NoDocument,
    Pending,
    Run,
    is_headed,
)
from clausule.read.importing.numbering import Numbers
from clausule.read.importing.package import Package, main_of, related, relations_of
from clausule.read.importing.word_parts import (
    NAMES,
    cells_of,
    formula,
    holds_words,
    is_heading,
    plain_words,
    rows_of,
    symbol,
)
from clausule.read.importing.word_seen import PICTURES, control_doubts, left_out, paper_of
from clausule.read.importing.word_styles import Look, Styles, level_of_prose

_BODY = "word/document.xml"
_PROPERTIES, _OURS = "docProps/custom.xml", "clausule "
_LABEL = re.compile(r"[^\[\]\s]{1,40}")
_STEP = 360  # twentieths of a point: a quarter of an inch
_CLAUSE = re.compile(r"(?:[^\W\d]+\s)?\d+(?:\.\d+)+\.?")

Tracked = Literal["accept", "reject"]


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it asks for, and whether its result is shown now."""

    asks: str = ""
    shown: bool = False

    @property
    def is_contents(self) -> bool:
        return self.asks.split()[:1] == ["TOC"]


@dataclass(slots=True)
class _Inline:
    """The words of a paragraph as they are gathered; those that are hidden, or look odd; whether they are contents."""

    runs: list[Run] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    contents: bool = False
    look: Look | None = None
    link: str = ""


class _Reader:
    def __init__(self, package: Package, tracked: Tracked | None) -> None:
        self.package, self.tracked = package, tracked
        self.document = Document()
        self.main = main_of(package, _BODY)
        self.parts = related(package, self.main)
        self._own()
        self.links = self._links()
        self.styles = Styles(self._part("styles"))
        self.numbers = Numbers(self._part("numbering"))
        self.fields: list[_Field] = []
        self.pending, self.prose = 0, 0  # ``prose``: at this level of headings, and below it, are sentences
        self.paper = ""  # the colour behind a cell
        self.count = 0
        self.commented: dict[str, int] = {}  # of each comment the block that it is about
        self.used_notes: dict[str, str] = {}  # the label of each
        self.lists: list[int] = []
        self.joined: tuple[Run, ...] = ()  # words of paragraphs whose end a tracked change takes away

    def _part(self, kind: str) -> Element | None:
        name = next(iter(self.parts.get(kind, ())), "")
        return self.package.xml(name, NAMES) if name in self.package else None

    def read(self) -> Document:
        root = self.package.xml(self.main, NAMES)
        body = root.find("w_body")
        if body is None:
            raise NoDocument(f"{self.package.name} holds no text of Word. Save it anew as .docx, and import that.")
        self.prose = level_of_prose(body, self.styles)
        for child in self._blocks(body):
            found = self._block(child)
            if found is not None:
                self.document.blocks.append(found)
        self._footnotes()
        self._beside()
        return self.document

    def _blocks(self, parent: Element) -> Iterator[Element]:
        """Paragraphs and tables within, through what only holds them."""
        for child in parent:
            match child.tag:
                case "w_p" | "w_tbl":
                    yield child
                case "w_sdt":
                    gallery = child.find("w_sdtPr/w_docPartObj/w_docPartGallery")
                    if gallery is not None and gallery.get("w_val") == "Table of Contents":
                        self._drop_contents(plain_words(child))
                    else:
                        yield from self._blocks(self._held(child))
                case "w_ins" | "w_moveTo" | "w_customXml" | "w_smartTag":
                    yield from self._blocks(child)
                case "mc_AlternateContent":
                    yield from self._blocks(self._shown(child))
                case "w_altChunk" | "w_subDoc":
                    self._drop("another document", "what it takes in is not read")
                case _:
                    self._drop(*left_out(child, self.count))

    def _held(self, control: Element) -> Element:
        self.document.doubts += control_doubts(control, max(self.count, 1))
        inner = control.find("w_sdtContent")
        return control if inner is None else inner

    def _drop_contents(self, words: str) -> None:
        if self.document.contents is None:
            self.document.contents = len(self.document.blocks)
        self._drop("contents", words)

    def _shown(self, choice: Element) -> Element:
        """Of what is there in several forms the one that every program shows; another says the same."""
        plain = choice.find("mc_Fallback")
        if plain is None:
            return next(iter(choice), choice)
        for other in choice.findall("mc_Choice"):
            if plain_words(other).split() != plain_words(plain).split():
                self._drop("words for other programs", plain_words(other))
        return plain

    def _block(self, element: Element) -> Block | Grid | None:
        self.count += 1
        return self._table(element) if element.tag == "w_tbl" else self._paragraph(element)

    def _table(self, element: Element) -> Grid | None:
        number, rows, headed = self.count, list[tuple[tuple[Block, ...], ...]](), False
        for row in rows_of(element):
            gone = row.find("w_trPr/w_del" if self.tracked != "reject" else "w_trPr/w_ins")
            self.pending += sum(row.find(f"w_trPr/{one}") is not None for one in ("w_ins", "w_del"))
            if gone is not None:
                continue
            cells: list[tuple[Block, ...]] = []
            for cell, columns in cells_of(row):
                self.paper = paper_of(cell.find("w_tcPr/w_shd")) if cell is not None else ""
                inner = tuple(self._in_cell(cell)) if cell is not None else ()
                self.paper = ""
                cells += [inner, *[()] * (columns - 1)]
            headed |= not rows and row.find("w_trPr/w_tblHeader") is not None
            rows.append(tuple(cells))
        return Grid(tuple(rows), number, headed or is_headed(rows)) if any(any(row) for row in rows) else None

    def _in_cell(self, cell: Element) -> Iterator[Block]:
        """The paragraphs of a cell; a table in it is a paragraph for each of its rows, as Markdown has none there."""
        for one in self._blocks(cell):
            if one.tag == "w_p":
                yield from filter(None, [self._paragraph(one)])
                continue
            inner = self._table(one)
            for row in inner.rows if inner else ():
                words = [" ".join(block.words for block in blocks) for blocks in row]
                yield Block((Run(" | ".join(filter(None, words))),), self.count)
            if inner:
                self.document.doubts.append(Doubt(self.count, "a table within a table: its rows are lines of the cell"))

    def _paragraph(self, element: Element) -> Block | None:
        look = self.styles.look(element.find("w_pPr"))
        inline = _Inline(look=look)
        self._runs(element, look.bold, inline)
        mark_gone = self._mark_gone(element)
        for words in inline.hidden:
            self._drop("hidden text", words)
        self.document.doubts += [Doubt(self.count, words, what) for what, words in inline.odd]
        words = "".join(run.words for run in inline.runs).strip()
        if inline.contents or look.is_contents:
            self._drop_contents(words)
            return None
        runs = (*self.joined, *inline.runs)
        self.joined = runs if mark_gone else ()
        if mark_gone or not any(run.words.strip() or run.note for run in runs):
            return None
        at = look.at if look.at is not None else self.numbers.level_of_style(look.numbering, look.style)
        mark = self.numbers.mark(look.numbering, at) if look.numbering else ""
        level = look.level if not mark or look.level < self.prose else 0
        level = level or 2 * (bool(mark) and is_heading(runs))
        if mark and not level:
            places = (look.own_indent, self.numbers.indent(look.numbering, at), look.indent)
            depth = self._depth(next((one for one in places if one is not None), at * _STEP), mark)
        else:
            words_begin = (look.indent or 0) + look.goes_on  # those that go on in an item, where its own do
            depth = 0 if level else sum(one < words_begin for one in self.lists)
            self.lists = self.lists[:depth]
        return Block(tuple(runs), self.count, level, mark, depth, look.role)

    def _depth(self, place: int, mark: str) -> int:
        """How deep an item lies: by its indentation among the items since the last clause."""
        if _CLAUSE.fullmatch(mark):
            self.lists = []
            return 0
        self.lists = [one for one in self.lists if one <= place]
        if not self.lists or self.lists[-1] < place:
            self.lists.append(place)
        return len(self.lists)

    def _mark_gone(self, element: Element) -> bool:
        """Whether a tracked change takes away the end of a paragraph, so that the next one goes on in it."""
        kinds = {one.tag for one in element.findall("w_pPr/w_rPr/*")}
        self.pending += bool(kinds & {"w_ins", "w_del", "w_moveFrom", "w_moveTo"})
        gone = {"w_ins", "w_moveTo"} if self.tracked == "reject" else {"w_del", "w_moveFrom"}
        return bool(kinds & gone)

    def _runs(self, parent: Element, bold: bool, inline: _Inline) -> None:
        for child in parent:
            match child.tag:
                case "w_r":
                    self._run(child, bold, inline)
                case "w_ins" | "w_moveTo":
                    self.pending += holds_words(child)
                    if self.tracked != "reject":
                        self._runs(child, bold, inline)
                case "w_del" | "w_moveFrom":
                    self.pending += holds_words(child)
                    if self.tracked == "reject":
                        self._runs(child, bold, inline)
                case "w_sdt":
                    self._runs(self._held(child), bold, inline)
                case "w_commentRangeStart":
                    self.commented.setdefault(child.get("w_id", ""), self.count)
                case "w_fldSimple":
                    inline.contents |= (child.get("w_instr") or "").split()[:1] == ["TOC"]
                    self._runs(child, bold, inline)
                case "w_hyperlink" if address := self.links.get(child.get("o_id", ""), ""):
                    inline.link = address
                    self._runs(child, bold, inline)
                    inline.link = ""
                case "w_hyperlink" | "w_smartTag" | "w_customXml" | "w_bdo" | "w_dir":
                    self._runs(child, bold, inline)
                case "mc_AlternateContent":
                    self._runs(self._shown(child), bold, inline)
                case "m_oMath" | "m_oMathPara":
                    words = formula(child)
                    inline.runs.append(Run(words))
                    self.document.doubts.append(Doubt(self.count, f"a formula: {words}"))
                case _:
                    self._drop(*left_out(child, self.count))
        inline.contents |= any(one.is_contents for one in self.fields)

    def _run(self, run: Element, bold: bool, inline: _Inline) -> None:
        look = self.styles.run(run.find("w_rPr"), bold, inline.look, self.paper)
        for child in self._in_run(run):
            words = ""
            match child.tag:
                case "w_t" | "w_delText":
                    words = child.text or ""
                case "w_tab" | "w_ptab":
                    words = "\t"
                case "w_br" | "w_cr":
                    words = "\n" if child.get("w_type", "textWrapping") == "textWrapping" else " "
                case "w_noBreakHyphen":
                    words = "\u2011"
                case "w_sym":
                    words = symbol(child)
                case "w_footnoteReference" | "w_endnoteReference":
                    marked = child.get("w_customMarkFollows", "0") not in ("0", "false", "off")
                    self._note(child, inline, plain_words(run).strip() if marked else "")
                    if marked:
                        return  # what follows is its mark
                case "w_commentReference":
                    self.commented.setdefault(child.get("w_id", ""), self.count)
                case "w_fldChar":
                    self._field(child.get("w_fldCharType", ""), inline)
                case "w_instrText":
                    if self.fields:
                        self.fields[-1].asks += child.text or ""
                case _:
                    self._drop(*left_out(child, self.count))
            if words and all(one.shown for one in self.fields):
                if look.hidden:
                    inline.hidden.append(words)
                else:
                    inline.runs.append(Run(words, look.bold, link=inline.link))
                    if look.odd and words.strip():
                        inline.odd.append((look.odd, words))

    def _in_run(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            if child.tag == "mc_AlternateContent":
                yield from self._in_run(self._shown(child))
            else:
                yield child

    def _field(self, kind: str, inline: _Inline) -> None:
        match kind:
            case "begin":
                self.fields.append(_Field())
            case "separate" if self.fields:
                self.fields[-1].shown = True
                inline.contents |= self.fields[-1].is_contents
            case "end" if self.fields:
                inline.contents |= self.fields[-1].is_contents
                self.fields.pop()
            case _:
                pass

    def _note(self, element: Element, inline: _Inline, own: str) -> None:
        kind = element.tag.removeprefix("w_").removesuffix("Reference")
        name = f"{kind}:{element.get('w_id', '')}"
        if name not in self.used_notes:
            self.used_notes[name] = self._label(own)
        inline.runs.append(Run("", note=self.used_notes[name]))

    def _label(self, own: str) -> str:
        """What the author calls the next footnote, or how Word counts it; each has another."""
        taken, count = set(self.used_notes.values()), len(self.used_notes) + 1
        labels = (own, *(str(number) for number in range(count, 2 * count + 1)))
        return next(label for label in labels if _LABEL.fullmatch(label) and label not in taken)

    def _footnotes(self) -> None:
        parts = {kind: self._part(f"{kind}s") for kind in ("footnote", "endnote")}
        for name, label in self.used_notes.items():
            kind, _, wanted = name.partition(":")
            root = parts[kind]
            found = [] if root is None else [one for one in root.findall(f"w_{kind}") if one.get("w_id") == wanted]
            inline = _Inline()
            for paragraph in (one for note in found for one in note.iter("w_p")):
                inline.runs += [Run(" ")] if inline.runs else []
                self._runs(paragraph, False, inline)
            runs = [run for run in inline.runs if not run.note]
            while runs and runs[0].words.strip() == label and not label.isdigit():
                del runs[0]  # its own mark, which LibreOffice writes once more
            self.document.notes[label] = tuple(runs)

    def _beside(self) -> None:
        """Running heads and feet, comments: no part of the text."""
        for name in sorted({*self.parts.get("header", ()), *self.parts.get("footer", ())} & self.package.names):
            self._drop("a running head or foot", plain_words(root := self.package.xml(name, NAMES)))
            for one in (one for tag in PICTURES for one in root.iter(tag)):
                self._drop(*left_out(one, self.count))
        if (comments := self._part("comments")) is not None:
            for one in comments.iter("w_comment"):
                if words := " ".join(plain_words(one).split()):
                    number = self.commented.get(one.get("w_id", ""), 0)
                    self.document.comments.append(Comment(number, one.get("w_author", "").strip() or "?", words))

    def _own(self) -> None:
        """The properties of a file that Clausule made."""
        root = self.package.xml(_PROPERTIES, NAMES) if _PROPERTIES in self.package else None
        for one in root.iter("p_property") if root is not None else ():
            name, value = one.get("name", ""), "".join(one.itertext()).strip()
            if name.startswith(_OURS):
                self.document.own[name.removeprefix(_OURS)] = value

    def _links(self) -> dict[str, str]:
        """The addresses that the author of a file of ours links to, by their relations: others are made of his words,
        and will be again."""
        ours, relations = set(self.document.own.get("links", "").split()), relations_of(self.main)
        found = self.package.xml(relations, NAMES).iter("r_Relationship") if ours and relations in self.package else ()
        return {one.get("Id", ""): address for one in found if (address := one.get("Target", "")) in ours}

    def _drop(self, what: str, words: str) -> None:
        words = " ".join(words.split())
        if words:
            self.document.dropped.append(Dropped(what, words))


def read_word(data: bytes, name: str, tracked: Tracked | None = None) -> Document:
    """The document in the bytes of a Word file called ``name``. Raises ``NoDocument`` for what is none, and where
    tracked changes are pending and ``tracked`` does not say what becomes of them."""
    package = Package(data, name)
    if main_of(package, _BODY) not in package:
        raise NoDocument(f"{name} is a zip, and no Word file: it has no {_BODY}. Save the agreement as .docx.")
    reader = _Reader(package, tracked)
    document = reader.read()
    document.pending = reader.pending
    if reader.pending and tracked is None:
        many = "tracked changes" if reader.pending > 1 else "tracked change"
        raise Pending(
            f"{name} has {reader.pending} {many} that nobody accepted or refused. Say what becomes of that: "
            "--tracked accept, or --tracked reject."
        )
    if any("vbaproject" in one.lower() for one in package.names):
        document.dropped.append(Dropped("a macro", "its program was not read, and nothing of it ran"))
    return document
