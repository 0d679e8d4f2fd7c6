"""Lines cut into groups: which lines are a heading, a clause, a list, a table, a definition list or a paragraph.

A mark begins something where something can begin: at the begin of a block, or behind a line that has ended; or where
it is the next of its row. Everywhere else it is a word of the sentence that was wrapped there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausule.language.protocol import Grammar
from clausule.read.marks import (
    ClauseMark,
    ItemMark,
    clause_follows,
    clause_mark,
    has_ended,
    is_bold,
    is_padded,
    item_mark,
    width,
)
from clausule.read.source import Line

HEADING = re.compile(r"(#{1,6}) +(.*)")
_UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})[ \t]*")
TERM_BODY = re.compile(r":\s+")
# What begins a block that the grammar does not have.
STRANGE = re.compile(
    r"```|~~~|>\s|>$|={3,}\s*$|(?:[-*_]\s*){3,}$|#{1,6}|\+[-=]{2,}|\*\[[^\[\]]{1,99}\]:"
    r"|\[[^\[\]]{1,99}\]:\s+(?=<|https?:|mailto:|www\.|[./#])|[–—](?!.*[–—]\s*$)\s|[·▪◦‣➢✓]\s"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are read as one. ``kind`` is heading, underlined, clause, list, terms, table or paragraph; ``rows``
    are the lines of each item of a list, and ``mark`` is that of a clause, with ``short`` where it is only counted
    within its article (``1.``, ``(1)``)."""

    kind: str
    lines: list[Line]
    rows: list[list[Line]] = field(default_factory=list)
    mark: ClauseMark | None = None
    short: bool = False


def cut(lines: list[Line], grammar: Grammar, article: str | None, depth: int) -> Iterator[Group]:
    """The groups of ``lines``, in order. ``article`` is the number of the article that they are of, or None; within an
    item (``depth``) nothing is a clause."""
    yield from _Cutter(lines, grammar, article, depth).groups()


class _Cutter:
    def __init__(self, lines: list[Line], grammar: Grammar, article: str | None, depth: int) -> None:
        self._lines, self._grammar, self._article, self._depth = lines, grammar, article, depth
        self._last = ""  # the number of the last clause
        self._short: ItemMark | None = None  # the mark of the last clause that is only counted
        self._marks: dict[str, ItemMark] = {}  # the last mark of each style
        self._dotted = article is not None and self._has_dotted()

    def groups(self) -> Iterator[Group]:
        index = 0
        while index < len(self._lines):
            if not self._lines[index].text.strip():
                index += 1
                continue
            group = self._group(index)
            yield group
            index += len(group.lines)

    def _group(self, index: int) -> Group:
        lines, text = self._lines, self._lines[index].text
        if HEADING.fullmatch(text):
            return Group("heading", [lines[index]])
        if self._is_underlined(index):
            return Group("underlined", lines[index : index + 2])
        if text.lstrip().startswith("|"):
            end = index
            while end < len(lines) and lines[end].text.lstrip().startswith("|"):
                end += 1
            return Group("table", lines[index:end])
        if mark := self._clause_at(index):
            self._last = mark.number
            return Group("clause", lines[index : self._end_of_paragraph(index)], mark=mark)
        if mark := self._short_at(index):
            return Group("clause", lines[index : self._end_of_paragraph(index)], mark=mark, short=True)
        if self._list_at(index):
            rows = list(self._rows(index))
            return Group("list", [line for row in rows for line in row], rows)
        if term_follows(lines, index) and not clause_mark(text, self._grammar):
            return Group("terms", lines[index : self._end_of_terms(index)])
        return Group("paragraph", lines[index : self._end_of_paragraph(index)])

    # Where something begins.

    def _above(self, index: int) -> Line | None:
        """The line right above in the same block; None where a block begins."""
        above = self._lines[index - 1] if index else None
        return None if above is None or not above.text.strip() or _ends_block(above.text) else above

    def _before(self, index: int) -> Line | None:
        """The last line with words before ``index``."""
        index -= 1
        while index >= 0 and not self._lines[index].text.strip():
            index -= 1
        return self._lines[index] if index >= 0 else None

    def _is_underlined(self, index: int) -> bool:
        lines, text = self._lines, self._lines[index].text
        if index + 1 >= len(lines) or self._above(index) or self._depth:
            return False
        under = _UNDERLINE.fullmatch(lines[index + 1].text)
        if not under or STRANGE.match(text.lstrip()) or text.lstrip().startswith("|"):
            return False
        # Under a sentence, a clause or an item it is a line of dashes.
        sentence = text.rstrip().endswith((".", ";", ",")) or item_mark(text) or clause_mark(text, self._grammar)
        return under[1].startswith("=") or not sentence

    def _clause_at(self, index: int) -> ClauseMark | None:
        """The number of the clause that begins at ``index``; ``7.2`` of article 7, or any number in an annex."""
        if self._depth:
            return None
        text = self._lines[index].text
        mark = clause_mark(text, self._grammar)
        above = self._above(index)
        if mark is None:
            return self._named_clause(text) if above is None else None
        follows = clause_follows(mark.number, self._last)
        if above is None:
            return mark if follows or not is_padded(mark.number) else None
        if self._grammar.REFERRING.search(above.text):
            return None
        if has_ended(above):
            own = self._article is not None and mark.number.split(".")[0] == self._article
            return mark if own or follows else None
        goes_on = self._grammar.UNFINISHED.search(above.text) or self._grammar.REFERRED.match(text, mark.end)
        return mark if follows and not goes_on else None

    def _named_clause(self, text: str) -> ClauseMark | None:
        """``Artikel 7.2 De klant``, where it is the next clause of article 7."""
        match = self._grammar.NUMBERED_CLAUSE.match(text) if self._article is not None else None
        if not match or not match["word"] or match["number"].split(".")[0] != self._article:
            return None
        return (
            ClauseMark(match["number"], match[0].strip(), match.end())
            if clause_follows(match["number"], self._last)
            else None
        )

    def _has_dotted(self) -> bool:
        for index, line in enumerate(self._lines):
            mark = clause_mark(line.text, self._grammar)
            above = self._above(index) if mark else None
            if mark and mark.number.split(".")[0] == self._article and (above is None or has_ended(above)):
                return True
        return False

    def _short_at(self, index: int) -> ClauseMark | None:
        """``1.``, ``(1)`` or ``lid 1.`` at the margin of an article whose clauses have no numbers such as 7.1."""
        if self._article is None or self._depth or self._dotted:
            return None
        text = self._lines[index].text
        named = self._grammar.CLAUSE_WORD.match(text)
        mark = item_mark(text)
        if named:
            mark = ItemMark(0, named["mark"], named["number"].lower(), "lid", named.end())
        if not mark or mark.indent > 1 or not mark.label[:1].isdigit() or not self._can_begin_short(index, mark):
            return None
        self._short = mark
        return ClauseMark(mark.label, mark.mark, mark.end)

    def _can_begin_short(self, index: int, mark: ItemMark) -> bool:
        above, before = self._above(index), self._before(index)
        if self._short:
            if mark.style != self._short.style or (mark.is_first and before and before.text.rstrip().endswith(":")):
                return False
            if above is None:
                return not mark.is_first
            return mark.follows(self._short) and not self._grammar.REFERRING.search(above.text)
        if before is None or _ends_block(before.text) or is_bold(before.text):
            return True
        return mark.is_first and has_ended(before) and not before.text.rstrip().endswith(":")

    def _list_at(self, index: int) -> bool:
        """Whether a list begins at ``index``, or goes on there behind something else."""
        text = self._lines[index].text
        mark = item_mark(text)
        if mark is None or STRANGE.match(text):
            return False
        last, above = self._marks.get(mark.style), self._above(index)
        goes_on = bool(last and mark.follows(last))
        if above is None:
            # 'J. de Boer' is a name and '20° ' a temperature.
            return mark.is_first or goes_on or not (mark.is_capital or mark.mark[-1] in "º°")
        if mark.is_first and has_ended(above):
            return not self._grammar.REFERRING.search(above.text)
        return False

    # Where it ends.

    def _end_of_paragraph(self, index: int) -> int:
        lines, start = self._lines, index
        index += 1
        while index < len(lines) and lines[index].text.strip():
            text = lines[index].text
            if HEADING.fullmatch(text) or self._list_at(index) or self._clause_at(index) or self._short_begins(index):
                break
            if is_bold(text) and has_ended(lines[index - 1]):
                break
            index += 1
        return max(index, start + 1)

    def _short_begins(self, index: int) -> bool:
        """As ``_short_at``, without going there."""
        before = self._short
        found = self._short_at(index)
        self._short = before
        return found is not None

    def _rows(self, index: int) -> Iterator[list[Line]]:
        """The items of the list at ``index``. It goes on over blank lines while the next line is an item of the same
        style, or is indented."""
        lines = self._lines
        first = item_mark(lines[index].text)
        assert first
        last, row = first, [lines[index]]
        index += 1
        while index < len(lines):
            text = lines[index].text
            if not text.strip():
                following = next_words(lines, index)
                if following is None or not self._stays_in(lines[following].text, first):
                    break
                row += lines[index:following]
                index = following
                text = lines[index].text
            if HEADING.fullmatch(text) or (self._is_margin(text, first) and self._begins_clause(index, last)):
                break
            mark = item_mark(text)
            if mark and self._is_item(index, mark, first, last):
                yield row
                last, row = mark, []
            row.append(lines[index])
            index += 1
        self._marks[first.style] = last
        yield row

    @staticmethod
    def _is_margin(text: str, first: ItemMark) -> bool:
        return width(text[: len(text) - len(text.lstrip())]) <= first.indent + 1

    def _begins_clause(self, index: int, last: ItemMark) -> bool:
        """Whether a clause begins at ``index``, and not the next item of the list whose last mark is ``last``."""
        if self._clause_at(index):
            return True
        mark = item_mark(self._lines[index].text)
        return self._short is not None and not (mark and mark.follows(last)) and self._short_begins(index)

    @staticmethod
    def _stays_in(text: str, first: ItemMark) -> bool:
        """Whether a list goes on with ``text`` behind a blank line."""
        mark = item_mark(text)
        return bool(mark and _is_like(mark, first)) or width(text[: len(text) - len(text.lstrip())]) >= first.indent + 2

    def _is_item(self, index: int, mark: ItemMark, first: ItemMark, last: ItemMark) -> bool:
        """Whether ``mark`` begins the next item of the list from ``first`` to ``last``."""
        if not _is_like(mark, first):
            return False
        above = self._above(index)
        if above is None or mark.is_bullet:
            return True
        if self._grammar.REFERRING.search(above.text):
            return False
        return mark.follows(last) or has_ended(above)

    def _end_of_terms(self, index: int) -> int:
        lines = self._lines
        while term_follows(lines, index):
            body = next_words(lines, index + 1)
            assert body is not None
            index = body + 1
            while index < len(lines) and (lines[index].text.strip() or _indented_next(lines, index)):
                if term_follows(lines, index) or self._clause_at(index):
                    break
                index += 1
            following = next_words(lines, index)
            if following is None or not term_follows(lines, following):
                return index
            index = following
        return index


def _is_like(mark: ItemMark, first: ItemMark) -> bool:
    """Whether ``mark`` looks like that of the first item of a list, and stands below it."""
    return mark.indent <= first.indent + 1 and mark.style == first.style


def _ends_block(text: str) -> bool:
    """Whether a block ends with ``text``, so that another begins below it without a blank line."""
    return bool(HEADING.fullmatch(text) or _UNDERLINE.fullmatch(text)) or text.lstrip().startswith("|")


def term_follows(lines: list[Line], index: int) -> bool:
    """Whether a term stands at ``index``: a short line of words whose next line of words begins with ': '."""
    if index >= len(lines):
        return False
    text = lines[index].text
    if not text.strip() or len(text) > 200 or TERM_BODY.match(text.lstrip()) or HEADING.fullmatch(text):
        return False
    body = next_words(lines, index + 1)
    return body is not None and body <= index + 2 and bool(TERM_BODY.match(lines[body].text.lstrip()))


def next_words(lines: list[Line], index: int) -> int | None:
    """The index of the first line with words from ``index`` on."""
    while index < len(lines):
        if lines[index].text.strip():
            return index
        index += 1
    return None


def _indented_next(lines: list[Line], index: int) -> bool:
    following = next_words(lines, index)
    return following is not None and lines[following].text.startswith(("    ", "\t"))
