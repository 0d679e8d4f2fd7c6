"""The lines of a text that comes in, and what its format says of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 120
"""Letters of a heading: none is longer."""
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]$")
_STOPS = (".", ";", ":", ",", "!", "?")
_MARKS = re.compile(
    r"(?P<level>#{1,6})\s+(?P<words>.*?)(?:\s+#+)?\s*|(?P<bold>\*\*|__)(?P<strong>\S.*\S|\S)(?P=bold)\s*"
)
_UNDERLINE = re.compile(r"=+|-{2,}")

BOLD = 7
"""The level of a line that is no heading, and bold as a whole."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of the text that comes in, and its number there, from 1.

    Where the format says that it is a heading, ``level`` is that of it (1 the highest), else 0; ``words`` are those
    that it shows, without marks of the format.
    """

    text: str
    number: int
    level: int = 0
    words: str = ""

    def __post_init__(self) -> None:
        if not self.level:
            object.__setattr__(self, "words", self.text.strip().replace("\u00a0", " "))


def raw_lines(text: str, markdown: bool) -> list[RawLine]:
    """The lines of a text, without their ends. In ``markdown`` marks of headings become their level, and an underlined
    heading is one line; a line that is bold as a whole counts as one of the lowest level."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    plain = [RawLine(line, number) for number, line in enumerate(lines, 1)]
    return with_levels(plain) if markdown else plain


def with_levels(lines: Sequence[RawLine]) -> list[RawLine]:
    """Lines of Markdown, each as it is written, with the levels of headings."""
    found: list[RawLine] = []
    for number, line in ((one.number, one.text) for one in lines):
        above = found[-1] if found else None
        if (
            above
            and above.words
            and not above.level
            and _UNDERLINE.fullmatch(line.strip())
            and (len(found) < 2 or not found[-2].words)
        ):
            level = 1 if line.strip()[0] == "=" else 2
            found[-1] = RawLine(f"{above.text}\n{line}", above.number, level, above.words)
        elif match := _MARKS.fullmatch(line):
            level = len(match["level"]) if match["level"] else BOLD
            found.append(RawLine(line, number, level, match["words"] or match["strong"] or ""))
        else:
            found.append(RawLine(line, number))
    return found


def is_title(line: RawLine) -> bool:
    """Whether the words of a line can be those of a heading, and no sentence."""
    words = line.words
    return 0 < len(words) <= LONGEST and (bool(line.level) or not _NOTE.sub("", words).endswith(_STOPS))
