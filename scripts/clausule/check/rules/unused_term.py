"""A term that is defined but never used

A definition that nothing uses is a remainder: of a clause that was taken out, or of a term that got another name in the
clauses. Then the clauses use a word without a definition. Forms that are declared in `inflections` count as use.

Wrong:

    docs/voorbeeld/1.0/artikel-01.md:13:2
    ---
    version: "1.0"
    ---

    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt;

    “Toezichthouder”

    :   de Autoriteit Persoonsgegevens.

Right:

    docs/voorbeeld/1.0/artikel-01.md
    ---
    version: "1.0"
    ---

    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt en de Toezichthouder mag zien;

    “Toezichthouder”

    :   de Autoriteit Persoonsgegevens.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.parts import headings, texts
from clausule.check.terms import defined_forms, sorted_words
from clausule.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    forms = defined_forms(view.edition)
    waiting: dict[str, list[str]] = {}
    for form, term in forms.items():
        waiting.setdefault(term, []).append(form)
    for _, text in (*texts(view.edition), *headings(view.edition)):
        if not waiting:
            return
        if any(form in text.plain for listed in waiting.values() for form in listed):
            for use in view.notes.terms(text):
                waiting.pop(use.definition.term, None)
    if not waiting:
        return
    # A term that the text writes in another way is used; that has a finding of its own.
    found = sorted_words(view.agreement, view.notes)
    meant = {forms[use.near] for use in (*found.almost, *found.inflected)}
    for definition in view.edition.definitions:
        if waiting.pop(definition.term, None) and definition.term not in meant:
            message = f"'{definition.term}' is defined but never used"
            yield view.here(definition.term_place, message, "use it or take the definition out", words=definition.term, at=definition.owner)
