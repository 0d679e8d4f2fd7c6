"""The list of sub-processors in other forms: JSON, a table for a spreadsheet (CSV), a calendar, and its feed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from clausule.formats.jsonfile import as_json
from clausule.language.language import Language, language_of
from clausule.language.nl.sub_processor_words import FOLDER
from clausule.language.wording.law import decision_name
from clausule.language.wording.names import full_title
from clausule.law.countries import Decision, country_name, decision_on, in_area
from clausule.model import Agreement
from clausule.model.sub_processors import (
    ACTIVE,
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
from clausule.pages.kit.feeds import Entry, Feed, both_feeds, newest_first
from clausule.pages.kit.html import element

LIST_SCHEMA_ADDRESS = "schema/sub-verwerkers.json"
_SCHEMA = "sub-verwerkers.schema.json"
_LINE = 75  # octets, RFC 5545, 3.1


@cache
def list_schema() -> bytes:
    """The JSON Schema of ``sub-verwerkers.json``, which the site publishes as ``/schema/sub-verwerkers.json``."""
    return resources.files(__package__).joinpath(_SCHEMA).read_bytes()


def starts_of(agreement: Agreement) -> dict[str, date | None]:
    """The first day of each edition by its version."""
    return {edition.version: edition.effective for edition in agreement.editions}


def list_files(agreement: Agreement, base: str) -> dict[str, bytes]:
    """The list of ``agreement`` in every form but the page, by path from the root; nothing where there is no list.

    They change when the list does and not with the day, so that a program that keeps a copy sees when to look again.
    """
    listing = agreement.sub_processors
    if not listing:
        return {}
    home = f"{agreement.slug}/{FOLDER}"
    return {
        f"{home}.json": as_json(list_json(agreement, listing, base)),
        f"{home}.csv": _csv(agreement, listing, base),
        f"{home}.ics": _calendar(agreement, listing, base),
        **both_feeds(_feed(agreement, listing, base), f"{home}/"),
    }


def list_json(agreement: Agreement, listing: SubProcessors, base: str) -> dict[str, Any]:
    """The list as data: what is promised, and every row that ever was; what a row is on a day follows from its days."""
    return {
        "agreement": agreement.slug,
        "title": full_title(agreement),
        "publisher": agreement.publisher,
        "contact": contact_of(agreement),
        "url": f"{base}{agreement.slug}/{FOLDER}/",
        "promises": [
            {"version": promise.version, "notice": _period(promise.notice), "objection": _period(promise.objection)}
            for promise in listing.promises
        ],
        "sub_processors": [_row(row, agreement, listing, base) for row in listing.rows],
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {"days": period.days or None, "months": period.months or None, "at": period.at}


def _row(row: SubProcessor, agreement: Agreement, listing: SubProcessors, base: str) -> dict[str, Any]:
    successor = listing.replaced_by(row)
    return {
        **row_json(row, language_of(agreement.language)),
        "ended": _iso(row.ended),
        "withdrawn": _iso(row.withdrawn),
        "object_until": _iso(object_until(row, listing.promises, starts_of(agreement))),
        "reason": row.reason or None,
        "replaces": row.replaces or None,
        "replaced_by": successor.id if successor else None,
        "url": row_address(agreement, row, base),
    }


def row_json(row: SubProcessor, language: Language) -> dict[str, Any]:
    """What holds of a row from its first day on: nothing here is added later."""
    return {
        "id": row.id,
        "name": row.name,
        "address": row.address,
        "contact": dict(row.contact),
        "service": row.service,
        "purpose": row.purpose,
        "data": list(row.data),
        "data_subjects": list(row.data_subjects),
        "places": [
            {
                "country": location.country,
                "name": country_name(location.country, language.tag),
                "where": location.where or None,
                "outside_eea": is_outside(row, location),
                "ground": location.ground or None,
                "decision": _decision(row, location, language) or None,
            }
            for location in row.locations
        ],
        "announced": _iso(row.announced),
        "active": _iso(row.active),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def row_address(agreement: Agreement, row: SubProcessor, base: str) -> str:
    """The permanent address of a row."""
    return f"{base}{agreement.slug}/{FOLDER}/#{row.id}"


def is_outside(row: SubProcessor, location: Location) -> bool:
    """Whether the place of processing lies outside the EEA in any part of the row's time."""
    return not in_area(location.country, row.active, row.ended)


def _decision(row: SubProcessor, location: Location, language: Language) -> str:
    """The adequacy decision that is the ground, as the author names it or as it counted on the first day."""
    if location.ground != ADEQUACY:
        return ""
    known = known_decision(row, location, language)
    return location.decision or (decision_name(language, known) if known else "")


def known_decision(row: SubProcessor, location: Location, language: Language) -> Decision | None:
    """The adequacy decision that is the ground, where the build knows it and the author names no other."""
    if location.ground != ADEQUACY or not row.active:
        return None
    known = decision_on(location.country, row.active)
    return known if known and location.decision in ("", decision_name(language, known)) else None


def _csv(agreement: Agreement, listing: SubProcessors, base: str) -> bytes:
    """RFC 4180, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_columns(language_of(agreement.language)))
    for row in listing.rows:
        writer.writerow([_harmless(cell) for cell in _cells(row, agreement, listing, base)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


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


def _cells(row: SubProcessor, agreement: Agreement, listing: SubProcessors, base: str) -> list[str]:
    language = language_of(agreement.language)
    outside = [location for location in row.locations if is_outside(row, location)]
    days = (row.announced, object_until(row, listing.promises, starts_of(agreement)), row.active, row.ended, row.withdrawn)
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
        "; ".join(", ".join(filter(None, (country_name(one.country, language.tag), one.where))) for one in row.locations),
        "; ".join(location.country for location in outside),
        "; ".join(f"{one.country}: {ground_words(row, one, language)}" for one in outside),
        *(_iso(day) or "" for day in days),
        row.reason,
        row.replaces,
        row_address(agreement, row, base),
    ]


def ground_words(row: SubProcessor, location: Location, language: Language) -> str:
    """The ground of a transfer, with the adequacy decision where that is one, and what that is limited to."""
    say = language.say
    grounds = {
        ADEQUACY: say("adequacy decision (Article 45 GDPR)"),
        CLAUSES: say("standard contractual clauses, Implementing Decision (EU) 2021/914"),
        BINDING: say("binding corporate rules (Article 47 GDPR)"),
        NONE: say("none"),
        "": say("not named"),
    }
    ground = grounds.get(location.ground, location.ground)
    decision, known = _decision(row, location, language), known_decision(row, location, language)
    if not decision:
        return ground
    limit = language.law.limit(known.celex) if known else ""
    return say("{ground}, decision {decision}", ground=ground, decision=decision) + (f" ({limit})" if limit else "")


def _harmless(cell: str) -> str:
    """No cell is a formula: a spreadsheet takes what begins with one of these for one (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _calendar(agreement: Agreement, listing: SubProcessors, base: str) -> bytes:
    """An iCalendar file (RFC 5545) of the last days on which a customer can object, each an event of a whole day."""
    language = language_of(agreement.language)
    say = language.say
    name = say("Objection to sub-processors: {agreement}", agreement=full_title(agreement))
    product = f"PRODID:-//Clausule//sub-verwerkers//{language.tag.upper()}"
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", product, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    rows += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D"]
    for row in listing.rows:
        day = object_until(row, listing.promises, starts_of(agreement))
        if not day or not row.announced:
            continue
        address = row_address(agreement, row, base)
        title = say("Last day to object: {name}", name=row.name)
        rows += [
            "BEGIN:VEVENT",
            f"UID:{_text(f'{agreement.slug}-{row.id}-bezwaar@{_host(base)}')}",
            # Of the announcement, not of the clock: the same list gives the same file.
            f"DTSTAMP:{row.announced:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(title)}",
            f"DESCRIPTION:{_text(_deadline_about(row, agreement, address))}",
            f"URL:{address}",
            "TRANSP:TRANSPARENT",
            f"STATUS:{'CANCELLED' if row.withdrawn and row.withdrawn <= day else 'CONFIRMED'}",
            "END:VEVENT",
        ]
    rows.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for row in rows for part in _folded(row)).encode()


def _deadline_about(row: SubProcessor, agreement: Agreement, address: str) -> str:
    language = language_of(agreement.language)
    say, long = language.say, language.dates.long
    told = say("Announced on {day}.", day=long(row.announced)) if row.announced else ""
    start = say("Start: {day}.", day=long(row.active)) if row.active else ""
    about = (f"{full_title(agreement)}.", f"{row.service}: {row.purpose}.", told, start, address)
    return " ".join(filter(None, about))


def _host(base: str) -> str:
    return base.split("//", 1)[-1].split("/", 1)[0].split(":")[0]


def _text(value: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11); a control character would end the line and the event."""
    clean = "".join(sign if sign.isprintable() else " " for sign in value)
    for sign in "\\;,":
        clean = clean.replace(sign, f"\\{sign}")
    return clean


def _folded(row: str) -> Iterator[str]:
    """A line of at most 75 octets each, those that follow beginning with a space (3.1); no character is cut in two."""
    part, size = "", 0
    for sign in row:
        wide = len(sign.encode("utf-8", "replace"))
        if size + wide > _LINE:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + wide
    yield part


def _feed(agreement: Agreement, listing: SubProcessors, base: str) -> Feed:
    home = f"{base}{agreement.slug}/{FOLDER}/"
    entries = newest_first(_entries(agreement, listing, base))
    return Feed(list_feed_title(agreement), home, agreement.publisher, entries, language=agreement.language)


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
        address = f"{base}{agreement.slug}/{FOLDER}/?op={event.day}#{row.id}"
        summary = _happened(event, until, language)
        author = agreement.publisher or full_title(agreement)
        title = f"{event_names(language)[event.state]}: {row.name}"
        yield Entry(
            address=address, title=title, author=author, day=event.day, summary=summary,
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
