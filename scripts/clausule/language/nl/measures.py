"""How words speak of measures: those that a clause names in passing, exactly enough to be looked for in a list (TLS
1.2, ISO 27001, twee datacenters), words that are none, and what a heading says they are for."""

from __future__ import annotations

import re

from clausule.language.measures import STANDARD, MeasureWords
from clausule.language.nl.duties import DUTIES
from clausule.language.nl.numbers import NUMBER, number_of

_COUNT = rf"(?P<count>(?!een\b){NUMBER})"
# What is promised, and whether more of it (a later version, a longer key) keeps the promise too.
_KINDS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (STANDARD, False, re.compile(r"\b(?:ISO|NEN|IEC)(?:[ /-](?:EN|ISO|IEC))*[ -]?(?P<number>\d{4,5})\b")),
    (STANDARD, False, re.compile(r"\b(?P<name>ISAE|SOC|PCI[ -]DSS)(?:[ -]?(?P<number>\d{1,4}))?\b")),
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

# A sentence that begins with its aim, or with whatever and whoever and no one who acts.
_GOAL = re.compile(
    r"\W*(?:(?:het |de )?(?:doel|bedoeling|streven|uitgangspunt)\b|(?:om|opdat|zodat|teneinde|ter)\b"
    r"|(?:het )?(?:voorkomen|waarborgen|beschermen|beperken|behouden|garanderen|borgen)\b"
    r"|(?:alleen |slechts |uitsluitend )?(?:wat|wie)\b|(?:niemand|niets|geen onbevoegde[nr]?)\b"
    r"|[^,.;]{1,80}\b(?:moet|moeten|dient|dienen)\b[^.;]{0,80}"
    r"\b(?:zijn|blijven|kunnen|gewaarborgd|beschikbaar|vertrouwelijk)\b)",
    re.I,
)

_WORDS = MeasureWords(
    kinds=_KINDS, hint=_HINT, followed=_FOLLOWED, duties=DUTIES, number_of=number_of, empty=_EMPTY, see=_SEE,
    seen=_SEEN, meant=_FOR, goal=_GOAL,
)  # fmt: skip
find_promises = _WORDS.find_promises
only_refers = _WORDS.only_refers
says_goal = _WORDS.says_goal
says_nothing = _WORDS.says_nothing
says_purpose = _WORDS.says_purpose
