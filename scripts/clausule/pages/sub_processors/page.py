"""The pages of the list of sub-processors: as it is now, above the editions, and as it was when an edition took effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import quote

from clausule.analysis.addresses import Addresses, page_of
from clausule.language.language import language_of
from clausule.language.nl import sub_processor_words as words
from clausule.language.nl.words import CONTACT_TITLE, read_edition, short_date
from clausule.language.sub_processors import ELSEWHERE
from clausule.law.countries import country_name
from clausule.model import Agreement, Edition, Part, edition_texts, walk
from clausule.model.hashes import reading_text
from clausule.model.sub_processors import (
    ACTIVE,
    ANNOUNCED,
    CLAUSES,
    ENDED,
    WITHDRAWN,
    Event,
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
from clausule.pages.kit.contact import contact_facts, contact_link, contact_of
from clausule.pages.kit.feeds import ATOM, JSON
from clausule.pages.kit.html import element, escape, joined, lines, safe_link, table, table_row
from clausule.pages.sub_processors.data import ground_words, is_outside, known_decision, starts_of

_GROUP = {ANNOUNCED: ANNOUNCED, ACTIVE: ACTIVE, ENDED: ENDED, WITHDRAWN: ENDED}
_SIGNS = {ANNOUNCED: "announced", ACTIVE: "in-force", ENDED: "lapsed", WITHDRAWN: "lapsed"}


def list_page(agreement: Agreement, now: Edition | None, day: date) -> str:
    """The page ``sub-verwerkers/``: the list on ``day``, every change of it, how to object and how to follow it.

    ``now`` is the edition in force, whose clauses the page points to. Without a list it says what the agreement says.
    """
    over = element("p", element("a", agreement.title, href="../"), class_="over")
    listing = agreement.sub_processors
    if not listing:
        return lines(over, element("h1", words.TITLE), _without_list(agreement, now))
    happened = events(listing.rows)
    states = [state_on(row, day) for row in listing.rows]
    since = max((event.day for event in happened if event.day <= day), default=None)
    following = min((event.day for event in happened if event.day > day), default=None)
    sentence = words.lead(agreement, states.count(ACTIVE), since, following)
    promise = promise_on(listing.promises, starts_of(agreement), day)
    groups = (_group(name, agreement, listing, day) for name in words.GROUPS)
    return lines(
        over,
        element("h1", words.TITLE),
        element("div", element("p", sentence), class_="lead"),
        _controls(),
        *groups,
        element("p", words.HOW_TO_READ, class_="tagline"),
        _objecting(agreement, promise, now),
        _changes(happened),
        _follow(),
    )


def _controls() -> str:
    """Where the browser puts its fields; without script there is nothing to press."""
    said = {f"data_{key.replace('-', '_')}": sentence for key, sentence in words.CONTROLS.items()}
    said |= {f"data_badge_{state}": badge for state, badge in words.BADGES.items()}
    return element("list-on-date", **said)


def _group(name: str, agreement: Agreement, listing: SubProcessors, day: date) -> str:
    # What is announced on a later day is there for the browser, which knows the day it is.
    rows = [row for row in listing.rows if _GROUP.get(state_on(row, day), ANNOUNCED) == name]
    shown = [_table_row(row, agreement, listing, day) for row in sorted(rows, key=lambda row: row.name.casefold())]
    heading = element("h2", words.GROUPS[name], id=f"groep-{name}")
    note = ""
    if name == ANNOUNCED:
        link = element("a", words.OBJECT_TITLE, href="#bezwaar")
        note = element("p", words.OBJECT_ANNOUNCED, " ", link, ".")
    table = _table(shown, f"groep-{name}")
    return element("section", heading, note, table, class_="group", data_state=name, hidden=not any(state_on(row, day) for row in rows))


def _table(rows: Iterable[str], label: str) -> str:
    names = (words.ROW, words.WORK, words.DATA, words.PLACE, words.WHEN)
    shown = table(names, rows, aria_labelledby=label)
    return element("div", shown, class_="subs")


def _table_row(row: SubProcessor, agreement: Agreement, listing: SubProcessors, day: date) -> str:
    until = object_until(row, listing.promises, starts_of(agreement))
    state = state_on(row, day)
    shown = state or ANNOUNCED
    badge = element("span", words.BADGES[shown], class_=f"badge {_SIGNS[shown]}")
    is_open = bool(until and state and until >= day and not row.withdrawn)
    cells = (
        (words.ROW, _who(row, badge)),
        (words.WORK, _work(row)),
        (words.DATA, _data(row)),
        (words.PLACE, _places(row)),
        (words.WHEN, _days(row, until, is_open) + _why(row, agreement, listing, is_open)),
    )
    return table_row(
        ((name, element("div", inner)) for name, inner in cells),
        id=row.id,
        hidden=not state,
        data_object_until=_iso(until),
        data_announced=_iso(row.announced),
        data_active=_iso(row.active),
        data_ended=_iso(row.ended),
        data_withdrawn=_iso(row.withdrawn),
        data_name=row.name,
        data_countries=" ".join(country_name(location.country) for location in row.locations),
        data_outside=any(is_outside(row, location) for location in row.locations),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _who(row: SubProcessor, badge: str, linked: bool = True) -> str:
    name = element("a", row.name, href=f"#{row.id}", class_="name") if linked else element("b", row.name)
    keys = (key for key in ("name", "email", "phone", "website") if row.contact.get(key))
    reach = (element("span", contact_link(key, row.contact[key])) for key in keys)
    address = element("p", row.address, class_="small")
    return element("p", name, " ", badge) + address + element("p", *reach, class_="small reach")


def _work(row: SubProcessor) -> str:
    return element("p", row.service) + element("p", words.PURPOSE, ": ", row.purpose, class_="small")


def _data(row: SubProcessor) -> str:
    subjects = element("p", words.SUBJECTS, ": ", ", ".join(row.data_subjects), class_="small")
    return element("p", ", ".join(row.data)) + subjects


def _places(row: SubProcessor) -> str:
    return joined("", (_place(row, location) for location in row.locations))


def _place(row: SubProcessor, location: Location) -> str:
    where = element("span", f", {location.where}", class_="small") if location.where else ""
    name = element("p", country_name(location.country), where)
    if not is_outside(row, location):
        return name
    badge = element("p", element("span", words.OUTSIDE, class_="badge lapsed"))
    ground = ground_words(row, location)
    address = _ground_address(row, location)
    shown = element("a", ground, href=address, rel="noopener") if address else escape(ground)
    return name + badge + element("p", words.GROUND, ": ", shown, class_="small")


def _ground_address(row: SubProcessor, location: Location) -> str:
    if location.ground == CLAUSES:
        return words.CLAUSES_ADDRESS
    known = known_decision(row, location)
    return known.address if known else ""


def _days(row: SubProcessor, until: date | None, is_open: bool) -> str:
    rows = (
        _day(words.ANNOUNCED_ON, row.announced),
        _day(words.OBJECT_UNTIL, until, class_="objecting", hidden=not is_open),
        _day(words.FROM, row.active),
        _day(words.UP_TO, row.ended, data_after=_iso(row.ended)),
        _day(words.WITHDRAWN_ON, row.withdrawn, data_after=_iso(row.withdrawn)),
    )
    return element("dl", *rows, class_="days")


def _day(name: str, day: date | None, **attributes: str | bool | None) -> str:
    """A day with its name. What was not known before a day has that day at ``data-after``."""
    if not day:
        return ""
    shown = element("time", short_date(day), datetime=day.isoformat())
    return element("div", element("dt", name), element("dd", shown), **attributes)


def _why(row: SubProcessor, agreement: Agreement, listing: SubProcessors, is_open: bool) -> str:
    said = [element("p", row.reason, class_="small", data_after=_iso(row.ended or row.withdrawn))] if row.reason else []
    before, after = listing.row(row.replaces) if row.replaces else None, listing.replaced_by(row)
    for name, other, known in ((words.REPLACES, before, None), (words.REPLACED_BY, after, after.known if after else None)):
        if other:
            link = element("a", other.name, href=f"#{other.id}")
            said.append(element("p", name, " ", link, class_="small", data_after=_iso(known)))
    mail = contact_of(agreement).get("email", "")
    target = safe_link(f"mailto:{mail}?subject={quote(words.mail_subject(row))}") if mail and row.announced else None
    if target:
        link = element("a", words.OBJECT_BY_MAIL, href=target)
        said.append(element("p", link, class_="small objecting", hidden=not is_open))
    return joined("", said)


def _objecting(agreement: Agreement, promise: Promise | None, now: Edition | None) -> str:
    """How to object: what is promised, with its clauses, and to whom."""
    said = []
    for period, sentence in ((promise and promise.notice, words.notice), (promise and promise.objection, words.objection)):
        if period:
            before, after = sentence(period)
            said.append(joined("", (before, _clause_link(period, promise, now), after)))
    if said:
        said.append(escape(words.OBJECT_READ))
    facts = contact_facts(contact_of(agreement))
    return lines(
        element("h2", words.OBJECT_TITLE, id="bezwaar"),
        element("p", joined(" ", said) or words.NO_PERIODS),
        element("p", words.OBJECT_TO if facts else words.OBJECT_ASK),
        facts,
    )


def _clause_link(period: Period, promise: Promise | None, now: Edition | None) -> str:
    """A link to the clause in the edition in force, where it has that number there."""
    name = words.clause_name(period.at)
    address = Addresses(now).address(period.at) if now else None
    if now is None or address is None:
        return escape(f"{name}, versie {promise.version}" if promise else name)
    return element("a", name, href=f"../{now.version}/{address}")


def _changes(happened: Sequence[Event]) -> str:
    """Every change of the list, the newest first."""
    if not happened:
        return ""
    rows = []
    for event in reversed(happened):
        when = element("time", short_date(event.day), datetime=event.day.isoformat())
        name = element("a", event.row.name, href=f"#{event.row.id}")
        what = element("span", words.HAPPENED[event.state], ": ", name)
        rows.append(element("li", when, " ", what, data_day=event.day.isoformat()))
    said = {f"data_{key}": sentence for key, sentence in words.BETWEEN.items()}
    return lines(
        element("h2", words.CHANGES_TITLE, id="wijzigingen"),
        element("list-changes", **said),
        element("ol", *rows, class_="changes-of-list"),
    )


def _follow() -> str:
    """The same list in other forms, each with an address that stays."""
    home = f"../{words.FOLDER}"
    files = (("ics", f"{home}.ics"), ("csv", f"{home}.csv"), ("json", f"{home}.json"), ("feed", JSON))
    items = (element("li", element("a", words.FILES[kind], href=address)) for kind, address in files)
    return lines(
        element("h2", words.FOLLOW_TITLE, id="volgen"),
        element("p", words.FOLLOW, " ", element("a", ATOM, href=ATOM)),
        element("ul", *items, class_="annexes"),
    )


def _without_list(agreement: Agreement, now: Edition | None) -> str:
    """What the agreement itself says about sub-processors, and nothing that it does not."""
    clauses, others = _speaking(now) if now else ([], [])
    addresses = Addresses(now) if now else None
    said: list[str] = [element("p", words.NOT_HERE)]
    pointer = _pointer(now, addresses) if now and addresses else ""
    said.append(pointer or element("p", words.NOT_NAMED if clauses else words.SILENT))
    quotes = []
    to = f"../{now.version if now else ''}/"
    for clause in clauses:
        link = element("a", clause.number, href=f"{to}{page_of(clause)}#{clause.id}", class_="n")
        text = element("div", element("p", reading_text(clause.blocks)[0]), class_="words")
        quotes.append(element("div", link, text, class_="clause"))
    if others:
        links = (element("a", words.clause_name(one.id), href=f"{to}{page_of(one)}#{one.id}") for one in others)
        quotes.append(element("p", words.ALSO, " ", joined(", ", links), "."))
    read = element("p", element("a", read_edition(now), href=to)) if now else ""
    facts = contact_facts(contact_of(agreement))
    return lines(
        element("div", *said, class_="lead"),
        lines(element("h2", words.SAYS), *quotes, read) if quotes else read,
        lines(element("h2", CONTACT_TITLE), element("p", words.ASK), facts) if facts else "",
    )


def _speaking(edition: Edition) -> tuple[list[Part], list[Part]]:
    """The clauses that speak of sub-processors: those of an article that is named after them, else all; and the others."""
    speaks_of = language_of(edition.language).sub_processors.speaks_of
    found = [part for part in walk(edition) if part.kind == "clause" and speaks_of(reading_text(part.blocks)[0])]
    about = [part for part in found if part.within and speaks_of(part.within.title)]
    return about or found, [part for part in found if part not in about] if about else []


def _pointer(edition: Edition, addresses: Addresses) -> str:
    """A link to the clause that says where the list is, and to the address that it names."""
    for owner, text in edition_texts(edition):
        for mention in language_of(edition.language).sub_processors.mentions(text.plain):
            address = addresses.address(owner)
            if mention.where == ELSEWHERE and address:
                before, after = words.elsewhere()
                clause = element("a", words.clause_name(owner), href=f"../{edition.version}/{address}")
                target = mention.address if "://" in mention.address else f"https://{mention.address}"
                link = safe_link(target)
                there = element("a", mention.address, href=link, rel="noopener") if link else escape(mention.address)
                return element("p", words.NOT_NAMED, " ", before, clause, after, there, ".")
    return ""


def has_list_then(edition: Edition, status: str) -> bool:
    """Whether ``edition`` has taken effect, so that its list can no longer change."""
    return status in ("in force", "lapsed") and edition.effective is not None


def list_then(edition: Edition, listing: SubProcessors) -> list[tuple[str, SubProcessor]]:
    """The rows on the list on the day that ``edition`` took effect, with their state."""
    assert edition.effective
    rows = ((state_on(row, edition.effective), row) for row in listing.rows)
    # Its end is not known on that day; to judge whether its country is outside the EEA, that day is where it ends.
    end = edition.effective + timedelta(days=1)
    found = [
        (state, replace(row, ended=end, withdrawn=None, reason="", replaces=""))
        for state, row in rows
        if state in (ACTIVE, ANNOUNCED)
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].name.casefold()))


def then_page(edition: Edition, rows: Sequence[tuple[str, SubProcessor]]) -> str:
    """The list when ``edition`` took effect. Only what was so on that day is in it, so that it never changes again."""
    parts = []
    for name in (ACTIVE, ANNOUNCED):
        shown = [_row_then(row) for state, row in rows if state == name]
        if shown:
            parts += [element("h2", words.GROUPS[name], id=f"groep-{name}"), _table(shown, f"groep-{name}")]
    return lines(
        element("h1", words.then_title(edition)),
        element("p", words.then_about(edition)),
        *(parts or [element("p", words.NOBODY_THEN)]),
        element("p", element("a", words.NOW_LINK, href=f"../../{words.FOLDER}/")),
    )


def _row_then(row: SubProcessor) -> str:
    days = element("dl", _day(words.ANNOUNCED_ON, row.announced), _day(words.FROM, row.active), class_="days")
    cells = ((words.ROW, _who(row, "", linked=False)), (words.WORK, _work(row)), (words.DATA, _data(row)), (words.PLACE, _places(row)), (words.WHEN, days))
    return table_row(((name, element("div", inner)) for name, inner in cells), id=row.id)
