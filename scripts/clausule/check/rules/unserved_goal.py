"""A goal of AVG article 32 that no measure serves

AVG article 32 lid 1 names four goals: encryption (a), lasting confidentiality, integrity and availability (b), recovery
after an incident (c), and testing (d), each where it is appropriate. When the measures of a list say which goal they
serve and none says one of the four, a reader asks whether it was thought of. Lists that say nothing are left alone.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:10:3
    measures:
      versleuteling: {avg: a}
      een slot: {avg: b}
      elke nacht: {avg: c}

    ## A. Toegang

    Alleen wie dat mag, leest mee.

    - versleuteling van laptops

    - een slot op de deur

    ## B. Opslag

    Wat verloren gaat, komt terug.

    - elke nacht een kopie

    - elk jaar een hersteltest

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    measures:
      versleuteling: {avg: a}
      een slot: {avg: b}
      elke nacht: {avg: c}
      elk jaar: {avg: d}

    ## A. Toegang

    Alleen wie dat mag, leest mee.

    - versleuteling van laptops

    - een slot op de deur

    ## B. Opslag

    Wat verloren gaat, komt terug.

    - elke nacht een kopie

    - elk jaar een hersteltest
"""

from collections.abc import Iterable

from clausule.analysis.measures import categories, measures_of
from clausule.check import View
from clausule.language.wording.law import gdpr_name
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    served = {goal for measure in measures_of(view.edition) for goal in measure.goals}
    if not served:
        return
    annex = categories(view.edition)[0].annex
    hint = (
        "say of the measure that does (measures: in the front matter of the annex), add one, or allow this with "
        "your reason"
    )
    act = gdpr_name(view.language)
    for goal, words in view.language.law.goals.items():
        if goal not in served:
            message = f"no measure serves goal {goal} of {act} article 32(1), {words}"
            yield view.here(annex.place, message, hint, words=annex.heading.plain, at=annex.id)
