"""The words of a language in addresses and ids, in ASCII. Once published they never change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slugs:
    """What pages, and parts that have no id of their own in the sources, are called.

    ``title``, ``row``, ``paragraph`` and ``items`` stand in the ids of units: the title of a text, the rows of tables,
    paragraphs between numbered parts, and items under no heading.
    """

    title: str
    row: str
    paragraph: str
    items: str
