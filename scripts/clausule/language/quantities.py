"""What a text measures: periods, amounts of money, shares, dates, times of day, how often, and other numbers. Each has
one value in every language, so that 'dertig dagen' and '30 days' are the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

MINUTE, DAY, WORKING_DAY, MONTH = "minute", "day", "working day", "month"


@dataclass(frozen=True, slots=True)
class Quantity:
    """``plain[start:end]`` of a text says that something is ``value`` of ``unit``; ``count`` is the number in it as it
    is said, of weeks or of thousands.

    ``kind`` is ``period``, ``rate`` (how often), ``times``, ``amount`` (of money), ``share``, ``date``, ``clock`` or
    ``number``. Periods and rates are in minutes, days, working days or months. It is ``weak`` where another language
    can leave it out, or say it in other words: 'a month' for 'the month', 'two' for 'both'.
    """

    start: int
    end: int
    kind: str
    value: str
    unit: str = ""
    weak: bool = False
    count: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it says, apart from where."""
        return self.kind, self.value, self.unit


class Quantities(Protocol):
    """How periods, amounts, shares, dates, times and numbers are written."""

    def find(self, plain: str, /) -> tuple[Quantity, ...]:
        """The quantities in ``plain``, in order."""
