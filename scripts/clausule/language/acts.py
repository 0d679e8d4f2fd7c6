"""What acts are called in a language: the names in ``acts.json`` of its package, each beside the act that it names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from clausule.law.acts import Act, acts

LONG = 7
"""A name of so many letters is a word of its own and known in any case; a shorter one only as it is written."""
SHORT = 3
"""A name of so many letters is known in capitals too, and names an act without an article beside it."""


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act: ``name`` is its usual short name, ``title`` its full one, ``names`` are these and all others."""

    act: Act
    name: str
    title: str
    names: tuple[str, ...]


def read_acts(package: str) -> dict[str, NamedAct]:
    """The acts that have a name in the language of ``package``, by their id."""
    rows: Mapping[str, dict[str, object]] = json.loads(
        resources.files(package).joinpath("acts.json").read_text("utf-8")
    )
    found = {}
    for name, row in rows.items():
        short, title = str(row["name"]), str(row.get("title", row["name"]))
        others = row.get("names", ())
        assert isinstance(others, list | tuple)
        names = (short, title, *others)
        large = (one.upper() for one in names if SHORT <= len(one) < LONG)  # 'WBP' too
        found[name] = NamedAct(acts()[name], short, title, tuple(dict.fromkeys((*names, *large))))
    return found


def name_pattern(names: Iterable[str]) -> str:
    """A pattern for any of ``names``, the longest first, with a little white space for each space."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,8}") for name in ordered)


_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_NEAR, _FAR = 60, 240


@dataclass(frozen=True, kw_only=True, eq=False)
class Acts:
    """How a language cites acts: ``named`` are those that have a name in it.

    ``eu_name`` is an act of the European Union by its kind and number, with the groups ``kind``, ``number`` ('No'),
    ``first``, ``second`` and, where they are written, ``domain`` and ``suffix``; ``eu_letters`` say which letter of
    CELEX a kind has, the first that fits, and ``anyones`` of a decision whether it can be anyone's, as 'decision
    12/2018'. ``eu_words`` are those with which such a name can begin.

    ``reads_like`` is in what is called like an act, unless it ``is_document`` of the parties; ``whole`` finds the
    ``name`` of one that can be nothing else, also where no article of it is cited. ``past`` stands before a
    name and ``past_behind`` behind it, ``until`` in its sentence, where an act applied before.
    """

    named: Mapping[str, NamedAct]
    eu_name: re.Pattern[str]
    eu_letters: tuple[tuple[str, str], ...]
    eu_words: frozenset[str]
    anyones: Callable[[re.Match[str]], bool]
    reads_like: re.Pattern[str]
    is_document: Callable[[str], bool]
    whole: re.Pattern[str]
    past: re.Pattern[str]
    past_behind: re.Pattern[str]
    until: re.Pattern[str]

    @cached_property
    def _exact(self) -> dict[str, NamedAct]:
        return {name: act for act in self.named.values() for name in act.names}

    @cached_property
    def _folded(self) -> dict[str, NamedAct]:
        return {name.casefold(): act for name, act in self._exact.items() if len(name) >= LONG}

    @cached_property
    def _by_celex(self) -> dict[str, NamedAct]:
        return {act.act.celex: act for act in self.named.values() if act.act.celex}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of long names, and those of the European Union, in small letters."""
        return self.eu_words | {_first_word(name).casefold() for name in self._exact if len(name) >= LONG}

    @cached_property
    def short_first_words(self) -> frozenset[str]:
        """The first words of short names, as they are written."""
        return frozenset(_first_word(name) for name in self._exact if len(name) < LONG)

    def known_name(self, end: str) -> str:
        """A pattern for the name of a known act with ``end`` behind it: long ones in any case, short as they are."""
        long = name_pattern(name for name in self._exact if len(name) >= LONG)
        return rf"(?:(?i:{long})|{name_pattern(name for name in self._exact if len(name) < LONG)}){end}"

    def begins_name(self, word: str) -> bool:
        """Whether the name of an act can begin with ``word``."""
        return word in self.short_first_words or word.casefold() in self.first_words

    def act_by_name(self, name: str) -> NamedAct | None:
        """The act that is called ``name``: a short name, title or other name of a known act, or an act of the European
        Union by its number, known or not ('Directive 2003/4/EC'). None when there is no telling.
        """
        words = " ".join(name.split())
        known = self._exact.get(words) or self._folded.get(words.casefold())
        if known:
            return known
        match = self.eu_name.fullmatch(words)
        return self._eu_act(match) if match else None

    def _eu_act(self, match: re.Match[str]) -> NamedAct | None:
        kind = " ".join(match["kind"].lower().split())
        letter = next(code for word, code in self.eu_letters if word in kind)
        if letter == "D" and self.anyones(match):
            return None
        first, second = match["first"], match["second"]
        # Regulations 'No 1/2003' put the year behind; everything else, and all of it since 2015, puts the year first.
        year_last = letter == "R" and (bool(match["number"]) or not _is_year(first))
        year, number = (second, first) if year_last else (first, second)
        year = f"19{year}" if len(year) == 2 else year
        if not _is_year(year):
            return None
        celex = f"3{year}{letter}{int(number):04d}"
        title = " ".join(match[0].split())
        title = title[0].upper() + title[1:]
        return self._by_celex.get(celex) or NamedAct(Act(celex, celex=celex), title, title, (title,))

    def looks_like_act(self, name: str) -> bool:
        """Whether ``name`` reads like that of an act, and not of a document of the parties."""
        return bool(self.reads_like.search(name)) and not self.is_document(name)

    def unknown_in(self, plain: str) -> Iterator[tuple[int, int, str]]:
        """The whole names of acts that are not known, which can be nothing else, with their places in ``plain``."""
        for match in self.whole.finditer(plain):
            name = " ".join(match["name"].split())
            known = self.act_by_name(name) or self._known.match(plain, match.start()) or self._known.search(name)
            if not known and self.looks_like_act(name):
                yield *match.span("name"), name

    @cached_property
    def _known(self) -> re.Pattern[str]:
        return re.compile(self.known_name(r"(?!\w)"))

    def is_past(self, plain: str, start: int, end: int) -> bool:
        """Whether ``plain`` says of the act that it names at ``start`` to ``end`` that it applied before."""
        if self.past.search(plain, max(0, start - _NEAR), start) or self.past_behind.match(plain, end):
            return True
        return bool(self.until.search(plain[max(0, start - _FAR) : start]))


def _is_year(digits: str) -> bool:
    return _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _first_word(name: str) -> str:
    return re.split(r"[\W_]", name, maxsplit=1)[0]
