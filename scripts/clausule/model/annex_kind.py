"""What an annex can be besides text: the front matter of its file says which (``kind: measures``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clausule.model.declared import declared


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnnexKind:
    """``name`` stands in the front matter; ``first`` is the one that an annex has which names none."""

    name: str
    first: bool = False


@cache
def annex_kinds() -> tuple[str, ...]:
    """The names of all kinds, that of an annex which names none first."""
    kinds = sorted(declared("clausule.model.annex_kinds", AnnexKind), key=lambda kind: not kind.first)
    return tuple(kind.name for kind in kinds)
