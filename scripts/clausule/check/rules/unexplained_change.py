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
from clausule.check.changes import explained, happened, name_of, place_of, unexplained
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    found = explained(view)
    if not found or not edition.changes:
        return
    for one in unexplained(found):
        name = name_of(one.change)
        message = f"{name} {happened(one.change)} since {found.old.version}, and no note says why"
        key = "from" if one.change.kind == "removed" else "at"
        hint = f"add to changes: in {edition.folder}/index.md: {key}: {name} and why:"
        yield view.here(place_of(edition, one.change), message, hint, at=name)
