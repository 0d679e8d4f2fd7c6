"""How an English agreement speaks of sub-processors, of the list on which they stand, and of periods."""

from __future__ import annotations

import re

from clausule.language.en.duties import DUTIES
from clausule.language.en.numbers import number_words
from clausule.language.sub_processors import SENTENCE, ListWords, Mention, first_that_fits

unknown = "unknown"

_NAMED = (
    r"(?:sub[-‐ ]?\s?(?:processors?|contractors?)|sub-?contracted processors?"
    r"|(?:other|another|further) (?:data )?processors?)"
)
_NAMES = re.compile(rf"\b{_NAMED}\b", re.I)
_LIST = r"(?:lists?|overview|register|schedule of|inventory)"
_NEAR = re.compile(
    rf"\b{_LIST}\b[^.;]{{0,80}}{_NAMED}|{_NAMED}\b[^.;]{{0,80}}\b(?:{_LIST}|listed|set out|identified|published)\b",
    re.I,
)
_ON_THE_WEB = re.compile(r"\b(?:web\s?pages?|web\s?site|site|portal|online|trust cent(?:er|re)|dashboard)\b", re.I)
_ANNEX = re.compile(
    r"\b(?:annex(?:e?s)?|appendi(?:x|ces)|schedules?|exhibits?|attachments?)\s(?=[0-9IVXA-Z]\w{0,2}\b)|\b(?:the|this)\s(?:annex|appendix"
    r"|schedule|exhibit|attachment)\b",
    re.I,
)
_ON_REQUEST = re.compile(
    r"\b(?:up)?on (?:first |written |reasonable |the controller[’']s |customer[’']s |its )*request\b", re.I
)
_WORKING_DAYS = r"(?:business|working)[-‐ ]?\s?days?"


def speaks_of(plain: str) -> bool:
    """Whether ``plain`` speaks of sub-processors."""
    return bool(_NAMES.search(plain))


def mentions(plain: str) -> list[Mention]:
    """The sentences of ``plain`` that speak of a list of sub-processors."""
    return _WORDS.mentions(plain)


def _is_denied(sentence: str, at: int) -> bool:
    return DUTIES.clause_at(sentence, at).denies(at)


_WORDS = ListWords(names=_NAMES, near=_NEAR, web=_ON_THE_WEB, annex=_ANNEX, request=_ON_REQUEST, is_denied=_is_denied)

_CONTRACT = (
    r"\b(?:(?:data processing |processor |main |master |principal |services )?(?:agreement|addendum)|dpa"
    r"|terms(?: of service)?|annex(?:es)?"
    r"|schedules?)\b"
)
_CHANGED = r"\b(?:amend\w*|chang(?:e|es|ed|ing)|modif\w*|updat\w*|revis\w*|supplement\w*|var(?:y|ied|iation))\b"
_AMENDMENT = re.compile(rf"{_CHANGED}[^.;:]{{0,120}}{_CONTRACT}|{_CONTRACT}[^.;:]{{0,120}}{_CHANGED}", re.I)
_LOOKING = re.compile(
    r"\b(?:consult\w*|check\w*|review\w*|visit\w*|monitor\w*|view\w*|look at|keep (?:itself|themselves"
    r"|yourself)? ?informed|stay informed)\b",
    re.I,
)
_CUSTOMER = re.compile(
    r"\b(?:(?:data )?controllers?|customers?|clients?|subscribers?|users?|licensees?|you)\b[^.;]{0,60}"
    r"\b(?:is deemed|should|must|shall|will|has to|responsible|itself|yourself|regularly|periodically"
    r"|from time to time)\b",
    re.I,
)


def speaks_of_amendment(plain: str) -> bool:
    """Whether ``plain`` speaks of a change of the agreement itself."""
    return bool(_AMENDMENT.search(plain))


def leaves_looking(plain: str) -> bool:
    """Whether ``plain`` leaves it to the customer to look at the list from time to time."""
    return any(
        _LOOKING.search(sentence)
        and _CUSTOMER.search(sentence)
        and not re.search(r"\b(?:not|no|never)\b", sentence, re.I)
        for sentence in SENTENCE.split(plain)
    )


def is_working_day(term: str) -> bool:
    """Whether ``term``, which an agreement defines, is its word for a working day."""
    return bool(re.fullmatch(rf"{_WORKING_DAYS}|(?:business|working)\s?day\(s\)", term.strip(), re.I))


def promises(plain: str, days: int, months: int, working_days: int) -> bool:
    """Whether ``plain`` names a period of so many days, months or working days, in figures or in words; weeks count as
    days."""
    spoken = [(days, r"(?:calendar[\s-])?days?"), (months, r"(?:calendar[\s-])?months?"), (working_days, _WORKING_DAYS)]
    if days % 7 == 0:
        spoken.append((days // 7, r"weeks?"))
    for number, unit in spoken:
        if not number:
            continue
        words = rf"{number}|{number_words(number).replace('-', '[- ]')}" + (r"|an?" if number == 1 else "")
        # 'thirty (30) days', '30 consecutive days', '30-day', 'thirty days’'
        if re.search(
            rf"\b(?:{words})\b\)?(?:\s+\(?(?!(?:business|working)\b)\w+\)?){{0,2}}?[\s-]+{unit}\b", plain, re.I
        ):
            return True
    return False


# What stands above a column, the first that fits: 'Plaats van verwerking' is a place.
_COLUMNS = (
    ("contact", r"^contact|e-?mail|telephone|phone"),
    ("data_subjects", r"data subjects?|individuals"),
    ("data", r"\bdata\b|information"),
    ("name", r"name|\bwho\b|company|supplier|vendor|provider|entity|organi[sz]ation"),
    ("address", r"address|registered|established|establishment|seat"),
    ("active", r"since|start|effective|\bdate\b|\bfrom\b"),
    ("ground", r"safeguard|transfer|mechanism|ground"),
    ("place", r"location|country|countries|place|\bwhere\b|region"),
    ("service", r"service|activit|\brole\b|\btask|product|description"),
    ("purpose", r"purpose|\buse\b|\bwhat for\b"),
    ("name", r"processor"),
)
_GROUNDS = (
    ("adequacy", r"adequacy|adequate|privacy framework|\bdpf\b|data bridge"),
    ("standard-clauses", r"standard (?:contractual|data protection) clauses|\bsccs?\b|\bidta\b|model clauses"),
    ("binding-rules", r"binding corporate|\bbcrs?\b"),
)


def column(head: str) -> str:
    """The key of what a column with this head holds."""
    return first_that_fits(_COLUMNS, head.strip())


def ground(words: str) -> str:
    """The ground of a transfer that ``words`` name."""
    return first_that_fits(_GROUNDS, words)
