"""A page above the editions as one thing: where it stands, which agreements have it, what it needs and shows.

Such a page is declared as an ``AgreementPage`` by the module that makes it; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

from clausule.compare.history import History
from clausule.language.language import Language, language_of
from clausule.language.wording.names import full_title
from clausule.language.wording.site import standing_of
from clausule.model.dates import Interval, current, intervals, status_on
from clausule.model.declared import declared
from clausule.model.editions import Agreement, Edition
from clausule.pages.kit.feeds import feed_links, feed_title
from clausule.pages.kit.frame import Frame, frame_of
from clausule.pages.kit.paper import on_paper, printed_edition
from clausule.pages.kit.staging import Fixed, page_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Spine:
    """One agreement on the day of the build, as a page of the whole site lists it: its editions by version with their
    interval and hash, and which is in force. ``base`` is the address of the site. ``side_by_side`` is the address, from
    its root, that puts the edition whose name follows on one side; empty where there is no other text."""

    agreement: Agreement
    day: date
    base: str
    spans: Mapping[str, Interval]
    sha256: Mapping[str, str]
    now: Edition | None
    side_by_side: str = ""

    @property
    def language(self) -> Language:
        return language_of(self.agreement.language)

    def status(self, edition: Edition) -> str:
        return status_on(edition, self.spans[edition.version], self.day)

    def standing(self, edition: Edition) -> dict[str, str]:
        """For a template: whether the edition counts, as a class, a word and the sentence that goes on behind it."""
        status, span = self.status(edition), self.spans[edition.version]
        told = standing_of(edition, status, span)
        why = edition.withdrawn.why if edition.withdrawn and status == "withdrawn" else ""
        return {"kind": told.kind, "word": told.word, "sentence": told.sentence, "why": why}

    def paper(self, files: Mapping[str, str] | None = None) -> dict[str, Any]:
        """What a print-out of a page of the agreement says of the edition that counts, and of ``files`` (hashes by
        their names)."""
        return on_paper(full_title(self.agreement), [self.printed(self.now)] if self.now else [], files)

    def printed(self, edition: Edition) -> dict[str, Any]:
        """What a print-out says of ``edition``; also for the script of a page that does not change when another comes
        into force, and so does not know it."""
        return printed_edition(edition, self.sha256[edition.version], self.spans[edition.version], self.status(edition))

    def frame(self) -> Frame:
        """What stands around the pages of the agreement: its tabs lead into the edition in force, else the newest."""
        edition = self.now or next(reversed(self.agreement.editions), None)
        return frame_of(self.agreement, edition, state=self.standing(edition)["word"] if edition else "")

    def days(self, edition: Edition) -> dict[str, str | None]:
        """For a template: the first day of the edition, and that on which it no longer counts."""
        span = self.spans[edition.version]
        return {key: day.isoformat() if day else None for key, day in (("start", span.start), ("end", span.end))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf(Spine):
    """The same with its history, for the pages of the agreement."""

    history: History


def spine_of(agreement: Agreement, sha256: Mapping[str, str], *, day: date, base: str, side_by_side: str = "") -> Spine:
    """``agreement`` on ``day``; ``sha256`` are the hashes of its editions by version."""
    spans, now = intervals(agreement), current(agreement, day)
    return Spine(
        agreement=agreement, day=day, base=base, spans=spans, sha256=sha256, now=now, side_by_side=side_by_side
    )


def shelf_on(spine: Spine, history: History) -> Shelf:
    """The same with the ``history`` of the agreement."""
    return Shelf(history=history, **{one.name: getattr(spine, one.name) for one in fields(Spine)})


def shelf_of(agreement: Agreement, history: History, sha256: Mapping[str, str], *, day: date, base: str) -> Shelf:
    """The shelf of ``agreement`` on ``day``."""
    return shelf_on(spine_of(agreement, sha256, day=day, base=base), history)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page above the editions before it is staged; ``address`` is below its agreement. ``styles`` and ``scripts`` are
    files of the theme, ``view`` is a class for them. ``feeds`` are those that it offers; where it has none, those of
    the site. ``concept``: it shows a text that is not agreed, which no search engine should keep. ``paper`` is what a
    print-out says of the texts on it (``kit.paper``), where that is not the edition in force. ``tab`` is the way into
    the agreement on which it lies, ``languages`` the same page in others (``kit.languages``), ``language`` the tag of
    its own, where that is neither the agreement's nor the site's."""

    address: str
    title: str
    about: str
    drawn: str | Fixed
    view: str = ""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    feeds: list[dict[str, object]] | None = None
    concept: bool = False
    paper: Mapping[str, object] | None = None
    tab: str = ""
    languages: Mapping[str, object] | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AgreementPage:
    """One page of an agreement, or several of a kind; ``order`` is their place among the others. ``files`` are what
    stands beside them, by path from the root of the site."""

    order: int
    sheets: Callable[[Shelf], Iterable[Sheet]]
    files: Callable[[Shelf], Mapping[str, bytes]] = lambda shelf: {}


@cache
def agreement_pages() -> tuple[AgreementPage, ...]:
    """Every page that an agreement can have above its editions."""
    return tuple(sorted(declared("clausule.pages", AgreementPage), key=lambda page: page.order))


def agreement_feeds(agreement: Agreement) -> list[dict[str, object]]:
    """The feeds of the agreement, as a page offers them."""
    return feed_links(f"{agreement.slug}/", feed_title(agreement))


def staged(sheet: Sheet, base: str, agreement: Agreement | None = None, frame: Frame | None = None) -> dict[str, bytes]:
    """The page in the stage: its path and bytes, with what stands around it. One that belongs to no agreement is in the
    language of the site, and so is its frame."""
    address = f"{agreement.slug}/{sheet.address}" if agreement else sheet.address
    meta: dict[str, object] = {
        "title": sheet.title,
        "description": " ".join(sheet.about.split()),
        "canonical": base + address,
        "address": address,
        "view": sheet.view or None,
        "styles": sheet.styles,
        "scripts": sheet.scripts,
        "feeds": sheet.feeds,
        "concept": sheet.concept or None,
        "language": sheet.language or (agreement.language if agreement else None),
        "paper": sheet.paper,
        "tab": sheet.tab or None,
        "languages": sheet.languages,
    }
    return {f"{address}index.md": page_file(meta, sheet.drawn, f"text {sheet.view}".rstrip(), frame)}
