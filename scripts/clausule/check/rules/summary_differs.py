"""A number in the summary that its clause does not have

A reader takes the numbers of a summary for those of the text: a term, an amount, a share. Each stands in the clause
that the line names, or the line names another clause. `allow:` with a reason is for a number that follows from it.

Wrong:

    docs/voorbeeld/1.0/index.md:6:11
    in_short:
      - at: artikel-2.2
        line: Een inbreuk melden wij binnen 24 uur.

Wrong:

    docs/voorbeeld/1.0/index.md:6:11
    in_short:
      - at: artikel-2.1
        line: Een inbreuk melden wij binnen 48 uur.

Right:

    docs/voorbeeld/1.0/index.md
    breach:
      hours: 48
      at: artikel-2.2
      words: binnen 48 uur
    in_short:
      - at: artikel-2.2
        line: Een inbreuk melden wij binnen achtenveertig uur.

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant en treft de maatregelen in bijlage 1.

    2.2 Verwerker meldt een inbreuk binnen 48 uur met de vragenlijst in bijlage 2.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import texts_under
from clausule.model.findings import Finding

SEVERITY = "warning"
_KINDS = frozenset({"period", "amount", "share"})


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    for index, short in enumerate(edition.in_short):
        if short.at not in view.notes.ids:
            continue
        find = view.language.quantities.find  # its patterns take long to make, and few editions have a summary
        there = {one.key for text in texts_under(edition, short.at) for one in find(text.plain)}
        other = [one for one in find(short.line) if one.kind in _KINDS and not one.weak and one.key not in there]
        for one in other:
            said = short.line[one.start : one.end]
            yield view.here(
                edition.meta.place(("in_short", index, "line")),
                f"the summary says '{said}', and {short.at} does not",
                "write the number of the clause, or name the clause that has it",
                words=said,
                at=short.at,
            )
