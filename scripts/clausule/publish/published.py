"""Which rows of sub-processors the published site holds, from the branch gh-pages, where there is one."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

_BRANCHES = ("refs/heads/gh-pages", "refs/remotes/origin/gh-pages")
LIST = "sub-verwerkers.json"


def published_rows(root: Path, slugs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids of the rows on the published list of each agreement; an agreement without one is left out.

    Without git, without the branch, or when the list there is not ours, nothing is known and nothing is raised:
    ``publish`` holds the list against the branch that it moves, whatever is known here.
    """
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return {}
    found: dict[str, set[str]] = {}
    asked = [(slug, f"{branch}:{slug}/{LIST}") for branch in _BRANCHES for slug in slugs]
    for (slug, _), data in zip(asked, _objects(root, [name for _, name in asked]), strict=False):
        found.setdefault(slug, set()).update(row_ids(data))
    return {slug: tuple(sorted(ids)) for slug, ids in found.items() if ids}


def row_ids(data: bytes | None) -> frozenset[str]:
    """The ids in a published list; none in what is no such list."""
    try:
        rows = json.loads(data or b"{}").get("sub_processors") or []
        return frozenset(str(row["id"]) for row in rows)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return frozenset()


def _objects(root: Path, names: list[str]) -> list[bytes | None]:
    """The contents of each object that git knows by name; None for one that is not there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment["GIT_NO_LAZY_FETCH"] = "1"
    try:
        done = subprocess.run(
            ["git", "cat-file", "--batch"],
            cwd=root,
            env=environment,
            input="".join(f"{name}\n" for name in names).encode(),
            capture_output=True,
            check=False,
        )
    except OSError:
        return []
    found: list[bytes | None] = []
    rest = done.stdout
    while rest:
        header, _, rest = rest.partition(b"\n")
        words = header.split()
        if len(words) == 3 and words[2].isdigit():
            size = int(words[2])
            found.append(rest[:size])
            rest = rest[size + 1 :]
        else:
            found.append(None)
    return found
