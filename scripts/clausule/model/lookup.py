"""The agreement and the edition that a person names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausule.model.similarity import closest

if TYPE_CHECKING:
    from clausule.model.editions import Agreement, Edition


class AuthoringError(Exception):
    """The command cannot be carried out; the message says what, why and how to mend it."""


def find_agreement(agreements: tuple[Agreement, ...], slug: str) -> Agreement:
    """The agreement ``slug``. Raises ``AuthoringError`` with the nearest name when there is none."""
    for agreement in agreements:
        if agreement.slug == slug:
            return agreement
    known = [agreement.slug for agreement in agreements]
    if now := next((agreement.slug for agreement in agreements if slug in agreement.names), ""):
        raise AuthoringError(f"there is no agreement '{slug}' any more: it was renamed, and is called '{now}'.")
    raise AuthoringError(f"there is no agreement '{slug}'. {_choices(slug, known, 'agreements')}")


def find_edition(agreement: Agreement, version: str) -> Edition:
    """The edition ``version``. Raises ``AuthoringError`` with the nearest name when there is none."""
    for edition in agreement.editions:
        if edition.version == version:
            return edition
    known = [edition.version for edition in agreement.editions]
    raise AuthoringError(f"{agreement.slug} has no edition '{version}'. {_choices(version, known, 'editions')}")


def _choices(word: str, known: list[str], what: str) -> str:
    if guess := closest(word, known):
        return f"Did you mean '{guess}'?"
    return f"The {what} are: {', '.join(known)}." if known else f"There are no {what} yet."
