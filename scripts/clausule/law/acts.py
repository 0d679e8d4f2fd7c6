"""The acts that agreements cite: their numbers and addresses, and when they lapsed. What they are called is
language."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from urllib.parse import quote

from clausule.law import gdpr
from clausule.law.eur_lex import eur_lex

_WETTEN = "https://wetten.overheid.nl/"
_UK = "https://www.legislation.gov.uk/"
_UK_PROVISIONS = {"ukpga": "section", "uksi": "regulation", "eur": "article"}


@dataclass(frozen=True, slots=True)
class Act:
    """An act. ``bwb``, ``celex`` or ``uk`` is its number in the Dutch, the European or the British register, if known;
    ``url`` the address of one in another, and ``article_url`` that of an article in it. The Dutch civil code has a
    number for each of its ``books``. ``applies`` is the day from which it applies, ``repealed`` that from which it no
    longer does; None where nobody looked it up. ``source`` says what of this was verified, and where, and what is
    believed.
    """

    id: str
    bwb: str = ""
    celex: str = ""
    eli: str = ""
    uk: str = ""
    url: str = ""
    article_url: str = ""
    applies: date | None = None
    repealed: date | None = None
    books: dict[str, str] = field(default_factory=dict)
    source: str = ""


@cache
def acts() -> dict[str, Act]:
    """The acts that are known, by id."""
    found = {}
    for row in json.loads(resources.files(__package__).joinpath("acts.json").read_text("utf-8")):
        days = {key: date.fromisoformat(row[key]) for key in ("applies", "repealed") if key in row}
        found[row["id"]] = Act(**(row | days))
    return found


def address(
    act: Act,
    title: str,
    language: str,
    article: str = "",
    paragraph: str = "",
    point: str = "",
    *,
    book: str = "",
    place: str = "",
) -> str:
    """The address of ``act``, or of an article in it with its paragraph and point, for who reads ``language`` (a tag).

    A URL for an act whose number is known; else ``act:Title&artikel=9``, which says the same and leads nowhere. A place
    in a Dutch act is written as the Juriconnect standard (JCI 1.3) does, in any language. ``book`` is the book of the
    civil code where the article's own number ('6:119a') does not say it; ``place`` a recital (``rct_26``) or a chapter
    (``cpt_V``) of an act of the European Union, or a part of a British one (``schedule/1/paragraph/5``).
    """
    if place and act.celex:
        return eur_lex(act.celex, language, f"#{place}")
    if act.celex == gdpr.CELEX:
        return gdpr.address(language, article, paragraph)
    if act.celex:
        return eur_lex(act.celex, language, f"#art_{article}" if article else "")
    if act.eli:
        return f"{act.eli}/art_{article}/oj" if article else f"{act.eli}/oj"
    if act.uk:
        kind = _UK_PROVISIONS[act.uk.split("/")[0]]
        return "/".join(filter(None, (f"{_UK}{act.uk}", place or (f"{kind}/{quote(article)}" if article else ""))))
    if act.url:
        return act.article_url.format(article=quote(article)) if article and act.article_url else act.url
    bwb = act.bwb
    if act.books:
        head, colon, rest = article.partition(":")
        book, article = (head, rest) if colon else (book, article)
        bwb = act.books.get(book.upper(), "")
    pairs = (("artikel", article), ("lid", paragraph), ("o", point))
    parts = "".join(f"&{key}={quote(value, safe=':')}" for key, value in pairs if value)
    if bwb:
        return f"{_WETTEN}jci1.3:c:{bwb}{parts}" if parts else _WETTEN + bwb
    return f"act:{title}{parts}"
