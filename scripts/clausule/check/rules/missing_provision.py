"""An article, a paragraph or a point that the act does not have

A definition that borrows its words from 'artikel 4 lid 12 AVG' borrows from nowhere: article 4 has points and no
paragraphs. A court will understand what was meant; a reader who looks it up will not find it, and the link leads to the
article instead of the provision. Only the AVG's structure is known to the checker.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:47
    3.1 Een inbreuk is een inbreuk als bedoeld in artikel 4 lid 12 AVG.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Een inbreuk is een inbreuk als bedoeld in artikel 4 onder 12 AVG.

Wrong:

    docs/example/1.0/article-03.md
    3.1 At the end Article 28(12) GDPR applies.

Right:

    docs/example/1.0/article-03.md
    3.1 At the end Article 28(3)(g) GDPR applies.
"""

from collections.abc import Iterable

from clausule.analysis.provisions import missing
from clausule.check import View
from clausule.check.contents import references
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    language = view.language
    for text, reference in references(view.notes):
        wrong = next(
            (found for target in reference.targets if target.act and (found := missing(target, language))), None
        )
        if wrong:
            what, hint = wrong
            yield view.at(text, reference.start, reference.end, f"'{reference.text}': {what}", hint)
