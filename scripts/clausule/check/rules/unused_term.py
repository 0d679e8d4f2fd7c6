"""A term that is defined but never used

A definition that nothing uses is a remainder: of a clause that was taken out, or of a term that got another name in the
clauses. Then the clauses use a word without a definition. Forms that are declared in `inflections` count as use.

Wrong:

    docs/voorbeeld/1.0/artikel-01.md:13:2
    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt;

    “Toezichthouder”

    :   de Autoriteit Persoonsgegevens.

Right:

    docs/voorbeeld/1.0/artikel-01.md
    # Artikel 1. Definities

    In deze overeenkomst hebben de volgende begrippen deze betekenis:

    “Gegevens”

    :   de persoonsgegevens die Verwerker voor Klant verwerkt en de Toezichthouder mag zien;

    “Toezichthouder”

    :   de Autoriteit Persoonsgegevens.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from clausule.check import View
from clausule.check.contents import headings, texts
from clausule.check.terms import defined_forms, sorted_words
from clausule.language.terms import Counting
from clausule.model.findings import Finding
from clausule.model.nodes import Definition

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    forms: dict[str, list[str]] = {}
    for form, term in defined_forms(view.edition).items():
        forms.setdefault(term, []).append(form)
    # '("as is")' in small letters is a quotation more often than a definition.
    defined = [
        entry
        for entry in view.edition.definitions
        if entry.term in forms and (entry.source != "name" or not entry.term.islower())
    ]
    counting = _counting(frozenset(form for entry in defined for form in forms[entry.term]))
    said: Counter[str] = Counter()
    for _, text in (*texts(view.edition), *headings(view.edition)):
        for form, often in counting.count(text.plain).items():
            said[form] += often
    used = [_is_used(said, counting, entry, forms[entry.term]) for entry in defined]
    unused = [entry for entry, one in zip(defined, used, strict=True) if not one]
    if not unused:
        return
    # A term that the text writes in another way is used; that is a finding of its own. So is 'Partij' by 'Partijen'.
    found = sorted_words(view.agreement, view.notes)
    stem = view.language.terms.stem
    meant = {use.near for use in (*found.almost, *found.inflected)}
    alike = {stem(entry.term) for entry, one in zip(defined, used, strict=True) if one}
    for entry in unused:
        if not meant.intersection(forms[entry.term]) and stem(entry.term) not in alike:
            message = f"'{entry.term}' is defined but never used"
            yield view.here(
                entry.term_place, message, "use it or take the definition out", words=entry.term, at=entry.owner
            )


_counting = lru_cache(maxsize=8)(Counting)


def _is_used(said: Counter[str], counting: Counting, entry: Definition, forms: list[str]) -> bool:
    """Whether one of ``forms`` stands anywhere outside the text that defines the term."""
    there = counting.count(entry.text.plain) if entry.source != "name" else {forms[0]: 1}
    return sum(said[form] - there.get(form, 0) for form in forms) > 0
