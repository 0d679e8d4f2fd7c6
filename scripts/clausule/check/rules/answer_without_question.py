"""A place for an answer without a question

A blank line or a choice that no question stands above will be filled in with anything or with nothing, and a screen
reader has no name for it. A question is a heading of the third level, or a line that ends with a question mark or a
colon.

Wrong:

    annexes/voorbeeld/bijlage-2/1.0.md:8:1
    # Bijlage 2. Vragenlijst

    ......................

    ### Welke gegevens zijn geraakt?

    - Namen: JA / NEE

Right:

    annexes/voorbeeld/bijlage-2/1.0.md
    # Bijlage 2. Vragenlijst

    Wie vult deze lijst in?

    ......................

    ### Welke gegevens zijn geraakt?

    - Namen: JA / NEE
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.findings import Finding
from clausule.model.nodes import Block, block_texts

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    for annex in view.edition.annexes:
        if annex.kind == QUESTIONNAIRE.name:
            yield from _check_blocks(view, annex.intro, annex.title)
            for section in annex.sections:
                if section.level == 2:
                    yield from _check_blocks(view, section.blocks, section.title)


def _check_blocks(view: View, blocks: tuple[Block, ...], before: str) -> Iterable[Finding]:
    """``before`` is what stands above; an answer below an answer belongs to the same question."""
    for text in block_texts(blocks):
        fields = view.notes.fields(text)
        if not fields or fields[0].start:  # words stand before it
            before = text.plain
        elif not before.rstrip().endswith(("?", ":")):
            start, end = fields[0].start, fields[0].end
            yield view.at(
                text, start, end, "no question stands above this place for an answer", "write the question above it"
            )
            before = "?"
