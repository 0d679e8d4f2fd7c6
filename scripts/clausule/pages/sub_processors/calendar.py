"""The days of a list of sub-processors: a calendar (iCalendar, RFC 5545) of the last days on which a customer can
object."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clausule.language.language import language_of
from clausule.language.wording.names import full_title
from clausule.model.addresses import LIST_DATA, in_form
from clausule.model.editions import Agreement
from clausule.model.sub_processors import SubProcessor, SubProcessors, object_until
from clausule.pages.kit.calendar import Day, as_calendar, host_of


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
    name = language.say("Objection to sub-processors: {agreement}", agreement=full_title(agreement))
    return as_calendar(name, in_form(LIST_DATA, ""), days_to_object(agreement, listing, base), language)


def days_to_object(agreement: Agreement, listing: SubProcessors, base: str) -> Iterator[Day]:
    """The last day on which a customer can object to each row that was announced."""
    language = language_of(agreement.language)
    for row in listing.rows:
        day = object_until(row, listing.promises, starts_of(agreement))
        if not day or not row.announced:
            continue
        address = row_address(agreement, row, base)
        yield Day(
            uid=f"{agreement.first_name}-{row.id}-bezwaar@{host_of(base)}",
            stamp=row.announced,
            day=day,
            title=language.say("Last day to object: {name}", name=row.name),
            about=_deadline_about(row, agreement, address),
            address=address,
            cancelled=bool(row.withdrawn and row.withdrawn <= day),
        )


def _deadline_about(row: SubProcessor, agreement: Agreement, address: str) -> str:
    language = language_of(agreement.language)
    say, long = language.say, language.dates.long
    told = say("Announced on {day}.", day=long(row.announced)) if row.announced else ""
    start = say("Start: {day}.", day=long(row.active)) if row.active else ""
    about = (f"{full_title(agreement).removesuffix('.')}.", f"{row.service}: {row.purpose}.", told, start, address)
    return " ".join(filter(None, about))
