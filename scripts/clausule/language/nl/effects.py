"""What a comment on a pull request says of the effects of changes, and of what could not be shown."""

from __future__ import annotations

from clausule.language.nl.words import count

MEASURE = {"added": "Deze maatregel is toegevoegd.", "changed": "Deze maatregel is anders verwoord."}
SAME = "Geen versie verschilt van wat er gepubliceerd is."
ALTERED = (
    "**Let op: dit is een vastgelegde versie, en haar tekst is niet meer die welke gepubliceerd is.** "
    "Neem de woorden terug, of begin een nieuwe versie."
)
FIRST = "Dit is de eerste versie van deze overeenkomst; er is niets om haar mee te vergelijken."
TAKEN_AWAY = "Deze gepubliceerde versie staat niet meer in de bronnen."
NOT_IN_FORCE = "Geen versie geldt nu; vergeleken met de jongste."


def used_by(names: list[str], most: int) -> str:
    """``De betekenis van artikel 3.1 en artikel 4.2 verandert mee: zij gebruiken dit begrip.``"""
    shown = ", ".join(names[:most])
    more = f" en {len(names) - most} andere" if len(names) > most else ""
    return f"De betekenis van {shown}{more} verandert mee: daar wordt dit begrip gebruikt."


def weaker(number: int) -> str:
    """At the head of a comparison in which measures were withdrawn."""
    return f"{count(number, 'maatregel is', 'maatregelen zijn')} ingetrokken: op {'dat punt' if number == 1 else 'die punten'} is de bescherming minder geworden."


def cut(number: int) -> str:
    """At the end of a comment that would have been too long."""
    those = count(number, "wijziging staat", "wijzigingen staan")
    return f"Deze vergelijking is te lang voor een reactie; nog {those} hier niet. `clausule compare` toont alles."


def more_editions(number: int) -> str:
    """At the end of a comment on a pull request with too many editions to show."""
    those = count(number, "versie die verschilt, staat", "versies die verschillen, staan")
    return f"Nog {those} hier niet. `clausule compare` toont alles."
