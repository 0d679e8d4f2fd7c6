"""What the sources hold beside the agreed texts, each thing in words with a hash of it: what older sources would take
off the site without a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clausule.analysis.sub_processors import row_json
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import digest, reading_text
from clausule.read import Repository

# Of the front matter of an edition: the text itself, which is frozen, and what is told piece by piece.
_TOLD = frozenset({"version", "effective", "status", "errata", "changes", "allow"})


def held_by(repository: Repository, editions: dict[str, dict[str, str]]) -> dict[str, str]:
    """All of it; ``editions`` has for each name what ``held_beside`` says."""
    found: dict[str, str] = {}
    settings = repository.settings
    for name in ("site_name", "site_url", "publisher", "language", "colour", "logo", "email"):
        _keep(found, f"{name} in the settings", getattr(settings, name))
    for section in repository.landing:
        _keep(found, f"'{section.heading.plain}' on the first page", reading_text(section.blocks)[0])
    for agreement in repository.agreements:
        found |= _held_by_agreement(agreement)
        for edition in agreement.editions:
            found |= editions[edition.name]
    return found


def _held_by_agreement(agreement: Agreement) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in agreement.meta.values.items():
        _keep(found, f"{key} of {agreement.slug}", value)
    _keep(found, f"the introduction of {agreement.slug}", reading_text(agreement.intro)[0])
    if agreement.sub_processors:
        language = language_of(agreement.language)
        for row in agreement.sub_processors.rows:
            _keep(found, f"sub-processor {row.id} of {agreement.slug}", row_json(row, language))
    return found


def held_beside(edition: Edition, sha256: str) -> dict[str, str]:
    """What stands beside the words of ``edition``, whose hash is ``sha256``; of a concept these too."""
    found: dict[str, str] = {}
    name = edition.name
    if edition.concept:
        _keep(found, f"the concept {name}", sha256)
    _keep_each(found, f"of {name}", "the erratum at", ((e.at, [e.words, e.should, e.note]) for e in edition.errata))
    notes = ((note.at or note.was, [note.was, note.why, note.nature]) for note in edition.changes)
    _keep_each(found, f"of {name}", "the note of the change at", notes)
    beside = edition.beside
    claims = ((claim.at, [claim.demand, claim.partly]) for claim in beside.claims)
    _keep_each(found, f"of {name}", "what is fulfilled by", claims)
    _keep_each(found, f"of {name}", "the remark at", ((one.at, [one.about, one.note]) for one in beside.remarks))
    goals = ((one.words, [[value.words for value in row] for row in (one.goals, one.controls, one.concepts)])
             for one in beside.mappings)  # fmt: skip
    _keep_each(found, f"of {name}", "what is served by the measure", goals)
    for key, value in edition.meta.values.items():
        if key not in _TOLD:
            _keep(found, f"{key} of {name}", value)
    return found


def _keep_each(found: dict[str, str], whose: str, what: str, rows: Iterable[tuple[str, Any]]) -> None:
    """A place may have more than one of a kind."""
    gathered: dict[str, list[Any]] = {}
    for at, value in rows:
        gathered.setdefault(at, []).append(value)
    for at, values in gathered.items():
        for number, value in enumerate(values, 1):
            _keep(found, f"{what} {at}{f' ({number})' if number > 1 else ''} {whose}", value)


def _keep(found: dict[str, str], name: str, value: Any) -> None:
    if value not in ("", None, [], {}):
        found[name] = digest(value)[:16]
