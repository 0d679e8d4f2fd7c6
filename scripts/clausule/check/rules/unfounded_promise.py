"""A period for sub-processors that its clause does not promise

The notice and the time to object are shown to customers and decide when a sub-processor may begin, so they must be
those of the agreement. Each names its clause; that clause must be there in every edition for which it is said, and must
hold the period, in figures or in words.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:15:28
    promises:
      - version: "1.0"
        notice: {days: 60, at: artikel-2.1}

Right:

    annexes/voorbeeld/sub-verwerkers.yml
    promises:
      - version: "1.0"
        notice: {days: 30, at: artikel-2.1}
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from clausule.check import AgreementView
from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.model.hashes import reading_text
from clausule.model.similarity import closest
from clausule.model.sub_processors import Period
from clausule.model.walk import walk

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
    for promise, following in zip_longest(known, known[1:]):
        start = editions[promise.version]
        end = editions[following.version] if following else len(editions)
        if end <= start:
            message = f"what is promised from {promise.version} on stands before {following.version}"
            yield view.here(
                promise.place,
                message,
                "write the promises from the oldest edition to the newest",
                words=promise.version,
            )
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
        elif period.has_length and not language_of(edition.language).sub_processors.promises(
            reading_text(blocks)[0], period.days, period.months, period.working_days
        ):
            counted = {"days": period.days, "months": period.months, "working days": period.working_days}
            length = ", ".join(f"{number} {unit}" for unit, number in counted.items() if number)
            yield f"{period.at} of edition {edition.version} does not speak of {length}"
