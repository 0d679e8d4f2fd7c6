"""Spaces that a text lost within its words, or got there, when it was taken from its pages: 'vandiens' and 'va n'.

The text itself is asked: what stands otherwise elsewhere in it is a doubt here. Nothing is mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from clausule.language.language import Language
from clausule.language.protocol import Grammar, Terms
from clausule.read.importing.document import Doubt
from clausule.read.importing.raw_lines import RawLine
from clausule.read.importing.wrapped import Whole

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST, _LONGEST = 5, 80  # letters of words that ran together
_ENDING = 3  # letters of what can be the ending of a word
_GLUED = re.compile(r"[^\W\d_]\([“„\"‘]|[.…_]{3}\([^\W\d_]{2}|[^\W\d_]{2}[,;]-?(?=[^\W\d_]{2})")
_WORDS_AROUND = re.compile(r"\S*$")
_PARTED = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]{2,})-[ ]+(?P<tail>[^\W\d_A-Z]{2,})")

Chain = tuple[str, ...]


def with_odd_spaces(text: Whole, language: Language) -> Whole:
    """The text, with a doubt for each word that is two or more elsewhere in it, for two that are one there, and for a
    sign that stands against a word. The work is in proportion to the words."""
    doubts = [*text.doubts, *_odd_spaces(text.lines, language)]
    return replace(text, doubts=sorted(doubts, key=lambda one: one.number))


def _odd_spaces(lines: Sequence[RawLine], language: Language) -> Iterator[Doubt]:
    known = _Known(lines)
    for line, words in zip(known.lines, known.words, strict=True):
        for word in words:
            if pieces := known.pieces(word, language.terms):
                yield Doubt(line.number, f"{word} is written '{' '.join(pieces)}' elsewhere: a space was lost")
        for glued in _GLUED.finditer(line.words):
            shown = _WORDS_AROUND.search(line.words, 0, glued.start() + 1)
            begin = shown.start() if shown else glued.start()
            yield Doubt(line.number, f"a sign stands against a word: {line.words[begin : glued.end() + 12]}")
    yield from _parted(known, language.grammar)
    for line, first, second in known.torn(language.terms):
        yield Doubt(line.number, f"{first} {second} is written {first}{second} elsewhere: a space came in")


def _parted(known: _Known, grammar: Grammar) -> Iterator[Doubt]:
    """Words that a page broke, within a line: 'verwer- ken'. Where one of them is known, another may be one too."""
    found = [(line, match) for line in known.lines for match in _PARTED.finditer(line.words)]
    found = [(line, match) for line, match in found if not grammar.JOINING.match(match["tail"])]
    certain = [known.many[f"{match['head']}{match['tail']}".lower()] > 0 for _, match in found]
    for (line, match), is_one in zip(found, certain, strict=True):
        if is_one:
            yield Doubt(line.number, f"{match[0]} is written {match['head']}{match['tail']} elsewhere")
        elif any(certain):
            yield Doubt(line.number, f"{match[0]}: a hyphen of the word, or of the page?")


class _Known:
    """The words of a text: how often each stands in it, also without its hyphens, and which stand side by side."""

    def __init__(self, lines: Sequence[RawLine]) -> None:
        self.lines = [line for line in lines if line.words]
        self.words = [_WORD.findall(line.words) for line in self.lines]
        self.many: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self._behind: list[tuple[RawLine, str, str]] = []
        above: tuple[str, ...] = ()
        for line in self.lines:
            end = 0
            for match in _WORD.finditer(line.words):
                forms = tuple({match[0].lower(), match[0].lower().replace("-", "")})
                between = line.words[end : match.start()]
                self.many.update(forms)
                if not (end or match.start()) or (end and between.isspace()):
                    self.pairs.update((one, other) for one in above for other in forms)
                    self._behind += [(line, above[0], forms[0])] if end and above else []
                above, end = forms, match.end()
            above = above if line.words[end:] == "" else ()

    def pieces(self, shown: str, terms: Terms) -> Chain:
        """The words that ran together in one that stands in the text only here; empty where it is one word, or may be:
        a capital letter within it says that it is none."""
        word = shown.lower()
        if not _SHORTEST <= len(word) <= _LONGEST or "-" in word or self.many[word] > 1 or word in terms.FUNCTION_WORDS:
            return ()
        found = self._chain(word)
        small = [one in terms.FUNCTION_WORDS for one in found]
        plain = shown[1:].islower() or shown.isupper()
        if all(small) or (plain and len(found) == 2 and self._may_be_one(word, found, small, terms)):
            return ()
        return found

    def _chain(self, word: str) -> Chain:
        """Words of the text, each beside the next elsewhere, that ``word`` is made of; the longest first."""

        @cache
        def rest(begin: int, above: str) -> Chain | None:
            if begin == len(word):
                return ()
            for end in range(len(word), begin, -1):
                piece = word[begin:end]
                if piece == word or not self.many[piece] or (above and not self.pairs[above, piece]):
                    continue
                behind = rest(end, piece)
                if behind is not None:
                    return (piece, *behind)
            return None

        return rest(0, "") or ()

    def _may_be_one(self, word: str, found: Chain, small: Sequence[bool], terms: Terms) -> bool:
        """Whether two words may be one as well: the second is an ending, or stands behind the small first one only
        ('ten minste')."""
        first, last = found
        ending = len(last) <= _ENDING and (
            terms.is_inflection(first, word)
            or any(one.endswith(last) and one != word and self.many[one.removesuffix(last)] for one in self.many)
        )
        return ending or (small[0] and self.pairs[first, last] == self.many[last])

    def torn(self, terms: Terms) -> Iterator[tuple[RawLine, str, str]]:
        """Two pieces that stand in the text only here and are no words by themselves, and are a word elsewhere."""
        for line, first, second in self._behind:
            small = not terms.FUNCTION_WORDS.isdisjoint((first, second))
            if not small and self.many[first] == self.many[second] == 1 and self.many[first + second]:
                yield line, first, second
