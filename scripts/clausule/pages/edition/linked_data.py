"""What the pages of an edition say of it to a program: JSON-LD in the words of schema.org, a ``DigitalDocument``.

Only what lasts: whether an edition is in force follows from its days. A ``script`` of this type is data, which no
browser runs (HTML, 4.12.1), so the strict Content-Security-Policy stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clausule.formats.format import Format
from clausule.language.wording.names import edition_name
from clausule.pages.text.book import Book


def edition_data(book: Book) -> dict[str, Any]:
    """The edition, as each of its pages says what it is a part of."""
    edition, agreement, span = book.edition, book.agreement, book.interval
    applied = span.start and span.start != span.end
    known = {
        "@id": book.base_url,
        "name": f"{edition.title(agreement)}, {edition_name(edition)}",
        "version": edition.version if edition.numbered else None,
        "identifier": f"sha256:{book.notes.sha256}",
        "publisher": {"@type": "Organization", "name": agreement.publisher} if agreement.publisher else None,
        "datePublished": edition.announced.isoformat() if edition.announced else None,
        "temporalCoverage": f"{span.start}/{span.end or '..'}" if applied else None,  # ISO 8601-2
        "creativeWorkStatus": "Draft" if edition.concept else None,
    }
    return {"@type": "DigitalDocument"} | {key: value for key, value in known.items() if value is not None}


def start_data(book: Book, forms: Sequence[Format]) -> dict[str, Any]:
    """The edition as its first page is it, with the ``forms`` that it can be had in."""
    files = [
        {"@type": "MediaObject", "contentUrl": book.base_url + form.file, "encodingFormat": form.media}
        for form in forms
        if form.media
    ]
    return (
        {"@context": "https://schema.org"}
        | edition_data(book)
        | {"inLanguage": book.edition.language, "encoding": files}
    )
