"""Something of a sub-processor that is not known

A list with name, place, service and ground can be published while the rest is still to be asked for: where the firm
does not know something, the list says so in that word. The controller should have the identity of every sub-processor
at hand: name, address and contact (EDPB opinion 22/2024), and who is told what a sub-processor does with which data can
judge it. One note for each list counts what is left to ask.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:4:14
      - id: wolk
        address: onbekend

Right:

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        address: Weg 1, Utrecht
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.model.findings import Finding

SEVERITY = "note"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    rows = [row for row in listing.rows if row.unknown] if listing else []
    if not rows:
        return
    keys = {key: sum(key in row.unknown for row in rows) for row in rows for key in row.unknown}
    count = f"{len(rows)} sub-processor{'s' if len(rows) > 1 else ''}"
    listed = ", ".join(f"{key} ({number})" for key, number in sorted(keys.items()))
    message = f"of {count} not everything is known: {listed}"
    first = rows[0]
    place = min(first.where(key) for key in first.unknown)
    yield view.here(place, message, "ask them, and write it in place of the word", at=first.id)
