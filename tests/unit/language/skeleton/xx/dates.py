"""A day is written as machines do."""

from datetime import date


def long(day: date) -> str:
    return day.isoformat()


def short(day: date) -> str:
    return day.isoformat()
