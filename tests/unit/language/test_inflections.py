"""Which words are forms of one noun, and which are a slip of the pen away from it."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of

TERMS = language_of("nl").terms
FORMS = """
Klant Klanten | Klant Klants | Dienst Diensten | Gegeven Gegevens | Betrokkene Betrokkenen | Betrokkene Betrokkenes
Taak Taken | Man Mannen | Bedrijf Bedrijven | Huis Huizen | Werkzaamheid Werkzaamheden | Partij Partijen | Foto Foto's
Verwerking Verwerken | Sub-verwerker Subverwerkers | Bezwaar Bezwaren | Incident INCIDENTEN | Medewerker Medewerker's
Bijlage Bijlagen | Idee Ideeën | Toezichthouder Toezichthouders | Locatie Locaties | Persoonsgegeven Persoonsgegevens
"""
SLIPS = """
Betrokkene Betrokkenne | Klant Klantt | Klant Klanttt | Verwerker Verwerkerr | Dienst Diensstt | Partij Partijj
Overeenkomst Overeenkomstt | Gegevens Gegevvens | Bijlage Bijllage
"""


def pairs(words: str) -> list[tuple[str, str]]:
    return [(one.split()[0], one.split()[1]) for line in words.strip().splitlines() for one in line.split(" | ")]


@pytest.mark.parametrize("one, other", pairs(FORMS))
def test_two_forms_of_one_noun(one: str, other: str) -> None:
    assert TERMS.is_inflection(one, other) and TERMS.is_inflection(other, one)


@pytest.mark.parametrize("one, other", pairs(SLIPS))
def test_a_slip_of_the_pen_is_no_form(one: str, other: str) -> None:
    assert not TERMS.is_inflection(one, other) and not TERMS.is_inflection(other, one)


@pytest.mark.parametrize(
    "words, names",
    [
        ("Dan zal verwerker dit doen.", ["verwerker"]),
        ("Indien verwerker dit doet, zal klant betalen.", ["verwerker", "klant"]),
        ("Dit doet hij door leverancier, of namens opdrachtgever.", ["leverancier", "opdrachtgever"]),
        ("Dan zal de verwerker dit doen, als verwerker of als een klant.", []),
        ("Dan zal later, aan ieder ander, dat document of dat moment.", []),
        ("Hij zal verwerkers en door klanten", []),
    ],
)
def test_names_without_their_capital_letter(words: str, names: list[str]) -> None:
    assert [name for _, name in TERMS.bare_names(words)] == names
    assert all(words[start:].startswith(name) for start, name in TERMS.bare_names(words))


@pytest.mark.parametrize(
    "words, names",
    [
        ("If supplier has done so, customer will pay.", ["supplier", "customer"]),
        ("It is paid by customer, or to sub-processor.", ["customer", "sub-processor"]),
        ("Unless the customer agrees, as customer or as a supplier must.", []),
        ("A party acts as controller and processor.", []),
        ("The rights of data subjects and supplier must be kept.", ["supplier"]),
        ("It is paid by customers, and by Customer.", []),
    ],
)
def test_english_names_without_their_capital_letter(words: str, names: list[str]) -> None:
    found = language_of("en").terms.bare_names(words)
    assert [name for _, name in found] == names
    assert all(words[start:].startswith(name) for start, name in found)
