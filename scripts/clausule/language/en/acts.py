"""The acts that English agreements cite: by their names, and those of the European Union by their numbers too."""

from __future__ import annotations

import re

from clausule.language.acts import LONG, NamedAct, name_pattern, read_acts
from clausule.language.en import documents
from clausule.law import acts as law
from clausule.law.acts import Act

ACTS = read_acts(__package__)

_EXACT = {name: act for act in ACTS.values() for name in act.names}
_FOLDED = {name.casefold(): act for name, act in _EXACT.items() if len(name) >= LONG}
_BY_CELEX = {act.act.celex: act for act in ACTS.values() if act.act.celex}
_UNKNOWN = Act("")

# 'GDPR-compliant' names no act; 'GDPR's' does.
_NAME_END = r"(?!\w|-\w)"
KNOWN_NAME = re.compile(
    rf"(?:(?i:{name_pattern(name for name in _EXACT if len(name) >= LONG)})"
    rf"|{name_pattern(name for name in _EXACT if len(name) < LONG)}){_NAME_END}"
)
EU_NAME = re.compile(
    r"(?:EU\s)?(?:(?:European\s)?(?:Commission|Council)(?:[’']s)?\s{1,8})?"
    r"(?P<kind>(?:(?:commission|council)\s)?(?:(?:delegated|implementing|framework)\s{1,8})?(?:regulation|directive|decision))"
    r"(?:\s{1,8}\((?P<domain>EU|EC|EEC|ECSC|CFSP|Euratom|E[UC],\s?Euratom)\))?"
    r"(?:\s{1,8}(?P<number>nr|no|number)\b\.?)?"
    r"\s{0,8}\b(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,4})(?:/(?P<suffix>EU|EC|EEC|ECSC|CFSP|JHA|Euratom))?(?![\w/])",
    re.IGNORECASE,
)
_CELEX_KINDS = (("regulation", "R"), ("directive", "L"), ("framework decision", "F"), ("decision", "D"))

# The words that a name can begin with.
_EU_KINDS = (
    "eu",
    "commission",
    "council",
    "european",
    "delegated",
    "implementing",
    "framework",
    "regulation",
    "directive",
    "decision",
)
_FIRST = {name: re.split(r"[\W_]", name, maxsplit=1)[0] for name in _EXACT}
FIRST_WORDS = frozenset((*_EU_KINDS, *(first.casefold() for name, first in _FIRST.items() if len(name) >= LONG)))
SHORT_FIRST_WORDS = frozenset(first for name, first in _FIRST.items() if len(name) < LONG)

_ACT = re.compile(
    r"\b(?:act|code|regulations?|directive|statute|law|ordinance|treaty|convention|constitution|decision|charter)\b"
    r"|^[A-Z]\w{1,7}$",
    re.I,
)
# Words before the name of an act, and behind it, that speak of the past.
_PAST = re.compile(
    r"(?:repeal of|repealing|repealed|former|previous|old|superseded|annulled|invalidated|revoked|replacing"
    r"|replaces|replaced"
    r"|in place of|instead of|successor (?:of|to)|formerly:?|then applicable|then in force"
    r"|previously)\s+(?:the\s+)?(?:EU-US\s+|EU-U\.S\.\s+)?$",
    re.I,
)
_PAST_BEHIND = re.compile(
    r"\s*\((?:repealed|old|superseded)\b|,?\s(?:the|its) predecessor\b"
    r"|\s(?:applied|was called)\b"
    r"|[^.;]{0,60}?\b(?:is|are|was|were|has been|have been)\b[^.;]{0,80}?"
    r"\b(?:repealed|revoked|superseded|invalid(?:ated)?|annulled|replaced|no longer in force)\b",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till|up to) \d{1,2} \w{3,9} \d{4}\b[^.;]*$", re.I)
_NEAR, _FAR = 60, 240


def begins_name(word: str) -> bool:
    """Whether the name of an act can begin with ``word``."""
    return word in SHORT_FIRST_WORDS or word.casefold() in FIRST_WORDS


def act_by_name(name: str) -> NamedAct | None:
    """The act that is called ``name``: a short name, title or other name of a known act, or an act of the European
    Union by its number, known or not ('Directive 2003/4/EC'). None when there is no telling.
    """
    words = " ".join(name.split())
    known = _EXACT.get(words) or _FOLDED.get(words.casefold())
    if known:
        return known
    match = EU_NAME.fullmatch(words)
    return _eu_act(match) if match else None


def _eu_act(match: re.Match[str]) -> NamedAct | None:
    kind = " ".join(match["kind"].lower().split())
    letter = next(code for word, code in _CELEX_KINDS if word in kind)
    if letter == "D" and not (
        match["domain"] or match["suffix"] or "implementing" in kind or "commission" in match[0].lower()
    ):
        return None  # 'decision 12/2018' can be anyone's
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
    return _BY_CELEX.get(celex) or NamedAct(Act(celex, celex=celex), title, title, (title,))


def _is_year(digits: str) -> bool:
    return 1950 <= int(digits) <= 2100


def address(name: str, article: str = "", paragraph: str = "", point: str = "", *, place: str = "") -> str:
    """The address of the act that is called ``name``, or of an article in it with its paragraph and point."""
    act = act_by_name(name)
    known, title = (act.act, act.title) if act else (_UNKNOWN, name)
    return law.address(known, title, "en", article, paragraph, point, place=place)


def looks_like_act(name: str) -> bool:
    """Whether ``name`` reads like that of an act, and not of a document of the parties."""
    return bool(_ACT.search(name)) and not documents.is_document(name)


def is_past(plain: str, start: int, end: int) -> bool:
    """Whether ``plain`` says of the act that it names at ``start`` to ``end`` that it applied before."""
    if _PAST.search(plain, max(0, start - _NEAR), start) or _PAST_BEHIND.match(plain, end):
        return True
    sentence = plain[max(0, start - _FAR) : start]
    return bool(_UNTIL.search(sentence))


def act_of(article: str) -> str:
    """The act that an article without one must be of: '1798.140' is of the CCPA, and no agreement has so many."""
    return "CCPA" if re.match(r"1798\.[0-9]{2}", article) else ""
