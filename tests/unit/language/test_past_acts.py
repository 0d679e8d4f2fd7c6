"""Whether words speak of an act as of the past."""

from __future__ import annotations

import pytest

from clausule.language.nl.acts import is_past

OF_THE_PAST = [
    ("Vóór 25 mei 2018 gold de Wbp.", "Wbp"),
    ("Onder de Wbp heette dit bewerkersovereenkomst.", "Wbp"),
    ("de AVG (voorheen: de Wbp)", "Wbp"),
    ("de AVG (voorheen Wbp)", "Wbp"),
    ("de Wbp (oud)", "Wbp"),
    ("De AVG vervangt de Wbp.", "Wbp"),
    ("De AVG is in de plaats gekomen van de Wbp.", "Wbp"),
    ("De Wbp is vervallen.", "Wbp"),
    ("De Wbp is per 25 mei 2018 ingetrokken.", "Wbp"),
    ("Het EU-US Privacy Shield is op 16 juli 2020 ongeldig verklaard.", "Privacy Shield"),
    ("het ongeldig verklaarde Privacy Shield", "Privacy Shield"),
    ("het door het Hof van Justitie ongeldig verklaarde EU-US Privacy Shield", "EU-US Privacy Shield"),
    ("de opvolger van het Privacy Shield", "Privacy Shield"),
    ("in plaats van de Wbni", "Wbni"),
    ("de modelcontractbepalingen die Besluit 2010/87/EU vervangen", "Besluit 2010/87/EU"),
    ("en tot intrekking van Richtlijn 95/46/EG", "Richtlijn 95/46/EG"),
    ("de vroegere Wob", "Wob"),
    ("de destijds geldende Wbp", "Wbp"),
    ("de toen geldende Wet bescherming persoonsgegevens", "Wet bescherming persoonsgegevens"),
    ("de inmiddels vervallen Wbp", "Wbp"),
    ("de Wbni, de voorganger van de Cbw", "Wbni"),
    ("Tot 15 augustus 2026 gold de Wbni", "Wbni"),
]
OF_TODAY = [
    ("Verwerker voldoet aan de Wbp.", "Wbp"),
    ("de plichten van de Wbp en de AVG", "Wbp"),
    ("een doorgifte op grond van het Privacy Shield", "Privacy Shield"),
    ("De overeenkomst vervalt als de Wbp wordt overtreden.", "Wbp"),
    ("Deze overeenkomst vervangt alle eerdere afspraken en voldoet aan de Wbp.", "Wbp"),
    ("Uiterlijk op 25 mei 2018 voldoet Verwerker aan de Wbp.", "Wbp"),
    ("Onder de Wbp is Verwerker bewerker.", "Wbp"),
]


@pytest.mark.parametrize(("text", "act"), OF_THE_PAST)
def test_an_act_of_the_past_is_known_by_the_words_around_it(text: str, act: str) -> None:
    assert is_past(text, text.index(act), text.index(act) + len(act))


@pytest.mark.parametrize(("text", "act"), OF_TODAY)
def test_an_act_that_a_text_rests_on_is_not_of_the_past(text: str, act: str) -> None:
    assert not is_past(text, text.index(act), text.index(act) + len(act))
