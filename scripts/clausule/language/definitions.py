"""A term that a text defines, whatever its language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """``term`` stands at ``start`` of a text that defines it. ``more``: it says what the term means as well ('onder
    overmacht wordt ook verstaan'), and defines it only where nothing else does."""

    start: int
    term: str
    more: bool = False
