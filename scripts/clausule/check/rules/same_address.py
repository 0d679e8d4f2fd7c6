"""Two places of an edition with one address

Whoever follows a link to an address comes to the first place that has it, and to no other. That of an item is made of
the place that holds it and its letter or number; in an annex without a number it can be that of a numbered annex.

Wrong:

    docs/voorbeeld/1.0/bijlage.md:9:4
    ---
    version: "1.0"
    ---

    # Bijlage. Tarieven

    In euro:

    1. het instellen, twaalf euro

Right:

    docs/voorbeeld/1.0/bijlage-3.md
    ---
    version: "1.0"
    ---

    # Bijlage 3. Tarieven

    In euro:

    1. het instellen, twaalf euro

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Klant betaalt het tarief van bijlage 3 tot het einde.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.nodes import all_items
from clausule.model.walk import walk

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    parts = {part.id: part for part in walk(view.edition)}
    for part in walk(view.edition):
        for item in all_items(part.blocks):
            if other := parts.get(item.id):
                yield view.at(
                    item.text,
                    0,
                    0,
                    f"this item has the address #{item.id}, and so has line {other.place.line} of {other.place.path}",
                    "give what holds it a number of its own, or its items another mark",
                )
