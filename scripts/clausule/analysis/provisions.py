"""What a reference names that its act does not have."""

from __future__ import annotations

from clausule.language.language import Language
from clausule.language.references import Target
from clausule.language.wording.law import provision
from clausule.law import gdpr


def missing(target: Target, language: Language) -> tuple[str, str] | None:
    """What ``target`` names that its act does not have, with a hint; None if all of it is there or nobody can tell.

    Only the structure of the GDPR is known.
    """
    act = language.acts.act_by_name(target.act) if target.act else None
    if not act or act.act.celex != gdpr.CELEX or not target.article:
        return None
    if target.article not in gdpr.articles():
        hint = f"its articles run from 1 to {len(gdpr.articles())}"
        return f"the {act.name} has no article {target.article}", hint
    paragraphs = gdpr.articles()[target.article]
    if target.paragraph:
        if "" in paragraphs:
            return f"article {target.article} has no paragraphs", _instead_of_paragraph(target, language)
        if target.paragraph not in paragraphs:
            return f"article {target.article} has no paragraph {target.paragraph}", f"its last is {len(paragraphs)}"
    return _missing_point(target, paragraphs, language) or _missing_subparagraph(target, paragraphs)


def _instead_of_paragraph(target: Target, language: Language) -> str:
    if target.paragraph in _points(target.article, ""):
        return f"did you mean point {target.paragraph} ({provision(language, target.article, '', target.paragraph)})?"
    return ""


def _points(article: str, paragraph: str) -> list[str]:
    count = gdpr.articles()[article][paragraph][1]
    return [str(n) for n in range(1, count + 1)] if article == "4" else [chr(ord("a") + n) for n in range(count)]


def _missing_point(target: Target, paragraphs: dict[str, list[int]], language: Language) -> tuple[str, str] | None:
    if not target.point:
        return None
    label = target.point.lower()
    where = target.paragraph or ("" if "" in paragraphs else None)
    if where is not None and label in _points(target.article, where):
        return None
    holders = [number for number in paragraphs if label in _points(target.article, number)]
    hint = ""
    if where is None and len(holders) == 1:
        there = provision(language, target.article, holders[0], target.point)
        hint = f"did you mean paragraph {holders[0]} ({there})?"
    elif where is None and holders:
        hint = f"paragraphs {', '.join(holders)} have one: name the paragraph too"
    place = f"article {target.article}" + (f" paragraph {where}" if where else "")
    points = _points(target.article, where) if where is not None else []
    if points:
        hint = f"its points run from {points[0]} to {points[-1]}"
    return f"{place} has no point {target.point}", hint


def _missing_subparagraph(target: Target, paragraphs: dict[str, list[int]]) -> tuple[str, str] | None:
    counted = paragraphs.get(target.paragraph)
    if not target.subparagraph or not target.paragraph or not counted or int(target.subparagraph) <= counted[0]:
        return None
    return f"article {target.article} paragraph {target.paragraph} has no subparagraph {target.subparagraph}", ""
