"""The words that a reader sees, in reading order: of an edition, and of a file that says that it holds one.

Of a file only these count: never a hash, a property or an attachment in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from clausule.model.canonical import canonical
from clausule.model.editions import Edition
from clausule.model.nodes import Block, Definitions, Items, Paragraph, Table, Text
from clausule.model.walk import Part, walk


class Word(NamedTuple):
    """A word in canonical form, with the id of the part that holds it. ``is_mark``: it numbers a part or an item, and a
    copy may have lost it."""

    text: str
    owner: str
    is_mark: bool = False


@lru_cache(maxsize=256)
def words_of(edition: Edition) -> tuple[Word, ...]:
    """The words of ``edition``; what stands on its cover is of the part with the empty id."""
    title = edition.heading.plain if edition.heading else ""
    return (*_split(title, ""), *(word for part in walk(edition) for word in _of_part(part)))


def _of_part(part: Part) -> Iterator[Word]:
    if part.subheading:
        yield from _split(part.subheading.plain, part.id)
    if part.heading and part.title and part.heading.plain.endswith(part.title):
        yield from _split(part.heading.plain[: -len(part.title)], part.id, is_mark=True)
        yield from _split(part.title, part.id)
    elif part.heading:
        yield from _split(part.heading.plain, part.id)
    else:
        yield from _split(
            f"{part.number} {part.mark}" if part.mark != part.number else part.number, part.id, is_mark=True
        )
    yield from _of_blocks(part.blocks, part.id)


def _of_blocks(blocks: Iterable[Block], owner: str) -> Iterator[Word]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield from _of_text(text, owner)
            case Items(items):
                for item in items:
                    yield from _split(item.mark, owner, is_mark=True)
                    yield from _of_text(item.text, owner)
                    yield from _of_blocks(item.blocks, owner)
            case Definitions(entries):
                for entry in entries:
                    yield from _split(entry.term, owner)
                    yield Word(":", owner, is_mark=True)
                    yield from _of_text(entry.text, owner)
            case Table(header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _of_text(cell, owner)


def _of_text(text: Text, owner: str) -> Iterator[Word]:
    return _split(text.plain, owner)


def _split(words: str, owner: str, *, is_mark: bool = False) -> Iterator[Word]:
    return (Word(word, owner, is_mark) for word in canonical(words).split())


def words_in(text: str) -> list[str]:
    """The words of a text."""
    return canonical(text).split()


def text_of_data(data: Mapping[str, Any]) -> str | None:
    """The words of ``overeenkomst.json`` or ``canoniek.json`` as a text; nothing where it is neither of them."""
    articles = data.get("articles")
    if not isinstance(articles, list) or not isinstance(data.get("preamble"), list):
        return None
    try:
        lines = _canonical_lines(data) if all(isinstance(one, list) for one in articles) else _edition_lines(data)
        return "\n".join(line for line in lines if isinstance(line, str))
    except (KeyError, TypeError, IndexError, ValueError, AttributeError, RecursionError):
        return None


def _edition_lines(data: Mapping[str, Any]) -> Iterator[Any]:
    yield data["title"]
    notes: dict[str, list[Any]] = {}
    for note in data["footnotes"]:
        notes.setdefault(note["at"], []).append(note)
    chapters = {one["id"]: one for one in data["chapters"]}
    for section in data["preamble"]:
        yield from (section["label"], section["title"], section["text"])
    for article in data["articles"]:
        if chapter := chapters.pop(article.get("chapter"), None):
            yield from (chapter["mark"], chapter["title"])
        yield from (article["mark"], article["title"], article["intro"]["text"])
        for clause in article["clauses"]:
            yield from (clause.get("subheading"), clause["number"], clause["text"])
    for section in data["closing"]:
        yield from (section["label"], section["title"], section["text"])
    for annex in data["annexes"]:
        yield from (annex["mark"], annex["title"], annex["intro"]["text"])
        for section in annex["sections"]:
            yield from (section["label"], section["title"], section["text"])
    yield from (line for rows in notes.values() for note in rows for line in (note["mark"], note["text"]))


def _canonical_lines(data: Mapping[str, Any]) -> Iterator[Any]:
    recipe = data.get("recipe", 1)
    yield data["title"]
    for section in data["preamble"]:
        yield from _section_lines(section)
    for article in data["articles"]:
        chapters, (heading, intro, clauses, *notes) = (article[0], article[1:]) if recipe == 2 else ([], article)
        yield from (_bare(chapter[1]) for chapter in chapters)
        yield _bare(heading)
        yield from _block_lines(intro)
        for number, *above, blocks in clauses:
            yield from (*(_bare(one) for one in above), number)
            yield from _block_lines(blocks)
        yield from _note_lines(notes)
    for section in data["closing"]:
        yield from _section_lines(section)
    for heading, _, _, intro, sections, *notes in data["annexes"]:
        yield _bare(heading)
        yield from _block_lines(intro)
        for section in sections:
            yield from _section_lines(section)
        yield from _note_lines(notes)


def _section_lines(section: Any) -> Iterator[Any]:
    heading, blocks, *notes = section
    yield _bare(heading)
    yield from _block_lines(blocks)
    yield from _note_lines(notes)


def _note_lines(notes: Any) -> Iterator[Any]:
    for label, words in notes[0] if notes else ():
        yield from (label, _bare(words))


def _block_lines(blocks: Any) -> Iterator[Any]:
    for block in blocks:
        if isinstance(block, str):
            yield block
        elif block and block[0] == "|":
            yield from (_bare(cell) for row in block[1:] for cell in row)
        elif block and isinstance(block[0], str):
            yield None if block[0] == "!" else block[0]
        else:
            for row in block:
                yield from (row[0], _bare(row[1]))
                if len(row) > 2:
                    yield from _block_lines(row[2])


def _bare(words: Any) -> Any:
    """Words without the targets of their links."""
    return words[0] if isinstance(words, list) else words
