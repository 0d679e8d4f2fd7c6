"""What is said of an edition that was taken back with its words."""

from __future__ import annotations

from clausule.language.language import language_of
from clausule.language.wording.names import capital, edition_name
from clausule.model.editions import Edition


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
