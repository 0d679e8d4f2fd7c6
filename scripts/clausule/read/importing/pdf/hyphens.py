"""A word that a hyphen breaks at the end of a line: with it or without it? The text itself is asked, and else it is a
doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from clausule.language.protocol import Grammar
from clausule.read.importing.pdf.page import HYPHEN

_HYPHENS = (HYPHEN, "-", "\u2010")
_LAST = re.compile(r"[^\W_]+(?:[-/\u2010][^\W_]*)*$")
_FIRST = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Hyphens:
    """What is known of the words of a text: those that stand on one line of it."""

    def __init__(self, lines: Iterable[str], grammar: Grammar) -> None:
        self._joining = grammar.JOINING
        self._known: Counter[str] = Counter()
        for line in lines:
            whole = line.lower().replace("\u2010", "-").split()
            broken = whole[-1:] if line.endswith(_HYPHENS) else []
            self._known.update(word.strip(".,;:()[]“”‘’\"'!?") for word in whole[: len(whole) - len(broken)])

    def joined(self, above: str, below: str) -> tuple[str, str, str]:
        """What stands between two lines in place of the end of the first: the first line as it is then, what stands
        between them, and the word that is in doubt (empty where there is none)."""
        if not above.endswith(_HYPHENS):
            return above, " ", ""
        start = above[:-1]
        head, tail = _LAST.search(start), _FIRST.match(below)
        if not head or not tail:  # a dash, or a hyphen before a sign
            return f"{start}-", " " if not head else "", ""
        if self._joining.match(below):
            return f"{start}-", " ", ""
        whole, parted = f"{head[0]}{tail[0]}".lower(), f"{head[0]}-{tail[0]}".lower()
        if not tail[0][:1].islower() or head[0][-1:].isdigit():
            return f"{start}-", "", "" if self._known[parted] else f"{head[0]}-{tail[0]}"
        with_hyphen, without = self._known[parted], self._known[whole]
        if with_hyphen > without:
            return f"{start}-", "", ""
        return start, "", "" if without > with_hyphen else f"{head[0]}{tail[0]}"
