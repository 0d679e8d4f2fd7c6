"""A mapping that does not meet the text

What a measure serves stands in the front matter of its annex, under the words with which the measure begins; what a
clause fulfils stands under the id of the clause. When a measure is reworded or a clause gets another number, the
mapping must follow, or the site would say of one thing what was meant for another.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:5:3
    measures:
      een slot op het hek: {avg: b}

    ## A. Toegang

    - een slot op de deur

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:4:3
    avg:
      artikel-2.9: 28.3.a.instructies

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    measures:
      een slot op: {iso: A.7.2}

    ## A. Toegang

    Alleen wie dat mag, komt binnen.

    - een slot op de deur

    ## B. (removed)

    docs/voorbeeld/1.0/artikel-02.md
    avg:
      artikel-2.1: 28.3.a.instructies
"""

from collections.abc import Iterable

from clausule.analysis.coverage import reading_order
from clausule.analysis.measures import begin_of, measures_of, unmet
from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.similarity import closest, short

SEVERITY = "error"
ALLOWABLE = False


_GUESSES = 50
"""Where more names are wrong than this, one thing is wrong with them all, and the rest get no guess."""


def check_edition(view: View) -> Iterable[Finding]:
    yield from _of_measures(view)
    known = frozenset(reading_order(view.edition))
    places = [(claim.at, claim.at_place) for claim in view.edition.beside.claims]
    places += [(remark.at, remark.place) for remark in view.edition.beside.remarks]
    missing = [(at, place) for at, place in dict.fromkeys(places) if at not in known]
    for number, (at, place) in enumerate(missing):
        guess = closest(at, known) if number < _GUESSES else ""
        hint = (
            f"did you mean '{guess}'?"
            if guess
            else f"write it as in the address of the clause: {view.language.grammar.ARTICLE}-3.1"
        )
        yield view.here(place, f"there is no '{at}' in this edition", hint, words=at)


def _of_measures(view: View) -> Iterable[Finding]:
    begins = {begin_of(measure.text.plain): measure.text.plain for measure in measures_of(view.edition)}
    for number, (mapping, times) in enumerate(unmet(view.edition)):
        wanted, guess = begin_of(mapping.words), ""
        if not times and number < _GUESSES:
            near = {begin[: len(wanted)]: words for begin, words in begins.items()} | begins
            guess = near.get(closest(wanted, near), "")
        message = (
            f"{times} measures begin with '{short(mapping.words)}'"
            if times
            else f"no measure begins with '{short(mapping.words)}'"
        )
        hint = (
            "write more of its words"
            if times
            else f"did you mean '{short(guess)}'?"
            if guess
            else "copy the first words of the measure"
        )
        yield view.here(mapping.place, message, hint, words=mapping.words)
