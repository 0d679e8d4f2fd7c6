"""What several rules ask of an edition: its parts, its texts and its measures, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from clausule.analysis.measures import plain_measures
from clausule.analysis.references import Notes
from clausule.language.nl.references import Reference
from clausule.model import Annex, Block, Definitions, Edition, Item, Items, Section, Text, block_texts, edition_texts


class Part(NamedTuple):
    """A piece of an edition that holds blocks: ``kind`` is section, article, clause or annex."""

    id: str
    kind: str
    blocks: tuple[Block, ...]


@lru_cache(maxsize=2)
def texts(edition: Edition) -> tuple[tuple[str, Text], ...]:
    """Every text of the edition with the id of what holds it, in reading order."""
    return tuple(edition_texts(edition))


@lru_cache(maxsize=2)
def all_words(edition: Edition) -> str:
    """Everything that the edition says, headings and all, a line for each text; to look for words in one go."""
    return "\n".join(text.plain for _, text in (*texts(edition), *headings(edition)))


@lru_cache(maxsize=2)
def parts(edition: Edition) -> tuple[Part, ...]:
    """Every part of the edition that holds blocks, in reading order."""
    return tuple(_parts(edition))


def _parts(edition: Edition) -> Iterator[Part]:
    for section in edition.preamble:
        yield Part(section.id, "section", section.blocks)
    for article in edition.articles:
        yield Part(article.id, "article", article.intro)
        for clause in article.clauses:
            yield Part(clause.id, "clause", clause.blocks)
    for section in edition.closing:
        yield Part(section.id, "section", section.blocks)
    for annex in edition.annexes:
        yield Part(annex.id, "annex", annex.intro)
        for section in annex.sections:
            yield Part(section.id, "section", section.blocks)


@lru_cache(maxsize=2)
def references(notes: Notes) -> tuple[tuple[Text, Reference], ...]:
    """Every reference in the edition with the text that holds it, in reading order."""
    return tuple((text, reference) for _, text in texts(notes.edition) for reference in notes.references(text))


def all_items(blocks: Iterable[Block]) -> Iterator[Item]:
    """Every item in ``blocks``, nested ones included, in reading order."""
    for block in blocks:
        if isinstance(block, Items):
            for item in block.items:
                yield item
                yield from all_items(item.blocks)


def is_within(at: str, wider: str) -> bool:
    """Whether the part with id ``at`` is ``wider`` or stands in it."""
    return at == wider or at.startswith((f"{wider}.", f"{wider}-"))


def texts_under(edition: Edition, at: str) -> list[Text]:
    """The texts of the part with id ``at`` (article, clause, item, annex or section), headings included."""
    found = [text for owner, text in texts(edition) if is_within(owner, at)]
    for part in parts(edition):
        for item in all_items(part.blocks) if is_within(at, part.id) else ():
            if item.id == at:
                found.extend((item.text, *block_texts(item.blocks)))
    return [heading for name, heading in headings(edition) if is_within(name, at)] + found


def measures(blocks: tuple[Block, ...]) -> list[Text]:
    """The measures of one category."""
    return [text for _, text in plain_measures("", blocks)]


def has_deeper(sections: tuple[Section, ...], index: int) -> bool:
    """Whether the section at ``index`` is followed by a section within it."""
    return index + 1 < len(sections) and sections[index + 1].level > sections[index].level


def has_words(blocks: tuple[Block, ...]) -> bool:
    """Whether anything can be read in ``blocks``."""
    return any(text.plain.strip() for text in block_texts(blocks)) or any(
        isinstance(block, Definitions) for block in blocks
    )


@lru_cache(maxsize=2)
def headings(edition: Edition) -> tuple[tuple[str, Text], ...]:
    """Every heading of the edition with the id of what stands under it."""
    found = [(section.id, section.heading) for section in (*edition.preamble, *edition.closing)]
    found.extend((article.id, article.heading) for article in edition.articles)
    for annex in edition.annexes:
        found.append((annex.id, annex.heading))
        found.extend((section.id, section.heading) for section in annex.sections)
    return tuple(found)


def measure_lists(annex: Annex) -> list[Text]:
    """Every measure of an annex of measures, in reading order."""
    if annex.kind != "measures":
        return []
    if not annex.sections:
        return measures(annex.intro)
    return [text for section in annex.sections for text in measures(section.blocks)]
