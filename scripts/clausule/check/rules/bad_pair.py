"""A pair of clauses that are not there

`pairs` says which clause of the edition before is which of this one. A pair that names a clause that does not exist
decides nothing, and the build would go on to guess. The first edition has nothing before it to pair with.

Wrong:

    docs/voorbeeld/1.1/index.md:9:11
    pairs:
      - from: artikel-2.9
        to: artikel-2.1

Right:

    docs/voorbeeld/1.1/index.md
    pairs:
      - from: artikel-2.1
        to: artikel-2.1
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.compare.explanations import edition_before
from clausule.compare.unit import by_name
from clausule.compare.units import edition_units
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    if not edition.pairs:
        return
    before = edition_before(view.agreement, edition)
    ids_new, ids_old = by_name(edition_units(edition)), by_name(edition_units(before) if before else ())
    for index, note in enumerate(edition.pairs):
        wanted = "not" if note.apart else "to"
        sides = (("from", note.old, ids_old, "the edition before"), (wanted, note.new, ids_new, "this edition"))
        for key, name, ids, where in sides:
            if name not in ids:
                guess = closest(name, ids)
                hint = (
                    f"did you mean '{guess}'?"
                    if guess
                    else f"write it as in the address of the clause: {view.language.grammar.ARTICLE}-3.1"
                )
                message = f"there is no '{name}' in {where}"
                yield view.here(edition.meta.place(("pairs", index, key)), message, hint, words=name)
