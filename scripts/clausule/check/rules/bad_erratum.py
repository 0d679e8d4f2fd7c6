"""An erratum that does not meet the text

An erratum tells readers that words in a clause are a known mistake. It must name a clause that exists and words that
stand in it, exactly as they are written, or the site would show a correction of something that nobody can find.

Wrong:

    docs/voorbeeld/1.0/index.md:6:12
    errata:
      - at: artikel-2.1
        words: Verwerkr
        should: Verwerker
        note: Een letter viel weg.

Right:

    docs/voorbeeld/1.0/index.md
    errata:
      - at: artikel-2.1
        words: alleen in opdracht
        should: uitsluitend in opdracht
        note: Bedoeld is wat de AVG zegt.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import texts_under
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    for index, erratum in enumerate(view.edition.errata):
        place = view.edition.meta.place
        if erratum.at not in view.notes.ids:
            guess = closest(erratum.at, view.notes.ids)
            hint = (
                f"did you mean '{guess}'?"
                if guess
                else f"write it as in the address of the clause: {view.language.grammar.ARTICLE}-3.1"
            )
            yield view.here(
                place(("errata", index, "at")), f"there is no '{erratum.at}' in this edition", hint, words=erratum.at
            )
        elif not any(erratum.words in text.plain for text in texts_under(view.edition, erratum.at)):
            message = f"'{erratum.words}' does not stand in {erratum.at}"
            hint = "copy the words from one paragraph or item as they are; take the erratum out when the text is mended"
            yield view.here(place(("errata", index, "words")), message, hint, words=erratum.words, at=erratum.at)
