"""The acts that Dutch agreements cite: by their names, and those of the European Union by their numbers too."""

from __future__ import annotations

import re

from clausule.language.acts import Acts, read_acts
from clausule.language.nl import documents
from clausule.law import acts as law
from clausule.law.acts import Act

CIVIL_CODE = "BW"
ACTS = read_acts(__package__)
_UNKNOWN = Act("")

EU_NAME = re.compile(
    r"(?P<kind>(?:gedelegeerde\s{1,8}|uitvoerings|kader)?(?:verordening|richtlijn|besluit|beschikking))"
    r"(?:\s{1,8}\((?P<domain>EU|EG|EEG|EGKS|GBVB|Euratom|E[UG],\s?Euratom)\))?"
    r"(?:\s{1,8}(?P<number>nr|no|nummer)\b\.?)?"
    r"\s{0,8}\b(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,4})(?:/(?P<suffix>EU|EG|EEG|EGKS|GBVB|JBZ|Euratom))?(?![\w/])",
    re.IGNORECASE,
)
_CELEX_KINDS = (("verordening", "R"), ("richtlijn", "L"), ("kaderbesluit", "F"), ("besluit", "D"), ("beschikking", "D"))
# The words that such a name can begin with.
_EU_WORDS = frozenset(("gedelegeerde", "verordening", "richtlijn", "besluit", "uitvoeringsbesluit",
                       "uitvoeringsverordening", "kaderbesluit", "beschikking"))  # fmt: skip

_ACT = re.compile(
    r"(?:wet|wetboek|besluit|regeling|verordening|richtlijn|verdrag|handvest|beschikking)\b|^[A-Z]\w{1,7}$", re.I
)
# 'de Wet op de postduiven', 'de Wet sneeuwruimen 2004', 'de Sneeuwruimwet': with an article before it, and with more
# than its head.
_LINKS = r"(?:(?:op|tot|inzake|betreffende|houdende|ter|tegen)\s(?:de\s|het\s|een\s)?)"
_YEAR = r"\s(?:1[89]|20)[0-9]{2}"
_WHOLE = re.compile(
    rf"(?:(?<=\b[Dd]e\s)|(?<=\b[Hh]et\s))(?P<name>(?:Wet|Rijkswet)\s{_LINKS}(?:[a-z]{{2,20}}(?:e|et|er)\s)?[\w-]{{3,40}}(?:{_YEAR})?"
    rf"|(?:Wet|Rijkswet|Besluit|Regeling)(?:\s{_LINKS}?(?!(?:van|door|uit|sinds|vanaf|per)\b)[a-zà-ÿ][\w-]{{3,40}}){{1,3}}?{_YEAR}"
    rf"|[A-Z][a-zà-ÿ]{{3,30}}wet{_YEAR})(?![\w-])"
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


def _is_anyones(match: re.Match[str]) -> bool:
    """'Besluit 12/2018' can be anyone's."""
    return not (match["domain"] or match["suffix"])


_ACTS = Acts(
    named=ACTS, eu_name=EU_NAME, eu_letters=_CELEX_KINDS, eu_words=_EU_WORDS, anyones=_is_anyones, reads_like=_ACT,
    is_document=documents.is_document, whole=_WHOLE, past=_PAST, past_behind=_PAST_BEHIND, until=_UNTIL,
)  # fmt: skip
act_by_name = _ACTS.act_by_name
begins_name = _ACTS.begins_name
is_past = _ACTS.is_past
looks_like_act = _ACTS.looks_like_act
unknown_in = _ACTS.unknown_in
FIRST_WORDS, SHORT_FIRST_WORDS = _ACTS.first_words, _ACTS.short_first_words
# 'Advocatenwet BES' is another act than the Advocatenwet, and 'AVG-verzoek' is no act.
KNOWN_NAME = _ACTS.known_name(r"(?!\w|-\w|\s{1,8}BES\b)")


def address(
    name: str, article: str = "", paragraph: str = "", point: str = "", *, book: str = "", place: str = ""
) -> str:
    """The address of the act that is called ``name``, or of an article in it with its paragraph and point."""
    act = _ACTS.act_by_name(name)
    known, title = (act.act, act.title) if act else (_UNKNOWN, name)
    return law.address(known, title, "nl", article, paragraph, point, book=book, place=place)


def act_of(article: str) -> str:
    """The act that an article without one must be of: the civil code for '7:404'; else empty."""
    return CIVIL_CODE if ":" in article else ""
