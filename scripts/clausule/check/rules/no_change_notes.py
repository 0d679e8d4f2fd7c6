"""An edition that does not say what it changed

A reader who sees that a clause has other words wants to know why, and the author knows it now and not in three years.
Each edition after the first should list the reasons in its front matter (`changes`: the clause, why, and its nature).
Without them readers see what changed, and nowhere why. A concept is left in peace.

Wrong:

    docs/voorbeeld/1.1/index.md:2:1
    changes: (removed)

Right:

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
        nature: substantive
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.changes import explained
from clausule.compare.changes import SUBSTANTIVE
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    found = None if edition.concept or edition.changes else explained(view)
    count = sum(one.proposed == SUBSTANTIVE for one in found.changes) if found else 0
    if found and count:
        parts = "clause or other part" if count == 1 else "clauses or other parts"
        message = f"{count} {parts} changed since {found.old.version}, and no note says why"
        hint = f"clausule changes {edition.agreement} {edition.version} writes what to explain; the reasons are yours"
        yield view.here(edition.meta.place(()), message, hint)
