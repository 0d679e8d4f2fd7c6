"""What an author says beside the text: which demand a clause fulfils, what a measure serves. Plain data, not hashed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausule.model.nodes import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The part of the text with id ``at`` fulfils ``demand`` (``28.3.h`` or one of its parts, ``28.3.h.audits``).

    ``partly`` is true where it does so in part. ``place`` is that of the demand, ``at_place`` that of the id.
    """

    at: str
    demand: str
    partly: bool
    place: Place
    at_place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader of demand ``about`` should know of the part of the text with id ``at``: ``note``."""

    at: str
    about: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Value:
    """One word that an author wrote, and where."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What the measure whose words begin with ``words`` is, in the annex that was read from ``path``.

    ``goals`` are those of AVG article 32(1) (``b``), ``controls`` those of ISO/IEC 27001:2022 Annex A (``A.8.5``),
    ``concepts`` names of the Data Privacy Vocabulary (``MultiFactorAuthentication``).
    """

    words: str
    path: str
    goals: tuple[Value, ...]
    controls: tuple[Value, ...]
    concepts: tuple[Value, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Reading:
    """Who read the text beside the law and made these claims, and on which day; None where that is no day."""

    by: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything of this kind in one edition, in the order of its files."""

    claims: tuple[Claim, ...] = ()
    remarks: tuple[Remark, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    reading: Reading | None = None
