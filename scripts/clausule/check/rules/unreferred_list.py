"""A list of sub-processors that no clause refers to

What a customer agrees to stands in the text. A list that no clause speaks of binds nobody: it is not clear whether the
customer was told of it, nor what a change of it means. Usually a clause is missing, or the list belongs to another
agreement.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:1:1
    sub_processors:
      - id: wolk

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft de maatregelen in bijlage 1.

Right:

    annexes/voorbeeld/sub-verwerkers.yml
    sub_processors:
      - id: wolk

    docs/voorbeeld/1.0/artikel-02.md
    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.lists import is_newest, list_mentions
from clausule.model.findings import Finding
from clausule.model.nodes import Place

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    if listing and listing.rows and is_newest(view) and not list_mentions(view.edition):
        message = f"no clause of {view.edition.name} speaks of a list of sub-processors"
        yield view.here(
            Place(listing.path, 1, 1),
            message,
            "let a clause refer to the list, or accept this with an allow in the edition",
        )
