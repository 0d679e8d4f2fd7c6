"""A change that no note explains

A reader who sees that a clause has other words, or a link that leads elsewhere, wants to know why, and the author
knows it now and not in three years. Each edition after the first lists the reasons in its front matter (`changes`: the
clause, why, and its nature). A note on an article or an annex speaks for everything in it that has no note of its own.
What only got another number or place needs none, nor does a reference that follows it; a measure that is gone has a
rule of its own. What came or went as a whole, such as an article or an annex, is one finding. An edition is held to
this once it has its first note (until then, see no-change-notes).

Wrong:

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-2.2
        why: Er is nu een lijst.

    docs/voorbeeld/1.1/artikel-02.md:7:1
    2.2 Verwerker treft alle maatregelen in bijlage 1 en houdt ze in stand.

Right:

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
        nature: substantive

    docs/voorbeeld/1.1/artikel-02.md
    2.2 Verwerker treft de maatregelen in bijlage 1.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.changes import explained, name_of, place_of, with_wholes
from clausule.compare.changes import SUBSTANTIVE
from clausule.model.findings import Finding

SEVERITY = "warning"

_HAPPENED = {"added": "is new", "removed": "was removed", "changed": "has other words", "moved": "was moved"}


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    found = explained(view)
    if not found or not edition.changes:
        return
    changes = list(with_wholes(found))
    less = {around[-1].change.unit.id for one, around in changes if one.change.is_less and not one.notes and around}
    for one, around in changes:
        told = any(not wider.notes for wider in around) or (one.change.kind == "removed" and one.change.unit.id in less)
        if one.proposed == SUBSTANTIVE and not one.notes and not one.change.is_less and not told:
            name = name_of(one.change)
            happened = "has a link that leads elsewhere" if one.change.only_links else _HAPPENED[one.change.kind]
            message = f"{name} {happened} since {found.old.version}, and no note says why"
            key = "from" if one.change.kind == "removed" else "at"
            hint = f"add to changes: in {edition.folder}/index.md: {key}: {name} and why:"
            yield view.here(place_of(edition, one.change), message, hint, at=name)
