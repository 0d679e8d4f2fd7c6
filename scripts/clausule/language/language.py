"""A language as the rest of the program sees it. An agreement names its own (``language: nl``), and nobody else does."""

from __future__ import annotations

from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import clausule.language as _languages
from clausule.language import protocol
from clausule.language.catalogue import read_catalogue

DEFAULT = "nl"  # of an agreement and of a site that name none


class Language:
    """What belongs to the language ``tag``; its parts are loaded when they are first asked for."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self._package = f"{_languages.__name__}.{tag}"
        self._catalogue = read_catalogue(self._package)

    def _part(self, name: str) -> Any:
        return import_module(f"{self._package}.{name}")

    @cached_property
    def dates(self) -> protocol.Dates:
        """How a day is written."""
        part: protocol.Dates = self._part("calendar")
        return part

    def say(self, message: str, /, **values: object) -> str:
        """``message``, an English sentence, in this language, with ``values`` in place of the names in braces."""
        return self.say_of("", message, **values)

    def say_of(self, context: str, message: str, /, **values: object) -> str:
        """The same for a message that means two things: ``context`` says which ('a measure', 'a clause')."""
        said = self._catalogue.said.get((context, message), (message,))[0]
        return said.format_map(values) if values else said

    def say_count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """``one`` or ``many`` in this language, whichever form it has for ``number``, which stands in as ``{n}``."""
        forms = self._catalogue.said.get(("", one))
        said = forms[self._catalogue.form(number)] if forms else one if number == 1 else many
        return said.format_map({"n": number} | values)


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that the program knows."""
    return tuple(sorted(found.name for found in iter_modules(_languages.__path__) if found.ispkg))


@cache
def language_of(tag: str) -> Language:
    """The language ``tag``. Raises ``LookupError`` for one that the program does not know."""
    if tag not in languages():
        raise LookupError(f"the language '{tag}' is not known; there are {', '.join(languages())}")
    return Language(tag)
