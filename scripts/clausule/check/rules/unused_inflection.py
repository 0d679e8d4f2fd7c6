"""A declared form of a term that does nothing

`inflections` in the front matter lists the forms in which the text writes a defined term. A form of a term that has no
definition, or a form that the text never uses, is a slip of the pen or a remainder; with it the list says something
that is not so.

Wrong:

    docs/voorbeeld/1.0/index.md:5:11
    inflections:
      Klant: [Klanten]

Right:

    docs/voorbeeld/1.0/index.md
    inflections:
      Klant: [Klanten]

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant, en niet van andere Klanten.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import all_words
from clausule.language.terms import whole_words
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    terms = {definition.term for definition in (*view.edition.definitions, *view.edition.borrowed)}
    for term, forms in view.edition.inflections.items():
        if term not in terms:
            guess = closest(term, terms)
            hint = f"did you mean '{guess}'?" if guess else "remove it, or define the term"
            yield view.here(
                view.edition.meta.place(("inflections", term)), f"'{term}' is not a defined term", hint, words=term
            )
            continue
        for index, form in enumerate(forms):
            pattern = whole_words((form,))
            if not pattern or not pattern.search(all_words(view.edition)):
                place = view.edition.meta.place(("inflections", term, index))
                yield view.here(place, f"the text never writes '{form}'", "remove the form, or correct it", words=form)
