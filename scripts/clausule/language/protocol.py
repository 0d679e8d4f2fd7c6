"""What a language must have: each part is a module of its package, and has what its protocol here says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from clausule.language.promises import Promise
from clausule.language.references import Reference
from clausule.language.sub_processors import Mention
from clausule.language.terms import Capital


class Dates(Protocol):
    """How a day is written."""

    def long(self, day: date, /) -> str:
        """With the name of the month, as within a sentence."""

    def short(self, day: date, /) -> str:
        """In figures, of the same length for every day."""


class References(Protocol):
    """Words that point to a clause, an annex or an act."""

    def find_references(self, text: str, here: str = "", /) -> list[Reference]:
        """The references in ``text``, in order and without overlap; any text will do, and nothing is raised. ``here`` is
        the id of what holds the text: 'this article' is counted from there."""


class Terms(Protocol):
    """Which words are written like defined terms, and which are forms of one word."""

    def written_forms(self, term: str, /) -> tuple[str, ...]:
        """The term itself, and the names that its author put into one: 'Administrator(s)'."""

    def capitals(self, plain: str, /) -> tuple[Capital, ...]:
        """The words with a capital letter in ``plain``, in order, where a capital letter means something."""

    def runs(self, found: tuple[Capital, ...], /) -> list[list[Capital]]:
        """``found`` cut into words that stand side by side as those of a name do."""

    def as_phrase(self, run: list[Capital], /) -> Capital | None:
        """``run`` as one word when it is adjective and noun; else None."""

    def looks_common(self, word: str, /) -> bool:
        """Whether ``word`` is a word and no name, as its form shows."""

    def firms(self, plain: str, /) -> frozenset[str]:
        """The words of the firms that ``plain`` names with their legal form."""

    def stem(self, word: str, /) -> str:
        """What a noun has in common with its plural."""

    def stems(self, form: str, /) -> set[str]:
        """The stems by which another form of ``form`` can be known."""

    def lower_stems(self, plain: str, /) -> frozenset[str]:
        """The stems of the words that ``plain`` writes with a small letter."""

    def verbal(self, word: str, /) -> str:
        """The stem of the verb of a noun, or of the noun of a verb; empty when ``word`` is neither."""

    def may_be_plural(self, word: str, /) -> bool:
        """Whether ``word`` ends as a plural does."""

    def synonyms(self, word: str, /) -> frozenset[str]:
        """The stems of the words for the same thing, ``word`` itself included; none where it has no other."""

    def is_compound_variant(self, word: str, term: str, /) -> bool:
        """Whether both are one compound, joined in another way, or two names of one thing."""


class Promises(Protocol):
    """Measures that a clause can name in passing, exactly enough to be looked for in a list."""

    def find_promises(self, plain: str, listed: bool = False) -> Iterator[Promise]:
        """The promises in ``plain``, by kind. In a list of measures, ``listed``, the bare name of a standard is one."""


class Questions(Protocol):
    """How a questionnaire asks, and how a text sets a term for reporting a breach."""

    def depends_on(self, words: str, options: tuple[str, ...], /) -> str:
        """The option on which what ``words`` announce depends, or nothing."""

    def always_asked(self, words: str, /) -> frozenset[str]:
        """The labels of the parts that ``words`` want to be filled in always."""

    def asks_all(self, words: str, /) -> bool:
        """Whether ``words`` want all questions that follow to be answered."""

    def asks_signature(self, words: str, /) -> bool:
        """Whether ``words`` ask for a signature."""

    def hours_in(self, words: str, /) -> int | None:
        """The term that ``words`` name, in hours."""

    def breach_words(self, sentence: str, /) -> tuple[int, int] | None:
        """Where ``sentence`` sets a term for reporting a breach."""


class SubProcessors(Protocol):
    """How an agreement speaks of sub-processors, of the list on which they stand, and of periods."""

    def speaks_of(self, plain: str, /) -> bool:
        """Whether ``plain`` speaks of sub-processors."""

    def mentions(self, plain: str, /) -> list[Mention]:
        """The sentences of ``plain`` that speak of a list of sub-processors."""

    def promises(self, plain: str, days: int, months: int, /) -> bool:
        """Whether ``plain`` names a period of so many days or months, in figures or in words."""


class Typography(Protocol):
    """How canonical words, which have straight quotes, are shown."""

    def typeset(self, words: str, /) -> str:
        """``words`` with the quotes that printers use; as many characters as before."""

    def canonical_quotes(self, shown: str, /) -> str:
        """The canonical words that ``typeset`` made ``shown`` of."""
