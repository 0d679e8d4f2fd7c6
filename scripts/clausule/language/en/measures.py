"""How English words speak of measures: those that a clause names in passing, exactly enough to be looked for in a list
(TLS 1.2, ISO 27001, two data centres), words that are none, and what a heading says they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clausule.language.en.duties import CUSTOMER, clause_at
from clausule.language.en.numbers import NUMBER, number_of
from clausule.language.measures import Promise

_COUNT = rf"(?P<count>(?!an?\b){NUMBER})"
# What is promised, and whether more of it (a later version, a longer key) keeps the promise too.
_KINDS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    ("standard", False, re.compile(r"\b(?:ISO|NEN|IEC|BS)(?:[ /-](?:EN|ISO|IEC))*[ -]?(?P<number>\d{4,5})\b")),
    ("standard", False, re.compile(r"\b(?P<name>ISAE|SOC|PCI[ -]DSS|NIST)(?:[ -]?(?P<number>\d{1,4}))?\b")),
    ("TLS", True, re.compile(r"\bTLS(?:[ -]?(?:version|v))?[ -]?(?P<number>\d\.\d)\b", re.I)),
    ("AES", True, re.compile(r"\bAES[ -]?(?P<number>128|192|256)\b", re.I)),
    ("RSA", True, re.compile(r"\bRSA[ -]?(?P<number>\d{4})\b", re.I)),
    ("data centres", True, re.compile(rf"\b{_COUNT}\s+(?:[\w-]+\s+){{0,2}}data\s?cent(?:er|re)s?\b", re.I)),
    (
        "multi-factor authentication",
        False,
        re.compile(r"\b(?:(?:multi|two)[ -]?(?:factor|step)[ -]?(?:authentication|verification)|[2M]FA)\b", re.I),
    ),
    ("penetration test", False, re.compile(r"\b(?:penetration[ -]?test|pen-?test)\w*\b", re.I)),
)
# A standard that is only named is no promise: 'in accordance with ISO 27001', 'certified to SOC 2'.
_FOLLOWED = re.compile(
    r"\b(?:certif\w*|in accordance with|compl(?:y|ies|iant|iance)|conform\w*|meets?|under|attest\w*)\b", re.I
)
# A text without any of these holds no promise: most texts are passed over by one look.
_HINT = re.compile(r"ISO|NEN|IEC|BS|ISAE|SOC|PCI|NIST|TLS|AES|RSA|data\s?cent|factor|step|[2M]FA|pen", re.I)

_EMPTY = re.compile(
    r"\W*+(?:n/?\.?a\.?|not applicable|idem|ditto|none|to follow|to be (?:determined|completed|confirmed|agreed"
    r"|added)|unknown|tbd|tbc|todo"
    r"|as above|same as above)?\W*",
    re.I,
)
# 'See', 'see what is set out in', 'reference is made to' before a reference, and 'is set out' behind it.
_SAID = (
    r"(?:set out|described|provided|included|listed|stated|specified|laid down|agreed|referred to|contained|set forth"
    r"|detailed|found)"
)
_SEE = re.compile(
    r"\W*+(?:for (?:this|these|the) (?:subject|measures?|details?),?\s)?+"
    r"(?:(?:please )?see(?: also)?|refer to|as (?:referred to|described|set out|set forth|specified) in"
    r"|in accordance with|pursuant to|according to"
    r"|reference is made to|(?:we|processor|supplier) refers? to)?+\W*+"
    rf"(?:(?:the|what|those|that)\s(?:(?:provisions|text|content|measures)\s)?(?:(?:is|are|as)\s)?(?:{_SAID}\s)?)?+(?:{_SAID}\s)?+"
    r"(?:in|of|from|under|by)?+\W*+",
    re.I,
)
_SEEN = re.compile(rf"\W*+(?:(?:is|are)\s)?(?:{_SAID})?(?:\s(?:in|by) it)?\W*", re.I)
# 'Measures to protect ...', 'for detecting', 'against loss', 'so that': a heading that says what for.
_FOR = re.compile(r"\b(?:to|for|against|so that|in order to|ensuring|aimed at)\b", re.I)

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
# A sentence that begins with its aim, or with whatever and whoever and no one who acts.
_GOAL = re.compile(
    r"\W*(?:(?:the |an? )?(?:goal|aim|purpose|objective|intention|principle)\b|(?:to|so that|in order to)\b"
    r"|(?:preventing|ensuring|protecting|limiting|preserving|guaranteeing|safeguarding|maintaining)\b"
    r"|(?:only )?(?:what|who|whoever|whatever)\b|(?:nobody|nothing|no one|no unauthori[sz]ed)\b"
    r"|[^,.;]{1,80}\b(?:must|should|has to|have to)\b[^.;]{0,80}\b(?:be|remain|stay|able to)\b[^.;]{0,60}"
    r"\b(?:safeguarded|available|confidential|protected|secured?|intact)\b)",
    re.I,
)


def says_nothing(words: str) -> bool:
    """Whether ``words`` stand where a measure should and are none: 'n/a', 'to follow'."""
    return bool(_EMPTY.fullmatch(words))


def only_refers(before: str, behind: str) -> bool:
    """Whether the words ``before`` and ``behind`` a reference do no more than refer: 'see what is set out in'."""
    return bool(_SEE.fullmatch(before) and _SEEN.fullmatch(behind))


def says_goal(words: str) -> bool:
    """Whether ``words`` in full sentences say only what measures are for, and nothing that is done: 'What is lost comes
    back'."""
    sentences = [said for said in _SENTENCE.split(words) if said.strip()]
    return bool(sentences) and all(_GOAL.match(said) for said in sentences)


def says_purpose(title: str) -> bool:
    """Whether a heading of measures says what they are for: 'to be able to restore data'."""
    return bool(_FOR.search(title))


def find_promises(plain: str, listed: bool = False) -> Iterator[Promise]:
    """The promises of the publisher in ``plain``, by kind: no standard that is only named, and nothing that its clause
    denies ('no ISO 27001'), leaves to the customer, wishes, or tells of the past. In a list of measures, ``listed``,
    the bare name of a standard is one.
    """
    if not _HINT.search(plain):
        return
    for kind, more, pattern in _KINDS:
        for match in pattern.finditer(plain):
            clause = clause_at(plain, match.start())
            if kind == "standard" and not listed and not _is_followed(plain, clause.opens, clause.closes):
                continue
            meant = listed or (clause.firm and clause.actor != CUSTOMER)
            if meant and not clause.denies(match.start()):
                yield Promise(*match.span(), kind, _value(match), more)


@lru_cache(maxsize=256)
def _is_followed(plain: str, start: int, end: int) -> bool:
    return bool(_FOLLOWED.search(plain, start, end))


def _value(match: re.Match[str]) -> float | str:
    groups = match.groupdict()
    if groups.get("name"):
        return " ".join(word for word in (groups["name"].replace("-", " "), groups.get("number")) if word)
    if count := groups.get("count"):
        return float(number_of(count) or 0)
    return float(groups["number"]) if groups.get("number") else ""
