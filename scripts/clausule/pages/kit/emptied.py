"""What is said of an edition that was taken back with its words."""

from __future__ import annotations

from typing import Any

from clausule.formats.edition_json import withdrawal_json
from clausule.formats.jsonfile import as_json
from clausule.formats.stand_in import StandIn, stand_in
from clausule.language.language import language_of
from clausule.language.wording.names import capital, edition_name, full_title
from clausule.model.editions import Agreement, Edition


def emptied_told(edition: Edition) -> dict[str, str]:
    """That it was published by mistake and its words taken away (``said``), since when (``on``) and ``why``."""
    told, language = edition.withdrawn, language_of(edition.language)
    assert told
    day = language.dates.long(told.day)
    return {
        "said": language.say(
            "{edition} was withdrawn on {date}. Its text has been removed from this site.",
            edition=capital(edition_name(edition)),
            date=day,
        ),
        "on": language.say("on {date}", date=day),
        "why": language.say("Reason of the publisher: {reason}", reason=told.why),
    }


def emptied_file(agreement: Agreement, edition: Edition, address: str, told: dict[str, str]) -> bytes:
    """What a file that held words of ``edition`` says now; ``told`` is what is said of that edition. A document says it
    as a document, where one can be made here."""
    if not address.endswith(".json"):
        title = f"{full_title(agreement)}, {edition_name(edition)}"
        says = (told["said"], told["why"])
        language = language_of(edition.language)
        document = stand_in(address, StandIn(language=language, title=title, publisher=agreement.publisher, says=says))
        return document or f"{' '.join(says)}\n".encode()
    data: dict[str, Any] = {
        "agreement": agreement.slug,
        "version": edition.version,
        "status": "withdrawn",
        **withdrawal_json(edition, "withdrawn"),
        "words": "removed",
    }
    return as_json(data)
