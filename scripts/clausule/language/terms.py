"""Words with capital letters, and what of them is the same in every language: how they are written and how alike they
are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, takewhile

from clausule.model.repeated import once_a_text
from clausule.model.similarity import distance

LOWER = re.compile(r"(?<![\w-])[a-zà-ÿ][\w-]{3,}")
"""A word with a small letter."""

SHARED = 6
"""The letters at the end that two joints of one compound have in common at least."""


@dataclass(frozen=True, slots=True)
class Capital:
    """``word`` at ``start`` of a text has a capital letter.

    ``opening``: it begins a sentence, where any word has one. ``determined``: 'de', 'een' or the like stands before
    it. ``name``: the text itself shows that it belongs to a name, a quotation or an abbreviation. ``explained``: the
    text says whose word it is ('Verwerker in de zin van de Wbp', 'deze Overeenkomst'). ``joined``: it stands directly
    behind the capital before it, as the words of a name do.
    """

    start: int
    end: int
    word: str
    opening: bool
    determined: bool
    name: bool
    explained: bool
    joined: bool

    @property
    def large(self) -> bool:
        """Written in capital letters only."""
        return self.word.isupper()


class Spans:
    """Stretches of a text, to ask quickly whether another one meets any of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._ends[index] > start


def opens(plain: str, start: int) -> bool:
    """Whether a sentence, a quotation or a bracket begins at ``start``; so does what stands behind a blank."""
    before = start - 1
    while before >= 0 and plain[before].isspace():
        before -= 1
    return before < 0 or plain[before] in ".!?:;…•“„‘\"'«([_"


def small_words(plain: str) -> Iterator[tuple[int, str]]:
    """The words that ``plain`` writes with a small letter, with their places."""
    return ((match.start(), match[0]) for match in LOWER.finditer(plain))


def style(word: str) -> str:
    """How ``word`` is written: ``large`` (VERWERKER), ``capital`` (Verwerker), ``mixed`` (Sub-VERWERKER), ``small``."""
    if word.isupper():
        return "large"
    if any(part.isupper() and len(part) > 1 for part in word.split("-")):
        return "mixed"
    return "capital" if word.lstrip("-")[:1].isupper() else "small"


@lru_cache(maxsize=20_000)
def near(word: str, terms: tuple[str, ...], most: int = 3) -> str:
    """The term that ``word`` is a slip of the pen away from (``most`` letters at most), or an empty string."""
    most = min(max(1, len(word) // 4), most)
    if not 5 <= len(word) <= 80:
        return ""
    scored = [(distance(word.lower(), term.lower(), most), term) for term in terms]
    best = min(scored, default=(most + 1, ""))
    return best[1] if best[0] <= most else ""


def whole_words(forms: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of ``forms`` as whole words, the longest first; case counts. None for no forms.

    A hyphen is part of a word: 'Sub-verwerker' holds no 'verwerker'. Forms that begin alike share that begin, so that
    looking for thousands of them takes no longer than looking for one.
    """
    wanted = sorted({form for form in forms if form})
    return re.compile(rf"(?<![\w-]){_any_of(wanted)}(?![\w]|-\w)") if wanted else None


def _any_of(forms: list[str], depth: int = 0) -> str:
    """A pattern for any of ``forms``, which are sorted and different; the longest first."""
    if len(forms) == 1 or depth > _DEEP:
        return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=len, reverse=True))})"
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(forms[0], forms[-1], strict=False)))
    rest = [form[same:] for form in forms]
    alike = (list(group) for _, group in groupby(filter(None, rest), key=lambda form: form[0]))
    branches = "|".join(_any_of(group, depth + 1) for group in alike)
    return f"{re.escape(forms[0][:same])}(?:{branches}){'' if rest[0] else '?'}"


_DEEP = 40
"""Patterns within patterns: more than Python's own compiler takes is no gain."""


class Counting:
    """How often each of ``forms`` stands in a text as whole words, one within another counted too."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(forms)
        pattern = whole_words(self._forms)
        self._pattern = re.compile(f"(?=({pattern.pattern}))") if pattern else None

    @once_a_text
    def count(self, plain: str) -> Counter[str]:
        """The forms in ``plain``, each with how often it is there."""
        found: Counter[str] = Counter()
        for match in self._pattern.finditer(plain) if self._pattern else ():
            words = match[1]
            ends = [end.start() for end in _ENDS.finditer(words)]
            found.update(form for form in (words, *(words[:end] for end in ends)) if form in self._forms)
        return found


# Where a word can end within a form.
_ENDS = re.compile(r"(?<=.)(?!\w|-\w|$)")
