"""A reading beside the law on a day that is still to come

`reading:` says who read the text beside article 28 of the GDPR, and on which day; the page tells it as something that
was done. A day in the future was not. Write the day on which it was read, or leave it out until it is.

Wrong:

    docs/voorbeeld/1.0/index.md:4:33
    reading: {by: de juristen, day: 2199-01-01}

Right:

    docs/voorbeeld/1.0/index.md
    reading: {by: de juristen, day: 2018-05-01}
"""

from collections.abc import Iterable

from clausule.check import View, today
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    reading = view.edition.beside.reading
    if reading and reading.day and reading.day > today():
        yield view.here(
            view.edition.meta.place(("reading", "day")),
            f"the text was read on {reading.day:%d-%m-%Y}, which is still to come",
            "write the day on which it was read beside the law",
            words=str(view.edition.meta.values["reading"]["day"]),
        )
