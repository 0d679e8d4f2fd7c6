"""A clause or an article without words

A number with nothing behind it promises a rule and gives none. If a clause was taken out, say so in words
('vervallen'), so that the numbers after it can stay.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:9:1
    3.1 Aan het einde wist Verwerker de Gegevens.

    3.2

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens.

    3.2 Vervallen.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import has_words
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    for article in view.edition.articles:
        if not article.clauses and not has_words(article.intro):
            yield view.here(
                article.place, f"article {article.number} has no text", "write it, or remove the page", at=article.id
            )
        for clause in article.clauses:
            if not has_words(clause.blocks):
                yield view.here(
                    clause.place,
                    f"clause {clause.number} has no text",
                    f"write it, or write '{view.language.grammar.WITHOUT_WORDS}'",
                    at=clause.id,
                )
