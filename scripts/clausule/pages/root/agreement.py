"""The page of one agreement: the edition that counts, all editions, its annexes, and whom to ask."""

from __future__ import annotations

from typing import Any

from clausule.compare.explanations import edition_before
from clausule.formats.format import formats_of
from clausule.language.wording.names import (
    annex_name,
    annex_tag,
    capital,
    edition_label,
    edition_name,
    full_title,
    read_edition,
    short_edition,
    titled,
    version_name,
)
from clausule.language.wording.site import for_whom
from clausule.model.addresses import ATOM, CALENDAR, JSON_FEED
from clausule.model.editions import Edition
from clausule.model.notices import EDITION
from clausule.pages.comparison.places import pair_address
from clausule.pages.comparison.words import comparison_title
from clausule.pages.edition.stage import annex_title
from clausule.pages.kit.contact import by_mail, contact_rows
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf, Spine, agreement_feeds
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.on_date import dated
from clausule.pages.root.timeline import timeline
from clausule.pages.root.ways import ways_into
from clausule.pages.sub_processors.data import notices_json
from clausule.pages.text.blocks import plain_blocks
from clausule.pages.text.in_short import short_rows
from clausule.pages.text.leaf import all_pages

Rows = list[dict[str, Any]]


def _sheet(shelf: Shelf) -> Sheet:
    agreement, now, title = shelf.agreement, shelf.now, full_title(shelf.agreement)
    forms = formats_of(agreement, now) if now else ()
    about = shelf.language.say("{title}: all versions, each with the date from which it is in force.", title=title)
    data = {
        "publisher": agreement.publisher,
        "title": agreement.title,
        "summary": str(agreement.meta.values.get("summary") or ""),
        "now": now_of(shelf, ""),
        "coming": coming_of(shelf, ""),
        "formats": [
            {"file": form.file, "title": form.title(shelf.language), "document": form.document} for form in forms
        ],
        "made_as": [said for form in forms if (said := form.made_as(shelf.language))],
        "ways": ways_into(shelf, ""),
        "drafts": _drafts(shelf),
        "goes_on": _goes_on(shelf),
        "time": timeline(shelf),
        "has_dates": bool(dated(shelf)),
        "beside": f"../{shelf.side_by_side}{now.name}" if now and shelf.side_by_side else "",
        "in_short": short_rows(now, f"{now.version}/") if now else [],
        "editions": [_edition(shelf, edition) for edition in reversed(agreement.all_editions)],
        "annexes": _annexes(shelf, now) if now else [],
        "overviews": _overviews(shelf, now) if now else [],
        "contact": contact_rows(agreement),
        "by_mail": by_mail(agreement),
        "atom": ATOM,
        "json": JSON_FEED,
        "calendar": CALENDAR,
    }
    return Sheet(
        address="",
        title=title,
        about=str(agreement.meta.values.get("summary") or about),
        drawn=Fixed("root/agreement.html", data, plain_blocks(agreement.intro)),
        view="agreement",
        styles=("root/root.css",),
        feeds=agreement_feeds(agreement),
    )


PAGE = AgreementPage(order=0, sheets=lambda shelf: [_sheet(shelf)])


def now_of(shelf: Spine, home: str) -> dict[str, Any] | None:
    """The edition in force, if there is one, for a page from which ``home`` leads to the agreement."""
    now = shelf.now
    if not now:
        return None
    return {
        "read": read_edition(now),
        "address": f"{home}{now.version}/",
        "name": edition_name(now) if now.numbered else None,
        "title": capital(version_name(now)) if now.numbered else None,
        "standing": shelf.standing(now),
        "also": [
            {"whom": edition.audience, "label": edition_name(edition), "address": f"{home}{edition.version}/"}
            for edition in shelf.agreement.editions
            if edition is not now and edition.audience and shelf.status(edition) == "in force"
        ],
    }


def coming_of(shelf: Spine, home: str) -> dict[str, Any] | None:
    """Where no edition is in force, the first that was announced, for a page from which ``home`` leads there."""
    announced = [one for one in shelf.agreement.editions if one.effective and shelf.status(one) == "announced"]
    if shelf.now or not announced:
        return None
    first = min(announced, key=lambda one: one.effective or shelf.day)
    said = shelf.language.say(
        "As far as is currently known, {edition} will apply on {day}.",
        edition=version_name(first) if first.numbered else edition_name(first),
        day=first.effective_shown or shelf.language.dates.long(first.effective or shelf.day),
    )
    return {"said": said, "read": read_edition(first), "address": f"{home}{first.version}/"}


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


def _drafts(shelf: Shelf) -> list[dict[str, str]]:
    return [
        {"name": short_edition(edition), "address": f"{edition.version}/"}
        for edition in shelf.agreement.editions
        if edition.concept
    ]


def _goes_on(shelf: Shelf) -> bool:
    """Whether who signed an earlier edition than the one in force still has that."""
    return any(span.by and not span.for_all for span in shelf.spans.values())


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
