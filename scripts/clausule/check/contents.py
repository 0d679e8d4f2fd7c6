"""What several rules ask of an edition: its texts and its headings, one by one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from clausule.analysis.references import Notes
from clausule.language.language import language_of
from clausule.language.references import Reference
from clausule.model.editions import Edition
from clausule.model.ids import all_around
from clausule.model.nodes import Block, Definitions, Section, Text, all_items, block_texts
from clausule.model.walk import edition_texts, walk


@lru_cache(maxsize=2)
def texts(edition: Edition) -> tuple[tuple[str, Text], ...]:
    """Every text of the edition with the id of what holds it, in reading order."""
    return tuple(edition_texts(edition))


class BreachTerm(NamedTuple):
    """Where a text sets the term for reporting a breach, and the id of what holds it."""

    owner: str
    text: Text
    start: int
    end: int


def breach_term(edition: Edition) -> BreachTerm | None:
    """The first term for reporting a breach that the edition sets."""
    breach_words = language_of(edition.language).questions.breach_words
    found = ((owner, text, breach_words(text.plain)) for owner, text in texts(edition))
    return next((BreachTerm(owner, text, *span) for owner, text, span in found if span), None)


@lru_cache(maxsize=2)
def all_words(edition: Edition) -> str:
    """Everything that the edition says, headings and all, a line for each text; to look for words in one go."""
    return "\n".join(text.plain for _, text in (*texts(edition), *headings(edition)))


@lru_cache(maxsize=2)
def references(notes: Notes) -> tuple[tuple[Text, Reference], ...]:
    """Every reference in the edition with the text that holds it, in reading order."""
    return tuple((text, reference) for _, text in texts(notes.edition) for reference in notes.references(text))


def texts_under(edition: Edition, at: str) -> list[Text]:
    """The texts of the part with id ``at`` (article, clause, item, annex or section), headings included."""
    return _texts_by_id(edition).get(at, [])


@lru_cache(maxsize=2)
def _texts_by_id(edition: Edition) -> dict[str, list[Text]]:
    """The texts under every id, headings first."""
    found: dict[str, list[Text]] = {}
    for name, text in (*headings(edition), *texts(edition)):
        for wider in all_around(name):
            found.setdefault(wider, []).append(text)
    for part in walk(edition):
        for item in all_items(part.blocks):
            found.setdefault(item.id, []).extend((item.text, *block_texts(item.blocks)))
    return found


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
    return tuple((part.id, part.heading) for part in walk(edition) if part.heading)
