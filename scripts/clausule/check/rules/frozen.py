"""A frozen edition whose text changed

What parties agreed never changes. When an edition is frozen its sha256 is written into `editions.lock`, and from then on
its words, numbers, version, date and annexes must give that same hash. A mistake in a frozen text is listed in `errata`;
a better text is a new version. The lock itself is kept as it is: a line that cannot be read is a finding too.

Wrong:

    docs/voorbeeld/editions.lock
    1.0 sha256:0000000000000000000000000000000000000000000000000000000000000000

Wrong:

    docs/voorbeeld/editions.lock:1:1
    1.0 sha256:geen hash

Right:

    docs/voorbeeld/editions.lock
    1.0 sha256:d99e4a3e9d9fc408f53afcdd3030c42f0fb2a639f794f4e4c3ebc61dec9e9398
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.findings import Finding
from clausule.model import Place

SEVERITY = "error"
ALLOWABLE = False


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    editions = {edition.version: edition for edition in view.agreement.editions}
    for version, recorded in view.agreement.lock.items():
        edition = editions.get(version)
        if edition is None:
            place = Place(f"docs/{view.agreement.slug}/editions.lock", 1, 1)
            message = f"edition {version} is frozen, but docs/{view.agreement.slug}/{version} is gone"
            yield view.here(place, message, "take the folder back from the history of the repository", words=version)
        elif (found := view.notes[version].sha256) != recorded:
            message = f"edition {version} is frozen as {recorded[:12]}…, and its text is now {found[:12]}…"
            hint = "take the text back as it was; a new text gets a new version, a known mistake an erratum"
            yield view.here(edition.meta.place(()), message, hint, words=version)
