"""What the site says about changes: names of units, what happened to them, and how much changed."""

from __future__ import annotations

import re

from clausule.language.nl.words import count
from clausule.language.wording.names import capital

KINDS = {"added": "nieuw", "removed": "vervallen", "changed": "gewijzigd", "moved": "verplaatst", "unchanged": "gelijk"}
SPLIT, MERGED, RENUMBERED, SAME_WORDS = "gesplitst", "samengevoegd", "vernummerd", "woorden gelijk"
DELETED, INSERTED = "verwijderd", "ingevoegd"
WHY = "Waarom"
WEAKER = "Deze maatregel is ingetrokken: op dit punt is de bescherming minder geworden."
NATURE = {"editorial": "redactioneel", "substantive": "inhoudelijk"}
NOTES = {
    "both-empty": "Beide teksten zijn leeg.",
    "old-empty": "De oude tekst is leeg.",
    "new-empty": "De nieuwe tekst is leeg.",
    "nothing-in-common": "De twee teksten hebben niets gemeen.",
    "collapsed": "Van de oude tekst is in de nieuwe bijna niets over.",
}
DIVIDED = "De woorden zijn gelijk; alleen hun indeling is anders."
NO_CHANGES = "De woorden zijn gelijk."

_ARTICLE = re.compile(r"artikel-(\w+(?:\.\w+)*)(?:-(.+))?")
_ANNEX = re.compile(r"bijlage-(\w+)(?:-([a-z]|\d+)(?=-|$))?(?:-.*)?")
_WITHIN = {"measure": "maatregel", "row": "rij", "item": "onderdeel", "paragraph": "alinea", "section": "onderdeel"}


def unit_name(kind: str, name: str, number: str, title: str) -> str:
    """What a reader calls a unit: ``artikel 7.2``, ``begrip “Datalek”``, ``bijlage 2, onderdeel D, maatregel``."""
    if kind == "definition":
        return f"begrip “{title}”"
    if kind == "title":
        return "de titel"
    if match := _ARTICLE.fullmatch(name):
        place = f"artikel {match[1]}"
        inner = f" {_WITHIN[kind]} {number}".rstrip() if kind in _WITHIN and match[2] else ""
        heading = f" ({title})" if kind == "article" and title else ""
        return f"{place}{',' if inner else ''}{inner}{heading}"
    if match := _ANNEX.fullmatch(name):
        place = f"bijlage {match[1].upper()}"
        if kind == "annex":
            return f"{place} ({title})" if title else place
        part = f", onderdeel {match[2].upper()}" if match[2] else ""
        within = f", {_WITHIN[kind]}" if kind in _WITHIN and kind != "section" else ""
        return place + (part or (f", “{title}”" if title else "")) + within
    within = f", {_WITHIN[kind]} {number}".rstrip() if kind in ("item", "row", "paragraph") else ""
    return f"“{title or name}”{within}"


def heading(name: str, was: str, happened: str) -> str:
    """Above one change: ``Artikel 8.3 (was artikel 7.3): gewijzigd``."""
    return f"{capital(name)}{f' (was {was})' if was and was != name else ''}: {happened}"


def split(parts: int, few: int) -> str:
    """``gesplitst``, and above ``few`` others ``gesplitst in 64 delen``."""
    return f"{SPLIT} in {parts} delen" if parts > few + 1 else SPLIT


def merged(parts: int, few: int) -> str:
    """``samengevoegd``, and above ``few`` others ``samengevoegd uit 64 delen``."""
    return f"{MERGED} uit {parts} delen" if parts > few + 1 else MERGED


def totals(counts: dict[str, int]) -> str:
    """``4 gewijzigd, 2 nieuw, 277 gelijk``."""
    return ", ".join(f"{counts[kind]} {word}" for kind, word in KINDS.items() if counts.get(kind)) or NO_CHANGES


def between(old: str, new: str) -> str:
    """``Van versie 1.0 naar versie 1.1``."""
    return f"Van {old} naar {new}"


def moved_line(number: int) -> str:
    """``48 onderdelen kregen een ander nummer of een andere plaats; hun woorden bleven gelijk.``"""
    those = count(number, "onderdeel kreeg", "onderdelen kregen")
    return f"{those} een ander nummer of een andere plaats; {'de' if number == 1 else 'hun'} woorden bleven gelijk."
