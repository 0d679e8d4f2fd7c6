"""An edition without a date

Which text applied on a day can only be told from the day on which each edition took effect. A concept needs no date
yet. A text that carries no version number either says so with `numbered: false`: then none is invented for it.

Wrong:

    docs/voorbeeld/1.0/index.md:2:1
    effective: (removed)

Right:

    docs/voorbeeld/1.0/index.md
    effective: 2024-01-01
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    # Front matter that is not there at all, or a date that cannot be read, has a finding of its own.
    written = edition.meta.values
    if (
        edition.effective is None
        and edition.numbered
        and not edition.concept
        and written
        and "effective" not in written
    ):
        message = f"edition {edition.version} has no date from which it applies"
        yield view.here(edition.meta.place(()), message, "write effective: and the day, such as 2024-01-01")
