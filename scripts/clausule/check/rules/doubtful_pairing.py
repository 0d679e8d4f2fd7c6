"""A clause whose predecessor is not certain

The build decides which clause of this edition is which of the one before, by number, title and words together. Here
another answer is nearly as good, and a wrong one would show a reader a change that nobody made. Only the author knows:
`pairs` in the front matter of the edition says which clause is which (`from` and `to`), or is not (`from` and `not`).

Wrong:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Verwerker wist de Gegevens binnen tien dagen na het einde, zoals artikel 28 lid 3 AVG verlangt.

    3.2 Klant wist de Gegevens binnen tien dagen na het einde, zoals artikel 28 lid 3 AVG verlangt.

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-3.1
        why: De plicht geldt voortaan voor beide partijen.
        nature: substantive
      - from: artikel-3.2
        why: Artikel 3.1 geldt nu ook voor Klant.
        nature: substantive

    docs/voorbeeld/1.1/artikel-02.md
    {!docs/voorbeeld/1.0/artikel-02.md!}

    docs/voorbeeld/1.1/artikel-03.md:7:1
    version: "1.1"

    3.1 Wie de Gegevens heeft, wist ze binnen tien dagen na het einde, zoals artikel 28 lid 3 AVG verlangt.

    3.2 (removed)

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Verwerker wist de Gegevens binnen tien dagen na het einde, zoals artikel 28 lid 3 AVG verlangt.

    3.2 Klant wist de Gegevens binnen tien dagen na het einde, zoals artikel 28 lid 3 AVG verlangt.

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-3.1
        why: De plicht geldt voortaan voor beide partijen.
        nature: substantive
      - from: artikel-3.2
        why: Artikel 3.1 geldt nu ook voor Klant.
        nature: substantive
    pairs:
      - from: artikel-3.1
        to: artikel-3.1

    docs/voorbeeld/1.1/artikel-02.md
    {!docs/voorbeeld/1.0/artikel-02.md!}

    docs/voorbeeld/1.1/artikel-03.md
    version: "1.1"

    3.1 Wie de Gegevens heeft, wist ze binnen tien dagen na het einde, zoals artikel 28 lid 3 AVG verlangt.

    3.2 (removed)
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.changes import explained, name_of, place_of
from clausule.compare.units import HEADINGS
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    found = explained(view)
    if not found:
        return
    told = {name for note in view.edition.pairs for name in (note.old, note.new)}
    for one in found.changes:
        change = one.change
        units = [unit for unit in (change.old, change.new) if unit]
        if not one.doubtful or any(unit.id in told or unit.kind in HEADINGS for unit in units):
            continue
        name = name_of(change)
        if change.old and change.new:
            message = f"is {name} what {change.old.id} was in {found.old.version}? Another answer is nearly as good"
            hint = (
                f"if so, add to pairs: from: {change.old.id} and to: {name}; if not, from: {change.old.id} and "
                f"not: {name}"
            )
        elif change.new:
            message = f"is {name} new? It may have been another clause in {found.old.version}"
            hint = f"if it was, add to pairs: its old number as from: and to: {name}; else allow this with your reason"
        else:
            message = f"was {name} of {found.old.version} removed? It may be another clause now"
            hint = f"if it is, add to pairs: from: {name} and its new number as to:; else allow this with your reason"
        yield view.here(place_of(view.edition, change), message, hint, at=name)
