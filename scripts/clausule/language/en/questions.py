"""How an English questionnaire asks: what depends on an answer, what must be answered, what explains; and how a text
sets a term for reporting a breach."""

from __future__ import annotations

import re

from clausule.language.breach_terms import BreachTerms
from clausule.language.en.duties import DUTIES
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
    r"|regulators?|ICO|(?:Information |Data Protection )?Commissioner|CERT\w*"
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
_AT_ONCE = re.compile(
    r"\b(?:immediately|promptly|forthwith|at once|straight ?away"
    r"|as (?:soon|quickly) as (?:is )?(?:reasonably )?(?:possible|practicable)"
    r"|without (?:any |undue |unreasonable )?delay)\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:within|in no (?:event|case|circumstances) later than|no later than|not later than"
    r"|at the latest(?: within)?|at most"
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


_TERMS = BreachTerms(
    breach=_BREACH, cores=("breach", "leak", "incident", "compromise", "infringement"), meant=_MEANT, within=_WITHIN,
    at_once=_AT_ONCE, period=PERIOD, told=_TOLD, receives=_RECEIVES, to_others=_TO_OTHERS, afterwards=_AFTERWARDS,
    duties=DUTIES, hours_of=hours_of,
)  # fmt: skip
hours_in = _TERMS.hours_in
breach_words = once_a_text(_TERMS.words_in)
breach_sentences = _TERMS.sentences_in
