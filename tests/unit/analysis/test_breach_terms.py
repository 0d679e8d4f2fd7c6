"""All that an agreement says of when a breach is reported, and what of it is another term than the stated one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.analysis.breach import breach_term, other_terms
from clausule.language.language import language_of
from clausule.model.editions import Edition, FrontMatter
from clausule.model.nodes import Block
from editions import edition
from session import read_home

SAID = [
    ("nl", "Verwerker informeert Klant onverwijld na ontdekking van een datalek.", [None]),
    ("nl", "Verwerker meldt een inbreuk zonder onredelijke vertraging aan Klant.", [None]),
    ("nl", "Verwerker meldt een inbreuk zo spoedig mogelijk, en uiterlijk binnen 24 uur.", [24]),
    ("nl", "Verwerker meldt een inbreuk binnen 24 uur. Hij meldt een datalek ook onverwijld per telefoon.", [24, None]),
    ("nl", "Verwerker stelt Klant zonder uitstel op de hoogte van ieder beveiligingsincident.", [None]),
    ("nl", "Een datalek wordt door Verwerker ten spoedigste aan Klant gemeld.", [None]),
    ("nl", "Verwerker informeert Klant over een incident dat direct of indirect schade geeft.", []),
    ("nl", "Klant meldt een datalek onverwijld aan Verwerker.", []),
    ("nl", "Verwerker meldt een datalek onverwijld aan de Autoriteit.", []),
    ("nl", "Verwerker herstelt een datalek onverwijld.", []),
    ("nl", "Verwerker is niet verplicht een datalek onverwijld te melden.", []),
    ("nl", "Verwerker meldt een wijziging van de lijst onverwijld.", []),
    ("nl", "Verwerker kan een datalek binnen twee uur melden.", []),
    ("en", "Processor shall notify Customer of a personal data breach without undue delay.", [None]),
    ("en", "Processor promptly informs Customer of any Security Incident.", [None]),
    ("en", "Processor notifies Customer of a breach immediately and within 36 hours.", [36]),
    ("en", "Supplier shall inform Customer of a breach as soon as is reasonably practicable.", [None]),
    ("en", "Customer shall notify Processor of a breach without undue delay.", []),
    ("en", "Processor promptly remedies a breach.", []),
]


@pytest.mark.parametrize(("tag", "words", "hours"), SAID)
def test_when_a_sentence_wants_a_breach_to_be_reported(tag: str, words: str, hours: list[int | None]) -> None:
    found = language_of(tag).questions.breach_sentences(words)
    assert [one for *_, one in found] == hours
    # Each is a whole sentence, as it is quoted.
    assert all(words[start:end].strip().endswith(".") and words[start].isupper() for start, end, _ in found)


def agreed(stated: dict[str, object], *articles: list[str | Block]) -> Edition:
    made = edition("1.0", *articles)
    body = replace(made.body, meta=FrontMatter({"breach": stated}, made.meta.place))
    return replace(made, read=lambda: body)


def test_what_another_clause_says_stands_beside_the_stated_term() -> None:
    at_once = "Verwerker informeert Klant onverwijld over een datalek."
    later = "Een datalek wordt uiterlijk binnen 48 uur aan Klant gemeld."
    same = "Verwerker meldt een datalek dus binnen 2 uur aan Klant."
    own = "Verwerker meldt een datalek binnen 2 uur aan Klant."
    found = agreed({"hours": 2, "at": "artikel-1.1", "words": own[:-1]}, [own, at_once, later, same])
    term = breach_term(found)
    assert term
    told = [(one.at, one.words, one.hours) for one in other_terms(found, term)]
    assert told == [("artikel-1.2", at_once, None), ("artikel-1.3", later, 48)]


def test_the_two_terms_of_a_real_agreement_and_the_one_of_others() -> None:
    told = {}
    for agreement in read_home().agreements:
        for one in agreement.editions:
            term = breach_term(one)
            told[one.name] = [(other.at, other.hours) for other in other_terms(one, term)] if term else []
    assert told.pop("mickcom/1.5") == [("artikel-7.1", None)]
    assert not any(told.values())
