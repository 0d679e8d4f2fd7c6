"""A place that still has to be filled in

An agreement that was begun from a model has `[invullen: ...]`, `[BEDRIJFSNAAM]`, `XX-XX-XXXX`, `[●]` or `{{ naam }}`
wherever only its publisher knows what to write; `TODO` is a note that he left himself, and `Error! Reference source not
found` what his word processor left of a cross-reference. Published, such a place is a
term that nobody agreed. The dots on which a customer writes are another thing: they belong to the text, and so does
what stands in brackets beside them. Fill the place in, or take it out with its sentence. In a concept, which every page
calls one, such a place is reported too, as a note; an agreement is frozen when none is left.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:54
    3.1 Aan het einde wist Verwerker de Gegevens, binnen [invullen: termijn].

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:53
    3.1 Aan het einde wist Verwerker de Gegevens, vanaf XX-XX-XXXX.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens, binnen tien dagen.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens, binnen ........ [aantal] dagen.

Wrong:

    docs/example/1.0/article-03.md
    3.1 At the end Supplier deletes the Data, within [fill in: period].

Right:

    docs/example/1.0/article-03.md
    3.1 At the end Supplier deletes the Data, within ten days.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clausule.analysis.questionnaire import fields_of
from clausule.analysis.references import Field
from clausule.check import View
from clausule.check.contents import headings, texts
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.findings import Finding
from clausule.model.markup import is_place
from clausule.model.nodes import Block, Table, Text, all_items, block_texts
from clausule.model.walk import Part, walk

SEVERITY = "warning"
_IN_A_CONCEPT = "note"
_HINT = "write it, or take it out with its sentence; where a customer writes, put dots: ........"


def check_edition(view: View) -> Iterable[Finding]:
    form = _of_a_form(view)
    for _, text in (*headings(view.edition), *texts(view.edition)):
        places = list(view.language.leftovers.places(text.plain)) if text not in form else []
        blanks = _Blanks(text.plain, view.notes.fields(text)) if places else None
        for start, end in places:
            words = text.plain[start:end]
            if not (blanks and blanks.beside(start, end)) and (words[0] != "<" or is_place(words) or words[1] == "<"):
                found = view.at(text, start, end, "this still has to be filled in", _HINT)
                yield replace(found, severity=_IN_A_CONCEPT) if view.edition.concept else found


class _Blanks:
    """The dots of a text on which somebody writes."""

    def __init__(self, plain: str, fields: list[Field]) -> None:
        self._plain, self._fields = plain, fields
        self._starts = [field.start for field in fields]

    def beside(self, start: int, end: int) -> bool:
        """Whether nothing but spaces and signs stands between the place at ``start`` to ``end`` and a blank."""
        index = bisect_left(self._starts, end)
        near = [self._plain[end : field.start] for field in self._fields[index : index + 1]]
        near += [
            self._plain[field.end : start]
            for field in self._fields[max(0, index - 1) : index]
            if field.kind == "blank" or field.end <= start  # a day in letters reads as a choice: 'MM/DD/YYYY'
        ]
        return any(not any(char.isalnum() for char in words) for words in near)


def _of_a_form(view: View) -> set[Text]:
    """The cells of rows with a blank in them, and what a questionnaire asks in brackets alone."""
    found: set[Text] = set()
    for part in walk(view.edition):
        for table in _tables(part.blocks):
            for row in table.rows:
                found.update(row if any(view.notes.fields(cell) for cell in row) else ())
        if _is_asking(part):
            found.update(text for text in block_texts(part.blocks) if fields_of(text))
    return found


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    inner = (block for item in all_items(blocks) for block in item.blocks)
    yield from (block for block in (*blocks, *inner) if isinstance(block, Table))


def _is_asking(part: Part) -> bool:
    return getattr(part.within, "kind", "") == QUESTIONNAIRE.name
