"""The rules: each keeps the promise of its page, and on real sentences they say what a lawyer would say, and no
more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clausule.check import Rule, all_rules, check
from clausule.model.findings import Finding
from rule_examples import EDITIONS, Example, examples, read_example
from session import HOME, read_home


def findings_of(root: Path, example: Example) -> list[Finding]:
    return check(read_example(root, example))


CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.kind}-{number}")
    for rule in all_rules().values()
    for number, example in enumerate(examples(rule.page), 1)
]


@pytest.mark.parametrize("rule, example", CASES)
def test_an_example_does_what_its_page_says(rule: Rule, example: Example, tmp_path: Path) -> None:
    found = findings_of(tmp_path, example)
    mine = [finding for finding in found if finding.rule == rule.id]
    if example.kind == "right":
        assert [finding for finding in found if not finding.allowed] == []
        return
    assert len(mine) == 1, found
    assert not example.place or str(mine[0].place) == example.place
    assert mine[0].severity == rule.severity
    assert mine[0].message and mine[0].hint
    place = mine[0].place
    lines = (tmp_path / place.path).read_text("utf-8").splitlines() if (tmp_path / place.path).is_file() else [""]
    assert place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1
    if mine[0].words and rule.allowable:
        assert mine[0].words.split()[0] in lines[place.line - 1]


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_a_rule_has_a_page(rule: Rule) -> None:
    kinds = {example.kind for example in examples(rule.page)}
    assert kinds == {"wrong", "right"}
    assert rule.title and not rule.title.endswith(".")
    why = rule.page.partition("Wrong:")[0]
    assert why.count(". ") + why.count(".\n") >= 2, "say in two sentences or more why it matters"


@pytest.mark.parametrize("address", EDITIONS)
def test_the_base_of_the_examples_is_clean(address: str, tmp_path: Path) -> None:
    assert findings_of(tmp_path, Example("right", {f"docs/{address}/none.md": None})) == []


# What an author wrote in clause 3.1 beside what the rules say about it. Verwerker, Klant and Gegevens are defined.
SENTENCES = {
    # A small letter where only a party can be meant, and a slip of the pen that looks like another form.
    "Aan het einde zal verwerker de Gegevens wissen.": ["almost-defined-term: verwerker"],
    "Aan het einde wist hij de Gegevens, tenzij klant betaalt.": ["almost-defined-term: klant"],
    "De Gegevens worden door verwerker of door klant gewist.": [
        "almost-defined-term: verwerker",
        "almost-defined-term: klant",
    ],
    "Aan het einde wist de Klantt de Gegevens.": ["almost-defined-term: Klantt"],
    "Een verwerker wist de Gegevens van zijn klant, en dat is aan een ander.": [],
    "Hij zal later onder ander document door de verwerker worden gewist, dat ieder moment.": [],
    # Words that are written as terms and are none.
    "Aan het einde zal Opdrachtgever betalen.": ["undefined-term: Opdrachtgever"],
    "Klant betaalt volgens de Overeenkomst en alle andere Overeenkomsten.": ["undefined-term: Overeenkomst"],
    "Wie de DATA vernietigt, verliest data van de Klant.": ["undefined-term: DATA"],
    "Aan het einde is de Vertrouwelijke Informatie van Klant gewist.": ["undefined-term: Vertrouwelijke Informatie"],
    "Aan het einde informeert Opdrachtgever Leverancier en betaalt Leverancier aan Opdrachtgever.": [
        "undefined-term: Opdrachtgever",
        "undefined-term: Leverancier",
    ],
    "Aan het einde zal Verwerkr de Gegevens wissen.": ["undefined-term: Verwerkr"],
    "Verwerkr zal aan het einde de Gegevens wissen.": ["undefined-term: Verwerkr"],
    "Verwarkor zal aan het einde de Gegevens wissen.": [],  # two letters off it may be a name that begins a sentence
    "Aan het einde wist KLANT de Gegevens en doet Bewerker niets.": [
        "almost-defined-term: KLANT",
        "almost-defined-term: Bewerker",
    ],
    "Aan het einde verwerkt hij het laatste Gegeven van alle Klanten.": [
        "undeclared-inflection: Gegeven",
        "undeclared-inflection: Klanten",
    ],
    # Words whose capital letter comes from elsewhere.
    "Leveringen gaan voor. Betalingen volgen: Kosten komen later. “Diensten” is een woord.": [],
    "Klant is Opdrachtgever in de zin van artikel 7:400 BW en betaalt volgens deze Overeenkomst.": [],
    "Wolkenbouw Nederland B.V. te Zutphen levert; daarna levert Wolkenbouw aan de heer Pieter de Vries.": [],
    "Klant woont te (9723 JC) Groningen aan de Stavangerweg 23-1 en mr. J.M. van der Velden in Utrecht.": [],
    "De Minister van Volksgezondheid, Welzijn en Sport en de Kamer van Koophandel zien toe.": [],
    "De Wet op de geneeskundige behandelingsovereenkomst, de Wet Markt en Overheid en de Tabakswet gelden.": [],
    "De AVG, de EER, het EU-recht, VPN-tunnels, ISO 27001, NEN 7510 en VoIP zijn bekend bij Fail2ban.": [],
    "De Nederlandse en Europese regels gelden in April en op Koningsdag in Frankrijk en Unierechtelijk.": [],
    "Opslag is vastgelegd in het Service Level Agreement en bij het Nationaal Cyber Security Centrum (NCSC).": [],
    "Bij storing in de Azure omgeving helpt Hetzner, en anders het Data Privacy Framework.": [],
    "Overlegd wordt een Verklaring arbeidsrelatie (VAR) van de Functionaris voor Gegevensbescherming.": [],
    "KLANT BETAALT AAN HET EINDE ALLES WAT OPDRACHTGEVER VRAAGT.": [],
    # Acts.
    "Dit volgt uit artikel 14 van de Wbp en de Wet bescherming persoonsgegevens (Wbp).": ["lapsed-act: Wbp"],
    "Dit volgt uit de AVG tot intrekking van Richtlijn 95/46/EG; tot 25 mei 2018 gold de Wbp.": [],
    "Dit volgt uit artikel 4 lid 7 AVG en artikel 4 onder 8 AVG.": ["missing-provision: artikel 4 lid 7 AVG"],
    # References.
    "Dit volgt uit artikel 2.1 en artikel 2.9.": ["unknown-reference: artikel 2.9"],
    "Dit volgt uit artikel 2.9 van het bestelformulier en bijlage 7 bij de hoofdovereenkomst.": [],
    "Dit volgt uit artikel 2.9 van de verwerkersovereenkomst.": [
        "unknown-reference: artikel 2.9 van de verwerkersovereenkomst"
    ],
    "Dit volgt uit artikel 9 van de Wet op de postduiven en artikel 4 van de SLA.": [
        "unknown-act: artikel 9 van de Wet op de postduiven"
    ],
    "Dit volgt uit artikel 7:404.": ["unknown-reference: artikel 7:404"],
    "Dit volgt uit bijlage 2 en bijlage II.": ["annex-number-style: bijlage II"],
    "Dit volgt uit de genoemde boetes in artikel 2.1.": ["thing-not-in-target: genoemde boetes in artikel 2.1"],
    "Dit volgt uit de in bijlage 1 opgenomen boetes.": ["thing-not-in-target: bijlage 1 opgenomen boetes"],
    "Dit volgt uit de instructies als bedoeld in artikel 2.1 en de opdrachten uit artikel 2.1.": [
        "thing-not-in-target: instructies als bedoeld in artikel 2.1"
    ],
    "Dit volgt uit de verplichtingen in artikel 2.1 en de termijn genoemd in artikel 2.2.": [],
    # Measures that are promised, denied or only named; the list has a lock, a password and a copy.
    "Aan het einde is Verwerker gecertificeerd volgens ISO/IEC 27001 en gebruikt hij TLS 1.2 of hoger.": [
        "promised-measure: ISO/IEC 27001",
        "promised-measure: TLS 1.2",
    ],
    "Aan het einde staan de Gegevens in twee gescheiden datacenters, met AES-256 en 2FA.": [
        "promised-measure: twee gescheiden datacenters",
        "promised-measure: AES-256",
        "promised-measure: 2FA",
    ],
    "Aan het einde is Verwerker niet gecertificeerd volgens ISO 27001; hij heeft geen twee datacenters.": [],
    "De maatregelen staan in bijlage 1. De lijst van subverwerkers staat in bijlage 1.": ["promised-list: bijlage 1"],
    "In bijlage 2 zijn de technische en organisatorische maatregelen beschreven.": ["promised-list: bijlage 2"],
    "Verwerker neemt maatregelen. Hoe hij meldt staat in bijlage 2.": [],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_the_rules_say_of_a_sentence(sentence: str, tmp_path: Path) -> None:
    page = ["---", 'version: "1.0"', "---", "", "# Artikel 3. Einde", "", f"3.1 {sentence}"]
    found = findings_of(tmp_path, Example("wrong", {"docs/voorbeeld/1.0/artikel-03.md": list(page)}))
    assert [f"{finding.rule}: {finding.words}" for finding in found] == SENTENCES[sentence]
    for finding in found:
        assert sentence[finding.place.column - 5 :].startswith(finding.words)


# The true findings in the two published agreements, each once. Their texts are frozen, so this list stands.
TRUE = {
    "annexes/mickcom/bijlage-1/1.5.md": ["unreferenced-annex: BIJLAGE 1"],
    "annexes/mickcom/bijlage-2/1.5.md": [
        "unserved-goal: BIJLAGE 2",
        "unserved-goal: BIJLAGE 2",
        "undeclared-inflection: Verwerking",
        "undefined-term: DATA",
    ],
    "docs/mickcom/1.5/artikel-01.md": [
        "undefined-term: Overeenkomst",
        "almost-defined-term: Verantwoordelijke",
        "almost-defined-term: Verwerker",
    ],
    "docs/mickcom/1.5/artikel-03.md": ["undefined-term: Opdrachtgever", "undefined-term: VERWERER"],
    "docs/mickcom/1.5/artikel-05.md": ["almost-defined-term: Verwerkingsverantwoordelijke"],
    "docs/mickcom/1.5/artikel-09.md": ["almost-defined-term: Sub-VERWERKER"],
    "docs/mickcom/1.5/artikel-11.md": ["thing-not-in-target: genoemde beperkingen in artikel 11.1"],
    "docs/mickcom/1.5/index.md": ["lapsed-act: Wet bescherming persoonsgegevens"],
    "docs/123meekijken/ongedateerd/artikel-01.md": [
        "missing-provision: artikel 4 lid 1 AVG",
        "missing-provision: artikel 4 lid 21 AVG",
        "missing-provision: artikel 4 lid 12 AVG",
    ],
    "docs/123meekijken/ongedateerd/artikel-02.md": ["annex-number-style: bijlage 1"],
    "docs/123meekijken/ongedateerd/artikel-03.md": ["almost-defined-term: Verantwoordelijke"],
    "docs/123meekijken/ongedateerd/artikel-04.md": [
        "undeclared-inflection: Verwerken",
        "almost-defined-term: Verwerkeringsverantwoordelijke",
        "almost-defined-term: Verwerkersverantwoordelijke",
        "almost-defined-term: subverwerkers",
    ],
    "docs/123meekijken/ongedateerd/artikel-05.md": [
        "promised-measure: ISO 27001",
        "promised-measure: NEN 7510",
        "promised-measure: TLS 1.2",
        "annex-number-style: bijlage 2",
    ],
}


def test_the_true_findings_of_both_agreements_and_no_others() -> None:
    repository = read_home()
    both = [agreement for agreement in repository.agreements if agreement.slug in ("mickcom", "123meekijken")]
    found: dict[str, list[str]] = {}
    for finding in check(replace(repository, agreements=tuple(both))):
        found.setdefault(finding.place.path, []).append(f"{finding.rule}: {finding.words}")
        # Words can go on in the next line; the first of them stands at the place.
        line = (HOME / finding.place.path).read_text("utf-8").splitlines()[finding.place.line - 1]
        assert line[finding.place.column - 1 :].startswith(finding.words.split()[0])
        assert finding.allowed, "each has a reason or an erratum in the edition's front matter"
    assert found == TRUE
