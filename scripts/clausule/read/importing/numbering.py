"""The numbers that Word computes and does not write (ECMA-376, part 1, 17.9): of each numbered paragraph its mark.

Word keeps one row of counters for each abstract numbering. A paragraph of a level counts it up and sets the levels
below it back; an override of a start holds for the first paragraph of its numbering.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from clausule.model.ids import letters, roman

_LEVELS = 9
BULLET = "-"


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is counted: where it starts, in which figures, and what its mark looks like (``%1.%2``)."""

    start: int = 1
    figures: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    indent: int | None = None


@dataclass(slots=True)
class _Numbering:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The numberings of a document; ``mark`` is asked once for each numbered paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        self._numberings: dict[str, _Numbering] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}
        styled: dict[str, str] = {}
        for one in root.iter("w_abstractNum"):
            name = one.get("w_abstractNumId", "")
            abstracts[name] = {_int(level.get("w_ilvl")): _level(level) for level in one.findall("w_lvl")}
            if (link := one.find("w_numStyleLink")) is not None:
                links[name] = link.get("w_val", "")
            if (link := one.find("w_styleLink")) is not None:
                styled[link.get("w_val", "")] = name
        for one in root.iter("w_num"):
            found = one.find("w_abstractNumId")
            name = found.get("w_val", "") if found is not None else ""
            name = styled.get(links.get(name, ""), name)
            numbering = _Numbering(name, dict(abstracts.get(name, {})))
            for override in one.findall("w_lvlOverride"):
                at = _int(override.get("w_ilvl"))
                if (own := override.find("w_lvl")) is not None:
                    numbering.levels[at] = _level(own)
                if (start := override.find("w_startOverride")) is not None:
                    numbering.starts[at] = _int(start.get("w_val"))
            self._numberings[one.get("w_numId", "")] = numbering

    def level_of_style(self, number: str, style: str) -> int:
        """The level that a numbering gives to the paragraphs of a style."""
        numbering = self._numberings.get(number)
        levels = numbering.levels if numbering else {}
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def indent(self, number: str, at: int) -> int | None:
        """The indentation that a level of a numbering gives to its paragraphs, in twentieths of a point."""
        numbering = self._numberings.get(number)
        return numbering.levels.get(at, Level()).indent if numbering else None

    def mark(self, number: str, at: int) -> str:
        """The mark of the next paragraph of level ``at`` (from 0) in a numbering; empty where it shows none."""
        numbering = self._numberings.get(number)
        if not numbering or not 0 <= at < _LEVELS:
            return ""
        level = numbering.levels.get(at, Level())
        counters = self._counters.setdefault(numbering.abstract, [None] * _LEVELS)
        fresh = at in numbering.starts and (number, at) not in self._begun
        self._begun.add((number, at))
        current = counters[at]
        if fresh:
            counters[at] = numbering.starts[at]
        else:
            counters[at] = level.start if current is None else current + 1
        for above in range(at):
            if counters[above] is None:
                counters[above] = numbering.levels.get(above, Level()).start
        for below in range(at + 1, _LEVELS):
            restart = numbering.levels.get(below, Level()).restart
            if restart is None or (restart and at < restart):
                counters[below] = None
        if level.figures == "bullet":
            return BULLET
        if level.figures == "none" and "%" not in level.text:
            return level.text.strip()

        def shown(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            one = numbering.levels.get(which, Level())
            if level.legal and one.figures != "decimalZero":  # Word's list 'Article I, Section 1.01' is legal too
                one = replace(one, figures="decimal")
            value = counters[which]
            return figures_of(one.start if value is None else value, one.figures)

        return re.sub(r"%([1-9])", shown, level.text).strip()


def _level(element: Element) -> Level:
    def value(name: str) -> str | None:
        found = element.find(f"w_{name}")
        return None if found is None else found.get("w_val", "")

    legal = element.find("w_isLgl")
    restart = value("lvlRestart")
    place = element.find("w_pPr/w_ind")
    indent = (place.get("w_left") or place.get("w_start") or "") if place is not None else ""
    return Level(
        start=_int(value("start") or "1"),
        figures=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        legal=legal is not None and legal.get("w_val", "1") not in ("0", "false", "off"),
        restart=None if restart is None else _int(restart),
        style=value("pStyle") or "",
        indent=int(indent) if indent.lstrip("-").isdigit() else None,
    )


def _int(words: str | None) -> int:
    try:
        return int(words or 0)
    except ValueError:
        return 0


def figures_of(value: int, figures: str) -> str:
    """A number in figures, by the names that ECMA-376 gives to them (17.18.59)."""
    match figures:
        case "lowerLetter" | "upperLetter":
            letter = letters(value) if value > 0 else ""
            return letter.upper() if figures == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            written = roman(value)
            return written.upper() if figures == "upperRoman" else written
        case "decimalZero":
            return f"{value:02}"
        case "ordinal":
            return f"{value}."
        case "none":
            return ""
        case _:
            return str(value)
