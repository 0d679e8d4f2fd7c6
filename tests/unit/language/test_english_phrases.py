"""How English agreements speak: definitions, periods, breaches, promises, questions, sub-processors."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.language.sub_processors import ANNEX, ELSEWHERE, PLAIN, REQUEST, SITE

EN = language_of("en")

GIVEN = [
    ("“Personal Data” means data on a person.", ["Personal Data"]),
    ("Acme Ltd (the “Supplier”), and the customer (“Customer”)", ["Supplier", "Customer"]),
    ("Acme Ltd (hereinafter referred to as the “Processor”)", ["Processor"]),
    ("Acme Ltd, hereinafter “Processor”, and others", ["Processor"]),
    ("Client and Acme are each a “Party” and together the “Parties”.", ["Party", "Parties"]),
    ("this Master Agreement (this “Agreement”)", ["Agreement"]),
    ("(each a “Party” and together the “Parties”)", ["Party", "Parties"]),
    ("(collectively, the “Agreement”)", ["Agreement"]),
    ("the terms “Controller”, “Processor” and “Data Subject” have the meaning given to them in the GDPR",
     ["Controller", "Processor", "Data Subject"]),
    ("“Services” shall mean the services in Schedule 1.", ["Services"]),
    ("“Affiliate” has the meaning given in the Master Agreement.", ["Affiliate"]),
    ("Confidential Information means what is marked so.", ["Confidential Information"]),
    ("\"Sub-processor\" refers to any processor", ["Sub-processor"]),
    ("This Agreement means a lot to us.", []),
    ("The word “free” is often used.", []),
    ("he said (quite rightly “no”) that", []),
    ("a breach of security (a “Security Incident”)", ["Security Incident"]),
    ("Acme Ltd (the Supplier) delivers.", ["Supplier"]),
    ("the Information Commissioner (the Commissioner) decides", []),
    ("The parties will be referred to individually as a “Party” and jointly as the “Parties”.", ["Party", "Parties"]),
    ("Data Processing Addendum (\"DPA\")", ["DPA"]),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "terms"), GIVEN)
def test_terms_that_a_sentence_defines(plain: str, terms: list[str]) -> None:
    given = list(EN.definitions.names_given(plain))
    assert [one.term for one in given] == terms
    assert all(plain[one.start :].startswith(one.term) for one in given)


@pytest.mark.parametrize(
    "plain",
    [
        "In this Agreement the following definitions apply:",
        "Capitalised terms used in this DPA shall have the following meanings:",
        "The following terms are used:",
    ],
)
def test_what_announces_definitions(plain: str) -> None:
    assert EN.definitions.announces(plain)


def test_what_announces_none() -> None:
    assert not EN.definitions.announces("The Supplier shall:") and not EN.definitions.announces("Parties agree:")
    assert EN.definitions.is_title("Definitions and interpretation") and not EN.definitions.is_title("Fees")
    assert EN.definitions.is_column("Defined term") and EN.definitions.is_column("Term:")
    assert not EN.definitions.is_column("Fee")
    assert EN.definitions.is_term("Personal Data") and not EN.definitions.is_term("If the customer")


@pytest.mark.parametrize(
    ("plain", "end", "marked", "meaning"),
    [
        ("Service: what we do", 7, False, "what we do"),
        ("Service means what we do", 7, False, "what we do"),
        ("Service has the meaning given in X", 7, False, "has the meaning given in X"),
        ("Service what we do", 7, True, "what we do"),
        ("Service what we do", 7, False, None),
    ],
)
def test_where_a_meaning_begins(plain: str, end: int, marked: bool, meaning: str | None) -> None:
    at = EN.definitions.meaning_at(plain, end, marked)
    assert (None if at is None else plain[at:]) == meaning


BREACHES = [
    ("Processor shall notify Customer without undue delay and in any event within 48 hours after becoming aware of a "
     "Personal Data Breach.", "within 48 hours"),
    ("Supplier informs Controller of a data breach within twenty-four (24) hours.", "within twenty-four (24) hours"),
    ("In the event of a Security Incident, Vendor shall report it to Customer no later than 72 hours after discovery.",
     "no later than 72 hours"),
    ("Customer shall be notified of a Personal Data Breach by Processor within two business days.",
     "within two business days"),
    ("The Processor informs the Controller of a breach. This notification is made within 36 hours.", "within 36 hours"),
    ("We will notify you of a data breach within 48 hours.", "within 48 hours"),
]  # fmt: skip
NO_BREACHES = [
    "Security patches are applied within 72 hours.",
    "Controller shall notify the supervisory authority of a Personal Data Breach within 72 hours.",
    "Processor may notify Customer of a breach within 48 hours.",
    "If Processor notifies Customer of a breach within 48 hours, Customer pays.",
    "Processor is not obliged to notify Customer of a breach within 48 hours.",
    "Processor answers questions on a data breach within 48 hours.",
    "Customer shall notify Supplier of a breach of this Agreement within 48 hours.",
    "Processor shall notify Customer of a personal data breach without undue delay.",
]


@pytest.mark.parametrize(("plain", "words"), BREACHES)
def test_a_term_for_reporting_a_breach(plain: str, words: str) -> None:
    found = EN.questions.breach_words(plain)
    assert found and plain[slice(*found)] == words


@pytest.mark.parametrize("plain", NO_BREACHES)
def test_no_term_for_reporting_a_breach(plain: str) -> None:
    assert EN.questions.breach_words(plain) is None


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("within 48 hours", 48),
        ("within forty-eight (48) hours", 48),
        ("two (2) business days", 48),
        ("one week", 168),
        ("within a day", 24),
        ("one and a half days", 36),
        ("24-hour", 24),
        ("thirty (30) minutes", None),
    ],
)
def test_periods_in_hours(words: str, hours: int | None) -> None:
    assert EN.questions.hours_in(words) == hours


def test_questions() -> None:
    questions = EN.questions
    assert questions.depends_on("if yes, which:", ("YES", "NO")) == "YES"
    assert questions.depends_on("if no, why:", ("YES", "NO")) == "NO"
    assert questions.depends_on("If so, which:", ("YES", "NO")) == "YES"
    assert questions.depends_on("if known:", ("YES", "NO")) == ""
    assert questions.always_asked("Supplier always completes parts A, B and C.") == {"A", "B", "C"}
    assert questions.always_asked("Sections A to C are always completed.") == {"A", "B", "C"}
    assert questions.always_asked("Parts A and B are completed.") == frozenset()
    assert questions.asks_all("PROCESSOR shall answer the following questions:")
    assert not questions.asks_all("PROCESSOR may ask the following questions:")
    assert questions.asks_signature("Signature:") and not questions.asks_signature("Name:")


@pytest.mark.parametrize(
    ("plain", "where", "address"),
    [
        ("The list of sub-processors is at https://acme.example/subs.", ELSEWHERE, "https://acme.example/subs"),
        ("A current list of Subprocessors is available on the Supplier's website.", SITE, ""),
        ("The Sub-processors are listed in Annex III.", ANNEX, ""),
        ("Supplier provides a list of its sub-processors upon request.", REQUEST, ""),
        ("Supplier keeps a list of sub-processors.", PLAIN, ""),
    ],
)
def test_where_the_list_is(plain: str, where: str, address: str) -> None:
    (mention,) = EN.sub_processors.mentions(plain)
    assert (mention.where, mention.address) == (where, address)


def test_sub_processors_and_periods() -> None:
    words = EN.sub_processors
    assert words.speaks_of("another processor") and not words.speaks_of("the processor")
    assert words.mentions("Supplier engages sub-processors.") == []
    assert words.promises("at least thirty (30) days before", 30, 0, 0)
    assert words.promises("30 days’ prior notice", 30, 0, 0) and words.promises("a 30-day period", 30, 0, 0)
    assert words.promises("two weeks", 14, 0, 0) and words.promises("three months", 0, 3, 0)
    assert words.promises("ten (10) business days", 0, 0, 10) and words.promises("five working days", 0, 0, 5)
    assert not words.promises("ten business days", 10, 0, 0) and not words.promises("40 days", 30, 0, 0)
    assert words.is_working_day("Business Day") and words.is_working_day("Working Days")
    assert not words.is_working_day("Day")
    assert words.speaks_of_amendment("Supplier may amend this Agreement.")
    assert not words.speaks_of_amendment("Supplier may change its prices.")
    assert words.leaves_looking("Customer shall check the list regularly.")
    assert not words.leaves_looking("Customer shall not check it.") and not words.leaves_looking("Supplier notifies.")


def promised(plain: str, listed: bool = False) -> list[tuple[str, float | str]]:
    return [(one.kind, one.value) for one in EN.measures.find_promises(plain, listed)]


def test_promises_of_measures() -> None:
    assert promised("Supplier is certified to ISO 27001.") == [("standard", 27001.0)]
    assert promised("Data are stored in two data centres.") == [("data centres", 2.0)]
    assert promised("Supplier encrypts with TLS 1.2 or higher and AES-256.") == [("TLS", 1.2), ("AES", 256.0)]
    assert promised("Supplier uses multi-factor authentication.") == [("multi-factor authentication", "")]
    assert promised("Supplier complies with SOC 2.") == [("standard", "SOC 2")]
    assert promised("SOC 2") == [] and promised("SOC 2", listed=True) == [("standard", "SOC 2")]
    for none in (
        "Supplier is not certified to ISO 27001.",
        "Customer shall use TLS 1.2.",
        "Supplier may use TLS 1.3.",
        "Supplier recommends MFA.",
        "Supplier previously was certified to ISO 27001.",
    ):
        assert promised(none) == []


def test_words_of_measures() -> None:
    measures = EN.measures
    assert all(measures.says_nothing(words) for words in ("N/A", "none", "to follow", "not applicable.", "TBD"))
    assert not measures.says_nothing("A lock on the door")
    assert measures.only_refers("See ", "") and measures.only_refers("as set out in ", ".")
    assert not measures.only_refers("Doors are locked as set out in ", "")
    assert measures.says_purpose("Measures to protect data") and not measures.says_purpose("Access control")
    assert measures.says_goal("The aim is that data stay here.") and not measures.says_goal("Doors are locked.")


@pytest.mark.parametrize(
    ("plain", "places"),
    [
        ("between [COMPANY NAME] and us", ["[COMPANY NAME]"]),
        ("[Reserved]", []),
        ("[Intentionally left blank]", []),
        ("on [●]", ["[●]"]),
        ("(to be completed)", ["(to be completed)"]),
        ("dated dd/mm/yyyy", ["dd/mm/yyyy"]),
        ("[the] Processor[s]", []),
        ("see [1] and Article XX GDPR", []),
    ],
)
def test_places_to_fill_in(plain: str, places: list[str]) -> None:
    assert [plain[start:end] for start, end in EN.leftovers.places(plain)] == places


@pytest.mark.parametrize(
    ("plain", "version", "day"),
    [
        ("Version 1.1 - 4 February 2019", "1.1", (4, 2, 2019)),
        ("Version: 2.0", "2.0", (None, None, None)),
        ("Effective date: May 25, 2018", "", (25, 5, 2018)),
        ("Version dated 25th of May 2018", "", (25, 5, 2018)),
        ("Effective as of 2018-05-25", "", (25, 5, 2018)),
        ("Effective date: 05/06/2018", "", (None, None, 2018)),
        ("Effective date: 05/25/2018", "", (25, 5, 2018)),
        ("This Agreement commences on 1 April 2026 and goes on until it is terminated by a party.", "", (1, 4, 2026)),
        ("This DPA comes into force on 2 May 2026.", "", (2, 5, 2026)),
    ],
)
def test_what_a_text_says_of_itself(plain: str, version: str, day: tuple[int | None, ...]) -> None:
    (said,) = EN.own_version.said(plain, True)
    assert (said.version, (said.day, said.month, said.year)) == (version, day)


def test_what_is_said_of_others() -> None:
    for other in ("TLS version 1.2 is used.", "See version 2.0 of the Terms of Service.", "Regulation, version 3"):
        assert list(EN.own_version.said(other, False)) == []
    assert EN.own_version.date_in("May 2018") and not EN.own_version.date_in("maybe")


INFLECTIONS = [
    ("Customer", "Customers", True),
    ("Customer", "Customer's", True),
    ("Customer", "Customers’", True),
    ("Party", "Parties", True),
    ("Licence", "License", True),
    ("Authorisation", "Authorizations", True),
    ("Processing", "Processor", False),
    ("Service", "Servicing", False),
]


@pytest.mark.parametrize(("word", "form", "same"), INFLECTIONS)
def test_inflections(word: str, form: str, same: bool) -> None:
    terms = EN.terms
    assert (terms.stem(word) == terms.stem(form) and terms.is_inflection(word, form)) is same


def test_capitals() -> None:
    plain = (
        "The Customer and Acme Ltd sign in London; Confidential Information is kept by the Supplier for Customer’s use."
    )
    found = EN.terms.capitals(plain)
    assert [one.word for one in found if not one.name] == [
        "Customer",
        "Confidential",
        "Information",
        "Supplier",
        "Customer",
    ]
    runs = [[one.word for one in run] for run in EN.terms.runs(found)]
    assert ["Confidential", "Information"] in runs
    phrase = EN.terms.as_phrase([one for one in found if one.word in ("Confidential", "Information")])
    assert phrase and phrase.word == "Confidential Information"
    assert EN.terms.firms("between Acme Widgets Ltd and others") == {"Acme", "Widgets"}
    assert EN.terms.written_forms("Administrator(s)") == ("Administrator(s)", "Administrator", "Administrators")
    assert EN.terms.looks_common("Sub-processor") and not EN.terms.looks_common("Hetzner")


def test_things_around_a_reference() -> None:
    plain = "Customer pays the fees set out in clause 5."
    assert EN.things.thing_there(plain, plain.index("clause"), len(plain) - 1) == ("fees", 18, len(plain) - 1)
    plain = "whoever has access to Personal Data, as listed in Schedule 3."
    assert EN.things.thing_there(plain, plain.index("Schedule"), len(plain) - 1) is None
    assert EN.things.is_held("fees", "€ 50 a month") and not EN.things.is_held("penalty", "Doors are locked.")
    plain = "Supplier takes the measures in Annex 2."
    assert list(EN.things.lists_there(plain, plain.index("Annex"), len(plain) - 1)) == ["measures"]
    plain = "Annex 3 lists the sub-processors that are named there."
    assert list(EN.things.lists_there(plain, 0, 7)) == ["sub-processors"]
    assert EN.things.names_sub_processors("its sub-processors") and not EN.things.names_sub_processors("a processor")


@pytest.mark.parametrize(
    ("plain", "opposite"),
    [
        ("Where Customer cannot answer a request itself, Supplier assists.", False),
        ("Where Customer asks, Supplier does not assist with a request.", True),
        ("Supplier is not obliged to assist with a request.", True),
        ("Supplier assists with a request without undue delay.", False),
        ("Supplier shall not refuse to assist with a request.", False),
    ],
)
def test_what_says_the_opposite(plain: str, opposite: bool) -> None:
    at = plain.index("request")
    assert EN.things.denies(plain, at, at + 7, False) is opposite
