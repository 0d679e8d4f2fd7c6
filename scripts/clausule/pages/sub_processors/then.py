"""The list of sub-processors as it was when an edition took effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clausule.language.language import language_of
from clausule.language.wording.names import edition_label, version_name
from clausule.model.editions import Edition
from clausule.model.sub_processors import ACTIVE, ACTIVE_DAY, ANNOUNCED, SubProcessor, SubProcessors, state_on
from clausule.pages.kit.staging import Fixed
from clausule.pages.sub_processors.page import shown_row
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import SEE, EditionPage, Leaf


def has_list_then(edition: Edition, status: str) -> bool:
    """Whether ``edition`` has taken effect, so that its list can no longer change."""
    applied = status in ("in force", "lapsed", "withdrawn") and not edition.never_applied
    return applied and edition.effective is not None


def _leaf(book: Book, address: str) -> Leaf:
    return Leaf(
        address=address,
        heading=_title(book.edition),
        draw=then_page,
        link=book.language.say("Sub-processors at the start"),
        beside=SEE,
        view="sub-processors",
        styles=("sub_processors/sub-processors.css",),
    )


PAGE = EditionPage(
    order=30,
    addresses=lambda edition: [f"{language_of(edition.language).slugs.sub_processors}/"],
    leaf=_leaf,
    when=lambda agreement, edition, status: bool(agreement.sub_processors) and has_list_then(edition, status),
)


def list_then(edition: Edition, listing: SubProcessors) -> list[tuple[str, SubProcessor]]:
    """The rows on the list on the day that ``edition`` took effect, with their state."""
    assert edition.effective
    rows = ((state_on(row, edition.effective), row) for row in listing.rows)
    # Its end is not known on that day; to judge whether its country is outside the EEA, that day is where it ends.
    end = edition.effective + timedelta(days=1)
    found = [
        (state, replace(row, ended=end, withdrawn=None, reason="", replaces="", corrections=()))
        for state, row in rows
        if state in (ACTIVE, ANNOUNCED)
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].name.casefold()))


def then_page(page: Page) -> Fixed:
    """The list when the edition took effect. Only what was so on that day is in it, so that it never changes again."""
    edition, listing = page.book.edition, page.book.agreement.sub_processors
    assert edition.effective and listing
    rows = list_then(edition, listing)
    language = language_of(edition.language)
    groups = [
        {"state": name, "rows": [shown_row(row, language) for state, row in rows if state == name]}
        for name in (ACTIVE, ANNOUNCED)
    ]
    data = {
        "title": _title(edition),
        "day": edition.effective.isoformat(),
        "edition": edition_label(edition),
        "unsure": any(ACTIVE_DAY in row.unknown for _, row in rows),
        "groups": [group for group in groups if group["rows"]],
        "now": f"../../{language.slugs.sub_processors}/",
    }
    return Fixed("sub_processors/then.html", data)


def _title(edition: Edition) -> str:
    """``Sub-verwerkers toen versie 1.5 inging``."""
    say = language_of(edition.language).say
    if not edition.numbered:
        return say("Sub-processors when this text took effect")
    return say("Sub-processors when {edition} took effect", edition=version_name(edition))
