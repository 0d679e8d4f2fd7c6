"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, of editions and of other news, the same bytes however often they are built.

Written with the standard library: feedgen needs lxml, and puts the clock and its own version in each feed. Every date
is that of a text, and no entry says whether its edition applies today, so that a feed changes only when an edition
comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from clausule.formats.jsonfile import as_json
from clausule.language.language import language_of
from clausule.language.wording.names import full_title
from clausule.model.addresses import ATOM, JSON_FEED
from clausule.model.editions import Agreement

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # RFC 4287 wants a date, also of a feed whose texts name none
# What XML 1.0 cannot hold (2.2, Char); the texts have been told of it by the checker.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A piece of news, such as an edition: ``address`` is also its id, for it never changes, unless its agreement was
    renamed: then ``id`` is what its address was first. ``day`` is that on which it was announced, else that from which
    it applies."""

    address: str
    title: str
    author: str
    day: date
    summary: str
    html: str
    id: str = ""

    @property
    def moment(self) -> str:
        """The begin of the day in the Netherlands: ``2018-05-25T00:00:00+02:00``."""
        begin = datetime(self.day.year, self.day.month, self.day.day, tzinfo=ZoneInfo("Europe/Amsterdam"))
        return begin.isoformat()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``home`` is the page that it belongs to, below which it stands itself, ``language`` the tag of its
    words, ``first_home`` what that page was before its agreement was renamed: ids never change."""

    title: str
    home: str
    author: str
    entries: tuple[Entry, ...]
    language: str = field(kw_only=True)
    first_home: str = field(default="", kw_only=True)


def both_feeds(feed: Feed, folder: str) -> dict[str, bytes]:
    """``feed`` in both forms, by their paths from the root; ``folder`` ends in ``/`` or is empty."""
    return {f"{folder}{ATOM}": _atom(feed), f"{folder}{JSON_FEED}": _json(feed)}


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As a feed holds them."""
    return tuple(sorted(sorted(entries, key=lambda entry: entry.address), key=lambda entry: entry.day, reverse=True))


def _atom(feed: Feed) -> bytes:
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _put(root, "title", feed.title)
    _put(root, "id", f"{feed.first_home or feed.home}{ATOM}")
    _put(root, "updated", max((entry.moment for entry in feed.entries), default=_NEVER))
    ElementTree.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{feed.home}{ATOM}"})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    _put(ElementTree.SubElement(root, "author"), "name", feed.author or feed.title)
    for entry in feed.entries:
        row = ElementTree.SubElement(root, "entry")
        _put(row, "title", entry.title)
        _put(row, "id", entry.id or entry.address)
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
        "feed_url": f"{feed.home}{JSON_FEED}",
        "language": feed.language,
        "authors": [{"name": feed.author or feed.title}],
        "items": [
            {
                "id": entry.id or entry.address,
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
    return as_json(data)


def as_first_called(agreement: Agreement, address: str, base: str) -> str:
    """``address``, below the agreement, as it was when that had its first name: what news is known by."""
    home = f"{base}{agreement.slug}/"
    return f"{base}{agreement.first_name}/{address.removeprefix(home)}" if address.startswith(home) else address


def feed_title(agreement: Agreement) -> str:
    """What the feed of an agreement is called."""
    return language_of(agreement.language).say("Changes to {agreement}", agreement=full_title(agreement))


def feed_links(folder: str, title: str) -> list[dict[str, object]]:
    """What a page says in its head of the feeds in ``folder``, which is relative to the root of its build."""
    kinds = (("application/atom+xml", ATOM), ("application/feed+json", JSON_FEED))
    return [{"type": kind, "title": title, "address": folder + name} for kind, name in kinds]
