"""What the hash of a frozen edition is of, byte for byte: ``sha256sum canoniek.json`` gives the hash of the edition."""

from __future__ import annotations

from clausule.analysis.references import Notes
from clausule.formats.format import Format, of_frozen
from clausule.formats.schema import Schema
from clausule.model.addresses import CANONICAL
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_bytes
from clausule.read.house import House


def _make(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    return edition_bytes(edition)


SCHEMA = Schema(__package__, CANONICAL)
FORMAT = Format(
    file=CANONICAL,
    title=lambda language: language.say("What the hash is of, byte for byte (JSON)"),
    make=_make,
    is_there=of_frozen,
)
