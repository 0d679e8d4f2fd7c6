"""What stands at the edges of pages and is not of the text: running heads and feet, and the numbers of pages.

It is what comes again on other pages at the same height; the numbers in it may be those of the pages. What begins as an
article or a numbered paragraph does is none, whatever its number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from clausule.language.protocol import Grammar
from clausule.model.ids import roman_value
from clausule.read.importing.document import Dropped
from clausule.read.importing.pdf.lines import Piece

_DEEPEST = 5
_NEAR = 6.0
_NUMBER = re.compile(r"\d+")
_NUMBERED = re.compile(r"(?:\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?|\(?[a-z][.)])\s+\S*[^\W\d]")
_ALONE = re.compile(r"\D{0,15}1(?:\s*\D{1,6}\s*1)?\D{0,2}")
_OUTER = 0.12


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one line of a page; ``at`` is its height, ``near`` how many lines lie between it and the edge."""

    page: int
    at: float
    text: str
    pieces: tuple[int, ...]


def without_edges(
    pages: Sequence[Sequence[Piece]], heights: Sequence[float], grammar: Grammar
) -> tuple[list[list[Piece]], list[Dropped]]:
    """The pieces of each page without running heads, feet and numbers of pages; and these, each once."""
    rows = [_rows(page, index) for index, page in enumerate(pages)]
    gone: set[tuple[int, int]] = set()
    dropped: list[Dropped] = []
    for last in (False, True):
        outer = [(page[::-1] if last else page)[:_DEEPEST] for page in rows]
        running = _running([row for page in outer for row in page], len(pages), grammar)
        for page, own in zip(outer, rows, strict=True):
            for place, row in enumerate(page):
                if len(own) <= place + 1 and len(pages) > 1 and row.text not in running.exact:
                    break
                if (row.page, row.at, row.text) not in running.rows and not (
                    last and not place and len(own) > 1 and _is_alone(row, page, heights[row.page], len(pages))
                ):
                    break
                gone |= {(row.page, piece) for piece in row.pieces}
                dropped.append(Dropped("running heads and page numbers", row.text))
    kept = [[one for at, one in enumerate(page) if (index, at) not in gone] for index, page in enumerate(pages)]
    return kept, _each_once(dropped)


def _rows(page: Sequence[Piece], index: int) -> list[_Row]:
    """The lines of a page from top to bottom, whatever column they are in."""
    found: list[list[int]] = []
    order = sorted(range(len(page)), key=lambda at: (page[at].y, page[at].x0))
    for at in order:
        if found and page[at].y - page[found[-1][0]].y <= 0.3 * page[at].size:
            found[-1].append(at)
        else:
            found.append([at])
    rows = []
    for row in found:
        row.sort(key=lambda at: page[at].x0)
        rows.append(_Row(index, page[row[0]].y, " ".join(page[at].text for at in row), tuple(row)))
    return rows


@dataclass(frozen=True, slots=True)
class _Running:
    rows: frozenset[tuple[int, float, str]]
    exact: frozenset[str]


def _running(rows: Sequence[_Row], pages: int, grammar: Grammar) -> _Running:
    groups: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[_without_numbers(row.text)].append(row)
    found: set[tuple[int, float, str]] = set()
    exact: set[str] = set()
    for group in groups.values():
        same = Counter(row.text for row in group)
        kinds = [group] if len(same) > 1 and _counts_pages(group, grammar) else []
        kinds += [[row for row in group if row.text == text] for text in same] if not kinds else []
        for kind in kinds:
            for level in _levels(kind):
                seen = sorted({row.page for row in level})
                if _is_often(seen, pages):
                    found |= {(row.page, row.at, row.text) for row in level}
                    exact |= {row.text for row in level} if len({row.text for row in level}) == 1 else set()
    return _Running(frozenset(found), frozenset(exact))


def _levels(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Rows that stand at one height."""
    found: list[list[_Row]] = []
    for row in sorted(rows, key=lambda row: row.at):
        if found and row.at - found[-1][0].at <= _NEAR:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _is_often(seen: Sequence[int], pages: int) -> bool:
    """On two pages in five, or on three that follow each other."""
    if len(seen) < 2:
        return False
    return len(seen) >= max(2, ceil(0.4 * pages)) or any(seen[at + 2] - seen[at] <= 4 for at in range(len(seen) - 2))


def _without_numbers(text: str) -> str:
    words = "".join(text.split()).lower()
    return "#" if roman_value(words) is not None else _NUMBER.sub("#", words)


def _numbers(text: str) -> list[int]:
    value = roman_value("".join(text.split()).lower())
    return [value] if value is not None else [int(number) for number in _NUMBER.findall(text)]


def _counts_pages(rows: Sequence[_Row], grammar: Grammar) -> bool:
    """Whether the numbers in rows that are otherwise equal stay the same or are those of the pages."""
    first = rows[0].text.strip()
    heading = grammar.ARTICLE_HEADING.fullmatch(first)
    if (heading and heading.start("number") > 0) or grammar.ANNEX_HEADING.fullmatch(first) or _NUMBERED.match(first):
        return False
    columns = list(zip(*(_numbers(row.text) for row in rows), strict=True))
    most = 0.8 * len(rows)
    if not columns:  # they differ in capitals only
        return False
    for column in columns:
        steps = Counter(number - row.page for number, row in zip(column, rows, strict=True))
        if max(Counter(column).values()) < most and max(steps.values()) < most:
            return False
    return True


def _is_alone(row: _Row, page: Sequence[_Row], height: float, pages: int) -> bool:
    """Whether a row is the number of the only page."""
    if pages > 1 or not _ALONE.fullmatch(row.text.strip()) or row.at < height * (1 - _OUTER):
        return False
    return len(page) < 2 or row.at - page[1].at > 20


def _each_once(dropped: Sequence[Dropped]) -> list[Dropped]:
    """Those that differ in numbers only are listed as the first of them."""
    found: dict[str, Dropped] = {}
    for one in dropped:
        found.setdefault(_without_numbers(one.words), one)
    return list(found.values())
