"""A change that is called editorial, or substantive, and looks otherwise

The build calls a change editorial when nothing but numbers, typography, or references that follow a renumbering is
different, and substantive when other words are. The author knows better whether the meaning stayed, and what he
declares is what readers see. This note asks him to look once more; when he is right, an `allow` keeps his reason.

Wrong:

    docs/voorbeeld/1.1/index.md:5:5
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
        nature: editorial

Right:

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
        nature: substantive
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.changes import explained, name_of
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    found = explained(view) if view.edition.changes else None
    for one in found.changes if found else ():
        if one.declared and one.declared != one.proposed:
            name = name_of(one.change)
            shown = (
                "other words are in it" if one.declared == "editorial" else "only numbers or references are different"
            )
            message = f"the change of {name} is declared {one.declared}, but {shown}"
            yield view.here(
                one.notes[0].place, message, f"is it {one.proposed}? Else allow this with your reason", at=name
            )
