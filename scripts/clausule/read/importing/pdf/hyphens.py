"""A word that a hyphen breaks at the end of a line: with it or without it? The text itself is asked, and else it is a
doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.read.importing.pdf.page import HYPHEN

_HYPHENS = (HYPHEN, "-", "\u2010")
_SIGNS = ".,;:()[]“”‘’\"'!?"
_FEW = 0.02
_LAST = re.compile(r"[^\W_]+(?:[-/\u2010][^\W_]*)*$")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:\b(?:https?://|www\.)\S*[.?&=_]|[\w.+-]+@(?:[\w-]+\.)+)$")
_FIRST = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Hyphens:
    """What is known of the words of a text: those that stand on one line of it."""

    def __init__(self, lines: Iterable[str], grammar: Grammar) -> None:
        self._joining, self._clashing = grammar.JOINING, grammar.CLASHING
        self._known: Counter[str] = Counter()
        lines = list(lines)
        for line in lines:
            whole = line.lower().replace("\u2010", "-").split()
            broken = whole[-1:] if line.endswith(_HYPHENS) else []
            self._known.update(word.strip(_SIGNS) for word in whole[: len(whole) - len(broken)])
        ends = [(above, below) for above, below in pairwise(lines) if above.endswith(_HYPHENS)]
        self._breaks = len(ends) > _FEW * len(lines) or any(self._is_broken(*pair) for pair in ends)

    def _is_broken(self, above: str, below: str) -> bool:
        """Whether a hyphen between two lines is certain to be the page's and not the author's. A text without any that
        is, and with few hyphens at the ends of its lines, breaks no words."""
        head, tail = _LAST.search(above[:-1]), _FIRST.match(below)
        return bool(head and tail and self.known(f"{head[0]}{tail[0]}") > self.known(f"{head[0]}-{tail[0]}"))

    def joined(self, above: str, below: str) -> tuple[str, str, str]:
        """What stands between two lines in place of the end of the first: the first line as it is then, what stands
        between them, and the word that is in doubt (empty where there is none)."""
        if above.endswith("/") and (below[:1].islower() or self._is_glued(below)):
            return above, "", ""  # 'en/of', an address
        if _ADDRESS.search(above) and below[:1].islower():
            return above, "", ""
        if not above.endswith(_HYPHENS):
            return above, " ", ""
        start = above[:-1]
        head, tail = _LAST.search(start), _FIRST.match(below)
        if not head or not tail:
            return f"{start}-", self._after_sign(start, below), ""
        whole, parted = f"{head[0]}{tail[0]}", f"{head[0]}-{tail[0]}"
        joining = self._joining.match(below)
        if joining and (self._known[f"{head[0]}-".lower()] or not self._known[whole.lower()]):
            return f"{start}-", " ", ""
        again = tail.end() == len(below) - 1 and below.endswith(_HYPHENS)  # the next line breaks the same word
        without, with_hyphen = self._seen(whole.lower(), again), self._seen(parted.lower(), again)
        if without != with_hyphen and not joining:
            return (f"{start}-", "", "") if with_hyphen > without else (start, "", "")
        last, first = head[0][-1:], tail[0][:1]
        kept = (
            not self._breaks
            or not last.isalpha()
            or last.isupper() != first.isupper()
            or ("-" in tail[0] and not self._seen(f"{head[0]}{tail[0].partition('-')[0]}".lower(), again=True))
            or bool(self._clashing.fullmatch(head[0][-2:] + tail[0][:2]))
            or self._begins(head[0], tail[0])
        )
        return (f"{start}-", "", parted) if kept else (start, "", whole)

    def is_one(self, above: str, below: str) -> bool:
        """Whether the text has a word elsewhere that stands here on two lines, without a hyphen."""
        tail = _WORD.match(below)
        return tail is not None and above.isalpha() and self.known(f"{above}{tail[0]}") > 0

    def known(self, word: str) -> int:
        """How often a word stands on one line."""
        return self._known[word.lower()]

    def _seen(self, word: str, again: bool) -> int:
        """How often a word stands on one line, or those that begin with it where it goes on."""
        return (
            sum(many for known, many in self._known.items() if known.startswith(word)) if again else self._known[word]
        )

    def _is_glued(self, below: str) -> bool:
        """Whether the text has the word after a line that ends with a stroke right behind one elsewhere, and never
        behind white space: 'JA /NEE'."""
        word = below.split()[0].strip(_SIGNS).lower() if below.strip() else ""
        return bool(word) and any(known.endswith(f"/{word}") for known in self._known) and not self.known("/")

    def _begins(self, head: str, tail: str) -> bool:
        """Whether the text has a word with this hyphen with which this one begins: 'back-up' of 'back-updoel'."""
        begin, rest = f"{head}-".lower(), tail.lower()
        return any(
            word.startswith(begin) and rest.startswith(word[len(begin) :]) for word in self._known if word != begin
        )

    def _after_sign(self, start: str, below: str) -> str:
        """What follows a hyphen that no letter stands before: nothing where it is of the word behind it
        ('en -houders'), or stands within words ('in-/uitgang')."""
        before = start.split()[-1:] if start[-1:].isspace() else [""]
        hangs = bool(before) and bool(self._joining.fullmatch(before[0]))
        return "" if below[:1].islower() and (hangs or not start[-1:].isspace()) else " "
