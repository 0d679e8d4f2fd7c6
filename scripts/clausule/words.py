"""Help with words that are almost right."""

from __future__ import annotations

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
    return row[-1]


def closest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or an empty string when none is near (a third of its letters)."""
    most = max(1, len(word) // 3)
    scored = [(distance(word.lower(), other.lower(), most), other) for other in known]
    best = min(scored, default=(most + 1, ""))
    return best[1] if best[0] <= most else ""
