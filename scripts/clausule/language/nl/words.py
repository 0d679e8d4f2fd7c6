"""Words of the site that are not in the catalogue yet."""

from __future__ import annotations


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
