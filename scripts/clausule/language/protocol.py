"""What a language must have: each part is a module of its package, and has what its protocol here says."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Dates(Protocol):
    """How a day is written."""

    def long(self, day: date) -> str:
        """With the name of the month, as within a sentence."""

    def short(self, day: date) -> str:
        """In figures, of the same length for every day."""
