"""The list of sub-processors in other forms: JSON, a table for a spreadsheet (CSV), a calendar, and its feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clausule.analysis.sub_processors import (
    decision_of,
    is_by_other_law,
    is_outside,
    iso_day,
    known_decision,
    row_facts,
)
from clausule.formats.csvfile import as_csv
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import Language, language_of
from clausule.language.wording.names import full_title, listed
from clausule.law.countries import country_name
from clausule.model.addresses import LIST_DATA, in_form
from clausule.model.editions import Agreement
from clausule.model.notices import ROW
from clausule.model.sub_processors import (
    ACTIVE,
    ACTIVE_DAY,
    ADEQUACY,
    ANNOUNCED,
    BINDING,
    CLAUSES,
    ENDED,
    NONE,
    WITHDRAWN,
    Event,
    Location,
    Period,
    SubProcessor,
    SubProcessors,
    events,
    object_until,
)
from clausule.pages.kit.contact import contact_of
from clausule.pages.kit.feeds import Entry, Feed, as_first_called, both_feeds, newest_first
from clausule.pages.kit.html import element
from clausule.pages.sub_processors.calendar import list_address, list_calendar, row_address, starts_of

"""What the files of the list are called, whatever its language."""
SCHEMA = Schema(__package__, LIST_DATA)


def list_files(agreement: Agreement, base: str) -> dict[str, bytes]:
    """The list of ``agreement`` in every form but the page, by path from the root; nothing where there is no list.

    They change when the list does and not with the day, so that a program that keeps a copy sees when to look again.
    """
    listing = agreement.sub_processors
    if not listing:
        return {}
    home = f"{agreement.slug}/{in_form(LIST_DATA, '')}"
    cells = [_cells(row, agreement, listing, base) for row in listing.rows]
    return {
        f"{home}.json": as_json(list_json(agreement, listing, base)),
        f"{home}.csv": as_csv(_columns(language_of(agreement.language)), cells, all_quoted=True),
        f"{home}.ics": list_calendar(agreement, listing, base),
        **both_feeds(_feed(agreement, listing, base), list_address(agreement, "")),
    }


def list_json(agreement: Agreement, listing: SubProcessors, base: str) -> dict[str, Any]:
    """The list as data: what is promised, and every row that ever was; what a row is on a day follows from its days."""
    return {
        "agreement": agreement.slug,
        "title": full_title(agreement),
        "publisher": agreement.publisher,
        "contact": contact_of(agreement),
        "url": list_address(agreement, base),
        "promises": [
            {"version": promise.version, "notice": _period(promise.notice), "objection": _period(promise.objection)}
            for promise in listing.promises
        ],
        "sub_processors": [_row(row, agreement, listing, base) for row in listing.rows],
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    working = {"working_days": period.working_days} if period.working_days else {}
    return {"days": period.days or None, "months": period.months or None, **working, "at": period.at}


def _row(row: SubProcessor, agreement: Agreement, listing: SubProcessors, base: str) -> dict[str, Any]:
    successor = listing.replaced_by(row)
    return {
        **row_facts(row, language_of(agreement.language)),
        "object_until": iso_day(object_until(row, listing.promises, starts_of(agreement))),
        "replaced_by": successor.id if successor else None,
        **({"notices": notices} if (notices := notices_json(agreement, ROW, row.id)) else {}),
        "url": row_address(agreement, row, base),
    }


def notices_json(agreement: Agreement, kind: str, of: str) -> list[dict[str, Any]]:
    """What the publisher says that it sent of one announcement, from old to new."""
    return [
        {"sent": iso_day(one.sent), "list": one.list, "recipients": one.recipients, "letter": f"sha256:{one.sha256}"}
        for one in agreement.notices
        if (one.kind, one.of) == (kind, of)
    ]


def _columns(language: Language) -> tuple[str, ...]:
    say_of = language.say_of
    return (
        "id",
        say_of("csv column", "name"),
        say_of("csv column", "address"),
        say_of("csv column", "contact"),
        say_of("csv column", "e-mail"),
        say_of("csv column", "telephone"),
        say_of("csv column", "website"),
        say_of("csv column", "service"),
        say_of("csv column", "purpose"),
        say_of("csv column", "personal data"),
        say_of("csv column", "data subjects"),
        say_of("csv column", "countries"),
        say_of("csv column", "places"),
        say_of("csv column", "outside the EEA"),
        say_of("csv column", "ground for transfer"),
        say_of("csv column", "announced"),
        say_of("csv column", "objection by"),
        say_of("csv column", "from"),
        say_of("csv column", "until"),
        say_of("csv column", "withdrawn"),
        say_of("csv column", "reason"),
        say_of("csv column", "replaces"),
        say_of("csv column", "address of the row"),
    )


def key_names(language: Language) -> dict[str, str]:
    """What each key of a row is called, in running words."""
    say_of = language.say_of
    return {
        "name": say_of("csv column", "name"),
        "address": say_of("csv column", "address"),
        "contact": say_of("csv column", "contact"),
        "service": say_of("csv column", "service"),
        "purpose": say_of("csv column", "purpose"),
        "data": say_of("csv column", "personal data"),
        "data_subjects": say_of("csv column", "data subjects"),
        "places": say_of("csv column", "places"),
        "announced": say_of("csv column", "announced"),
        "active": say_of("csv column", "from"),
        "ended": say_of("csv column", "until"),
        "withdrawn": say_of("csv column", "withdrawn"),
        "reason": say_of("csv column", "reason"),
        "replaces": say_of("csv column", "replaces"),
    }


def _cells(row: SubProcessor, agreement: Agreement, listing: SubProcessors, base: str) -> list[str]:
    language = language_of(agreement.language)
    outside = [location for location in row.locations if is_outside(row, location)]
    days = (
        row.announced,
        object_until(row, listing.promises, starts_of(agreement)),
        row.ended,
        row.withdrawn,
    )
    return [
        row.id,
        row.name,
        row.address,
        *(row.contact.get(key, "") for key in ("name", "email", "phone", "website")),
        row.service,
        row.purpose,
        "; ".join(row.data),
        "; ".join(row.data_subjects),
        "; ".join(location.country for location in row.locations),
        "; ".join(
            ", ".join(filter(None, (country_name(one.country, language.tag), one.where))) for one in row.locations
        ),
        "; ".join(location.country for location in outside),
        "; ".join(f"{one.country}: {ground_words(row, one, language)}" for one in outside),
        *(iso_day(day) or "" for day in days[:2]),
        language.sub_processors.unknown if ACTIVE_DAY in row.unknown else iso_day(row.active) or "",
        *(iso_day(day) or "" for day in days[2:]),
        row.reason,
        row.replaces,
        row_address(agreement, row, base),
    ]


def period_words(period: Period, language: Language) -> str:
    """``1 maand en 14 dagen``; nothing for a period without a length."""
    counted = (
        period.months and language.say_count("{n} month", "{n} months", period.months),
        period.days and language.say_count("{n} day", "{n} days", period.days),
        period.working_days and language.say_count("{n} working day", "{n} working days", period.working_days),
    )
    return listed(language, [part for part in counted if part])


def ground_words(row: SubProcessor, location: Location, language: Language) -> str:
    """The ground of a transfer, with the adequacy decision where that is one, and what that is limited to."""
    say, other = language.say, is_by_other_law(location)
    grounds = {
        ADEQUACY: say("adequacy regulations") if other else say("adequacy decision (Article 45 GDPR)"),
        CLAUSES: say("standard data protection clauses")
        if other
        else say("standard contractual clauses, Implementing Decision (EU) 2021/914"),
        BINDING: say("binding corporate rules") if other else say("binding corporate rules (Article 47 GDPR)"),
        NONE: say("none"),
        "": say("not named"),
    }
    ground = grounds.get(location.ground, location.ground)
    decision, known = decision_of(row, location, language), known_decision(row, location, language)
    if not decision:
        return ground
    limit = language.law.limit(known.celex) if known else ""
    return say("{ground}, decision {decision}", ground=ground, decision=decision) + (f" ({limit})" if limit else "")


def _feed(agreement: Agreement, listing: SubProcessors, base: str) -> Feed:
    home = list_address(agreement, base)
    entries = newest_first(
        replace(one, id=as_first_called(agreement, one.address, base)) for one in _entries(agreement, listing, base)
    )
    first = as_first_called(agreement, home, base)
    return Feed(
        list_feed_title(agreement), home, agreement.publisher, entries, language=agreement.language, first_home=first
    )


def list_feed_title(agreement: Agreement) -> str:
    """The feed of a list, also where a page names it."""
    say = language_of(agreement.language).say
    return say("Changes to the sub-processors: {agreement}", agreement=full_title(agreement))


def _entries(agreement: Agreement, listing: SubProcessors, base: str) -> Iterator[Entry]:
    """An announcement, an end and a withdrawal are news. A begin is news where there was no announcement to tell it."""
    language = language_of(agreement.language)
    starts = starts_of(agreement)
    for event in events(listing.rows):
        if event.state == ACTIVE and event.row.announced and event.row.announced < event.day:
            continue
        row = event.row
        until = object_until(row, listing.promises, starts)
        address = f"{list_address(agreement, base)}?{language.slugs.on}={event.day}#{row.id}"
        summary = _happened(event, until, language)
        author = agreement.publisher or full_title(agreement)
        title = f"{event_names(language)[event.state]}: {row.name}"
        yield Entry(
            address=address,
            title=title,
            author=author,
            day=event.day,
            summary=summary,
            html=_told(row, summary, address, language),
        )


def event_names(language: Language) -> dict[str, str]:
    """What happens when a row becomes that."""
    say = language.say
    return {ANNOUNCED: say("Announcement"), ACTIVE: say("Start"), ENDED: say("End"), WITHDRAWN: say("Withdrawal")}


def _happened(event: Event, until: date | None, language: Language) -> str:
    """What happened, in a sentence that is as true before the day as after it."""
    row, say, long = event.row, language.say, language.dates.long
    if event.state not in (ANNOUNCED, ACTIVE):
        return row.reason or f"{row.service}."
    said = [f"{row.service}."]
    if event.state == ANNOUNCED and row.active:
        said.append(say("Start: {day}.", day=long(row.active)))
    if event.state == ANNOUNCED and until:
        said.append(say("Objection: until and including {day}.", day=long(until)))
    return " ".join(said)


def _told(row: SubProcessor, summary: str, address: str, language: Language) -> str:
    say = language.say
    facts: Mapping[str, str] = {
        say("Sub-processor"): ", ".join(filter(None, (row.name, row.address))),
        say("Purpose"): row.purpose,
        say("Kinds"): ", ".join(row.data),
        say("Of whom"): ", ".join(row.data_subjects),
        say("Where"): "; ".join(place_words(row, location, language) for location in row.locations),
    }
    items = (element("li", element("strong", f"{name}:"), " ", value) for name, value in facts.items() if value)
    link = element("p", element("a", say("Sub-processors"), href=address))
    return element("p", summary) + element("ul", *items) + link


def place_words(row: SubProcessor, location: Location, language: Language) -> str:
    """``Verenigde Staten (buiten de EER; grond voor doorgifte: ...)``."""
    name = ", ".join(filter(None, (country_name(location.country, language.tag), location.where)))
    if not is_outside(row, location):
        return name
    return language.say(
        "{place} (outside the EEA; ground for transfer: {ground})",
        place=name,
        ground=ground_words(row, location, language),
    )
