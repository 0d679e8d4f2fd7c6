"""What is written on a page of the handbook for somebody to do: its sessions, its files, its words of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausule.pages.handbook.markup import CONSOLE, blocks
from clausule.read.handbook import Page

_FENCE = "```"
_REST = "…\n"
_DASHES = "---\n"
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Command:
    """A line that somebody gives, and the lines that the page says come of it."""

    words: str
    said: tuple[str, ...]


@dataclass(frozen=True)
class File:
    """A file that somebody writes. A line with ``…`` alone stands for what is there already: at the end, for all that
    is below the front matter; at the begin, for all of it."""

    path: str
    text: str

    def over(self, there: str) -> str:
        """What the file holds once it is written over ``there``."""
        if self.text.startswith(_REST):
            return there + self.text.removeprefix(_REST)
        if self.text.endswith(_REST):
            return self.text.removesuffix(_REST) + there.split(_DASHES, 2)[2]
        return self.text


def steps(page: Page) -> Iterator[Command | File]:
    """What the page has somebody do, in its order."""
    for rows in blocks(page.text):
        if rows[0] == _FENCE + CONSOLE:
            yield from _commands(rows[1:-1])
        elif rows[0].startswith(_FENCE) and "/" in rows[0]:
            yield File(rows[0].removeprefix(_FENCE), "\n".join(rows[1:-1]) + "\n")


def _commands(rows: list[str]) -> Iterator[Command]:
    found: list[list[str]] = []
    for row in rows:
        if row.startswith("$ "):
            found.append([row.removeprefix("$ ")])
        else:
            found[-1].append(row)
    yield from (Command(words, tuple(said)) for words, *said in found)


def said_in_passing(page: Page) -> Iterator[str]:
    """Each command of the program that stands in a sentence."""
    for rows in blocks(page.text):
        if not rows[0].startswith(_FENCE):
            yield from (code for code in _CODE.findall(" ".join(rows)) if code.startswith("clausule "))


def other_code(page: Page) -> Iterator[str]:
    """The lines of code that are no session."""
    for rows in blocks(page.text):
        if rows[0].startswith(_FENCE) and rows[0] != _FENCE + CONSOLE:
            yield from rows[1:-1]
