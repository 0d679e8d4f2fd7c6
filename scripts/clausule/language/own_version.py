"""What a text says of itself, whatever its language: its version, and the day from which it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from clausule.language.cores import has_core

_SHORT_LINE = 60
"""A line that says a version and this many letters beside it at most says it of the text that it stands in."""


@dataclass(frozen=True, slots=True)
class Said:
    """``plain[start:end]`` says the ``version`` of the text, or its ``day``, ``month`` and ``year``; what it leaves out
    is empty or nothing."""

    start: int
    end: int
    version: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def is_of(self, day: date) -> bool:
        """Whether the date that is said is ``day``, as far as it is said."""
        parts = ((self.day, day.day), (self.month, day.month), (self.year, day.year))
        return all(said is None or said == real for said, real in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVersion:
    """The words of one language: ``version`` with a number or a day, of which the group ``own`` says that they are of
    this text; ``other`` before it and ``elsewhere`` behind it, that it is another's; ``about`` before it and ``behind``
    it, that it is this one's; ``dated``, which says a day of this text by itself. ``date`` is a pattern for a day
    alone; ``read`` makes what any of them found. A text without one of the ``cores`` says nothing."""

    cores: tuple[str, ...]
    version: re.Pattern[str]
    other: re.Pattern[str]
    elsewhere: re.Pattern[str]
    about: re.Pattern[str]
    behind: re.Pattern[str]
    dated: re.Pattern[str] | None = None
    date: str
    read: Callable[[re.Match[str]], Said]

    def said(self, plain: str, cover: bool) -> tuple[Said, ...]:
        """What ``plain`` says of its own version and day. On a ``cover``, or where a line of its own says it, no word
        about this text is needed."""
        return tuple(map(self.read, self._found(plain, cover))) if has_core(plain, self.cores) else ()

    def date_in(self, words: str) -> Said | None:
        """The date, or the month, that ``words`` are: 'mei 2018'."""
        match = re.fullmatch(rf"\W*{self.date}\W*", words.strip(), re.I)
        return self.read(match) if match else None

    def _found(self, plain: str, cover: bool) -> Iterator[re.Match[str]]:
        for match in self.version.finditer(plain):
            before = plain[max(plain.rfind(". ", 0, match.start()), 0) : match.start()]
            if self.other.search(before) or self.elsewhere.match(plain, match.end()):
                continue
            alone = len(plain) - len(match[0]) < _SHORT_LINE and not plain.rstrip().endswith((";", ","))
            if (
                (alone and (cover or not before.strip()))
                or (self.about.search(before) and before.strip())
                or self.behind.match(plain, match.end())
                or match.groupdict().get("own")
            ):
                yield match
        if self.dated:
            yield from self.dated.finditer(plain)
