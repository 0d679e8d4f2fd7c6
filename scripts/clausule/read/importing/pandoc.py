"""Markdown as pandoc writes it (its manual, 'Pandoc's Markdown'), as the Markdown that our own reader reads.

Attributes, fences and spans say how words look, and go; tables of lines and dashes become tables of bars. What goes and
has letters is named, so that nothing goes in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clausule.read.importing.document import Dropped
from clausule.read.importing.raw_lines import RawLine, with_levels

_ATTRIBUTES = (
    r"\{(?:[#.][^\s{}]*|-|[\w:-]+=(?:\"[^\"]*\"|\S+))(?:\s+(?:[#.][^\s{}]+|-|[\w:-]+=(?:\"[^\"]*\"|[^\s{}]+)))*\s*\}"
)
_OF_HEADING = re.compile(rf"#{{1,6}}\s.*?(?P<end>\s*(?P<gone>{_ATTRIBUTES})\s*#*\s*)")
_FENCE = re.compile(rf"\s*:{{3,}}\s*(?P<gone>(?:{_ATTRIBUTES}|[\w-]+)?)\s*:*\s*")
_SPAN = re.compile(rf"\[(?P<words>(?:[^\[\]]|\[\^[^\[\]]*\])*)\](?P<gone>{_ATTRIBUTES})")
_LINK = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]*)\]\((?P<gone>#[^()\s]*)\)")
_COMMENT = re.compile(r"<!--(?P<gone>.*?)-->")
_DASH = re.compile(r"(?<![-|\\<])(?P<dash>-{2,3})(?![->|])")
_QUOTE = re.compile(r"^(?P<indent>\s*)>(?:\s|$)")
_DASHES = re.compile(r"(?P<indent> *)-{2,}(?: +-{2,})+ *")
_RULE = re.compile(r" *-{10,} *")
_GRID = re.compile(r" *\+(?:[-=:]{2,}\+)+ *")
_WORDS_OF_ALL = re.compile(r"\*\*(.+)\*\*")
_BAR = re.compile(r"(?<!\\)\|")
_INDENT = 4
_METADATA = re.compile(
    r"^(?P<key>title|subtitle|author|date|lang|abstract|keywords|version):[ \t]*(?P<value>.*)$", re.M
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The lines as our own reader reads them, and what went; ``own`` is the version and the day that its metadata says,
    where they do."""

    lines: list[RawLine]
    dropped: list[Dropped] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)


def is_pandoc(lines: Sequence[RawLine], front: str = "") -> bool:
    """Whether a text has what only pandoc writes so, or metadata of its kind above it: a title, which an edition of
    ours has in its words."""
    return "title" in _metadata(front) or any(
        _OF_HEADING.fullmatch(line.text)
        or _is_fence(line.text)
        or _GRID.fullmatch(line.text)
        or _DASHES.fullmatch(line.text)
        or _SPAN.search(line.text)
        or _QUOTE.match(line.text)
        for line in lines
    )


def without_pandoc(lines: Sequence[RawLine], front: str = "") -> Plain:
    """The lines without what is pandoc's, below the title that its metadata has. No letter of what stays changes."""
    data, dropped = _metadata(front), list[Dropped]()
    if title := data.pop("title", ""):
        lines = [RawLine(f"# {title}", 1, 1, title), RawLine("", 1), *lines]
        for line in front.strip().split("\n"):
            if not line.startswith("title:"):
                dropped.append(Dropped("metadata", line.strip()))
    written = [RawLine(text, line.number) for line in lines for text in line.text.split("\n")]
    own = {"version": data.get("version", ""), "effective": data.get("date", "")} if title else {}
    bare = list(_with_tables([_bare(line, dropped) for line in written]))
    return Plain(with_levels(bare), dropped, own)


def _metadata(front: str) -> dict[str, str]:
    """What stands above a text between two lines of dashes."""
    return {match["key"]: match["value"].strip().strip("\"'") for match in _METADATA.finditer(front)}


def _is_fence(text: str) -> bool:
    return text.lstrip().startswith(":::") and _FENCE.fullmatch(text) is not None


def _bare(line: RawLine, dropped: list[Dropped]) -> RawLine:
    """A line without attributes, the sign of a quotation and links within the document; a fence leaves an empty one."""
    text = line.text
    if _is_fence(text):
        _drop(dropped, text.strip(" :"))
        return RawLine("", line.number)
    text = _QUOTE.sub(r"\g<indent>", text)
    if match := _OF_HEADING.fullmatch(text):
        _drop(dropped, match["gone"])
        text = text[: match.start("end")]
    for pattern in (_COMMENT, _SPAN, _LINK):
        while match := pattern.search(text):
            _drop(dropped, match["gone"])
            text = f"{text[: match.start()]}{match.groupdict().get('words', '')}{text[match.end() :]}"
    if text.strip("- ") and text.lstrip()[:1] not in "|+":
        text = _DASH.sub(lambda match: "–" if len(match["dash"]) == 2 else "—", text)
    return RawLine(text, line.number)


def _drop(dropped: list[Dropped], words: str) -> None:
    if any(letter.isalnum() for letter in words):
        dropped.append(Dropped("marks of pandoc", " ".join(words.split())))


def _with_tables(lines: Sequence[RawLine]) -> Iterator[RawLine]:
    """The lines with each table as one of bars."""
    at = 0
    while at < len(lines):
        table, end = _table(lines, at)
        if table:
            yield from table
        else:
            yield lines[at]
        at = end


def _table(lines: Sequence[RawLine], at: int) -> tuple[list[RawLine], int]:
    """The table that begins at a line, and where it ends; nothing and the next line where none does."""
    text = lines[at].text
    if _GRID.fullmatch(text):
        return _grid(lines, at)
    if _RULE.fullmatch(text) and at + 1 < len(lines) and lines[at + 1].text.strip():
        return _multiline(lines, at, at + 1)
    if _DASHES.fullmatch(text):
        return _multiline(lines, at, at) if _closes(lines, at) else ([], at + 1)
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if text.strip() and _DASHES.fullmatch(below) and (at == 0 or not lines[at - 1].text.strip()):
        return _simple(lines, at)
    return [], at + 1


def _closes(lines: Sequence[RawLine], at: int) -> bool:
    """Whether a table without a header that begins with dashes ends with dashes too."""
    return any(_DASHES.fullmatch(line.text) or _RULE.fullmatch(line.text) for line in lines[at + 1 :])


def _simple(lines: Sequence[RawLine], at: int) -> tuple[list[RawLine], int]:
    """A header, dashes, and a row a line, up to an empty line."""
    end = at + 2
    while end < len(lines) and lines[end].text.strip() and not _DASHES.fullmatch(lines[end].text):
        end += 1
    rows = [[line] for line in (lines[at], *lines[at + 2 : end])]
    last = end + (end < len(lines) and bool(_DASHES.fullmatch(lines[end].text)))
    return _bars(rows, lines[at + 1].text, headed=True), last


def _multiline(lines: Sequence[RawLine], begin: int, at: int) -> tuple[list[RawLine], int]:
    """Rows of several lines with empty lines between them, up to a line of dashes; above them a header, where the table
    begins with one line of dashes from end to end."""
    columns = at
    while columns < len(lines) and not _DASHES.fullmatch(lines[columns].text):
        if not lines[columns].text.strip():
            return [], begin + 1
        columns += 1
    end = columns + 1
    while end < len(lines) and not (_RULE.fullmatch(lines[end].text) or _DASHES.fullmatch(lines[end].text)):
        end += 1
    if end >= len(lines):
        return [], begin + 1
    body: list[list[RawLine]] = [[]]
    inner = lines[columns + 1 : end]
    spaced = any(not line.text.strip() for line in inner)
    for line in inner:
        if not line.text.strip() or (not spaced and body[-1]):
            body.append([])
        if line.text.strip():
            body[-1].append(line)
    header = [list(lines[at:columns])] if columns > at else []
    rows = [*header, *(row for row in body if row)]
    return (_bars(rows, lines[columns].text, headed=bool(header)), end + 1) if rows else ([], begin + 1)


def _bars(rows: Sequence[Sequence[RawLine]], dashes: str, *, headed: bool) -> list[RawLine]:
    """Rows whose columns begin where ``dashes`` begin; what stands before the first is in it."""
    starts = [0, *[match.start() for match in re.finditer(r"-+", dashes)][1:]]
    edges = [*pairwise(starts), (starts[-1], None)]
    cells = [[" ".join(line.text[a:b].strip() for line in row).strip() for a, b in edges] for row in rows]
    return _shown(cells, [row[0].number for row in rows], len(dashes) - len(dashes.lstrip()), headed)


def _grid(lines: Sequence[RawLine], at: int) -> tuple[list[RawLine], int]:
    """A table that is drawn: each row stands between two lines of ``+--+``, the header above one of ``+==+``."""
    end = at
    while end < len(lines) and lines[end].text.strip().startswith(("+", "|")):
        end += 1
    rows: list[list[str]] = []
    numbers: list[int] = []
    headed = False
    row: list[list[str]] = []
    for line in lines[at:end]:
        text = line.text.strip()
        if not _GRID.fullmatch(text):
            before, *parts, after = [one.strip() for one in re.split(r"(?<!\\)\|", text)] if "|" in text else ["+"] * 2
            if not row:
                numbers.append(line.number)
            row = row or [[] for _ in parts]
            if before or after or len(parts) != len(row):
                return [], at + 1  # it is drawn otherwise than that
            for cell, part in zip(row, parts, strict=True):
                cell.append(part)
            continue
        if row:
            rows.append([_paragraphs(cell) for cell in row])
            row = []
            headed |= len(rows) == 1 and "=" in text
    if row or not rows:
        return [], at + 1
    indent = len(lines[at].text) - len(lines[at].text.lstrip())
    return _shown(rows, numbers, indent, headed), end


def _paragraphs(cell: Sequence[str]) -> str:
    """The lines of a cell: paragraphs and items stand one below the other."""
    shown = ""
    for above, part in zip(["", *cell], cell, strict=False):
        apart = bool(shown) and bool(part) and (not above or re.match(r"[-*] |\w{1,3}[.)] ", part))
        shown += f"{'<br>' if apart else ' ' if shown and part else ''}{part}"
    return shown


def _shown(cells: list[list[str]], numbers: Sequence[int], indent: int, headed: bool) -> list[RawLine]:
    width = max(map(len, cells))
    cells = [[_BAR.sub(r"\\|", cell) for cell in row] + [""] * (width - len(row)) for row in cells]
    if headed and all(_WORDS_OF_ALL.fullmatch(cell) or not cell for cell in cells[0]):
        cells[0] = [_WORDS_OF_ALL.sub(r"\1", cell) for cell in cells[0]]
    if not headed:
        cells, numbers = [[""] * width, *cells], [numbers[0], *numbers]
    before = " " * (indent // _INDENT * _INDENT)
    rows = [RawLine(f"{before}| {' | '.join(row)} |", number) for row, number in zip(cells, numbers, strict=True)]
    return [rows[0], RawLine(f"{before}|{' --- |' * width}", rows[0].number), *rows[1:]]
