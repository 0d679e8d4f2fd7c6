"""The words that a text writes with a capital letter, and what that says of them: the same in every language, but for
its own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from clausule.language.terms import Capital, Spans, opens

_QUOTES = frozenset("“„‘\"'«")
_ROMAN = re.compile(r"[IVXLC]+")
_LABEL_WORDS = 6


class Lexicon(Protocol):
    """The words of one language that it takes, all of them constants of a module."""

    FUNCTION_WORDS: frozenset[str]
    PARTIES_BY_PRONOUN: frozenset[str]
    DETERMINERS: frozenset[str]
    NAMES: frozenset[str]
    COUNTRIES: frozenset[str]
    PLACES: frozenset[str]
    PARTS: frozenset[str]
    ABBREVIATIONS: frozenset[str]
    PREFIXES: frozenset[str]

    @property
    def ITSELF(self) -> tuple[str, ...]: ...

    @property
    def PEOPLES(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, kw_only=True)
class CapitalWords:
    """How one language shows what a capital letter means: a word that has one (``capital``), quotations (``quoted``),
    what behind a word ``explained`` whose it is, pronouns before it that do (``this``), and what may stand between two
    words of a name (``chain``). Of a word ``looks_common`` says that it is no name, ``is_name_by_place`` (of a match,
    with the word before it) that what stands around it shows one, and ``only_opens`` of two that stand together that
    the first has its capital letter from the begin of its sentence alone."""

    lexicon: Lexicon
    capital: re.Pattern[str]
    quoted: re.Pattern[str]
    explained: re.Pattern[str]
    this: frozenset[str]
    chain: re.Pattern[str]
    looks_common: Callable[[str], bool]
    is_name_by_place: Callable[[str, re.Match[str], str], bool]
    only_opens: Callable[[Capital, Capital], bool]

    @cached_property
    def _known(self) -> dict[str, bool]:
        """Of words that were asked for whether they are names by themselves."""
        return {}

    def capitals(self, plain: str) -> tuple[Capital, ...]:
        """The words with a capital letter in ``plain``, in order. None in a label ('Naam', 'Cloud Servers') or a text
        that is written in capital letters throughout: there they mean nothing. Neither 'The' nor 'Indien' at the begin
        of a sentence."""
        if _is_label(plain) or plain.isupper():
            return ()
        words = self.lexicon
        quoted = Spans(match.span() for match in self.quoted.finditer(plain)) if _QUOTES & set(plain) else None
        found: list[Capital] = []
        for match in self.capital.finditer(plain):
            start, end, word = *match.span(), match[0]
            opening = opens(plain, start)
            if word.lower() in words.FUNCTION_WORDS and (opening or word.lower() not in words.PARTIES_BY_PRONOUN):
                continue  # where nothing ended before it, a line began: 'Gewijzigd op 3 mei 2021', 'Deze voorwaarden'
            before = _word_before(plain, start)
            explained = bool(self.explained.match(plain, end)) or (
                before.lower() in self.this and word.lower().endswith(words.ITSELF)
            )
            name = (quoted is not None and quoted.meets(start, end)) or self._is_name(plain, match, before)
            joined = bool(found) and not opening and bool(self.chain.fullmatch(plain, found[-1].end, start))
            determined = before.lower() in words.DETERMINERS
            found.append(Capital(start, end, word, opening, determined, name, explained, joined))
        return tuple(found)

    def runs(self, found: tuple[Capital, ...]) -> list[list[Capital]]:
        """``found`` cut into words that stand side by side as those of a name do ('College Bescherming
        Persoonsgegevens').

        What begins a sentence stands alone when its capital letter says nothing ('Indien Klant', 'Upon Customer').
        """
        cut: list[list[Capital]] = []
        for capital in found:
            if capital.joined and cut and not (len(cut[-1]) == 1 and self.only_opens(cut[-1][0], capital)):
                cut[-1].append(capital)
            else:
                cut.append([capital])
        return cut

    def _is_name(self, plain: str, match: re.Match[str], before: str) -> bool:
        """Whether the word or what stands around it says that it is a name, without a look at the agreement."""
        word = match[0]
        if word not in self._known:
            self._known[word] = self._is_name_by_itself(word)
        return self._known[word] or self.is_name_by_place(plain, match, before)

    def _is_name_by_itself(self, word: str) -> bool:
        words = self.lexicon
        if len(word) < 3 or word.upper() in words.ABBREVIATIONS or _ROMAN.fullmatch(word):
            return True
        if any(word in names for names in (words.NAMES, words.COUNTRIES, words.PLACES, words.PARTS)):
            return True
        return self._is_odd(word) or word.lower().startswith(words.PEOPLES)

    def _is_odd(self, word: str) -> bool:
        """A digit or a capital inside (VoIP, Fail2ban), or a compound with a name or an abbreviation (EU-landen)."""
        if any(char.isdigit() for char in word):
            return True
        parts = re.split(r"[-’']", word)
        if any(not (part.islower() or part.isupper() or part.istitle()) for part in parts if part):
            return True
        if len(parts) == 1:
            return False
        first = parts[0].lower()
        return first not in self.lexicon.PREFIXES and not self.looks_common(first)


def _word_before(plain: str, start: int) -> str:
    low = max(0, start - 40)
    return plain[max(plain.rfind(" ", low, max(start - 1, 0)) + 1, low) : start].strip()


def _is_label(plain: str) -> bool:
    return len(plain) < 80 and plain.rstrip()[-1:] not in ".;?" and plain.count(" ") < _LABEL_WORDS
