"""What the site says around the texts: the words of its templates and scripts, the state of an edition, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausule.language.language import Language, language_of

if TYPE_CHECKING:
    from clausule.model import Edition, Interval


def site_words(language: Language) -> dict[str, str]:
    """What templates and browser code say; they hold no words of their own."""
    say = language.say
    return {
        "skip": say("Skip to the text"),
        "contents": say("Contents"),
        "articles": say("Articles"),
        "annexes": say("Annexes"),
        "this_edition": say("This version"),
        "edition": say("Version"),
        "effective": say("In force from"),
        "until": say("Until"),
        "mark": say("Hash"),
        "mark_about": say(
            "Other words have another hash, which shows whether a copy is the same. Here it is in full (SHA-256):"
        ),
        "take": say("Take with you"),
        "data": say("Data (JSON)"),
        "print": say("Print"),
        "see": say("See also"),
        "overviews": say("Overviews"),
        "status": say("Status"),
        "in_force_now": say("The version now in force"),
        "whole": say("Full text"),
        "all_editions": say("All versions"),
        "all_agreements": say("All agreements"),
        "parties": say("Beginning of this version"),
        "previous": say("Previous"),
        "next": say("Next"),
        "neighbours": say("Read on"),
        "search": say("Search"),
        "search_label": say("Search this version"),
        "search_none": say("Nothing found for “{0}”."),
        "search_one": say("1 place found"),
        "search_many": say("{0} places found"),
        "search_failed": say("Search is not available now. Read the full text, and search it with your browser."),
        "elsewhere": say("* This part is not in there, or cannot be found now: you begin at the beginning."),
        "versions_failed": say("The list of versions cannot be read now."),
        "dark": say("Dark mode"),
        "cite_clause": say("Cite this clause"),
        "cite_part": say("Cite this section"),
        "read_now": say("Read this in the version now in force"),
        "cited_acts": say("Provisions cited"),
        "closing": say("Signatures"),
        "frozen": say("unchanged since publication"),
        "not_named": say("not stated"),
        "up_to": language.say_of("between numbers", "to"),
        "close": say("Close"),
        "copied": say("Copied"),
        "copy_failed": say("Copying does not work here. Select the citation and copy it yourself."),
        "privacy": say("This site sets no cookies and loads nothing from anybody else."),
        "permanent": say("Every version keeps its address for good."),
        "page": say("page"),
        "of": language.say_of("page 2 of 9", "of"),
    }


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
    }


def status_sentence(edition: Edition, status: str, interval: Interval) -> str:
    """What stands behind the status in the ribbon: ``since 25 May 2018``."""
    language = language_of(edition.language)
    say, long = language.say, language.dates.long
    start = long(interval.start) if interval.start else ""
    end = long(interval.end) if interval.end else ""
    if status == "concept":
        return say("not agreed yet")
    if status == "announced":
        return say("in force from {date}", date=start)
    if status == "lapsed":
        return say("was in force from {start} until {end}", start=start, end=end) if start else say("was in force until {end}", end=end)
    if status == "undated":
        return say("this text names no date") if edition.numbered else say("this text names neither a version number nor a date")
    return say("since {start}, until {end}", start=start, end=end) if end else say("since {start}", start=start)
