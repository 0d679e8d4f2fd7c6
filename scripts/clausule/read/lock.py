"""The lock of an agreement: its frozen editions, each with the hash of its words and the recipe of that."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from clausule.read.folders import is_agreement_name
from clausule.read.source import Line, Sources

LOCK = "editions.lock"
RENAMED = "renamed"
REMOVED = ""
"""In place of the hash of an edition whose words were taken away."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """What the lock says of an edition: the recipe and the hash, and what the agreement was called then, where that is
    another name than it has now."""

    recipe: int
    sha256: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """The frozen editions by version, in order of freezing, and the names that the agreement had before, from old to
    new."""

    editions: dict[str, Frozen] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def recipe_of(self, version: str) -> int:
        """The recipe with which ``version`` was frozen; the newest where it is not frozen yet."""
        return self.editions[version].recipe if version in self.editions else 2

    def name_of(self, version: str) -> str:
        """What the agreement was called when ``version`` was frozen, where that is another name than it has now."""
        return self.editions[version].name if version in self.editions else ""


def read_lock(sources: Sources, slug: str) -> Lock:
    """The lock of ``slug``: a line ``version sha256:hex`` (recipe 1) or ``version v2-sha256:hex`` for each frozen
    edition, ``version removed`` where the words were taken away, and the hash with them (then it is empty), and
    ``renamed OLD NEW`` behind those that were frozen under the name OLD. A line that cannot be read is a finding."""
    path = f"docs/{slug}/{LOCK}"
    if not os.path.lexists(sources.root / path):
        return Lock()
    found: list[tuple[str, int, str, int]] = []
    renamings: list[tuple[Line, str, str]] = []
    seen: set[str] = set()
    for line in sources.lines(path) or ():
        words = line.text.split("#")[0].split()
        if not words:
            continue
        hashed = re.fullmatch(r"(v2-)?sha256:([0-9a-f]{64})|removed", words[1]) if len(words) == 2 else None
        if hashed and words[0] in seen:
            _report(sources, line, f"edition {words[0]} stands in the lock twice", "keep the line that came first")
        elif hashed:
            seen.add(words[0])
            found.append((words[0], 2 if hashed[1] else 1, hashed[2] or REMOVED, len(renamings)))
        elif len(words) == 3 and words[0] == RENAMED and all(map(is_agreement_name, words[1:])):
            renamings.append((line, words[1], words[2]))
        else:
            _report(sources, line, "this line of the lock cannot be read", _TAKE_BACK)
    for number, (line, _, new) in enumerate(renamings):
        then = renamings[number + 1][1] if number + 1 < len(renamings) else slug
        if new != then:
            _report(sources, line, f"the agreement was renamed to '{new}', and is called '{then}' after that", _RENAME)
    names = tuple(old for _, old, _ in renamings)
    called = (*names, slug)
    editions = {
        version: Frozen(recipe, sha256, called[since] if called[since] != slug else "")
        for version, recipe, sha256, since in found
    }
    return Lock(editions, names)


_TAKE_BACK = "take the line back from the history of the repository"
_RENAME = (
    "take the folder and this file back from the history of the repository; clausule rename OLD NEW gives another name"
)


def _report(sources: Sources, line: Line, message: str, hint: str) -> None:
    sources.add(line.place, "frozen", message, hint)
