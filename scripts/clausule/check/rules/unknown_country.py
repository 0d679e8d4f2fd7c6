"""A country that does not exist

Whether data leaves the EEA follows from the country where it is processed, so that must be a country that a program knows:
two capital letters of ISO 3166-1. A name ('Nederland'), another code ('UK', 'USA') or a group of countries ('EU') is none.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:11:18
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
          - country: Nederland
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
from clausule.law.countries import country_name, guess_country, is_country
from clausule.model.findings import Finding
from clausule.model.similarity import short

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for row in view.agreement.sub_processors.rows if view.agreement.sub_processors else ():
        for location in row.locations:
            code = location.country
            if is_country(code):
                continue
            tag, spoken = view.language.tag, view.language.law.countries
            guess = guess_country(code, tag, spoken)
            hint = f"did you mean {guess} ({country_name(guess, tag)})?" if guess else "write two capital letters, such as NL or DE"
            message = f"'{short(code)}' is no country of ISO 3166-1"
            yield view.here(location.place, message, hint, words=code, at=row.id)
