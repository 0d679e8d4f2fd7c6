"""The manifest of a frozen edition as a file: what of it never changes, to be signed and named by receipts."""

from __future__ import annotations

from clausule.analysis.references import Notes
from clausule.formats.format import Format, of_frozen
from clausule.formats.schema import Schema
from clausule.model.addresses import MANIFEST
from clausule.model.editions import Agreement, Edition
from clausule.proof.manifest import manifest_of
from clausule.read.house import House


def _make(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    data = manifest_of(agreement, edition)
    assert data is not None, "only a frozen edition has one"
    return data


SCHEMA = Schema(__package__, MANIFEST)
FORMAT = Format(
    file=MANIFEST, title=lambda language: language.say("Manifest: hashes (JSON)"), make=_make, is_there=of_frozen
)
