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
_DOTS = ("..", "…", "__")
_FEW = 0.02
_LAST = re.compile(r"[^\W_]+(?:[-/\u2010][^\W_]*)*$")
_WORD = re.compile(r"[^\W\d_]+")
_WEB = re.compile(r"(?:\bhttps?://|\bwww\.)(?P<rest>\S*[^\W_])$")
_ADDRESS = re.compile(r"(?:\b(?:https?://|www\.)\S*[.?&=_]|[\w.+-]+@(?:[\w-]+\.)+)$")
_FIRST = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Hyphens:
    """What is known of the words of a text: those that stand on one line of it."""

    def __init__(self, lines: Iterable[str], grammar: Grammar) -> None:
        self._joining, self._clashing = grammar.JOINING, grammar.CLASHING
        self._known: Counter[str] = Counter()
        self._within: set[str] = set()  # not at an end of a line, where it can be a part of a word
        self._noted: set[str] = set()  # behind dots to write on and a blank
        lines = list(lines)
        for line in lines:
            whole = line.lower().replace("\u2010", "-").split()
            broken = whole[-1:] if line.endswith((*_HYPHENS, "/")) else []
            self._known.update(word.strip(_SIGNS) for word in whole[: len(whole) - len(broken)])
            self._within.update(word.strip(_SIGNS) for word in whole[1:-1])
            self._noted.update(note for dots, note in pairwise(whole) if dots.endswith(_DOTS))
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
        if above.endswith("/"):
            return self._after_stroke(above, below)
        if _ADDRESS.search(above) and below[:1].islower():
            return above, "", ""
        if not above.endswith(_HYPHENS):
            return self._after_word(above, below)
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
        head, tail = above.strip(_SIGNS), _WORD.match(below)
        return tail is not None and head.isalpha() and self.known(f"{head}{tail[0]}") > 0

    def is_unknown(self, word: str) -> bool:
        """Whether a word stands nowhere but at the ends of lines, where it can be a part of another."""
        return word.strip(_SIGNS).lower() not in self._within

    def known(self, word: str) -> int:
        """How often a word stands on one line."""
        return self._known[word.lower()]

    def _seen(self, word: str, again: bool) -> int:
        """How often a word stands on one line, or those that begin with it where it goes on."""
        return (
            sum(many for known, many in self._known.items() if known.startswith(word)) if again else self._known[word]
        )

    def _after_stroke(self, above: str, below: str) -> tuple[str, str, str]:
        """What stands behind a stroke at the end of a line: nothing within 'en/of' and an address, and before a capital
        letter what stands there elsewhere, 'JA /NEE' or 'JA / NEE'; where there is neither or both, it is a doubt."""
        word = below.split()[0] if below.strip() else ""
        if not word or below[:1].islower():
            return above, "", ""
        glued = any(known.endswith(f"/{word.strip(_SIGNS).lower()}") for known in self._known)
        parted = above.endswith(" /") and self.known("/") > 0
        between = "" if glued and not parted else " "
        before = " ".join(above.split()[-2:]) if above.endswith(" /") else above.split()[-1]
        return above, between, "" if glued != parted else f"{before}{between}{word}"

    def _after_word(self, above: str, below: str) -> tuple[str, str, str]:
        """What stands between two lines of which the first ends without a hyphen: a blank, but within an address that
        is none yet. No sign says that an address goes on, or that a note stands right behind the dots to write on."""
        first = below.split()[0] if below.strip() else ""
        if first in (",", ";", ".", ")"):
            return above, "", ""  # no line begins with it, but where a word is broken that its line is too narrow for
        last = above.split()[-1] if above.strip() else ""
        if (address := _WEB.search(above)) and first[:1].islower():
            between = " " if "." in address["rest"] else ""
            return above, between, f"{address[0]}{between}{first}"
        noted = last.endswith(_DOTS) and first.startswith(("[", "(")) and first.lower() not in self._noted
        return above, " ", f"{last} {first}" if noted else ""

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
