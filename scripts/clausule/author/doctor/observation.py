"""What ``doctor`` saw of one thing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

State = Literal["fine", "note", "wrong"]
"""``wrong`` hinders a command; a ``note`` is for who looks for its reason, or wants what is not there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """``found`` says how ``about`` is, in a sentence; ``mend`` what to do, empty where nothing has to be done."""

    about: str
    state: State
    found: str
    mend: str = ""

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def fine(about: str, found: str) -> Observation:
    return Observation(about=about, state="fine", found=found)


def note(about: str, found: str, mend: str) -> Observation:
    return Observation(about=about, state="note", found=found, mend=mend)


def wrong(about: str, found: str, mend: str) -> Observation:
    return Observation(about=about, state="wrong", found=found, mend=mend)


def some(rows: list[str], most: int = 5) -> str:
    """A list for a sentence, which may be long."""
    more = len(rows) - most
    return ", ".join(rows[:most]) + (f" and {more} more" if more > 0 else "")
