"""The acts that agreements cite: their names, their addresses, when they lapsed, and what the AVG holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from typing import Any
from urllib.parse import quote

_WETTEN = "https://wetten.overheid.nl/"
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:"


@dataclass(frozen=True, slots=True)
class Act:
    """An act. ``key`` is its usual short name, ``title`` its full one; ``bwb`` or ``celex`` is its number in the Dutch
    or the European register, if known. The Dutch civil code has a number for each of its ``books``.
    ``repealed`` is the day from which it no longer applies.
    """

    key: str
    title: str
    names: tuple[str, ...] = ()
    bwb: str = ""
    celex: str = ""
    eli: str = ""
    repealed: date | None = None
    books: dict[str, str] = field(default_factory=dict)


def _data(name: str) -> Any:
    return json.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def _read_acts() -> dict[str, Act]:
    acts = {}
    for row in _data("acts.json"):
        key, title, repealed = row["key"], row.get("title", row["key"]), row.get("repealed")
        acts[key] = Act(
            key,
            title,
            tuple(dict.fromkeys((key, title, *row["names"]))),
            row.get("bwb", ""),
            row.get("celex", ""),
            row.get("eli", ""),
            date.fromisoformat(repealed) if repealed else None,
            row.get("books", {}),
        )
    return acts


# Article -> paragraph ('' where it has none) -> [subparagraphs, points]; points run from a, in article 4 from 1.
GDPR: dict[str, dict[str, list[int]]] = _data("avg.json")
ACTS: dict[str, Act] = _read_acts()

# A name that is a word of its own is known in any case; an abbreviation only as it is written.
LONG = 7
_EXACT = {name: act for act in ACTS.values() for name in act.names}
_FOLDED = {name.casefold(): act for name, act in _EXACT.items() if len(name) >= LONG}
_BY_CELEX = {act.celex: act for act in ACTS.values() if act.celex}


def _name_pattern(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,8}") for name in ordered)


# 'Advocatenwet BES' is another act than the Advocatenwet, and 'AVG-verzoek' is no act.
_NAME_END = r"(?!\w|-\w|\s{1,8}BES\b)"
KNOWN_NAME = re.compile(
    rf"(?:(?i:{_name_pattern([name for name in _EXACT if len(name) >= LONG])})"
    rf"|{_name_pattern([name for name in _EXACT if len(name) < LONG])}){_NAME_END}"
)
EU_NAME = re.compile(
    r"(?P<kind>(?:gedelegeerde\s{1,8}|uitvoerings|kader)?(?:verordening|richtlijn|besluit|beschikking))"
    r"(?:\s{1,8}\((?P<domain>EU|EG|EEG|EGKS|GBVB|Euratom|E[UG],\s?Euratom)\))?"
    r"(?:\s{1,8}(?P<number>nr|no|nummer)\b\.?)?"
    r"\s{0,8}\b(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,4})(?:/(?P<suffix>EU|EG|EEG|EGKS|GBVB|JBZ|Euratom))?(?![\w/])",
    re.IGNORECASE,
)

# The words that a name can begin with.
_EU_KINDS = ("gedelegeerde", "verordening", "richtlijn", "besluit", "uitvoeringsbesluit", "uitvoeringsverordening",
             "kaderbesluit", "beschikking")  # fmt: skip
_FIRST = {name: re.split(r"[\W_]", name, maxsplit=1)[0] for name in _EXACT}
FIRST_WORDS = frozenset((*_EU_KINDS, *(first.casefold() for name, first in _FIRST.items() if len(name) >= LONG)))
SHORT_FIRST_WORDS = frozenset(first for name, first in _FIRST.items() if len(name) < LONG)


def act_by_name(name: str) -> Act | None:
    """The act that is called ``name``: a key, title or other name of a known act, or an act of the European Union by
    its number, known or not ('Richtlijn 2003/4/EG'). None when there is no telling.
    """
    words = " ".join(name.split())
    known = _EXACT.get(words) or _FOLDED.get(words.casefold())
    if known:
        return known
    match = EU_NAME.fullmatch(words)
    return _eu_act(match) if match else None


def _eu_act(match: re.Match[str]) -> Act | None:
    kind = match["kind"].lower()
    letter = next(code for word, code in _CELEX_KINDS if word in kind)
    if letter == "D" and not (match["domain"] or match["suffix"]):
        return None  # 'besluit 12/2018' can be anyone's
    first, second = match["first"], match["second"]
    # Regulations 'nr. 1/2003' put the year behind; everything else, and all of it since 2015, puts the year first.
    year_last = letter == "R" and (bool(match["number"]) or not _is_year(first))
    year, number = (second, first) if year_last else (first, second)
    year = f"19{year}" if len(year) == 2 else year
    if not _is_year(year):
        return None
    celex = f"3{year}{letter}{int(number):04d}"
    title = " ".join(match[0].split())
    title = title[0].upper() + title[1:]
    return _BY_CELEX.get(celex) or Act(title, title, (title,), celex=celex)


def _is_year(digits: str) -> bool:
    return 1950 <= int(digits) <= 2100


_CELEX_KINDS = (("verordening", "R"), ("richtlijn", "L"), ("kaderbesluit", "F"), ("besluit", "D"), ("beschikking", "D"))


def address(name: str, article: str = "", paragraph: str = "", point: str = "", *, book: str = "") -> str:
    """The address of an act, or of an article in it with its paragraph and point.

    A URL for an act whose number is known; else ``act:Name&artikel=9``, which says the same and leads nowhere.
    ``book`` is the book of the civil code where the article's own number ('6:119a') does not say it.
    """
    act = act_by_name(name)
    if act and act.celex:
        return _EUR_LEX + act.celex + _eu_fragment(act, article, paragraph)
    if act and act.eli:
        return f"{act.eli}/art_{article}/oj" if article else f"{act.eli}/oj"
    bwb = act.bwb if act else ""
    if act and act.books:
        head, colon, rest = article.partition(":")
        book, article = (head, rest) if colon else (book, article)
        bwb = act.books.get(book.upper(), "")
    pairs = (("artikel", article), ("lid", paragraph), ("o", point))
    parts = "".join(f"&{key}={quote(value, safe=':')}" for key, value in pairs if value)
    if bwb:
        return f"{_WETTEN}jci1.3:c:{bwb}{parts}" if parts else _WETTEN + bwb
    return f"act:{act.title if act else name}{parts}"


def _eu_fragment(act: Act, article: str, paragraph: str) -> str:
    if not article or (act.key == "AVG" and article not in GDPR):
        return ""
    if act.key == "AVG" and paragraph and paragraph in GDPR[article]:
        return f"#{int(article):03d}.{int(paragraph):03d}"
    return f"#art_{article}"
