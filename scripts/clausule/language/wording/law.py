"""How the law is cited: articles, what the GDPR demands, decisions of the Commission, countries."""

from __future__ import annotations

from datetime import date

from clausule.language.language import Language
from clausule.law.countries import Decision
from clausule.law.gdpr import Demand

_LISBON = date(2009, 12, 1)
"""Since this day acts are of the European Union and no longer of the Community (Treaty of Lisbon, article 6)."""


def gdpr_name(language: Language) -> str:
    """``GDPR``."""
    return language.say("GDPR")


def provision(language: Language, article: str, paragraph: str = "", point: str = "") -> str:
    """``Article 33(3)(a)``."""
    say = language.say
    if paragraph and point:
        return say("Article {article}({paragraph})({point})", article=article, paragraph=paragraph, point=point)
    if paragraph:
        return say("Article {article}({paragraph})", article=article, paragraph=paragraph)
    if point:
        return say("Article {article}({point})", article=article, point=point)
    return say("Article {article}", article=article)


def gdpr_provision(language: Language, place: str) -> str:
    """``Article 33(3)(a) GDPR`` for ``33.3.a``."""
    return language.say("{article} GDPR", article=provision(language, *place.split(".")))


def gdpr_heading(language: Language, article: str, paragraph: str) -> str:
    """The same as what stands at the head of a row: ``Article 28(3) GDPR``."""
    return language.say_of("a heading", "{article} GDPR", article=provision(language, article, paragraph))


def demand_law(language: Language, demand: Demand) -> str:
    """What the address of a demand leads to: ``Article 28(3) GDPR``."""
    return gdpr_heading(language, demand.article, demand.paragraph)


def demand_source(language: Language, demand: Demand) -> str:
    """``Article 28(3) GDPR, point (h)``."""
    return ", ".join(filter(None, (demand_law(language, demand), _point(language, demand))))


def demand_short(language: Language, demand: Demand) -> str:
    """``GDPR 28(3), point (h)``."""
    place = language.say("GDPR {article}({paragraph})", article=demand.article, paragraph=demand.paragraph)
    return ", ".join(filter(None, (place, _point(language, demand))))


def _point(language: Language, demand: Demand) -> str:
    say = language.say
    if demand.is_opening:
        return say("introductory wording")
    if demand.is_closing:
        return say("closing sentence")
    return say("point ({point})", point=demand.point) if demand.point else ""


def decision_name(language: Language, decision: Decision) -> str:
    """An adequacy decision as it is cited: ``2010/625/EU``, since 2015 ``(EU) 2016/1250``."""
    year, number = decision.celex[1:5], int(decision.celex[6:])
    if year >= "2015":
        return f"(EU) {year}/{number}"
    name = f"{year}/{number}"
    return f"{name}/EU" if decision.since >= _LISBON else language.say("{number}/EC", number=name)
