"""A row that is gone from the list

Customers, auditors and the list of any day in the past rest on every row that was ever published. A sub-processor that
is no longer one gets an end (`ended`), one that never began is `withdrawn`, and one that changed is replaced by a new
row. The list is held against the published one on the branch gh-pages, where that is known here; publishing holds it
against the branch that it moves.

Wrong:

    gh-pages:voorbeeld/sub-verwerkers.json
    {"sub_processors": [{"id": "wolk"}, {"id": "regen"}]}

    annexes/voorbeeld/sub-verwerkers.yml:1:1
    sub_processors:
      - id: wolk

Right:

    gh-pages:voorbeeld/sub-verwerkers.json
    {"sub_processors": [{"id": "wolk"}]}

    annexes/voorbeeld/sub-verwerkers.yml
    sub_processors:
      - id: wolk
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.model.findings import Finding
from clausule.model.nodes import Place

SEVERITY = "error"
ALLOWABLE = False


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    # Of a file with faults some rows were left out; those faults are told already.
    if not listing or not listing.whole:
        return
    there = {row.id for row in listing.rows}
    for name in dict.fromkeys(row["id"] for row in listing.published):
        if name not in there:
            message = f"the published list has a row '{name}', which is not here"
            yield view.here(
                Place(listing.path, 1, 1), message, "put it back (git log has it), and give it an end: ended:", at=name
            )
