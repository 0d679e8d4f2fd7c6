"""The words of the timeline and of the page that says which edition applied on a day."""

from __future__ import annotations

from clausule.language.nl.words import long_date
from clausule.language.wording.names import full_title
from clausule.model import Agreement, Interval

FOLDER = "op"
TITLE = "Welke versie gold op een dag?"
LINK = "Welke versie gold op een bepaalde dag?"
TIMELINE = "De versies in de tijd"
EDITION, FROM, UP_TO = "Versie", "Geldt vanaf", "Tot"
OPEN_END = "geen einddatum"
INTRO = (
    "Een versie geldt vanaf het begin van haar eerste dag, naar de tijd in Nederland, tot het begin van de dag waarop "
    "de volgende ingaat. Op de dag van een wijziging geldt dus de nieuwe versie."
)
NO_DATES = "Van deze overeenkomst noemt geen versie een datum. Daarom is hier niet te zeggen wat op een dag gold."

# For the browser: {day}, {edition}, {before} and {first} are filled in with words of the page itself.
ANSWERS = {
    "label": "Datum",
    "hint": "Kies een dag. Het adres van deze pagina noemt hem daarna, zodat u het kunt doorgeven.",
    "read": "Lees {edition}",
    "applied": "Op {day} gold {edition}.",
    "applies": "Vandaag, {day}, geldt {edition}.",
    "will-apply": "Voor zover nu bekend geldt op {day} {edition}.",
    "day-of-change": "{edition} ging die dag in; tot en met de dag ervoor gold {before}.",
    "day-of-coming-change": "{edition} gaat die dag in; tot en met de dag ervoor geldt {before}.",
    "first-day": "{edition} ging die dag in; daarvoor was er geen versie.",
    "before-first": "Op {day} gold nog geen versie. De eerste is {edition}.",
    "none": "Op {day} geldt geen versie. Kies hieronder een versie.",
    "invalid": "In het adres staat geen dag die bestaat. Kies hierboven een dag, of hieronder een versie.",
}


def interval(span: Interval) -> str:
    """``vanaf 25 mei 2018 tot 1 september 2019``."""
    start = f"vanaf {long_date(span.start)}" if span.start else ""
    end = f"tot {long_date(span.end)}" if span.end else ""
    return " ".join(part for part in (start, end) if part)


def about(agreement: Agreement) -> str:
    """For a search engine."""
    return f"{full_title(agreement)}: welke versie gold op de dag die u kiest, met de eerste en de laatste dag van elke versie."


def title(agreement: Agreement) -> str:
    """The title of the page, which no other page has."""
    return f"{TITLE} · {full_title(agreement)}"
