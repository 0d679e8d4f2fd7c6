"""The receipt of a frozen edition as a file, with words for a contract: which text somebody held."""

from __future__ import annotations

from clausule.analysis.references import Notes
from clausule.formats.format import Format, of_frozen
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import language_of
from clausule.model.addresses import RECEIPT
from clausule.model.editions import Agreement, Edition
from clausule.proof.manifest import manifest_of
from clausule.proof.receipt import receipt_of
from clausule.read.house import House


def _make(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    manifest = manifest_of(agreement, edition)
    assert manifest is not None, "only a frozen edition has one"
    return as_json(receipt_of(agreement, edition, manifest, language_of(edition.language)))


SCHEMA = Schema(__package__, RECEIPT)
FORMAT = Format(file=RECEIPT, title=lambda language: language.say("Receipt (JSON)"), make=_make, is_there=of_frozen)
