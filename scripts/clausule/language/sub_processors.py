"""Where a text says that the list of sub-processors is."""

from __future__ import annotations

from dataclasses import dataclass

ELSEWHERE, SITE, ANNEX, REQUEST, PLAIN = "elsewhere", "site", "annex", "request", "list"


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that speaks of a list of sub-processors: ``words`` from ``start`` to ``end``. ``where`` says where the
    list is to be found: at an ``address`` (elsewhere), on a site without address, in an annex, on request, or
    unsaid."""

    start: int
    end: int
    where: str
    address: str = ""
