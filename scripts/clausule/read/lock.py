"""The lock of an agreement: its frozen editions, each with the hash of its words and the recipe of that."""

from __future__ import annotations

import os
import re

from clausule.read.source import Sources

LOCK = "editions.lock"


def read_lock(sources: Sources, path: str) -> dict[str, tuple[int, str]]:
    """The frozen editions, each with the recipe of its hash: a line ``version sha256:hex`` (recipe 1) or ``version
    v2-sha256:hex``. A line that cannot be read is a finding."""
    if not os.path.lexists(sources.root / path):
        return {}
    found: dict[str, tuple[int, str]] = {}
    for line in sources.lines(path) or ():
        words = line.text.split("#")[0].split()
        if not words:
            continue
        hashed = re.fullmatch(r"(v2-)?sha256:([0-9a-f]{64})", words[1]) if len(words) == 2 else None
        if not hashed:
            sources.add(
                line.place,
                "frozen",
                "this line of the lock cannot be read",
                "take the line back from the history of the repository",
            )
        elif words[0] in found:
            sources.add(
                line.place, "frozen", f"edition {words[0]} stands in the lock twice", "keep the line that came first"
            )
        else:
            found[words[0]] = (2 if hashed[1] else 1, hashed[2])
    return found


def recipe_of(lock: dict[str, tuple[int, str]], version: str) -> int:
    """The recipe with which ``version`` was frozen; the newest where it is not frozen yet."""
    return lock[version][0] if version in lock else 2
