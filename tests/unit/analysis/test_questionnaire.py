"""A questionnaire as controls: all of the source, each with its words, and what depends on what."""

from __future__ import annotations

import re

import pytest

from clausule.analysis.questionnaire import Ask, Form, read_form
from clausule.language.language import language_of
from clausule.language.nl.questions import always_asked, breach_words, depends_on, hours_in
from clausule.model.nodes import Annex, Place
from clausule.read.documents import AnnexTag, read_annex
from clausule.read.source import Line, Sources
from session import HOME, read_home

ANNEXES = {
    "mickcom/1.5": "annexes/mickcom/bijlage-3/1.5.md",
    "voorbeeld/1.0": "annexes/voorbeeld/bijlage-3/1.0.md",
    "voorbeeld/2.0": "annexes/voorbeeld/bijlage-3/2.0.md",
    "voorbeeld/3.1": "annexes/voorbeeld/bijlage-3/2.1.md",
}


def annex_of(name: str) -> Annex:
    slug, _, version = name.partition("/")
    editions = read_home(slug).agreements[0].editions
    edition = next(edition for edition in editions if edition.version == version)
    return next(annex for annex in edition.annexes if annex.kind == "questionnaire")


def form_of(*lines: str) -> Form:
    """The form of an annex with these lines."""
    sources = Sources(HOME)
    numbered = [
        Line(text, "annexes/a/bijlage-1/1.md", number, 1) for number, text in enumerate(("# Bijlage 1", "", *lines), 1)
    ]
    return read_form(
        read_annex(
            sources,
            language_of("nl").grammar,
            "1",
            "annexes/a/bijlage-1/1.md",
            numbered,
            AnnexTag("1", None, "questionnaire"),
        ),
        language_of("nl"),
    )


def counted(source: str) -> tuple[int, int, int, int]:
    """Questions, choices, blanks and places in brackets of a source, counted by eye and not by our grammar."""
    body = source.split("---\n", 2)[2]
    return (
        len([line for line in body.splitlines() if line.startswith("### ")]),
        body.count("NEE") + body.count("HOOG"),
        len(re.findall(r"(?<![.…])[.…]{5,}", body)),
        len([line for line in body.splitlines() if re.fullmatch(r"- \[.*\]", line)]),
    )


@pytest.mark.parametrize("name", ANNEXES)
def test_every_question_choice_and_blank_of_the_source_is_a_control(name: str) -> None:
    form = read_form(annex_of(name), language_of("nl"))
    questions, choices, blanks, brackets = counted((HOME / ANNEXES[name]).read_text("utf-8"))
    assert len([question for question in form.questions if question.heading]) == questions
    assert len([ask for ask in form.asks if ask.kind == "choice"]) == choices
    assert len([ask for ask in form.asks if ask.kind == "blank"]) == blanks + brackets
    assert len({ask.id for ask in form.asks}) == len(form.asks)
    assert all(ask.label for ask in form.asks)
    assert all(len(question.asks) > 0 for question in form.questions if question.heading)


def test_the_figures_of_mickcom() -> None:
    assert counted((HOME / ANNEXES["mickcom/1.5"]).read_text("utf-8")) == (12, 43, 17, 2)
    assert len(read_form(annex_of("mickcom/1.5"), language_of("nl")).asks) == 43 + 17 + 2


def _ask(form: Form, words: str) -> Ask:
    return next(ask for ask in form.asks if ask.label.startswith(words))


def test_what_follows_from_an_answer() -> None:
    form = read_form(annex_of("voorbeeld/3.1"), language_of("nl"))
    encrypted, all_of_it, not_these = (
        _ask(form, words) for words in ("Versleuteld", "Geldt dat voor alle", "zo nee; voor welke niet")
    )
    assert all_of_it.when == (encrypted.id, "JA")
    assert not_these.when == (all_of_it.id, "NEE")
    assert _ask(form, "Gehasht").when is None
    still = _ask(form, "Duurt het Datalek nog voort?")
    assert (still.options, _ask(form, "zo nee; beëindigd op").when) == (("JA", "NEE"), (still.id, "NEE"))
    mickcom = read_form(annex_of("mickcom/1.5"), language_of("nl"))
    which_part = _ask(mickcom, "geldt deze versleuteling voor alle persoonsgegevens")
    assert which_part.when == (_ask(mickcom, "Zijn de gegevens versleuteld").id, "JA")


def test_what_the_text_demands() -> None:
    voorbeeld = read_form(annex_of("voorbeeld/3.1"), language_of("nl"))
    required = {
        group.section.label: {question.required for question in group.questions}
        for group in voorbeeld.groups
        if group.section
    }
    assert {label for label, demanded in required.items() if demanded == {True}} == {"A", "B", "C"}
    assert all(demanded == {False} for label, demanded in required.items() if label not in "ABC")
    mickcom = read_form(annex_of("mickcom/1.5"), language_of("nl"))
    assert [question.required for question in mickcom.questions] == [False] + [True] * 12


def test_other_ways_to_ask() -> None:
    form = form_of(
        "Naam: .......... Functie: ..........",
        "",
        "### Hoe erg is het?",
        "",
        "LAAG / GEMIDDELD / HOOG, indien hoog; waarom: ..........",
        "",
        "| Wat | Aantal | Opmerking |",
        "| --- | --- | --- |",
        "| Klanten | .......... | .......... |",
        "| Kinderen | JA / NEE | |",
    )
    assert [(ask.label, ask.options, ask.when and ask.when[1]) for ask in form.asks] == [
        ("Naam", (), None),
        ("Functie", (), None),
        ("Hoe erg is het?", ("LAAG", "GEMIDDELD", "HOOG"), None),
        ("indien hoog; waarom", (), "HOOG"),
        ("Klanten Aantal", (), None),
        ("Klanten Opmerking", (), None),
        ("Kinderen Aantal", ("JA", "NEE"), None),
    ]


def test_an_annex_that_asks_nothing_has_no_control() -> None:
    assert form_of("Alleen woorden.", "", "## A. Deel", "", "- een [verwijzing] in een zin").asks == ()


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("De onderdelen A, B en C vult Verwerker altijd in.", "ABC"),
        ("Onderdeel B wordt altijd ingevuld.", "B"),
        ("De onderdelen A t/m D en F vult hij altijd in.", "ABCDF"),
        ("De onderdelen A en B vult hij in als dat kan. Hij tekent altijd.", ""),
    ],
)
def test_parts_that_are_always_asked(words: str, labels: str) -> None:
    assert always_asked(words) == frozenset(labels)


def test_a_condition_names_an_option() -> None:
    assert depends_on(", zo ja; welke: ", ("JA", "NEE")) == "JA"
    assert depends_on(" Indien voor een deel, voor welk deel: ", ("JA", "NEE")) == ""


@pytest.mark.parametrize(
    ("sentence", "words", "hours"),
    [
        ("Verwerker meldt een Datalek uiterlijk binnen 48 uur aan Klant.", "uiterlijk binnen 48 uur", 48),
        (
            "In geval van een Beveiligingsincident informeert VERWERKER VERANTWOORDELIJKE binnen 2 uur.",
            "binnen 2 uur",
            2,
        ),
        (
            "Leverancier stelt Klant binnen vierentwintig uur van een inbreuk op de hoogte.",
            "binnen vierentwintig uur",
            24,
        ),
        (
            "Verwerker zal binnen 24 (vierentwintig) uur na ontdekking van een datalek Klant informeren.",
            "binnen 24 (vierentwintig) uur",
            24,
        ),
        ("Een inbreuk wordt uiterlijk binnen twee dagen gemeld.", "uiterlijk binnen twee dagen", 48),
    ],
)
def test_a_sentence_that_sets_a_term(sentence: str, words: str, hours: int) -> None:
    found = breach_words(sentence)
    assert found and sentence[slice(*found)] == words
    assert hours_in(words) == hours


@pytest.mark.parametrize(
    "sentence",
    [
        "Kritieke beveiligingsupdates worden binnen 72 uur geïnstalleerd.",
        "De servers worden 24 uur per dag bewaakt op incidenten.",
        "Verwerker meldt een wijziging van de lijst binnen 30 dagen.",
        "Verwerker meldt een inbreuk zonder onredelijke vertraging.",
    ],
)
def test_a_sentence_that_sets_none(sentence: str) -> None:
    assert breach_words(sentence) is None


def test_the_place_of_a_question_is_kept() -> None:
    form = form_of("### Wat is er gebeurd?", "", "..........")
    assert form.questions[0].lines[0].text.place() == Place("annexes/a/bijlage-1/1.md", 5, 1)


def test_a_line_knows_how_deep_it_stands() -> None:
    form = form_of("Vooraf: ......", "", "- Naam: ......", "", "  Verder: ......", "", "  - Adres: ......")
    assert [(line.text.plain.split(":")[0], line.depth) for question in form.questions for line in question.lines] == [
        ("Vooraf", 0),
        ("Naam", 1),
        ("Verder", 1),
        ("Adres", 2),
    ]
