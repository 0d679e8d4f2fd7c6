"""A defined term that the other language does not define

A term means the same in two languages when both define it. What one text defines and the other does not is an ordinary
word there, which a court reads as such. Which terms are partners follows from the clauses that use them, so that each
list of definitions keeps the order of its own alphabet.

Wrong:

    docs/voorbeeld-en/1.0/article-01.md:5:3
    ---
    version: "1.0"
    ---

    # Article 1. Definitions

    In this agreement words have their ordinary meaning, which any reader will know or can look up.

Right:

    docs/voorbeeld-en/1.0/article-01.md
    ---
    version: "1.0"
    ---

    # Article 1. Definitions

    The terms in this agreement mean:

    “Data”

    :   all personal data that Processor processes for Customer.

Wrong:

    docs/voorbeeld-en/1.0/article-01.md:13:2
    ---
    version: "1.0"
    ---

    # Article 1. Definitions

    In this agreement the following terms have these meanings:

    “Data”

    :   the personal data that Processor processes for Customer;

    “Fee”

    :   the sum that Customer pays. The Fee is due at once.
"""

from collections.abc import Iterable

from clausule.analysis.references import Notes
from clausule.check import TranslationView
from clausule.compare.translation.pairs import partner_ids, terms_beside
from clausule.model.findings import Finding
from clausule.model.nodes import Definition
from clausule.model.walk import walk

SEVERITY = "warning"


def check_translation(view: TranslationView) -> Iterable[Finding]:
    original, translation = view.original.edition, view.translation.edition
    ids = partner_ids(view.pairs)
    partners = terms_beside(original, translation)
    places = {part.id: part.place for part in walk(translation)}
    for one in _asked(view.original, partners.keys()):
        there = ids.get(one.owner, "")
        if there in places:
            message = f"'{one.term}' is defined in the original, and this defines nothing that is used where it is"
            yield view.here(places[there], message, "define its partner, and use that in the same clauses", at=there)
    for one in _asked(view.translation, partners.values()):
        message = f"'{one.term}' is defined here, and the original defines nothing that is used where it is"
        hint = "take it out, or define its partner there"
        yield view.here(one.term_place, message, hint, words=one.term, at=one.owner)


def _asked(notes: Notes, paired: Iterable[str]) -> list[Definition]:
    """The definitions of terms that are written as such: words in small letters and quotes are often no more than
    explained. The plural of a term that is ``paired`` is the same term."""
    stem = notes.language.terms.stem
    stems = {stem(term) for term in paired}
    return [one for one in notes.edition.definitions if not one.term.islower() and stem(one.term) not in stems]
