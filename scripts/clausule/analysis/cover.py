"""What a document says before its text: only what does not change with the day, so that it stays the same file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausule.analysis.references import Notes
from clausule.language.language import language_of
from clausule.language.wording.names import annex_name, annex_tag, capital, edition_name, version_name
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """``facts`` are pairs of a name and a value; ``status`` says that a text is a draft or was taken back, and is else
    empty; ``says`` is where a reader finds whether the edition counts today."""

    title: str
    publisher: str
    edition: str
    status: str
    facts: tuple[tuple[str, str], ...]
    says: str


def cover_of(agreement: Agreement, edition: Edition, notes: Notes, house: House) -> Cover:
    """The cover of a document of ``edition``."""
    say = language_of(edition.language).say
    address = address_of(edition, house)
    return Cover(
        title=edition.title(agreement),
        publisher=agreement.publisher,
        edition=capital(edition_name(edition)),
        status=_status(edition),
        facts=tuple(_facts(agreement, edition, notes, address)),
        says=say("Whether this version is in force today is said at its address.") if address else "",
    )


def address_of(edition: Edition, house: House) -> str:
    """The address of ``edition`` on the site, or nothing where there is no site yet."""
    return f"{house.address}{edition.name}/" if house.address else ""


def _status(edition: Edition) -> str:
    language = language_of(edition.language)
    if edition.withdrawn:
        day = language.dates.long(edition.withdrawn.day)
        return language.say("Withdrawn on {date}: {why}", date=day, why=edition.withdrawn.why)
    return language.say("Draft: not agreed yet") if edition.concept else ""


def _facts(agreement: Agreement, edition: Edition, notes: Notes, address: str) -> Iterator[tuple[str, str]]:
    language = language_of(edition.language)
    say, long = language.say, language.dates.long
    if agreement.publisher:
        yield say("Publisher"), agreement.publisher
    yield say("Version"), edition.version if edition.numbered else capital(version_name(edition))
    if edition.effective:
        yield say("Effective from"), edition.effective_shown or long(edition.effective)
    if edition.announced:
        yield say("Announced on"), long(edition.announced)
    if edition.audience:
        yield say("Applies to"), edition.audience
    for annex in edition.annexes:
        if (annex.version, annex.effective) != (edition.version, edition.effective) and annex_tag(annex, edition):
            yield annex_name(language, annex), annex_tag(annex, edition)
    yield say("Fingerprint (SHA-256)"), notes.sha256
    if address:
        yield say("Address"), address
