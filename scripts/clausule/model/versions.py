"""The order of versions by their names: 1.9 before 1.10, and what leads to a version before the version itself."""

from __future__ import annotations

import re
from typing import Any

from clausule.model.similarity import natural

_STAGES = ("dev", "draft", "concept", "alpha", "beta", "pre", "preview", "rc")
_LETTER_BEFORE = re.compile(r"^v[.-]?(?=\d)")
_LEADS_TO = re.compile(rf"(?P<main>.+?)[-._]?(?P<stage>{'|'.join(_STAGES)})[-._]?(?P<number>\d*)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\D|$)|(?:19|20)\d{6}$")


def version_order(version: str) -> tuple[Any, ...]:
    """A key that sorts versions of one scheme: ``2.0-rc1``, ``2.0``, ``2.0.1``, ``2.10``."""
    name = _LETTER_BEFORE.sub("", version)
    if before := _LEADS_TO.fullmatch(name):
        return natural(before["main"]), False, _STAGES.index(before["stage"]), int(before["number"] or 0)
    return natural(name), True


def scheme_of(version: str) -> str:
    """How versions are counted: by ``year`` (2024-01), by ``number`` (3.0) or by ``name``. Between two schemes the date
    alone says which is the later."""
    if _YEAR.match(version):
        return "year"
    return "number" if version_order(version)[0][0][0] is False else "name"
