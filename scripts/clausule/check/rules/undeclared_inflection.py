"""A form of a defined term that is not declared

A term gets its definition at the place of use only in the forms that are declared: the term itself and what
`inflections` in the front matter of the edition lists for it. A plural that nobody declared is read as the term by a
person and passed over by the pages. Nothing is guessed, so that no word gets a definition that it should not have.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:9:47
    2.2 Verwerker treft voor Klant en voor andere Klanten de maatregelen in bijlage 1.

Right:

    docs/voorbeeld/1.0/index.md
    inflections:
      Klant: [Klanten]

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft voor Klant en voor andere Klanten de maatregelen in bijlage 1.

Wrong:

    docs/example/1.0/article-02.md
    2.2 Supplier takes, for Customer and for other Customers, the measures in Annex 1.

Right:

    docs/example/1.0/index.md
    inflections:
      Customer: [Customers]

    docs/example/1.0/article-02.md
    2.2 Supplier takes, for Customer and for other Customers, the measures in Annex 1.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.terms import sorted_words
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    for use in sorted_words(view.agreement, view.notes).inflected:
        message = f"'{use.word}' looks like a form of the defined term '{use.near}' and is not declared{use.times}"
        hint = f"add it to inflections in the edition's front matter: {use.near}: [{use.word}]"
        yield view.at(use.text, *use.span, message, hint)
