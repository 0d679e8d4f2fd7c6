"""Marks that hang beside their words on a page, and that a program wrote on a line of their own above them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.read.importing.raw_lines import RawLine, is_title
from clausule.read.marks import clause_mark, item_mark

_FEWEST = 5  # marks that stand above their words, in a text that a program wrote so
_FEW = 2  # headings that stand above their titles
_TITLE = 60  # letters of a title that nothing but its place shows
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")


def with_hung_marks(lines: Sequence[RawLine], grammar: Grammar) -> list[RawLine]:
    """The lines, where each mark that stands alone between empty lines has the words that stand below it, and each
    'Artikel 7' its title; without empty lines where most marks stand alone, as in what is copied from a page. Of marks
    of one kind that stand one above the other nobody knows whose words come first: they stay, and are doubts
    (``wrapped``)."""
    full = [at for at, line in enumerate(lines) if line.words]
    apart = {at for at in full if at + 1 == len(lines) or not lines[at + 1].words}
    alone = {at: mark for at in full if (mark := _style(lines[at].words, grammar))}
    tight = _right_above(lines, full, {at for at in alone if at not in apart}, grammar)
    marks = {at: mark for at, mark in alone.items() if at in apart or at in tight}
    hung: dict[int, int] = {}
    titled: dict[int, int] = {}
    for place, (at, below) in enumerate(pairwise(full)):
        if not _is_plain(lines[below].words, grammar):
            continue
        above = marks.get(full[place - 1], "") if place else ""
        if at in marks and below not in marks and (not above or (above != marks[at] and _is_first(lines[at].words))):
            hung[at] = below
        elif at in apart and below in apart and _is_untitled(lines[at].words, grammar) and _can_title(lines[below]):
            titled[at] = below
    joined = {**(hung if len(hung) >= _FEWEST else {}), **(titled if len(titled) >= _FEW else {})}
    taken = {at for begin, end in joined.items() for at in range(begin + 1, end + 1)}
    return [
        RawLine(f"{line.text.rstrip()} {lines[joined[at]].words}", line.number) if at in joined else line
        for at, line in enumerate(lines)
        if at not in taken
    ]


def _right_above(lines: Sequence[RawLine], full: Sequence[int], alone: Set[int], grammar: Grammar) -> Set[int]:
    """The marks of those that stand ``alone`` right above words, where more stand so than have their words behind them;
    a number that a sentence points to is none."""
    marked = sum(not _is_plain(lines[at].words, grammar) for at in full if at not in alone)
    above = dict(zip(full[1:], full, strict=False))
    found = {at for at in alone if at not in above or not grammar.REFERRING.search(lines[above[at]].words)}
    return found if len(found) > max(marked, _FEWEST) else frozenset()


def _style(words: str, grammar: Grammar) -> str:
    """What a mark that is all of a line has in common with those of its row; empty where it is none."""
    mark = item_mark(f"{words} x")
    if mark and mark.end > len(words) and not (mark.is_bullet and (words.isalpha() or words == "-")):
        return mark.style
    return "clause" if clause_mark(f"{words} x", grammar) and _NUMBER.fullmatch(words) else ""


def _is_first(words: str) -> bool:
    """Whether the first item of a list stands here: its words come before those of any other."""
    mark = item_mark(f"{words} x")
    return mark is not None and mark.is_first


def _is_plain(words: str, grammar: Grammar) -> bool:
    return item_mark(words) is None and clause_mark(words, grammar) is None


def _is_untitled(words: str, grammar: Grammar) -> bool:
    """Whether words are which article or annex it is, and nothing else."""
    matches = (pattern.fullmatch(words) for pattern in (grammar.ARTICLE_HEADING, grammar.ANNEX_HEADING))
    return any(
        match and match["number"] and match.start("number") > 0 and not match["title"].strip() for match in matches
    )


def _can_title(line: RawLine) -> bool:
    return is_title(line) and len(line.words) <= _TITLE and line.words[:1].isupper()
