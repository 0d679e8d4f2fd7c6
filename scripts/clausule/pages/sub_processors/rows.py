"""The rows of a list of sub-processors: who, what, with which data, where and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from clausule.language.language import Language, language_of
from clausule.law.countries import country_name
from clausule.law.eur_lex import eur_lex
from clausule.model import Agreement
from clausule.model.sub_processors import (
    ACTIVE,
    ANNOUNCED,
    CLAUSES,
    ENDED,
    WITHDRAWN,
    Location,
    SubProcessor,
    SubProcessors,
    object_until,
    state_on,
)
from clausule.pages.kit.contact import contact_link, contact_of
from clausule.pages.kit.html import element, escape, joined, safe_link, table, table_row
from clausule.pages.sub_processors.data import ground_words, is_outside, known_decision, starts_of
from clausule.pages.sub_processors.words import state_names

_SIGNS = {ANNOUNCED: "announced", ACTIVE: "in-force", ENDED: "lapsed", WITHDRAWN: "lapsed"}
_CLAUSES_ADDRESS = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:32021D0914"


def list_table(rows: Iterable[str], label: str, language: Language) -> str:
    """The table of ``rows``; ``label`` is the id of its heading."""
    shown = table(_columns(language), rows, aria_labelledby=label)
    return element("div", shown, class_="subs")


def _columns(language: Language) -> tuple[str, ...]:
    say = language.say
    return say("Sub-processor"), say("What it does"), say("Data"), say("Where"), say("When")


def row_on(row: SubProcessor, agreement: Agreement, listing: SubProcessors, day: date) -> str:
    """A row as it is on ``day``; what is not known then is there for the browser, which knows the day it is."""
    language = language_of(agreement.language)
    until = object_until(row, listing.promises, starts_of(agreement))
    state = state_on(row, day)
    shown = state or ANNOUNCED
    badge = element("span", state_names(language)[shown], class_=f"badge {_SIGNS[shown]}")
    is_open = bool(until and state and until >= day and not row.withdrawn)
    when = _days(row, until, is_open, language) + _why(row, agreement, listing, is_open)
    return table_row(
        _cells(row, element("a", row.name, href=f"#{row.id}", class_="name"), badge, when, language),
        id=row.id,
        hidden=not state,
        data_object_until=_iso(until),
        data_announced=_iso(row.announced),
        data_active=_iso(row.active),
        data_ended=_iso(row.ended),
        data_withdrawn=_iso(row.withdrawn),
        data_name=row.name,
        data_countries=" ".join(country_name(location.country, language.tag) for location in row.locations),
        data_outside=any(is_outside(row, location) for location in row.locations),
    )


def row_then(row: SubProcessor, language: Language) -> str:
    """A row with what was so on the first day of an edition."""
    say, say_of = language.say, language.say_of
    days = (_day(say("Announced"), row.announced, language), _day(say_of("a day", "From"), row.active, language))
    when = element("dl", *days, class_="days")
    return table_row(_cells(row, element("b", row.name), "", when, language), id=row.id)


def _cells(row: SubProcessor, name: str, badge: str, when: str, language: Language) -> Iterable[tuple[str, str]]:
    cells = (_who(row, name, badge), _work(row, language), _data(row, language), _places(row, language), when)
    return ((column, element("div", inner)) for column, inner in zip(_columns(language), cells, strict=True))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _who(row: SubProcessor, name: str, badge: str) -> str:
    keys = (key for key in ("name", "email", "phone", "website") if row.contact.get(key))
    reach = (element("span", contact_link(key, row.contact[key])) for key in keys)
    address = element("p", row.address, class_="small")
    return element("p", name, " ", badge) + address + element("p", *reach, class_="small reach")


def _work(row: SubProcessor, language: Language) -> str:
    return element("p", row.service) + element("p", language.say("Purpose"), ": ", row.purpose, class_="small")


def _data(row: SubProcessor, language: Language) -> str:
    subjects = element("p", language.say("Of whom"), ": ", ", ".join(row.data_subjects), class_="small")
    return element("p", ", ".join(row.data)) + subjects


def _places(row: SubProcessor, language: Language) -> str:
    return joined("", (_place(row, location, language) for location in row.locations))


def _place(row: SubProcessor, location: Location, language: Language) -> str:
    where = element("span", f", {location.where}", class_="small") if location.where else ""
    name = element("p", country_name(location.country, language.tag), where)
    if not is_outside(row, location):
        return name
    badge = element("p", element("span", language.say("outside the EEA"), class_="badge lapsed"))
    ground = ground_words(row, location, language)
    address = _ground_address(row, location, language)
    shown = element("a", ground, href=address, rel="noopener") if address else escape(ground)
    return name + badge + element("p", language.say("Ground for transfer"), ": ", shown, class_="small")


def _ground_address(row: SubProcessor, location: Location, language: Language) -> str:
    if location.ground == CLAUSES:
        return _CLAUSES_ADDRESS
    known = known_decision(row, location, language)
    return eur_lex(known.celex, language.tag) if known else ""


def _days(row: SubProcessor, until: date | None, is_open: bool, language: Language) -> str:
    say, say_of = language.say, language.say_of
    rows = (
        _day(say("Announced"), row.announced, language),
        _day(say("Objection by"), until, language, class_="objecting", hidden=not is_open),
        _day(say_of("a day", "From"), row.active, language),
        _day(say("Until"), row.ended, language, data_after=_iso(row.ended)),
        _day(say("Withdrawn"), row.withdrawn, language, data_after=_iso(row.withdrawn)),
    )
    return element("dl", *rows, class_="days")


def _day(name: str, day: date | None, language: Language, **attributes: str | bool | None) -> str:
    """A day with its name. What was not known before a day has that day at ``data-after``."""
    if not day:
        return ""
    shown = element("time", language.dates.short(day), datetime=day.isoformat())
    return element("div", element("dt", name), element("dd", shown), **attributes)


def _why(row: SubProcessor, agreement: Agreement, listing: SubProcessors, is_open: bool) -> str:
    say = language_of(agreement.language).say
    said = [element("p", row.reason, class_="small", data_after=_iso(row.ended or row.withdrawn))] if row.reason else []
    before, after = listing.row(row.replaces) if row.replaces else None, listing.replaced_by(row)
    for name, other, known in ((say("Replaces"), before, None), (say("Replaced by"), after, after.known if after else None)):
        if other:
            link = element("a", other.name, href=f"#{other.id}")
            said.append(element("p", name, " ", link, class_="small", data_after=_iso(known)))
    mail = contact_of(agreement).get("email", "")
    subject = quote(say("Objection to sub-processor {name}", name=row.name))
    target = safe_link(f"mailto:{mail}?subject={subject}") if mail and row.announced else None
    if target:
        link = element("a", say("Object by e-mail"), href=target)
        said.append(element("p", link, class_="small objecting", hidden=not is_open))
    return joined("", said)
