"""The calendar of an agreement: the day on which each announced edition takes effect, and the last days to object to a
sub-processor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from clausule.language.language import language_of
from clausule.language.wording.names import capital, edition_name, full_title, version_name
from clausule.model.addresses import CALENDAR
from clausule.model.editions import Agreement
from clausule.pages.kit.calendar import Day, as_calendar, host_of
from clausule.pages.kit.sheet import AgreementPage, Shelf
from clausule.pages.sub_processors.calendar import days_to_object


def agreement_calendar(agreement: Agreement, base: str) -> bytes:
    """The calendar as a file; it changes when the sources do, and not with the day."""
    language, listing = language_of(agreement.language), agreement.sub_processors
    name = language.say("Days to come: {agreement}", agreement=full_title(agreement))
    days = [*_starts(agreement, base), *(days_to_object(agreement, listing, base) if listing else ())]
    return as_calendar(name, CALENDAR, sorted(days, key=lambda one: (one.day, one.uid)), language)


def _starts(agreement: Agreement, base: str) -> Iterator[Day]:
    """The first day of each edition that has one. One that was taken back before that day is cancelled; an edition of
    which nobody says when it was announced is dated a day before it takes effect, as no clock may be asked."""
    language = language_of(agreement.language)
    say, long = language.say, language.dates.long
    for edition in agreement.editions:
        if edition.concept or not edition.effective:
            continue
        address = f"{base}{agreement.slug}/{edition.version}/"
        told = say("Announced on {day}.", day=long(edition.announced)) if edition.announced else ""
        back = edition.withdrawn
        yield Day(
            uid=f"{agreement.first_name}-{edition.version}-geldt@{host_of(base)}",
            stamp=edition.announced or edition.effective - timedelta(days=1),
            day=edition.effective,
            title=capital(
                say("{edition} takes effect: {agreement}", edition=version_name(edition), agreement=agreement.title)
            ),
            about=" ".join(filter(None, (f"{full_title(agreement)}, {edition_name(edition)}.", told, address))),
            address=address,
            cancelled=edition.never_applied or bool(back and back.day <= edition.effective),
        )


def _files(shelf: Shelf) -> dict[str, bytes]:
    return {f"{shelf.agreement.slug}/{CALENDAR}": agreement_calendar(shelf.agreement, shelf.base)}


PAGE = AgreementPage(order=5, sheets=lambda shelf: (), files=_files)
