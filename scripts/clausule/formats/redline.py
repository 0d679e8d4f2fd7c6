"""A form in which a comparison of two editions can be had as one file. A module of this room that declares one adds
it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from clausule.compare.history import History
from clausule.language.language import Language
from clausule.model.declared import declared
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Redline:
    """``name`` is what ``clausule compare --format`` calls it, ``file`` its name beside the page of a comparison,
    ``title`` what a reader calls it. ``make`` gets the agreement and its history, the old edition, the new one and how
    the firm's documents look; ``lacks`` says why it cannot be made here, if it cannot."""

    name: str
    file: str
    title: Callable[[Language], str]
    make: Callable[[Agreement, History, Edition, Edition, House], bytes]
    lacks: Callable[[], str] = lambda: ""


@cache
def all_redlines() -> tuple[Redline, ...]:
    """Every form of a comparison, in the order of their files here."""
    return tuple(declared("clausule.formats", Redline))
