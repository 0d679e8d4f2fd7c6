"""The letter with which a customer objects to an announced sub-processor, where the agreement lets him."""

from __future__ import annotations

from datetime import date
from typing import Any

from clausule.analysis.addresses import Addresses
from clausule.analysis.notices import Announcement, Rights, rights_of
from clausule.language.language import language_of
from clausule.language.wording.names import edition_name, full_title, listed, part_name
from clausule.model.editions import Agreement
from clausule.model.hashes import reading_text
from clausule.model.sub_processors import ANNOUNCED, SubProcessor, object_until, state_on
from clausule.pages.kit.contact import contact_of, contact_rows, mail_link
from clausule.pages.sub_processors.calendar import starts_of
from clausule.pages.sub_processors.data import period_words

PREFIX = "bezwaar-"
"""Before the id of a row stands where one objects to it, in every language: an address that lasts."""


def objections(agreement: Agreement, day: date) -> list[dict[str, Any]]:
    """For a template: a letter for each row of the list against which the agreement lets a customer object on ``day``
    or later; the browser, which knows what day it is, shows those that are open.

    A right is a clause of the edition in force on the day of the announcement (``analysis.notices``); where none is
    found there is no letter, whatever period the list names.
    """
    rows = agreement.sub_processors.rows if agreement.sub_processors else ()
    found = []
    for row in sorted(rows, key=lambda row: (row.announced or date.max, row.name.casefold())):
        if not row.announced or row.withdrawn or not _may_be_open(agreement, row, day):
            continue
        rights = rights_of(agreement, Announcement(of=row.id, day=row.announced, row=row))
        if rights.objection:
            found.append(_objection(agreement, row, rights, day))
    return found


def _may_be_open(agreement: Agreement, row: SubProcessor, day: date) -> bool:
    """Whether the last day to object has not passed; where the agreement names none, until the first day of the row."""
    assert agreement.sub_processors
    until = object_until(row, agreement.sub_processors.promises, starts_of(agreement))
    return until >= day if until else state_on(row, day) in ("", ANNOUNCED)


def _objection(agreement: Agreement, row: SubProcessor, rights: Rights, day: date) -> dict[str, Any]:
    language, edition = language_of(agreement.language), rights.edition
    assert edition and row.announced
    mail = contact_of(agreement).get("email", "")
    subject = language.say("Objection to sub-processor {name}", name=row.name)
    addresses = Addresses(edition)
    clauses = [
        {
            "name": part_name(language, part),
            "words": reading_text(part.blocks)[0],
            "address": f"../{edition.version}/{addresses.address(part.id) or ''}",
        }
        for part in rights.objection
    ]
    return {
        "id": f"{PREFIX}{row.id}",
        "row": row.id,
        "name": row.name,
        "address": row.address,
        "service": row.service,
        "announced": row.announced.isoformat(),
        "active": row.active and row.active.isoformat(),
        "until": rights.until and rights.until.isoformat(),
        "period": period_words(rights.period, language) if rights.period else "",
        "open": row.announced <= day,
        "agreement": full_title(agreement),
        "edition": edition_name(edition),
        "clauses": clauses,
        "under": listed(language, [one["name"] for one in clauses]),
        "declared": rights.declared,
        "publisher": agreement.publisher or language.say("the processor"),
        "to": contact_rows(agreement),
        "subject": subject,
        "mail": mail_link(mail, subject) if mail else None,
        "file": "-".join((language.say_of("name of a file", "objection"), agreement.slug, f"{row.id}.txt")),
    }
