"""An announcement that the agreement gives no chance to object to

Under a general authorisation the processor tells the controller of every sub-processor beforehand, so that he can
object (AVG article 28 lid 2). A letter about it quotes what the agreement says; where the edition in force on that day
says nothing of objecting, the letter gives no term and no right, for there is none to give. Whoever agrees a next
edition can put them in. What the text says is found by the words of its clauses, by what is claimed for `28.2` and by
the `objection` that stands above the list.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md
    2.4 (removed)

    annexes/voorbeeld/sub-verwerkers.yml:13:16
      - id: wolk
        active: 2024-04-01
        announced: 2024-03-01

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.4 Klant kan tegen een andere verwerker bezwaar maken.

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        active: 2024-04-01
        announced: 2024-03-01
"""

from collections.abc import Iterable

from clausule.analysis.notices import announcements, place_of, rights_of
from clausule.check import AgreementView
from clausule.language.wording.names import edition_name
from clausule.model.findings import Finding

SEVERITY = "note"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for one in announcements(view.agreement):
        if not one.row or one.taken_back:
            continue
        rights = rights_of(view.agreement, one)
        if rights.edition and not rights.objection:
            message = (
                f"{one.row.name} is announced, and {edition_name(rights.edition)} of the agreement does not speak of "
                f"objecting"
            )
            hint = "name the clause where it does (objection: above the list), or send the letter as it is"
            yield view.here(place_of(one), message, hint, at=one.of)
        for part in rights.looks:
            message = (
                f"{one.row.name} is announced, and {part.id} leaves it to the customer to look at the list: the letter "
                f"is sent all the same"
            )
            hint = "send it: clausule notice"
            yield view.here(place_of(one), message, hint, words=part.id, at=one.of)
