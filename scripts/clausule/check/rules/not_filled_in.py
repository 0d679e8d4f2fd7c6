"""A place that still has to be filled in

An agreement that was begun from the model has `[invullen: ...]` wherever only its publisher knows what to write. The
dots on which a customer writes are another thing: they belong to the text. Fill the place in, or take it out with its
sentence. In a concept, which every page calls one, such a place is reported too, as a note; an agreement is frozen
when none is left.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:54
    3.1 Aan het einde wist Verwerker de Gegevens, binnen [invullen: termijn].

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens, binnen tien dagen.
"""

from collections.abc import Iterable
from dataclasses import replace

from clausule.check import View
from clausule.check.contents import headings, texts
from clausule.model.findings import Finding

SEVERITY = "warning"
_IN_A_CONCEPT = "note"


def check_edition(view: View) -> Iterable[Finding]:
    for _, text in (*headings(view.edition), *texts(view.edition)):
        if "[" in text.plain:
            for match in view.language.model_agreement.unfilled.finditer(text.plain):
                found = view.at(
                    text, *match.span(), "this still has to be filled in", "write it, or take it out with its sentence"
                )
                yield replace(found, severity=_IN_A_CONCEPT) if view.edition.concept else found
