"""A frozen edition whose text changed

What parties agreed never changes. When an edition is frozen its sha256 is written into `editions.lock`, and from then
on its words, numbers, version, date and annexes must give that same hash. A mistake in a frozen text is listed in
`errata`; a better text is a new version. Where git still has the text as it was frozen, each part that changed is
reported where it stands, with its words; else it is reported at the front matter of its edition. The lock itself is
kept as it is: a line that cannot be read is a finding too, at that line.

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
from clausule.check.frozen_words import altered
from clausule.model.findings import Finding
from clausule.model.nodes import Place

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    recorded = view.agreement.lock.get(edition.version)
    if recorded == "":
        message = f"the words of edition {edition.version} were taken away, and here they are again"
        hint = "take them out again; a text that is agreed gets a new version"
        yield view.here(edition.meta.place(()), message, hint, words=edition.version)
    if not recorded or (found := view.notes.sha256) == recorded:
        return
    hint = "take the text back as it was; a new text gets a new version, a known mistake an erratum"
    named = False
    was = view.agreement.frozen_text(edition, recorded) if view.agreement.frozen_text else None
    for place, name, what in altered(was, edition) if was else ():
        named = True
        where = f"{name}, " if name else ""
        yield view.here(
            place, f"edition {edition.version} is frozen: {where}{what}", hint, words=edition.version, at=name
        )
    if not named:
        message = f"edition {edition.version} is frozen as {recorded[:12]}…, and its text is now {found[:12]}…"
        yield view.here(edition.meta.place(()), message, hint, words=edition.version)


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    folder = f"docs/{view.agreement.slug}"
    for version in view.agreement.lock.keys() - {edition.version for edition in view.agreement.all_editions}:
        message = f"edition {version} is frozen, but {folder}/{version} is gone"
        hint = "take the folder back from the history of the repository"
        yield view.here(Place(f"{folder}/editions.lock", 1, 1), message, hint, words=version)
