"""How a Dutch text says which version it is itself: on its cover, at the head of its pages, in a sentence about it."""

from __future__ import annotations

import re

from clausule.language.nl.dates import MONTHS
from clausule.language.own_version import OwnVersion, Said
from clausule.model.repeated import once_a_text

_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"mrt": 3}
_MONTH = "(?:" + "|".join(MONTHS) + r"|(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?)"
_DATE = (
    rf"(?:(?:(?P<day>\d{{1,2}})\s)?(?P<month>{_MONTH})(?:\s(?P<year>\d{{4}}))?"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4}))(?!\w)"
)
_NUMBER = (
    r"(?:nr\.?\s?|nummer\s)?v?(?P<version>(?:(?:19|20)\d\d-\d{1,2}|\d{1,4}(?:\.\d{1,3}){0,3})[a-z]?(?:-(?:rc|beta|concept)\.?\d*)?)"
    r"(?![\w.]*\w)"
)
_OF = r"(?:(?:d\.?d\.?|van|per|datum|gedateerd|ingaande|vanaf|geldig (?:vanaf|per))\s*:?\s*)?"
_BETWEEN = rf"(?:\s*[,;|/–—-]\s*|\s+)(?:\(\s*)?{_OF}"
_OF_THIS = r"\b(?:deze|dit|onderhavige)\b"
# 'Versie 1.1 - 4 februari', 'Versie d.d. 4-2-2019', 'Versienummer: 1.1', 'Versiedatum: mei 2018'
_VERSION = re.compile(
    rf"\bversie(?:nummer)?\s*:?\s*{_NUMBER}(?:{_BETWEEN}{_DATE})?"
    rf"|\bversie(?:datum)?\s*:?\s*(?:\(\s*)?{_OF}{_DATE.replace('?P<', '?P<x_')}"
    r"|\b(?:datum (?:van )?inwerkingtreding|ingangsdatum|(?:geldig|van kracht) (?:vanaf|per|sinds))\s*:?\s*"
    rf"{_DATE.replace('?P<', '?P<z_')}"
    r"|(?P<own>\bde (?:verwerkers)?overeenkomst )?\b(?:treedt in werking|gaat in) (?:op|per|vanaf|met ingang van) "
    rf"{_DATE.replace('?P<', '?P<w_')}",
    re.I,
)
_CORES = ("versie", "ingang", "geldig", "kracht", "inwerking", "in werking", "gaat in")
# Behind it, that another thing is meant: 'versie 2.0 van de Algemene Voorwaarden'.
_ELSE = re.compile(
    r"\s*\)?,?\s(?:van|bij|behorend(?:e)? bij)\s(?!deze\b|dit\b|onderhavige\b|kracht\b|toepassing\b|\d)", re.I
)
_ABOUT = re.compile(rf"{_OF_THIS}[^.;:]{{0,60}}$|^\W*$", re.I)
_BEHIND = re.compile(rf"\s*\)?\s(?:van|bij)\s{_OF_THIS}", re.I)
_OTHER = re.compile(
    r"\b(?:wet|verordening|richtlijn|norm|iso|nen|tls|ssl|protocol|bijlage|annex|polis|offerte|hoofdovereenkomst|software"
    r"|handboek|beleid|programma|voorwaarden van|browser|besluit"
    r"|eerdere|vorige|oude|nieuwe|latere|volgende|elke|iedere|welke)\b",
    re.I,
)


def _of(match: re.Match[str]) -> Said:
    found = {name[2:] if name[1:2] == "_" else name: value for name, value in match.groupdict().items() if value}
    day, month, year = (found.get(name) for name in ("day", "month", "year"))
    if found.get("d"):
        day, number, year = found["d"], int(found["m"]), found["y"]
    else:
        number = _SHORT.get(month.lower()[:3], 0) if month else 0
    return Said(
        match.start(), match.end(), found.get("version", ""), int(day) if day else None, number or None,
        int(year) if year else None,
    )  # fmt: skip


_OWN_VERSION = OwnVersion(
    cores=_CORES, version=_VERSION, other=_OTHER, elsewhere=_ELSE, about=_ABOUT, behind=_BEHIND,
    date=_DATE, read=_of,
)  # fmt: skip
said = once_a_text(_OWN_VERSION.said)
date_in = _OWN_VERSION.date_in
