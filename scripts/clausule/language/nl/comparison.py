"""The words with which the site compares two editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausule.language.nl.changes import WEAKER
from clausule.language.nl.words import count
from clausule.language.wording.names import edition_label, edition_name, version_name
from clausule.model import Edition

# What the pages and their browser code say. A number in braces is filled in.
COMPARE: dict[str, str] = {
    "compare": "Vergelijken",
    "compare_other": "Vergelijk met een andere versie",
    "compare_any": "Vergelijk twee versies",
    "any_two": "Twee andere versies vergelijken",
    "overview": "Wat er is gewijzigd",
    "this": "Deze vergelijking",
    "nothing": "Tussen deze twee versies verschilt geen woord.",
    "uses_same": "Gebruikt dit begrip, woorden gelijk:",
    "uses_changed": "Gebruikt dit begrip, zelf ook gewijzigd:",
    "meant_none": "Geen wijziging is inhoudelijk, {1} redactioneel.",
    "meant_one": "1 wijziging is inhoudelijk, {1} redactioneel.",
    "meant_many": "{0} wijzigingen zijn inhoudelijk, {1} redactioneel.",
    "no": "geen",
    "weaker": WEAKER,
    "next_cell": ", volgende cel:",
    "inserted": "ingevoegd: ",
    "inserted_end": " (einde ingevoegd)",
    "deleted": "verwijderd: ",
    "deleted_end": " (einde verwijderd)",
    "why": "Waarom",
    "only_number": "Ander nummer, woorden gelijk",
    "legend": "Zo leest u dit",
    "legend_in": "woorden die erbij kwamen",
    "legend_out": "woorden die vervielen",
    "settled": "Deze vergelijking leest u hier:",
    "settled_steps": "Of lees de stappen ertussen, elk met een eigen pagina:",
    "agreement": "Alle versies",
    "about": "Alle verschillen tussen {0} en {1}, lid voor lid.",
    "compare_title": "Wat is er gewijzigd?",
    "start_about": "{0}: vergelijk twee versies, lid voor lid en woord voor woord.",
    "successive": "Elke versie met de vorige",
    "since": "Een eerdere versie met {0}",
    "glance": "In één oogopslag",
    "signs": "~ gewijzigd, + nieuw, − vervallen, → verplaatst of hernummerd. Elk teken leidt naar de wijziging.",
    "older": "Nog {0} oudere",
    "since_column": "Gewijzigd sinds",
    "part": "Onderdeel",
    "turn": "Andere vergelijkingen",
    "from": "Van",
    "to": "Naar",
    "on_day": "op datum",
    "choose": "Kies twee versies",
    "unknown": "Versie “{0}” staat hier niet. Kies uit de versies die er zijn.",
    "twice": "U koos twee keer dezelfde versie. Kies een andere om te vergelijken.",
    "failed": "De gegevens om te vergelijken zijn nu niet te lezen. De vergelijkingen hieronder werken wel.",
    "all": "Hele tekst",
    "beside": "Naast elkaar",
    "swap": "Omwisselen",
    "previous_change": "Vorige wijziging",
    "next_change": "Volgende wijziging",
    "page_title": "Van {0} naar {1}",
    "annex_number": "B{0}",
    "permalink": "Koppeling naar deze wijziging",
    "was": "was {0}",
    "read": "Lees in {0}",
    "read_place": "Lees {0} in {1}",
}
LABELS = {
    "changed": "gewijzigd",
    "added": "nieuw",
    "removed": "vervallen",
    "moved": "verplaatst",
    "same": "woorden gelijk",
    "unchanged": "gelijk",
    "split": "gesplitst in {0}",
    "merged": "samengevoegd uit {0}",
}
MEASURES = {"added": "toegevoegd", "changed": "gewijzigd", "removed": "ingetrokken"}
COUNTED = {
    "changed": ("onderdeel gewijzigd", "onderdelen gewijzigd"),
    "added": ("nieuw", "nieuw"),
    "removed": ("vervallen", "vervallen"),
    "moved": ("verplaatst", "verplaatst"),
    "renumbered": ("alleen hernummerd", "alleen hernummerd"),
    "unchanged": ("gelijk", "gelijk"),
}
KINDS = {
    "title": "titel",
    "article": "artikel {0}",
    "annex": "bijlage {0}",
    "section": "onderdeel {0}",
    "clause": "{0}",
    "definition": "begrip “{1}”",
    "measure": "maatregel",
    "item": "onderdeel {0}",
    "row": "rij",
    "paragraph": "alinea",
}


MAP_SIGNS = {"changed": "~", "added": "+", "removed": "−", "moved": "→"}
MAP_WORDS = {"changed": "gewijzigd", "added": "nieuw", "removed": "vervallen", "moved": "verplaatst of hernummerd"}


def map_cell(kind: str, name: str, edition: Edition, changed: int) -> str:
    """A cell of the map in words: ``gewijzigd in versie 1.5 (3 onderdelen): Artikel 7. Beveiligingsincidenten``."""
    counted = count(changed, "onderdeel", "onderdelen")
    return f"{MAP_WORDS[kind]} in {version_name(edition)} ({counted}): {name}"


def fill(sentence: str, *values: str) -> str:
    """``sentence`` with ``{0}``, ``{1}`` filled in."""
    for number, value in enumerate(values):
        sentence = sentence.replace(f"{{{number}}}", value)
    return sentence


def comparison_title(old: Edition, new: Edition) -> str:
    """``Van 1.4 (01-01-2016) naar 1.5 (25-05-2018)``."""
    return fill(COMPARE["page_title"], edition_label(old), edition_label(new))


def comparison_about(old: Edition, new: Edition) -> str:
    """What a search engine shows under the title."""
    return fill(COMPARE["about"], edition_name(old), edition_name(new))


def short_edition(edition: Edition) -> str:
    """An edition where there is little room: ``1.5``."""
    return edition.version if edition.numbered else edition_label(edition)


def count_sentence(counts: Mapping[str, int]) -> str:
    """``11 onderdelen gewijzigd · 3 nieuw · 54 gelijk``; what there is none of is left out."""
    return " · ".join(count(counts[kind], *words) for kind, words in COUNTED.items() if counts[kind])


def nature_sentence(substantive: int, editorial: int) -> str:
    """``5 wijzigingen zijn inhoudelijk, 9 redactioneel.``; empty when nothing changed."""
    if not substantive and not editorial:
        return ""
    key = "meant_none" if not substantive else "meant_one" if substantive == 1 else "meant_many"
    return fill(COMPARE[key], str(substantive), str(editorial) if editorial else COMPARE["no"])


def unit_name(kind: str, number: str, title: str) -> str:
    """What a unit is called within a sentence: ``7.2``, ``artikel 7``, ``begrip “Datalek”``, ``onderdeel A``."""
    return fill(KINDS[kind], number or f"“{title}”", title)


def row_label(kind: str, moved: bool, old: Sequence[str], new: Sequence[str], *, measure: bool = False) -> str:
    """The label of a row: ``gewijzigd``, ``was 9.4, woorden gelijk``, ``gesplitst in 7.2 en 7.3``.

    ``old`` and ``new`` are the names of what it was and is. A measure is ``toegevoegd`` or ``ingetrokken``.
    """
    if measure and kind in ("added", "removed"):
        return MEASURES[kind]
    if kind in ("added", "removed", "unchanged"):
        return LABELS[kind]
    if len(new) > 1:
        return fill(LABELS["split"], listed(new))
    if len(old) > 1:
        return fill(LABELS["merged"], listed(old))
    parts = [LABELS["changed"]] if kind == "changed" else []
    if old != new:
        parts.append(fill(COMPARE["was"], old[0]))
    elif moved:
        parts.append(LABELS["moved"])
    if kind == "moved":
        parts.append(LABELS["same"])
    return ", ".join(parts)


def listed(names: Sequence[str]) -> str:
    """``8.3, 8.4 en 8.5``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"
