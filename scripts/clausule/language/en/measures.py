"""How English words speak of measures: those that a clause names in passing, exactly enough to be looked for in a list
(TLS 1.2, ISO 27001, two data centres), words that are none, and what a heading says they are for."""

from __future__ import annotations

import re

from clausule.language.en.duties import DUTIES
from clausule.language.en.numbers import NUMBER, number_of
from clausule.language.measures import STANDARD, MeasureWords

_COUNT = rf"(?P<count>(?!an?\b){NUMBER})"
# What is promised, and whether more of it (a later version, a longer key) keeps the promise too.
_KINDS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (STANDARD, False, re.compile(r"\b(?:ISO|NEN|IEC|BS)(?:[ /-](?:EN|ISO|IEC))*[ -]?(?P<number>\d{4,5})\b")),
    (STANDARD, False, re.compile(r"\b(?P<name>ISAE|SOC|PCI[ -]DSS|NIST)(?:[ -]?(?P<number>\d{1,4}))?\b")),
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

# A sentence that begins with its aim, or with whatever and whoever and no one who acts.
_GOAL = re.compile(
    r"\W*(?:(?:the |an? )?(?:goal|aim|purpose|objective|intention|principle)\b|(?:to|so that|in order to)\b"
    r"|(?:preventing|ensuring|protecting|limiting|preserving|guaranteeing|safeguarding|maintaining)\b"
    r"|(?:only )?(?:what|who|whoever|whatever)\b|(?:nobody|nothing|no one|no unauthori[sz]ed)\b"
    r"|[^,.;]{1,80}\b(?:must|should|has to|have to)\b[^.;]{0,80}\b(?:be|remain|stay|able to)\b[^.;]{0,60}"
    r"\b(?:safeguarded|available|confidential|protected|secured?|intact)\b)",
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
