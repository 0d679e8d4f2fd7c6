"""An edition as one file of Markdown, which ``clausule import`` reads back with its hash (``importing.own_markdown``).

A comment, which no reader of Markdown shows, stands before each part, with what is no word of it: the version and the
day of an annex. A picture is named by its path in the repository, and is not in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from clausule.analysis.cover import address_of
from clausule.analysis.references import Notes
from clausule.formats.format import Format
from clausule.language.language import language_of
from clausule.model.addresses import EDITION_MARKDOWN
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.nodes import Article, Block, Definitions, Footnote, Items, Paragraph, Picture, Section, Table, Text
from clausule.read.house import House
from clausule.read.importing.own_markdown import part_comment
from clausule.read.importing.written import files_of


def markdown_edition(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    """The file: always the same for the same edition and address."""
    grammar = language_of(edition.language).grammar
    parts = list(files_of(_values(agreement, edition), grammar, edition.version, ""))
    known = {
        "title": edition.title(agreement),
        "publisher": agreement.publisher,
        "agreement": edition.name_in_hash,
        "version": edition.version,
        "effective": edition.effective.isoformat() if edition.effective else "",
        "lang": edition.language,
        "address": address_of(edition, house),
        "recipe": str(edition.recipe),
        "sha256": edition_sha256(edition),
    }
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in known.items() if value)
    body = "".join(f"\n{part_comment(part)}\n\n{part.body}\n" for part in parts)
    return f"---\n{front}---\n{body}".encode("utf-8", "replace")


def _values(agreement: Agreement, edition: Edition) -> dict[str, Any]:
    """All that its Markdown says, as plain data (``read.importing.written``)."""
    return {
        "title": _text(edition.heading) if edition.heading else "",
        "headed": edition.heading is not None,
        "preamble": _sections(edition.preamble),
        "chapters": [
            {"id": chapter.id, "title": "", "heading": _text(chapter.heading), "level": chapter.level}
            for chapter in edition.chapters
        ],
        "articles": [_article(article) for article in edition.articles],
        "closing": _sections(edition.closing),
        "annexes": [
            {
                "number": annex.number,
                "title": "",
                "heading": _text(annex.heading),
                "version": annex.version,
                "effective": annex.effective.isoformat() if annex.effective else None,
                "kind": annex.kind,
                "intro": _blocks(annex.intro),
                "sections": _sections(annex.sections),
            }
            for annex in edition.annexes
        ],
        "footnotes": [_note(note) for note in edition.footnotes],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "number": article.number,
        "title": "",
        "heading": _text(article.heading),
        "chapter": article.chapter.id if article.chapter else None,
        "version": article.version,
        "intro": _before_clause(article.intro),
        "clauses": [
            {
                "number": clause.number,
                "mark": clause.mark,
                "subheading": _text(clause.subheading) if clause.subheading else None,
                **_before_clause(clause.blocks),
            }
            for clause in article.clauses
        ],
    }


def _sections(sections: Iterable[Section]) -> list[dict[str, Any]]:
    return [
        {"title": "", "heading": _text(section.heading), "level": section.level, **_blocks(section.blocks)}
        for section in sections
    ]


def _note(note: Footnote) -> dict[str, Any]:
    return {"id": note.id, "mark": note.label, "text": _text(note.text)}


def _blocks(blocks: Iterable[Block]) -> dict[str, Any]:
    return {"blocks": list(_listed(blocks))}


def _before_clause(blocks: tuple[Block, ...]) -> dict[str, Any]:
    """A last paragraph that is all bold would be read as a heading of the clause that follows it."""
    found = _blocks(blocks)
    if len(blocks) > 1 and isinstance(last := blocks[-1], Paragraph) and _is_bold(last.text):
        found["blocks"][-1] = last.text.plain
    return found


def _is_bold(text: Text) -> bool:
    return any((mark.kind, mark.start, mark.end) == ("strong", 0, len(text.plain)) for mark in text.marks)


def _listed(blocks: Iterable[Block]) -> Iterator[Any]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield _text(text)
            case Items(items):
                rows = [{"mark": one.mark, "text": _text(one.text), **_blocks(one.blocks)} for one in items]
                yield {"items": rows}
            case Definitions(entries):
                yield {"terms": [[entry.term, _text(entry.text)] for entry in entries]}
            case Table(header, rows):
                yield {"table": [[_text(cell) for cell in row] for row in (header, *rows)]}
            case Picture(path=path, words=words):
                yield {"picture": words.plain, "path": path}


def _text(text: Text) -> Any:
    if not text.marks:
        return text.plain
    return {
        "text": text.plain,
        "links": [[mark.start, mark.end, mark.target] for mark in text.marks if mark.kind == "link"],
        "notes": [[mark.start, mark.target] for mark in text.marks if mark.kind == "note"],
        "emphasis": [[mark.start, mark.end, mark.kind] for mark in text.marks if mark.kind in ("strong", "em")],
    }


FORMAT = Format(
    file=EDITION_MARKDOWN,
    title=lambda language: language.say("Text (Markdown)"),
    make=markdown_edition,
    name="md",
    media="text/markdown",
)
