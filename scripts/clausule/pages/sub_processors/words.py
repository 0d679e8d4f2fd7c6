"""What the pages of a list of sub-processors, its feed and its files call things."""

from __future__ import annotations

from clausule.language.language import Language
from clausule.model.sub_processors import ACTIVE, ANNOUNCED, ENDED, WITHDRAWN


def state_titles(language: Language) -> dict[str, str]:
    """The groups of the list, in their order."""
    say = language.say
    return {ANNOUNCED: say("Announced"), ACTIVE: say("Engaged"), ENDED: say("No longer engaged")}


def state_names(language: Language) -> dict[str, str]:
    """What a row is on a day."""
    say = language.say
    return {
        ANNOUNCED: say("announced"),
        ACTIVE: say("engaged"),
        ENDED: say("ended"),
        WITHDRAWN: say("withdrawn"),
    }


def event_names(language: Language) -> dict[str, str]:
    """What happens when a row becomes that."""
    say = language.say
    return {
        ANNOUNCED: say("Announcement"),
        ACTIVE: say("Start"),
        ENDED: say("End"),
        WITHDRAWN: say("Withdrawal"),
    }


def day_words(language: Language) -> dict[str, str]:
    """What the script of a list on another day says; it fills in the names in braces."""
    say = language.say
    return {
        "label": say("Show the list as it was on"),
        "hint": say("The address of this page then names the day, so that you can pass it on."),
        "find": say("Search the list"),
        "only": say("Only outside the EEA"),
        "sort": say("Order"),
        "by_name": say("by name"),
        "by_start": say("newest first"),
        "by_country": say("by country"),
        "today": say("Today, {day}: {active} engaged, {announced} announced, {ended} no longer."),
        "past": say(
            "On {day}: {active} engaged, {announced} announced, {ended} no longer. This is not today’s list."
        ),
        "coming": say(
            "On {day}, as far as is known now: {active} engaged, {announced} announced, {ended} no longer."
        ),
        "found": say("{shown} of {all} shown."),
        "invalid": say("The address holds no day that exists. Below is today’s list."),
        "back": say("Show today"),
        "open": say("{days} days left"),
        "one": say("1 day left"),
        "last": say("today is the last day"),
    }


def between_words(language: Language) -> dict[str, str]:
    """What the script of the changes between two days says."""
    say = language.say
    return {
        "from": say("Changes after"),
        "to": say("up to and including"),
        "found": say("{shown} of {all} changes shown."),
        "none": say("The list did not change in this time."),
    }


def clause_name(name: str) -> str:
    """``artikel 8.3`` for ``artikel-8.3``."""
    return name.replace("-", " ", 1)
