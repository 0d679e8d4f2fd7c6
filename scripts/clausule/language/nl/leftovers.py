"""What a Dutch text still has to be given: places that somebody meant to fill in before it was sent to anyone."""

from __future__ import annotations

import re

from clausule.language.leftovers import CROSSED_DAY, Leftovers
from clausule.model.repeated import once_a_text

# '[BEDRIJFSNAAM]', '[datum]', '[●]', '[[naam]]'; not '[^1]', '[1]', '[ ]', '[x]', '[de] verwerker[s]'.
_NONE = re.compile(
    r"\^.*|\d{1,4}[a-z]?|\w|\s*|sic!?|red\.?|(?:ver|ge)vallen|gereserveerd|geschrapt"
    r"|(?:de|het|een|zijn|haar|hun|dat|die)"
    # What an editor put in or put right: '[lees: vernietigt]', '[en wel alle]'.
    r"|(?:lees|bedoeld|bedoeld is|lees thans):?\s.*|(?:en wel|te weten|namelijk|althans|dus|ook|wel|niet)\s.*",
    re.I,
)
_ASKED = re.compile(
    r"(?:datum|dag|maand|jaar|naam|nummer|aantal|bedrag|prijs|tarief|termijn|periode|plaats|adres|stad|land|website|link"
    r"|e-?mail|telefoon|bedrijf|onderneming|organisatie|instelling|klant|opdrachtgever|leverancier|verwerker"
    r"|verantwoordelijke|partij|ontvanger|contactpersoon|functie|ondertekenaar|handtekening|titel|versie|percentage|valuta"
    r"|kenmerk|omschrijving|beschrijving|dienst|product|onderwerp|anders|invullen|aanvullen|vul|kies|geef|noem|omschrijf"
    r"|beschrijf|\bx+\b|\bn\b|\buw\b)|[●…_*/|]|\.{3}",
    re.I,
)
_DATE = re.compile(
    rf"(?<!\w)(?:{CROSSED_DAY}"
    r"|dd[-/.]mm[-/.](?:jj|yy){1,2})(?!\w)",
    re.I,
)
_NUMBERED = re.compile(r"\b(?:hoofdstuk|titel|afdeling|deel|boek|bijlage|protocol|eeuw)\s$", re.I)
_WORDS = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|NTB|PLACEHOLDER)\b|\bn\.t\.b\.|\blorem ipsum\b|#{2,}\s?[A-Z]{3,}\s?#{2,}"
    # What a word processor leaves of a cross-reference, in its own language.
    r"|\b(?i:Error[!:]\s(?:Reference source not found|Bookmark not defined))"
    r"|\b(?i:Fout[!:]\s(?:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd|Bron van verwijzing niet gevonden)"
    r")"
)
_TO_FILL = re.compile(
    r"\((?:[^()\n]{0,40}\b)?(?:(?:nog )?in(?: |-)?te(?: |-)?vullen|(?:hier )?invullen|aanvullen)(?! door)\b"
    r"[^()\n]{0,40}\)",
    re.I,
)
_CORES = (
    *("error!", "error:", "fout!", "fout:"),
    *("[", "{", "<", "$", "●", "⚫", "⬤", "#", "xx", "dd-mm", "dd/mm", "dd.mm"),
    *("todo", "fixme", "tbd", "tbc", "ntb", "n.t.b", "placeholder", "lorem", "vullen"),
)
_LEFTOVERS = Leftovers(
    none=_NONE, asked=_ASKED, date=_DATE, numbered=_NUMBERED, words=_WORDS, to_fill=_TO_FILL, cores=_CORES
)


@once_a_text
def places(plain: str) -> tuple[tuple[int, int], ...]:
    """The places in ``plain`` that are still to be filled in, in order and without overlap."""
    return _LEFTOVERS.places(plain)
