"""How a Dutch questionnaire asks: what depends on an answer, what must be answered, what explains."""

from __future__ import annotations

import re

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

_TERM = re.compile(
    r"\b(?P<number>\d{1,4}|een|twee|drie|vier|acht|twaalf|vierentwintig|zesendertig|achtenveertig|tweeënzeventig)(?:\s*\([^()]{1,30}\))?\s*(?:klok)?(?P<unit>uur|uren|dag|dagen|etmaal|etmalen)\b",
    re.I,
)
_NUMBERS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "acht": 8, "twaalf": 12, "vierentwintig": 24, "zesendertig": 36,
    "achtenveertig": 48, "tweeënzeventig": 72,
}  # fmt: skip
# A sentence that sets a term for reporting a breach: it names one, and says that someone is told.
_BREACH = re.compile(r"\b(?:data|beveiligings)?(?:lek|inbreuk|incident)(?:ken|en)?\b", re.I)
_TOLD = re.compile(
    r"\b(?:(?:ge)?meld(?:t|en|ing)?|informe(?:er(?:t|den?)?|ren)|ge[iï]nformeerd|op de hoogte|in "
    r"kennis|bericht(?:en)?)\b",
    re.I,
)
_WITHIN = re.compile(r"\b(?:binnen|uiterlijk|ten hoogste|maximaal)\b(?:\s+\w+){0,2}?\s+" + _TERM.pattern, re.I)


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


def hours_in(words: str) -> int | None:
    """The term that ``words`` name, in hours: 48 for 'binnen 48 uur' and for 'twee dagen'; None when they name none."""
    match = _TERM.search(words)
    if not match:
        return None
    number = match["number"].casefold()
    count = int(number) if number.isdigit() else _NUMBERS[number]
    return count * (1 if match["unit"].casefold() in ("uur", "uren") else 24)


def breach_words(sentence: str) -> tuple[int, int] | None:
    """Where ``sentence`` sets a term for reporting a breach ('binnen 48 uur'); None when it sets none.

    'Beveiligingsupdates binnen 72 uur' and '24 uur per dag' set none: nobody is told of a breach.
    """
    if not (_BREACH.search(sentence) and _TOLD.search(sentence)):
        return None
    match = _WITHIN.search(sentence)
    return match.span() if match else None
