"""What acts are called in a language: the names in ``acts.json`` of its package, each beside the act that it names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from clausule.law.acts import Act, acts

LONG = 7
"""A name of so many letters is a word of its own and known in any case; a shorter one only as it is written."""
SHORT = 3
"""A name of so many letters is known in capitals too, and names an act without an article beside it."""


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act: ``name`` is its usual short name, ``title`` its full one, ``names`` are these and all others."""

    act: Act
    name: str
    title: str
    names: tuple[str, ...]


def read_acts(package: str) -> dict[str, NamedAct]:
    """The acts that have a name in the language of ``package``, by their id."""
    rows: Mapping[str, dict[str, object]] = json.loads(
        resources.files(package).joinpath("acts.json").read_text("utf-8")
    )
    found = {}
    for name, row in rows.items():
        short, title = str(row["name"]), str(row.get("title", row["name"]))
        others = row.get("names", ())
        assert isinstance(others, list | tuple)
        names = (short, title, *others)
        large = (one.upper() for one in names if SHORT <= len(one) < LONG)  # 'WBP' too
        found[name] = NamedAct(acts()[name], short, title, tuple(dict.fromkeys((*names, *large))))
    return found


def name_pattern(names: Iterable[str]) -> str:
    """A pattern for any of ``names``, the longest first, with a little white space for each space."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,8}") for name in ordered)
