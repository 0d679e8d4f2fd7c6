"""The distinct texts of something through all editions, and the redline from each to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from clausule.compare.redline import IN, OUT, SAME, Edit, redline

REACH = 8
"""A text is compared beforehand with so many of those that came before it: a clause with more texts than that exists on
paper only, and all pairs of its texts would grow with their square. Texts that are further apart are compared when they
are asked for, and in the browser by going from one to the other in steps."""

_SWAPPED = {SAME: SAME, OUT: IN, IN: OUT}
_EDIT = re.compile(r"([=+-])(\d+)")


@dataclass(eq=False)
class Strand:
    """``texts`` from old to new; ``at`` says which one each edition has, if it has one."""

    texts: list[str] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)
    written: dict[tuple[int, int], str] = field(default_factory=dict)
    _redlines: dict[tuple[int, int], tuple[Edit, ...]] = field(default_factory=dict)

    def put(self, edition: int, text: str) -> None:
        """Says that ``edition``, which comes after all others, has ``text``."""
        if text not in self.texts:
            self.texts.append(text)
        self.at[edition] = self.texts.index(text)

    def redline(self, old: int, new: int) -> tuple[Edit, ...]:
        """From one of ``texts`` to another."""
        if (old, new) not in self._redlines:
            told = self.written.get((old, new))
            texts = self.texts[old], self.texts[new]
            self._redlines[old, new] = tuple(redline(*texts) if told is None else read_edits(told, *texts))
        return self._redlines[old, new]

    def between(self, old: int, new: int) -> tuple[Edit, ...]:
        """From the text of one edition to that of another; what is not there is empty. Backwards is the same as
        forwards, the other way about."""
        if old > new:
            return inverted(self.between(new, old))
        one, other = self.at.get(old), self.at.get(new)
        if one is not None and other is not None:
            return self.redline(one, other)
        if one is not None:
            return ((OUT, self.texts[one]),) if self.texts[one] else ()
        return ((IN, self.texts[other]),) if other is not None and self.texts[other] else ()

    def write(self) -> dict[tuple[int, int], str]:
        """The redline, as lengths (see ``write_edits``), from each text to those that come after it, within ``REACH``;
        to one that came before it where that came back."""
        first, last = (
            {text: edition for edition, text in rows} for rows in (reversed(self.at.items()), self.at.items())
        )
        for old in range(len(self.texts)):
            for new in range(max(0, old - REACH), min(old + REACH + 1, len(self.texts))):
                if old != new and first[old] < last[new] and (old, new) not in self.written:
                    self.written[old, new] = write_edits(self.redline(old, new))
        return {(old, new): told for (old, new), told in self.written.items() if first[old] < last[new]}


def inverted(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The redline back: insertions become deletions, and insertions still stand behind deletions."""
    back: list[Edit] = []
    for op, text in edits:
        edit = (_SWAPPED[op], text)
        if edit[0] == OUT and back and back[-1][0] == IN:
            back.insert(-1, edit)
        else:
            back.append(edit)
    return tuple(back)


def write_edits(edits: Iterable[Edit]) -> str:
    """A redline as ``=12-3+5``: lengths to be cut from both texts, in UTF-16, as browsers count."""
    return "".join(f"{op}{_length(text)}" for op, text in edits)


def read_edits(written: str, old: str, new: str) -> list[Edit]:
    """What ``write_edits`` wrote, with the words of both texts."""
    plain = old.isascii() and new.isascii()
    was, now = (old, new) if plain else (_units(old), _units(new))
    at_old = at_new = 0
    found: list[Edit] = []
    width = 1 if plain else 2
    for op, digits in _EDIT.findall(written):
        length = int(digits) * width
        piece = now[at_new : at_new + length] if op == IN else was[at_old : at_old + length]
        found.append((op, piece if isinstance(piece, str) else piece.decode("utf-16-le", "surrogatepass")))
        at_old += length if op != IN else 0
        at_new += length if op != OUT else 0
    return found


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(_units(text)) // 2
