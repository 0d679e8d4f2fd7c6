"""A PDF with a text layer as a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausule.language.protocol import Grammar
from clausule.read.importing.document import (
    STRUCK,
    UNSEEN,
    Block,
    Document,
    Doubt,
    Dropped,
    Grid,
    NoDocument,
    Run,
    is_headed,
)
from clausule.read.importing.pdf.columns import in_order
from clausule.read.importing.pdf.contents import without_contents
from clausule.read.importing.pdf.edges import without_edges
from clausule.read.importing.pdf.footnotes import without_footnotes
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.pdf.joined import goes_on, joined
from clausule.read.importing.pdf.lines import Cell, Cells, Line, pieces_of
from clausule.read.importing.pdf.opened import Opened, open_pdf
from clausule.read.importing.pdf.page import Page, Rule, Word
from clausule.read.importing.pdf.paragraphs import Paragraphs, is_mark
from clausule.read.importing.pdf.tables import with_aligned_tables, with_ruled_tables, with_tagged_tables

_LINE = 1.4  # of the size of letters
_OURS = "clausule "
_TWO = f"{_OURS}languages: "


def read_pdf(data: bytes, name: str, grammar: Grammar) -> Document:
    """The document in the PDF ``data``; ``name`` is what messages call it. The ``grammar`` of the agreement knows how
    headings are written, and which words follow a hyphen. Raises ``NoDocument`` as ``open_pdf`` does."""
    opened = open_pdf(data, name)
    if _TWO in opened.keywords:
        raise NoDocument(f"{name} shows two languages side by side. Take the PDF of each language, which has one text.")
    own, pages = _own(opened), opened.pages
    cover = pages[0] if own else None
    shown = [replace(cover, words=(), rules=()), *pages[1:]] if cover else pages
    document = document_of(shown, name, grammar, ours=bool(own))
    if cover:
        document.dropped.insert(0, Dropped("the cover", " ".join(word.text for word in cover.words)))
        document.blocks.insert(0, Block((Run(opened.title),), 1, 1))
    if own.get("terms") == "list":
        document.blocks = [one for block in document.blocks for one in _defined(block)]
    document.dropped += [Dropped("attached files", one) for one in opened.attached]
    document.own, document.data = own, opened.data
    return document


def _defined(block: Block | Grid) -> list[Block | Grid]:
    """A paragraph of a PDF of our own that begins with a bold term and a colon, as term and meaning."""
    if isinstance(block, Grid) or block.level or block.mark or len(block.runs) < 2 or not block.runs[0].bold:
        return [block]
    term, then, *more = block.runs
    if then.bold or not then.words.startswith(":"):
        return [block]
    meaning = (replace(then, words=then.words[1:].lstrip()), *more)
    return [
        replace(block, runs=(replace(term, bold=False),), role="term"),
        replace(block, runs=meaning, role="meaning"),
    ]


def _own(opened: Opened) -> dict[str, str]:
    """What a PDF of our own says beside its words; nothing of one that is another's, or does not show its title."""
    pairs = (one.strip().partition(": ") for one in opened.keywords.split(","))
    own = {name.removeprefix(_OURS): value for name, _, value in pairs if name.startswith(_OURS)}
    shown = "".join(word.text for word in opened.pages[0].words)
    return own if own.get("version") and "".join(opened.title.split()) in shown and len(opened.pages) > 1 else {}


def document_of(pages: Sequence[Page], name: str, grammar: Grammar, ours: bool = False) -> Document:
    """The document that stands on pages; what a file of ``ours`` says of its words is so."""
    document = Document()
    pieces = []
    for page in pages:
        rest, tables = with_tagged_tables(page)
        pieces.append([*pieces_of(rest), *tables])
    pieces = with_ruled_tables(pieces, pages)
    kept, gone = without_edges(pieces, [page.height for page in pages], grammar)
    lines = in_order(kept)
    lines, contents = without_contents(lines, grammar)
    lines, notes = without_footnotes(lines)
    if not lines:
        raise NoDocument(f"{name} holds no text but what stands at the edges of its pages.")
    lines = with_aligned_tables(lines, pages, is_mark)
    document.dropped += gone + contents + _beside(pages)
    document.places = {number: f"page {line.page}, line {line.row}" for number, line in enumerate(lines, 1)}
    _fill(document, lines, notes.references, notes.texts, grammar, ours)
    document.doubts += _struck(lines, pages) + _unseen(lines, pages)
    return document


def _struck(lines: Sequence[Line], pages: Sequence[Page]) -> list[Doubt]:
    """Words with a rule through them: somebody took them out, and they can still be read."""
    found = []
    for number, line in enumerate(lines, 1):
        for rule in pages[line.page - 1].rules:
            if line.y - line.size < rule.y0 < line.y and rule.x1 > line.x0 and rule.x0 < line.x1:
                words = [word for word in line.words if _is_through(rule, word)]
                found += [Doubt(number, " ".join(word.text for word in words), STRUCK)] if words else []
    return found


def _unseen(lines: Sequence[Line], pages: Sequence[Page]) -> list[Doubt]:
    """Words that a page has and does not show, each page's at its first line."""
    first = {line.page: number for number, line in reversed([*enumerate(lines, 1)])}
    return [Doubt(first.get(at, 1), page.unseen, UNSEEN) for at, page in enumerate(pages, 1) if page.unseen]


def _is_through(rule: Rule, word: Word) -> bool:
    middle = (rule.y0 + rule.y1) / 2
    wide = min(rule.x1, word.x1) - max(rule.x0, word.x0)
    level = rule.y1 - rule.y0 < 2 and rule.x1 - rule.x0 > 4
    return level and 0.2 * word.size < word.y - middle < 0.4 * word.size and wide > 0.3 * (word.x1 - word.x0)


def _fill(
    document: Document,
    lines: Sequence[Line],
    references: dict[Word, str],
    notes: dict[str, list[Line]],
    grammar: Grammar,
    ours: bool,
) -> None:
    """The paragraphs and tables of ``lines``, and the footnotes."""
    every = [line for one in lines for line in _all_lines(one)] + [line for rows in notes.values() for line in rows]
    plain = [line for line in lines if not _cells(line)] or every
    hyphens = Hyphens([one.raw for one in every], grammar)
    paragraphs = Paragraphs(plain, hyphens, references, grammar, ours)
    flow: list[tuple[int, Line]] = []
    before: Cells = ()
    for number, line in enumerate(lines, 1):
        cells = _cells(line)
        if not cells:
            flow.append((number, line))
            continue
        document.blocks += paragraphs.blocks(flow)
        flow = []
        grid = _grid(cells, line, number, paragraphs)
        last = document.blocks[-1] if document.blocks else None
        if isinstance(last, Grid) and goes_on(last, grid):
            full = _is_full(before[-1], cells[0], line, paragraphs)
            document.blocks[-1] = joined(last, grid, document, paragraphs.hyphens, full=full)
        else:
            document.blocks.append(grid)
        before = cells
    document.blocks += paragraphs.blocks(flow)
    for label, rows in notes.items():
        blocks = paragraphs.blocks([(len(lines), row) for row in rows], flow=False)
        document.notes[label] = tuple(run for at, block in enumerate(blocks) for run in _spaced(block, at))
    document.doubts += paragraphs.doubts


def _spaced(block: Block, at: int) -> tuple[Run, ...]:
    shown = (Run(f"{block.mark} "), *block.runs) if block.mark else block.runs
    return (Run(" "), *shown) if at else shown


def _is_full(above: Sequence[Cell], below: Sequence[Cell], line: Line, paragraphs: Paragraphs) -> bool:
    """Whether all cells above end at one height, where in no column the first word below would still have stood."""

    def whole(cell: Cell, at: int) -> Line:
        return Line(cell.lines[at], line.page, line.row, cell.lines[at][0].x0, cell.right)

    pairs = list(zip(above, below, strict=True))
    if not all(up.lines and down.lines for up, down in pairs):
        return False
    feet = [cell.lines[-1][0].y for cell in above]
    if max(feet) - min(feet) > _LINE * above[0].lines[0][0].size:
        return False  # what goes on in a cell fills it first, but for a line that would have stood alone
    return not any(paragraphs.would_fit(whole(up, -1), whole(down, 0)) for up, down in pairs)


def _cells(line: Line) -> Cells:
    return line.pieces[0].cells


def _all_lines(line: Line) -> list[Line]:
    rows = [row for cells in _cells(line) for cell in cells for row in cell.lines]
    return [Line(row, line.page, line.row) for row in rows] or [line]


def _grid(cells: Cells, line: Line, number: int, paragraphs: Paragraphs) -> Grid:
    rows = []
    for row in cells:
        shown = []
        for cell in row:
            inner = [Line(one, line.page, line.row, one[0].x0, cell.right) for one in cell.lines]
            shown.append(tuple(paragraphs.blocks([(number, one) for one in inner], flow=False)))
        rows.append(tuple(shown))
    return Grid(tuple(rows), number, is_headed(rows))


def _beside(pages: Sequence[Page]) -> list[Dropped]:
    """What the pages hold beside their text."""
    found = []
    for number, page in enumerate(pages, 1):
        if page.pictures:
            many = f"{page.pictures} pictures" if page.pictures > 1 else "a picture"
            found.append(Dropped("pictures", f"page {number}: {many}"))
        found += [Dropped("words aslant across the page", words) for words in page.aslant]
        found += [Dropped(what, words) for what, words in page.beside]
    return found
