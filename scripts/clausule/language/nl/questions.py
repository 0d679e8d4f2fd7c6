"""How a Dutch questionnaire asks: what depends on an answer, what must be answered, what explains."""

from __future__ import annotations

import re

from clausule.language.breach_terms import BreachTerms
from clausule.language.nl.duties import DUTIES
from clausule.language.nl.numbers import PERIOD, hours_of
from clausule.model.repeated import once_a_text

# 'zo ja; welke:', 'indien nee, waarom:' before a blank. The word must be one of the options of the choice before it.
_FOLLOWS = re.compile(r"\b(?:zo|indien|als)\s+(\w+)\b", re.I)

# 'De onderdelen A, B en C vult Verwerker altijd in.'
_ALWAYS = re.compile(
    r"\bonderde(?:el|len)\s+(?P<labels>[A-Z0-9]{1,3}(?:(?:,\s*|\s+en\s+|\s+t/m\s+)[A-Z0-9]{1,3})*)\s+[^.]*\baltijd\b",
    re.I,
)
# 'VERWERKER zal bij een Beveiligingsincident de volgende vragen beantwoorden:'
_ALL = re.compile(
    r"\b(?:zal|zullen|moet|moeten|dient|dienen)\b[^.]*\bvolgende\s+vragen\b[^.]*\b(?:te\s+)?beantwoorden\b", re.I
)

_SIGNATURE = re.compile(r"\b(?:handtekening|paraaf)\b", re.I)

# A clause that sets a term for reporting a breach: it, or the sentence before, names one; somebody is told of it; and
# neither is it told to another than the customer, nor is it told what comes after the report.
_BREACH = re.compile(r"\b\w*(?:lek|inbreuk|incident)(?:ken|en)?\b", re.I)
_MEANT = re.compile(
    r"\b(?:dit|dat|deze|die|daarvan|ervan|hiervan|daarover|hierover|de melding|hij|zulks|deze\s+melding)\b", re.I
)
_NOTICE = r"\b(?:melding|kennisgeving|bericht|mededeling|verwittiging)"
_HAPPENS = r"\b(?:gedaan|doet|doen|maakt|gemaakt|geschied\w*|gebeur\w*|plaats\w*|volg\w*|gegeven|geeft)"
_TOLD = re.compile(
    r"\b(?:(?:ge)?meld(?:t|en|de)?|doorgemeld|aanmeld\w*|aangemeld|ge[iï]nformeerd|informe(?:ert|ren)"
    r"|ingelicht|inlicht(?:en)?|in te lichten|licht\b[^.;]{1,80}\bin|verwittig(?:t|en|d)|gewaarschuwd|waarschuw(?:t|en)"
    r"|alarme(?:ert|ren)|gealarmeerd|hoogte|ter kennis|in kennis|kenbaar|bekend|weten|signale(?:ert|ren)|gesignaleerd"
    r"|rapporte(?:ert|ren)|gerapporteerd|notifi\w+|(?:ge)?bericht(?:en)?|geeft\b[^.;]{1,120}\bdoor|door te geven"
    r"|doorge(?:ven|geven)|deel\w*\b[^.;]{1,80}\bmee|mee te delen|mee(?:ge)?de(?:el|len)\w*|medegede\w+)\b"
    rf"|{_NOTICE}\b[^.;]{{0,80}}{_HAPPENS}\b"
    rf"|\b(?:doet|maakt|geeft|geschiedt|volgt|ontvangt|krijgt)\b[^.;]{{0,80}}{_NOTICE}\b",
    re.I,
)
_RECEIVES = re.compile(r"\b(?:ontvang|krijg)(?:t|en)\b", re.I)
_TO = (
    r"(?i:\b(?:aan|bij|jegens|richting|tot|tegenover)\s+(?:de|het|een|zijn|haar|hun|diens|elke|iedere|alle|bevoegde|betrokken"
    r"|directe|nationale|eigen|\s)*\b)"
)
_OTHERS = (
    r"(?:\w*[Tt]oezichthoud\w+|\w*[Aa]utoriteit\w*|AP|GBA|CERT\w*|CSIRT\w*|NCSC|[Bb]etrokkenen?|politie|media|pers|publiek"
    r"|leidinggevende\w*|directie|functionaris|FG|DPO|verzekeraar\w*|(?:sub-?)?(?:ver|be)werker|\w*personen)\b"
)
_TO_OTHERS = re.compile(
    _TO + _OTHERS + rf"|\b(?i:informeert|inlicht|verwittigt|waarschuwt|word(?:t|en))\s+(?:\w+\s+){{0,2}}{_OTHERS}"
    rf"|(?i:\b{_OTHERS}\s+(?:\w+\s+)?word(?:t|en)\b)"
)
_AFTERWARDS = re.compile(
    r"\b(?:aanvullend\w*|nadere|voortgang\w*|oorzaak|oorzaken|afloop|afhandeling|herstel\w*|verloop|statusrapport\w*"
    r"|evaluatie\w*|eindrapport\w*|vervolgmelding|vragen|antwoord\w*|wijziging\w*|storing\w*)\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:binnen|uiterlijk|ten\s+hoogste|ten\s+laatste|hoogstens|maximaal|niet\s+later\s+dan|op\s+zijn\s+laatst"
    r"|een\s+termijn\s+van)(?:\s+(?:de|het|een|maximaal|uiterlijk|binnen|ten|hoogste|laatste|termijn|tijdsbestek|periode"
    r"|van|na|volgende|eerste|eerstvolgende)){0,6}?\s+" + PERIOD.pattern,
    re.I,
)
_AT_ONCE = re.compile(
    r"\b(?:onverwijld|onmiddellijk|terstond|meteen|per\s+omgaande|ten\s+spoedigste|zo\s+(?:spoedig|snel)\s+(?:als\s+)?mogelijk"
    r"|direct(?!\s+(?:of|en|dan\s+wel|betrokken)\b)"
    r"|zonder\s+(?:uitstel|(?:onredelijke|onnodige|nodeloze|enige|ongerechtvaardigde)?\s*vertraging))\b",
    re.I,
)


def depends_on(words: str, options: tuple[str, ...]) -> str:
    """The option on which what ``words`` announce depends: ``JA`` for 'zo ja; welke:'. Empty when it depends on
    none."""
    for match in _FOLLOWS.finditer(words):
        for option in options:
            if option.casefold() == match[1].casefold():
                return option
    return ""


def always_asked(words: str) -> frozenset[str]:
    """The labels of the parts that ``words`` want to be filled in always: ``A``, ``B``, ``C``."""
    found: set[str] = set()
    for match in _ALWAYS.finditer(words):
        pieces = re.split(r"(\s+t/m\s+)|,\s*|\s+en\s+", match["labels"])
        labels = [piece for piece in pieces if piece]
        for index, label in enumerate(labels):
            if label.strip() == "t/m":
                first, last = labels[index - 1], labels[index + 1]
                if len(first) == len(last) == 1:
                    found.update(chr(code) for code in range(ord(first), ord(last) + 1))
            else:
                found.add(label)
    return frozenset(found)


def asks_all(words: str) -> bool:
    """Whether ``words`` want all questions that follow to be answered."""
    return bool(_ALL.search(words))


def asks_signature(words: str) -> bool:
    """Whether ``words`` ask for a signature."""
    return bool(_SIGNATURE.search(words))


_TERMS = BreachTerms(
    breach=_BREACH, cores=("lek", "inbreuk", "incident"), meant=_MEANT, within=_WITHIN,
    at_once=_AT_ONCE, period=PERIOD, told=_TOLD, receives=_RECEIVES, to_others=_TO_OTHERS, afterwards=_AFTERWARDS,
    duties=DUTIES, hours_of=hours_of,
)  # fmt: skip
hours_in = _TERMS.hours_in
breach_words = once_a_text(_TERMS.words_in)
breach_sentences = _TERMS.sentences_in
