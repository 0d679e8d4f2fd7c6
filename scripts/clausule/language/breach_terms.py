"""The term within which a text says that a breach is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from clausule.language.cores import has_core
from clausule.language.duties import CUSTOMER, PROVIDER, Clause, Duties

_GAP = re.compile(r"[ ,]*")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BreachTerms:
    """How a language sets a term for reporting a breach: it, or the sentence before, names a ``breach``, which has one
    of the ``cores`` in it (``meant`` speaks of one that was named), ``within`` a ``period``, or ``at_once``, somebody
    is ``told`` of it or ``receives`` the report; and neither is it told ``to_others`` than the customer, nor is it told
    what comes ``afterwards``. ``hours_of`` counts a period."""

    breach: re.Pattern[str]
    cores: tuple[str, ...]
    meant: re.Pattern[str]
    within: re.Pattern[str]
    at_once: re.Pattern[str]
    period: re.Pattern[str]
    told: re.Pattern[str]
    receives: re.Pattern[str]
    to_others: re.Pattern[str]
    afterwards: re.Pattern[str]
    duties: Duties
    hours_of: Callable[[re.Match[str]], int | None]

    def hours_in(self, words: str) -> int | None:
        """The term that ``words`` name, in hours: 48 for 'within 48 hours' and for 'two (business) days'; None when
        they name none."""
        match = self.period.search(words)
        return self.hours_of(match) if match else None

    def words_in(self, plain: str) -> tuple[int, int] | None:
        """Where ``plain`` sets a term within which the processor reports a breach to the other party: 'within 48
        hours'. None when it sets none.

        'Security updates within 72 hours' sets none: nobody is told of a breach. Neither does the customer's own term
        for the supervisory authority, nor one for answers, nor one that is denied.
        """
        if not self._may_name(plain):
            return None
        for match in self.within.finditer(plain):
            clause = self._governing(plain, match)
            if clause.start in _reports(self, plain) and not clause.denies(max(match.start(), clause.start)):
                return match.span()
        return None

    def _may_name(self, plain: str) -> bool:
        return has_core(plain, self.cores) and bool(self.breach.search(plain))

    def _governing(self, plain: str, match: re.Match[str]) -> Clause:
        """The clause that a term belongs to: where it opens a sentence, with nothing before it, the one behind its
        comma ('Within one day of its discovery, Supplier reports a breach')."""
        clause = self.duties.clause_at(plain, match.start())
        gap = _GAP.match(plain, clause.start + len(clause.words))
        if clause.start != clause.opens or match.start() != clause.start or clause.actor or not gap:
            return clause
        return self.duties.clause_at(plain, gap.end()) if gap.end() < clause.closes else clause

    def sentences_in(self, plain: str) -> tuple[tuple[int, int, int | None], ...]:
        """Each sentence of ``plain`` that says when the processor reports a breach to the other party: where it begins
        and ends, and the hours that it names; None where it says 'without delay' and no number."""
        if not self._may_name(plain):
            return ()
        found: dict[tuple[int, int], int | None] = {}
        within = {self._governing(plain, one).start: one for one in reversed([*self.within.finditer(plain)])}
        for clause in self.duties.clauses(plain):
            if clause.start not in _reports(self, plain):
                continue
            end = clause.start + len(clause.words)
            gap = _GAP.match(plain, end)
            behind = gap.end() if gap else end
            for named in (within.get(clause.start), self.at_once.search(plain, clause.start, end)):
                # 'As soon as possible' begins a clause of its own.
                match = named or self.at_once.match(plain, behind, clause.closes)
                if match and not clause.denies(max(match.start(), clause.start)):
                    sentence = clause.opens, clause.closes
                    found[sentence] = found.get(sentence) or self.hours_in(match[0])
                    break
        return tuple((*sentence, hours) for sentence, hours in found.items())

    def is_report(self, clause: Clause) -> bool:
        """Whether ``clause`` is the processor's own duty to tell the customer of something."""
        words = clause.words
        actor = PROVIDER if clause.actor == CUSTOMER and self.receives.search(words) else clause.actor
        if actor not in (PROVIDER, "") or not clause.firm or not self.told.search(words):
            return False
        return not (self.to_others.search(words) or self.afterwards.search(words))

    def is_of_breach(self, clause: Clause, plain: str) -> bool:
        """Whether the sentence of the clause names a breach, or speaks of one that was named before."""
        named, meant = _named_in(self, plain, clause.opens, clause.closes)
        first = self.breach.search(plain)
        return named or (meant and first is not None and first.start() < clause.opens)


@lru_cache(maxsize=8)
def _reports(terms: BreachTerms, plain: str) -> frozenset[int]:
    """Where the clauses begin that are the processor's own duty to report a breach to the customer."""
    return frozenset(
        clause.start
        for clause in terms.duties.clauses(plain)
        if terms.is_report(clause) and terms.is_of_breach(clause, plain)
    )


@lru_cache(maxsize=8)
def _named_in(terms: BreachTerms, plain: str, start: int, end: int) -> tuple[bool, bool]:
    return bool(terms.breach.search(plain, start, end)), bool(terms.meant.search(plain, start, end))
