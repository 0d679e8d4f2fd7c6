"""A list of sub-processors that no clause refers to

What a customer agrees to stands in the text. A list that no clause speaks of binds nobody: it is not clear whether the
customer was told of it, nor what a change of it means. Usually a clause is missing, or the list belongs to another
agreement. A clause that refers to an annex with sub-processors in its heading speaks of the list.

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

Right:

    annexes/voorbeeld/sub-verwerkers.yml
    sub_processors:
      - id: wolk

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker schakelt in wie in bijlage 3 staat, en treft de maatregelen in bijlage 1.

    docs/voorbeeld/1.0/bijlage-3.md
    ---
    version: "1.0"
    ---

    # Bijlage 3. Andere verwerkers

    Wolk B.V., te Utrecht.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.lists import is_newest, list_mentions, refers_to_list
from clausule.model.findings import Finding
from clausule.model.nodes import Place

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    if not listing or not listing.rows or not is_newest(view):
        return
    if not list_mentions(view.edition) and not refers_to_list(view):
        message = f"no clause of {view.edition.name} speaks of a list of sub-processors"
        yield view.here(
            Place(listing.path, 1, 1),
            message,
            "let a clause refer to the list, or accept this with an allow in the edition",
        )
