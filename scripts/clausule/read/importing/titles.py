"""Headings on two lines, a number and below it the title; and the title of an agreement, below a letterhead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Doubt
from clausule.read.importing.raw_lines import BOLD, RawLine, is_title

_HIGHEST = 8  # lines among which the title is looked for
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


def title_first(
    lines: Sequence[RawLine], is_document: Callable[[str], bool]
) -> tuple[tuple[RawLine, ...], list[Doubt]]:
    """The lines before the articles, the title first; and a doubt for each line of a letterhead that stood above it.

    The title is the first line where that is called as a document is (``is_document``), else the first of the next few
    that is, and is in capital letters or marked as a heading, higher than the first line; no sentence stands above it.
    """
    full = [at for at, line in enumerate(lines) if line.words][:_HIGHEST]
    for count, at in enumerate(full):
        line, above = lines[at], [lines[one] for one in full[:count]]
        if not is_title(line) or line.words.startswith("|") or (not count and is_document(line.words)):
            break
        if count and is_document(line.words) and _is_marked(line, above[0]):
            told = "a letterhead stands above the title, and below it here: "
            rest = lines[at + 2 :] if lines[at + 1 : at + 2] and not lines[at + 1].words else lines[at + 1 :]
            return (line, RawLine("", line.number), *lines[:at], *rest), [
                Doubt(one.number, told + one.words) for one in above
            ]
    return tuple(lines), []


def _is_marked(line: RawLine, first: RawLine) -> bool:
    """Whether a line is more of a title than the ``first`` one."""
    if 0 < first.level < BOLD:
        return 0 < line.level < first.level
    return bool(line.level) or (line.words.isupper() and not first.words.isupper())


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
