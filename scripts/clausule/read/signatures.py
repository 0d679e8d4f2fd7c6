"""The signatures under manifests, and the keys that count; what they are worth is told by ``proof``."""

from __future__ import annotations

import os

from clausule.model.addresses import SIGNATURE, SIGNERS
from clausule.model.nodes import Place
from clausule.read.source import Sources

SIGNERS_FILE = f"docs/{SIGNERS}"


def signature_file(slug: str, version: str) -> str:
    """Where the signature under the manifest of an edition stands in the sources: beside the lock."""
    return f"docs/{slug}/{version}.{SIGNATURE}"


def read_signers(sources: Sources) -> tuple[str, ...]:
    """The lines of the file with the publisher's public keys; none where there is no such file."""
    there = os.path.lexists(sources.root / SIGNERS_FILE)
    return tuple(line.text for line in (sources.lines(SIGNERS_FILE) or () if there else ()))


def read_signatures(sources: Sources, slug: str) -> dict[str, bytes]:
    """Every signature beside the lock of an agreement, by version; one that may not be read is a finding."""
    found = {}
    for name in sorted(os.listdir(sources.root / "docs" / slug)):
        path = f"docs/{slug}/{name}"
        if not name.endswith(f".{SIGNATURE}") or name.startswith("."):
            continue
        if refusal := sources.refusal(path):
            sources.add(Place(path, 1, 1), "unreadable-file", refusal, "put the file itself there")
        else:
            found[name.removesuffix(f".{SIGNATURE}")] = sources.bytes_of(path)
    return found
