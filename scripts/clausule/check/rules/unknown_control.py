"""A goal, control, concept or demand that does not exist

What a measure serves and what a clause fulfils are claims that others build on: the overview of measures, the data and
the table of AVG article 28. AVG article 32 lid 1 has the goals a to d, ISO/IEC 27001:2022 the controls A.5.1 to A.8.34,
the Data Privacy Vocabulary names such as MultiFactorAuthentication, and a demand is written as 28.3.h or, for a part of
it, 28.3.h.audits. Behind a demand can stand `deels`, where a clause fulfils it in part.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:5:43
    measures:
      een wachtwoord van twaalf tekens: {iso: A.8.50}

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:4:16
    avg:
      artikel-2.1: 28.3.z

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    measures:
      een wachtwoord van twaalf tekens: {iso: A.8.5, dpv: PasswordAuthentication}

    ## A. Toegang

    Alleen wie dat mag, komt binnen.

    - een slot op de deur

    - een wachtwoord van twaalf tekens

    ## B. (removed)

    docs/voorbeeld/1.0/artikel-02.md
    avg:
      artikel-2.1: 28.3.a.instructies
"""

from collections.abc import Iterable

from clausule.analysis.coverage import known_demand
from clausule.analysis.measures import goal_of
from clausule.check import View
from clausule.language.wording.law import gdpr_name
from clausule.law.dpv import concepts
from clausule.law.gdpr import GOALS, demand_names
from clausule.law.iso27001 import CONTROLS
from clausule.model.claims import Value
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    beside = view.edition.beside
    for mapping in beside.mappings:
        for value in mapping.goals:
            if goal_of(value.words) not in GOALS:
                yield _unknown(view, value, f"goal of {gdpr_name(view.language)} article 32(1)", GOALS, "a, b, c or d")
        for value in mapping.controls:
            if value.words not in CONTROLS:
                yield _unknown(view, value, "control of ISO/IEC 27001:2022 Annex A", CONTROLS, "write it as A.8.5")
        for value in mapping.concepts:
            if value.words not in concepts():
                yield _unknown(
                    view,
                    value,
                    "measure of the Data Privacy Vocabulary",
                    concepts(),
                    "see https://w3id.org/dpv#vocab-tom",
                )
    demands = [Value(claim.demand, claim.place) for claim in beside.claims]
    demands += [Value(remark.about, remark.place) for remark in beside.remarks]
    for value in demands:
        if not known_demand(value.words):
            partly = view.language.grammar.PARTLY
            more = f"write it as 28.3.h, with a part as 28.3.h.audits; only '{partly}' can stand behind it"
            yield _unknown(view, value, f"demand of the {gdpr_name(view.language)}", demand_names(), more)


def _unknown(view: View, value: Value, kind: str, known: Iterable[str], otherwise: str) -> Finding:
    guess = closest(value.words, known)
    hint = f"did you mean '{guess}'?" if guess else otherwise
    return view.here(value.place, f"'{value.words}' is no {kind}", hint, words=value.words)
