"""versions.json, as mike writes and reads it, in the order of the publisher."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from clausule.publish.plan import Plan


def entries(
    editions: Sequence[tuple[str, str, Mapping[str, Any]]], current: str | None, alias: str
) -> list[dict[str, Any]]:
    """What versions.json holds for (version, title, properties) from old to new: the newest first. ``alias`` is what
    the copy of the edition ``current`` is called.

    mike itself orders by name, which puts ``v2.0`` below ``1.5`` and a concept where its name falls.
    """
    rows: list[dict[str, Any]] = []
    for version, title, properties in reversed(editions):
        row: dict[str, Any] = {"version": version, "title": title, "aliases": [alias] if version == current else []}
        rows.append(row | ({"properties": dict(properties)} if properties else {}))
    return rows


def planned(plan: Plan, agreement: str) -> list[dict[str, Any]]:
    """What versions.json of ``agreement`` must hold."""
    editions = [(edition.version, edition.title, edition.properties) for edition in plan.of(agreement)]
    return entries(editions, plan.current.get(agreement), plan.alias(agreement))


def as_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """The file, in mike's own layout."""
    return json.dumps(rows, indent=2) + "\n"


def version_list(editions: Sequence[tuple[str, str]], current: str | None, alias: str) -> str:
    """versions.json for (version, title) from old to new, for a site that is built without the branch."""
    return as_text(entries([(version, title, {}) for version, title in editions], current, alias))


def rows_of(content: bytes) -> list[dict[str, Any]] | None:
    """The rows of a versions.json, or nothing when it is no such thing (then something else than a publisher made
    it)."""
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    if not all(isinstance(row.get("version"), str) and isinstance(row.get("aliases"), list) for row in rows):
        return None
    return rows
