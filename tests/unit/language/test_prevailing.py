"""A clause that says which of two texts counts."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of

SAID = {
    "nl": {
        "Bij strijdigheid tussen de Nederlandse en de Engelse tekst prevaleert de Nederlandse tekst.": ["nl"],
        "Bij verschillen met een vertaling gaat de Nederlandse tekst voor.": ["nl"],
        "De Engelstalige versie gaat boven de Nederlandse versie voor.": ["en"],
        "In dat geval is de Engelse versie van deze overeenkomst bindend.": ["en"],
        "Alleen de Nederlandse tekst is bindend.": ["nl"],
        "De Engelse tekst is een vertaling; de Nederlandse is getekend.": [],
        "Deze Verwerkersovereenkomst gaat voor op de Hoofdovereenkomst.": [],
        "Op deze overeenkomst is Nederlands recht van toepassing; de Nederlandse rechter beslist.": [],
    },
    "en": {
        "In the event of discrepancy between the Dutch and the English version, the Dutch version prevails.": ["nl"],
        "The English text shall always take precedence over the Dutch text.": ["en"],
        "The Dutch-language version of this Agreement is binding.": ["nl"],
        "The English version will govern.": ["en"],
        "The English text is a translation.": [],
        "This Agreement prevails over the Main Agreement and is governed by Dutch law.": [],
    },
}
CASES = [(tag, plain, languages) for tag, said in SAID.items() for plain, languages in said.items()]


@pytest.mark.parametrize(("tag", "plain", "languages"), CASES)
def test_what_a_clause_says(tag: str, plain: str, languages: list[str]) -> None:
    found = list(language_of(tag).prevailing.find(plain))
    assert [one.language for one in found] == languages
    assert all(plain[one.start : one.end].strip() for one in found)
