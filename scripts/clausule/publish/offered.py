"""``bestanden.json`` of an agreement: each form in which an edition or a comparison of two was ever offered as a file.

``{agreement, files: [{path, sha256, first}]}``: ``first`` is the day on which a file with this hash was offered first
at ``path``, below the agreement. Such files change with theme, day or tool, so a download of long ago is told from an
altered one by a row here. It only grows, but for an edition whose words were taken away: these could be guessed from
the hash of a file that held them. What never changes (the manifest, and the bytes that its hash is of) needs no row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from clausule.model.addresses import CANONICAL, MANIFEST, OFFERED
from clausule.publish.errors import PublishError
from clausule.publish.git import Objects

_DOCUMENTS = (".pdf", ".docx")
_ENDINGS = (".json", ".jsonld", ".csv", ".xml", ".ics", ".ttl", ".md", *_DOCUMENTS)
_NEVER_CHANGE = (MANIFEST, CANONICAL)
_NO_ROWS = b'"files": [\n\n]}\n'
_BRANCHES = ("refs/heads/gh-pages", "refs/remotes/origin/gh-pages")


class Offer(NamedTuple):
    """A file that was offered at ``path`` from the day ``first`` on."""

    path: str
    first: str


def is_offered(name: str) -> bool:
    """Whether the file ``name`` in the folder of an edition is one that readers take along and that may change."""
    return name.endswith(_ENDINGS) and "/" not in name and name not in _NEVER_CHANGE


def is_offered_part(address: str, drafts: Collection[str]) -> bool:
    """Whether what stands at ``address``, above the editions, is a document of a comparison of agreed texts; ``drafts``
    are versions that are none."""
    return address.endswith(_DOCUMENTS) and not versions_of(address.partition("/")[2]) & set(drafts)


def versions_of(path: str) -> set[str]:
    """The versions that a file below an agreement is of: ``1.5/overeenkomst.pdf``, ``vergelijken/1.4...1.5/x.pdf``."""
    first, _, rest = path.partition("/")
    compared = rest.partition("/")[0]
    return set(compared.split("...")) if "..." in compared else {first}


def extended(
    before: bytes | None, agreement: str, files: Mapping[str, bytes], day: str, emptied: Collection[str] = ()
) -> bytes | None:
    """The file with a row for each of ``files`` (by path below the agreement) that it has no row for, and none of the
    versions ``emptied``; ``before`` as it is where that changes nothing, and nothing where there never was a row."""
    rows = _rows(before)
    gone = set(emptied)
    left = [row for row in rows if not versions_of(row["path"]) & gone]
    known = {(row["path"], row["sha256"]) for row in left}
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    new = [
        {"path": path, "sha256": sha256, "first": day}
        for path, sha256 in hashes.items()
        if (path, sha256) not in known and not versions_of(path) & gone
    ]
    if not new and left == rows:
        return before if rows or (before or b"").endswith(_NO_ROWS) else None
    return _as_text(agreement, sorted([*left, *new], key=lambda row: (row["path"], row["first"], row["sha256"])))


def _as_text(agreement: str, rows: list[dict[str, Any]]) -> bytes:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"agreement": {json.dumps(agreement)}, "files": [\n{lines}\n]}}\n'.encode()


def offered_before(read: Callable[[str], bytes | None], former: Mapping[str, str], agreement: str) -> bytes | None:
    """The file as it is published; of an agreement that was renamed since, that of its former name."""
    names = [agreement, *(old for old, now in former.items() if now == agreement)]
    return next((data for name in names if (data := read(f"{name}/{OFFERED}")) is not None), None)


def offered_formerly(
    read: Callable[[str], bytes | None], former: Mapping[str, str], emptied: Callable[[str], Collection[str]]
) -> dict[str, bytes]:
    """The files of agreements that were renamed: they stay where they are, as they are, but for the versions of each
    agreement that were ``emptied``."""
    found = {
        f"{old}/{OFFERED}": extended(read(f"{old}/{OFFERED}"), old, {}, "", emptied(now)) for old, now in former.items()
    }
    return {path: data for path, data in found.items() if data is not None}


def _rows(data: bytes | None) -> list[dict[str, Any]]:
    """The rows of such a file; none of what is no such file."""
    try:
        rows = json.loads(data or b"{}").get("files") or []
        return [{name: str(row[name]) for name in ("path", "sha256", "first")} for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []


def find_offer(root: Path, slugs: list[str], data: bytes) -> Offer | None:
    """Where and when the file with these bytes was offered first, as the branch on this machine knows; nothing where it
    was not, or nothing is known."""
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return None
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        with Objects(root) as objects:
            found = [
                Offer(f"{slug}/{row['path']}", row["first"])
                for slug in slugs
                for branch in _BRANCHES
                for row in _rows(objects.read(f"{branch}:{slug}/{OFFERED}"))
                if row["sha256"] == sha256
            ]
    except (PublishError, OSError):
        return None
    return min(found, key=lambda offer: offer.first, default=None)
