"""A concept that cannot be one

A concept is a text that is not agreed yet: it may change, and every page says so. One that is frozen can no longer
change, and one that would take effect before an edition that is agreed already has been overtaken.

Wrong:

    docs/voorbeeld/1.1/index.md:4:9
    effective: 2023-06-01
    status: concept

Right:

    docs/voorbeeld/1.1/index.md
    effective: 2025-01-01
    status: concept
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    agreed = [edition for edition in view.agreement.editions if edition.effective and not edition.concept]
    for edition in view.agreement.editions:
        if not edition.concept:
            continue
        last = agreed[-1] if agreed else None
        if edition.version in view.agreement.lock:
            hint = "remove status: concept if the text is agreed, or give the concept a version of its own"
            yield view.here(
                edition.meta.place(("status",)), f"edition {edition.version} is a concept and is frozen", hint
            )
        elif edition.effective and last and last.effective and edition.effective <= last.effective:
            start = f"{edition.effective:%d-%m-%Y}"
            message = f"the concept {edition.version} would apply from {start}, when edition {last.version} is agreed"
            yield view.here(edition.meta.place(("status",)), message, "give it a later date, or remove it")
