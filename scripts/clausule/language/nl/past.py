"""The words with which the site tells the history of a clause and of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from clausule.language.nl.comparison import listed
from clausule.language.nl.words import count

HISTORY = "Geschiedenis"
CHANGED_IN, NEW_IN = "Gewijzigd in {0}", "Nieuw in {0}"
REDLINE, TEXT, WHOLE = "Wat er veranderde", "Tekst", "Alle teksten, ook van daarna"
FIRST = "eerste tekst die hier staat"
SINCE = "Wat er veranderde sinds {0}"
ALL = "Alle wijzigingen woord voor woord"

PAGE_TITLE = "Geschiedenis van elk lid"
PAGE_ABOUT = "{0}: elk lid door alle versies gevolgd, ook als het een ander nummer kreeg, met alle teksten en wat er veranderde."
INTRO = "Van elk lid dat is gewijzigd staan hier alle teksten, van oud naar nieuw, ook als het een ander nummer kreeg."
NONE_CHANGED = "Hier is in alle versies geen woord veranderd."
NEVER = "Nooit gewijzigd"
NEVER_ABOUT = "Deze onderdelen zijn gelijk gebleven zolang zij er staan."
DIFFERENCE = "Verschil met de tekst ervoor"
SPLIT_OFF = "afgesplitst van {0}"
TAKEN_UP = "opgegaan in {0}"
LINK = "De geschiedenis van elk lid"
SAME_TEXT = "De woorden bleven gelijk."


def happened_in(events: Iterable[tuple[str, str]]) -> str:
    """Behind a clause: what happened to it and in which edition: ``gewijzigd in 1.1 en 1.2, vervallen in 2.0``."""
    together = ((what, [edition for _, edition in rows]) for what, rows in groupby(events, key=itemgetter(0)))
    return ", ".join(f"{what} in {listed(editions)}" for what, editions in together)


def replaced(editions: Sequence[str]) -> str:
    """Above the histories, where one of a clause does not go on: of many editions the newest."""
    return f"In {listed(editions[-10:])} kwam er een heel andere tekst: daar begint elke geschiedenis opnieuw."


def earlier_texts(number: int) -> str:
    """Above the newest texts of a clause that has very many."""
    return f"{count(number, 'eerdere tekst staat', 'eerdere teksten staan')} in de vergelijkingen van elke versie met de vorige."


def more_events(number: int) -> str:
    """Below the newest changes of a clause."""
    return f"en {count(number, 'eerdere wijziging', 'eerdere wijzigingen')}"


def inside(number: int) -> str:
    """What happened in a clause whose own words stayed: ``2 onderdelen gewijzigd``."""
    return count(number, "onderdeel gewijzigd", "onderdelen gewijzigd")


def parts(number: int) -> str:
    """Above the list of articles and annexes that changed."""
    return f"Waar: {count(number, 'artikel, bijlage of ander deel', 'artikelen, bijlagen en andere delen')}"


def applied(first: str, last: str, span: str) -> str:
    """Which editions have a text, and when it applied: ``versie 1.0 en 1.1, vanaf 25 mei 2018 tot 1 maart 2021``."""
    names = first if first == last else f"{first} tot en met {last}"
    return f"{names}, {span}" if span else names
