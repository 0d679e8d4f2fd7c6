"""What the rows of sub-processors on the published site say, from the branch gh-pages, where there is one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from clausule.analysis.sub_processors import row_words
from clausule.model.addresses import LIST_DATA
from clausule.publish.errors import PublishError
from clausule.publish.git import Objects

_BRANCHES = ("refs/heads/gh-pages", "refs/remotes/origin/gh-pages")


def published_rows(root: Path, slugs: Iterable[str]) -> dict[str, tuple[dict[str, str], ...]]:
    """The rows in words, by key, on the published list of each agreement; an agreement without one is left out.

    Without git, without the branch, or when the list there is not ours, nothing is known and nothing is raised:
    ``publish`` holds the list against the branch that it moves, whatever is known here.
    """
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return {}
    found: dict[str, list[dict[str, str]]] = {}
    try:
        with Objects(root) as objects:
            for slug, branch in product(slugs, _BRANCHES):
                rows = rows_in(objects.read(f"{branch}:{slug}/{LIST_DATA}"))
                found.setdefault(slug, []).extend(row for row in rows if row not in found[slug])
    except (PublishError, OSError):
        return {}
    return {slug: tuple(sorted(rows, key=lambda row: row["id"])) for slug, rows in found.items() if rows}


def rows_in(data: bytes | None) -> list[dict[str, str]]:
    """The rows of a published list in words, by key, each with its id; none of what is no such list."""
    try:
        rows = json.loads(data or b"{}").get("sub_processors") or []
        return [{"id": str(row["id"]), **row_words(row)} for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
