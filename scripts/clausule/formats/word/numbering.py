"""Numbers that Word counts (17.9), wherever it counts what the author wrote; where it would not, his number is typed.

Articles with their clauses are one list of several levels, annexes with their sections another, with the items in them
as deeper levels. An item list that does not go on as its list does is one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausule.formats.word.looks import DEEPEST, STEP
from clausule.formats.word.xml import Xml, w
from clausule.model.ids import letters, roman, roman_value

BULLETS = "bullet"
_TOKEN = re.compile(r"\d+|(?<![^\W\d_])[A-Za-z]{1,7}(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Level:
    """How a level counts: in which figures, what its mark looks like (``%1.%2``), where it begins, and how deep its
    words hang (0: a heading, whose number stands before its words)."""

    figures: str
    pattern: str
    start: int = 1
    depth: int = 0
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """One list, and how far it has counted."""

    levels: dict[int, Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)

    def mark(self, at: int) -> tuple[str, int]:
        """The mark that the next paragraph of level ``at`` gets, and its count."""
        level = self.levels[at]
        count = self.counters.get(at, level.start - 1) + 1
        return _shown(level, self.counters | {at: count}, self.levels), count

    def count(self, at: int, count: int) -> None:
        """A paragraph of level ``at`` is there: deeper levels begin anew. Higher ones that were not there yet count as
        begun, and are never begun again."""
        self.counters = {**{above: self.counters.get(above, 0) for above in range(at)}, at: count}

    def can_count(self, at: int) -> bool:
        """Whether a paragraph of level ``at`` is counted as it is seen: what holds it is counted, and it is not begun
        by what lay deeper."""
        above = [level for level in self.levels if level < at]
        return (
            (not at or bool(above)) and all(self.counters.get(level) for level in above) and self.counters.get(at) != 0
        )


def _shown(level: Level, counts: dict[int, int], levels: dict[int, Level]) -> str:
    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        one = levels.get(at, level)
        return figures_of(counts.get(at, one.start), "decimal" if level.legal else one.figures)

    return re.sub(r"%(\d)", figure, level.pattern)


def figures_of(count: int, figures: str) -> str:
    """A count as it is written (17.18.59)."""
    match figures:
        case "lowerRoman":
            return roman(count)
        case "upperRoman":
            return roman(count).upper()
        case "lowerLetter":
            return letters(count)
        case "upperLetter":
            return letters(count).upper()
        case _:
            return str(count)


class Lists:
    """The lists of a document. Each marked paragraph asks for its place, in reading order."""

    def __init__(self) -> None:
        self.all: list[Numbering] = []
        self._schemes: dict[str, int] = {}
        self._own: dict[int, tuple[int, object]] = {}  # by depth: a list of its own, and what it lies in

    def counted(self, scheme: str, at: int, mark: str, depth: int) -> tuple[int, int] | None:
        """The list and the level with which Word shows exactly ``mark``, or None. ``scheme`` names a list of the
        document, ``at`` the level in it."""
        if at >= DEEPEST or not mark or "%" in mark:
            return None
        number = self._schemes.setdefault(scheme, len(self.all))
        if number == len(self.all):
            self.all.append(Numbering())
        numbering = self.all[number]
        if not numbering.can_count(at):
            return None
        if at not in numbering.levels:
            level = _level(mark, at, numbering, depth)
            if level is None:
                return None
            numbering.levels[at] = level
        shown, count = numbering.mark(at)
        if shown != mark:
            return None
        numbering.count(at, count)
        return number + 1, at

    def item(self, scheme: str, at: int, mark: str, depth: int, within: object) -> tuple[int, int] | None:
        """The same for what can be counted for itself too: an item of the list ``within``, a section of an annex."""
        if depth and not any(letter.isalnum() for letter in mark):
            return self._bullet(mark, depth)
        own = self._own.get(depth)
        if own is None or own[1] != within:
            if scheme and (found := self.counted(scheme, at, mark, depth)):
                self._own.pop(depth, None)
                return found
            own_level = min(max(depth, 1), DEEPEST) - 1
            level = _level(mark, own_level, Numbering(), depth)
            if level is None:
                return None
            self.all.append(Numbering({own_level: level}))
            own = self._own[depth] = len(self.all), within
        numbering = self.all[own[0] - 1]
        place = next(iter(numbering.levels))
        shown, count = numbering.mark(place)
        if shown != mark:
            return None
        numbering.count(place, count)
        return own[0], place

    def _bullet(self, mark: str, depth: int) -> tuple[int, int] | None:
        if depth > DEEPEST or not mark:
            return None
        name = f"{BULLETS} {mark}"
        if name not in self._schemes:
            self._schemes[name] = len(self.all)
            self.all.append(Numbering({at: Level(BULLETS, mark, depth=at + 1) for at in range(DEEPEST)}))
        return self._schemes[name] + 1, depth - 1

    def xml(self) -> Xml:
        """The part of the package that says how they count."""
        abstract = [_abstract(number, one.levels) for number, one in enumerate(self.all, 1)]
        numbers = [w("num", w("abstractNumId", val=number), numId=number) for number in range(1, len(self.all) + 1)]
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return w("numbering", *abstract, *numbers, xmlns_w=space)


def _level(mark: str, at: int, above: Numbering, depth: int) -> Level | None:
    """How to count so that the first mark is ``mark``; None where that is not to be seen."""
    tokens = list(_TOKEN.finditer(mark))
    if not tokens:
        return None
    last = tokens[-1]
    ways = list(_ways(last[0]))
    first = next((way for way in ways if way[1] == 1), None)
    if first is None and at and above.levels:
        return None  # a list within a list begins at one
    found = first or next(iter(ways), None)
    if found is None:
        return None
    figures, start = found
    before, upper, legal = mark[: last.start()], "", False
    for higher in range(at - 1, -1, -1):  # of '7.2' the '7' is the number of the article
        count = above.counters.get(higher)
        if count is None or not re.search(rf"(?<![\w%]){count}\.$", before):
            break
        before, upper = before[: -len(f"{count}.")], f"%{higher + 1}.{upper}"
        legal |= above.levels[higher].figures != "decimal"
    return Level(figures, f"{before}{upper}%{at + 1}{mark[last.end() :]}", start, depth, legal)


def _ways(token: str) -> Iterator[tuple[str, int]]:
    """In which figures a number can be written so, and which it is then; Roman before letters where it is the first."""
    if token.isdigit():
        if not token.startswith("0"):
            yield "decimal", int(token)
        return
    case = "lower" if token.islower() else "upper" if token.isupper() else ""
    value = roman_value(token.lower())
    if case and value and roman(value) == token.lower():
        yield f"{case}Roman", value
    if case and len(token) == 1:
        yield f"{case}Letter", ord(token.lower()) - ord("a") + 1


def _abstract(number: int, levels: dict[int, Level]) -> Xml:
    kind = w("multiLevelType", val="multilevel")
    return w("abstractNum", kind, *(_level_xml(at, levels[at]) for at in sorted(levels)), abstractNumId=number)


def _level_xml(at: int, level: Level) -> Xml:
    left = STEP * level.depth
    place = w("pPr", w("ind", left=left, hanging=STEP if level.depth else 0))
    return w(
        "lvl",
        w("start", val=level.start),
        w("numFmt", val=level.figures),
        *([w("isLgl")] if level.legal else []),
        w("suff", val="tab" if level.depth else "space"),
        w("lvlText", val=level.pattern),
        w("lvlJc", val="left"),
        place,
        ilvl=at,
    )


def level_of(number: str) -> int:
    """The level of a clause in the list of its article: that of ``7.2`` is 1, that of ``7.2.1`` is 2."""
    return max(number.count("."), 1)
