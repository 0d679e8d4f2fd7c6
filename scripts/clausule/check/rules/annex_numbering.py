"""Annexes that are not numbered one after the other

'Bijlage 2' in a clause must lead to one annex. The number in the heading, the number in the name of its page and the
place in the row must agree; 'Bijlage II' and bijlage-2.md do.

Wrong:

    docs/voorbeeld/1.0/bijlage-4.md:5:3
    ---
    version: "1.0"
    ---

    # Bijlage 4. Tarieven

    De dienst kost niets.

Wrong:

    docs/voorbeeld/1.0/bijlage-3.md:5:3
    ---
    version: "1.0"
    ---

    # Bijlage 4. Tarieven

    De dienst kost niets.

Right:

    docs/voorbeeld/1.0/bijlage-3.md
    ---
    version: "1.0"
    ---

    # Bijlage III. Tarieven

    De dienst kost niets.

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Klant betaalt het tarief van bijlage III tot het einde.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.numbers import faults, ordinals
from clausule.model.findings import Finding
from clausule.model.ids import annex_digits

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    annexes, grammar = view.edition.annexes, view.language.grammar
    pages = [
        annex_digits(match[1] or "")
        for path in view.edition.files
        if path.startswith(f"{view.edition.folder}/")
        and (match := grammar.ANNEX_FILE.fullmatch(path.rpartition("/")[2]))
    ]
    heads = [annex.id.partition("-")[2] for annex in annexes]
    spare = [page for page in pages if page not in heads]
    wrong = False
    for annex, head in zip(annexes, heads, strict=True):
        if head not in pages:
            wrong = True
            page = f"{grammar.ANNEX}-{spare[0]}.md" if spare else "its page"
            hint = "give the page the number of its annex, or correct the heading"
            yield view.here(
                annex.place,
                f"the heading says annex {annex.number}, but {page} holds it",
                hint,
                words=annex.heading.plain,
                at=annex.id,
            )
    row = ordinals(heads)
    if wrong or not row:
        return
    for index, words in faults(row[0], [annex.number for annex in annexes], row[1]):
        annex = annexes[index]
        yield view.here(
            annex.place,
            f"annex {words}",
            "number the annexes one after the other",
            words=annex.heading.plain,
            at=annex.id,
        )
