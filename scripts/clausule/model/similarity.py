"""Help with words in messages: the one that was nearly right, a short form, what a terminal may show, an order that
counts numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def distance(one: str, other: str, most: int = 3) -> int:
    """Edits (insert, delete, replace, swap of neighbours) between two words; ``most + 1`` when there are more.

    Optimal string alignment distance; see Boytsov 2011, 'Indexing methods for approximate dictionary searching'.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row, last = row, [i], before
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def closest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or an empty string when none is near (a third of its letters). Behind one
    letter that differs comes a word of which only the begin was written, four letters at least, when it is the one."""
    most = max(1, len(word) // 3)
    scored = [(distance(word.lower(), other.lower(), most), other) for other in dict.fromkeys(known)]
    far, nearest = min(((far, other) for far, other in scored if far <= most), default=(most, ""))
    begun = [other for _, other in scored if len(word) >= 4 and other.lower().startswith(word.lower())]
    return begun.pop() if len(begun) == 1 and not (nearest and far <= 1) else nearest


def short(words: object, most: int = 60) -> str:
    """``words`` as a message can hold them: ``most`` characters at most."""
    text = str(words)
    return text if len(text) <= most else text[: most - 1] + "…"


def visible(words: str) -> str:
    """Control characters and direction marks as symbols: a source must not steer the terminal."""
    if words.isprintable():  # nearly always, and looking at each character takes as long as a comparison
        return words
    return "".join("·" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in words)


def natural(name: str) -> list[tuple[bool, int, str]]:
    """A key that sorts ``artikel-10`` behind ``artikel-9``: runs of digits count as numbers."""
    pieces = re.findall(r"\d+|\D+", name)
    return [(not piece.isdecimal(), int(piece) if piece.isdecimal() else 0, piece) for piece in pieces]
