"""Announced after it applied

An edition is made known before or on the day from which it applies. With 'announced' after that day the feeds would
tell of it too late, and with a date that is a slip of the pen they would not be in order.

Wrong:

    docs/voorbeeld/1.1/index.md:4:12
    effective: 2025-01-01
    announced: 2025-11-01

Right:

    docs/voorbeeld/1.1/index.md
    effective: 2025-01-01
    announced: 2024-11-01
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.model.findings import Finding

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for edition in view.agreement.editions:
        if edition.announced and edition.effective and edition.announced > edition.effective:
            message = (
                f"edition {edition.version} is announced on {edition.announced:%d-%m-%Y}, after "
                f"{edition.effective:%d-%m-%Y}, from which it applies"
            )
            yield view.here(
                edition.meta.place(("announced",)),
                message,
                "write the day on which it was made known, or leave announced: out",
            )
