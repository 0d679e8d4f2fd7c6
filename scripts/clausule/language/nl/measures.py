"""How words speak of measures: those that a clause names in passing, exactly enough to be looked for in a list (TLS
1.2, ISO 27001, twee datacenters), words that are none, and what a heading says they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clausule.language.measures import Promise
from clausule.language.nl.duties import CUSTOMER, clause_at
from clausule.language.nl.numbers import NUMBER, number_of

_COUNT = rf"(?P<count>(?!een\b){NUMBER})"
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

_EMPTY = re.compile(
    r"\W*+(?:n\.?v\.?t\.?|niet van toepassing|idem|geen|volgt|nader te bepalen|(?:nog )?in te vullen|onbekend|tbd|todo"
    r"|p\.?m\.?)?\W*",
    re.I,
)
# 'Zie', 'zie het bepaalde in', 'hiervoor wordt verwezen naar' before a reference, and 'is bepaald' behind it.
_SAID = r"(?:bepaald|beschreven|omschreven|opgenomen|vermeld|genoemd|vastgelegd|geregeld|overeengekomen|bedoeld|staat)"
_SEE = re.compile(
    r"\W*+(?:(?:hier|daar)voor\s|voor (?:dit|deze|de) (?:onderwerp|maatregel(?:en)?|details)\s)?+"
    r"(?:zie(?: ook)?|conform|als in|volgens|overeenkomstig|(?:zo)?als bedoeld in|zoals|(?:er )?(?:wordt )?verwezen "
    rf"(?:wordt )?naar|(?:wij|we|verwerker) verwijz\w+ (?:hier(?:voor)? )?naar)?+\W*+(?:{_SAID}\s)?+"
    rf"(?:(?:het|de|hetgeen|wat|al wat)\s(?:(?:{_SAID}e|bepalingen|tekst|inhoud|regeling)\s)?(?:(?:is\s)?{_SAID}\s)?)?+"
    r"(?:in|van|uit|onder)?+\W*+",
    re.I,
)
_SEEN = re.compile(rf"\W*+(?:(?:is|zijn|wordt|staat)\s)?(?:{_SAID}(?:\s(?:is|zijn|staat|wordt))?)?\W*", re.I)
# 'Maatregelen om ... te beschermen', 'voor het opsporen', 'tegen verlies', 'zodat': a heading that says what for.
_FOR = re.compile(r"\b(?:om|voor|tegen|ter|teneinde|zodat|waardoor|opdat)\b", re.I)

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
# A sentence that begins with its aim, or with whatever and whoever and no one who acts.
_GOAL = re.compile(
    r"\W*(?:(?:het |de )?(?:doel|bedoeling|streven|uitgangspunt)\b|(?:om|opdat|zodat|teneinde|ter)\b"
    r"|(?:het )?(?:voorkomen|waarborgen|beschermen|beperken|behouden|garanderen|borgen)\b"
    r"|(?:alleen |slechts |uitsluitend )?(?:wat|wie)\b|(?:niemand|niets|geen onbevoegde[nr]?)\b"
    r"|[^,.;]{1,80}\b(?:moet|moeten|dient|dienen)\b[^.;]{0,80}"
    r"\b(?:zijn|blijven|kunnen|gewaarborgd|beschikbaar|vertrouwelijk)\b)",
    re.I,
)


def says_nothing(words: str) -> bool:
    """Whether ``words`` stand where a measure should and are none: 'n.v.t.', 'volgt'."""
    return bool(_EMPTY.fullmatch(words))


def only_refers(before: str, behind: str) -> bool:
    """Whether the words ``before`` and ``behind`` a reference do no more than refer: 'zie het bepaalde in'."""
    return bool(_SEE.fullmatch(before) and _SEEN.fullmatch(behind))


def says_goal(words: str) -> bool:
    """Whether ``words`` in full sentences say only what measures are for, and nothing that is done: 'Wat verloren gaat,
    komt terug'."""
    sentences = [said for said in _SENTENCE.split(words) if said.strip()]
    return bool(sentences) and all(_GOAL.match(said) for said in sentences)


def says_purpose(title: str) -> bool:
    """Whether a heading of measures says what they are for: 'om gegevens terug te kunnen zetten'."""
    return bool(_FOR.search(title))


def find_promises(plain: str, listed: bool = False) -> Iterator[Promise]:
    """The promises of the publisher in ``plain``, by kind: no standard that is only named, and nothing that its clause
    denies ('geen ISO 27001'), leaves to the customer, wishes, or tells of the past. In a list of measures, ``listed``,
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
