"""Every page that an edition has: those of its text, and what is made of it beside the text."""

from __future__ import annotations

from clausule.analysis.addresses import page_names
from clausule.model import Edition
from clausule.pages.forms.all import form_addresses
from clausule.pages.overviews.all import overview_addresses


def edition_pages(edition: Edition) -> tuple[str, ...]:
    """The addresses within the edition of all its pages. Its words are not read when its imprint is known."""
    if edition.imprint:
        return edition.imprint.pages
    return (*page_names(edition), *form_addresses(edition), *overview_addresses(edition))
