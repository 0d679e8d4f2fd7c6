"""The publisher's signature under the manifest of a frozen edition, where it was signed."""

from __future__ import annotations

from clausule.analysis.references import Notes
from clausule.formats.format import Format, of_frozen
from clausule.model.addresses import SIGNATURE
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House


def _make(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    return agreement.signatures[edition.version]


def _is_signed(agreement: Agreement, edition: Edition) -> bool:
    return of_frozen(agreement, edition) and edition.version in agreement.signatures


FORMAT = Format(
    file=SIGNATURE,
    title=lambda language: language.say("Signature under the manifest"),
    make=_make,
    is_there=_is_signed,
)
