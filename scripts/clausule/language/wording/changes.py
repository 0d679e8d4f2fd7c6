"""What the site and the reports say of changes: what happened, of what nature it is, why there is little to see."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from clausule.language.language import Language


@cache
def change_words(language: Language) -> dict[str, str]:
    """What happened to a part, by the kind of the change; and how it did. {0} are the names of others."""
    say = language.say
    return {
        "changed": say("changed"),
        "added": say("new"),
        "removed": say("removed"),
        "moved": say("moved"),
        "same": say("same words"),
        "unchanged": say("unchanged"),
        "split": say("split into {0}"),
        "merged": say("merged from {0}"),
    }


@cache
def nature_words(language: Language) -> dict[str, str]:
    """Of what nature a change is."""
    return {"editorial": language.say("editorial"), "substantive": language.say("substantive")}


@cache
def note_words(language: Language) -> dict[str, str]:
    """Why a comparison says little, by its code."""
    say = language.say
    return {
        "both-empty": say("Both texts are empty."),
        "old-empty": say("The old text is empty."),
        "new-empty": say("The new text is empty."),
        "nothing-in-common": say("The two texts have nothing in common."),
        "collapsed": say("Hardly anything of the old text is left in the new one."),
    }


def totals(language: Language, counts: Mapping[str, int]) -> str:
    """``2 new, 4 changed, 277 unchanged``."""
    words = change_words(language)
    found = (f"{number} {words[kind]}" for kind, number in counts.items() if number and kind not in ("renumbered", "split", "merged"))
    return ", ".join(found) or language.say("The words are the same.")


def moved_line(language: Language, number: int) -> str:
    """Above a list of what only moved."""
    return language.say_count(
        "{n} part got another number or another place; its words stayed the same.",
        "{n} parts got another number or another place; their words stayed the same.",
        number,
    )


def weaker(language: Language) -> str:
    """Beside a measure that was withdrawn."""
    return language.say("This measure was withdrawn: on this point the protection became less.")


def weaker_together(language: Language, number: int) -> str:
    """At the head of a comparison in which measures were withdrawn."""
    return language.say_count(
        "{n} measure was withdrawn: on that point the protection became less.",
        "{n} measures were withdrawn: on those points the protection became less.",
        number,
    )
