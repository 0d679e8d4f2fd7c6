"""How a Dutch text says which of two texts counts."""

from __future__ import annotations

from collections.abc import Iterator

from clausule.language.prevailing import PrevailingWords, Prevails

_TEXT = r"(?:talige?)?\s(?:tekst|versie|uitgave|taalversie|overeenkomst)(?:\svan\s[^.;,]{1,60}?)?"
_COUNTS = r"(?:bindend|leidend|doorslaggevend|beslissend|bepalend|authentiek|maatgevend)"
_WORDS = PrevailingWords(
    {
        r"nederlandse?(?=talig|\s)": "nl",
        r"engelse?(?=talig|\s)": "en",
        r"duitse?(?=talig|\s)": "de",
        r"franse?(?=talig|\s)": "fr",
    },
    (
        # 'prevaleert de Nederlandse tekst', 'is de Nederlandse versie doorslaggevend', 'gaat de Nederlandse tekst voor'
        rf"\b(?:prevaleert|beslist|geldt)\s(?:steeds\s|uitsluitend\s|altijd\s)?(?:de|alleen de)\sNAME{_TEXT}",
        rf"\b(?:is|blijft)\s(?:steeds\s|uitsluitend\s|altijd\s)?de\sNAME{_TEXT}\s(?:[^.;]{{0,30}}?\s)?{_COUNTS}",
        rf"\bgaat\s(?:steeds\s)?de\sNAME{_TEXT}\s(?:[^.;]{{0,60}}?\s)?voor\b",
        rf"\b(?:heeft|zal)\sde\sNAME{_TEXT}\s(?:[^.;]{{0,30}}?\s)?(?:voorrang|prevaleren|voorgaan)",
        # 'de Nederlandse tekst prevaleert', 'dat de Nederlandse tekst voorgaat'
        rf"\bde\sNAME{_TEXT}\s(?:steeds\s|altijd\s|boven\s[^.;]{{1,40}}?\s)?"
        rf"(?:prevaleert(?!\s(?:steeds\s)?de\s)|voorgaat|gaat\s(?:(?!de\s)[^.;]{{0,30}}?\s)?voor\b|heeft\svoorrang|(?:is|blijft)\s(?:steeds\s)?{_COUNTS}"
        rf"|{_COUNTS}\sis)",
    ),
)


def find(plain: str) -> Iterator[Prevails]:
    """Where ``plain`` says which text counts."""
    return _WORDS.find(plain)
