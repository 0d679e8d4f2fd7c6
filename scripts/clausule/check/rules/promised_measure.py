"""A measure that a clause promises and the list of measures lacks

'Encryption with at least TLS 1.2', 'certified according to ISO 27001', 'stored in two datacenters': a customer holds
the processor to such words, and looks for them in the annex that lists the measures (AVG article 28 lid 3 onder c,
article 32). When the list names an older version or does not name it at all, the two contradict each other, or the list
is not complete. A later version in the list keeps the promise. What the customer must do, what was so before, what may
be so on request, and what somebody else wishes is no promise of the processor.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:9:75
    2.2 Verwerker treft de maatregelen in bijlage 1. Hij slaat Gegevens op in twee datacenters.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft de maatregelen in bijlage 1. Hij slaat Gegevens op in twee datacenters.

    annexes/voorbeeld/bijlage-1/1.0.md
    ## A. Toegang

    - een slot op de deur

    ## B. Opslag

    - elke nacht een kopie in twee datacenters

Wrong:

    docs/example/1.0/article-02.md
    2.2 Supplier takes the measures in Annex 1. It stores the Data in two data centres.

Right:

    docs/example/1.0/article-02.md
    2.2 Supplier takes the measures in Annex 1. It stores the Data in two data centres.

    docs/example/1.0/annex-1.md
    ## B. Storage

    - a copy each night in two data centres
"""

from collections.abc import Iterable

from clausule.analysis.measures import measures_of
from clausule.check import View
from clausule.check.contents import texts
from clausule.language.measures import Promise
from clausule.model.findings import Finding

SEVERITY = "warning"
HINT = "add it to the list of measures, or write in the clause what the list says"


def check_edition(view: View) -> Iterable[Finding]:
    listed = measures_of(view.edition)
    if not listed:
        return
    article = view.language.grammar.ARTICLE
    find_promises = view.language.measures.find_promises
    kept = [promise for measure in listed for promise in find_promises(measure.text.plain, listed=True)]
    told: list[Promise] = []
    defining = {definition.text for definition in view.edition.definitions}
    for owner, text in texts(view.edition):
        if not owner.startswith(f"{article}-") or text in defining:
            continue
        for promise in find_promises(text.plain):
            if not any(promise.kept_by(other) for other in (*kept, *told)):
                told.append(promise)
                words = text.plain[promise.start : promise.end]
                yield view.at(
                    text,
                    promise.start,
                    promise.end,
                    f"the text promises '{words}', and no measure in the list says so",
                    HINT,
                )
