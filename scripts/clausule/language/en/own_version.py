"""How an English text says which version it is itself: on its cover, at the head of its pages, in a sentence about
it."""

from __future__ import annotations

import re

from clausule.language.en.dates import MONTHS
from clausule.language.own_version import OwnVersion, Said
from clausule.model.repeated import once_a_text

_NUMBER_OF = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = "(?:" + "|".join(MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_TH = r"(?:st|nd|rd|th)?"
# 'May 25, 2018' before '25 May 2018', '25th day of May 2018', 'May 2018'; and '2018-05-25', '25/05/2018'.
_DATE = (
    rf"(?:(?P<M>{_MONTH})\s(?P<D>\d{{1,2}}){_TH},?\s(?P<Y>\d{{4}})"
    rf"|(?:(?P<day>\d{{1,2}}){_TH}(?:\sday)?(?:\sof)?\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>\d{{4}}))?"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4}))(?!\w)"
)
_VERSION_NUMBER = (
    r"(?:no\.?\s?|number\s)?v?(?P<version>(?:(?:19|20)\d\d-\d{1,2}|\d{1,4}(?:\.\d{1,3}){0,3})[a-z]?"
    r"(?:-(?:rc|beta|draft)\.?\d*)?)(?![\w.]*\w)"
)
_OF = (
    r"(?:(?:dated|date|of|as of|as at|from|on|since|effective(?: date| from| as of| on)?|valid from|in force from)"
    r"\s*:?\s*)?"
)
_BETWEEN = rf"(?:\s*[,;|/–—-]\s*|\s+)(?:\(\s*)?{_OF}"
_OF_THIS = r"\b(?:this|the present|these)\b"
# 'Version 1.1 - 4 February', 'Version dated 4 February 2019', 'Version number: 1.1', 'Last updated: May 25, 2018'
_VERSION = re.compile(
    rf"\b(?:version|revision|rev\.)(?:\snumber|\sno\.?)?\s*:?\s*{_VERSION_NUMBER}(?:{_BETWEEN}{_DATE})?"
    rf"|\bversion(?:\sdate)?\s*:?\s*(?:\(\s*)?{_OF}{_DATE.replace('?P<', '?P<x_')}"
    r"|\b(?:(?:effective|commencement)\sdate|effective(?:\s(?:as of|as at|from|on|since))?|(?:valid"
    r"|in force)\s(?:as of|from|since)"
    rf"|takes effect on|(?:enters|comes) into (?:force|effect) on|commences on)\s*:?\s*{_DATE.replace('?P<', '?P<z_')}",
    re.I,
)
# 'This Data Processing Agreement is dated 4 February 2019'
_DATED = re.compile(rf"{_OF_THIS}\s(?:[\w-]+\s){{1,4}}?is\s(?:made\s(?:on|as of)|dated(?: as of)?)\s{_DATE}", re.I)
_CORES = (
    *("version", "revision", "rev.", "dated", "made on", "made as of"),
    *("effect", "commencement", "commences", "valid", "force"),
)
# Behind it, that another thing is meant: 'version 2.0 of the Terms of Service'.
_ELSE = re.compile(r"\s*\)?,?\s(?:of|to)\s(?!this\b|these\b|the present\b|\d)", re.I)
_ABOUT = re.compile(rf"{_OF_THIS}[^.;:]{{0,60}}$|^\W*$", re.I)
_BEHIND = re.compile(rf"\s*\)?\s(?:of|to)\s{_OF_THIS}", re.I)
_OTHER = re.compile(
    r"\b(?:act|regulation|directive|standard|iso|iec|nist|tls|ssl|protocol|annex|schedule|appendix|exhibit|policy|quote"
    r"|master|software|manual|program(?:me)?|terms of|browser|decision|api|earlier|previous|prior|old|new|later"
    r"|next|each"
    r"|every|any|which|clauses)\b",
    re.I,
)


def _of(match: re.Match[str]) -> Said:
    found = {name.removeprefix("x_").removeprefix("z_"): value for name, value in match.groupdict().items() if value}
    name = found.get("month") or found.get("M")
    month = _NUMBER_OF[name[:3].lower()] if name else int(found.get("im") or found.get("m") or 0)
    day = int(found.get("day") or found.get("D") or found.get("id") or found.get("d") or 0)
    year = int(found.get("year") or found.get("Y") or found.get("iy") or found.get("y") or 0)
    if found.get("d") and month > _MOST_MONTHS:
        day, month = month, day  # '05/25/2018'
    elif found.get("d") and day <= _MOST_MONTHS and day != month:
        day = month = 0  # '05/06/2018' is May in one country and June in another: only the year is said
    return Said(match.start(), match.end(), found.get("version", ""), day or None, month or None, year or None)


_MOST_MONTHS = 12


_OWN_VERSION = OwnVersion(
    cores=_CORES, version=_VERSION, other=_OTHER, elsewhere=_ELSE, about=_ABOUT, behind=_BEHIND, dated=_DATED,
    date=_DATE, read=_of,
)  # fmt: skip
said = once_a_text(_OWN_VERSION.said)
date_in = _OWN_VERSION.date_in
