"""Announced after it applied

An edition is made known before or on the day from which it applies; with 'announced' after that day the feeds tell of
it too late. Where it is no slip of the pen, the edition goes back in time: its pages, the feed and the page of days
then say when it was made known. Whether it binds anybody from before that day, no program can tell.

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

SEVERITY = "note"


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
                "write the day on which it was made known, or a later effective:; if it does go back in time, "
                "its pages say so",
            )
