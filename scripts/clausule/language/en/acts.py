"""The acts that English agreements cite: by their names, and those of the European Union by their numbers too."""

from __future__ import annotations

import re

from clausule.language.acts import Acts, read_acts
from clausule.language.en import documents
from clausule.law import acts as law
from clausule.law.acts import Act

ACTS = read_acts(__package__)
_UNKNOWN = Act("")

EU_NAME = re.compile(
    r"(?:EU\s)?(?:(?:European\s)?(?:Commission|Council)(?:[’']s)?\s{1,8})?"
    r"(?P<kind>(?:(?:commission|council)\s)?(?:(?:delegated|implementing|framework)\s{1,8})?(?:regulation|directive|decision))"
    r"(?:\s{1,8}\((?P<domain>EU|EC|EEC|ECSC|CFSP|Euratom|E[UC],\s?Euratom)\))?"
    r"(?:\s{1,8}(?P<number>nr|no|number)\b\.?)?"
    r"\s{0,8}\b(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,4})(?:/(?P<suffix>EU|EC|EEC|ECSC|CFSP|JHA|Euratom))?(?![\w/])",
    re.IGNORECASE,
)
_CELEX_KINDS = (("regulation", "R"), ("directive", "L"), ("framework decision", "F"), ("decision", "D"))
# The words that such a name can begin with.
_EU_WORDS = frozenset(("eu", "commission", "council", "european", "delegated", "implementing",
                       "framework", "regulation", "directive", "decision"))  # fmt: skip

_ACT = re.compile(
    r"\b(?:act|code|regulations?|directive|statute|law|ordinance|treaty|convention|constitution|decision|charter)\b"
    r"|^[A-Z]\w{1,7}$",
    re.I,
)
# 'the Snow Clearance Act 2004', 'the Pigeons (Carrier) Regulations 1999': with its year it is no one else's.
_CAPITALS = (
    r"(?:(?!(?:This|That|The|Any|Each|Such|No|An|Every|Said|Under|See|Whether)\b)[A-Z][\w'’-]*|\([A-Z][^()]{1,60}\))"
)
_NAMED = rf"{_CAPITALS}(?:,?\s(?:(?:of|and|for|on|the|to|in|&)\s){{0,2}}{_CAPITALS}){{0,7}}?"
_WHOLE = re.compile(
    rf"(?<![\w-])(?P<name>{_NAMED}\s(?:Act|Regulations|Order|Ordinance|Rules)(?:,|\sof)?\s(?:1[89]|20)[0-9]{{2}})(?![\w-])"
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


def _is_anyones(match: re.Match[str]) -> bool:
    """'Decision 12/2018' can be anyone's."""
    commissions = "implementing" in match["kind"].lower() or "commission" in match[0].lower()
    return not (match["domain"] or match["suffix"] or commissions)


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
# 'GDPR-compliant' names no act; 'GDPR's' does. 'GDPR Implementation Act' names another.
KNOWN_NAME = _ACTS.known_name(r"(?!\w|-\w|\s+Implement(?:ation|ing)\s+(?:Act|Law)\b)")


def address(name: str, article: str = "", paragraph: str = "", point: str = "", *, place: str = "") -> str:
    """The address of the act that is called ``name``, or of an article in it with its paragraph and point."""
    act = _ACTS.act_by_name(name)
    known, title = (act.act, act.title) if act else (_UNKNOWN, name)
    return law.address(known, title, "en", article, paragraph, point, place=place)


def act_of(article: str) -> str:
    """The act that an article without one must be of: '1798.140' is of the CCPA, and no agreement has so many."""
    return "CCPA" if re.match(r"1798\.[0-9]{2}", article) else ""
