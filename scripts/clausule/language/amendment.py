"""Words that say how the text of an agreement is changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol


class Amendment(Protocol):
    """How a text says how its own text is changed."""

    def find(self, plain: str, /) -> tuple[int, int] | None:
        """The place in ``plain`` that says it, if one does."""


class AmendmentWords:
    """The words of one language, as patterns."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [re.compile(one, re.I) for one in patterns]

    def find(self, plain: str) -> tuple[int, int] | None:
        """The first place, if there is one."""
        found = (match.span() for pattern in self._patterns for match in pattern.finditer(plain))
        return min(found, default=None)
