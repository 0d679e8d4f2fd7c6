"""The term within which an edition wants a breach to be reported: stated in its front matter, said by its text."""

from __future__ import annotations

from dataclasses import dataclass

from clausule.analysis.questionnaire import asking_pages
from clausule.language.language import language_of
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.editions import Edition
from clausule.model.nodes import Place


@dataclass(frozen=True, slots=True)
class BreachTerm:
    """Within ``hours`` a breach must be reported to the other party; the part ``at`` says so in ``words``."""

    hours: int
    at: str
    words: str
    place: Place


def breach_term(edition: Edition) -> BreachTerm | None:
    """What ``breach:`` in the front matter of ``edition`` states, or None."""
    row = edition.meta.values.get("breach")
    if not isinstance(row, dict) or not str(row.get("hours", "")).isdecimal():
        return None
    return BreachTerm(
        int(row["hours"]), str(row.get("at") or ""), str(row.get("words") or ""), edition.meta.place(("breach",))
    )


def clock_pages(edition: Edition) -> list[str]:
    """Where an edition without a questionnaire, whose text sets a term, has a page for who discovers a breach."""
    asks = any(annex.kind == QUESTIONNAIRE.name for annex in edition.annexes)
    return [f"{language_of(edition.language).slugs.breach}/"] if not asks and breach_term(edition) else []


def breach_address(edition: Edition) -> str:
    """The address, within the edition, of the page for who discovers a breach: the first questionnaire, or that of the
    clock; empty where the edition sets no term. Its words are not read when its imprint is known."""
    if edition.imprint:
        return edition.imprint.breach
    pages = (*asking_pages(edition), *clock_pages(edition)) if breach_term(edition) else ()
    return next(iter(pages), "")
