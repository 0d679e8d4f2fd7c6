"""A term that is used but not defined

A word with a capital letter tells a reader that the agreement gives it a meaning. When no definition does, the parties
can each fill in their own: which 'Overeenkomst', which 'Opdrachtgever'? A slip of the pen in a party's name has the
same effect. Words count when they stand within a sentence and are no name; names that the checker cannot know go in
`names` in the front matter of the agreement. Each term is reported once, where it is used first.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:7:52
    2.1 Verwerker verwerkt de Gegevens in opdracht van Opdrachtgever.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens in opdracht van Klant.

Wrong:

    docs/example/1.0/article-02.md
    2.1 Supplier processes the Data on the instructions of the Client.

Right:

    docs/example/1.0/article-02.md
    2.1 Supplier processes the Data on the instructions of Customer.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.terms import sorted_words
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    for use in sorted_words(view.agreement, view.notes).undefined:
        if use.near:
            hint = f"did you mean '{use.near}'?"
        else:
            hint = "define it, write it without a capital letter, or list it under names if it is a name"
        yield view.at(
            use.text, *use.span, f"'{use.word}' is written as a defined term but no definition has it{use.times}", hint
        )
