"""The parts of an edition in reading order, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from clausule.model.editions import Edition
from clausule.model.nodes import Annex, Article, Block, Footnote, Paragraph, Place, Section, Text, block_texts

SECTIONS = frozenset({"preamble", "closing", "section"})


class Part(NamedTuple):
    """A piece of an edition that holds blocks of its own.

    ``kind`` is ``chapter``, ``article``, ``clause``, ``annex``, ``footnote``, or what a heading parts off:
    ``preamble``, ``closing``, or ``section`` of an annex (``SECTIONS``). ``number`` is as written (``7``, ``7.2``,
    ``II``, ``A``) or empty; ``title`` is without it, and empty for a clause, which has no ``heading``.
    ``blocks`` is what stands directly under it: of an
    article or annex its introduction. ``within`` is the article of a clause and the one with which a chapter begins,
    the annex of a section, what holds a footnote, else None. ``mark`` is the number as the author wrote it, with a
    closing point if he wrote one, and for an article or annex with its word. ``subheading`` stands above a clause.
    ``of`` is the kind of what holds a footnote.
    """

    id: str
    kind: str
    number: str
    title: str
    heading: Text | None
    place: Place
    blocks: tuple[Block, ...]
    within: Article | Annex | None = None
    mark: str = ""
    subheading: Text | None = None
    of: str = ""


@lru_cache(maxsize=64)
def walk(edition: Edition) -> tuple[Part, ...]:
    """Every part of ``edition`` in reading order: preamble, articles with their clauses, closing page, annexes with
    their sections."""
    return tuple(parts_of(edition.preamble, edition.articles, edition.closing, edition.annexes))


def parts_of(
    preamble: Iterable[Section] = (),
    articles: Iterable[Article] = (),
    closing: Iterable[Section] = (),
    annexes: Iterable[Annex] = (),
) -> Iterator[Part]:
    """The same for what is no edition yet, or a piece of one."""
    for section in preamble:
        yield _section(section, "preamble")
    yield from (_footnote(note, "preamble") for section in preamble for note in section.footnotes)
    for article in articles:
        for chapter in article.opens:
            yield Part(
                id=chapter.id,
                kind="chapter",
                number=chapter.number,
                title=chapter.title,
                heading=chapter.heading,
                place=chapter.heading.place(),
                blocks=(),
                within=article,
                mark=chapter.mark,
            )
        yield Part(
            id=article.id,
            kind="article",
            number=article.number,
            title=article.title,
            heading=article.heading,
            place=article.place,
            blocks=article.intro,
            mark=article.mark,
        )
        for clause in article.clauses:
            yield Part(
                id=clause.id,
                kind="clause",
                number=clause.number,
                title="",
                heading=None,
                place=clause.place,
                blocks=clause.blocks,
                within=article,
                mark=clause.mark,
                subheading=clause.subheading,
            )
        yield from (_footnote(note, "article", article) for note in article.footnotes)
    for section in closing:
        yield _section(section, "closing")
    yield from (_footnote(note, "closing") for section in closing for note in section.footnotes)
    for annex in annexes:
        yield Part(
            id=annex.id,
            kind="annex",
            number=annex.number,
            title=annex.title,
            heading=annex.heading,
            place=annex.place,
            blocks=annex.intro,
            mark=annex.mark,
        )
        for section in annex.sections:
            yield _section(section, "section", annex)
        yield from (_footnote(note, "annex", annex) for note in annex.footnotes)


def _section(section: Section, kind: str, annex: Annex | None = None) -> Part:
    place = section.heading.place()
    return Part(
        id=section.id,
        kind=kind,
        number=section.label,
        title=section.title,
        heading=section.heading,
        place=place,
        blocks=section.blocks,
        within=annex,
    )


def _footnote(note: Footnote, of: str, within: Article | Annex | None = None) -> Part:
    return Part(
        id=note.id,
        kind="footnote",
        number=note.label,
        title="",
        heading=None,
        place=note.text.place(),
        blocks=(Paragraph(note.text),),
        within=within,
        mark=note.label,
        of=of,
    )


def edition_texts(edition: Edition) -> Iterator[tuple[str, Text]]:
    """Every text of an edition in reading order with the id of the clause, article, section or annex that holds it."""
    return ((part.id, text) for part in walk(edition) for text in block_texts(part.blocks))
