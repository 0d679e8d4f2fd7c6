"""The words with which the site compares: those of the pages and their browser code, names of units and counts."""

from __future__ import annotations

from functools import cache

from clausule.compare.unit import Unit
from clausule.compare.wording import link_words, move_words
from clausule.language.language import Language, language_of
from clausule.language.wording.changes import nature_counts, weaker
from clausule.language.wording.names import edition_label, edition_name
from clausule.model.editions import Edition


@cache
def compare_words(language: Language) -> dict[str, str]:
    """What the pages and their browser code say. A number in braces is filled in."""
    say = language.say
    return {
        "compare": say("Compare"),
        "compare_other": say("Compare with another version"),
        "compare_any": say("Compare two versions"),
        "any_two": say("Compare two other versions"),
        "overview": say("What has changed"),
        "this": say("This comparison"),
        "nothing": say("These two versions do not differ in a single word."),
        "uses_same": say("Uses this term, wording unchanged:"),
        "uses_changed": say("Uses this term, and was itself changed:"),
        **nature_counts(language),
        "weaker": weaker(language),
        **link_words(language),
        **move_words(language),
        "next_cell": say(", next cell:"),
        "inserted": say("inserted: "),
        "inserted_end": say(" (end of insertion)"),
        "deleted": say("deleted: "),
        "deleted_end": say(" (end of deletion)"),
        "why": say("Why"),
        "only_number": say("Different number, same wording"),
        "legend": say("How to read this"),
        "legend_in": say("words added"),
        "legend_out": say("words removed"),
        "settled": say("This comparison can be read here:"),
        "settled_steps": say("Or read the steps in between, each on a page of its own:"),
        "agreement": say("All versions"),
        "about": say("All differences between {0} and {1}, clause by clause."),
        "compare_title": say("What was changed?"),
        "start_about": say("{0}: compare two versions, clause by clause and word by word."),
        "successive": say("Each version with the previous one"),
        "since": say("An earlier version with {0}"),
        "glance": say("At a glance"),
        "signs": say("~ changed, + new, − removed, → moved or renumbered. Each sign leads to the change."),
        "older": say("{0} older ones"),
        "since_column": say("Changed since"),
        "part": say("Part"),
        "turn": say("Other comparisons"),
        "from": say("From"),
        "to": language.say_of("the later version", "To"),
        "on_day": say("on date"),
        "choose": say("Choose two versions"),
        "unknown": say("Version “{0}” is not available here. Choose one of the versions that are."),
        "strange": say("This comparison cannot be shown as “{0}”. It can be as: {1}."),
        "no_clause": say("“{0}” is in neither of these versions. Choose a part in the overview."),
        "twice": say("You chose the same version twice. Choose another to compare."),
        "failed": say("The comparison data cannot be read at the moment. The comparisons below still work."),
        "all": say("Full text"),
        "beside": say("Side by side"),
        "meant": say("Only substantive"),
        "swap": say("Swap"),
        "previous_change": say("Previous change"),
        "next_change": say("Next change"),
        "page_title": say("From {0} to {1}"),
        "annex_number": language.say_of("the number of an annex", "A{0}"),
        "permalink": say("Link to this change"),
        "was": say("was {0}"),
        "read": say("Read in {0}"),
        "read_place": say("Read in {1}: {0}"),
    }


@cache
def measure_words(language: Language) -> dict[str, str]:
    """What happened to a measure."""
    say_of = language.say_of
    return {
        "added": say_of("a measure", "added"),
        "changed": language.say("changed"),
        "removed": say_of("a measure", "withdrawn"),
    }


def comparison_title(old: Edition, new: Edition) -> str:
    """``From 1.4 (01-01-2016) to 1.5 (25-05-2018)``."""
    return compare_words(language_of(new.language))["page_title"].format(edition_label(old), edition_label(new))


def comparison_about(old: Edition, new: Edition) -> str:
    """What a search engine shows under the title."""
    return compare_words(language_of(new.language))["about"].format(edition_name(old), edition_name(new))


def unit_name(language: Language, unit: Unit) -> str:
    """What a unit is called within a sentence: ``7.2``, ``article 7``, ``term “Data breach”``, ``section A``."""
    say, number = language.say, unit.number or f"“{unit.title}”"
    match unit.kind:
        case "title":
            return language.say_of("of an agreement", "title")
        case "article":
            return say("article {number}", number=number)
        case "annex":
            return say("annex {number}", number=number)
        case "section" if not unit.number and not unit.title:  # what stands before the first heading
            return say("introductory wording")
        case "section":
            return say("section {label}", label=number)
        case "item":
            return say("item {label}", label=number)
        case "definition":
            return say("term “{term}”", term=unit.title)
        case "measure":
            return say("measure")
        case "row":
            return language.say_of("of a table", "row")
        case "paragraph":
            return say("paragraph")
    return number
