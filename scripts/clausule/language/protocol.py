"""What a language must have: each part is a module of its package, and has what its protocol here says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from clausule.language.acts import NamedAct
from clausule.language.amendment import Amendment as Amendment
from clausule.language.definitions import Given
from clausule.language.measures import Promise
from clausule.language.own_version import Said
from clausule.language.prevailing import Prevailing as Prevailing
from clausule.language.quantities import Quantities as Quantities
from clausule.language.references import Reference
from clausule.language.sub_processors import Mention
from clausule.language.terms import Capital


class Dates(Protocol):
    """How a day is written: ``long`` with the name of the month, ``short`` in figures, always of one length."""

    def long(self, day: date, /) -> str: ...
    def short(self, day: date, /) -> str: ...


class Acts(Protocol):
    """The acts that agreements cite, by what they are called."""

    @property
    def ACTS(self) -> Mapping[str, NamedAct]:
        """The acts that have a name, by their id."""

    def act_by_name(self, name: str, /) -> NamedAct | None:
        """The act that is called ``name``, or that has the number in it; None when there is no telling."""

    def looks_like_act(self, name: str, /) -> bool:
        """Whether ``name`` reads like that of an act, and not of a document of the parties."""

    def unknown_in(self, plain: str, /) -> Iterable[tuple[int, int, str]]:
        """The whole names of acts that are not known, which can be nothing else, with their places."""

    def is_past(self, plain: str, start: int, end: int, /) -> bool:
        """Whether ``plain`` says of the act that it names at ``start`` to ``end`` that it applied before."""

    def act_of(self, article: str, /) -> str:
        """The act that an article without one must be of, as its number shows; else empty."""


class Grammar(Protocol):
    """How an agreement is written: its headings and files, and the ids of its parts."""

    @property
    def ARTICLE(self) -> str:
        """What the ids and the files of articles begin with, before a hyphen and the number."""

    @property
    def ANNEX(self) -> str:
        """The same of annexes."""

    @property
    def TERM(self) -> str:
        """What the ids of definitions begin with."""

    @property
    def PREAMBLE(self) -> str:
        """The id of what stands before the first heading; what ids within it begin with where others would be taken."""

    @property
    def CLOSING(self) -> str:
        """The id and the file of the closing page."""

    @property
    def HEADED(self) -> str:
        """What the ids of articles without a number begin with."""

    @property
    def NOTE(self) -> str:
        """What the ids of footnotes begin with."""

    @property
    def OF_PAGES(self) -> frozenset[str]:
        """Other ids of the pages, which no section of a text can have."""

    @property
    def BEGIN_OF_PAGES(self) -> tuple[str, ...]:
        """What other ids of the pages begin with."""

    @property
    def ARTICLE_FILE(self) -> re.Pattern[str]:
        """The name of the file of an article; group 1 is its number, ``chapter`` its chapter, where two have it."""

    @property
    def ANNEX_FILE(self) -> re.Pattern[str]:
        """The same of an annex."""

    @property
    def ARTICLE_HEADING(self) -> re.Pattern[str]:
        """The heading of an article, with groups ``number``, ``title`` and ``mark``, what stands before the title."""

    @property
    def ANNEX_HEADING(self) -> re.Pattern[str]:
        """The same of an annex, which can be without a number."""

    @property
    def CHAPTERS(self) -> tuple[str, ...]:
        """What a chapter is called, in small letters; the first is what the id of one without a word begins with."""

    @property
    def CHAPTER_HEADING(self) -> re.Pattern[str]:
        """The heading of a chapter above articles, with these and its ``word``."""

    @property
    def CLOSING_HEADING(self) -> re.Pattern[str]:
        """What the heading of the words with which the parties sign begins with, in any text."""

    @property
    def CONTENTS_HEADING(self) -> re.Pattern[str]:
        """What stands above a table of contents, as a whole."""

    @property
    def ARTICLE_NAME(self) -> str:
        """What stands before the number in the heading of an article."""

    @property
    def ANNEX_NAME(self) -> str:
        """The same of an annex."""

    @property
    def ARTICLE_EXAMPLE(self) -> str:
        """A heading of an article, for a message."""

    @property
    def ANNEX_EXAMPLE(self) -> str:
        """The same of an annex."""

    @property
    def WITHOUT_WORDS(self) -> str:
        """What an author writes where a clause has lapsed."""

    @property
    def PARTLY(self) -> str:
        """What stands behind a demand in front matter where a part of the text fulfils it in part."""

    @property
    def NAMED_HEADING(self) -> re.Pattern[str]:
        """In any text, a heading of an ``article`` or ``annex`` with its ``number`` and ``title``."""

    @property
    def NUMBERED_CLAUSE(self) -> re.Pattern[str]:
        """In any text, the ``number`` before the words of a clause, with the ``word`` before it."""

    @property
    def CLAUSE_WORD(self) -> re.Pattern[str]:
        """At the begin of a line, a word and a ``number`` that count a clause within its article, its ``mark``."""

    @property
    def REFERRING(self) -> re.Pattern[str]:
        """At the end of a line, a word behind which the number or the letter of something else follows."""

    @property
    def UNFINISHED(self) -> re.Pattern[str]:
        """At the end of a line, other words behind which no sentence ends."""

    @property
    def REFERRED(self) -> re.Pattern[str]:
        """Behind a number, what goes on with a sentence that refers to it."""

    @property
    def QUANTITY(self) -> re.Pattern[str]:
        """Behind a number, what makes an amount of it."""

    @property
    def NO_LABEL(self) -> re.Pattern[str]:
        """What a heading begins with that looks like its letter, and is its first word."""

    @property
    def JOINING(self) -> re.Pattern[str]:
        """The words that can follow a hyphen at the end of a line without going on with its word."""

    @property
    def CLASHING(self) -> re.Pattern[str]:
        """Four letters between whose halves a hyphen, wherever a line ends, is of the word and not of the page."""

    def name_of(self, name: str, /) -> str:
        """What the id of a part says to a reader."""


class Definitions(Protocol):
    """How a text defines its terms."""

    def announces(self, plain: str, /) -> bool:
        """Whether ``plain`` announces definitions."""

    def is_title(self, title: str, /) -> bool:
        """Whether what stands under the heading ``title`` defines."""

    def is_column(self, words: str, /) -> bool:
        """Whether ``words`` above a column of a table say that terms stand in it."""

    def is_term(self, words: str, /) -> bool:
        """Whether ``words`` before a colon can be a term."""

    def meaning_at(self, plain: str, end: int, marked: bool, /) -> int | None:
        """Where the meaning of a term that ends at ``end`` begins, if any; of a ``marked`` one, what goes on is it."""

    def names_given(self, plain: str, /) -> Iterable[Given]:
        """The terms that ``plain`` defines in a sentence or in passing, in order."""


class References(Protocol):
    """Words that point to a clause, an annex or an act; ``is_document``: whether a name can be of an agreement."""

    def find_references(self, text: str, here: str = "", own: frozenset[str] | None = None, /) -> list[Reference]:
        """The references in any ``text``, in order and without overlap. ``here`` is the id of what holds it: 'this
        article' is counted from there. ``own`` are the names of its agreement."""

    def find_loose(self, text: str, here: str = "", /) -> list[Reference]:
        """The same of what points to a place only where the edition has it: 'in afwijking van 5.3'."""

    def is_document(self, name: str, /) -> bool: ...
    def own_names(self, title: str, defined: Iterable[tuple[str, str]], /) -> frozenset[str]:
        """What an agreement with that ``title``, and terms ``defined`` so, calls itself, in small letters."""


class Terms(Protocol):
    """Which words are written like defined terms, and which are forms of one word."""

    @property
    def FUNCTION_WORDS(self) -> frozenset[str]:
        """Its small words (articles, prepositions, conjunctions), by which a text in it is known."""

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

    def is_inflection(self, word: str, form: str, /) -> bool:
        """Whether one of both, of one stem, is the other in another form; else one is a slip of the pen."""

    def bare_names(self, plain: str, /) -> Iterable[tuple[int, str]]:
        """The words that ``plain`` writes with a small letter where only a name can stand, with their places."""

    def is_compound_variant(self, word: str, term: str, /) -> bool:
        """Whether both are one compound, joined in another way, or two names of one thing."""


class Measures(Protocol):
    """How words speak of measures."""

    def find_promises(self, plain: str, listed: bool = False) -> Iterator[Promise]:
        """The promises in ``plain``, by kind. In a list of measures, ``listed``, the bare name of a standard is one."""

    def says_nothing(self, words: str, /) -> bool:
        """Whether ``words`` stand where a measure should and are none."""

    def only_refers(self, before: str, behind: str, /) -> bool:
        """Whether the words before and behind a reference do no more than refer."""

    def says_goal(self, words: str, /) -> bool:
        """Whether ``words`` in full sentences say only what measures are for, and nothing that is done."""

    def says_purpose(self, title: str, /) -> bool:
        """Whether a heading of measures says what they are for."""


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
        """Where it sets a term for reporting a breach."""

    def breach_sentences(self, plain: str, /) -> tuple[tuple[int, int, int | None], ...]:
        """Each sentence that says when a breach is reported: its begin and end, and the hours, where it names them."""


class SubProcessors(Protocol):
    """How an agreement speaks of sub-processors, of the list on which they stand, and of periods. ``unknown`` is what
    stands where something of one is not known."""

    unknown: str

    def speaks_of(self, plain: str, /) -> bool:
        """Whether ``plain`` speaks of sub-processors."""

    def mentions(self, plain: str, /) -> list[Mention]:
        """The sentences of ``plain`` that speak of a list of sub-processors."""

    def promises(self, plain: str, days: int, months: int, working_days: int, /) -> bool:
        """Whether ``plain`` names a period of so many days, months or working days, in figures or in words."""

    def speaks_of_amendment(self, plain: str, /) -> bool:
        """Whether ``plain`` speaks of a change of the agreement itself."""

    def leaves_looking(self, plain: str, /) -> bool:
        """Whether ``plain`` leaves it to the customer to look at the list from time to time."""

    def is_working_day(self, term: str, /) -> bool:
        """Whether ``term``, which an agreement defines, is its word for a working day."""

    def column(self, head: str, /) -> str:
        """What a column of sub-processors under ``head`` holds: a key of a row, ``place``, ``ground`` or nothing."""

    def ground(self, words: str, /) -> str:
        """The ground of a transfer (as in a row of the list) that ``words`` name; empty where they name none."""


class Leftovers(Protocol):
    """What a text still has to be given: the ``places`` that somebody meant to fill in, in order, without overlap."""

    def places(self, plain: str, /) -> Iterable[tuple[int, int]]: ...


class OwnVersion(Protocol):
    """What a text says of the version and the day of itself, or on the ``cover`` around the articles; and the date, or
    the month, that words are."""

    def said(self, plain: str, cover: bool, /) -> Iterable[Said]: ...
    def date_in(self, words: str, /) -> Said | None: ...


class Things(Protocol):
    """What the words around a reference say is to be found there."""

    def thing_there(self, plain: str, start: int, end: int, /) -> tuple[str, int, int] | None:
        """The thing that the words around the reference at ``start`` to ``end`` say is there, and where they do."""

    def is_held(self, thing: str, plain: str, /) -> bool:
        """Whether ``plain`` speaks of ``thing``: in another form, as a part, or by what shows it."""

    def lists_named(self, heading: str, /) -> Iterator[str]:
        """The kinds of list (as ``lists_there``) that an annex with this heading can be, the likeliest first."""

    def lists_there(self, plain: str, start: int, end: int, /) -> Iterator[str]:
        """The lists (``measures``, ``questionnaire``, ``sub-processors``) that these words say are there."""

    def denies(self, plain: str, start: int, end: int, forbids: bool, /) -> bool:
        """Whether ``plain`` says the opposite of what it speaks of there; of what ``forbids``, that nobody is bound."""

    def actors(self, plain: str, /) -> frozenset[str]:
        """The parties (``provider``, ``customer``) who act in ``plain``; none where that is not plain."""

    def names_sub_processors(self, plain: str, /) -> bool:
        """Whether ``plain`` names sub-processors in the plural, as a list of them does."""


class Typography(Protocol):
    """How canonical words, which have straight quotes, are shown: ``typeset`` with those that printers use, in as many
    characters, and ``canonical_quotes`` back again."""

    def typeset(self, words: str, /) -> str: ...
    def canonical_quotes(self, shown: str, /) -> str: ...
