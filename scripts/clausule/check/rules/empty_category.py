"""A category of measures without measures

A heading in a list of measures promises that something is done. With nothing under it a reader cannot tell whether the
measures were forgotten or do not exist (AVG article 32 asks for measures, not for headings). A sentence that says only
what they are for ('Wat verloren gaat, komt terug') is no measure: where other categories have lists, it announces one.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:12:4
    ## A. Toegang

    - een slot op de deur

    ## B. Opslag

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    ## A. Toegang

    - een slot op de deur

    ## B. Opslag

    - elke nacht een kopie
"""

from collections.abc import Iterable

from clausule.analysis.measures import Category, categories
from clausule.check import View
from clausule.check.contents import has_deeper
from clausule.model.annex_kinds.measures import MEASURES
from clausule.model.findings import Finding
from clausule.model.nodes import Items, Paragraph

SEVERITY = "warning"
HINT = "write its measures as a list, or remove the heading"


def check_edition(view: View) -> Iterable[Finding]:
    held = {category.id for category in categories(view.edition) if not _is_goal(view, category)}
    for annex in view.edition.annexes:
        if annex.kind != MEASURES.name:
            continue
        if not annex.sections and annex.id not in held:
            yield view.here(annex.place, f"annex {annex.number} holds no measures", HINT, at=annex.id)
        for index, section in enumerate(annex.sections):
            if not has_deeper(annex.sections, index) and section.id not in held:
                place = section.heading.place()
                yield view.here(place, f"'{section.title}' holds no measures", HINT, words=section.title, at=section.id)


def _is_goal(view: View, category: Category) -> bool:
    """Whether nothing stands in a category but what its measures are for, while others of its annex have lists."""
    blocks = category.section.blocks if category.section else ()
    lists = any(isinstance(block, Items) for section in category.annex.sections for block in section.blocks)
    prose = all(isinstance(block, Paragraph) for block in blocks)
    return (
        bool(blocks)
        and prose
        and lists
        and all(view.language.measures.says_goal(one.text.plain) for one in category.measures)
    )
