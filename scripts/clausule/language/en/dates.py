"""How a day is written in English: never in figures alone, of which half the readers take the month for the day."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long(day: date) -> str:
    """``25 May 2018``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """``25 May 2018``."""
    return long(day)
