"""What is kept of an edition that passed, so that who publishes next need not read it (``read.records``)."""

from __future__ import annotations

from clausule.analysis.breach import breach_address
from clausule.analysis.parties import parties_of
from clausule.analysis.references import frame_sha256
from clausule.analysis.sub_processors import speaks_of_sub_processors
from clausule.build.holds import held_beside
from clausule.check import around, stands_alone
from clausule.compare.renumbering import Renumbering
from clausule.model.editions import Agreement, Edition, Imprint
from clausule.pages.text.leaf import edition_addresses
from clausule.proof.manifest import followed
from clausule.read.lenders import is_found_by_date
from clausule.read.records import Record, source_hash

Step = tuple[str, Renumbering]
"""What happened from an edition to the next: a hash of the files of that one, and its numbers."""


def record_of(agreement: Agreement, edition: Edition, sha256: str, before: Record | None, step: Step | None) -> Record:
    """The record of ``edition``, whose hash is ``sha256``; ``before`` is that of the last time, ``step`` leads to the
    edition after it."""
    surroundings = around(agreement, edition)
    passed = surroundings if (before and before.passed == surroundings) or stands_alone(edition) else ""
    following, renumbering = step or ("", None)
    return Record(
        source=source_hash(edition.files),
        included=tuple(path for path in edition.files if not path.startswith(f"{edition.folder}/")),
        numbered=edition.numbered,
        effective=edition.effective,
        until=edition.until,
        announced=edition.announced,
        concept=edition.concept,
        imprint=_imprint(agreement, edition, sha256),
        passed=passed,
        next_source=following,
        shift=renumbering.to_json() if renumbering else None,
        effective_shown=edition.effective_shown,
        withdrawn=edition.withdrawn,
        audience=edition.audience,
        unsettled=not edition.imprint and is_found_by_date(edition.meta),
        beside=before.beside if before else held_beside(edition, sha256),
    )


def _imprint(agreement: Agreement, edition: Edition, sha256: str) -> Imprint:
    return Imprint(
        sha256=sha256,
        pages=edition_addresses(edition),
        frame=frame_sha256(edition),
        sub_processors=speaks_of_sub_processors(edition),
        breach=breach_address(edition),
        manifest=followed(agreement, edition),
        heading=edition.own_title,
        parties=parties_of(edition),
    )
