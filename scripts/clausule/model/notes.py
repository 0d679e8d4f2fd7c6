"""What an author says beside the text of an edition: known mistakes, accepted findings, why something changed, what is
what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clausule.model.nodes import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An edition is taken back on ``day``, because ``why``. Where its words were taken away too (``is_emptied``),
    ``pages`` are the addresses within it that answer for it, files too, ``above`` those of its agreement that only it
    had, and ``manifest`` is the hash by which the
    manifest of the edition frozen next names it, if there is one."""

    day: date
    why: str
    is_emptied: bool = False
    pages: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    manifest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A known mistake in a frozen text: ``words`` in clause ``at`` should read ``should`` (may be empty)."""

    at: str
    words: str
    should: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A finding that the author accepts: ``rule``, in clause ``at`` and at ``words`` if given, because ``reason``."""

    rule: str
    at: str
    words: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """Why something changed since the edition before: ``at`` is its id in this edition and ``was`` that in the one
    before; one of them may be empty. ``nature`` is ``editorial``, ``substantive`` or empty.
    """

    at: str
    was: str
    why: str
    nature: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PairNote:
    """What the author knows better about the edition before: ``old`` there is ``new`` here, or is not when
    ``apart``."""

    old: str
    new: str
    apart: bool
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLine:
    """A line of the author's summary of an edition: the clause ``at`` says, in short, ``line``."""

    at: str
    line: str
    place: Place
