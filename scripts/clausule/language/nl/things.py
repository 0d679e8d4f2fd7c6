"""What the words around a reference say is to be found there: a thing, or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.language.cores import has_core
from clausule.language.nl.duties import DUTIES
from clausule.language.nl.lexicon import GENERAL_THINGS, LEADING_TO_NOUN
from clausule.language.nl.terms import stem
from clausule.model.repeated import once_a_text

_PLACED = (
    *("genoemd", "bedoeld", "opgenomen", "omschreven", "vermeld", "beschreven", "vastgelegd", "neergelegd"),
    "overeengekomen",
)
_PAST = f"(?:{'|'.join(_PLACED)})"
# Patterns of what stands before a reference, each with words of which one is in it.
_BEFORE = (
    (re.compile(rf"\b{_PAST}e?\s+(?:\w+e\s+){{0,2}}(?P<thing>\w{{5,}})\s+(?:in|uit|van)\s+$", re.I), _PLACED),
    (
        re.compile(
            rf"(?:(?P<before>\w+)\s+)?\b(?P<thing>\w{{5,}})(?P<comma>,?)\s+(?:(?:zo)?als\s+)?{_PAST}\s+(?:in|onder)\s+$",
            re.I,
        ),
        _PLACED,
    ),
    (re.compile(r"\b(?:de|het|deze|die)\s+(?:\w+e\s+)?(?P<thing>\w{6,})\s+uit\s+$", re.I), ("uit",)),
)
_AFTER = re.compile(rf"\s+{_PAST}e?\s+(?P<thing>(?:\w+e\s+){{0,2}}\w{{5,}})", re.I)
_MOST = 120
# What shows things without their words: other words for them, their verbs, an amount.
_SIGNS = tuple(
    (stem(thing), re.compile(signs, re.I))
    for things, signs in (
        (
            "tarief bedrag prijs vergoeding kosten boete",
            r"€|\beuro|\beur\b|,-|kost|prij[sz]|tarie|vergoed|bedrag|betal|gratis|rekening|factu|honorar|\d\s?%",
        ),
        ("percentage", r"%|procent|\bhelft|\bderde deel"),
        (
            "uitzondering",
            r"\b(?:tenzij|behalve|behoudens|uitgezonderd|uitzonder\w*|met dien verstande|mits|echter|voor zover"
            r"|afwijk\w*|buiten beschouwing|niet (?:als|indien|wanneer|voor|van toepassing))\b",
        ),
        ("teruggave overdracht", r"terug|overdra|overge|retour|export"),
        ("vernietiging verwijdering wissing", r"vernietig|verwijder|wis(?:t|sen|sing)\b|gewist|anonim"),
        ("datalek inbreuk incident", r"lek(?:ken)?\b|inbreuk|incident"),
        ("beveiliging", r"maatregel|veilig"),
        ("geheimhouding vertrouwelijkheid", r"geheim|vertrouwelijk|zwijg|zwijgt"),
        ("audit controle inspectie onderzoek", r"audit|contro|inspect|onderzo"),
        (
            "melding kennisgeving mededeling bericht",
            r"meld|kennis|me(?:de|e)(?:de[el]|gede)|bericht|inform|inlicht|verwittig|hoogte",
        ),
        ("beëindiging opzegging ontbinding", r"eind|opzeg|ontbind|afloop"),
        ("bijstand medewerking ondersteuning", r"bijsta|bijstand|mede?werk|\bmee\b|steun|help|hulp"),
        ("toestemming goedkeuring", r"toestem|goedkeur|machtig|instem|akkoord"),
    )
    for thing in things.split()
)
_GENERAL = frozenset(stem(word) for word in GENERAL_THINGS)

_SUB = r"sub-?\s?(?:ver|be)?werkers|andere (?:ver|be)werkers"
_NAMES_SUB = re.compile(_SUB, re.I)
# The lists that an annex can hold, and the words that promise one.
_LISTS = (
    ("measures", re.compile(r"\b\w*maatregelen\b", re.I)),
    ("questionnaire", re.compile(r"\bvragenlijst\b", re.I)),
    (
        "sub-processors",
        re.compile(
            rf"\b\w*(?:lijst|overzicht|opgave|register)\b[^.;]{{0,60}}(?:{_SUB})|(?:{_SUB})\b[^.;]{{0,40}}\b(?:opgesomd"
            r"|vermeld|genoemd|opgenomen|weergegeven|aangegeven|benoemd|staan|vindt)\b",
            re.I,
        ),
    ),
)
_IN = re.compile(r"\b(?:in|uit|met de \w+ in)\s+(?:de\s+)?$|\bzie\b[^.;:]{0,100}\s$", re.I)
_STOP = re.compile(
    r"[.;:]\s|\ben\s+(?:zal|meldt|doet|geeft|stelt|informeert)\b|\bbijlagen?\s+\w+(?=\s*(?:,|\ben\b|\bof\b))", re.I
)
_FAR = 140


@once_a_text
def thing_there(plain: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The thing that the words around the reference at ``start`` to ``end`` say is there, with the place of those
    words."""
    low = max(0, start - _MOST)
    for pattern, cores in _BEFORE:
        if has_core(plain[low:start], cores) and (match := pattern.search(plain, low, start)):
            place = match.start("thing") if "before" in match.groupdict() else match.start()
            return None if _is_verb(match) else _unless_general(match["thing"], place, end)
    match = _AFTER.match(plain, end)
    return _unless_general(match["thing"].split()[-1], start, match.end()) if match else None


def _is_verb(match: re.Match[str]) -> bool:
    """Whether the word before a comma ends a clause: 'die de firma aanbiedt, beschreven in bijlage 1'. A noun has a
    word before it that leads to it: 'het product, beschreven in', 'van gegevens, genoemd in'."""
    found = match.groupdict()
    before = (found.get("before") or "").lower()
    leads = not before or before in LEADING_TO_NOUN or before.endswith("e")
    return bool(found.get("comma")) and not leads


def _unless_general(thing: str, start: int, end: int) -> tuple[str, int, int] | None:
    return None if stem(thing) in _GENERAL or thing.endswith(("end", "ende")) else (thing, start, end)


def is_held(thing: str, plain: str) -> bool:
    """Whether a word of ``plain`` shares a stem with ``thing``, or is a part of it or holds it ('maatregel'), or shows
    it ('€ 50' a tariff)."""
    bare = _bare(thing)
    if any(signs.search(plain) for head, signs in _SIGNS if stem(thing).endswith(head)):
        return True
    words = frozenset(re.findall(r"\w{4,}", plain.casefold()))
    return any(bare in word or (len(word) >= 6 and _bare(word) in bare) or word[:6] == bare[:6] for word in words)


def _bare(word: str) -> str:
    found = stem(word)
    for ending in ("ing", "heid", "atie"):
        if found.endswith(ending) and len(found) - len(ending) >= 4:
            return found[: -len(ending)]
    return found


_QUESTIONS = re.compile(r"vragenlijst|meldings?formulier|(?:datalek|incident)\w*formulier", re.I)
_MEASURES = re.compile(r"maatregel(?:en)?\b", re.I)


def lists_named(heading: str) -> Iterator[str]:
    """The kinds of list that an annex with this heading can be."""
    if _QUESTIONS.search(heading):
        yield "questionnaire"
    if _MEASURES.search(heading):
        yield "measures"


def lists_there(plain: str, start: int, end: int) -> Iterator[str]:
    """The lists that the words around the reference at ``start`` to ``end`` say are there, ``measures``,
    ``questionnaire`` or ``sub-processors``: 'maatregelen in bijlage 2', 'In Bijlage 2 zijn de maatregelen'."""
    before = plain[max(0, start - _FAR) : start]
    if not _IN.search(before) or DUTIES.clause_at(plain, start).denies(start):
        return
    *_, near = _STOP.split(before)
    opens = not near.strip() or near.strip().lower() == "in"
    for kind, words in _LISTS:
        if words.search(near) or (opens and words.search(_STOP.split(plain[end : end + _FAR])[0])):
            yield kind


def denies(plain: str, start: int, end: int, forbids: bool) -> bool:
    """Whether ``plain`` says the opposite of what it speaks of from ``start`` to ``end``."""
    return DUTIES.says_opposite(plain, start, end, forbids)


actors = DUTIES.actors


def names_sub_processors(plain: str) -> bool:
    """Whether ``plain`` names sub-processors in the plural, as a list of them does."""
    return bool(_NAMES_SUB.search(plain))
