"""A language as the rest of the program sees it. An agreement names its own (``language: nl``), and nobody else
does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import clausule.language as _languages
from clausule.model.addresses import RESERVED, RESERVED_ENDINGS

if TYPE_CHECKING:
    from clausule.language import protocol
    from clausule.language.catalogue import Catalogue
    from clausule.language.law import LawWords
    from clausule.language.model_agreement import ModelAgreement
    from clausule.language.slugs import Slugs

DEFAULT = "nl"  # of an agreement and of a site that name none
SOURCE = "en"  # of the sentences in the code, and of what is for authors alone: it needs no catalogue
_AT_END = re.compile(r"\{(?P<name>\w+)\}\.(?!\.)")

P = TypeVar("P")


class _Part(Generic[P]):
    """A part of a language: the module of its package with that name, loaded when it is first asked for."""

    def __set_name__(self, owner: type[Language], name: str) -> None:
        self._name = name

    def __get__(self, language: Language, owner: type[Language]) -> P:
        part: P = import_module(f"{_languages.__name__}.{language.tag}.{self._name}")  # type: ignore[assignment]
        language.__dict__[self._name] = part
        return part


class Language:
    """What belongs to the language ``tag``: what it says, and its parts, which ``protocol`` describes."""

    dates: _Part[protocol.Dates] = _Part()
    acts: _Part[protocol.Acts] = _Part()
    grammar: _Part[protocol.Grammar] = _Part()
    definitions: _Part[protocol.Definitions] = _Part()
    references: _Part[protocol.References] = _Part()
    terms: _Part[protocol.Terms] = _Part()
    measures: _Part[protocol.Measures] = _Part()
    questions: _Part[protocol.Questions] = _Part()
    sub_processors: _Part[protocol.SubProcessors] = _Part()
    leftovers: _Part[protocol.Leftovers] = _Part()
    own_version: _Part[protocol.OwnVersion] = _Part()
    things: _Part[protocol.Things] = _Part()
    quantities: _Part[protocol.Quantities] = _Part()
    prevailing: _Part[protocol.Prevailing] = _Part()
    amendment: _Part[protocol.Amendment] = _Part()
    typography: _Part[protocol.Typography] = _Part()

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def __reduce__(self) -> tuple[Any, ...]:
        return language_of, (self.tag,)

    @cached_property
    def slugs(self) -> Slugs:
        """Its words in addresses and ids."""
        slugs: Slugs = import_module(f"{_languages.__name__}.{self.tag}.slugs").SLUGS
        return slugs

    @cached_property
    def model_agreement(self) -> ModelAgreement:
        """The words with which an agreement begins."""
        model: ModelAgreement = import_module(f"{_languages.__name__}.{self.tag}.model_agreement").MODEL
        return model

    @cached_property
    def law(self) -> LawWords:
        """What the law and the standards ask, in its words."""
        from clausule.language.law import read_law

        return read_law(f"{_languages.__name__}.{self.tag}")

    @cached_property
    def _catalogue(self) -> Catalogue:
        from clausule.language.catalogue import read_catalogue

        return read_catalogue(f"{_languages.__name__}.{self.tag}")

    def say(self, message: str, /, **values: object) -> str:
        """``message``, an English sentence, in this language, with ``values`` in place of the names in braces."""
        return self.say_of("", message, **values)

    def say_of(self, context: str, message: str, /, **values: object) -> str:
        """The same for a message that means two things: ``context`` says which ('a measure', 'a clause')."""
        said = self._catalogue.said.get((context, message), (message,))[0]
        return _filled(said, values) if values else said

    def say_count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """``one`` or ``many`` in this language, whichever form it has for ``number``, which stands in as ``{n}``."""
        forms = self._catalogue.said.get(("", one))
        said = forms[self._catalogue.form(number)] if forms else one if number == 1 else many
        return _filled(said, {"n": number} | values)


def _filled(said: str, values: Mapping[str, object]) -> str:
    """A message with its values. Behind a name with a point at its end, 'Example B.V.', the sentence needs no other."""
    ended = {name for name, value in values.items() if isinstance(value, str) and value.endswith(".")}
    if ended:
        said = _AT_END.sub(lambda found: found[0][: -1 if found["name"] in ended else None], said)
    return said.format_map(values)


@cache
def languages() -> tuple[str, ...]:
    """The tags (ISO 639, of two or three letters) of the languages that the program knows: the packages beside this
    file."""
    from pkgutil import iter_modules

    return tuple(
        sorted(found.name for found in iter_modules(_languages.__path__) if found.ispkg and len(found.name) < 4)
    )


@cache
def language_of(tag: str) -> Language:
    """The language ``tag``. Raises ``LookupError`` for one that the program does not know."""
    if tag not in languages():
        raise LookupError(f"the language '{tag}' is not known; there are {', '.join(languages())}")
    return Language(tag)


@cache
def current_names() -> frozenset[str]:
    """What the copy of the edition in force is called, in every language: ``huidig``."""
    return frozenset(language_of(tag).slugs.current for tag in languages())


@cache
def reserved_names() -> frozenset[str]:
    """The addresses of the site itself, in every language: neither an agreement nor an edition is called so."""
    return RESERVED.union(*(language_of(tag).slugs.reserved() for tag in languages()))


def is_reserved(name: str) -> bool:
    """Whether neither an agreement nor an edition can be called ``name``: it is an address of the site,
    or looks like one of its files."""
    return name in reserved_names() or name.endswith(RESERVED_ENDINGS)
