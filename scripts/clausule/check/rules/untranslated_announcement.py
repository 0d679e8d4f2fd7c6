"""An announced edition without its translation

Who reads the translation must know of a change as early as who reads the original: notice is given so that he can
object or leave in time. An edition that the original announces and the translation does not have is no notice to him.

Wrong:

    docs/voorbeeld-en/1.0/index.md:2:10
    version: "1.0"

    docs/voorbeeld/1.1/index.md
    effective: 2025-01-01
    announced: 2024-11-01

Right:

    docs/voorbeeld-en/1.0/index.md
    version: "1.0"

    docs/voorbeeld/1.1/index.md
    status: concept
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.check.rules.untranslated_edition import is_announced, lacking, untranslated
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for edition in untranslated(view.agreement):
        if is_announced(edition):
            said = f" is announced from {edition.effective:%d-%m-%Y}, and has no translation"
            yield lacking(view, edition, said, said)
