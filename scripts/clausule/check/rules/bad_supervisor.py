"""A question of the supervisor at a place that the questionnaire does not have

Whoever fills in the questionnaire after a breach sees beside each question whether the supervisor asks it too, and
under the form what the supervisor asks and the annex does not. That is only true when `supervisor:` in the annex names
things that the supervisor asks and questions that stand in the annex. A question is named as in its address: the
annex, and the first six words of the question.

Wrong:

    annexes/voorbeeld/bijlage-2/1.0.md:6:9
    supervisor:
      - ask: discovered
        at: bijlage-2-wanneer-is-de-inbreuk-gezien

Right:

    annexes/voorbeeld/bijlage-2/1.0.md
    supervisor:
      - ask: discovered
        at: bijlage-2-wanneer-is-de-inbreuk-ontdekt
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.law.supervisor import supervisor_asks
from clausule.model.findings import Finding
from clausule.model.nodes import all_items
from clausule.model.similarity import closest
from clausule.model.walk import parts_of

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    for annex in view.edition.annexes:
        known = {
            name
            for part in parts_of(annexes=[annex])
            for name in (part.id, *(item.id for item in all_items(part.blocks)))
        }
        for also in annex.supervisor:
            if also.ask not in supervisor_asks():
                guess = closest(also.ask, supervisor_asks())
                hint = f"did you mean '{guess}'?" if guess else "one of: " + ", ".join(supervisor_asks())
                yield view.here(also.place, f"'{also.ask}' is nothing that the supervisor asks", hint, words=also.ask)
            elif also.at not in known:
                longer = (name for name in known - {annex.id} if also.at.startswith(f"{name}-"))
                guess = closest(also.at, known) or max(longer, key=len, default="")
                hint = (
                    f"did you mean '{guess}'?" if guess else "write the id of a question or an item, as in its address"
                )
                yield view.here(also.at_place, f"there is no question '{also.at}' in {annex.id}", hint, words=also.at)
