"""A list of sub-processors that cannot be read or does not fit

`annexes/<agreement>/sub-verwerkers.yml` holds the list of sub-processors as data: the site shows it, and customers follow
it. A key that nobody knows, a value of the wrong kind or a day that does not exist is reported and left out, and nothing
is published until it is mended. Editors complete the file from `scripts/clausule/read/schema/sub-processors.schema.json`.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:12:13
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
        active: 31-02-2024

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

SEVERITY = "error"
