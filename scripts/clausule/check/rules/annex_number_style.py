"""An annex that is called by a number in another style

The heading says 'Bijlage I' and the clauses say 'bijlage 1'. Nobody will be led astray, but a reader who looks for the
words finds nothing. Each annex is reported once.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:29
    3.1 Aan het einde geldt ook bijlage II.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde geldt ook bijlage 2.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references
from clausule.model.findings import Finding

SEVERITY = "note"

_NUMBER = re.compile(r"(?:[^\W\d_]+\s+)?([0-9]+|[A-Za-z]|[IVXivx]+)")


def check_edition(view: View) -> Iterable[Finding]:
    word = view.language.grammar.ANNEX
    waiting = {annex.id: annex for annex in view.edition.annexes}
    for text, reference in references(view.notes) if waiting else ():
        for target in reference.targets:
            annex = waiting.get(f"{word}-{target.annex}") if target.kind == "annex" else None
            written = _NUMBER.fullmatch(text.plain, target.start, target.end) if annex else None
            if annex and written and written[1].casefold() != annex.number.casefold():
                del waiting[annex.id]
                start = (
                    reference.start if len(reference.targets) == 1 and target.end > reference.start else target.start
                )
                message = f"'{text.plain[start : target.end]}' is called annex {annex.number} in its own heading"
                yield view.at(text, start, target.end, message, f"write '{word} {annex.number}'")
