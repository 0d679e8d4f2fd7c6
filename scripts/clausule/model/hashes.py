"""What is hashed: words and numbers without typography, in reading order.

Recipe 1 is that of November 2026. Recipe 2, for editions that are frozen from then on, also holds sub-headings,
chapters, footnotes and pictures, and leaves out what the agreement is called in addresses. A lock says which it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from clausule.model.canonical import canonical as canonical
from clausule.model.editions import Edition
from clausule.model.nodes import (
    Annex,
    Article,
    Block,
    Clause,
    Definitions,
    Footnote,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
    Text,
)


def reading_text(blocks: tuple[Block, ...]) -> tuple[str, tuple[tuple[int, Text], ...]]:
    """The plain text of ``blocks`` in reading order, a line for each paragraph, item, definition and row.

    Also gives where each text begins in it. Items carry the mark that the author wrote, bullets ``-``.
    """
    lines: list[tuple[str, Text]] = []
    _collect(blocks, lines)
    pieces: list[str] = []
    starts: list[tuple[int, Text]] = []
    length = 0
    for lead, text in lines:
        starts.append((length + len(lead), text))
        pieces.append(lead + text.plain)
        length += len(lead) + len(text.plain) + 1
    return "\n".join(pieces), tuple(starts)


def _collect(blocks: tuple[Block, ...], lines: list[tuple[str, Text]]) -> None:
    for block in blocks:
        match block:
            case Paragraph(text):
                lines.append(("", text))
            case Items(items):
                for item in items:
                    lines.append((f"{item.mark} ", item.text))
                    _collect(item.blocks, lines)
            case Definitions(entries):
                lines.extend((f"{entry.term}: ", entry.text) for entry in entries)
            case Table(header, rows):
                for row in (header, *rows):
                    lines.extend(("", cell) for cell in row)


Words = Callable[[Text], Any]


def canonical_blocks(blocks: tuple[Block, ...], words: Words | None = None) -> list[Any]:
    """``blocks`` as nested lists of canonical words: what is hashed. A bullet's mark is left out, a number is not."""
    words = words or _words
    result: list[Any] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                result.append(words(text))
            case Items(items):
                result.append([[item.label, words(item.text), canonical_blocks(item.blocks, words)] for item in items])
            case Definitions(entries):
                result.append([[canonical(entry.term), words(entry.text)] for entry in entries])
            case Table(header, rows):
                # Its mark sets a table apart from definitions, which are pairs of words too.
                result.append(["|", *([words(cell) for cell in row] for row in (header, *rows))])
            case Picture(words=shown, data=data):  # recipe 1 has none
                if words is not _words:
                    result.append(["!", words(shown), hashlib.sha256(data).hexdigest()])
    return result


def _words(text: Text) -> Any:
    """Canonical words; where a text has links, with their targets, which a reader is sent to."""
    links = [mark.target for mark in text.marks if mark.kind == "link"]
    return [canonical(text.plain), links] if links else canonical(text.plain)


def _words_2(text: Text) -> Any:
    """Canonical words; where a text has links or footnotes, with their targets, and where the footnotes stand."""
    marks = [
        [mark.kind, mark.target, *([len(canonical(text.plain[: mark.start]))] if mark.kind == "note" else [])]
        for mark in text.marks
        if mark.kind in ("link", "note")
    ]
    return [canonical(text.plain), marks] if marks else canonical(text.plain)


def canonical_json(value: Any) -> bytes:
    """``value`` (text, whole numbers, lists, names of ASCII) in the one form of RFC 8785: names in order, no white
    space, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: Any) -> str:
    """sha256 in hex of ``value`` in that form."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


def clause_sha256(clause: Clause, recipe: int) -> str:
    """The hash of one clause: its number and its words, by recipe 2 with the sub-heading above it."""
    return digest([clause.number, canonical_blocks(clause.blocks)] if recipe == 1 else _clause_2(clause))


def article_sha256(article: Article, recipe: int) -> str:
    """The hash of one article with its heading and clauses, as it stands in that of its edition."""
    return digest(_article(article) if recipe == 1 else _article_2(article))


def section_sha256(section: Section, recipe: int) -> str:
    """The hash of one section of the preamble, the closing or an annex."""
    return digest(_section(section) if recipe == 1 else _section_2(section))


def annex_sha256(annex: Annex, recipe: int) -> str:
    """The hash of one annex with its version, date and sections."""
    return digest(_annex(annex) if recipe == 1 else _annex_2(annex))


@lru_cache(maxsize=8)
def edition_sha256(edition: Edition) -> str:
    """The hash of an edition by its recipe: words, numbers, version, effective date and its annexes with theirs.

    Errata, reasons, inflections and allowances stand beside the text and are not in it. It is kept for the next form of
    the same edition: nearly each says it.
    """
    return hashlib.sha256(edition_bytes(edition)).hexdigest()


def edition_bytes(edition: Edition) -> bytes:
    """What is hashed of an edition, by its recipe. The hash of a part (article, clause, section, annex) is that of its
    part of this, in the same form."""
    return canonical_json(_recipe_1(edition) if edition.recipe == 1 else _recipe_2(edition))


def _recipe_1(edition: Edition) -> Any:
    return {
        "agreement": edition.name_in_hash,
        **_frame(edition),
        "preamble": [_section(section) for section in edition.preamble],
        "articles": [_article(article) for article in edition.articles],
        "closing": [_section(section) for section in edition.closing],
        "annexes": [_annex(annex) for annex in edition.annexes],
    }


def _frame(edition: Edition) -> dict[str, Any]:
    return {
        "version": edition.version,
        "effective": edition.effective.isoformat() if edition.effective else None,
        "title": canonical(edition.heading.plain) if edition.heading else None,
    }


def _section(section: Section) -> list[Any]:
    return [canonical(section.heading.plain), canonical_blocks(section.blocks)]


def _article(article: Article) -> list[Any]:
    clauses = [[clause.number, canonical_blocks(clause.blocks)] for clause in article.clauses]
    return [canonical(article.heading.plain), canonical_blocks(article.intro), clauses]


def _annex(annex: Annex) -> list[Any]:
    effective = annex.effective.isoformat() if annex.effective else None
    sections = [_section(section) for section in annex.sections]
    return [canonical(annex.heading.plain), annex.version, effective, canonical_blocks(annex.intro), sections]


def _recipe_2(edition: Edition) -> Any:
    return {
        "recipe": 2,
        **_frame(edition),
        "preamble": [_section_2(section) for section in edition.preamble],
        "articles": [_article_2(article) for article in edition.articles],
        "closing": [_section_2(section) for section in edition.closing],
        "annexes": [_annex_2(annex) for annex in edition.annexes],
    }


def _section_2(section: Section) -> list[Any]:
    return [_words_2(section.heading), canonical_blocks(section.blocks, _words_2), _notes_2(section.footnotes)]


def _article_2(article: Article) -> list[Any]:
    return [
        [[chapter.level, _words_2(chapter.heading)] for chapter in article.opens],
        _words_2(article.heading),
        canonical_blocks(article.intro, _words_2),
        [_clause_2(clause) for clause in article.clauses],
        _notes_2(article.footnotes),
    ]


def _clause_2(clause: Clause) -> list[Any]:
    above = _words_2(clause.subheading) if clause.subheading else None
    return [clause.number, above, canonical_blocks(clause.blocks, _words_2)]


def _annex_2(annex: Annex) -> list[Any]:
    return [
        _words_2(annex.heading),
        annex.version,
        annex.effective.isoformat() if annex.effective else None,
        canonical_blocks(annex.intro, _words_2),
        [_section_2(section) for section in annex.sections],
        _notes_2(annex.footnotes),
    ]


def _notes_2(notes: tuple[Footnote, ...]) -> list[Any]:
    return [[note.label, _words_2(note.text)] for note in notes]
