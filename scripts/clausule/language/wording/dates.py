"""What the site says of the days on which an edition applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausule.language.language import Language

if TYPE_CHECKING:
    from clausule.model.dates import Interval


def answers(language: Language) -> dict[str, str]:
    """For the browser, what applied on a day: {day}, {edition}, {before} and {known} are filled in with words of
    the page itself."""
    say = language.say
    return {
        "label": say("Date"),
        "hint": say("Choose a date. The address of this page will then include it, so that you can share it."),
        "read": say("Read {edition}"),
        "applied": say("On {day} {edition} applied."),
        "applies": say("Today, {day}, {edition} applies."),
        "will-apply": say("As far as is currently known, {edition} will apply on {day}."),
        "day-of-change": say("{edition} took effect on that day; up to and including the day before {before} applied."),
        "day-of-coming-change": say(
            "{edition} takes effect on that day; up to and including the day before {before} applies."
        ),
        "for": say("For {whom}: {edition}."),
        "known-later": say("{edition} was made known on {known}: after that day."),
        "first-day": say("{edition} took effect on that day; before it there was no version."),
        "before-first": say("On {day} no version was in force yet. The first is {edition}."),
        "none": say("On {day} no version applies. Choose a version below."),
        "invalid": say("The address contains no valid date. Choose a date above, or a version below."),
    }


def interval(language: Language, span: Interval) -> str:
    """``from 25 May 2018 until 1 September 2019``."""
    long = language.dates.long
    if span.start and span.start == span.end:
        return language.say("never in force")
    start = language.say("from {date}", date=long(span.start)) if span.start else ""
    end = language.say("until {date}", date=long(span.end)) if span.end else ""
    return " ".join(filter(None, (start, end)))
