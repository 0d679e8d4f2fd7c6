"""The days of a list of sub-processors: a calendar (iCalendar, RFC 5545) of the last days on which a customer can
object."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from clausule.language.language import language_of
from clausule.language.wording.names import full_title
from clausule.model.addresses import LIST_DATA, in_form
from clausule.model.editions import Agreement
from clausule.model.sub_processors import SubProcessor, SubProcessors, object_until

_LINE = 75  # octets, RFC 5545, 3.1


def starts_of(agreement: Agreement) -> dict[str, date | None]:
    """The first day of each edition by its version."""
    return {edition.version: edition.effective for edition in agreement.editions}


def list_address(agreement: Agreement, base: str) -> str:
    """The address of the page with the list."""
    return f"{base}{agreement.slug}/{language_of(agreement.language).slugs.sub_processors}/"


def row_address(agreement: Agreement, row: SubProcessor, base: str) -> str:
    """The permanent address of a row."""
    return f"{list_address(agreement, base)}#{row.id}"


def list_calendar(agreement: Agreement, listing: SubProcessors, base: str) -> bytes:
    """An iCalendar file (RFC 5545) of the last days on which a customer can object, each an event of a whole day."""
    language = language_of(agreement.language)
    say = language.say
    name = say("Objection to sub-processors: {agreement}", agreement=full_title(agreement))
    product = f"PRODID:-//Clausule//{in_form(LIST_DATA, '')}//{language.tag.upper()}"
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
            f"UID:{_text(f'{agreement.first_name}-{row.id}-bezwaar@{_host(base)}')}",
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
