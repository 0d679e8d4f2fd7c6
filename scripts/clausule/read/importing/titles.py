"""Headings on two lines: a number, and below it the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausule.language.protocol import Grammar
from clausule.read.importing.raw_lines import RawLine, is_title

_MARK = re.compile(r"(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxlc]+)[.)]\s|\(\w+\)\s|\d+(?:\.\d+)*\s")


def with_titles(lines: Sequence[RawLine], grammar: Grammar) -> list[RawLine]:
    """The lines, where a heading that is a number alone ('Artikel 1') has its title from the line below it that is
    marked in the same way, or that alone is marked."""
    found = list(lines)
    for at, line in enumerate(lines):
        if not _is_number(line, grammar):
            continue
        below = next((n for n in range(at + 1, len(lines)) if lines[n].words), None)
        if below is None or not lines[below].level or line.level not in (0, lines[below].level):
            continue
        title = lines[below]
        if is_title(title) and not _MARK.match(title.words) and not _is_part(title, grammar):
            text, words = f"{line.text.rstrip()} {title.words}", f"{line.words} {title.words}"
            found[at] = RawLine(text, line.number, title.level, words)
            found[below] = RawLine("", title.number)
    return found


def begins_part(words: str, grammar: Grammar) -> bool:
    """Whether words say of themselves that an article or an annex begins with them, and go on as a title does."""
    article = grammar.ARTICLE_HEADING.fullmatch(words)
    found = article if article and article.start("number") > 0 else grammar.ANNEX_HEADING.fullmatch(words)
    return found is not None and not found["title"][:1].islower()


def _is_number(line: RawLine, grammar: Grammar) -> bool:
    """Whether a heading says which article or annex it is, and nothing else."""
    for pattern in (grammar.ARTICLE_HEADING, grammar.ANNEX_HEADING):
        match = pattern.fullmatch(line.words)
        if match and match["number"] and match.start("number") > 0 and not match["title"].strip():
            return True
    return False


def _is_part(line: RawLine, grammar: Grammar) -> bool:
    """Whether a line begins an article, an annex, a chapter or the closing words."""
    named = grammar.ARTICLE_HEADING.fullmatch(line.words)
    begins = (pattern.fullmatch(line.words) for pattern in (grammar.ANNEX_HEADING, grammar.CHAPTER_HEADING))
    return bool(named and named.start("number")) or any(begins) or bool(grammar.CLOSING_HEADING.match(line.words))
