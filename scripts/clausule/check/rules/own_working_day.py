"""A working day that the text defines itself

Where a period is counted in working days, this program leaves out Saturdays, Sundays and the public holidays of the
country that `jurisdiction` names. A text that defines its working days can mean others: a closing day of the firm, a
bridging day. Read the definition beside that, and accept this finding where it is the same.

Wrong:

    docs/voorbeeld/index.md
    jurisdiction: NL

    docs/voorbeeld/1.0/artikel-01.md
    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt.

    “Werkdag”

    :   een dag waarop het kantoor van Verwerker open is.

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker kondigt een andere verwerker ten minste tien werkdagen van tevoren aan. Elke Werkdag telt.

    annexes/voorbeeld/sub-verwerkers.yml:15:36
    promises:
      - version: "1.0"
        notice: {working_days: 10, at: artikel-2.1}

Right:

    docs/voorbeeld/index.md
    jurisdiction: NL

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker kondigt een andere verwerker ten minste tien werkdagen van tevoren aan.

    annexes/voorbeeld/sub-verwerkers.yml
    promises:
      - version: "1.0"
        notice: {working_days: 10, at: artikel-2.1}
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.model.nodes import Definition

SEVERITY = "warning"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    for promise in listing.promises if listing else ():
        counted = [period for period in (promise.notice, promise.objection) if period and period.calendar]
        edition = next((one for one in view.agreement.editions if counted and one.version == promise.version), None)
        own = _own(edition) if edition else None
        for period in counted if own else ():
            assert own
            message = (
                f"'{own.term}' is defined at {own.term_place}; the {period.working_days} working days are counted "
                f"without Saturdays, Sundays and public holidays"
            )
            hint = "read the two side by side, and accept it with an allow"
            yield view.here(period.place, message, hint, words=period.at)


def _own(edition: Edition) -> Definition | None:
    """What the text says that a working day is; the words of an edition are only read when that matters."""
    is_one = language_of(edition.language).sub_processors.is_working_day
    return next((one for one in (*edition.definitions, *edition.borrowed) if is_one(one.term)), None)
