"""A clause that is said to fulfil a demand of which it does not speak

The table of AVG article 28 shows a reader which clause fulfils which demand, and that is read by lawyers. A clause that
is named for a demand has words that speak of it: of an audit or inspection for 28.3.h, of a copy for 28.3.g. Name the
part of the demand that the clause does fulfil, or the clause that does.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:4:16
    avg:
      artikel-2.1: 28.3.h.audits

Right:

    docs/voorbeeld/1.0/artikel-02.md
    avg:
      artikel-2.1: 28.3.a.instructies
      artikel-2.3: 33.2 deels
"""

from collections.abc import Iterable

from clausule.analysis.coverage import reading_order, words_of
from clausule.check import View
from clausule.law.gdpr import demand_parts
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    known = frozenset(reading_order(view.edition))
    for claim in view.edition.beside.claims:
        words = words_of(view.edition, claim.at) if claim.at in known else ""
        for part in demand_parts(claim.demand) if words else ():
            asked = view.language.law.part(part)
            if not asked.cues.search(words):
                message = f"no words of {claim.at} speak of {part} ({asked.words})"
                yield view.here(
                    claim.place,
                    message,
                    "name the part of the demand, or the clause, that does",
                    words=claim.demand,
                    at=claim.at,
                )
