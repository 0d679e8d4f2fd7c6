"""What decides the pages of a list of sub-processors, to see whether they must be made again."""

from __future__ import annotations

from datetime import date
from typing import Any

from clausule.analysis.sub_processors import row_json
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.sub_processors import object_until, state_on
from clausule.pages.sub_processors.calendar import starts_of
from clausule.pages.sub_processors.data import list_json
from clausule.pages.sub_processors.then import has_list_then, list_then


def list_input(agreement: Agreement, edition: Edition, status: str) -> list[Any] | None:
    """For an edition: the rows on its first day. What comes or ends later is not in it, nor is it in its pages."""
    if not agreement.sub_processors or not has_list_then(edition, status):
        return None
    language = language_of(agreement.language)
    return [[state, row_json(row, language)] for state, row in list_then(edition, agreement.sub_processors)]


def list_input_on(agreement: Agreement, day: date) -> list[Any] | None:
    """For the pages above the editions: the whole list, and what ``day`` makes of each row."""
    listing = agreement.sub_processors
    if not listing:
        return None
    starts = starts_of(agreement)
    untils = [object_until(row, listing.promises, starts) for row in listing.rows]
    states = [
        [state_on(row, day), bool(until and until >= day)] for row, until in zip(listing.rows, untils, strict=True)
    ]
    return [list_json(agreement, listing, ""), states]
