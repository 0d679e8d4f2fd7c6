"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, of editions and of other news, the same bytes however often they are built.

Written with the standard library: feedgen needs lxml, and puts the clock and its own version in each feed. Every date is
that of a text, and no entry says whether its edition applies today, so that a feed changes only when an edition comes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from clausule.compare.changes import Change, Comparison
from clausule.dutch import feeds as words
from clausule.dutch.words import SITE, full_title
from clausule.history import History, Row, make_history
from clausule.model import Agreement, Edition
from clausule.reasons import SUBSTANTIVE
from clausule.render.changes import Told, changes_html
from clausule.render.events import nature_of
from clausule.render.html import element, escape, lines
from clausule.render.places import pair_address

ATOM, JSON = "feed.xml", "feed.json"
_MOST = 50  # editions of an agreement, the newest: who follows a feed looks forward, and all others are on its page
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # RFC 4287 wants a date, also of a feed whose texts name none
# What XML 1.0 cannot hold (2.2, Char); the texts have been told of it by the checker.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of news, such as an edition: ``address`` is also its id, for it never changes; ``day`` is that on which it
    was announced, else that from which it applies."""

    address: str
    title: str
    author: str
    day: date
    summary: str
    html: str

    @property
    def moment(self) -> str:
        """The begin of the day in the Netherlands: ``2018-05-25T00:00:00+02:00``."""
        begin = datetime(self.day.year, self.day.month, self.day.day, tzinfo=ZoneInfo("Europe/Amsterdam"))
        return begin.isoformat()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``home`` is the page that it belongs to, below which it stands itself."""

    title: str
    home: str
    author: str
    entries: tuple[Entry, ...]


def all_feeds(
    agreements: Sequence[Agreement], base: str, histories: Mapping[str, History] | None = None
) -> dict[str, bytes]:
    """Every feed by its path from the root; ``base`` is the address of the site, ``histories`` are those of the
    agreements by slug, where they were made already."""
    files: dict[str, bytes] = {}
    every: list[Entry] = []
    for agreement in agreements:
        history = histories[agreement.slug] if histories else make_history(agreement)
        entries = _entries(agreement, history, base)
        feed = Feed(words.feed_title(agreement), f"{base}{agreement.slug}/", agreement.publisher, newest_first(entries))
        files |= both_feeds(feed, f"{agreement.slug}/")
        prefix = full_title(agreement)
        every += [Entry(e.address, f"{prefix}: {e.title}", e.author, e.day, e.summary, e.html) for e in entries]
    return files | both_feeds(Feed(words.ALL_TITLE, base, SITE["all_agreements"], newest_first(every)), "")


def both_feeds(feed: Feed, folder: str) -> dict[str, bytes]:
    """``feed`` in both forms, by their paths from the root; ``folder`` ends in ``/`` or is empty."""
    return {f"{folder}{ATOM}": _atom(feed), f"{folder}{JSON}": _json(feed)}


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As a feed holds them."""
    return tuple(sorted(sorted(entries, key=lambda entry: entry.address), key=lambda entry: entry.day, reverse=True))


def _entries(agreement: Agreement, history: History, base: str) -> list[Entry]:
    """Of each edition with a date that is no concept."""
    found = []
    for number, edition in list(enumerate(history.editions))[-_MOST:]:
        if edition.concept or not edition.effective:
            continue
        before, rows = (history.editions[number - 1], history.changes(number)) if number else (None, ())
        summary = _summary(history, edition, before, rows)
        address = f"{base}{edition.name}/"
        links = [element("a", escape(words.READ), href=address)]
        if before:
            there = f"{base}{agreement.slug}/{pair_address(before, edition)}"
            links.append(element("a", escape(words.COMPARE), href=there))
        redline = _redline(history, number, rows) if before else ""
        html = element("p", escape(summary)) + element("p", " · ".join(links)) + redline
        author = agreement.publisher or full_title(agreement)
        day = edition.announced or edition.effective
        found.append(Entry(address, words.entry_title(edition), author, day, summary, html))
    return found


def _redline(history: History, number: int, rows: Sequence[Row]) -> str:
    """What an edition changed, with its redlines."""
    changes = [_change(row) for row in rows]
    named = {name for row in rows for name in row.names}
    counts = Comparison(tuple(changes)).counts | {"unchanged": sum(name not in named for name in history.order[number])}
    told = (
        Told(change, row.edits, " ".join(why for _, why in history.why(row)), nature_of(history, row))
        for change, row in zip(changes, rows, strict=True)
    )
    return changes_html(told, counts, history.notes[number])


def _change(row: Row) -> Change:
    """The row as a change."""
    one, other = (side[0] if side else None for side in (row.old, row.new))
    was, now = ("\n".join(unit.text for unit in side) for side in (row.old, row.new))
    return Change(row.kind, one, other, was, now, row.moved or row.renumbered, row.renumbered, row.old[1:], row.new[1:])


def _summary(history: History, edition: Edition, before: Edition | None, rows: Sequence[Row]) -> str:
    substantive = sum(nature_of(history, row) == SUBSTANTIVE for row in rows)
    return words.entry_summary(edition, before, substantive, len(rows) - substantive)


def _atom(feed: Feed) -> bytes:
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "nl"})
    _put(root, "title", feed.title)
    _put(root, "id", f"{feed.home}{ATOM}")
    _put(root, "updated", max((entry.moment for entry in feed.entries), default=_NEVER))
    ElementTree.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{feed.home}{ATOM}"})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    _put(ElementTree.SubElement(root, "author"), "name", feed.author or feed.title)
    for entry in feed.entries:
        row = ElementTree.SubElement(root, "entry")
        _put(row, "title", entry.title)
        _put(row, "id", entry.address)
        ElementTree.SubElement(row, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
        _put(row, "published", entry.moment)
        _put(row, "updated", entry.moment)
        _put(ElementTree.SubElement(row, "author"), "name", entry.author)
        _put(row, "summary", entry.summary)
        _put(row, "content", entry.html, type="html")
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode").encode() + b"\n"


def _put(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = _FORBIDDEN.sub("\ufffd", text)


def _json(feed: Feed) -> bytes:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{feed.home}{JSON}",
        "language": "nl",
        "authors": [{"name": feed.author or feed.title}],
        "items": [
            {
                "id": entry.address,
                "url": entry.address,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_published": entry.moment,
                "authors": [{"name": entry.author}],
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def feed_links(folder: str, title: str) -> list[dict[str, object]]:
    """What a page says in its head of the feeds in ``folder``, which is relative to the root of its build."""
    kinds = (("application/atom+xml", ATOM), ("application/feed+json", JSON))
    return [{"type": kind, "title": title, "address": folder + name} for kind, name in kinds]


def offer(agreement: Agreement, base: str) -> str:
    """On the page of an agreement: what a feed brings, its address to copy, and how to get it as e-mail."""
    address = f"{base}{agreement.slug}/{ATOM}"
    return lines(
        element("h2", escape(words.OFFER_TITLE), id="volgen"),
        element("p", escape(words.OFFER)),
        element("p", element("a", escape(address), href=ATOM)),
        element("p", escape(words.OFFER_MAIL)),
        element("p", escape(words.ALSO_JSON), " ", element("a", JSON, href=JSON), class_="tagline"),
    )
