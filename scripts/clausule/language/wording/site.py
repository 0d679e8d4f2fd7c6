"""What the site says around the texts in more than one place: the state of an edition, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clausule.language.language import Language, language_of
from clausule.language.wording.names import edition_label, edition_name, version_name

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


@cache
def status_words(language: Language) -> dict[str, str]:
    """What each status is called where nothing more is known of the edition."""
    say = language.say
    return {
        "in force": say("In force"),
        "announced": say("Announced"),
        "lapsed": say("Lapsed"),
        "concept": say("Draft"),
        "undated": say("Undated"),
        "withdrawn": say("Withdrawn"),
    }


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an edition counts: as a class of the theme, in a word as on a badge, and in the sentence behind it."""

    kind: str
    word: str
    sentence: str

    def as_row(self) -> dict[str, str]:
        """For data: the three by their names."""
        return {"kind": self.kind, "word": self.word, "sentence": self.sentence}


def standing_of(edition: Edition, status: str, interval: Interval) -> Standing:
    """How ``edition`` stands while that is its ``status``. One that binds who signed it is not said to have lapsed when
    another takes its place, and the one that does is the newest, not the only one that counts."""
    language = language_of(edition.language)
    word = status_words(language)[status]
    if status == "in force" and interval.newest:
        word = language.say("Newest version")
    if status == "lapsed" and interval.by and not interval.for_all:
        word = language.say("Replaced")
    return Standing(status.replace(" ", "-"), word, status_sentence(edition, status, interval))


def status_sentence(edition: Edition, status: str, interval: Interval) -> str:
    """What stands behind the status in the ribbon: ``since 25 May 2018``; and for whom, where it is for some only."""
    said = _status_sentence(edition, status, interval)
    if edition.known_late and status in ("in force", "lapsed"):
        language = language_of(edition.language)
        said = language.say("{said}, made known on {date}", said=said, date=language.dates.long(edition.known_late))
    return said if status == "withdrawn" else for_whom(edition, said)


def for_whom(edition: Edition, said: str) -> str:
    """What is ``said`` of an edition, and for whom alone it is, where it is not for all."""
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
    following = name_in_sentence(interval.by) if interval.by else ""
    if status == "lapsed" and following and not interval.for_all:
        return say(
            "by {edition} since {date}; if you signed this version, it applies to you until it is changed with you",
            edition=following,
            date=end,
        )
    if status == "lapsed":
        said = (
            say("was in force from {start} until {end}", start=start, end=end)
            if start
            else say("was in force until {end}", end=end)
        )
        return say("{said}; since then {edition}", said=said, edition=following) if following else said
    if status == "undated":
        return (
            say("this text states no date")
            if edition.numbered
            else say("this text states neither a version number nor a date")
        )
    if following:
        return say("since {start}; {edition} follows on {end}", start=start, edition=following, end=end)
    return say("since {start}, until {end}", start=start, end=end) if end else say("since {start}", start=start)


def name_in_sentence(edition: Edition) -> str:
    """An edition within a sentence that names its day: ``version 2.0``, and one without a number ``another text``."""
    return version_name(edition) if edition.numbered else language_of(edition.language).say("another text")


def read_now(now: Edition, place: str = "", *, besides: bool = False, newest: bool = False) -> str:
    """The link to the edition that counts now, and there to ``place``. ``besides``: what it leads from counts too, so
    that it must name the edition and whom it is for. ``newest``: who signed another is not bound by it."""
    say = language_of(now.language).say
    if besides:
        name = edition_name(now)
        said = (
            say("Read {place} in {edition}", place=place, edition=name)
            if place
            else say("Read {edition}", edition=name)
        )
        return for_whom(now, said) if now.audience else say("{said}, which applies to all others", said=said)
    if newest:
        return say("Read {place} in the newest version", place=place) if place else say("Read the newest version")
    if place:
        return say("Read {place} in the version now in force", place=place)
    return say("Read the version now in force")


def titled_edition(edition: Edition, status: str) -> str:
    """What an edition is called in a list of all: its label, for whom it is, and whether it was taken back."""
    label = for_whom(edition, edition_label(edition))
    return language_of(edition.language).say("{edition}, withdrawn", edition=label) if status == "withdrawn" else label
