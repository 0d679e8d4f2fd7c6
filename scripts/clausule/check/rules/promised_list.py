"""A list that the articles promise and no annex holds

AVG article 28 lets parties put the measures and the sub-processors into an annex. When a clause says that they stand
there and the annex is of another kind, the agreement lacks what it rests on, or the annex does not say what it is
(`kind: measures`, `kind: questionnaire` in its front matter).

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:9:39
    2.2 Verwerker treft de maatregelen in bijlage 2.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 1 staat.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft de maatregelen in bijlage 1.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 2 staat.

Wrong:

    docs/example/1.0/article-02.md
    2.2 Supplier takes the measures in Annex 2.

    2.3 Supplier reports a breach as Annex 1 says.

Right:

    docs/example/1.0/article-02.md
    2.2 Supplier takes the measures in Annex 1.

    2.3 Supplier reports a breach as Annex 2 says.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references, texts_under
from clausule.model.findings import Finding
from clausule.model.nodes import Annex, Items, Table

SEVERITY = "warning"

_NAMES = {"measures": "list of measures", "questionnaire": "questionnaire", "sub-processors": "list of sub-processors"}


def check_edition(view: View) -> Iterable[Finding]:
    annexes = {annex.id: annex for annex in view.edition.annexes}
    things, word = view.language.things, view.language.grammar.ANNEX
    for text, reference in references(view.notes):
        found = [annexes[target.address] for target in reference.targets if target.address in annexes]
        if not found or view.notes.owner(text).startswith(word):
            continue
        for kind in things.lists_there(text.plain, reference.start, reference.end):
            if not any(_holds(view, annex, kind) for annex in found):
                name = _NAMES[kind]
                lists = kind != "sub-processors" and any(_has_list(annex) for annex in found)
                lacks = "does not say that it is one" if lists else "holds none"
                message = f"a {name} is promised in '{reference.text}', which {lacks}"
                write, declare = f"write the {name} there", f"kind: {kind} in its front matter"
                hint = f"write {declare}" if lists else write if kind == "sub-processors" else f"{write}, or {declare}"
                yield view.at(text, reference.start, reference.end, message, hint)


def _has_list(annex: Annex) -> bool:
    """Whether items or a table stand in it that nobody declared to be a list."""
    parts = (annex.intro, *(section.blocks for section in annex.sections))
    return annex.kind == "text" and any(isinstance(block, Items | Table) for blocks in parts for block in blocks)


def _holds(view: View, annex: Annex, kind: str) -> bool:
    if kind == "sub-processors":
        names = view.language.things.names_sub_processors
        return any(names(text.plain) for text in texts_under(view.edition, annex.id))
    return annex.kind == kind
