"""The author's summary of an edition as rows for a page: each line with a link to the clause that says it."""

from __future__ import annotations

from clausule.analysis.addresses import Addresses
from clausule.language.language import language_of
from clausule.language.wording.names import part_name
from clausule.model.editions import Edition
from clausule.model.walk import walk
from clausule.pages.text.book import nearest


def short_rows(edition: Edition, home: str = "") -> list[dict[str, str]]:
    """The lines of ``edition``, for a page from which ``home`` leads to it; a line that points nowhere is left out, and
    is a finding."""
    if not edition.in_short:
        return []
    addresses, language = Addresses(edition), language_of(edition.language)
    places = {part.id: part_name(language, part) for part in walk(edition)}
    rows = [(short, addresses.address(short.at)) for short in edition.in_short]
    return [
        {"line": short.line, "name": places.get(nearest(short.at, places), short.at), "address": f"{home}{address}"}
        for short, address in rows
        if address is not None
    ]
