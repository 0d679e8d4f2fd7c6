"""Sections that are not numbered one after the other

The letters and numbers of the sections of an annex are cited ('artikel A van Bijlage 1'). A letter that is missing or
stands twice makes such a reference lead nowhere, or to two places.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:12:4
    ## A. Toegang

    - een slot op de deur

    ## C. Opslag

    - elke nacht een kopie

    ## B. (removed)

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    ## A. Toegang

    - een slot op de deur

    ## B. Opslag

    - elke nacht een kopie
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.numbers import faults, ordinals
from clausule.model.findings import Finding
from clausule.model.nodes import Section

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    edition = view.edition
    for sections in (edition.preamble, edition.closing, *(annex.sections for annex in edition.annexes)):
        for row in _rows(sections):
            labels = [section.label for section in row]
            found = None if _are_words(view, row) else ordinals(labels)
            for index, words in faults(found[0], labels, found[1]) if found else ():
                section = row[index]
                place = section.heading.place()
                yield view.here(
                    place,
                    f"section {words}",
                    "number the sections one after the other",
                    words=section.label,
                    at=section.id,
                )


def _are_words(view: View, row: list[Section]) -> bool:
    """Whether all begin with one word of one letter and no sign behind it: 'A Secure Building', 'A Trained Staff'."""
    first = row[0].label
    return (
        len({section.label for section in row}) == 1 < len(row)
        and view.language.grammar.NO_LABEL.match(f"{first} a") is not None
        and all(section.heading.plain[len(first)].isspace() for section in row)
    )


def _rows(sections: tuple[Section, ...]) -> Iterable[list[Section]]:
    """Numbered sections of one level that stand under the same section, where there are at least two."""
    rows: dict[int, list[Section]] = {}
    for section in sections:
        for level in [level for level in rows if level > section.level]:
            yield rows.pop(level)
        if section.label:
            rows.setdefault(section.level, []).append(section)
    yield from rows.values()
