"""The feeds of agreements: one entry for each edition, with its redline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausule.compare.changes import Change, Comparison
from clausule.compare.explanations import SUBSTANTIVE
from clausule.compare.history import History, Row, make_history
from clausule.language.nl import feeds as words
from clausule.language.nl.words import SITE
from clausule.language.wording.names import full_title
from clausule.model import Agreement, Edition
from clausule.pages.comparison.events import nature_of
from clausule.pages.comparison.listed import Told, changes_html
from clausule.pages.comparison.places import pair_address
from clausule.pages.kit.feeds import ATOM, JSON, Entry, Feed, both_feeds, newest_first
from clausule.pages.kit.html import element, joined, lines

_MOST = 50  # editions of an agreement, the newest: who follows a feed looks forward, and all others are on its page


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


def _entries(agreement: Agreement, history: History, base: str) -> list[Entry]:
    """Of each edition with a date that is no concept."""
    found = []
    for number, edition in list(enumerate(history.editions))[-_MOST:]:
        if edition.concept or not edition.effective:
            continue
        before, rows = (history.editions[number - 1], history.changes(number)) if number else (None, ())
        summary = _summary(history, edition, before, rows)
        address = f"{base}{edition.name}/"
        links = [element("a", words.READ, href=address)]
        if before:
            there = f"{base}{agreement.slug}/{pair_address(before, edition)}"
            links.append(element("a", words.COMPARE, href=there))
        redline = _redline(history, number, rows) if before else ""
        html = element("p", summary) + element("p", joined(" · ", links)) + redline
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


def offer(agreement: Agreement, base: str) -> str:
    """On the page of an agreement: what a feed brings, its address to copy, and how to get it as e-mail."""
    address = f"{base}{agreement.slug}/{ATOM}"
    return lines(
        element("h2", words.OFFER_TITLE, id="volgen"),
        element("p", words.OFFER),
        element("p", element("a", address, href=ATOM)),
        element("p", words.OFFER_MAIL),
        element("p", words.ALSO_JSON, " ", element("a", JSON, href=JSON), class_="tagline"),
    )
