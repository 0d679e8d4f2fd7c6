"""The term within which an edition wants a breach to be reported: stated in its front matter, said by its text; and
what that says of it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from clausule.analysis.questionnaire import asking_pages
from clausule.language.language import language_of
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.editions import Edition
from clausule.model.nodes import Place
from clausule.model.walk import edition_texts


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


@dataclass(frozen=True, slots=True)
class OtherTerm:
    """The part ``at`` says when a breach is reported in a sentence with other ``words`` than the stated term: within
    ``hours``, or at once and without a number (None)."""

    at: str
    words: str
    hours: int | None


def other_terms(edition: Edition, term: BreachTerm) -> tuple[OtherTerm, ...]:
    """What ``edition`` says of when a breach is reported, besides ``term``, in reading order: who reports one should
    know both, and which of them goes first is for the agreement to say."""
    sentences = language_of(edition.language).questions.breach_sentences
    return tuple(
        OtherTerm(owner, text.plain[start:end].strip(), hours)
        for owner, text in edition_texts(edition)
        if term.words not in text.plain
        for start, end, hours in sentences(text.plain)
        if hours != term.hours
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
