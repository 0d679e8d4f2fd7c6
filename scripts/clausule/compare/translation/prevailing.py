"""Which of two texts counts where they differ: the author says it in front matter, or the parties in a clause."""

from __future__ import annotations

from functools import lru_cache

from clausule.language.language import language_of
from clausule.language.prevailing import Prevails
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Text
from clausule.model.walk import edition_texts


@lru_cache(maxsize=64)
def words_that_say_it(edition: Edition) -> tuple[tuple[Text, Prevails], ...]:
    """Where ``edition`` itself says which text counts."""
    find = language_of(edition.language).prevailing.find
    return tuple((text, found) for _, text in edition_texts(edition) for found in find(text.plain))


def prevailing(translation: Agreement, edition: Edition) -> str:
    """The tag of the language whose text counts, for ``edition`` of an agreement that is a translation and for the one
    that it translates: as the parties agreed it in one of both, else as front matter says; empty where nothing does."""
    of = translation.translation
    original = of.translated(edition) if of else None
    said = [found.language for one in (original, edition) if one for _, found in words_that_say_it(one)]
    return next(iter(said), "") or (of.prevails if of else "")
