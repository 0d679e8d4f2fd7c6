"""The unit: what is compared with each other."""

from __future__ import annotations

from dataclasses import dataclass

HEADINGS = frozenset({"title", "article", "annex", "section"})
TITLE = "titel"
ROW, REST = "rij", "alinea"


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text that has a history of its own. Every word of an edition is in exactly one.

    ``kind`` is title, article, annex, section (a heading with what stands directly under it), clause, definition,
    measure, item, row or paragraph. ``number`` and ``title`` are without each other; the title of a clause, item, row or
    paragraph is that of the article or section that holds it, and the title of a definition is its term. ``parent`` is
    the id of what holds it; ``mark`` the number as the author wrote it.
    ``text`` is canonical and holds neither number nor mark; its lines are paragraphs, items and rows, and tabs stand
    between the cells of a row.
    """

    id: str
    number: str
    title: str
    kind: str
    text: str
    parent: str = ""
    mark: str = ""


def unique(wanted: str, used: set[str]) -> str:
    """``wanted``, or with a number behind it when it is in ``used``; it is put there."""
    name, count = wanted, 1
    while name in used:
        count += 1
        name = f"{wanted}-{count}"
    used.add(name)
    return name
