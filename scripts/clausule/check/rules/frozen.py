"""A frozen edition whose text changed

What parties agreed never changes. When an edition is frozen its sha256 is written into `editions.lock`, and from then
on its words, numbers, version, date and annexes must give that same hash. A mistake in a frozen text is listed in
`errata`; a better text is a new version. A text that changed is reported at the front matter of its edition. The lock
itself is kept as it is: a line that cannot be read is a finding too, at that line.

Wrong:

    docs/voorbeeld/1.0/index.md:2:1
    version: "1.0"

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

from clausule.check import AgreementView, View
from clausule.model.findings import Finding
from clausule.model.nodes import Place

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    recorded = view.agreement.lock.get(edition.version)
    if recorded and (found := view.notes.sha256) != recorded:
        message = f"edition {edition.version} is frozen as {recorded[:12]}…, and its text is now {found[:12]}…"
        hint = "take the text back as it was; a new text gets a new version, a known mistake an erratum"
        yield view.here(edition.meta.place(()), message, hint, words=edition.version)


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    folder = f"docs/{view.agreement.slug}"
    for version in view.agreement.lock.keys() - {edition.version for edition in view.agreement.editions}:
        message = f"edition {version} is frozen, but {folder}/{version} is gone"
        hint = "take the folder back from the history of the repository"
        yield view.here(Place(f"{folder}/editions.lock", 1, 1), message, hint, words=version)
