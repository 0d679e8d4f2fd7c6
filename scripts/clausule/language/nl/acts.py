"""The acts that Dutch agreements cite: by their names, and those of the European Union by their numbers too."""

from __future__ import annotations

import re

from clausule.language.acts import LONG, NamedAct, name_pattern, read_acts
from clausule.language.nl import documents
from clausule.law import acts as law
from clausule.law.acts import Act

CIVIL_CODE = "BW"
ACTS = read_acts(__package__)

_EXACT = {name: act for act in ACTS.values() for name in act.names}
_FOLDED = {name.casefold(): act for name, act in _EXACT.items() if len(name) >= LONG}
_BY_CELEX = {act.act.celex: act for act in ACTS.values() if act.act.celex}
_UNKNOWN = Act("")

# 'Advocatenwet BES' is another act than the Advocatenwet, and 'AVG-verzoek' is no act.
_NAME_END = r"(?!\w|-\w|\s{1,8}BES\b)"
KNOWN_NAME = re.compile(
    rf"(?:(?i:{name_pattern(name for name in _EXACT if len(name) >= LONG)})"
    rf"|{name_pattern(name for name in _EXACT if len(name) < LONG)}){_NAME_END}"
)
EU_NAME = re.compile(
    r"(?P<kind>(?:gedelegeerde\s{1,8}|uitvoerings|kader)?(?:verordening|richtlijn|besluit|beschikking))"
    r"(?:\s{1,8}\((?P<domain>EU|EG|EEG|EGKS|GBVB|Euratom|E[UG],\s?Euratom)\))?"
    r"(?:\s{1,8}(?P<number>nr|no|nummer)\b\.?)?"
    r"\s{0,8}\b(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,4})(?:/(?P<suffix>EU|EG|EEG|EGKS|GBVB|JBZ|Euratom))?(?![\w/])",
    re.IGNORECASE,
)
_CELEX_KINDS = (("verordening", "R"), ("richtlijn", "L"), ("kaderbesluit", "F"), ("besluit", "D"), ("beschikking", "D"))

# The words that a name can begin with.
_EU_KINDS = ("gedelegeerde", "verordening", "richtlijn", "besluit", "uitvoeringsbesluit", "uitvoeringsverordening",
             "kaderbesluit", "beschikking")  # fmt: skip
_FIRST = {name: re.split(r"[\W_]", name, maxsplit=1)[0] for name in _EXACT}
FIRST_WORDS = frozenset((*_EU_KINDS, *(first.casefold() for name, first in _FIRST.items() if len(name) >= LONG)))
SHORT_FIRST_WORDS = frozenset(first for name, first in _FIRST.items() if len(name) < LONG)

_ACT = re.compile(
    r"(?:wet|wetboek|besluit|regeling|verordening|richtlijn|verdrag|handvest|beschikking)\b|^[A-Z]\w{1,7}$", re.I
)
# Words before the name of an act, and behind it, that speak of the past.
_PAST = re.compile(
    r"(?:intrekking van|voormalige|vroegere|oude|vervallen|ingetrokken|opgeheven|(?:ongeldig|nietig) verklaarde"
    r"|vernietigde|ter vervanging van|vervangt|vervangen"
    r"|in (?:de )?plaats (?:gekomen |getreden )?van|opvolger van|voorheen:?"
    r"|gold(?:en)?"
    r"|(?:destijds|toen|eertijds) geldende|toenmalige)\s+(?:nog\s+)?(?:(?:de|het)\s+)?(?:EU-US\s+|EU-VS\s+)?$",
    re.I,
)
_PAST_BEHIND = re.compile(
    r"\s*\((?:oud|vervallen|ingetrokken)\b|,?\s(?:de|het) (?:voorganger|voorloper)\b"
    r"|\s(?:heette|luidde|gold(?:en)?|vervangen)\b"
    r"|[^.;]{0,60}?\b(?:is|zijn|werd(?:en)?|was|waren)\b[^.;]{0,80}?"
    r"\b(?:vervallen|ingetrokken|opgeheven|ongeldig|nietig|vervangen|vernietigd|buiten werking)\b",
    re.I,
)
_UNTIL = re.compile(r"\btot (?:en met )?\d{1,2}[ -]\w{1,9}[ -]\d{4}\b[^.;]*$", re.I)
_NEAR, _FAR = 60, 240


def begins_name(word: str) -> bool:
    """Whether the name of an act can begin with ``word``."""
    return word in SHORT_FIRST_WORDS or word.casefold() in FIRST_WORDS


def act_by_name(name: str) -> NamedAct | None:
    """The act that is called ``name``: a short name, title or other name of a known act, or an act of the European
    Union by its number, known or not ('Richtlijn 2003/4/EG'). None when there is no telling.
    """
    words = " ".join(name.split())
    known = _EXACT.get(words) or _FOLDED.get(words.casefold())
    if known:
        return known
    match = EU_NAME.fullmatch(words)
    return _eu_act(match) if match else None


def _eu_act(match: re.Match[str]) -> NamedAct | None:
    kind = match["kind"].lower()
    letter = next(code for word, code in _CELEX_KINDS if word in kind)
    if letter == "D" and not (match["domain"] or match["suffix"]):
        return None  # 'besluit 12/2018' can be anyone's
    first, second = match["first"], match["second"]
    # Regulations 'nr. 1/2003' put the year behind; everything else, and all of it since 2015, puts the year first.
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


def address(
    name: str, article: str = "", paragraph: str = "", point: str = "", *, book: str = "", place: str = ""
) -> str:
    """The address of the act that is called ``name``, or of an article in it with its paragraph and point."""
    act = act_by_name(name)
    known, title = (act.act, act.title) if act else (_UNKNOWN, name)
    return law.address(known, title, "nl", article, paragraph, point, book=book, place=place)


def looks_like_act(name: str) -> bool:
    """Whether ``name`` reads like that of an act, and not of a document of the parties."""
    return bool(_ACT.search(name)) and not documents.is_document(name)


def is_past(plain: str, start: int, end: int) -> bool:
    """Whether ``plain`` says of the act that it names at ``start`` to ``end`` that it applied before."""
    if _PAST.search(plain, max(0, start - _NEAR), start) or _PAST_BEHIND.match(plain, end):
        return True
    sentence = plain[max(0, start - _FAR) : start]
    return "tot " in sentence.lower() and bool(_UNTIL.search(sentence))


def act_of(article: str) -> str:
    """The act that an article without one must be of: the civil code for '7:404'; else empty."""
    return CIVIL_CODE if ":" in article else ""
