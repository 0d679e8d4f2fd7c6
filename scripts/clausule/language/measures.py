"""A measure that a clause promises in passing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """``words`` at ``start`` to ``end`` of a text promise ``kind``, with its ``value`` (a number, or the name of a
    standard); ``more`` says whether a higher value keeps it too.
    """

    start: int
    end: int
    kind: str
    value: float | str
    more: bool

    def kept_by(self, other: Promise) -> bool:
        """Whether who does ``other`` does this."""
        if self.kind != other.kind:
            return False
        if self.more and isinstance(self.value, float) and isinstance(other.value, float):
            return other.value >= self.value
        return self.value == other.value
