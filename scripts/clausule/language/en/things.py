"""What the words around a reference say is to be found there: a thing, or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.language.en.duties import DUTIES
from clausule.language.en.grammar import ANNEX_WORDS
from clausule.language.en.lexicon import GENERAL_THINGS
from clausule.language.en.terms import stem
from clausule.model.repeated import once_a_text

_PAST = (
    r"(?:set\s(?:out|forth)|described|listed|specified|stated|laid\sdown|defined|provided(?:\sfor)?|referred\sto|contained|mentioned|agreed"
    r"|included|identified|detailed)"
)
_BEFORE = (
    re.compile(
        rf"\b(?P<thing>[a-z]{{4,}}|fee|sum|cap)\s+(?:(?:as|that\s(?:is|are)|which\s(?:is|are))\s+)?{_PAST}\s+(?:in|under|by)\s+$",
        re.I,
    ),
    re.compile(r"\b(?:the|that|those)\s+(?:\w+\s+)?(?P<thing>[a-z]{6,})\s+(?:of|from|in)\s+$", re.I),
)
_MOST = 120
# What shows things without their words: other words for them, their verbs, an amount.
_SIGNS = tuple(
    (stem(thing), re.compile(signs, re.I))
    for things, signs in (
        (
            "rate amount price fee charge cost penalty",
            r"[€£$]|\beuro|\beur\b|\bgbp|\busd|cost|pric|rate|fee|amount|pay|free|invoice|charge|\d\s?%",
        ),
        ("percentage", r"%|per\s?cent|\bhalf\b|\bone third\b"),
        (
            "exception exemption exclusion",
            r"\b(?:unless|except|save|excluding|other than|provided that|however|to the extent|does not apply"
            r"|notwithstanding|only if)\b",
        ),
        ("return transfer", r"return|transfer|hand|export|deliver"),
        ("deletion destruction erasure", r"delet|destr|eras|anonymi"),
        ("breach incident leak", r"breach|incident|leak"),
        ("security safeguard", r"measure|secur|safeguard|protect"),
        ("confidentiality secrecy", r"confiden|secre|disclos"),
        ("audit inspection review", r"audit|inspect|review|verif"),
        ("notification notice communication", r"notif|notice|inform|communicat|report|alert"),
        ("termination expiry cancellation", r"terminat|expir|end|cancel"),
        ("assistance cooperation support", r"assist|co-?operat|support|help"),
        ("consent approval authorisation authorization", r"consent|approv|authori|agree|permi"),
        ("liability indemnity", r"liab|indemni|damage|compensat"),
    )
    for thing in things.split()
)
_GENERAL = frozenset(stem(word) for word in GENERAL_THINGS)

_SUB = r"sub-?\s?processors|other processors"
_NAMES_SUB = re.compile(_SUB, re.I)
# The lists that an annex can hold, and the words that promise one.
_LISTS = (
    ("measures", re.compile(r"\b(?:measures|safeguards)\b", re.I)),
    ("questionnaire", re.compile(r"\bquestionnaire\b", re.I)),
    (
        "sub-processors",
        re.compile(
            rf"\b(?:list|overview|register)\b[^.;]{{0,60}}(?:{_SUB})|(?:{_SUB})\b[^.;]{{0,40}}\b(?:listed|set\sout|named|identified|included"
            r"|set\sforth|specified|are|found)\b",
            re.I,
        ),
    ),
)
_IN = re.compile(
    r"\b(?:in|of|from|under|at|(?:attached|annexed|appended)(?:\shereto)?\sas)\s+(?:the\s+)?$"
    r"|\bsee\b[^.;:]{0,100}\s$",
    re.I,
)
_STOP = re.compile(
    r"[.;:]\s|\band\s+(?:shall|will|notif\w+|gives?|provides?|informs?)\b"
    r"|\b(?:annex(?:es)?|schedules?|appendix|exhibits?)\s+\w+(?=\s*(?:,|\band\b|\bor\b))",
    re.I,
)
_FAR = 140


@once_a_text
def thing_there(plain: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The thing that the words around the reference at ``start`` to ``end`` say is there, with the place of those
    words: 'the fee set out in'."""
    low = max(0, start - _MOST)
    for pattern in _BEFORE:
        if (match := pattern.search(plain, low, start)) and not _IS_ANNEX.match(plain, start):
            thing = match["thing"]
            no_noun = thing.lower().endswith(("ing", "ed", "ly", "een", "own")) or thing.lower() in _NO_THING
            general = stem(thing) in _GENERAL or no_noun
            return None if general else (thing, match.start("thing"), end)
    return None


_IS_ANNEX = re.compile(rf"(?:{ANNEX_WORDS})", re.I)
"""What stands in one is described there rather than named."""
_NO_THING = frozenset({"herein", "accordance", "pursuant", "persons", "those", "these", "event", "which", "manner"})


def is_held(thing: str, plain: str) -> bool:
    """Whether a word of ``plain`` shares a stem with ``thing``, or is a part of it or holds it ('measure'), or shows it
    ('€ 50' a fee)."""
    bare = _bare(thing)
    if any(signs.search(plain) for head, signs in _SIGNS if stem(thing).endswith(head)):
        return True
    words = frozenset(re.findall(r"\w{4,}", plain.casefold()))
    return any(bare in word or (len(word) >= 6 and _bare(word) in bare) or word[:5] == bare[:5] for word in words)


def _bare(word: str) -> str:
    found = stem(word)
    for ending in ("ation", "ition", "ment", "ness", "ing", "ity", "ion"):
        if found.endswith(ending) and len(found) - len(ending) >= 4:
            return found[: -len(ending)]
    return found


_QUESTIONS = re.compile(r"questionnaire|notification form|(?:breach|incident) (?:notification |report )?form", re.I)
_MEASURES = re.compile(r"measures?\b|safeguards\b", re.I)


def lists_named(heading: str) -> Iterator[str]:
    """The kinds of list that an annex with this heading can be."""
    if _QUESTIONS.search(heading):
        yield "questionnaire"
    if _MEASURES.search(heading):
        yield "measures"


def lists_there(plain: str, start: int, end: int) -> Iterator[str]:
    """The lists that the words around the reference at ``start`` to ``end`` say are there, ``measures``,
    ``questionnaire`` or ``sub-processors``: 'the measures in Annex 2', 'Annex 2 lists the measures'."""
    before = plain[max(0, start - _FAR) : start]
    if DUTIES.clause_at(plain, start).denies(start):
        return
    *_, near = _STOP.split(before)
    behind = _LISTING.match(plain, end)
    if not _IN.search(before) and not behind:
        return
    opens = not near.strip() or near.strip().lower() in ("in", "the")
    for kind, words in _LISTS:
        shown = opens or behind
        if (_IN.search(before) and words.search(near)) or (
            shown and words.search(_STOP.split(plain[end : end + _FAR])[0])
        ):
            yield kind


_LISTING = re.compile(r"\s(?:sets\sout|lists?|contains?|describes?|specifies|includes?|details)\b", re.I)


def denies(plain: str, start: int, end: int, forbids: bool) -> bool:
    """Whether ``plain`` says the opposite of what it speaks of from ``start`` to ``end``."""
    return DUTIES.says_opposite(plain, start, end, forbids)


actors = DUTIES.actors


def names_sub_processors(plain: str) -> bool:
    """Whether ``plain`` names sub-processors in the plural, as a list of them does."""
    return bool(_NAMES_SUB.search(plain))
