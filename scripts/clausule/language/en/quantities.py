"""How an English text writes periods, amounts, shares, dates, times and numbers."""

from __future__ import annotations

from decimal import Decimal

from clausule.language.en.dates import MONTHS
from clausule.language.en.numbers import IN_WORDS, value_of
from clausule.language.quantities import DAY, MINUTE, MONTH, WORKING_DAY, Quantity
from clausule.language.quantity_words import Quantities, QuantityWords
from clausule.model.repeated import once_a_text

_YEAR, _QUARTER, _HALF = (Decimal(12), MONTH), (Decimal(3), MONTH), (Decimal(6), MONTH)
_UNITS = {
    r"minutes?|mins?": (Decimal(1), MINUTE),
    r"(?:clock[\s-])?(?:hours?|hrs?)": (Decimal(60), MINUTE),
    r"(?:working|business|banking|week)[\s-]?days?": (Decimal(1), WORKING_DAY),
    r"(?:calendar[\s-])?days?": (Decimal(1), DAY),
    r"(?:calendar[\s-])?weeks?": (Decimal(7), DAY),
    r"fortnights?": (Decimal(14), DAY),
    r"(?:calendar[\s-])?months?": (Decimal(1), MONTH),
    r"(?:calendar[\s-])?quarters?": _QUARTER,
    r"half[\s-]years?": _HALF,
    r"(?:calendar[\s-]|contract[\s-]|financial[\s-])?years?": _YEAR,
}
_EACH = (
    r"(?:per|each|every|in\s(?:each|every|any|a)(?:\sgiven)?|(?<=once\s)an?|(?<=twice\s)an?|(?<=times\s)an?"
    r"|(?<=hours\s)an?|(?<=days\s)an?|(?<=once\s)in\sany)\s(?:single\s)?"
)
# 'a day' says how often there.
_NOT_BEHIND = "".join(rf"(?<!{word}\s)" for word in ("once", "twice", "times", "hours", "days", "weeks", "minutes"))
_WORDS = QuantityWords(
    words=IN_WORDS + rf"|{_NOT_BEHIND}an?(?=[\s-])",
    value_of=lambda words: 1 if words.casefold() in ("a", "an") else value_of(words),
    article=frozenset({"a", "an"}),
    comma=".",
    units=_UNITS,
    qualified=r"consecutive|full|whole|successive|clear|natural|calendar|additional|further|such|entire|complete",
    rates={
        r"biennial(?:ly)?|two[\s-]yearly": (Decimal(24), MONTH),
        r"half[\s-]yearly|semi[\s-]?annual(?:ly)?|bi[\s-]?annual(?:ly)?|six[\s-]monthly": _HALF,
        rf"yearly|annual(?:ly)?|per\sannum|{_EACH}(?:calendar\s|contract\s|financial\s)?year": _YEAR,
        rf"quarterly|three[\s-]monthly|{_EACH}(?:calendar\s)?quarter": _QUARTER,
        rf"monthly|{_EACH}(?:calendar\s)?month": (Decimal(1), MONTH),
        r"bi[\s-]?monthly|two[\s-]monthly": (Decimal(2), MONTH),
        r"fortnightly|bi[\s-]?weekly|two[\s-]weekly": (Decimal(14), DAY),
        rf"weekly|{_EACH}(?:calendar\s)?week": (Decimal(7), DAY),
        rf"daily|{_EACH}(?:calendar\s)?(?:day|night)|nightly": (Decimal(1), DAY),
        rf"{_EACH}(?:working|business)[\s-]day": (Decimal(1), WORKING_DAY),
        rf"hourly|{_EACH}hour": (Decimal(60), MINUTE),
        rf"{_EACH}minute": (Decimal(1), MINUTE),
    },
    each=r"every|each",
    times={
        r"once|one\stime": "1",
        r"twice|two\stimes": "2",
        r"thrice": "3",
        rf"(?P<number>\d+|{IN_WORDS})\stimes?": "",
    },
    halves={r"one\sand\sa\shalf": "1.5", r"half\san?": "0.5", r"a\shalf": "0.5"},
    months=tuple(rf"{name}|{name[:3]}\b\.?" if name != "September" else r"September|Sept?\b\.?" for name in MONTHS),
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "fifteenth": 15,
        "thirtieth": 30,
        "thirty-first": 31,
    },
    dates=(
        r"\b(?P<day>ORDINAL)\s(?:day\s)?of\sMONTH(?:,?\s(?P<year>\d{4}))?(?!\w)",
        r"(?<![\d.-])(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?MONTH(?:,?\s(?P<year>\d{4}))?(?!\w)",
        r"(?<!\w)MONTH\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{4}))?(?!\w)",
        r"(?<!\w)MONTH,?\s(?P<year>\d{4})(?!\w)",
        r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<![\d./-])(?P<day>\d{1,2})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})(?!\d)",
    ),
    clocks=(
        r"(?<![\d.:])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?",
        r"(?<![\d.:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?:\shours\b|\so[’']clock\b)?(?![\d:])",
    ),
    percent=r"per\s?cent|pct\.?",
    money={
        r"euros?": "EUR",
        r"(?:u\.?s\.?\s)?dollars?": "USD",
        r"pounds?(?:\ssterling)?": "GBP",
    },
    scales={r"thousand": 1000, r"million|mln?\.?|m(?=\b)": 1_000_000, r"billion|bn\.?": 1_000_000_000},
)
_QUANTITIES = Quantities(_WORDS)


@once_a_text
def find(plain: str) -> tuple[Quantity, ...]:
    """The quantities in ``plain``, in order."""
    return _QUANTITIES.find(plain)
