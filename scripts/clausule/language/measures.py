"""Measures that clauses promise in passing, and what words say of measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausule.language.duties import CUSTOMER, Duties

STANDARD = "standard"
"""The kind of a promise that a standard is followed."""


@dataclass(frozen=True, slots=True)
class Promise:
    """``words`` at ``start`` to ``end`` of a text promise ``kind``, with its ``value`` (a number, or the name of a
    standard); ``more`` says whether a higher value keeps it too.
    """

    start: int
    end: int
    kind: str
    value: float | str
    more: bool

    def kept_by(self, other: Promise) -> bool:
        """Whether who does ``other`` does this."""
        if self.kind != other.kind:
            return False
        if self.more and isinstance(self.value, float) and isinstance(other.value, float):
            return other.value >= self.value
        return self.value == other.value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeasureWords:
    """How a language speaks of measures. ``kinds`` are what can be promised: the kind, whether more of it (a later
    version, a longer key) keeps the promise too, and its words, of which groups are a ``number``, a ``count`` in words
    or a ``name``. A text without a ``hint`` holds no promise: most are passed over by one look. A standard that is
    only named is none, unless it is ``followed``.

    ``empty`` words stand where a measure should; ``see`` and ``seen`` stand before and behind a reference that is all
    there is. A heading that says what measures are ``meant`` for, and a ``goal`` in a full sentence, are none.
    """

    kinds: tuple[tuple[str, bool, re.Pattern[str]], ...]
    hint: re.Pattern[str]
    followed: re.Pattern[str]
    duties: Duties
    number_of: Callable[[str], float | None]
    empty: re.Pattern[str]
    see: re.Pattern[str]
    seen: re.Pattern[str]
    meant: re.Pattern[str]
    goal: re.Pattern[str]

    def says_nothing(self, words: str) -> bool:
        """Whether ``words`` stand where a measure should and are none: 'n/a', 'to follow'."""
        return bool(self.empty.fullmatch(words))

    def only_refers(self, before: str, behind: str) -> bool:
        """Whether the words ``before`` and ``behind`` a reference do no more than refer: 'see what is set out in'."""
        return bool(self.see.fullmatch(before) and self.seen.fullmatch(behind))

    def says_goal(self, words: str) -> bool:
        """Whether ``words`` in full sentences say only what measures are for, and nothing that is done: 'What is lost
        comes back'."""
        sentences = [said for said in _SENTENCE.split(words) if said.strip()]
        return bool(sentences) and all(self.goal.match(said) for said in sentences)

    def says_purpose(self, title: str) -> bool:
        """Whether a heading of measures says what they are for: 'to be able to restore data'."""
        return bool(self.meant.search(title))

    def find_promises(self, plain: str, listed: bool = False) -> Iterator[Promise]:
        """The promises of the publisher in ``plain``, by kind: no standard that is only named, and nothing that its
        clause denies ('no ISO 27001'), leaves to the customer, wishes, or tells of the past. In a list of measures,
        ``listed``, the bare name of a standard is one.
        """
        if not self.hint.search(plain):
            return
        for kind, more, pattern in self.kinds:
            for match in pattern.finditer(plain):
                clause = self.duties.clause_at(plain, match.start())
                named = kind == STANDARD and not listed
                if named and not _is_followed(self.followed, plain, clause.opens, clause.closes):
                    continue
                meant = listed or (clause.firm and clause.actor != CUSTOMER)
                if meant and not clause.denies(match.start()):
                    yield Promise(*match.span(), kind, self._value(match), more)

    def _value(self, match: re.Match[str]) -> float | str:
        groups = match.groupdict()
        if groups.get("name"):
            return " ".join(word for word in (groups["name"].replace("-", " "), groups.get("number")) if word)
        if count := groups.get("count"):
            return float(self.number_of(count) or 0)
        return float(groups["number"]) if groups.get("number") else ""


_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


@lru_cache(maxsize=256)
def _is_followed(followed: re.Pattern[str], plain: str, start: int, end: int) -> bool:
    return bool(followed.search(plain, start, end))
