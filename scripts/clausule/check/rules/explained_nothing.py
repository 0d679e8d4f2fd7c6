"""A note on something that did not change

The site shows the reasons of the author beside the changes. A note that names a clause that is the same as before, or
that is in neither edition, would tell a reader of a change that did not happen. Typography is no change.

Wrong:

    docs/voorbeeld/1.1/index.md:5:5
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
        nature: substantive

    docs/voorbeeld/1.1/artikel-02.md
    {!docs/voorbeeld/1.0/artikel-02.md!}

Wrong:

    docs/voorbeeld/1.1/index.md:5:9
    changes:
      - at: artikel-2.9
        why: Zo is later na te gaan wat er is opgedragen.
        nature: substantive

    docs/voorbeeld/1.1/artikel-02.md
    {!docs/voorbeeld/1.0/artikel-02.md!}

Right:

    docs/voorbeeld/1.1/index.md
    changes:
      - at: artikel-2.1
        why: Zo is later na te gaan wat er is opgedragen.
        nature: substantive

    docs/voorbeeld/1.1/artikel-02.md
    version: "1.1"

    2.1 Verwerker verwerkt de Gegevens alleen in schriftelijke opdracht van Klant.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.changes import explained
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    if not edition.changes:
        return
    found = explained(view)
    for index, note in enumerate(edition.changes):
        place = edition.meta.place
        known = found.old_ids | found.new_ids if found else view.notes.ids
        names = (("at", note.at, known), ("from", note.was, found.old_ids if found else frozenset()))
        missing = [(key, name, ids) for key, name, ids in names if name and name not in ids]
        if missing:
            key, name, ids = missing[0]
            guess = closest(name, ids)
            where = "in the edition before" if key == "from" else "in this edition or the one before"
            hint = (
                f"did you mean '{guess}'?"
                if guess
                else f"write it as in the address of the clause: {view.language.grammar.ARTICLE}-3.1"
            )
            yield view.here(place(("changes", index, key)), f"there is no '{name}' {where}", hint, words=name)
        elif not found or note in found.idle:
            name = note.at or note.was
            message = f"nothing changed at {name}, and a note says why"
            yield view.here(note.place, message, "take the note away, or correct its clause", at=name)
