"""How a day is written in Dutch."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def long(day: date) -> str:
    """``25 mei 2018``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """``25-05-2018``."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
