"""The page of one agreement: the edition that counts, all editions, its annexes, and whom to ask."""

from __future__ import annotations

from typing import Any

from clausule.analysis.sub_processors import has_sub_processors
from clausule.compare.explanations import edition_before
from clausule.formats.format import formats_of
from clausule.language.wording.dates import interval
from clausule.language.wording.names import (
    annex_name,
    annex_tag,
    edition_label,
    edition_name,
    full_title,
    read_edition,
    short_edition,
    titled,
)
from clausule.language.wording.site import for_whom
from clausule.model.addresses import ATOM, JSON_FEED
from clausule.model.editions import Edition
from clausule.model.notices import EDITION
from clausule.pages.comparison.places import pair_address
from clausule.pages.comparison.words import comparison_title
from clausule.pages.edition.stage import annex_title
from clausule.pages.kit.contact import contact_rows
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf, agreement_feeds
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.on_date import dated
from clausule.pages.sub_processors.data import notices_json
from clausule.pages.text.blocks import plain_blocks
from clausule.pages.text.leaf import all_pages

Rows = list[dict[str, Any]]

_WIDE = 1000  # of the picture of an interval, in its own units
_OPEN = 0.12  # of the whole time, for an interval without an end


def _sheet(shelf: Shelf) -> Sheet:
    agreement, now, title = shelf.agreement, shelf.now, full_title(shelf.agreement)
    forms = formats_of(agreement, now) if now else ()
    about = shelf.language.say("{title}: all versions, each with the date from which it is in force.", title=title)
    data = {
        "publisher": agreement.publisher,
        "title": agreement.title,
        "now": now_of(shelf, ""),
        "formats": [{"file": form.file, "title": form.title(shelf.language)} for form in forms],
        "made_as": [said for form in forms if (said := form.made_as(shelf.language))],
        "spans": _spans(shelf),
        "editions": [_edition(shelf, edition) for edition in reversed(agreement.all_editions)],
        "annexes": _annexes(shelf, now) if now else [],
        "overviews": _overviews(shelf, now) if now else [],
        "sub_processors": has_sub_processors(agreement),
        "contact": contact_rows(agreement),
        "atom": ATOM,
        "json": JSON_FEED,
    }
    return Sheet(
        address="",
        title=title,
        about=str(agreement.meta.values.get("summary") or about),
        drawn=Fixed("root/agreement.html", data, plain_blocks(agreement.intro)),
        styles=("root/root.css",),
        feeds=agreement_feeds(agreement),
    )


PAGE = AgreementPage(order=0, sheets=lambda shelf: [_sheet(shelf)])


def now_of(shelf: Shelf, home: str) -> dict[str, Any] | None:
    """The edition in force, if there is one, for a page from which ``home`` leads to the agreement."""
    now = shelf.now
    if not now:
        return None
    return {
        "read": read_edition(now),
        "address": f"{home}{now.version}/",
        "name": edition_name(now) if now.numbered else None,
        "standing": shelf.standing(now),
        "also": [
            {"whom": edition.audience, "label": edition_name(edition), "address": f"{home}{edition.version}/"}
            for edition in shelf.agreement.editions
            if edition is not now and edition.audience and shelf.status(edition) == "in force"
        ],
    }


def _edition(shelf: Shelf, edition: Edition) -> dict[str, Any]:
    """An edition with its interval, the hash that tells a true copy, and what it changed."""
    before = None if edition.is_emptied else edition_before(shelf.agreement, edition)
    return {
        "version": edition.version,
        "label": for_whom(edition, edition_label(edition)),
        "standing": shelf.standing(edition),
        "shown": edition.effective_shown,
        **shelf.days(edition),
        "never": edition.never_applied,
        "sha256": shelf.sha256.get(edition.version, ""),
        "notices": notices_json(shelf.agreement, EDITION, edition.version),
        "since": before
        and {
            "address": pair_address(before, edition),
            "title": comparison_title(before, edition),
            "short": short_edition(before),
        },
    }


def _spans(shelf: Shelf) -> Rows:
    """The intervals of two editions or more, each as the place and width of a bar in a picture of the whole time."""
    editions = dated(shelf)
    spans = [(span.start, span.end) for span in (shelf.spans[edition.version] for edition in editions)]
    days = [day.toordinal() for span in spans for day in span if day]
    if len(editions) < 2:
        return []
    first, last = min(days), max(days)
    end = last + int(max(last - first, 1) * _OPEN) + 1
    rows = []
    for edition, (start, until) in zip(editions, spans, strict=True):
        left, right = ((day.toordinal() if day else end) - first for day in (start, until))
        x, wide = round(left / (end - first) * _WIDE), round((right / (end - first) - left / (end - first)) * _WIDE)
        row = {
            "version": edition.version,
            "label": for_whom(edition, edition_label(edition)),
            "standing": shelf.standing(edition),
            "counts": shelf.status(edition) == "in force",
            "when": interval(shelf.language, shelf.spans[edition.version]),
            "x": x,
            "wide": max(wide, 4),
            "ends": until is not None,
        }
        rows.append(row)
    return rows


def _annexes(shelf: Shelf, now: Edition) -> Rows:
    return [
        {
            "address": f"{now.version}/{annex.id}/",
            "title": titled(annex_name(shelf.language, annex), annex_title(shelf.language, annex)),
            "tag": annex_tag(annex, now),
        }
        for annex in now.annexes
    ]


def _overviews(shelf: Shelf, now: Edition) -> Rows:
    """Where the site's readings of the edition in force stand."""
    return [
        {"address": f"{now.version}/{address}", "title": page.listed(shelf.language)}
        for page in all_pages()
        if page.listed
        for address in page.addresses(now)
    ]
