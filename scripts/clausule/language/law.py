"""What the law and the standards ask, in the words of a language: ``law.json`` of its package, by the ids of
``law``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from clausule.law.gdpr import GOALS
from clausule.law.iso27001 import CONTROLS, THEMES

_NOTHING, _ANYTHING = re.compile(r"(?!)"), re.compile("")
_SENTENCE = re.compile(r"[.;!?]\s+")


@dataclass(frozen=True, slots=True)
class Asked:
    """The words for something that is asked: of a demand its title, of a part of it what it asks.

    ``cues`` finds words that speak of a part; in those of a demand the cues of its parts mean something, unless their
    sentence speaks of an ``other`` thing: 'object to an invoice'.
    """

    words: str
    cues: re.Pattern[str]
    other: re.Pattern[str] = _NOTHING

    def is_other(self, plain: str, at: int) -> bool:
        """Whether the sentence of ``plain`` that holds what stands ``at`` there speaks of something else."""
        ends = (one.start() for one in _SENTENCE.finditer(plain, at))
        starts = [one.end() for one in _SENTENCE.finditer(plain, 0, at)]
        return bool(self.other.search(plain, starts[-1] if starts else 0, next(ends, len(plain))))


class LawWords:
    """What is asked, by id. What a language has no words for is called by its id, and no words speak of it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._said = data
        self._supervisors: Mapping[str, Any] = data.get("supervisors", {})
        self._asked: dict[str, Asked] = {}
        for name, row in data.get("demands", {}).items():
            self._asked[name] = Asked(row["title"], re.compile(row.get("within", ""), re.I))
            for part, one in row["parts"].items():
                other = re.compile(one["other"], re.I) if "other" in one else _NOTHING
                self._asked[f"{name}.{part}"] = Asked(one["text"], re.compile(one["cues"], re.I | re.S), other)

    def _each(self, kind: str, known: tuple[str, ...]) -> dict[str, str]:
        said: Mapping[str, str] = self._said.get(kind, {})
        return {name: said.get(name, name) for name in known}

    @property
    def goals(self) -> dict[str, str]:
        """The goals of GDPR article 32(1), by point."""
        return self._each("goals", GOALS)

    @property
    def controls(self) -> dict[str, str]:
        """The controls of ISO/IEC 27001:2022 Annex A by number, each with a short name of ours."""
        return self._each("controls", CONTROLS)

    @property
    def themes(self) -> dict[str, str]:
        """The themes of Annex A by number, each with a short name of ours."""
        return self._each("themes", THEMES)

    def demand(self, name: str) -> Asked:
        """The demand with the id ``name``."""
        return self._asked.get(name) or Asked(name, _ANYTHING)

    def part(self, name: str) -> Asked:
        """The part of a demand with the id ``name``."""
        return self._asked.get(name) or Asked(name, _NOTHING)

    def limit(self, celex: str) -> str:
        """To what an adequacy decision is limited, where it is."""
        return str(self._said.get("limits", {}).get(celex, ""))

    def ask(self, jurisdiction: str, name: str) -> str:
        """What a supervisor asks, so that it continues a sentence."""
        return str(self._supervisors.get(jurisdiction, {}).get("asks", {}).get(name, name))

    def section(self, jurisdiction: str, number: str) -> str:
        """The title of a section of the form of a supervisor."""
        return str(self._supervisors.get(jurisdiction, {}).get("sections", {}).get(number, number))

    @property
    def countries(self) -> dict[str, str]:
        """The codes of countries by names that people say and the lists of names have not."""
        return dict(self._said.get("countries", {}))


@cache
def read_law(package: str) -> LawWords:
    """The words in the package of a language; none where it has no file."""
    file = resources.files(package).joinpath("law.json")
    return LawWords(json.loads(file.read_text("utf-8")) if file.is_file() else {})
