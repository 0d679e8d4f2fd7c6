"""The parts of an edition in reading order, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausule.model.editions import Edition
from clausule.model.nodes import Annex, Article, Block, Place, Section, Text, block_texts

SECTIONS = frozenset({"preamble", "closing", "section"})


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Part:
    """A piece of an edition that holds blocks of its own.

    ``kind`` is ``article``, ``clause``, ``annex``, or what a heading parts off: ``preamble``, ``closing``, or
    ``section`` of an annex (``SECTIONS``). ``number`` is as written (``7``, ``7.2``, ``II``, ``A``) or empty; ``title``
    is without it, and empty for a clause, which has no ``heading``. ``blocks`` is what stands directly under it: of an
    article or annex its introduction. ``within`` is the article of a clause, the annex of a section, else None.
    ``mark`` is the number of a clause with a closing point, if the author wrote one.
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
    for article in articles:
        yield Part(
            id=article.id,
            kind="article",
            number=article.number,
            title=article.title,
            heading=article.heading,
            place=article.place,
            blocks=article.intro,
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
            )
    for section in closing:
        yield _section(section, "closing")
    for annex in annexes:
        yield Part(
            id=annex.id,
            kind="annex",
            number=annex.number,
            title=annex.title,
            heading=annex.heading,
            place=annex.place,
            blocks=annex.intro,
        )
        for section in annex.sections:
            yield _section(section, "section", annex)


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


def edition_texts(edition: Edition) -> Iterator[tuple[str, Text]]:
    """Every text of an edition in reading order with the id of the clause, article, section or annex that holds it."""
    return ((part.id, text) for part in walk(edition) for text in block_texts(part.blocks))
