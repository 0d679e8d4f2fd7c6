"""The page of the list of sub-processors, as it is on a day; what the theme shows is handed to it as plain data."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from clausule.analysis.addresses import Addresses
from clausule.analysis.sub_processors import (
    has_sub_processors,
    is_by_other_law,
    is_outside,
    known_decision,
    row_json,
)
from clausule.formats.jsonfile import as_json
from clausule.language.language import Language, language_of
from clausule.language.wording.names import full_title
from clausule.law.eur_lex import eur_lex
from clausule.model.addresses import ATOM, LIST_DATA, in_form
from clausule.model.editions import Agreement, Edition
from clausule.model.notices import ROW
from clausule.model.sub_processors import (
    ACTIVE,
    ACTIVE_DAY,
    ANNOUNCED,
    CLAUSES,
    ENDED,
    WITHDRAWN,
    Location,
    Period,
    Promise,
    SubProcessor,
    SubProcessors,
    events,
    object_until,
    promise_on,
    state_on,
)
from clausule.pages.kit.contact import Link, by_mail, contact_links, contact_rows
from clausule.pages.kit.feeds import feed_links
from clausule.pages.kit.frame import SUB_PROCESSORS
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf
from clausule.pages.kit.staging import Fixed
from clausule.pages.sub_processors.calendar import starts_of
from clausule.pages.sub_processors.data import (
    event_names,
    ground_words,
    key_names,
    list_feed_title,
    list_files,
    list_json,
    notices_json,
    period_words,
)
from clausule.pages.sub_processors.objection import objections
from clausule.pages.sub_processors.without import clause_name, without_list

_GROUPS = {ANNOUNCED: (ANNOUNCED, ""), ACTIVE: (ACTIVE,), ENDED: (ENDED, WITHDRAWN)}
_CLAUSES_CELEX = "32021D0914"  # Implementing Decision (EU) 2021/914


def _sheet(shelf: Shelf) -> Sheet:
    """The page ``sub-verwerkers/`` of an agreement, with or without a list; feeds has only a list."""
    agreement, say = shelf.agreement, shelf.language.say
    name, address = full_title(agreement), f"{shelf.language.slugs.sub_processors}/"
    drawn = list_page(agreement, shelf.now, shelf.day)
    letters = bool(drawn.data.get("objections"))
    return Sheet(
        address=address,
        title=say("Sub-processors") + f" · {name}",
        about=say(
            "{agreement}: the sub-processors as they are now and were on every day, with what has been announced.",
            agreement=name,
        ),
        drawn=drawn,
        view="sub-processors",
        tab=SUB_PROCESSORS,
        styles=("text/text.css", "sub_processors/sub-processors.css", *(["sub_processors/objection.css"] * letters)),
        scripts=(
            "sub_processors/list.js",
            *(["sub_processors/objection-letter.js"] * letters),
        ),
        feeds=feed_links(f"{agreement.slug}/{address}", list_feed_title(agreement))
        if agreement.sub_processors
        else None,
        paper=shelf.paper(_hashes(shelf)),
    )


def _hashes(shelf: Shelf) -> dict[str, str]:
    """The hash of the list, whatever day it shows: the data hold every day."""
    listing = shelf.agreement.sub_processors
    data = as_json(list_json(shelf.agreement, listing, shelf.base)) if listing else b""
    return {LIST_DATA: hashlib.sha256(data).hexdigest()} if listing else {}


PAGE = AgreementPage(
    order=30,
    sheets=lambda shelf: [_sheet(shelf)] if has_sub_processors(shelf.agreement) else [],
    files=lambda shelf: list_files(shelf.agreement, shelf.base),
)


def list_page(agreement: Agreement, now: Edition | None, day: date) -> Fixed:
    """The page ``sub-verwerkers/``: the list on ``day``, every change of it, how to object and how to follow it.

    ``now`` is the edition in force, whose clauses the page points to. Without a list it says what the agreement says.
    """
    listing = agreement.sub_processors
    if not listing:
        return without_list(agreement, now)
    language = language_of(agreement.language)
    happened = events(listing.rows)
    promise = promise_on(listing.promises, starts_of(agreement), day)
    since = max((event.day for event in happened if event.day <= day), default=None)
    following = min((event.day for event in happened if event.day > day), default=None)
    changes = [
        {
            "day": event.day.isoformat(),
            "what": event_names(language)[event.state],
            "id": event.row.id,
            "name": event.row.name,
        }
        for event in reversed(happened)
    ]
    letters = objections(agreement, day)
    data = {
        "agreement": agreement.title,
        "publisher": agreement.publisher,
        "active": [state_on(row, day) for row in listing.rows].count(ACTIVE),
        "since": since and since.isoformat(),
        "following": following and following.isoformat(),
        "groups": _groups(agreement, listing, day, {one["row"]: f"#{one['id']}" for one in letters}),
        "unsure": any(ACTIVE_DAY in row.unknown for row in listing.rows),
        "notice": promise and _promised(promise.notice, promise, now, language),
        "objection": promise and _promised(promise.objection, promise, now, language),
        "contact": contact_rows(agreement),
        "objections": letters,
        "by_mail": by_mail(agreement),
        "changes": changes,
        "file": f"../{in_form(LIST_DATA, '')}",
        "feed": ATOM,
    }
    return Fixed("sub_processors/list.html", data)


def _by_name(row: SubProcessor) -> list[str | int]:
    """As the page's script puts them in order: by name, in which a number counts as one."""
    parts = re.split(r"(\d+)", row.name.casefold())
    return [int(part) if number % 2 else part for number, part in enumerate(parts)]


def _groups(
    agreement: Agreement, listing: SubProcessors, day: date, letters: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The rows by what they are on ``day``. What is announced on a later day is there for the browser, which knows the
    day it is."""
    rows = sorted(listing.rows, key=_by_name)
    return [
        {
            "state": name,
            "rows": [
                {**_on_day(row, agreement, listing, day), "letter": letters.get(row.id)}
                for row in rows
                if state_on(row, day) in states
            ],
        }
        for name, states in _GROUPS.items()
    ]


def _on_day(row: SubProcessor, agreement: Agreement, listing: SubProcessors, day: date) -> dict[str, Any]:
    """A row as it is on ``day``, with what the browser needs to know of other days."""
    language = language_of(agreement.language)
    until, state = object_until(row, listing.promises, starts_of(agreement)), state_on(row, day)
    before, after = listing.row(row.replaces) if row.replaces else None, listing.replaced_by(row)
    return {
        **shown_row(row, language),
        "state": state,
        "ended": row.ended and row.ended.isoformat(),
        "withdrawn": row.withdrawn and row.withdrawn.isoformat(),
        "object_until": until and until.isoformat(),
        "open": bool((until >= day if until else state == ANNOUNCED) and state and not row.withdrawn),
        "reason": row.reason,
        "corrections": _corrections(row, language),
        "notices": notices_json(agreement, ROW, row.id),
        "before": before and {"name": before.name, "address": f"#{before.id}"},
        "successor": after
        and {"name": after.name, "address": f"#{after.id}", "known": after.known and after.known.isoformat()},
    }


def _corrections(row: SubProcessor, language: Language) -> list[dict[str, Any]]:
    """Each mistake that was corrected, from the newest on; the browser shows it from its day on."""
    keys = key_names(language)
    return [
        {"name": keys[one.key], "was": one.was, "on": one.on.isoformat(), "why": one.why}
        for one in sorted(row.corrections, key=lambda one: one.on or date.min, reverse=True)
        if one.on
    ]


def shown_row(row: SubProcessor, language: Language) -> dict[str, Any]:
    """What is shown of a row on any day."""
    reach = contact_links({key: row.contact.get(key, "") for key in ("name", "email", "phone", "website")})
    data = row_json(row, language)
    places = [
        {**place, "outside": is_outside(row, location), "ground": _ground(row, location, language)}
        for place, location in zip(data["places"], row.locations, strict=True)
    ]
    unknown = language.sub_processors.unknown if ACTIVE_DAY in row.unknown else None
    return {**data, "reach": list(reach.values()), "places": places, "since_unknown": unknown}


def _ground(row: SubProcessor, location: Location, language: Language) -> Link:
    known = known_decision(row, location, language)
    by_clauses = location.ground == CLAUSES and not is_by_other_law(location)
    celex = _CLAUSES_CELEX if by_clauses else known and known.celex
    return {
        "name": ground_words(row, location, language),
        "address": eur_lex(celex, language.tag) if celex else None,
        "rel": "noopener",
    }


def _promised(period: Period | None, promise: Promise, now: Edition | None, language: Language) -> Link | None:
    """How long, and a link to the clause in the edition in force, where it has that number there."""
    if not period:
        return None
    name = clause_name(period.at)
    address = Addresses(now).address(period.at) if now else None
    said = {"period": period_words(period, language)}
    if now and address is not None:
        return {**said, "name": name, "address": f"../{now.version}/{address}"}
    return {**said, "name": language.say("{clause}, version {version}", clause=name, version=promise.version)}
