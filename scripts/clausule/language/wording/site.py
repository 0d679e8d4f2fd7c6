"""What the site says around the texts in more than one place: the state of an edition, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausule.language.language import Language, language_of
from clausule.language.wording.names import edition_label

if TYPE_CHECKING:
    from clausule.model.dates import Interval
    from clausule.model.editions import Edition


def contact_words(language: Language) -> dict[str, str]:
    """What is known of whom to ask, by its key in the front matter."""
    say = language.say
    return {
        "name": say("Name"),
        "address": say("Address"),
        "email": say("E-mail"),
        "phone": say("Telephone"),
        "website": say("Website"),
    }


def status_words(language: Language) -> dict[str, str]:
    """What each status is called, as on a badge."""
    say = language.say
    return {
        "in force": say("In force"),
        "announced": say("Announced"),
        "lapsed": say("Lapsed"),
        "concept": say("Draft"),
        "undated": say("Undated"),
        "withdrawn": say("Withdrawn"),
    }


def status_sentence(edition: Edition, status: str, interval: Interval) -> str:
    """What stands behind the status in the ribbon: ``since 25 May 2018``; and for whom, where it is for some only."""
    said = _status_sentence(edition, status, interval)
    return _for(edition, said) if status not in ("withdrawn",) else said


def _for(edition: Edition, said: str) -> str:
    if not edition.audience:
        return said
    return language_of(edition.language).say("{said}, only for {whom}", said=said, whom=edition.audience)


def _status_sentence(edition: Edition, status: str, interval: Interval) -> str:
    language = language_of(edition.language)
    say, long = language.say, language.dates.long
    start = edition.effective_shown or (long(interval.start) if interval.start else "")
    end = long(interval.end) if interval.end else ""
    if status == "concept":
        return say("not yet agreed")
    if status == "announced":
        return say("in force from {date}", date=start)
    if edition.withdrawn and status == "withdrawn":
        day = long(edition.withdrawn.day)
        if edition.never_applied:
            return say("on {date}, it was never in force", date=day)
        if start and interval.end == edition.withdrawn.day:
            return say("on {date}, it was in force from {start}", date=day, start=start)
        return say("on {date}", date=day)
    if status == "lapsed":
        return (
            say("was in force from {start} until {end}", start=start, end=end)
            if start
            else say("was in force until {end}", end=end)
        )
    if status == "undated":
        return (
            say("this text states no date")
            if edition.numbered
            else say("this text states neither a version number nor a date")
        )
    return say("since {start}, until {end}", start=start, end=end) if end else say("since {start}", start=start)


def titled_edition(edition: Edition, status: str) -> str:
    """What an edition is called in a list of all: its label, for whom it is, and whether it was taken back."""
    label = _for(edition, edition_label(edition))
    return language_of(edition.language).say("{edition}, withdrawn", edition=label) if status == "withdrawn" else label
