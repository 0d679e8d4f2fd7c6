"""Who acts in a sentence, and what a sentence of an objection speaks of."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of

EN, NL = language_of("en"), language_of("nl")


@pytest.mark.parametrize(
    ("tag", "plain", "acting"),
    [
        ("en", "Processor processes the Data only on the instructions of Customer.", {"provider"}),
        ("en", "The Data are processed by Customer.", {"customer"}),
        ("en", "The Data are kept.", set()),
        ("en", "Customer pays. Supplier delivers.", {"customer", "provider"}),
        ("nl", "Verwerker verwerkt de Gegevens in opdracht van Klant.", {"provider"}),
        ("nl", "De Gegevens worden verwerkt door Klant.", {"customer"}),
        ("nl", "Een derde ontvangt niets.", set()),
    ],
)
def test_the_parties_who_act(tag: str, plain: str, acting: set[str]) -> None:
    assert language_of(tag).things.actors(plain) == acting


@pytest.mark.parametrize(
    ("tag", "plain", "cue", "is_other"),
    [
        ("en", "Customer may object to an invoice.", "object", True),
        ("en", "Customer may raise an objection in writing against the price.", "objection", True),
        ("en", "Customer may object to the intended change.", "object", False),
        ("en", "Customer may object to it.", "object", False),
        ("en", "Customer may object to items.", "object", True),
        ("en", "Customer may object within ten days.", "object", False),
        ("en", "Customer may object. It may object to an invoice too.", "object.", False),
        ("en", "It may object to an invoice. Customer may object.", "object.", False),
        ("nl", "Klant kan bezwaar maken tegen een factuur.", "bezwaar", True),
        ("nl", "Klant kan tegen de prijzen bezwaar maken.", "bezwaar", True),
        ("nl", "Klant kan tegen deze wijziging bezwaar maken.", "bezwaar", False),
        ("nl", "Klant kan daartegen bezwaar maken.", "bezwaar", False),
    ],
)
def test_an_objection_to_something_else(tag: str, plain: str, cue: str, is_other: bool) -> None:
    assert language_of(tag).law.part("28.2.bezwaar").is_other(plain, plain.index(cue)) is is_other


@pytest.mark.parametrize(
    ("tag", "plain", "names"),
    [
        ("en", "unless the Snow Clearance Act 2004 requires it", ["Snow Clearance Act 2004"]),
        ("en", "the Pigeons (Racing) Regulations 1999 apply", ["Pigeons (Racing) Regulations 1999"]),
        ("en", "the Data Protection Act 2018, an Act of Parliament and the Digital Services Act", []),
        ("en", "the Work Order 2004", []),
        ("nl", "tenzij de Wet op de postduiven geldt", ["Wet op de postduiven"]),
        ("nl", "de Wet op het verdere sneeuwruimen geldt", ["Wet op het verdere sneeuwruimen"]),
        ("nl", "het Besluit sneeuwruimen 2004 blijft", ["Besluit sneeuwruimen 2004"]),
        ("nl", "de Sneeuwruimwet 1998", ["Sneeuwruimwet 1998"]),
        ("nl", "de Wet op het financieel toezicht, de Tabakswet, het Besluit van de directie", []),
        ("nl", "de Wet geldt sinds 2004", []),
    ],
)  # fmt: skip
def test_acts_that_are_named_without_an_article(tag: str, plain: str, names: list[str]) -> None:
    found = list(language_of(tag).acts.unknown_in(plain))
    assert [name for _, _, name in found] == names
    assert [plain[start:end] for start, end, _ in found] == names


def test_no_language_takes_its_first_word_for_a_letter() -> None:
    assert EN.grammar.NO_LABEL.match("A secure building") and EN.grammar.NO_LABEL.match("I agree")
    assert not EN.grammar.NO_LABEL.match("A. secure") and not EN.grammar.NO_LABEL.match("A Physical access")
    assert NL.grammar.NO_LABEL.match("U krijgt toegang") and not NL.grammar.NO_LABEL.match("A toegang")
