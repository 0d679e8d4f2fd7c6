"""Items that are not numbered one after the other

'Onder c' must be there and be there once. Lists that are interrupted by a sentence go on counting; a new list in the
same clause begins anew. Of two items that changed places, the one with the lower label is reported.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:11:4
    3.1 Na het einde van de dienst doet Verwerker het volgende:

    a. hij geeft de Gegevens terug;

    c. hij bevestigt dat aan Klant.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Na het einde van de dienst doet Verwerker het volgende:

    a. hij geeft de Gegevens terug;

    b. hij bevestigt dat aan Klant.
"""

from collections.abc import Iterable, Iterator

from clausule.check import View
from clausule.check.numbers import faults, ordinals
from clausule.model.findings import Finding
from clausule.model.nodes import Block, Item, Items
from clausule.model.walk import walk

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    for part in walk(view.edition):
        for row in _rows(part.blocks):
            names = [item.label for item in row]
            found = ordinals(names)
            for index, words in faults(found[0], names, found[1]) if found else ():
                place = row[index].text.place()
                yield view.here(place, f"item {words}", "label the items one after the other", at=row[index].id)


def _rows(blocks: tuple[Block, ...]) -> Iterator[list[Item]]:
    """The labelled items of ``blocks`` that count together: a list goes on in the next one of its look."""
    rows: dict[str, list[Item]] = {}
    for block in blocks:
        if isinstance(block, Items) and block.items[0].label:
            first = block.items[0]
            look = first.mark.replace(first.mark.strip("()."), str(first.label[0].isdigit()))
            if (
                first.label in ("a", "i", "1")
                and look in rows
                and not (first.label == "i" and rows[look][-1].label == "h")
            ):
                yield rows.pop(look)
            rows.setdefault(look, []).extend(block.items)
        for item in block.items if isinstance(block, Items) else ():
            yield from _rows(item.blocks)
    yield from rows.values()
