"""Between whom an edition says that it is, in its own words."""

from __future__ import annotations

from clausule.model.editions import Edition
from clausule.model.nodes import Items, Paragraph, Place, Section, Text


def parties_of(edition: Edition) -> tuple[str, ...]:
    """What ``edition`` says of each of its parties, word for word: ``Firm A, hereafter Processor``. Empty where it
    names none; the words are not read when its imprint is known.

    They are the items of the first list of its preamble, or where that section has no list its paragraphs, of which at
    least two are, and every item is, given a name that the text goes on with."""
    if edition.imprint:
        return edition.imprint.parties
    named = {definition.text.place() for definition in edition.definitions if definition.source == "name"}
    found = (_named(section, named) for section in edition.preamble)
    return next((parties for parties in found if len(parties) > 1), ())


def _named(section: Section, named: set[Place]) -> tuple[str, ...]:
    items = [item.text for block in section.blocks if isinstance(block, Items) for item in block.items]
    if items:
        return _words(items) if all(text.place() in named for text in items) else ()
    paragraphs = (block.text for block in section.blocks if isinstance(block, Paragraph))
    return _words([text for text in paragraphs if text.place() in named])


def _words(texts: list[Text]) -> tuple[str, ...]:
    return tuple(" ".join(text.plain.split()) for text in texts)
