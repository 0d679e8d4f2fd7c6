"""Days of a sub-processor that contradict each other

The list of any day is read from these days, so they must make one story: announced, then active, then ended; or
announced and taken back before it began. What another row replaces has an end of its own.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:13:12
      - id: wolk
        ended: 2023-12-01

Right:

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        ended: 2024-12-01
"""

from collections.abc import Iterable, Iterator

from clausule.check import AgreementView
from clausule.model.findings import Finding
from clausule.model.similarity import closest
from clausule.model.sub_processors import ACTIVE_DAY, SubProcessor, SubProcessors

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    for row in listing.rows if listing else ():
        assert listing
        for key, message, hint in (*_days(row), *_replaced(row, listing)):
            yield view.here(row.where(key), message, hint, at=row.id)


def _days(row: SubProcessor) -> Iterator[tuple[str, str, str]]:
    if row.announced and row.active and row.active < row.announced:
        yield (
            "active",
            f"{row.name} begins on {row.active}, before it is announced on {row.announced}",
            "correct one of the two",
        )
    if row.announced and ACTIVE_DAY in row.unknown:
        yield (
            "active",
            f"{row.name} was announced on {row.announced}, and its first day is not known",
            "write the day from which it is announced, or leave announced: out",
        )
    if row.ended and row.active and row.ended <= row.active:
        yield (
            "ended",
            f"{row.name} ends on {row.ended}, before it began on {row.active}",
            ("correct one of the two; what was taken back before it began has withdrawn: instead of ended:"),
        )
    if row.withdrawn and row.ended:
        yield "withdrawn", f"{row.name} is withdrawn and ended", "keep withdrawn: when it never began, else ended:"
    if row.withdrawn and not row.announced:
        yield (
            "withdrawn",
            f"{row.name} is withdrawn and was never announced",
            "write the day on which it was: announced:",
        )
    if row.withdrawn and row.announced and row.withdrawn < row.announced:
        yield (
            "withdrawn",
            f"{row.name} is withdrawn on {row.withdrawn}, before it is announced",
            "correct one of the two",
        )
    if row.withdrawn and row.active and row.withdrawn > row.active:
        yield (
            "withdrawn",
            f"{row.name} is withdrawn on {row.withdrawn}, after it began on {row.active}",
            "write ended: instead",
        )


def _replaced(row: SubProcessor, listing: SubProcessors) -> Iterator[tuple[str, str, str]]:
    if not row.replaces:
        return
    other = listing.row(row.replaces)
    if other is None or other is row:
        if listing.whole:
            guess = closest(row.replaces, [one.id for one in listing.rows if one is not row])
            yield (
                "replaces",
                f"there is no other row '{row.replaces}'",
                f"did you mean '{guess}'?" if guess else "name the id of a row",
            )
    elif not other.ended and not other.withdrawn and not row.withdrawn:
        yield (
            "replaces",
            f"{row.name} replaces {other.name}, which has no end",
            f"write at '{other.id}' when it ends: ended:",
        )
