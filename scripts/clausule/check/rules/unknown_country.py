"""A country that does not exist

Whether data leaves the EEA follows from the country where it is processed, so that must be a country that a program
knows: two capital letters of ISO 3166-1. A name ('Nederland'), another code ('UK', 'USA') or a group of countries
('EU') is none.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:11:18
      - id: wolk
        places:
          - country: Nederland

Right:

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        places:
          - country: NL
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
            hint = (
                f"did you mean {guess} ({country_name(guess, tag)})?"
                if guess
                else "write two capital letters, such as NL or DE"
            )
            message = f"'{short(code)}' is no country of ISO 3166-1"
            yield view.here(location.place, message, hint, words=code, at=row.id)
