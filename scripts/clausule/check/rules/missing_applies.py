"""A text that says how it is changed, while nothing says whom a new version binds

The text says how it is changed: both parties sign, or one of them decides. On that depends what the site may say of an
older version. Where a new version binds only who signs it, an older one is replaced and still applies to who signed
that; where it binds everybody, the older one has lapsed. No program can tell the two apart, so the author says it once,
in the front matter of the agreement: `applies: signature` or `applies: all`. As long as it is not there the site says
what is so of most agreements, that an older version goes on for who signed it.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:7:5
    2.1 Wijzigingen van deze overeenkomst worden schriftelijk overeengekomen.

Right:

    docs/voorbeeld/index.md
    applies: signature

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Wijzigingen van deze overeenkomst worden schriftelijk overeengekomen.

Wrong:

    docs/example/1.0/article-02.md
    2.1 Supplier may change this agreement at any time.

Right:

    docs/example/index.md
    applies: all

    docs/example/1.0/article-02.md
    2.1 Supplier may change this agreement at any time.
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.check.contents import texts
from clausule.model.editions import newest
from clausule.model.findings import Finding

SEVERITY = "note"
HINT = "write in the front matter of the agreement: applies: signature (who signs it), or applies: all (everybody)"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    agreement = view.agreement
    if "applies" in agreement.meta.values or not agreement.editions:
        return
    for owner, text in texts(newest(agreement.editions)):
        if place := view.language.amendment.find(text.plain):
            message = "this says how the text is changed, and nothing says whom a new version binds"
            words = text.plain[place[0] : place[1]]
            yield view.here(text.place(place[0]), message, HINT, words=words, at=owner)
            return
