"""How a Dutch text writes periods, amounts, shares, dates, times and numbers."""

from __future__ import annotations

from decimal import Decimal

from clausule.language.nl.dates import MONTHS
from clausule.language.nl.numbers import IN_WORDS, value_of
from clausule.language.quantities import DAY, MINUTE, MONTH, WORKING_DAY, Quantity
from clausule.language.quantity_words import Quantities, QuantityWords
from clausule.model.repeated import once_a_text

_YEAR, _QUARTER, _HALF = (Decimal(12), MONTH), (Decimal(3), MONTH), (Decimal(6), MONTH)
_UNITS = {
    r"minu(?:ut|ten)": (Decimal(1), MINUTE),
    r"(?:klok-?)?u(?:ur|ren)|uurs(?=[\s-])": (Decimal(60), MINUTE),
    r"etma(?:al|len)": (Decimal(1440), MINUTE),
    r"(?:bank-?)?werk-?dag(?:en)?|werkdaagse?": (Decimal(1), WORKING_DAY),
    r"(?:kalender-?)?dag(?:en)?|daagse?": (Decimal(1), DAY),
    r"(?:kalender-?)?we(?:ek|ken)|weekse": (Decimal(7), DAY),
    r"(?:kalender-?)?maand(?:en)?|maandse": (Decimal(1), MONTH),
    r"kwarta(?:al|len)": _QUARTER,
    r"half-?ja(?:ar|ren)": _HALF,
    r"(?:kalender|contract|boek)?-?ja(?:ar|ren)|jarige?": _YEAR,
}
_EACH = r"(?:per|elke?|iedere?|telkens na)\s"
_WORDS = QuantityWords(
    words=IN_WORDS,
    value_of=value_of,
    article=frozenset({"een"}),
    comma=",",
    units=_UNITS,
    qualified=r"aaneengesloten|volle|hele|opeenvolgende|achtereenvolgende|natuurlijke|kalender|vrije|gehele|volledige",
    rates={
        r"twee-?jaarlijkse?": (Decimal(24), MONTH),
        r"drie-?jaarlijkse?": (Decimal(36), MONTH),
        r"half-?jaarlijkse?": _HALF,
        r"jaarlijkse?": _YEAR,
        rf"{_EACH}(?:kalender|contract|boek)?-?jaar": _YEAR,
        r"twee-?maandelijkse?": (Decimal(2), MONTH),
        rf"drie-?maandelijkse?|{_EACH}(?:kalender-?)?kwartaal|kwartaal(?=rapport|overleg)": _QUARTER,
        rf"{_EACH}half-?jaar": _HALF,
        rf"maandelijkse?|{_EACH}(?:kalender-?)?maand": (Decimal(1), MONTH),
        r"twee-?wekelijkse?": (Decimal(14), DAY),
        rf"wekelijkse?|{_EACH}(?:kalender-?)?week": (Decimal(7), DAY),
        rf"dagelijkse?|{_EACH}(?:kalender-?)?(?:dag|etmaal|nacht)": (Decimal(1), DAY),
        rf"{_EACH}werk-?dag": (Decimal(1), WORKING_DAY),
        rf"{_EACH}uur": (Decimal(60), MINUTE),
        rf"{_EACH}minuut": (Decimal(1), MINUTE),
    },
    each=r"om\sde|elke|iedere|per",
    times={
        r"(?:een|één)maal|(?:een|één|1)\skeer|(?:een|één|1)\smaal": "1",
        r"tweemaal|twee\s(?:keer|maal)": "2",
        r"driemaal": "3",
        r"viermaal": "4",
        rf"(?P<number>\d+|{IN_WORDS})[\s-]?(?:keer|maal)": "",
    },
    halves={r"anderhal(?:f|ve)": "1.5", r"(?:een\s)?hal(?:f|ve)": "0.5"},
    months=tuple(rf"{name[:3]}\.?|{name}" if name != "maart" else r"mrt\.?|maart" for name in MONTHS),
    ordinals={
        "eerste": 1,
        "tweede": 2,
        "derde": 3,
        "vierde": 4,
        "vijfde": 5,
        "zesde": 6,
        "zevende": 7,
        "achtste": 8,
        "negende": 9,
        "tiende": 10,
        "vijftiende": 15,
        "dertigste": 30,
        "eenendertigste": 31,
    },
    dates=(
        r"\b(?P<day>ORDINAL)\s(?:dag\s)?van\s(?:de\smaand\s)?MONTH(?:\s(?P<year>\d{4}))?(?!\w)",
        r"(?<![\d.-])(?P<day>\d{1,2})(?:e|ste|de)?\s(?:van\s)?MONTH(?:\s(?P<year>\d{4}))?(?!\w)",
        r"(?<!\w)MONTH\s(?P<year>\d{4})(?!\w)",
        r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<![\d./-])(?P<day>\d{1,2})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})(?!\d)",
    ),
    clocks=(
        r"(?<![\d.:])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\s?(?:uur|u\b|h\b)",
        r"(?<![\d.:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:])",
        r"(?<![\d.:])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?=\s(?:en|tot|t/m|-|–)\s\d{1,2}[.:]\d{2}\s?(?:uur|u\b))",
    ),
    percent=r"procent|pct\.?",
    money={
        r"euro(?:[’']?s)?": "EUR",
        r"(?:amerikaanse\s)?dollars?": "USD",
        r"(?:britse\s)?pond(?:\ssterling)?": "GBP",
    },
    scales={r"duizend": 1000, r"miljoen|mln\.?": 1_000_000, r"miljard|mld\.?": 1_000_000_000},
)
_QUANTITIES = Quantities(_WORDS)


@once_a_text
def find(plain: str) -> tuple[Quantity, ...]:
    """The quantities in ``plain``, in order."""
    return _QUANTITIES.find(plain)
