"""What the search of the site knows of a language: how a clause is asked for by its number, which forms are one word,
and which words are for the same thing: ``synonyms.txt`` of its package, which a lawyer can read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any

import clausule.language as _languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clausule.language.language import Language

COMMENT, BETWEEN = "#", "="


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SearchWords:
    """The words of a language in a question, in small letters.

    ``article``, ``clause``, ``annex`` and ``item`` call a part of a text before its number or letter; ``ordinals``
    count a clause before its word. ``define`` are words that ask for a definition. ``small`` say nothing of what is
    looked for, beside the small words of its texts. ``forms`` are lines with the forms of one word that no rule makes,
    and ``stem`` are the endings that do not make another word: patterns
    with what stands in their place, each in turn until none fits. ``asks`` are the question words and, for each, what
    words an answer has: 'how soon' is answered by hours. ``joints`` stand between the parts of a compound,
    where a language writes those as one word.
    """

    article: tuple[str, ...]
    clause: tuple[str, ...]
    annex: tuple[str, ...]
    item: tuple[str, ...]
    ordinals: Mapping[str, str]
    define: tuple[str, ...]
    asks: tuple[tuple[str, str], ...]
    small: str
    forms: str
    stem: tuple[tuple[str, str], ...]
    joints: tuple[str, ...] = ()


def search_words(language: Language) -> dict[str, Any]:
    """The same as the scripts of the site read it, with what other parts of ``language`` know already."""
    words: SearchWords = import_module(f"{_languages.__name__}.{language.tag}.search").SEARCH
    grammar = language.grammar
    acts = {name.casefold() for act in language.acts.ACTS.values() for name in act.names if " " not in name}
    return {
        "ids": {"article": grammar.ARTICLE, "annex": grammar.ANNEX},
        "article": words.article,
        "clause": words.clause,
        "annex": words.annex,
        "item": words.item,
        "ordinals": dict(words.ordinals),
        "acts": sorted(acts),
        "define": words.define,
        "asks": [[_parted(asked), _parted(answer)] for asked, answer in words.asks],
        "small": sorted({*language.terms.FUNCTION_WORDS, *words.small.split()}),
        "forms": [line.split() for line in words.forms.splitlines() if line.strip()],
        "stem": words.stem,
        "joints": words.joints,
        "synonyms": read_synonyms(language.tag),
    }


@cache
def read_synonyms(tag: str) -> tuple[tuple[str, ...], ...]:
    """The words for the same thing in the language ``tag``, in the order of its table; none where it has no table."""
    table = resources.files(f"{_languages.__name__}.{tag}").joinpath("synonyms.txt")
    lines = table.read_text("utf-8").splitlines() if table.is_file() else []
    return tuple(_parted(line) for line in lines if line.strip() and not line.startswith(COMMENT))


def _parted(line: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in line.split(BETWEEN))
