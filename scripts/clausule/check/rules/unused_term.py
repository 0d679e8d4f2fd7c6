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

from clausule.analysis import whole_words
from clausule.check import View
from clausule.check.parts import headings, texts
from clausule.check.terms import defined_forms, sorted_words
from clausule.dutch.terms import stem
from clausule.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    forms = defined_forms(view.edition)
    # '("as is")' in small letters is a quotation more often than a definition.
    waiting = {d.term: d for d in reversed(view.edition.definitions) if d.source != "name" or not d.term.islower()}
    for _, text in (*texts(view.edition), *headings(view.edition)):
        near = [form for form, term in forms.items() if term in waiting and form in text.plain and waiting[term].text is not text]
        pattern = whole_words(near)
        for match in pattern.finditer(text.plain) if pattern else ():
            waiting.pop(forms[match[0]], None)
        if not waiting:
            return
    # A term that the text writes in another way is used, which is a finding of its own; 'Partij' beside 'Partijen' is too.
    found = sorted_words(view.agreement, view.notes)
    meant = {forms[use.near] for use in (*found.almost, *found.inflected)}
    alike = {stem(form) for form, term in forms.items() if term not in waiting}
    for definition in waiting.values():
        if definition.term not in meant and stem(definition.term) not in alike:
            message = f"'{definition.term}' is defined but never used"
            yield view.here(definition.term_place, message, "use it or take the definition out", words=definition.term, at=definition.owner)
