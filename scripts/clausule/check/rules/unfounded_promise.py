"""A period for sub-processors that its clause does not promise

The notice and the time to object are shown to customers and decide when a sub-processor may begin, so they must be those of the
agreement. Each names its clause; that clause must be there in every edition for which it is said, and must hold the period,
in figures or in words.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:15:28
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
    promises:
      - version: "1.0"
        notice: {days: 60, at: artikel-2.1}

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
    promises:
      - version: "1.0"
        notice: {days: 30, at: artikel-2.1}

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

from collections.abc import Iterable, Iterator

from clausule.check import AgreementView
from clausule.language.language import language_of
from clausule.model import Edition, walk
from clausule.model.findings import Finding
from clausule.model.hashes import reading_text
from clausule.model.similarity import closest
from clausule.model.sub_processors import Period

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    if not listing:
        return
    editions = {edition.version: index for index, edition in enumerate(view.agreement.editions)}
    known = [promise for promise in listing.promises if promise.version in editions]
    for promise in listing.promises:
        if promise.version not in editions:
            guess = closest(promise.version, editions)
            hint = f"did you mean '{guess}'?" if guess else f"known are: {', '.join(editions)}"
            yield view.here(promise.place, f"there is no edition '{promise.version}'", hint, words=promise.version)
    for number, promise in enumerate(known):
        start = editions[promise.version]
        end = editions[known[number + 1].version] if number + 1 < len(known) else len(view.agreement.editions)
        if end <= start:
            message = f"what is promised from {promise.version} on stands before {known[number + 1].version}"
            yield view.here(promise.place, message, "write the promises from the oldest edition to the newest", words=promise.version)
        for period in filter(None, (promise.notice, promise.objection)):
            fault = next(_faults(period, view.agreement.editions[start:end]), None)
            if fault:
                hint = "correct the period or its clause, or write another promise from that edition on"
                yield view.here(period.place, fault, hint, words=period.at)


def _faults(period: Period, editions: tuple[Edition, ...]) -> Iterator[str]:
    for edition in editions:
        blocks = next((part.blocks for part in walk(edition) if part.id == period.at), None)
        if blocks is None:
            yield f"edition {edition.version} has no '{period.at}'"
        elif (period.days or period.months) and not language_of(edition.language).sub_processors.promises(reading_text(blocks)[0], period.days, period.months):
            length = f"{period.days} days" if period.days else f"{period.months} months"
            yield f"{period.at} of edition {edition.version} does not speak of {length}"
