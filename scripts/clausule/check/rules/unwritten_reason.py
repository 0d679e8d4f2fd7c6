"""A change whose reason is still to be written

`clausule changes` writes an entry for each change that wants a reason, from the comparison with the edition before. The
reason itself only the author knows, so `why:` is left open. Until it is written the entry tells a reader nothing, and
the edition cannot be frozen. An entry that is about nothing worth a reason can go, when a wider one (of its article or
annex) says why.

Wrong:

    docs/voorbeeld/1.1/index.md:6:9
    changes:
      - at: artikel-2.1
        why:

Right:

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding

SEVERITY = "warning"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    for index, note in enumerate(edition.changes):
        if not note.why.strip():
            name = note.at or note.was
            message = f"the reason why {name} changed is still to be written"
            hint = "write it behind why:, for the reader, in the language of the text"
            yield view.here(edition.meta.place(("changes", index, "why")), message, hint, at=name)
