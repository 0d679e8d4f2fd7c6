"""The feeds of agreements: one entry for each edition, with its redline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from clausule.compare.changes import count_kinds, count_natures
from clausule.compare.history import History, Row
from clausule.language.language import Language, language_of
from clausule.language.wording.names import annex_name, capital, edition_label, full_title, listed, version_name
from clausule.language.wording.site import for_whom
from clausule.model.editions import Agreement, Edition
from clausule.model.notes import Withdrawal
from clausule.pages.comparison.events import nature_of
from clausule.pages.comparison.listed import changes_html
from clausule.pages.comparison.places import pair_address
from clausule.pages.kit.feeds import Entry, Feed, as_first_called, both_feeds, feed_title, newest_first
from clausule.pages.kit.html import element, joined

_OF_ALL = 250  # entries of all agreements together: a feed is fetched every hour by each who follows it
_MOST = 50  # editions of an agreement, the newest: who follows a feed looks forward, and all others are on its page


def feeds_of(agreement: Agreement, history: History, base: str) -> tuple[dict[str, bytes], tuple[Entry, ...]]:
    """The feeds of ``agreement``, whose ``history`` that is, by their paths from the root, and its entries for the feed
    of all; ``base`` is the address of the site."""
    home, entries = f"{agreement.slug}/", _known_by(agreement, _entries(agreement, history, base), base)
    feed = Feed(
        feed_title(agreement),
        base + home,
        agreement.publisher,
        entries,
        language=agreement.language,
        first_home=f"{base}{agreement.first_name}/",
    )
    prefix = full_title(agreement)
    return both_feeds(feed, home), tuple(replace(entry, title=f"{prefix}: {entry.title}") for entry in entries)


def newest_of_all(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of ``entries`` the newest, as many as the feed of all agreements has."""
    return newest_first(entries)[:_OF_ALL]


def feeds_of_all(entries: Iterable[Entry], base: str, language: Language) -> dict[str, bytes]:
    """The feeds of all agreements by their paths from the root; ``language`` is that of the site."""
    title, author = language.say("Changes to all agreements"), language.say("All agreements")
    return both_feeds(Feed(title, base, author, newest_of_all(entries), language=language.tag), "")


def _entries(agreement: Agreement, history: History, base: str) -> list[Entry]:
    """Of each edition with a date that is no concept."""
    found, say = [], language_of(agreement.language).say
    for number, edition in list(enumerate(history.editions))[-_MOST:]:
        if edition.concept or not edition.effective:
            continue
        before, rows = (history.editions[history.before(number)], history.changes(number)) if number else (None, ())
        summary = _summary(history, edition, before, rows)
        if edition.known_late:
            known = language_of(edition.language).dates.long(edition.known_late)
            summary += " " + say("Made known on {date}.", date=known)
        address = f"{base}{edition.name}/"
        links = [element("a", say("Read this version"), href=address)]
        if before:
            there = f"{base}{agreement.slug}/{pair_address(before, edition)}"
            links.append(element("a", say("Compare it with the previous one"), href=there))
        redline = _redline(history, number, rows) if before else ""
        html = element("p", summary) + element("p", joined(" · ", links)) + redline
        author = agreement.publisher or full_title(agreement)
        day = edition.announced or edition.effective
        found.append(Entry(address=address, title=_title(edition), author=author, day=day, summary=summary, html=html))
        if edition.withdrawn:
            found.append(_withdrawal(edition, edition.withdrawn, address, author))
    for edition in agreement.emptied:
        if edition.withdrawn:  # of what it changed nothing is told any more; its entry stays
            author = agreement.publisher or full_title(agreement)
            told = _withdrawal(edition, edition.withdrawn, f"{base}{edition.name}/", author)
            found += [replace(told, address=f"{base}{edition.name}/"), told]
    return found


def _known_by(agreement: Agreement, entries: list[Entry], base: str) -> tuple[Entry, ...]:
    return newest_first(replace(one, id=as_first_called(agreement, one.address, base)) for one in entries)


def _withdrawal(edition: Edition, told: Withdrawal, address: str, author: str) -> Entry:
    """That an edition is taken back is news of its own."""
    language = language_of(edition.language)
    name = capital(version_name(edition)) if edition.numbered else language.say("The text")
    title = language.say("{edition} is withdrawn as of {date}", edition=name, date=language.dates.long(told.day))
    reason = language.say("Reason of the publisher: {reason}", reason=told.why)
    html = element("p", reason) + element("p", element("a", language.say("Read this version"), href=address))
    return Entry(address=f"{address}#withdrawn", title=title, author=author, day=told.day, summary=reason, html=html)


def _redline(history: History, number: int, rows: Sequence[Row]) -> str:
    """What an edition changed, with its redlines."""
    named = {name for row in rows for name in row.names}
    counts = count_kinds(rows) | {"unchanged": sum(name not in named for name in history.order[number])}
    language = language_of(history.editions[number].language)
    return changes_html(language, rows, counts, history.notes[number], partial(_Said.of, history))


class _Said(NamedTuple):
    """What the author of an edition says of a change."""

    why: str
    nature: str

    @staticmethod
    def of(history: History, row: Row) -> _Said:
        return _Said(" ".join(why for _, why in history.why(row)), nature_of(history, row))


def _title(edition: Edition) -> str:
    """``Version 2.0 is in force from 1 July 2023``: true before that day and after it."""
    language = language_of(edition.language)
    assert edition.effective
    name = capital(version_name(edition)) if edition.numbered else language.say("The text")
    if edition.never_applied:
        return language.say("{edition} was announced, and withdrawn before it took effect", edition=name)
    said = language.say(
        "{edition} is in force from {date}",
        edition=name,
        date=edition.effective_shown or language.dates.long(edition.effective),
    )
    return for_whom(edition, said)


def _summary(history: History, edition: Edition, before: Edition | None, rows: Sequence[Row]) -> str:
    """What happened since the edition before, in one sentence."""
    language = language_of(edition.language)
    if before is None:
        return language.say("This is the first version published here.")
    since = edition_label(before)
    if not rows:
        return language.say("The wording is the same as that of {edition}.", edition=since)
    substantive, editorial = count_natures(rows, partial(nature_of, history))
    meaning = language.say_count("{n} substantive change", "{n} substantive changes", substantive)
    form = language.say_count("{n} editorial change", "{n} editorial changes", editorial)
    told = language.say(
        "Since {edition}: {substantive} and {editorial}.",
        edition=since,
        substantive=meaning if substantive else language.say("no substantive changes"),
        editorial=form if editorial else language.say("no editorial changes"),
    )
    return " ".join(filter(None, (told, _annexes_alone(history, edition, rows))))


def _annexes_alone(history: History, edition: Edition, rows: Sequence[Row]) -> str:
    """That only annexes changed, and which; nothing where something else did."""
    language, touched = language_of(edition.language), {row.top for row in rows}
    here = history.places[history.index(edition.version)]
    if not touched.issubset(top for name, top in here.items() if name.startswith(language.grammar.ANNEX)):
        return ""  # without the words of the edition, which nothing else here asks for
    changed = [annex for annex in edition.annexes if here.get(annex.id) in touched]
    if {here.get(annex.id) for annex in changed} != touched:
        return ""
    return language.say(
        "Changed: only {annexes}.", annexes=listed(language, [annex_name(language, a) for a in changed])
    )
