"""A row that is gone from the list

Customers, auditors and the list of any day in the past rest on every row that was ever published. A sub-processor that is no
longer one gets an end (`ended`), one that never began is `withdrawn`, and one that changed is replaced by a new row. The list
is held against the published one on the branch gh-pages, where that is known here; publishing holds it against the branch
that it moves.

Wrong:

    gh-pages:voorbeeld/sub-verwerkers.json
    {"sub_processors": [{"id": "wolk"}, {"id": "regen"}]}

    annexes/voorbeeld/sub-verwerkers.yml:1:1
    sub_processors:
      - id: wolk
        name: Wolk B.V.
        address: Wolkweg 1, Utrecht
        contact: {email: avg@wolk.example}
        service: Servers
        purpose: gegevens opslaan
        data: [naam en adres]
        data_subjects: [klanten]
        places:
          - country: NL
        active: 2024-01-01

    docs/voorbeeld/1.0/artikel-02.md
    ---
    version: "1.0"
    ---

    # Artikel 2. Gebruik

    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant, en kondigt een andere verwerker ten minste dertig dagen
    van tevoren aan.

    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 2 staat.

Right:

    gh-pages:voorbeeld/sub-verwerkers.json
    {"sub_processors": [{"id": "wolk"}]}

    annexes/voorbeeld/sub-verwerkers.yml
    sub_processors:
      - id: wolk
        name: Wolk B.V.
        address: Wolkweg 1, Utrecht
        contact: {email: avg@wolk.example}
        service: Servers
        purpose: gegevens opslaan
        data: [naam en adres]
        data_subjects: [klanten]
        places:
          - country: NL
        active: 2024-01-01

    docs/voorbeeld/1.0/artikel-02.md
    ---
    version: "1.0"
    ---

    # Artikel 2. Gebruik

    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant, en kondigt een andere verwerker ten minste dertig dagen
    van tevoren aan.

    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 2 staat.
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.model import Place
from clausule.model.findings import Finding

SEVERITY = "error"
ALLOWABLE = False


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    # Of a file with faults some rows were left out; those faults are told already.
    if not listing or not listing.whole:
        return
    there = {row.id for row in listing.rows}
    for name in listing.published:
        if name not in there:
            message = f"the published list has a row '{name}', which is not here"
            yield view.here(Place(listing.path, 1, 1), message, "put it back (git log has it), and give it an end: ended:", at=name)
