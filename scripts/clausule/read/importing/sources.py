"""Parts to files: an edition in as many Markdown files as it has parts, in the words that were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from string import ascii_lowercase

from clausule.language.protocol import Grammar
from clausule.model.ids import annex_digits
from clausule.read.chapters import part_of_annex
from clausule.read.importing.plain_rows import Row, as_markdown, plain_row, plain_rows
from clausule.read.importing.raw_lines import BOLD, RawLine, is_title
from clausule.read.importing.structure import Kind, RawPart
from clausule.read.marks import ItemMark, clause_mark, item_mark

_NUMBERED = re.compile(r"(?P<number>\d{1,2})\s+[^\W\d_a-zß-ÿ][^|]*")
_BOLD_TITLE = re.compile(r"\d{1,2}[.)]\s+\*\*[^*]+\*\*")
_FEW = 4  # words of what is no sentence
_BELOW, _FEWEST = 2, 2  # the level of a part of an annex; how many of them are a row


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of an edition: its name in the folder, its front matter without rules, its words, and the heading and the
    line of the whole text with which it begins. ``origins`` are the numbers in the whole text of the lines of its
    words, and ``version`` is that of an annex which says its own."""

    name: str
    front: str
    body: str
    heading: str
    begin: int
    origins: tuple[int, ...] = ()
    version: str = ""

    def origin(self, line: int) -> int:
        """The number in the whole text of a ``line`` of the file, from 1."""
        at = line - 1 - (self.text[: -len(self.body) - 1].count("\n"))
        return self.origins[min(max(at, 0), len(self.origins) - 1)] if self.origins else self.begin

    @property
    def text(self) -> str:
        """All of it."""
        return f"---\n{self.front}---\n\n{self.body}\n"


def source_files(
    parts: Sequence[RawPart], grammar: Grammar, *, version: str, front: str = "", markdown: bool = True
) -> list[SourceFile]:
    """The files of an edition, index.md first. ``front`` is the front matter of index.md, without its rules; that of
    the others says the ``version`` in which their words took effect. A text that is no ``markdown`` is written as
    Markdown that shows it as it is.

    Raises ``ValueError`` with what is wrong when two parts would be one file.
    """
    found: dict[str, SourceFile] = {}
    names = file_names([(part.kind, part.number, part.chapter) for part in parts], grammar)
    for part, name in zip(parts, names, strict=True):
        if name in found:
            first, second = found[name].begin, part.heading.number if part.heading else 1
            raise ValueError(f"lines {first} and {second} would both be {name}; give each part a number of its own")
        head = front if part.kind == "preamble" else f'version: "{version}"\n'
        rows = _trimmed(_preamble(part.lines, markdown) if part.kind == "preamble" else _part(part, markdown, grammar))
        begin = part.heading.number if part.heading else 1
        body, origins = "\n".join(row for row, _ in rows), tuple(number for _, number in rows)
        found[name] = SourceFile(name, head, body, part.heading.words if part.heading else "", begin, origins)
    return list(found.values())


def file_names(parts: Sequence[tuple[Kind, str, str]], grammar: Grammar) -> list[str]:
    """The files of parts: of each its kind, its number as it is written, and the id of the chapter in which it is,
    where another article has its number. One without a number is called so that it is read in its place.

    Raises ``ValueError`` where so many of those follow each other that no name is left.
    """
    written = [(kind, _digits(kind, number)) for kind, number, _ in parts]
    taken = frozenset(written)
    last: dict[Kind, tuple[str, str]] = {}
    found = []
    for (kind, number, chapter), (_, digits) in zip(parts, written, strict=True):
        if not number and kind == "annex":
            digits = _behind(last[kind][0], taken, kind) if kind in last else ""
        elif not number and kind == "article":
            digits, chapter = last.get(kind, ("0", ""))
            digits = _behind(digits, taken, kind) if kind in last or ("article", "1") not in taken else digits
        last[kind] = digits, chapter
        found.append(_file_name(kind, digits, grammar, chapter))
    return found


def _digits(kind: Kind, number: str) -> str:
    """A number as the name of a file has it."""
    if kind == "annex" or not number[:1].isdigit():
        return annex_digits(number)
    return "".join(number.lower().split()).lstrip("0")


def _behind(digits: str, taken: Set[tuple[Kind, str]], kind: Kind) -> str:
    """What is free behind ``digits``: the next number, or the same one with a letter."""
    digits = digits or ("0" if (kind, "1") in taken else "1")
    number = digits.rstrip(ascii_lowercase)
    suffix = digits[len(number) :]
    following = [] if suffix else [str(int(number) + 1)]
    letters = ascii_lowercase[ascii_lowercase.index(suffix[0]) + 1 :] if suffix else ascii_lowercase
    for free in [*following, *(number + letter for letter in letters)]:
        if (kind, free) not in taken:
            return free
    raise ValueError(f"too many parts without a number follow {kind} {digits}; give each a number of its own")


def _file_name(kind: Kind, digits: str, grammar: Grammar, chapter: str) -> str:
    match kind:
        case "article":
            suffix = digits.lstrip("0123456789")
            within = f"-{chapter}" if chapter else ""
            return f"{grammar.ARTICLE}-{digits.removesuffix(suffix).zfill(2)}{suffix}{within}.md"
        case "annex":
            return f"{grammar.ANNEX}-{digits}".rstrip("-") + ".md"
        case "closing":
            return f"{grammar.CLOSING}.md"
        case _:
            return "index.md"


def _words(line: RawLine, markdown: bool) -> Row:
    if not markdown:
        return plain_row(line)
    return line.text.rstrip() if not line.text.endswith("  ") else line.text, line.number


def _shown(line: RawLine, markdown: bool) -> str:
    return line.words if markdown else as_markdown(line.words)


def _part(part: RawPart, markdown: bool, grammar: Grammar) -> list[Row]:
    """Above the words its heading; above that, those of the chapters that begin with it, in their levels."""
    heads = [*(line for line in part.above if line.words), *([part.heading] if part.heading else [])]
    rows = list[Row]()
    for level, line in enumerate(heads, 1):
        rows += [(f"{'#' * level} {_shown(line, markdown)}", line.number), ("", line.number)]
    titled = _numbered_titles(part.lines) if part.kind in ("annex", "closing") else frozenset()
    titled |= _lettered_titles(part.lines) if part.kind == "annex" else frozenset()
    lines = [
        replace(line, level=_BELOW) if at in titled else _levelled(part, at, grammar)
        for at, line in enumerate(part.lines)
    ]
    if markdown:
        return rows + _trimmed(_inner(lines, markdown))
    body = list[Row]()
    for headed, group in groupby(lines, key=_is_heading):
        inner = list(group)
        body += _inner(inner, markdown) if headed else plain_rows(inner, part.number, grammar)
    return rows + _trimmed(body)


def _levelled(part: RawPart, at: int, grammar: Grammar) -> RawLine:
    """A line of a part. In an annex one with the name of a part of it is a heading, whether it is marked as one or not;
    in an article a heading belongs to the clause below it, and is words in bold where none follows."""
    line = part.lines[at]
    if part.kind == "annex" and is_title(line) and part_of_annex(line.words, grammar):
        return replace(line, level=line.level % BOLD or 2)
    if part.kind == "article" and _is_heading(line):
        below = (one.words for one in part.lines[at + 1 :] if one.words and not _is_heading(one))
        if clause_mark(next(below, ""), grammar) is None:
            return replace(line, text=f"**{line.words.replace('**', '')}**", level=BOLD)
    return line


def _numbered_titles(lines: Sequence[RawLine]) -> frozenset[int]:
    """Where the parts of an annex begin that have a number without a sign: '1 Access' and '2 Storage', each with other
    words under it. A number with a sign is that of an item."""
    full = [(at, line) for at, line in enumerate(lines) if line.words]
    numbers = [
        int(match["number"]) if (match := _NUMBERED.fullmatch(line.words)) and is_title(line) else 0 for _, line in full
    ]
    found: list[int] = []
    row: list[int] = []
    for place, number in enumerate(numbers):
        written = number and place + 1 < len(full) and not numbers[place + 1]
        if written and number not in (1, len(row) + 1):
            continue
        if written:
            row = [*([] if number == 1 else row), full[place][0]]
            found += row if number == _FEWEST else row[-1:] if number > _FEWEST else []
    return frozenset(found)


def unsaid_annexes(parts: Sequence[RawPart]) -> Iterator[RawLine]:
    """Where the numbers of the parts of an annex begin anew, behind those of another or behind the signatures, and no
    line says that an annex begins; and titles in bold that count behind the signatures, each over a sentence."""
    for part in parts:
        if part.kind in ("annex", "closing"):
            full = [line for line in part.lines if line.words] if part.kind == "closing" else []
            yield from (line for line, below in pairwise(full) if _is_bold_title(line, below))
            firsts = [part.lines[at] for at in sorted(_numbered_titles(part.lines))]
            firsts = [line for line in firsts if (match := _NUMBERED.fullmatch(line.words)) and match["number"] == "1"]
            yield from firsts if part.kind == "closing" else firsts[1:]


def out_of_row(parts: Sequence[RawPart], grammar: Grammar) -> Iterator[tuple[RawPart, RawLine]]:
    """Headings that say which article they are, with a number that does not go on from the one before: that of a part,
    or one within an article."""
    for part in parts:
        heads = [part.heading] if part.heading and not part.number else []
        for line in (*heads, *part.lines) if part.kind == "article" else ():
            match = grammar.ARTICLE_HEADING.fullmatch(line.words) if _is_heading(line) else None
            if match and match["word"]:
                yield part, line


def _lettered_titles(lines: Sequence[RawLine]) -> frozenset[int]:
    """Where the parts of an annex begin that have a letter and are bold as a whole: 'A. PARTIES' and 'B. TRANSFER', in
    a row from A on, each with other words under it."""
    full = [(at, line) for at, line in enumerate(lines) if line.words]
    found: list[int] = []
    last: ItemMark | None = None
    for (at, line), (_, below) in pairwise(full):
        mark = item_mark(line.words) if line.level == BOLD else None
        if mark is None or not mark.is_capital or (below.level == BOLD and item_mark(below.words)):
            continue
        if mark.follows(last) if last else mark.is_first:
            found.append(at)
            last = mark
    return frozenset(found if len(found) >= _FEWEST else ())


def _is_bold_title(line: RawLine, below: RawLine) -> bool:
    """Whether a line is a number and words in bold, over a sentence that no mark begins."""
    sentence = item_mark(below.words) is None and below.words.endswith((".", ":")) and len(below.words.split()) > _FEW
    return sentence and _BOLD_TITLE.fullmatch(line.words) is not None


def _is_heading(line: RawLine) -> bool:
    return 0 < line.level < BOLD


def _inner(lines: Sequence[RawLine], markdown: bool) -> list[Row]:
    """The lines under a heading of level 1: a heading among them has a lower one."""
    return [
        (f"{'#' * max(line.level, 2)} {_shown(line, markdown)}", line.number)
        if _is_heading(line)
        else _words(line, markdown)
        for line in lines
    ]


def _preamble(lines: Sequence[RawLine], markdown: bool) -> list[Row]:
    """What stands before the articles; its first line, where that is a heading or short and alone, is the title."""
    first = next((place for place, line in enumerate(lines) if line.words), None)
    if first is None:
        return []
    title, rest = lines[first], lines[first + 1 :]
    if not (0 < title.level < BOLD or (is_title(title) and not (rest and rest[0].words))):
        return _inner(lines, markdown)
    head = [(f"# {_shown(title, markdown)}", title.number), ("", title.number)]
    return head + _trimmed(_inner(rest, markdown))


def _trimmed(rows: list[Row]) -> list[Row]:
    """Without the empty lines at both ends."""
    full = [at for at, (row, _) in enumerate(rows) if row]
    return rows[full[0] : full[-1] + 1] if full else []
