"""How words speak of measures: those that a clause names in passing, exactly enough to be looked for in a list (TLS
1.2, ISO 27001, twee datacenters), words that are none, and what a heading says they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.language.measures import Promise

_NUMBERS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_COUNT = r"(?P<count>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})"
# What is promised, and whether more of it (a later version, a longer key) keeps the promise too.
_KINDS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    ("standard", False, re.compile(r"\b(?:ISO|NEN|IEC)(?:[ /-](?:EN|ISO|IEC))*[ -]?(?P<number>\d{4,5})\b")),
    ("standard", False, re.compile(r"\b(?P<name>ISAE|SOC|PCI[ -]DSS)(?:[ -]?(?P<number>\d{1,4}))?\b")),
    ("TLS", True, re.compile(r"\bTLS(?:[ -]?(?:versie|v))?[ -]?(?P<number>\d\.\d)\b", re.I)),
    ("AES", True, re.compile(r"\bAES[ -]?(?P<number>128|192|256)\b", re.I)),
    ("RSA", True, re.compile(r"\bRSA[ -]?(?P<number>\d{4})\b", re.I)),
    ("datacenters", True, re.compile(rf"\b{_COUNT}\s+(?:\w+\s+){{0,2}}datacent(?:er|rum|ra)s?\b", re.I)),
    (
        "meerfactorauthenticatie",
        False,
        re.compile(
            r"\b(?:(?:meer|twee|multi|two)[ -]?(?:factor|staps)[ "
            r"-]?(?:authenticatie|authentication|verificatie)|[2M]FA)\b",
            re.I,
        ),
    ),
    ("penetratietest", False, re.compile(r"\b(?:penetratie-?test|pen-?test)\w*\b", re.I)),
)
# A standard that is only named is no promise: 'volgens ISO 27001', 'NEN 7510 gecertificeerd'.
_FOLLOWED = re.compile(r"\b(?:gecertific|certific|volgens|conform|voldoe|voldaan|overeenkomstig)", re.I)
# A text without any of these holds no promise: most texts are passed over by one look.
_HINT = re.compile(r"ISO|NEN|IEC|ISAE|SOC|PCI|TLS|AES|RSA|datacent|factor|staps|[2M]FA|pen", re.I)
_SENTENCE = re.compile(r"[.;:!?](?=\s|$)")
_DENIED = re.compile(r"\b(?:niet|geen|zonder|noch)\b[^.;:]{0,80}$", re.I)


_EMPTY = re.compile(
    r"\W*+(?:n\.?v\.?t\.?|niet van toepassing|idem|geen|volgt|nader te bepalen|(?:nog )?in te vullen|onbekend|tbd|todo"
    r"|p\.?m\.?)?\W*",
    re.I,
)
_SEE = re.compile(r"\W*+(?:zie(?: ook)?|conform|als in|volgens|als bedoeld in)?+\W*+", re.I)
# 'Maatregelen om ... te beschermen', 'voor het opsporen', 'tegen verlies', 'zodat': a heading that says what for.
_FOR = re.compile(r"\b(?:om|voor|tegen|ter|teneinde|zodat|waardoor|opdat)\b", re.I)


def says_nothing(words: str) -> bool:
    """Whether ``words`` stand where a measure should and are none: 'n.v.t.', 'volgt'."""
    return bool(_EMPTY.fullmatch(words))


def only_refers(words: str) -> bool:
    """Whether ``words`` before a reference do no more than refer: 'zie'."""
    return bool(_SEE.fullmatch(words))


def says_purpose(title: str) -> bool:
    """Whether a heading of measures says what they are for: 'om gegevens terug te kunnen zetten'."""
    return bool(_FOR.search(title))


def find_promises(plain: str, listed: bool = False) -> Iterator[Promise]:
    """The promises in ``plain``, by kind; no standard that is only named, and none that its own sentence denies ('geen
    ISO 27001'). In a list of measures, ``listed``, the bare name of a standard is one.
    """
    if not _HINT.search(plain):
        return
    for kind, more, pattern in _KINDS:
        for match in pattern.finditer(plain):
            if kind == "standard" and not listed and not _FOLLOWED.search(_sentence(plain, match.start())):
                continue
            if not _DENIED.search(plain, 0, match.start()):
                yield Promise(*match.span(), kind, _value(match), more)


def _sentence(plain: str, at: int) -> str:
    """The sentence of ``plain`` that holds the character at ``at``."""
    start = max((end.end() for end in _SENTENCE.finditer(plain, 0, at)), default=0)
    end = _SENTENCE.search(plain, at)
    return plain[start : end.start() if end else len(plain)]


def _value(match: re.Match[str]) -> float | str:
    groups = match.groupdict()
    if groups.get("name"):
        return " ".join(word for word in (groups["name"].replace("-", " "), groups.get("number")) if word)
    if count := groups.get("count"):
        return float(count if count.isdigit() else _NUMBERS.index(count.lower()))
    return float(groups["number"]) if groups.get("number") else ""
