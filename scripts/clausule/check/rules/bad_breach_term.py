"""A term for reporting a breach that the text does not give

The site counts down to the moment at which a breach must be reported, and people act on that clock. It takes the term
from `breach:` in the front matter of the edition, so that must be what the text says: a clause that exists, words that
stand in it, and the number of hours that those words name.

Wrong:

    docs/voorbeeld/1.0/index.md:5:10
    breach:
      hours: 24
      at: artikel-2.2
      words: binnen 48 uur

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant en treft de maatregelen in bijlage 1.

    2.2 Verwerker meldt een inbreuk binnen 48 uur met de vragenlijst in bijlage 2.

Right:

    docs/voorbeeld/1.0/index.md
    breach:
      hours: 48
      at: artikel-2.2
      words: binnen 48 uur

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant en treft de maatregelen in bijlage 1.

    2.2 Verwerker meldt een inbreuk binnen 48 uur met de vragenlijst in bijlage 2.
"""

from collections.abc import Iterable

from clausule.analysis.breach import breach_term
from clausule.check import View
from clausule.check.contents import breach_term as stated_term
from clausule.check.contents import texts_under
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    term = breach_term(view.edition)
    if term is None:
        return
    place = view.edition.meta.place
    if term.at not in view.notes.ids:
        guess = closest(term.at, view.notes.ids)
        hint = (
            f"did you mean '{guess}'?"
            if guess
            else f"write it as in the address of the clause: {view.language.grammar.ARTICLE}-7.1"
        )
        yield view.here(place(("breach", "at")), f"there is no '{term.at}' in this edition", hint, words=term.at)
    elif not any(term.words in text.plain for text in texts_under(view.edition, term.at)):
        hint = "copy the words that give the term from the clause as they are" + _said_in(view, term.at)
        yield view.here(
            place(("breach", "words")),
            f"'{term.words}' does not stand in {term.at}",
            hint,
            words=term.words,
            at=term.at,
        )
    elif (said := view.language.questions.hours_in(term.words)) != term.hours:
        message = f"the term is {term.hours} hours here" + (
            f" and {said} hours in '{term.words}'" if said else f", and '{term.words}' names no hours"
        )
        hint = f"write hours: {said}" if said else "take the words that name the term" + _said_in(view, term.at)
        yield view.here(place(("breach", "hours")), message, hint, at=term.at)


def _said_in(view: View, at: str) -> str:
    """The words with which ``at`` gives a term, or else the edition, and where; nothing where none is found."""
    words_in = view.language.questions.breach_words
    for text in texts_under(view.edition, at):
        if span := words_in(text.plain):
            return f": {text.plain[slice(*span)]}"
    found = stated_term(view.edition)
    return f": {found.owner} says '{found.text.plain[found.start : found.end]}'" if found else ""
