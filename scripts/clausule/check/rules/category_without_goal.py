"""A category of measures that does not say what it is for

A reader who weighs a list of measures asks what each group of them must prevent; a sentence under the heading, or a
heading that says it, is enough. Where the other categories of an annex say it, or its measures are mapped, one that
does not was probably forgotten. A list that never does so is left alone.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:14:4
    ## A. Toegang

    Alleen wie dat mag, komt binnen.

    - een slot op de deur

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    ## A. Toegang

    Alleen wie dat mag, komt binnen.

    - een slot op de deur

    ## B. Maatregelen om gegevens terug te kunnen zetten

    - elke nacht een kopie
"""

from collections.abc import Iterable

from clausule.analysis.measures import Category, categories
from clausule.check import View
from clausule.language.language import Language
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    found = [(one, one.section) for one in categories(view.edition) if one.section]
    goals = {
        category.annex.id
        for category, _ in found
        if _says(category, view.language) or any(measure.mappings for measure in category.measures)
    }
    for category, section in found:
        if category.annex.id in goals and not _says(category, view.language):
            yield view.here(
                section.heading.place(),
                f"'{section.title}' does not say what its measures are for",
                "write a sentence under the heading",
                words=section.heading.plain,
                at=category.id,
            )


def _says(category: Category, language: Language) -> bool:
    return bool(category.goal) or bool(category.section and language.measures.says_purpose(category.section.title))
