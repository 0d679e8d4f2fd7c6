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
        "same": say("same wording"),
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
        "collapsed": say("Almost nothing of the old text remains in the new one."),
    }


@cache
def counted_words(language: Language) -> dict[str, tuple[str, str]]:
    """What stands behind the number of changes of a kind: of one, and of more."""
    say, words = language.say, change_words(language)
    only = say("only renumbered")
    return {
        "changed": (say("part changed"), say("parts changed")),
        "added": (words["added"], words["added"]),
        "removed": (words["removed"], words["removed"]),
        "moved": (words["moved"], words["moved"]),
        "renumbered": (only, only),
        "unchanged": (words["unchanged"], words["unchanged"]),
    }


def count_sentence(language: Language, counts: Mapping[str, int]) -> str:
    """``11 parts changed · 3 new · 54 unchanged``; what there is none of is left out."""
    words = counted_words(language).items()
    return " · ".join(
        f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, (one, many) in words if counts[kind]
    )


@cache
def nature_counts(language: Language) -> dict[str, str]:
    """How many changes are of which nature: {0} are substantive, {1} editorial."""
    say = language.say
    return {
        "meant_none": say("No change is substantive, {1} editorial."),
        "meant_one": say("1 change is substantive, {1} editorial."),
        "meant_many": say("{0} changes are substantive, {1} editorial."),
        "no": say("none"),
    }


def nature_sentence(language: Language, substantive: int, editorial: int) -> str:
    """``5 changes are substantive, 9 editorial.``; empty when nothing changed."""
    if not substantive and not editorial:
        return ""
    words = nature_counts(language)
    key = "meant_none" if not substantive else "meant_one" if substantive == 1 else "meant_many"
    return words[key].format(substantive, editorial or words["no"])


def whole_count(language: Language, counts: Mapping[str, int], natures: tuple[int, int] = (0, 0)) -> str:
    """Both, at the head of a comparison: ``11 parts changed · 3 new. 5 changes are substantive, 9 editorial.``"""
    counted = count_sentence(language, counts) or language.say("The wording is the same.").rstrip(".")
    return f"{counted}. {nature_sentence(language, *natures)}".rstrip()


def moved_line(language: Language, number: int) -> str:
    """Above a list of what only moved."""
    return language.say_count(
        "{n} part got another number or another place; its words stayed the same.",
        "{n} parts got another number or another place; their words stayed the same.",
        number,
    )


def weaker(language: Language) -> str:
    """Beside a measure that was withdrawn."""
    return language.say("This measure was withdrawn: on this point there is less protection than before.")


def weaker_together(language: Language, number: int) -> str:
    """At the head of a comparison in which measures were withdrawn."""
    return language.say_count(
        "{n} measure was withdrawn: on that point the protection became less.",
        "{n} measures were withdrawn: on those points the protection became less.",
        number,
    )
