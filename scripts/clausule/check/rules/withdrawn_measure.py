"""A measure that was withdrawn without a reason

A list of measures may change, but a measure that is gone means less protection until a reader learns what came in its
place or why it is no longer needed (AVG article 32 asks for a level that fits the risk). The edition that withdraws it
says so in its front matter (`changes`, with `from:` the old id of the measure, or of its category). A note on the annex
as a whole is not enough.

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
from clausule.check.changes import explained, place_of
from clausule.model.findings import Finding
from clausule.model.similarity import short

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    found = explained(view)
    if not found:
        return
    for one in found.changes:
        gone = one.change.old
        if (
            not gone
            or not one.change.is_less
            or any(note.was in (gone.id, gone.parent, *gone.aliases) for note in one.notes)
        ):
            continue
        message = f"the measure '{short(gone.text)}' of {found.old.version} was withdrawn, and no note says why"
        hint = f"add to changes: in {edition.folder}/index.md: from: {gone.id} and why:"
        yield view.here(place_of(edition, one.change), message, hint, at=gone.id)
