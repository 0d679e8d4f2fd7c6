"""The page of the list of sub-processors: as it is on a day, every change of it, how to object and how to follow it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clausule.analysis.addresses import Addresses
from clausule.language.language import Language, language_of
from clausule.language.nl.sub_processor_words import FOLDER
from clausule.model import Agreement, Edition
from clausule.model.sub_processors import (
    ACTIVE,
    ANNOUNCED,
    ENDED,
    WITHDRAWN,
    Event,
    Period,
    Promise,
    SubProcessors,
    events,
    promise_on,
    state_on,
)
from clausule.pages.kit.contact import contact_facts
from clausule.pages.kit.feeds import ATOM, JSON
from clausule.pages.kit.html import element, escape, filled, joined, lines
from clausule.pages.sub_processors.data import starts_of
from clausule.pages.sub_processors.rows import list_table, row_on
from clausule.pages.sub_processors.without import without_list
from clausule.pages.sub_processors.words import (
    between_words,
    clause_name,
    day_words,
    event_names,
    state_names,
    state_titles,
)

_GROUP = {ANNOUNCED: ANNOUNCED, ACTIVE: ACTIVE, ENDED: ENDED, WITHDRAWN: ENDED}


def list_page(agreement: Agreement, now: Edition | None, day: date) -> str:
    """The page ``sub-verwerkers/``: the list on ``day``.

    ``now`` is the edition in force, whose clauses the page points to. Without a list it says what the agreement says.
    """
    language = language_of(agreement.language)
    over = element("p", element("a", agreement.title, href="../"), class_="over")
    title = element("h1", language.say("Sub-processors"))
    listing = agreement.sub_processors
    if not listing:
        return lines(over, title, without_list(agreement, now))
    happened = events(listing.rows)
    how_to_read = language.say(
        "A sub-processor is one from the start of the day at ‘from’ until the start of the day at ‘until’. Who was one on another "
        "day can be seen from these days, also for those who no longer are."
    )
    return lines(
        over,
        title,
        element("div", element("p", _lead(agreement, listing, happened, day)), class_="lead"),
        _controls(language),
        *(_group(name, agreement, listing, day) for name in state_titles(language)),
        element("p", how_to_read, class_="tagline"),
        _objecting(agreement, promise_on(listing.promises, starts_of(agreement), day), now),
        _changes(happened, language),
        _follow(language),
    )


def _lead(agreement: Agreement, listing: SubProcessors, happened: Sequence[Event], day: date) -> str:
    """What stands above the list: true on every day until the next change."""
    language = language_of(agreement.language)
    say, long = language.say, language.dates.long
    active = [state_on(row, day) for row in listing.rows].count(ACTIVE)
    words = say("There are no sub-processors now.")
    if active:
        words = language.say_count(
            "{n} sub-processor processes personal data for {publisher}.",
            "{n} sub-processors process personal data for {publisher}.",
            active,
            publisher=agreement.publisher or say("the processor"),
        )
    since = max((event.day for event in happened if event.day <= day), default=None)
    following = min((event.day for event in happened if event.day > day), default=None)
    if not since:
        return words
    if not following:
        return words + " " + say("The list has been so since {since}.", since=long(since))
    known = say("The list has been so since {since}; the next change that is known is on {next}.", since=long(since), next=long(following))
    return f"{words} {known}"


def _controls(language: Language) -> str:
    """Where the browser puts its fields; without script there is nothing to press."""
    said = {f"data_{key}": sentence for key, sentence in day_words(language).items()}
    said |= {f"data_badge_{state}": badge for state, badge in state_names(language).items()}
    return element("list-on-date", **said)


def _group(name: str, agreement: Agreement, listing: SubProcessors, day: date) -> str:
    language = language_of(agreement.language)
    # What is announced on a later day is there for the browser, which knows the day it is.
    rows = [row for row in listing.rows if _GROUP.get(state_on(row, day), ANNOUNCED) == name]
    shown = [row_on(row, agreement, listing, day) for row in sorted(rows, key=lambda row: row.name.casefold())]
    note = ""
    if name == ANNOUNCED:
        link = element("a", _objecting_title(language), href="#bezwaar")
        said = language.say("Do you not agree with an announcement? See {objecting}.")
        note = element("p", filled(said, objecting=link))
    return element(
        "section",
        element("h2", state_titles(language)[name], id=f"groep-{name}"),
        note,
        list_table(shown, f"groep-{name}", language),
        class_="group",
        data_state=name,
        hidden=not any(state_on(row, day) for row in rows),
    )


def _objecting_title(language: Language) -> str:
    return language.say("Objecting")


def _objecting(agreement: Agreement, promise: Promise | None, now: Edition | None) -> str:
    """How to object: what is promised, with its clauses, and to whom."""
    language = language_of(agreement.language)
    say = language.say
    said = []
    if promise and (period := promise.notice):
        sentence = say("A new sub-processor is announced at least {period} in advance ({clause}).")
        if not _length(period, language):
            sentence = say("A new sub-processor is announced in advance; the agreement names no period ({clause}).")
        said.append(_promised(sentence, period, promise, now, language))
    if promise and (period := promise.objection):
        sentence = say("You can object until and including {period} after the announcement ({clause}).")
        if not _length(period, language):
            sentence = say("You can object; the agreement names no period ({clause}).")
        said.append(_promised(sentence, period, promise, now, language))
    if said:
        said.append(escape(say("Read in that article what an objection must contain and what follows from it.")))
    unknown = say("This list names no period for announcement or objection. Read in the agreement what was agreed.")
    facts = contact_facts(agreement)
    to = say("Address an objection to:") if facts else say("This site does not say to whom you address an objection. See the agreement.")
    return lines(
        element("h2", _objecting_title(language), id="bezwaar"),
        element("p", joined(" ", said) or unknown),
        element("p", to),
        facts,
    )


def _length(period: Period, language: Language) -> str:
    """``30 dagen``, ``1 maand``."""
    days = language.say_count("{n} day", "{n} days", period.days) if period.days else ""
    months = language.say_count("{n} month", "{n} months", period.months) if period.months else ""
    return language.say("{one} and {other}", one=months, other=days) if months and days else months or days


def _promised(sentence: str, period: Period, promise: Promise, now: Edition | None, language: Language) -> str:
    """``sentence`` with how long, and a link to the clause in the edition in force, where it has that number there."""
    name = clause_name(period.at)
    address = Addresses(now).address(period.at) if now else None
    link: str = language.say("{clause}, version {version}", clause=name, version=promise.version)
    if now and address is not None:
        link = element("a", name, href=f"../{now.version}/{address}")
    return filled(sentence, period=_length(period, language), clause=link)


def _changes(happened: Sequence[Event], language: Language) -> str:
    """Every change of the list, the newest first."""
    if not happened:
        return ""
    rows = []
    for event in reversed(happened):
        when = element("time", language.dates.short(event.day), datetime=event.day.isoformat())
        name = element("a", event.row.name, href=f"#{event.row.id}")
        what = element("span", event_names(language)[event.state], ": ", name)
        rows.append(element("li", when, " ", what, data_day=event.day.isoformat()))
    said = {f"data_{key}": sentence for key, sentence in between_words(language).items()}
    return lines(
        element("h2", language.say("Changes to the list"), id="wijzigingen"),
        element("list-changes", **said),
        element("ol", *rows, class_="changes-of-list"),
    )


def _follow(language: Language) -> str:
    """The same list in other forms, each with an address that stays."""
    say = language.say
    home = f"../{FOLDER}"
    files = {
        f"{home}.ics": say("Calendar with the last day to object (iCalendar)"),
        f"{home}.csv": say("Table for a spreadsheet (CSV)"),
        f"{home}.json": say("Data for programs (JSON)"),
        JSON: say("Messages for programs (JSON Feed)"),
    }
    feed = say(
        "Every announcement and every end is a message in a feed. Put this address in a program that reads news feeds, such as "
        "Outlook (at ‘RSS feeds’) or Thunderbird:"
    )
    return lines(
        element("h2", say("Follow and download"), id="volgen"),
        element("p", feed, " ", element("a", ATOM, href=ATOM)),
        element("ul", *(element("li", element("a", said, href=address)) for address, said in files.items()), class_="annexes"),
    )
