"""A question without a place for the answer

Somebody fills in a questionnaire in haste, after an incident. A question that has no choice (JA / NEE) and no blank
(......) under it is skipped, and in the form on the site there is nothing to type in.

Wrong:

    annexes/voorbeeld/bijlage-2/1.0.md:8:5
    ### Wanneer is de inbreuk ontdekt?

    ### Welke gegevens zijn geraakt?

    - Namen: JA / NEE

Wrong:

    annexes/voorbeeld/bijlage-2/1.0.md:12:3
    ### Welke gegevens zijn geraakt?

    - Namen: JA / NEE

    - Adressen:

    ### Wanneer (removed)

Right:

    annexes/voorbeeld/bijlage-2/1.0.md
    ### Wanneer is de inbreuk ontdekt?

    ......................

    ### Welke gegevens zijn geraakt?

    - Namen: JA / NEE

    - Adressen: JA / NEE

Wrong:

    docs/example/1.0/annex-2.md
    ### When was the breach discovered?

    ### Which data are affected?

    - Names: YES / NO

Right:

    docs/example/1.0/annex-2.md
    ### Which data are affected?

    - Names: YES / NO

    - Addresses: YES / NO
"""

from collections.abc import Iterable, Iterator

from clausule.check import View
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.findings import Finding
from clausule.model.nodes import Annex, Block, all_items, block_texts

SEVERITY = "warning"
HINT = "write a choice (JA / NEE) or a blank (......) behind it or under it"


def check_edition(view: View) -> Iterable[Finding]:
    for annex in view.edition.annexes:
        if annex.kind == QUESTIONNAIRE.name:
            yield from _check_items(view, annex.id, annex.intro)
            for index, section in enumerate(annex.sections):
                if section.level > 2 and not any(_asks(view, blocks) for blocks in _with_deeper(annex, index)):
                    place = section.heading.place()
                    yield view.here(
                        place, "this question has no place for an answer", HINT, words=section.title, at=section.id
                    )
                yield from _check_items(view, section.id, section.blocks)


def _check_items(view: View, owner: str, blocks: tuple[Block, ...]) -> Iterable[Finding]:
    """Items that end as a question does; the blank may stand below the item."""
    order = list(block_texts(blocks))
    index = {text: number for number, text in enumerate(order)}
    for item in all_items(blocks):
        if (
            item.text.plain.rstrip().endswith(("?", ":"))
            and not view.notes.fields(item.text)
            and not _asks(view, item.blocks)
        ):
            below = order[index[item.text] + 1 : index[item.text] + 2]
            fields = view.notes.fields(below[0]) if below else []
            if not fields or fields[0].start:
                yield view.at(item.text, 0, len(item.text.plain), "this question has no place for an answer", HINT)


def _asks(view: View, blocks: tuple[Block, ...]) -> bool:
    return any(view.notes.fields(text) for text in block_texts(blocks))


def _with_deeper(annex: Annex, index: int) -> Iterator[tuple[Block, ...]]:
    yield annex.sections[index].blocks
    for section in annex.sections[index + 1 :]:
        if section.level <= annex.sections[index].level:
            return
        yield section.blocks
