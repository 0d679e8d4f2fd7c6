"""What is hashed: words and numbers without typography, in reading order."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from clausule.model.canonical import canonical as canonical
from clausule.model.editions import Edition
from clausule.model.nodes import Annex, Article, Block, Clause, Definitions, Items, Paragraph, Section, Table, Text


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


def canonical_blocks(blocks: tuple[Block, ...]) -> list[Any]:
    """``blocks`` as nested lists of canonical words: what is hashed. A bullet's mark is left out, a number is not."""
    result: list[Any] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                result.append(_words(text))
            case Items(items):
                result.append([[item.label, _words(item.text), canonical_blocks(item.blocks)] for item in items])
            case Definitions(entries):
                result.append([[canonical(entry.term), _words(entry.text)] for entry in entries])
            case Table(header, rows):
                # Its mark sets a table apart from definitions, which are pairs of words too.
                result.append(["|", *([_words(cell) for cell in row] for row in (header, *rows))])
    return result


def _words(text: Text) -> Any:
    """Canonical words; where a text has links, with their targets, which a reader is sent to."""
    links = [mark.target for mark in text.marks if mark.kind == "link"]
    return [canonical(text.plain), links] if links else canonical(text.plain)


def digest(value: Any) -> str:
    """sha256 in hex of ``value`` as compact JSON in UTF-8 with sorted keys."""
    data = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.sha256(data).hexdigest()


def clause_sha256(clause: Clause) -> str:
    """The hash of one clause: its number and its words."""
    return digest([clause.number, canonical_blocks(clause.blocks)])


def edition_sha256(edition: Edition) -> str:
    """The hash of an edition: words, numbers, version, effective date and its annexes with theirs.

    Errata, reasons, inflections and allowances stand beside the text and are not in it.
    """
    return digest(
        {
            "agreement": edition.agreement,
            "version": edition.version,
            "effective": edition.effective.isoformat() if edition.effective else None,
            "title": canonical(edition.heading.plain) if edition.heading else None,
            "preamble": [_section(section) for section in edition.preamble],
            "articles": [_article(article) for article in edition.articles],
            "closing": [_section(section) for section in edition.closing],
            "annexes": [_annex(annex) for annex in edition.annexes],
        }
    )


def _section(section: Section) -> list[Any]:
    return [canonical(section.heading.plain), canonical_blocks(section.blocks)]


def _article(article: Article) -> list[Any]:
    clauses = [[clause.number, canonical_blocks(clause.blocks)] for clause in article.clauses]
    return [canonical(article.heading.plain), canonical_blocks(article.intro), clauses]


def _annex(annex: Annex) -> list[Any]:
    effective = annex.effective.isoformat() if annex.effective else None
    sections = [_section(section) for section in annex.sections]
    return [canonical(annex.heading.plain), annex.version, effective, canonical_blocks(annex.intro), sections]
