"""The manifest of a frozen edition (``waarborg.json``): what of it never changes, as hashes that anybody can recompute.

Its bytes have one form, that of RFC 8785 (JSON Canonicalization Scheme): names in order, no white space, UTF-8, no line
end behind it. So the hash of the manifest is the sha256 of the file, and nothing that may change is in it: no title, no
status, no erratum, no day of a build. ``previous`` names the manifest of the edition that was frozen before it, in the
order of the lines of ``editions.lock``: who changes one must change all that came after it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import (
    annex_sha256,
    article_sha256,
    canonical_json,
    clause_sha256,
    edition_sha256,
    section_sha256,
)

FORM = 1
"""The number of the form of a manifest."""

MOST_BYTES = 5_000_000
"""A file that is larger is no manifest, signature or receipt; that of the longest agreement seen is 40 KB."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class NoManifest(ValueError):
    """The bytes are no manifest; the message says why."""


def sha256_of(data: bytes) -> str:
    """The hash of a file."""
    return hashlib.sha256(data).hexdigest()


def manifest_of(agreement: Agreement, edition: Edition) -> bytes | None:
    """The manifest of ``edition``, byte for byte; None where it is not frozen."""
    link = followed(agreement, edition)
    return _manifest(edition, *link[1:]) if link else None


def manifest_sha256(agreement: Agreement, edition: Edition) -> str:
    """The hash of the manifest of ``edition``; empty where it is not frozen."""
    link = followed(agreement, edition)
    return link[0] if link else ""


def followed(agreement: Agreement, edition: Edition) -> tuple[str, ...]:
    """What is remembered of the manifest of ``edition``: its hash, and version and hash of the one before it, which are
    empty for the first. Nothing where it is not frozen."""
    return _chain(agreement).get(edition, ())


@lru_cache(16)
def _chain(agreement: Agreement) -> dict[Edition, tuple[str, str, str]]:
    """The same of all frozen editions, in order of freezing. The words of an edition that was read before (``Imprint``)
    are not read again."""
    there = {edition.version: edition for edition in agreement.all_editions}
    found: dict[Edition, tuple[str, str, str]] = {}
    version, before = "", ""
    for edition in (there[name] for name in agreement.lock if name in there):
        if edition.withdrawn and edition.is_emptied:  # what named it goes on to; else the chain goes past it
            if edition.withdrawn.manifest:
                version, before = edition.version, edition.withdrawn.manifest
            continue
        known = edition.imprint.manifest if edition.imprint else ()
        fresh = known[1:] != (version, before)
        sha256 = sha256_of(_manifest(edition, version, before)) if fresh else known[0]
        found[edition] = (sha256, version, before)
        version, before = edition.version, sha256
    return found


def _manifest(edition: Edition, version: str, before: str) -> bytes:
    recipe = edition.recipe
    sections = [*edition.preamble, *edition.closing, *(part for annex in edition.annexes for part in annex.sections)]
    clauses = [clause for article in edition.articles for clause in article.clauses]
    return canonical_json(
        {
            "manifest": FORM,
            "agreement": edition.name_in_hash,
            "version": edition.version,
            "effective": edition.effective.isoformat() if edition.effective else None,
            "recipe": recipe,
            "sha256": edition_sha256(edition),
            "articles": [{"id": one.id, "sha256": article_sha256(one, recipe)} for one in edition.articles],
            "clauses": [{"id": one.id, "sha256": clause_sha256(one, recipe)} for one in clauses],
            "sections": [{"id": one.id, "sha256": section_sha256(one, recipe)} for one in sections],
            "annexes": [
                {
                    "id": one.id,
                    "version": one.version,
                    "effective": one.effective.isoformat() if one.effective else None,
                    "sha256": annex_sha256(one, recipe),
                }
                for one in edition.annexes
            ],
            "previous": {"version": version, "sha256": before} if before else None,
        }
    )


def read_manifest(data: bytes) -> Mapping[str, Any]:
    """The manifest in a file, as plain data. Raises ``NoManifest`` for what is none: other names, a hash that is none,
    bytes in another form."""
    if len(data) > MOST_BYTES:
        raise NoManifest(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoManifest("it is no JSON") from error
    if not isinstance(values, dict) or values.get("manifest") != FORM:
        raise NoManifest("it is no manifest of this form")
    rows = [values.get(name) for name in ("articles", "clauses", "sections", "annexes")]
    if not all(isinstance(row, list) and all(_is_row(one) for one in row) for row in rows):
        raise NoManifest("its lists of hashes are not as Clausule writes them")
    before = values.get("previous")
    if not _is_hash(values.get("sha256")) or not (before is None or (isinstance(before, dict) and _is_hash_of(before))):
        raise NoManifest("a hash in it is none")
    if not all(isinstance(values.get(name), str) for name in ("agreement", "version")):
        raise NoManifest("it names no agreement and version")
    try:
        whole = canonical_json(values) == data
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise NoManifest("its bytes are not in the form in which manifests are published (RFC 8785)")
    return values


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def _is_hash_of(row: Mapping[str, Any]) -> bool:
    return isinstance(row.get("version"), str) and _is_hash(row.get("sha256"))


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and isinstance(row.get("id"), str) and _is_hash(row.get("sha256"))
