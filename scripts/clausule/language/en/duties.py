"""Whose duty an English clause states, and whether it states one: enough grammar for the rules that ask who promises
what.

A text is cut into clauses; each has an actor, from the words that name a party in it or before it, and is firm unless
it is denied, past, a condition, a possibility or somebody's wish. It is made to be wrong on the side of 'I cannot
tell': an actor that is not known is empty, and whoever asks decides what that means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

PROVIDER, CUSTOMER, OTHER = "provider", "customer", "other"

# Who parties and others are called. The longest name at a place counts: 'data controller', 'sub-processor'.
_NAMES = {
    OTHER: r"sub-?\s?processors?|sub-?\s?contractors?|(?:other|another|further) processors?|third part(?:y|ies)"
    r"|personnel|employees?|staff|agents?|affiliates?|auditors?",
    CUSTOMER: r"(?:data\s)?controllers?|customers?|clients?|subscribers?|licensees?|(?:end[\s-]?)?users?|buyers?"
    r"|purchasers?|data exporters?|schools?|tenants?|you",
    PROVIDER: r"(?:data\s)?processors?|suppliers?|(?:service\s)?providers?|vendors?|licensors?|contractors?|company"
    r"|data importers?|sellers?|we",
}
_PARTY = re.compile(
    rf"(?<![\w-])(?:(?P<{OTHER}>{_NAMES[OTHER]})|(?P<{CUSTOMER}>{_NAMES[CUSTOMER]})|(?P<{PROVIDER}>{_NAMES[PROVIDER]}))"
    r"(?![\w-])(?!['’]s|\s(?:personal\s)?data\b)",
    re.I,
)
# Words between a preposition and the party that it goes with: 'to the relevant Customer'.
_BETWEEN = r"(?:\s+(?:the|a|an|each|every|all|any|its|his|her|their|such|relevant|affected|respective|that))*\s+$"
_PREPOSITION = re.compile(
    rf"\b(?:to|of|with|for|at|on behalf of|towards?|under|from|against|between|by|and|or|notif(?:y|ies)|inform"
    rf"|informs|assists?"
    rf"|provides?|tells?|alerts?|enables?|allows?|about|upon|on){_BETWEEN}",
    re.I,
)
_BY = re.compile(rf"\bby{_BETWEEN}", re.I)
_DONE = re.compile(r"\b(?:is|are|be|been|being|was|were)\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:is|are|be|been|being)\s+(?:\w+ly\s+)?(?:\w+ed|told|given|made|sent|kept|held|done|shown)\b", re.I
)
# 'It is for Customer to', 'the duty of Customer', 'the devices of Customer': theirs, though not the subject.
_HIS = re.compile(
    r"(?:\bis for|\bit is up to|\brests? (?:up)?on"
    r"|\b(?:duty|duties|obligations?|responsibilit(?:y|ies)|devices?|systems?|networks?|environments?|premises|computers?"
    rf"|laptops?|servers?|side|offices?) of){_BETWEEN}",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|them|their|he|she|this|that|these|those|such|there\w*|here\w*)\b", re.I)

_SENTENCE = re.compile(
    r"(?<=[;!?])\s+|(?<=[.:])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bNo\.)(?<!\bart\.)(?<!\bsec\.)(?<!\bInc\.)\s+(?=[A-Z“\"‘(\[]|\d)"
)
_LEADING = (
    r"if|when|whenever|where(?!\w)|once|after|before|unless|until|provided that|to the extent|insofar as|although"
    r"|though"
    r"|because|since|as soon as|in order to|so that|in case(?!\sof)|in the event(?!\sof)"
)
_CONDITION = re.compile(
    r"\W*(?:if|when|whenever|where(?!\w)|once|after|before|unless|until|provided that|to the extent|insofar as"
    r"|in case(?!\sof)"
    r"|in the event(?!\sof)|should)\b",
    re.I,
)
_LEADS = re.compile(rf"\W*(?:{_LEADING})\b", re.I)
_GOVERNED = re.compile(r"\W*(?:that|to|whether)\b", re.I)
_CUT = re.compile(
    rf"(?:,\s?|\s)(?=(?:{_LEADING}|while|whereas|whereby|whereupon|but|however)\b)"
    r"|,\s?(?=(?:which|who|and\s(?:shall|will|must|may|is|are)|then)\b)|\sand\s(?=(?:shall|will|must|may)\s)"
    r"|,\s(?=(?:the\s)?(?-i:[A-Z])[\w-]+\s(?:shall|will|must|may|(?!is\b|this\b|its\b|has\b|was\b|as\b)(?-i:[a-z]+[a-z]s))\b)",
    re.I,
)
_PAST = re.compile(r"\b(?:was|were|had|formerly|previously|in the past|used to|prior versions?|former)\b", re.I)
_POSSIBLE = re.compile(
    r"\b(?:(?:may|can|could|might)(?!(?:\s\w+){0,2}\s(?:only|solely)\b)|would|optional(?:ly)?"
    r"|upon (?:written )?request|on (?:written )?request"
    r"|at (?:its|their|customer'?s) (?:request|discretion)|additional (?:fee|charge)|intends?|plans? to|aims?"
    r"|strives?|considers?|hopes?"
    r"|endeavou?rs?|seeks? to|tries|attempts?|expects?|ambition|reasonable efforts|best efforts|commercially reasonable"
    r"|investigates? whether|decides? whether)\b",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:advis(?:es?|ed)|recommends?|recommended|suggests?|wish(?:es)?|wants?|desires?|requests? that|asks?"
    r"|demands?|prefers?"
    r"|encourages?)\b",
    re.I,
)
_RELIES = re.compile(r"\b(?:rel(?:y|ies)|trusts?|assumes?)\b", re.I)
_NO = r"(?:not|no|never|nor|neither|without|cannot|n[o']t)"
# 'Not less than', 'no older version than', 'not only', 'without undue delay' deny nothing.
_LITOTES = re.compile(
    r"\b(?:not|no|never)\s+(?:(?:less|lower|later|longer|fewer|only|merely|limited)\b|\w+er\s+(?:\w+\s+)?than\b)"
    r"|\bwithout\s+(?:\w+\s+)?(?:delay|limitation|prejudice)\b|\bno\s+(?:later|less|longer|event)\b",
    re.I,
)
_DENIED = re.compile(rf"\b{_NO}\b|\b\w+n['’]t\b", re.I)
_DENIED_BEHIND = re.compile(r"(?:(?!\b(?:which|that|who|where\w*)\b)[^,;:.]){0,60}?\b(?:not|never|neither)\b", re.I)

# What belongs to a party or is denied stands within so many characters.
_NEAR, _FAR = 80, 160

# Nobody owes or may what these say; and 'not without', 'not unless' say that it is so.
_RELEASED = re.compile(
    rf"\b(?:{_NO}\b[^,;.]{{0,80}}\b(?:oblig\w*|required|bound|dut(?:y|ies)|right|entitled|permitted|allowed|necessary|liab\w*"
    r"|responsib\w*)|(?:need|shall have no|has no|have no)\b[^,;.]{0,80}\b(?:not|obligation|duty|right|liability)"
    r"|not liable|excluded"
    r"|disclaims?|waives?|refuses?|exempt(?:ed)?|released)\b",
    re.I,
)
_EXCEPTED = re.compile(
    r"\b(?:not|no|never)\b[^;.]{0,160}?\b(?:without|unless|except|other than|save|until|before|only)\b", re.I
)
_NOT = re.compile(r"\b(?:not|no|never|nor|neither|cannot)\b", re.I)
_NOT_BEHIND = re.compile(r"\w*(?:\s\w+){0,3}?\s(?:not(?! itself\b)|never)\b", re.I)
_AGAINST = re.compile(
    r"\b(?:not|no|never)\b[^,;.]{0,80}\b(?:oppos\w*|refus\w*|hinder\w*|prevent\w*|obstruct\w*|withh[eo]ld\w*|delay\w*)"
    r"|\b(?:oppos\w*|refus\w*|retain\w*|keep\w*|hinder\w*|prevent\w*|obstruct\w*|withh[eo]ld\w*)\b[^,;.]{0,80}\b(?:not|no|never)\b",
    re.I,
)


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

    def denies(self, at: int) -> bool:
        """Whether the clause says 'no' to what stands at ``at`` of the text."""
        low = max(0, at - self.start - _FAR)
        here = at - self.start - low
        words = _LITOTES.sub(lambda match: " " * len(match[0]), self.words[low : low + here + _FAR])
        return bool(_DENIED.search(words, 0, here) or _DENIED_BEHIND.match(words, here))


@lru_cache(maxsize=256)
def clauses(plain: str) -> tuple[Clause, ...]:
    """The clauses of ``plain``, in order and without gaps that hold words."""
    found: list[Clause] = []
    for opens, sentence in _pieces(_SENTENCE, plain, 0):
        actor = found[-1].actor if found and _PRONOUN.search(sentence[:60]) else ""
        before = None
        for start, words in _pieces(_CUT, sentence, opens):
            mine = _actor(words)
            if not mine and before is not None:
                # 'If Customer wants that, ... is': what leads tells nothing of who acts in the main clause.
                leads = _LEADS.match(before) and not _LEADS.match(words)
                mine = "" if leads and not _PRONOUN.search(words) else actor
            elif not mine:
                mine = actor
            firm = not (_CONDITION.match(words) or _PAST.search(words) or _POSSIBLE.search(words))
            over = before if before is not None and _GOVERNED.match(words) and not _RELIES.search(before) else ""
            wished = any(_WISHED.search(said) for said in (words, over)) or _POSSIBLE.search(over)
            found.append(Clause(start, words, opens, opens + len(sentence), mine, firm and not wished))
            actor, before = mine, words
    return tuple(found)


def clause_at(plain: str, at: int) -> Clause:
    """The clause of ``plain`` that holds the character at ``at``."""
    found = clauses(plain)
    return found[max(0, bisect_right(found, at, key=lambda clause: clause.start) - 1)]


def says_opposite(plain: str, start: int, end: int, forbids: bool = False) -> bool:
    """Whether ``plain`` denies what it speaks of from ``start`` to ``end``: 'is not obliged', 'gives no assistance'. Of
    what ``forbids`` only a release is the opposite: 'no transfer' is what it asks."""
    found = clauses(plain)
    at = found.index(clause_at(plain, start))
    clause = found[at]
    over = found[at - 1] if at and _GOVERNED.match(clause.words) and found[at - 1].opens == clause.opens else None
    if _CONDITION.match(clause.words):
        return False  # 'where Customer cannot carry out a request itself'
    for one in (over, clause):
        said = _LITOTES.sub("", one.words) if one else ""
        if _RELEASED.search(said) or (one is over and not forbids and _NOT.search(said)):
            return not _AGAINST.search(said)
    if forbids or _EXCEPTED.search(plain, clause.start, clause.closes) or _AGAINST.search(clause.words):
        return False
    before = _LITOTES.sub("", plain[max(clause.start, start - _NEAR) : start])
    last = clause_at(plain, end - 1)
    return bool(_NOT.search(before) or _NOT_BEHIND.match(plain, end, last.start + len(last.words)))


def _pieces(pattern: re.Pattern[str], words: str, offset: int) -> Iterator[tuple[int, str]]:
    start = 0
    for match in pattern.finditer(words):
        if words[start : match.start()].strip():
            yield offset + start, words[start : match.start()]
            start = match.end()
    if words[start:].strip():
        yield offset + start, words[start:]


def _actor(words: str) -> str:
    """Who acts in a clause: who it is done by, whose duty or thing it is, or its subject, which in the passive does not
    act ('Customer is notified')."""
    passive, done = _PASSIVE.search(words), _DONE.search(words)
    subject = his = ""
    for match in _PARTY.finditer(words):
        party, at = str(match.lastgroup), match.start()
        low = max(0, at - _NEAR)
        if _BY.search(words, low, at):
            if done:
                return party
        elif _HIS.search(words, low, at):
            his = his or party
        elif not _PREPOSITION.search(words, low, at):
            subject = subject or party
    return his or ("" if passive and not _BEFORE_VERB.match(words) else subject)


# 'Processor shall ensure that Customer is notified': the subject acts, though something is done.
_BEFORE_VERB = re.compile(r"\W*(?:\w+\s){1,6}?(?:shall|will|must)\s(?!be\b)", re.I)
