"""A measure that stands in the list twice

The same measure twice makes a list look longer than the protection is, and when one of the two is changed later they
contradict each other. Capitals, quotes and the point at the end make no difference.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:16:3
    ## A. Toegang

    - een slot op de deur

    ## B. Opslag

    - elke nacht een kopie

    - Een slot op de deur.

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    ## A. Toegang

    - een slot op de deur

    ## B. Opslag

    - elke nacht een kopie
"""

from collections.abc import Iterable

from clausule.analysis.measures import begin_of, categories
from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.nodes import Text
from clausule.model.similarity import short

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    seen: dict[tuple[str, str], Text] = {}
    for category in categories(view.edition):
        for text in (measure.text for measure in category.measures):
            words = begin_of(text.plain)
            first = seen.setdefault((category.annex.id, words), text)
            if words and first is not text:
                message = f"the measure '{short(text.plain)}' stands already at {first.place()}"
                yield view.at(text, 0, len(text.plain), message, "keep it in one category")
