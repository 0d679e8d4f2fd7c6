"""Chapters that are called by a number or a letter alone: 'II. Zorg' or 'B. Zorg' above 'Artikel 3'. What is no chapter
by its word (the grammar of a language knows those) is one by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.model.ids import roman_value

_BARE = re.compile(
    r"(?P<mark>(?P<number>[IVXLC]+|[A-Z])(?:[.)]|(?=\s*[:|–—]|\s+-\s)))\s*(?:[:|]|[-–—](?=\s))?\s*(?P<title>\S.*)"
)


def bare_chapter(heading: str, below: str, grammar: Grammar) -> re.Match[str] | None:
    """The number and title of ``heading`` when it is a chapter: a Roman number or a letter without a word, and
    ``below`` it the heading of an article that says that it is one. Else 'II. Zorg' is an article itself."""
    article = grammar.ARTICLE_HEADING.fullmatch(below)
    return _BARE.fullmatch(heading) if article and article["word"] else None


def part_of_annex(words: str, grammar: Grammar) -> re.Match[str] | None:
    """The ``number`` and ``title`` of the heading of a part of an annex, 'Part A – Services', which is referred to as
    'Part A of Schedule 1'; ``words`` that go on as a sentence does are none."""
    match = grammar.CHAPTER_HEADING.fullmatch(words)
    return match if match and not match["title"][:1].islower() else None


def bare_chapters(lines: Sequence[tuple[str, bool]], grammar: Grammar) -> dict[int, str]:
    """Where such chapters begin among lines of which is said whether they can be headings, with their ids: two at
    least, I and II or A and B, each right above an article. A list begins in that way too, and goes on otherwise."""
    rows = (_row(lines, grammar, value) for value in (_roman, _letter))
    return max(rows, key=len)


def _roman(number: str) -> int | None:
    return roman_value(number.lower())


def _letter(number: str) -> int | None:
    return ord(number) - ord("A") + 1 if len(number) == 1 else None


def _row(lines: Sequence[tuple[str, bool]], grammar: Grammar, value_of: Callable[[str], int | None]) -> dict[int, str]:
    found: list[tuple[int, int]] = []
    written = [(index, words, is_title) for index, (words, is_title) in enumerate(lines) if words]
    for (index, words, is_title), (_, below, is_heading) in pairwise(written):
        match = bare_chapter(words, below, grammar) if is_title and is_heading else None
        value = value_of(match["number"]) if match else None
        if value == 1 or (value and found and value == found[-1][1] + 1):
            found.append((index, value))
    is_row = any(value > 1 for _, value in found)
    return {index: f"{grammar.CHAPTERS[0]}-{value}" for index, value in found} if is_row else {}
