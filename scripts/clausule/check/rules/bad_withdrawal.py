"""A withdrawal that cannot be right

What is withdrawn was agreed and frozen before: a concept is taken away without a word, and of a text that was never
frozen nobody can say what was withdrawn. Nor can an edition be withdrawn before it was announced, or words come back
that were taken away (`clausule withdraw --remove-words`): a text that is agreed after all gets a new version.

Wrong:

    docs/voorbeeld/1.0/index.md:5:8
    withdrawn:
      day: 2024-02-01
      why: Deze versie is vervangen.

Right:

    docs/voorbeeld/1.0/index.md
    effective: 2024-01-01
"""

from collections.abc import Iterable

from clausule.check import AgreementView, View
from clausule.model.findings import Finding

SEVERITY = "error"
ALLOWABLE = False


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for edition in view.agreement.emptied:
        if edition.articles or edition.preamble or edition.annexes or edition.closing:
            message = f"the words of edition {edition.version} were taken away, and here they are again"
            hint = f"take every file but index.md out of {edition.folder}, and all words out of that"
            yield view.here(edition.meta.place(("withdrawn", "words")), message, hint, words=edition.version)


def check_edition(view: View) -> Iterable[Finding]:
    edition, told = view.edition, view.edition.withdrawn
    if told is None:
        return
    place = edition.meta.place(("withdrawn", "day"))
    if edition.concept:
        yield view.here(place, f"edition {edition.version} is a concept, and was never agreed", "take withdrawn: out")
    elif edition.version not in view.agreement.lock:
        message = f"edition {edition.version} was never frozen, so nobody can say what was withdrawn"
        yield view.here(place, message, "take withdrawn: out, or freeze the edition first")
    elif edition.announced and told.day < edition.announced:
        message = f"edition {edition.version} was announced on {edition.announced}, after it was withdrawn"
        yield view.here(place, message, "correct one of the two days")
