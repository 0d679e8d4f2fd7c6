"""What a reference names that its act does not have."""

from __future__ import annotations

from clausule.language.references import Target
from clausule.law.acts import GDPR, act_by_name


def missing(target: Target) -> str | None:
    """What ``target`` names that its act does not have, with a hint; None if all of it is there or nobody can tell.

    Only the AVG's structure is known.
    """
    act = act_by_name(target.act) if target.act else None
    if not act or act.key != "AVG" or not target.article:
        return None
    if target.article not in GDPR:
        return f"the AVG has no article {target.article}" + _instead_of_article(target.article)
    paragraphs = GDPR[target.article]
    if target.paragraph:
        if "" in paragraphs:
            return f"article {target.article} has no paragraphs" + _instead_of_paragraph(target)
        if target.paragraph not in paragraphs:
            return f"article {target.article} has no paragraph {target.paragraph}; its last is {len(paragraphs)}"
    return _missing_point(target, paragraphs) or _missing_subparagraph(target, paragraphs)


def _instead_of_article(article: str) -> str:
    head, _, rest = article.partition(".")
    if rest and rest in GDPR.get(head, {}):
        return f"; did you mean paragraph {rest} (artikel {head} lid {rest})?"
    return "; its articles run from 1 to 99"


def _instead_of_paragraph(target: Target) -> str:
    if target.paragraph in _points(target.article, ""):
        return f"; did you mean point {target.paragraph} (artikel {target.article} onder {target.paragraph})?"
    return ""


def _points(article: str, paragraph: str) -> list[str]:
    count = GDPR[article][paragraph][1]
    return [str(n) for n in range(1, count + 1)] if article == "4" else [chr(ord("a") + n) for n in range(count)]


def _missing_point(target: Target, paragraphs: dict[str, list[int]]) -> str | None:
    if not target.point:
        return None
    label = target.point.lower()
    where = target.paragraph or ("" if "" in paragraphs else None)
    if where is not None and label in _points(target.article, where):
        return None
    holders = [number for number in paragraphs if label in _points(target.article, number)]
    hint = ""
    if where is None and len(holders) == 1:
        lid = holders[0]
        hint = f"; did you mean paragraph {lid} (artikel {target.article} lid {lid} onder {target.point})?"
    elif where is None and holders:
        hint = f"; paragraphs {', '.join(holders)} have one: name the paragraph too"
    place = f"article {target.article}" + (f" paragraph {where}" if where else "")
    points = _points(target.article, where) if where is not None else []
    if points:
        hint = f"; its points run from {points[0]} to {points[-1]}"
    return f"{place} has no point {target.point}{hint}"


def _missing_subparagraph(target: Target, paragraphs: dict[str, list[int]]) -> str | None:
    counted = paragraphs.get(target.paragraph)
    if not target.subparagraph or not target.paragraph or not counted or int(target.subparagraph) <= counted[0]:
        return None
    return f"article {target.article} paragraph {target.paragraph} has no subparagraph {target.subparagraph}"
