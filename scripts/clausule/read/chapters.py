"""Chapters that are called by a number or a letter alone, 'II. Zorg' or 'B. Zorg' above 'Artikel 3', or by what
articles are called elsewhere, 'Section II' above 'Clause 4'. What is no chapter by its word (the grammar of a language
knows those) is one by what stands below it."""

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
    """The number and title of ``heading`` when it is a chapter: a Roman number or a letter without a word, or a number
    with another word, and ``below`` it the heading of an article that says that it is one. Else 'II. Zorg' is an
    article itself."""
    article = grammar.ARTICLE_HEADING.fullmatch(below)
    if not article or not article["word"]:
        return None
    named = grammar.ARTICLE_HEADING.fullmatch(heading)
    own, other = (chapter_word(match["word"] or "") if match else "" for match in (named, article))
    return named if own and own != other else _BARE.fullmatch(heading)


def chapter_word(word: str) -> str:
    """The word before a number, so that 'Art.' is 'artikel', and 'Sections' is 'section'."""
    return word.strip(" .\t").lower()[:3]


def part_of_annex(words: str, grammar: Grammar) -> re.Match[str] | None:
    """The ``number`` and ``title`` of the heading of a part of an annex, 'Part A – Services', which is referred to as
    'Part A of Schedule 1'; ``words`` that go on as a sentence does are none."""
    match = grammar.CHAPTER_HEADING.fullmatch(words)
    return match if match and not match["title"][:1].islower() else None


def bare_chapters(lines: Sequence[tuple[str, bool]], grammar: Grammar) -> dict[int, str]:
    """Where such chapters begin among lines of which is said whether they can be headings, with their ids: two at
    least, I and II or A and B, each right above an article. A list begins in that way too, and goes on otherwise."""
    written = [(index, words, is_title) for index, (words, is_title) in enumerate(lines) if words]
    found = [
        (index, match)
        for (index, words, is_title), (_, below, is_heading) in pairwise(written)
        if is_title and is_heading and (match := bare_chapter(words, below, grammar))
    ]
    words = dict.fromkeys(map(_word, (match for _, match in found)))
    rows = [
        _row([(index, match["number"]) for index, match in found if _word(match) == word], grammar, value_of)
        for word in words
        for value_of in (_number, _letter)
    ]
    return max(rows, key=len, default={})


def _word(match: re.Match[str]) -> str:
    return chapter_word(match.groupdict().get("word") or "")


def _number(number: str) -> int | None:
    return int(number) if number.isdecimal() else roman_value(number.lower())


def _letter(number: str) -> int | None:
    return ord(number) - ord("A") + 1 if len(number) == 1 else None


def _row(written: Sequence[tuple[int, str]], grammar: Grammar, value_of: Callable[[str], int | None]) -> dict[int, str]:
    found: list[tuple[int, int]] = []
    for index, number in written:
        value = value_of(number)
        if value == 1 or (value and found and value == found[-1][1] + 1):
            found.append((index, value))
    is_row = any(value > 1 for _, value in found)
    return {index: f"{grammar.CHAPTERS[0]}-{value}" for index, value in found} if is_row else {}
