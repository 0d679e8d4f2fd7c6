"""What a clause says of the list of sub-processors: where it is, and within how many days something happens."""

from __future__ import annotations

import pytest

from clausule.language.nl.sub_processors import is_working_day, leaves_looking, mentions, promises, speaks_of_amendment

SENTENCES = {
    "De lijst van sub-verwerkers staat op de website van Verwerker.": ["site"],
    "Voor de meest actuele lijst van subverwerkers wordt verwezen naar www.voorbeeld.example/privacy. Dit telt.": [
        "elsewhere"
    ],
    "Verwerker verstrekt op verzoek een overzicht van de sub-verwerkers.": ["request"],
    "De Subverwerkers zijn opgenomen in een lijst in Bijlage 3.": ["annex"],
    "Verwerker houdt een actueel register bij van andere verwerkers.": ["list"],
    "Verwerker schakelt sub-verwerkers in. De lijst van maatregelen staat in bijlage 2.": [],
    "De lijst is lang.": [],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_where_a_sentence_says_that_the_list_is(sentence: str) -> None:
    assert [mention.where for mention in mentions(sentence)] == SENTENCES[sentence]


def test_the_address_of_a_list_ends_before_the_point() -> None:
    (mention,) = mentions("De lijst van subverwerkers staat op www.123meekijken.nl/privacybeleid. Kijk daar.")
    assert mention.address == "www.123meekijken.nl/privacybeleid"


@pytest.mark.parametrize(
    ("words", "days", "months", "found"),
    [
        ("binnen veertien dagen na", 14, 0, True),
        ("binnen 14 (veertien) kalenderdagen", 14, 0, True),
        ("binnen twee weken", 14, 0, True),
        ("ten minste dertig (30) dagen", 30, 0, True),
        ("een maand van tevoren", 0, 1, True),
        ("vijfenveertig dagen", 45, 0, True),
        ("tweeëndertig dagen", 32, 0, True),
        ("binnen dertig dagen", 14, 0, False),
        ("binnen vierentwintig uur", 24, 0, False),
        ("binnen 140 dagen", 14, 0, False),
    ],
)
def test_a_clause_promises_a_period(words: str, days: int, months: int, found: bool) -> None:
    assert promises(words, days, months, 0) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("binnen tien werkdagen na", True),
        ("binnen 10 (tien) Werkdagen", True),
        ("binnen tien arbeidsdagen", True),
        ("binnen tien volle werk-dagen", True),
        ("binnen tien dagen", False),
        ("binnen tien kalenderdagen", False),
        ("binnen vijftien werkdagen", False),
    ],
)
def test_a_clause_promises_working_days(words: str, found: bool) -> None:
    assert promises(words, 0, 0, 10) is found
    assert not promises(words.replace("tien", "10"), 0, 0, 11)


def test_working_days_are_no_days() -> None:
    assert not promises("binnen tien werkdagen", 10, 0, 0)


@pytest.mark.parametrize(
    ("term", "is_one"),
    [("Werkdag", True), ("werkdagen", True), ("Werkdag(en)", True), ("Arbeidsdag", True), ("Werkdagboek", False)],
)
def test_the_word_of_a_text_for_a_working_day(term: str, is_one: bool) -> None:
    assert is_working_day(term) is is_one


@pytest.mark.parametrize(
    ("words", "leaves"),
    [
        ("Verwerkingsverantwoordelijke wordt geacht deze lijst regelmatig te raadplegen voor wijzigingen.", True),
        ("Klant dient de lijst van sub-verwerkers zelf te controleren.", True),
        ("De opdrachtgever zal de website regelmatig raadplegen.", True),
        ("Klant hoeft haar niet zelf te raadplegen om van een wijziging te weten.", False),
        ("De lijst is op de website te raadplegen.", False),
        ("Klant dient een wijziging te melden. De lijst is te raadplegen.", False),
    ],
)
def test_whether_a_text_leaves_looking_to_the_customer(words: str, leaves: bool) -> None:
    assert leaves_looking(words) is leaves


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        ("Wijzigingen in de tekst van deze Verwerkersovereenkomst worden schriftelijk overeengekomen.", True),
        ("Partijen wijzigen deze Verwerkersovereenkomst uitsluitend schriftelijk.", True),
        ("Deze overeenkomst kan door Verwerker worden gewijzigd.", True),
        ("De Bijlagen kunnen worden aangepast.", True),
        ("Verwerker meldt wijzigingen van de lijst.", False),
        ("Deze overeenkomst is gesloten. De lijst kan worden gewijzigd.", False),
    ],
)
def test_whether_a_text_speaks_of_its_own_change(words: str, speaks: bool) -> None:
    assert speaks_of_amendment(words) is speaks
