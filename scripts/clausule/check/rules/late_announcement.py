"""A sub-processor announced later than the agreement promises

A customer who is told too late cannot object in time, and the processor breaks its own agreement (AVG article 28 lid
2). What the agreement promises stands above the list (`promises`), with its clause. The day of the announcement and the
notice together must not lie behind the first day. Who was there when the first edition took effect was not announced.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:13:16
      - id: wolk
        active: 2024-04-01
        announced: 2024-03-05
    promises:
      - version: "1.0"
        notice: {days: 30, at: artikel-2.1}

Right:

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        active: 2024-04-01
        announced: 2024-03-01
    promises:
      - version: "1.0"
        notice: {days: 30, at: artikel-2.1}
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.model.findings import Finding
from clausule.model.sub_processors import SubProcessor, promise_on

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    if not listing:
        return
    starts = {edition.version: edition.effective for edition in view.agreement.editions}
    first = min((day for day in starts.values() if day), default=None)
    for row in listing.rows:
        if not row.active or row.withdrawn:
            continue
        promise = promise_on(listing.promises, starts, row.announced or row.active)
        if not promise or not promise.notice:
            continue
        if not row.announced:
            if first and row.active > first:
                message = f"{row.name} was not announced, and {promise.notice.at} promises that"
                yield _finding(view, row, "active", message, "write the day: announced: 2024-03-01")
            continue
        earliest = promise.notice.after(row.announced)
        if earliest and row.active < earliest:
            message = (
                f"announced on {row.announced}, {row.name} can begin on {earliest}: {promise.notice.at} promises "
                f"the notice"
            )
            yield _finding(
                view, row, "announced", message, f"let it begin on {earliest} or later, or accept it with an allow"
            )


def _finding(view: AgreementView, row: SubProcessor, key: str, message: str, hint: str) -> Finding:
    return view.here(row.where(key), message, hint, at=row.id)
