"""The unit: what is compared with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

Link = tuple[str, str]
HEADINGS = frozenset({"title", "article", "annex", "section"})


class Unit(NamedTuple):
    """A piece of text that has a history of its own. Every word of an edition is in exactly one.

    ``kind`` is title, article, annex, section (a heading with what stands directly under it), clause, definition,
    measure, item, row or paragraph. ``number`` and ``title`` are without each other; the title of a clause, item, row
    or paragraph is that of the article or section that holds it, and the title of a definition is its term. ``parent``
    is the id of what holds it; ``mark`` the number as the author wrote it.
    ``text`` is canonical and holds neither number nor mark; its lines are paragraphs, items and rows, and tabs stand
    between the cells of a row. ``aliases`` are what it was called before: names that still lead to it. ``links`` are
    the words of each link in it and where that leads.
    """

    id: str
    number: str
    title: str
    kind: str
    text: str
    parent: str = ""
    mark: str = ""
    aliases: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def by_name(units: Sequence[Unit]) -> dict[str, int]:
    """The index of each unit by its id and by its aliases."""
    return {name: index for index, unit in enumerate(units) for name in (unit.id, *unit.aliases)}


def relinked(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[str, str | None, str | None]]:
    """The links that lead elsewhere: their words, where they led and where they lead now; None for a link that was not
    there, or is not any more."""
    before, after = ([link for unit in units for link in unit.links] for units in (old, new))
    if before == after:
        return []
    kept = Counter(before) & Counter(after)
    gone, came = (list((Counter(links) - kept).elements()) for links in (before, after))
    found: list[tuple[str, str | None, str | None]] = []
    for words, target in came:
        was = next((link for link in gone if link[0] == words), None)
        if was:
            gone.remove(was)
        found.append((words, was[1] if was else None, target))
    return [*found, *((words, target, None) for words, target in gone)]
