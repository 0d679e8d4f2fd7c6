"""A term that is defined twice

Two definitions of one term leave a reader the choice, and the one who gains by it will choose the wider one. The pages
can show only one of them at the place of use. A name that is given in passing ('hierna te noemen') counts as a
definition.

Wrong:

    docs/voorbeeld/1.0/artikel-01.md:13:2
    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt.

    “Gegevens”

    :   alles wat Klant bij Verwerker opslaat.

Right:

    docs/voorbeeld/1.0/artikel-01.md
    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt en alles wat Klant bij Verwerker opslaat.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.nodes import Definition

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    seen: dict[str, Definition] = {}
    for definition in view.edition.definitions:
        first = seen.setdefault(definition.term, definition)
        if first is not definition:
            message = f"'{definition.term}' is defined already at {first.term_place}"
            hint = "keep one definition, or give the other thing a name of its own"
            yield view.here(definition.term_place, message, hint, words=definition.term, at=definition.owner)
