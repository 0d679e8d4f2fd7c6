"""A line of the summary that points nowhere

The summary of an edition (`in_short:`, shown as 'In short') is the author's, and each of its lines leads to the clause
that says it: a reader who doubts a line reads the clause. A line whose clause is not there is a promise without a text.

Wrong:

    docs/voorbeeld/1.0/index.md:5:9
    in_short:
      - at: artikel-2.9
        line: Een inbreuk melden wij binnen 48 uur.

Right:

    docs/voorbeeld/1.0/index.md
    breach:
      hours: 48
      at: artikel-2.2
      words: binnen 48 uur
    in_short:
      - at: artikel-2.2
        line: Een inbreuk melden wij binnen 48 uur.

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant en treft de maatregelen in bijlage 1.

    2.2 Verwerker meldt een inbreuk binnen 48 uur met de vragenlijst in bijlage 2.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    for index, short in enumerate(edition.in_short):
        if short.at not in view.notes.ids:
            guess = closest(short.at, view.notes.ids)
            hint = (
                f"did you mean '{guess}'?"
                if guess
                else f"write it as in the address of the clause: {view.language.grammar.ARTICLE}-7.1"
            )
            place = edition.meta.place(("in_short", index, "at"))
            yield view.here(place, f"there is no '{short.at}' in this edition", hint, words=short.at)
