"""Ids: no two things of one text have the same."""

from __future__ import annotations

from collections.abc import Iterable


class Ids:
    """The ids that are given already, to begin with those of ``taken``."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._counts = dict.fromkeys(taken, 1)

    def unique(self, wanted: str) -> str:
        """``wanted``, or with a number behind it when something has that id; from now on it is given."""
        name, count = wanted, self._counts.get(wanted, 1)
        while name in self._counts:
            count += 1
            name = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._counts.setdefault(name, 1)
        return name

    def __contains__(self, name: str) -> bool:
        return name in self._counts
