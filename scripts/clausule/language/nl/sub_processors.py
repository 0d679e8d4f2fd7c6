"""How a Dutch agreement speaks of sub-processors, of the list on which they stand, and of periods."""

from __future__ import annotations

import re

from clausule.language.nl.duties import DUTIES
from clausule.language.nl.numbers import number_words
from clausule.language.sub_processors import SENTENCE, ListWords, Mention, first_that_fits

unknown = "onbekend"

_NAMED = r"(?:(?:sub|hulp|onder)[-‐ ]?\s?(?:ver|be)werkers?|sub-?processors?|andere (?:ver|be)werkers?)"
_NAMES = re.compile(rf"\b{_NAMED}\b", re.I)
_LIST = r"(?:lijst|overzicht|opgave|register)"
_NEAR = re.compile(rf"\b\w*{_LIST}\b[^.;]{{0,80}}{_NAMED}|{_NAMED}\b[^.;]{{0,80}}\b\w*{_LIST}\b", re.I)
_ON_THE_WEB = re.compile(r"\b(?:\w*pagina|\w*site|portaal|portal|online)\b", re.I)
_ANNEX = re.compile(r"\bbijlagen?\b", re.I)
_ON_REQUEST = re.compile(r"\bop (?:eerste |schriftelijk |diens |haar |zijn )*verzoek\b|\bdesgevraagd\b", re.I)
_WORKING_DAYS = r"(?:werk|arbeids)[-‐ ]?dag(?:en)?"


def speaks_of(plain: str) -> bool:
    """Whether ``plain`` speaks of sub-processors."""
    return bool(_NAMES.search(plain))


def mentions(plain: str) -> list[Mention]:
    """The sentences of ``plain`` that speak of a list of sub-processors."""
    return _WORDS.mentions(plain)


def _is_denied(sentence: str, at: int) -> bool:
    return DUTIES.clause_at(sentence, at).denies(at)


_WORDS = ListWords(names=_NAMES, near=_NEAR, web=_ON_THE_WEB, annex=_ANNEX, request=_ON_REQUEST, is_denied=_is_denied)

_CONTRACT = r"\b(?:(?:verwerkers|bewerkers|hoofd)?overeenkomst|bijlagen?|voorwaarden)\b"
_CHANGED = r"\b(?:wijzig\w*|gewijzigd\w*|aan(?:ge|te )pas\w*|aanpas\w*|aanvull\w*|aangevuld\w*)"
_AMENDMENT = re.compile(rf"{_CHANGED}[^.;:]{{0,120}}{_CONTRACT}|{_CONTRACT}[^.;:]{{0,120}}{_CHANGED}", re.I)
_LOOKING = re.compile(
    r"\b(?:te raadplegen|raadpleegt|raadplegen|te bekijken|bekijkt|te controleren|controleert|te volgen|na te gaan"
    r"|op de hoogte te (?:blijven|houden|stellen))\b",
    re.I,
)
_CUSTOMER = re.compile(
    r"\b(?:verwerkings?\w*verantwoordelijke|verantwoordelijke|(?:op)?drachtgever|opdrachtgever|klant|afnemer"
    r"|gebruiker|licentienemer|u)\b[^.;]{0,60}\b(?:geacht|dient|moet|zal|behoort|verantwoordelijk|zelf|regelmatig)\b",
    re.I,
)


def speaks_of_amendment(plain: str) -> bool:
    """Whether ``plain`` speaks of a change of the agreement itself."""
    return bool(_AMENDMENT.search(plain))


def leaves_looking(plain: str) -> bool:
    """Whether ``plain`` leaves it to the customer to look at the list from time to time."""
    return any(
        _LOOKING.search(sentence) and _CUSTOMER.search(sentence) and not re.search(r"\b(?:niet|geen|nooit)\b", sentence)
        for sentence in SENTENCE.split(plain)
    )


def is_working_day(term: str) -> bool:
    """Whether ``term``, which an agreement defines, is its word for a working day."""
    return bool(re.fullmatch(rf"{_WORKING_DAYS}(?:\(en\))?", term.strip(), re.I))


def promises(plain: str, days: int, months: int, working_days: int) -> bool:
    """Whether ``plain`` names a period of so many days, months or working days, in figures or in words; weeks count as
    days."""
    spoken = [(days, r"(?:kalender)?dag(?:en)?"), (months, r"maand(?:en)?"), (working_days, _WORKING_DAYS)]
    if days % 7 == 0:
        spoken.append((days // 7, r"we(?:ek|ken)"))
    for number, unit in spoken:
        if not number:
            continue
        words = rf"{number}|{number_words(number)}" + (r"|één|éen" if number == 1 else "")
        # 'dertig (30) dagen', '30 aaneengesloten dagen'
        if re.search(rf"\b(?:{words})\b\)?(?:\s+\(?\w+\)?){{0,2}}\s+{unit}\b", plain, re.I):
            return True
    return False


# What stands above a column, the first that fits: 'Plaats van verwerking' is a place.
_COLUMNS = (
    ("contact", r"^contact|e-?mail|telefoon"),
    ("data_subjects", r"betrokkene"),
    ("data", r"gegevens"),
    ("name", r"naam|\bwie\b|bedrijf|leverancier|organisatie|onderneming|dienstverlener|^partij"),
    ("address", r"adres|vestiging|gevestigd|zetel"),
    ("active", r"sinds|ingang|vanaf|startdatum|\bdatum"),
    ("ground", r"waarborg|grondslag|doorgifte|mechanisme"),
    ("place", r"\bland|plaats|\bwaar\b|locatie|regio"),
    ("service", r"dienst|activiteit|werkzaamhe|\brol\b|\btaak|product|omschrijving"),
    ("purpose", r"doel|waarvoor|toepassing"),
    ("name", r"verwerker|processor"),
)
_GROUNDS = (
    ("adequacy", r"adequa\w+|passend beschermingsniveau|privacy framework|\bdpf\b"),
    (
        "standard-clauses",
        r"standaard\w*\s?(?:contract\w*\s?)?(?:bepaling|clausule)|model\s?(?:contract|bepaling|clausule)|\bsccs?\b"
        r"|standard contractual",
    ),
    ("binding-rules", r"bindende (?:bedrijfs|ondernemings)|\bbcrs?\b|binding corporate"),
)


def column(head: str) -> str:
    """The key of what a column with this head holds."""
    return first_that_fits(_COLUMNS, head.strip())


def ground(words: str) -> str:
    """The ground of a transfer that ``words`` name."""
    return first_that_fits(_GROUNDS, words)
