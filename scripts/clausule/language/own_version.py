"""What a text says of itself, whatever its language: its version, and the day from which it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """``plain[start:end]`` says the ``version`` of the text, or its ``day``, ``month`` and ``year``; what it leaves out
    is empty or nothing."""

    start: int
    end: int
    version: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def is_of(self, day: date) -> bool:
        """Whether the date that is said is ``day``, as far as it is said."""
        parts = ((self.day, day.day), (self.month, day.month), (self.year, day.year))
        return all(said is None or said == real for said, real in parts)
