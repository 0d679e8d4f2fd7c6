"""Which rows of sub-processors the published site holds, from the branch gh-pages, where there is one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from clausule.model.addresses import LIST_DATA
from clausule.publish.errors import PublishError
from clausule.publish.git import Objects

_BRANCHES = ("refs/heads/gh-pages", "refs/remotes/origin/gh-pages")


def published_rows(root: Path, slugs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids of the rows on the published list of each agreement; an agreement without one is left out.

    Without git, without the branch, or when the list there is not ours, nothing is known and nothing is raised:
    ``publish`` holds the list against the branch that it moves, whatever is known here.
    """
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return {}
    found: dict[str, set[str]] = {}
    try:
        with Objects(root) as objects:
            for slug, branch in product(slugs, _BRANCHES):
                found.setdefault(slug, set()).update(row_ids(objects.read(f"{branch}:{slug}/{LIST_DATA}")))
    except (PublishError, OSError):
        return {}
    return {slug: tuple(sorted(ids)) for slug, ids in found.items() if ids}


def row_ids(data: bytes | None) -> frozenset[str]:
    """The ids in a published list; none in what is no such list."""
    try:
        rows = json.loads(data or b"{}").get("sub_processors") or []
        return frozenset(str(row["id"]) for row in rows)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return frozenset()
