"""Whether an agreement has anything to say of sub-processors, in a list or in its words."""

from __future__ import annotations

from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.nodes import Block, Definitions
from clausule.model.walk import Part, walk


def speaking_parts(edition: Edition) -> tuple[Part, ...]:
    """The clauses, articles and parts of annexes of ``edition`` that speak of sub-processors, in reading order; what a
    list of definitions says does not count."""
    speaks_of = language_of(edition.language).sub_processors.speaks_of
    parts = (part for part in walk(edition) if part.kind not in ("preamble", "closing"))
    return tuple(part for part in parts if speaks_of(reading_text(_undefined(part.blocks))[0]))


def _undefined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not isinstance(block, Definitions))


def speaks_of_sub_processors(edition: Edition) -> bool:
    """Whether any part does; the words are not read when its imprint is known."""
    return edition.imprint.sub_processors if edition.imprint else bool(speaking_parts(edition))


def has_sub_processors(agreement: Agreement) -> bool:
    """Whether there is something to show of sub-processors: a list, or an agreed text that speaks of them."""
    settled = (edition for edition in agreement.editions if not edition.concept)
    return agreement.sub_processors is not None or any(speaks_of_sub_processors(edition) for edition in settled)
