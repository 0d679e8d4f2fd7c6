"""A table of contents: lines that end in the number of a page, mostly behind dots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Dropped
from clausule.read.importing.pdf.lines import Line

_LEADER = re.compile(r"(?P<title>.*[^\W_].*?)\s*(?:[.…·_]\s?){4,}\s*(?P<page>\d{1,4}|[ivxlc]{1,6})", re.S)
_ENDING = re.compile(r"(?P<title>.*[^\W_].*?)\s+(?P<page>\d{1,4})")
_LONGEST = 3  # lines of one title
_WIDEST = 300  # letters of a line of contents, its dots with them


def without_contents(lines: Sequence[Line], grammar: Grammar) -> tuple[list[Line], list[Dropped]]:
    """The lines without the table of contents and its heading; and these."""
    texts = [line.text.strip() for line in lines]
    gone = contents_among(texts, grammar)
    dropped = [Dropped("contents", texts[at]) for at in sorted(gone)]
    return [line for at, line in enumerate(lines) if at not in gone], dropped


def contents_among(texts: Sequence[str], grammar: Grammar) -> set[int]:
    """Which of the lines or paragraphs are a table of contents with its heading."""
    later = {title for text in texts for title in _titles(text, grammar)}
    gone: set[int] = set()
    at = 0
    while at < len(texts):
        headed = bool(grammar.CONTENTS_HEADING.fullmatch(texts[at]))
        end = _end(texts, at + headed, headed, later, grammar)
        if end - at - headed >= (1 if headed else 2):
            gone |= set(range(at, end))
            at = end
        else:
            at += 1
    return gone


def titles_in(entries: Iterable[str]) -> frozenset[str]:
    """What the entries of a table of contents name, each as its letters and digits alone (``plain_title``)."""
    matches = (_entry(_LEADER, entry) or _entry(_ENDING, entry) for entry in entries)
    return frozenset(plain_title(match["title"]) for match in matches if match)


def _entry(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The patterns take the square of what they are given: a paragraph is not held against them."""
    return pattern.fullmatch(text) if len(text) <= _WIDEST else None


def _end(texts: Sequence[str], begin: int, headed: bool, later: set[str], grammar: Grammar) -> int:
    """Where the entries that begin at ``begin`` end; each can take a few lines."""
    end, last = begin, 0
    while end < len(texts):
        for more in range(_LONGEST):
            if end + more >= len(texts):
                return end
            match = _entry(_LEADER, texts[end + more])
            if not match and headed:
                match = _entry(_ENDING, texts[end + more])
                title = " ".join(texts[end : end + more + 1]).removesuffix(match["page"]).strip() if match else ""
                match = match if match and not later.isdisjoint(_titles(title, grammar)) else None
            if match:
                break
        else:
            return end
        page = int(match["page"]) if match["page"].isdigit() else last
        if page < last or (more and not headed):
            return end
        end, last = end + more + 1, page
    return end


def _titles(text: str, grammar: Grammar) -> set[str]:
    """The words of a heading, and those behind its number: below, a heading may stand without it."""
    found = {plain_title(text)}
    for pattern in (grammar.ARTICLE_HEADING, grammar.ANNEX_HEADING):
        if match := pattern.fullmatch(text):
            found.add(plain_title(match["title"]))
    return found - {""}


def plain_title(text: str) -> str:
    """The letters and digits of a title, in small letters."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
