"""What a text measures has one value in every language, and what is no quantity has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.language.en import numbers as english
from clausule.language.language import language_of
from clausule.language.nl import numbers as dutch
from clausule.language.quantities import Quantity

Find = Callable[[str], tuple[Quantity, ...]]
NL: Find = language_of("nl").quantities.find
EN: Find = language_of("en").quantities.find

# What both say beside the words for it.
SAME = {
    ("binnen dertig dagen", "within 30 days"): ["period 30 day"],
    ("dertig (30) dagen", "thirty (30) days"): ["period 30 day"],
    ("binnen twee (2) Werkdagen", "within two (2) Working Days"): ["period 2 working day"],
    ("twee bankwerkdagen", "two business days"): ["period 2 working day"],
    ("90 aaneengesloten dagen", "ninety consecutive days"): ["period 90 day"],
    ("zes weken", "42 days"): ["period 42 day"],
    ("een termijn van 14 dagen", "a 14-day period"): ["period 14 day"],
    ("een 14-daagse termijn", "fourteen days"): ["period 14 day"],
    ("honderdtwintig dagen", "one hundred and twenty days"): ["period 120 day"],
    ("48 (achtenveertig) uur", "48 (forty-eight) hours"): ["period 2880 minute"],
    ("twaalf maanden", "one year"): ["period 12 month"],
    ("een maand", "a month"): ["period 1 month weak"],
    ("anderhalf jaar", "one and a half years"): ["period 18 month"],
    ("binnen 2½ uur", "within 2.5 hours"): ["period 150 minute"],
    ("½ uur, ¼ dag", "0.5 hours, 0.25 days"): ["period 30 minute", "period 0.25 day"],
    ("1¾ % rente en 2½", "1.75% interest and 2.5"): ["share 1.75 %", "number 2.5"],
    ("een half jaar", "half a year"): ["period 6 month"],
    ("van 3 tot 5 werkdagen", "of 3 to 5 business days"): ["number 3", "period 5 working day"],
    ("om de zes uur", "every six hours"): ["rate 360 minute"],
    ("een halfjaarlijkse controle", "a half-yearly review"): ["rate 6 month weak"],
    ("jaarlijks", "each year"): ["rate 12 month weak"],
    ("ieder kwartaal", "quarterly"): ["rate 3 month weak"],
    ("eenmaal per kalenderjaar", "once per calendar year"): ["times 1 weak", "rate 12 month weak"],
    ("tweemaal per maand", "twice a month"): ["times 2 weak", "rate 1 month weak"],
    ("24 uur per dag, zeven dagen per week", "24 hours a day, seven days a week"): [
        "period 1440 minute",
        "rate 1 day weak",
        "period 7 day",
        "rate 7 day weak",
    ],
    ("24/7", "24/7"): ["period 1440 minute weak", "period 7 day weak"],
    ("EUR 50.000 of € 50.000,-", "EUR 50,000 or €50,000.00"): ["amount 50000 EUR", "amount 50000 EUR"],
    ("€ 1.250,50", "EUR 1,250.50"): ["amount 1250.5 EUR"],
    ("een miljoen euro (€ 1.000.000)", "one million euros (EUR 1,000,000)"): ["amount 1000000 EUR"] * 2,
    ("EUR 250 duizend", "EUR 250,000"): ["amount 250000 EUR"],
    ("£ 20", "20 pounds"): ["amount 20 GBP"],
    ("2,5% van 1.000", "2.5 per cent of 1,000"): ["share 2.5 %", "number 1000"],
    ("vijfentwintig procent", "twenty-five percent"): ["share 25 %"],
    ("op 25 mei 2018", "on May 25, 2018"): ["date 2018-05-25"],
    ("op 25-05-2018", "on the 25th day of May 2018"): ["date 2018-05-25"],
    ("per 1 januari", "on the first of January"): ["date -01-1"],
    ("sinds mei 2018", "since May 2018"): ["date 2018-05-"],
    ("van 8.30 tot 17.00 uur", "from 8:30 a.m. to 5:00 p.m."): ["clock 08:30", "clock 17:00"],
    ("TLS 1.3, AES-256 en ISO 27001", "TLS 1.3, AES-256 and ISO 27001"): ["number 1.3", "number 256", "number 27001"],
    ("twee datacenters", "two data centres"): ["number 2 weak"],
    ("tweeduizend vijfhonderd", "two thousand five hundred"): ["number 2500 weak"],
    ("(0000 AA), nummer 007", "(0000 AA), number 007"): ["number 0000", "number 007"],
}


def said(found: Iterable[Quantity]) -> list[str]:
    return [" ".join(filter(None, (one.kind, one.value, one.unit, "weak" if one.weak else ""))) for one in found]


@pytest.mark.parametrize(("words", "expected"), SAME.items(), ids=lambda one: str(one)[:40])
def test_both_languages_say_the_same(words: tuple[str, str], expected: list[str]) -> None:
    assert said(NL(words[0])) == said(EN(words[1])) == expected


@pytest.mark.parametrize(
    ("find", "words"),
    [
        (NL, "een van de partijen, en per e-mail, in het weekend"),
        (NL, "tweede, dertigste, veelvuldig en zesvoudig"),
        (EN, "one of the parties, in a way, a year-end party"),
        (EN, "second, often, weight and tenant"),
    ],
)
def test_what_is_no_quantity(find: Find, words: str) -> None:
    assert said(find(words)) == []


@pytest.mark.parametrize(
    ("find", "words", "values"),
    [(NL, "dertig (20) dagen", ["30", "20"]), (EN, "thirty (20) days", ["30", "20"]), (EN, "30 (thirty) days", ["30"])],
)
def test_words_and_figures_that_differ_are_two(find: Find, words: str, values: list[str]) -> None:
    assert [one.value for one in find(words)] == values


def test_a_quantity_stands_where_its_words_do() -> None:
    plain = "binnen dertig (30) dagen na 1 mei 2020"
    assert [plain[one.start : one.end] for one in NL(plain)] == ["dertig (30) dagen", "1 mei 2020"]


@pytest.mark.parametrize(
    ("words", "value"),
    [("tweeduizendvijfhonderd", 2500), ("honderdeneen", 101), ("eendertig", None), ("en", None), ("duizend", 1000)],
)
def test_great_numbers_in_dutch(words: str, value: int | None) -> None:
    assert dutch.value_of(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("two thousand five hundred", 2500), ("a hundred and one", 101), ("twenty thirty", None), ("and", None)],
)
def test_great_numbers_in_english(words: str, value: int | None) -> None:
    assert english.value_of(words) == value


@given(st.integers(2, 99), st.sampled_from([("dagen", "days"), ("uur", "hours"), ("werkdagen", "working days")]))
def test_every_number_in_words_is_that_in_figures(number: int, units: tuple[str, str]) -> None:
    (nl,) = NL(f"binnen {dutch.number_words(number)} {units[0]}")
    (en,) = EN(f"within {english.number_words(number)} {units[1]}")
    (figures,) = EN(f"within {number} {units[1]}")
    assert nl.key == en.key == figures.key
