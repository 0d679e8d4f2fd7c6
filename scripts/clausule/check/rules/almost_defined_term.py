"""A term that is written almost like a defined one

'Verwerkersverantwoordelijke' beside a defined 'Verwerkingsverantwoordelijke', 'Verwerker' beside 'VERWERKER': is the
same party meant or another one? A court reads other words as another meaning, and a definition does not reach a term
that is written in another way. Reported are other capitals, a small letter where only a party can be meant ('zal
verwerker'), another hyphen, another joint of a compound, and a slip of the pen that only looks like another form
('Betrokkenne'); each writing once, where it is used first.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:7:54
    2.1 Verwerker verwerkt de Gegevens alleen zolang als KLANT dat wil.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:7:54
    2.1 Verwerker verwerkt de Gegevens alleen zolang dat klant dat wil.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen zolang als Klant dat wil.

Wrong:

    docs/example/1.0/article-02.md
    2.1 Supplier processes the Data only as long as CUSTOMER wants it.

Right:

    docs/example/1.0/article-02.md
    2.1 Supplier processes the Data only as long as the Customer wants it.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.terms import sorted_words
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    for use in sorted_words(view.agreement, view.notes).almost:
        message = f"'{use.word}' is written almost like the defined term '{use.near}'{use.times}"
        yield view.at(
            use.text, *use.span, message, f"write '{use.near}', or define '{use.word}' if it means another thing"
        )
