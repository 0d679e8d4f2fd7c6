"""How an English questionnaire asks: what depends on an answer, what must be answered, what explains; and how a text
sets a term for reporting a breach."""

from __future__ import annotations

import re
from functools import lru_cache

from clausule.language.en.duties import CUSTOMER, PROVIDER, Clause, clause_at, clauses
from clausule.language.en.numbers import PERIOD, hours_of
from clausule.model.repeated import once_a_text

# 'if yes, which:', 'if no, why:' before a blank. The word must be one of the options of the choice before it.
_FOLLOWS = re.compile(r"\b(?:if|where)\s(?:the answer is\s|so,?\s)?[“\"‘']?(\w+)\b|^\W*if so\b", re.I)
_SO = re.compile(r"\bif so\b", re.I)
_YES = re.compile(r"yes|true", re.I)

# 'Supplier always completes parts A, B and C.'
_LABELS = r"(?P<labels>[A-Z0-9]{1,3}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+to\s+|\s*[-–]\s*)[A-Z0-9]{1,3}(?!\w))*)"
_ALWAYS = re.compile(
    rf"\balways\b[^.]*\b(?:parts?|sections?|items?)\s+(?-i:{_LABELS})"
    rf"|\b(?:parts?|sections?|items?)\s+(?-i:{_LABELS.replace('labels', 'before')})\s+[^.]*\balways\b",
    re.I,
)
# 'In case of a Security Incident, PROCESSOR shall answer the following questions:'
_ALL = re.compile(
    r"\b(?:shall|will|must|has to|have to)\b[^.]*\b(?:answer|complete)\b[^.]*\b(?:following\s+questions"
    r"|questions\s+below|all\s+questions)\b",
    re.I,
)

_SIGNATURE = re.compile(r"\b(?:signature|signed by|initials?)\b", re.I)

# A clause that sets a term for reporting a breach: it, or the sentence before, names one; somebody is told of it; and
# neither is it told to another than the customer, nor is it told what comes after the report.
_BREACH = re.compile(
    r"\b(?:breach(?:es)?|(?:data\s)?leaks?|incidents?|compromised?|infringements? of security)\b(?!\sof\s(?:this"
    r"|the|its|any)\s"
    r"(?:agreement|contract|obligations?|terms|clause|section|dpa))",
    re.I,
)
_MEANT = re.compile(
    r"\b(?:this|that|these|it|thereof|the\s(?:notification|notice|report)|such\s(?:notification|notice|report|event)|so)\b",
    re.I,
)
_NOTICE = r"\b(?:notification|notice|report|message|communication)s?"
_TOLD = re.compile(
    r"\b(?:notif(?:y|ies|ied|ying)|inform(?:s|ed|ing)?|report(?:s|ed|ing)?|alert(?:s|ed)?|advis(?:e|es|ed)|tell(?:s)?|told|communicat(?:e|es|ed)"
    r"|disclos(?:e|es|ed)|warn(?:s|ed)?|make[sd]? aware|made aware)\b"
    rf"|{_NOTICE}\b[^.;]{{0,80}}\b(?:made|given|sent|provided|delivered|done|takes? place)\b"
    rf"|\b(?:make|give|send|provide|deliver|receive)s?\b[^.;]{{0,80}}{_NOTICE}\b",
    re.I,
)
_RECEIVES = re.compile(r"\breceives?\b", re.I)
_OTHERS = (
    r"(?:supervis\w+ (?:authorit(?:y|ies)|bod(?:y|ies))|(?:data protection |competent )?authorit(?:y|ies)"
    r"|regulators?|ICO|Commissioner|CERT\w*"
    r"|CSIRT\w*|NCSC|data subjects?|individuals?|police|law enforcement|media|press|public|management|board"
    r"|(?:data protection|privacy|security) officers?|DPO"
    r"|insurers?|sub-?processors?|persons|processor)\b"
)
_TO_OTHERS = re.compile(
    r"(?:\b(?:to|with|notif(?:y|ies)|inform|informs|alerts?|tells?)\s(?:(?:the|a|an|its|their|his|all|any|each|competent|relevant|affected|national|own|lead)\s)*)"
    + _OTHERS,
    re.I,
)
_AFTERWARDS = re.compile(
    r"\b(?:additional(?! delay)|further|progress|root cause|causes?|outcome|resol(?:ve|ution)\w*|remed(?:y"
    r"|iation)\w*|restor\w*|status report\w*"
    r"|evaluation\w*|final report\w*|follow-?up|questions?|answers?|respon(?:d|se)\w*|changes?|outages?|patch\w*)\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:within|in no event later than|no later than|not later than|at the latest(?: within)?|at most"
    r"|maximum of"
    r"|a period of|under|before the end of)(?:\s+(?:the|a|an|maximum|of|period|first|next|at|most|latest|no|more"
    r"|than|following|after))*?\s+" + PERIOD.pattern,
    re.I,
)


def depends_on(words: str, options: tuple[str, ...]) -> str:
    """The option on which what ``words`` announce depends: ``YES`` for 'if yes, which:'. Empty when it depends on
    none."""
    for match in _FOLLOWS.finditer(words):
        for option in options:
            if match[1] and option.casefold() == match[1].casefold():
                return option
    if _SO.search(words):
        return next((option for option in options if _YES.fullmatch(option)), "")
    return ""


def always_asked(words: str) -> frozenset[str]:
    """The labels of the parts that ``words`` want to be filled in always: ``A``, ``B``, ``C``."""
    found: set[str] = set()
    for match in _ALWAYS.finditer(words):
        pieces = re.split(r"(\s+to\s+|\s*[-–]\s*)|,\s*(?:and\s+)?|\s+and\s+", match["labels"] or match["before"])
        labels = [piece for piece in pieces if piece]
        for index, label in enumerate(labels):
            if label.strip() in ("to", "-", "–") and 0 < index < len(labels) - 1:
                first, last = labels[index - 1], labels[index + 1]
                if len(first) == len(last) == 1:
                    found.update(chr(code) for code in range(ord(first), ord(last) + 1))
            else:
                found.add(label)
    return frozenset(found)


def asks_all(words: str) -> bool:
    """Whether ``words`` want all questions that follow to be answered."""
    return bool(_ALL.search(words))


def asks_signature(words: str) -> bool:
    """Whether ``words`` ask for a signature."""
    return bool(_SIGNATURE.search(words))


def hours_in(words: str) -> int | None:
    """The term that ``words`` name, in hours: 48 for 'within 48 hours' and for 'two (business) days'; None when they
    name none."""
    match = PERIOD.search(words)
    return hours_of(match) if match else None


@once_a_text
def breach_words(plain: str) -> tuple[int, int] | None:
    """Where ``plain`` sets a term within which the processor reports a breach to the other party: 'within 48 hours'.
    None when it sets none.

    'Security updates within 72 hours' sets none: nobody is told of a breach. Neither does the customer's own term for
    the supervisory authority, nor one for answers, nor one that is denied.
    """
    if not _BREACH.search(plain):
        return None
    for match in _WITHIN.finditer(plain):
        clause = clause_at(plain, match.start())
        if clause.start in _reports(plain) and not clause.denies(match.start()):
            return match.span()
    return None


@lru_cache(maxsize=8)
def _reports(plain: str) -> frozenset[int]:
    """Where the clauses begin that are the processor's own duty to report a breach to the customer."""
    return frozenset(
        clause.start for clause in clauses(plain) if _is_report(clause, plain) and _is_of_breach(clause, plain)
    )


def _is_report(clause: Clause, plain: str) -> bool:
    words = clause.words
    actor = PROVIDER if clause.actor == CUSTOMER and _RECEIVES.search(words) else clause.actor
    if actor not in (PROVIDER, "") or not clause.firm or not _TOLD.search(words):
        return False
    return not (_TO_OTHERS.search(words) or _AFTERWARDS.search(words))


def _is_of_breach(clause: Clause, plain: str) -> bool:
    """Whether the sentence of the clause names a breach, or speaks of one that was named before."""
    named, meant = _named_in(plain, clause.opens, clause.closes)
    first = _BREACH.search(plain)
    return named or (meant and first is not None and first.start() < clause.opens)


@lru_cache(maxsize=8)
def _named_in(plain: str, start: int, end: int) -> tuple[bool, bool]:
    return bool(_BREACH.search(plain, start, end)), bool(_MEANT.search(plain, start, end))
