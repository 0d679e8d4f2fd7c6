"""A measure that was withdrawn without a reason

A list of measures may change, but a measure that is gone means less protection until a reader learns what came in its
place or why it is no longer needed (AVG article 32 asks for a level that fits the risk). The edition that withdraws it
says so in its front matter (`changes`, with `from:` the old id of the measure, or of its category). A note on the annex
as a whole is not enough, unless the whole annex is gone: what went as a whole is one finding and asks for one note. It
is reported at `changes`, or at the begin of the front matter where there is none.

Wrong:

    docs/voorbeeld/1.1/index.md:2:1
    changes: (removed)

    docs/voorbeeld/1.1/artikel-02.md
    {!docs/voorbeeld/1.0/artikel-02.md!}

    docs/voorbeeld/1.1/bijlage-1.md
    version: "1.1"

    ## A. Toegang

    - een slot op de deur

Right:

    docs/voorbeeld/1.1/index.md
    changes:
      - from: bijlage-1-a-2
        why: Een pas vervangt het wachtwoord.
        nature: substantive

    docs/voorbeeld/1.1/artikel-02.md
    {!docs/voorbeeld/1.0/artikel-02.md!}

    docs/voorbeeld/1.1/bijlage-1.md
    version: "1.1"

    ## A. Toegang

    - een slot op de deur
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.changes import explained, place_of, withdrawn_unexplained
from clausule.model.findings import Finding
from clausule.model.similarity import short

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    found = explained(view)
    if not found:
        return
    for name, gone in withdrawn_unexplained(found).items():
        told = f"the measure '{short(gone[0].unit.text)}' of {found.old.version} was withdrawn"
        if name != gone[0].unit.id:
            told = f"{name} of {found.old.version} was withdrawn with its measures ({len(gone)})"
        hint = f"add to changes: in {edition.folder}/index.md: from: {name} and why:"
        yield view.here(place_of(edition, gone[0]), f"{told}, and no note says why", hint, at=name)
