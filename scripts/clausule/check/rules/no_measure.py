"""An item of a list of measures that is no measure

'N.v.t.', 'zie artikel 5', 'zie het bepaalde in artikel 5' or a line that ends with a colon and nothing behind it says
nothing about what is done, yet it counts as a row of the list, on the site and in the data that others read. A measure
that refers to another place says first what is done.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:12:3
    ## A. Toegang

    - een slot op de deur

    - zie artikel 2.

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    ## A. Toegang

    - een slot op de deur

    - een wachtwoord, zie artikel 2.
"""

from collections.abc import Iterable

from clausule.analysis.measures import measures_of
from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.nodes import Text, all_items
from clausule.model.walk import walk

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    leading = {item.text for part in walk(view.edition) for item in all_items(part.blocks) if item.blocks}
    for measure in measures_of(view.edition):
        text = measure.text
        why = _why_not(view, text, text in leading)
        if why:
            yield view.at(
                text,
                0,
                len(text.plain),
                f"'{text.plain[:60]}' is no measure: {why}",
                "write what is done, or remove the item",
            )


def _why_not(view: View, text: Text, leads: bool) -> str:
    measures = view.language.measures
    if measures.says_nothing(text.plain):
        return "it says nothing"
    if text.plain.rstrip().endswith(":") and not leads:
        return "nothing stands behind the colon"
    references = view.notes.references(text)
    if len(references) == 1:
        (found,) = references
        if measures.only_refers(text.plain[: found.start], text.plain[found.end :]):
            return "it only refers to another place"
    return ""
