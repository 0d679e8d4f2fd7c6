"""What an agreement says of sub-processors: in its words, and in the rows of its list, as they are published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from clausule.language.language import Language, language_of
from clausule.language.wording.law import decision_name
from clausule.law.countries import Decision, country_name, decision_on, has_other_law, in_area, needs_ground
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.nodes import Block, Definitions
from clausule.model.sub_processors import ADEQUACY, Location, SubProcessor, SubProcessors
from clausule.model.walk import Part, walk

MAY_BE_UNKNOWN = ("address", "contact", "purpose", "data", "data_subjects")
"""What a firm may say not to know of a sub-processor, besides its first day."""
KEYS = ("name", "address", "contact", "service", "purpose", "data", "data_subjects", "places", "announced", "active",
        "ended", "withdrawn", "reason", "replaces")  # fmt: skip
"""What an author says of a row, and could change in silence."""
_LATER = ("active", "ended", "withdrawn", "reason", "replaces")
_CONTACT = ("name", "email", "phone", "website")
_PLACE = ("country", "where", "ground")  # the rest follows from these and the day, as the program knows the law


@lru_cache(maxsize=64)
def speaking_parts(edition: Edition) -> tuple[Part, ...]:
    """The clauses, articles and parts of annexes of ``edition`` that speak of sub-processors, in reading order; what a
    list of definitions says does not count."""
    speaks_of = language_of(edition.language).sub_processors.speaks_of
    parts = (part for part in walk(edition) if part.kind not in ("preamble", "closing"))
    return tuple(part for part in parts if speaks_of(reading_text(_undefined(part.blocks))[0]))


def _undefined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not isinstance(block, Definitions))


def speaks_of_sub_processors(edition: Edition) -> bool:
    """Whether any part does; the words are not read when its imprint is known."""
    return edition.imprint.sub_processors if edition.imprint else bool(speaking_parts(edition))


@lru_cache(maxsize=64)
def has_sub_processors(agreement: Agreement) -> bool:
    """Whether there is something to show of sub-processors: a list, or an agreed text that speaks of them. Each page of
    the agreement asks for it, and who looks may have to read all that was ever agreed."""
    settled = (edition for edition in agreement.editions if not edition.concept)
    return agreement.sub_processors is not None or any(speaks_of_sub_processors(edition) for edition in settled)


def row_facts(row: SubProcessor, language: Language) -> dict[str, Any]:
    """All that the author says of a row, as it is published."""
    corrections = [{"key": one.key, "was": one.was, "on": iso_day(one.on), "why": one.why} for one in row.corrections]
    return {
        **row_json(row, language),
        "ended": iso_day(row.ended),
        "withdrawn": iso_day(row.withdrawn),
        "reason": row.reason or None,
        "replaces": row.replaces or None,
        **({"corrections": corrections} if corrections else {}),
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
                "outside_eea": not in_area(location.country, row.active, row.ended),
                "ground": location.ground or None,
                "decision": decision_of(row, location, language) or None,
            }
            for location in row.locations
        ],
        "announced": iso_day(row.announced),
        "active": iso_day(row.active),
        **({"unknown": list(row.unknown)} if row.unknown else {}),
    }


def iso_day(day: date | None) -> str | None:
    """``2024-03-01``; None stays None."""
    return day.isoformat() if day else None


def is_outside(row: SubProcessor, location: Location) -> bool:
    """Whether the place of processing lies, in any part of the row's time, where a transfer needs a ground: outside the
    EEA, unless the law that governs the agreement is of that country."""
    return needs_ground(location.country, row.active, row.ended, location.jurisdiction)


def is_by_other_law(location: Location) -> bool:
    """Whether the ground of a transfer is one of another law than the GDPR of the EEA. Of data in the country of that
    law itself it can only be one of the EEA: who sends it there is in it."""
    return has_other_law(location.jurisdiction) and location.country != location.jurisdiction


def decision_of(row: SubProcessor, location: Location, language: Language) -> str:
    """The adequacy decision that is the ground, as the author names it or as it counted on the first day."""
    if location.ground != ADEQUACY:
        return ""
    known = known_decision(row, location, language)
    return location.decision or (decision_name(language, known) if known else "")


def known_decision(row: SubProcessor, location: Location, language: Language) -> Decision | None:
    """The adequacy decision that is the ground, where the build knows it and the author names no other. Those that it
    knows are of the EEA."""
    if location.ground != ADEQUACY or not row.active or is_by_other_law(location):
        return None
    known = decision_on(location.country, row.active)
    return known if known and location.decision in ("", decision_name(language, known)) else None


def row_words(row: Mapping[str, Any]) -> dict[str, str]:
    """What the data of a row says, in words by key, as far as it is there: what a person compares.

    ``row`` is as in the published list, where somebody else may have written anything.
    """
    return {key: _words(row[key]) for key in KEYS if key in row}


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(_words(value[key]) for key in (_PLACE if "country" in value else _CONTACT) if value.get(key))
    if isinstance(value, list | tuple):
        return "; ".join(map(_words, value))
    return "" if value is None else " ".join(str(value).split())


def changed_keys(row: Mapping[str, str], accepted: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The keys at which a published row, in words, says what ``accepted`` does not account for."""
    return [key for key in KEYS if key in row and key in accepted and row[key] not in accepted[key]]


def accepted_words(row: SubProcessor, language: Language) -> dict[str, tuple[str, ...]]:
    """What may have been published of ``row``, by key: what it says now, what it says that it corrected, and, as
    nothing that was said is taken back by it, that a thing was not known or had not happened yet."""
    unknown = language.sub_processors.unknown
    before = dict.fromkeys(MAY_BE_UNKNOWN, unknown) | dict.fromkeys(_LATER, "")
    found = {}
    for key, now in row_words(row_facts(row, language)).items():
        corrected = (one.was for one in row.corrections if one.key == key)
        found[key] = (now, *((before[key],) if key in before else ()), *corrected)
    return found


def accepted_rows(listing: SubProcessors | None, language: Language) -> dict[str, dict[str, tuple[str, ...]]]:
    """The same of every row, by its id."""
    return {row.id: accepted_words(row, language) for row in listing.rows} if listing else {}
