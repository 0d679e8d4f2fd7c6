"""A receipt (``ontvangstbewijs.json``): which text somebody held.

``{receipt: 1, agreement, version, effective, recipe, sha256, manifest, held: [{id, sha256}], words, limits}``.
``sha256`` is the hash of the edition, ``manifest`` that of the bytes of its manifest. ``held`` names the parts that
were held, each with its hash as the manifest has it; it is empty where that was the whole text. ``words`` is a sentence
for a contract, ``limits`` says what the receipt proves not: neither agreement nor person nor time. Nothing in it
depends on who asks for it or when, so the same text gives the same receipt.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from clausule.language.language import Language
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import canonical_json
from clausule.proof.manifest import MOST_BYTES, read_manifest, sha256_of

FORM = 1
_PARTS = ("articles", "clauses", "sections", "annexes")


class NoReceipt(ValueError):
    """The bytes are no receipt, or one of something else; the message says why."""


def receipt_of(
    agreement: Agreement, edition: Edition, manifest: bytes, language: Language, held: Sequence[str] = ()
) -> dict[str, Any]:
    """The receipt of ``edition``, whose ``manifest`` is given, for the parts with the ids ``held`` (none: the whole
    text). Raises ``NoReceipt`` for a part that the manifest has not."""
    known = read_manifest(manifest)
    rows = _rows(known)
    if strange := [name for name in held if name not in rows]:
        raise NoReceipt(f"the manifest of {edition.name} has no part '{strange[0]}'")
    return {
        "receipt": FORM,
        **{name: known[name] for name in ("agreement", "version", "effective", "recipe", "sha256")},
        "manifest": sha256_of(manifest),
        "held": [{"id": name, "sha256": rows[name]} for name in held],
        "words": _words(agreement, edition, manifest, language, held),
        "limits": language.say(
            "This receipt says which text was held. It proves neither that it was agreed, nor who held it, nor when."
        ),
    }


def _words(agreement: Agreement, edition: Edition, manifest: bytes, language: Language, held: Sequence[str]) -> str:
    """The sentence for a contract."""
    said = {"title": edition.title(agreement), "version": edition.version, "sha256": sha256_of(manifest)}
    if held:
        return language.say(
            "The parties held {parts} of the {title}, version {version}, whose manifest (waarborg.json) has the "
            "SHA-256 hash {sha256}.",
            parts=", ".join(held),
            **said,
        )
    return language.say(
        "The parties held the whole text of the {title}, version {version}, whose manifest (waarborg.json) has the "
        "SHA-256 hash {sha256}.",
        **said,
    )


def read_receipt(data: bytes) -> Mapping[str, Any]:
    """The receipt in a file, as plain data. Raises ``NoReceipt`` for what is none."""
    if len(data) > MOST_BYTES:
        raise NoReceipt("it is too large")
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoReceipt("it is no JSON") from error
    if not isinstance(values, dict) or values.get("receipt") != FORM:
        raise NoReceipt("it is no receipt of this form")
    names = ("agreement", "version", "sha256", "manifest")
    held = values.get("held")
    if not all(isinstance(values.get(name), str) for name in names) or not isinstance(held, list):
        raise NoReceipt("what a receipt says is not in it")
    if not all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in held):
        raise NoReceipt("its list of parts is not as Clausule writes it")
    return values


def receipt_differences(receipt: Mapping[str, Any], manifest: bytes) -> list[tuple[str, str, str]]:
    """Where ``receipt`` says otherwise than the ``manifest`` of the edition that it names: part, expected, found."""
    known = read_manifest(manifest)
    rows = _rows(known)
    told = [(name, known[name], receipt.get(name)) for name in ("agreement", "version", "effective", "recipe")]
    told += [("sha256", known["sha256"], receipt.get("sha256"))]
    told += [("manifest", sha256_of(manifest), receipt.get("manifest"))]
    told += [(row["id"], rows.get(row["id"], "nothing"), row.get("sha256")) for row in receipt["held"]]
    return [(name, as_words(old), as_words(new)) for name, old, new in told if old != new]


def as_words(value: object) -> str:
    """A value of JSON as it is shown."""
    return value if isinstance(value, str) else canonical_json(value).decode()


def _rows(manifest: Mapping[str, Any]) -> dict[str, str]:
    return {row["id"]: row["sha256"] for name in _PARTS for row in manifest[name]}
