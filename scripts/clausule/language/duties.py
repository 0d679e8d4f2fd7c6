"""Whose duty a clause states, and whether it states one: enough grammar for the rules that ask who promises what.

A text is cut into clauses; each has an actor, from the words that name a party in it or before it, and is firm unless
it is denied, past, a condition, a possibility or somebody's wish. It is made to be wrong on the side of 'I cannot
tell': an actor that is not known is empty, and whoever asks decides what that means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

PROVIDER, CUSTOMER, OTHER = "provider", "customer", "other"

NEVER = re.compile(r"(?!)")
"""For a pattern that a language has no use for."""
_NEAR, _FAR = 80, 160


@dataclass(frozen=True, slots=True)
class Clause:
    """``words`` at ``start`` of a text, in the sentence from ``opens`` to ``closes``. ``actor`` is who acts, or empty;
    ``firm`` is false for what is past, possible, wished or a condition."""

    start: int
    words: str
    opens: int
    closes: int
    actor: str
    firm: bool
    _duties: Duties = field(repr=False, compare=False)

    def denies(self, at: int) -> bool:
        """Whether the clause says 'no' to what stands at ``at`` of the text."""
        return self._duties.denies(self, at)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Duties:
    """How a language says who must do what. Where a text is cut: at a ``sentence`` and, within one, at a ``cut``.

    Who acts: a ``party`` (its groups are PROVIDER, CUSTOMER and OTHER), unless a ``preposition`` stands before it;
    who it is done ``by`` where it is ``done``; whose duty or thing it is (``his``). A ``passive`` has no actor of its
    own, unless it only stands behind what its subject ``ensures``. A ``pronoun`` speaks of who acted before; what
    ``leads`` says nothing of who acts in the main clause.

    What is not firm: a ``condition``, what is ``past`` or ``possible``, and what somebody ``wished``, also in the
    clause that has the ``governed`` one as its object, unless it only ``relies`` on it.

    What says no: ``denied`` before and ``denied_behind`` after a place, but not ``litotes``; ``released`` of a duty;
    ``negated`` and ``negated_behind`` near what is asked. It is no 'no' where it is ``excepted`` or ``against`` a
    hindrance, nor in a clause that begins with ``unless`` ('where Customer cannot carry out a request itself').
    """

    sentence: re.Pattern[str]
    cut: re.Pattern[str]
    party: re.Pattern[str]
    preposition: re.Pattern[str]
    by: re.Pattern[str]
    done: re.Pattern[str]
    passive: re.Pattern[str]
    ensures: re.Pattern[str] = NEVER
    his: re.Pattern[str]
    pronoun: re.Pattern[str]
    leads: re.Pattern[str]
    condition: re.Pattern[str]
    governed: re.Pattern[str]
    relies: re.Pattern[str]
    past: re.Pattern[str]
    possible: re.Pattern[str]
    wished: re.Pattern[str]
    litotes: re.Pattern[str]
    denied: re.Pattern[str]
    denied_behind: re.Pattern[str]
    unless: re.Pattern[str] = NEVER
    released: re.Pattern[str]
    excepted: re.Pattern[str]
    negated: re.Pattern[str]
    negated_behind: re.Pattern[str]
    against: re.Pattern[str]

    def clauses(self, plain: str) -> tuple[Clause, ...]:
        """The clauses of ``plain``, in order and without gaps that hold words."""
        return _clauses(self, plain)

    def clause_at(self, plain: str, at: int) -> Clause:
        """The clause of ``plain`` that holds the character at ``at``."""
        found = _clauses(self, plain)
        return found[max(0, bisect_right(found, at, key=lambda clause: clause.start) - 1)]

    def denies(self, clause: Clause, at: int) -> bool:
        """Whether ``clause`` says 'no' to what stands at ``at`` of its text."""
        low = max(0, at - clause.start - _FAR)
        here = at - clause.start - low
        words = self.litotes.sub(lambda match: " " * len(match[0]), clause.words[low : low + here + _FAR])
        return bool(self.denied.search(words, 0, here) or self.denied_behind.match(words, here))

    def says_opposite(self, plain: str, start: int, end: int, forbids: bool = False) -> bool:
        """Whether ``plain`` denies what it speaks of from ``start`` to ``end``: 'is not obliged', 'gives no
        assistance'. Of what ``forbids`` only a release is the opposite: 'no transfer' is what it asks."""
        found = _clauses(self, plain)
        at = found.index(self.clause_at(plain, start))
        clause = found[at]
        if self.unless.match(clause.words):
            return False
        governs = at and self.governed.match(clause.words) and found[at - 1].opens == clause.opens
        over = found[at - 1] if governs else None
        for one in (over, clause):
            said = self.litotes.sub("", one.words) if one else ""
            if self.released.search(said) or (one is over and not forbids and self.negated.search(said)):
                return not self.against.search(said)
        if forbids or self.excepted.search(plain, clause.start, clause.closes) or self.against.search(clause.words):
            return False
        before = self.litotes.sub("", plain[max(clause.start, start - _NEAR) : start])
        last = self.clause_at(plain, end - 1)
        behind = self.negated_behind.match(plain, end, last.start + len(last.words))
        return bool(self.negated.search(before) or behind)

    def actors(self, plain: str) -> frozenset[str]:
        """The parties who act in ``plain``."""
        return frozenset(one.actor for one in _clauses(self, plain) if one.actor in (PROVIDER, CUSTOMER))

    def cut_up(self, plain: str) -> Iterator[Clause]:
        """The same as ``clauses``, worked out anew."""
        actor = ""
        for opens, sentence in _pieces(self.sentence, plain, 0):
            actor = actor if self.pronoun.search(sentence[:60]) else ""
            before = None
            for start, words in _pieces(self.cut, sentence, opens):
                actor = self._actor(words) or self._acted(words, before, actor)
                yield Clause(start, words, opens, opens + len(sentence), actor, self._is_firm(words, before), self)
                before = words

    def _acted(self, words: str, before: str | None, actor: str) -> str:
        """Who acts in a clause that names nobody: who acted ``before`` it in its sentence, or in the sentence before
        where a pronoun says so. 'If Customer wants that, ... is': what leads tells nothing of who acts behind it."""
        leads = before is not None and self.leads.match(before) and not self.leads.match(words)
        return "" if leads and not self.pronoun.search(words) else actor

    def _is_firm(self, words: str, before: str | None) -> bool:
        if self.condition.match(words) or self.past.search(words) or self.possible.search(words):
            return False
        over = before if before is not None and self.governed.match(words) and not self.relies.search(before) else ""
        return not (self.wished.search(words) or self.wished.search(over) or self.possible.search(over))

    def _actor(self, words: str) -> str:
        """Who acts in a clause: who it is done by, whose duty or thing it is, or its subject, which in the passive does
        not act ('Customer is notified')."""
        passive, done = self.passive.search(words), self.done.search(words)
        subject = his = ""
        for match in self.party.finditer(words):
            party, at = str(match.lastgroup), match.start()
            low = max(0, at - _NEAR)
            if self.by.search(words, low, at):
                if done:
                    return party
            elif self.his.search(words, low, at):
                his = his or party
            elif not self.preposition.search(words, low, at):
                subject = subject or party
        return his or ("" if passive and not self.ensures.match(words) else subject)


@lru_cache(maxsize=256)
def _clauses(duties: Duties, plain: str) -> tuple[Clause, ...]:
    return tuple(duties.cut_up(plain))


def _pieces(pattern: re.Pattern[str], words: str, offset: int) -> Iterator[tuple[int, str]]:
    start = 0
    for match in pattern.finditer(words):
        if words[start : match.start()].strip():
            yield offset + start, words[start : match.start()]
            start = match.end()
    if words[start:].strip():
        yield offset + start, words[start:]
