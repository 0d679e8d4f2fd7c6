"""A reference to a clause or an annex that is not there

A right or a duty 'als bedoeld in artikel 5.3' hangs in the air when there is no 5.3. Most of these are left behind by a
renumbering. On the site the words would be a link to nowhere. What may be of an act or of another document ('artikel 28
AVG en artikel 32') is left alone.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:19
    3.1 De plicht van artikel 2.7 geldt tot de Gegevens gewist zijn.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:28
    3.1 Aan het einde geldt de bijlage 5.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 De plicht van artikel 2.1 geldt tot de Gegevens gewist zijn.

Wrong:

    docs/example/1.0/article-03.md
    3.1 The duty of clause 2.7 continues until the Data are deleted.

Right:

    docs/example/1.0/article-03.md
    3.1 The duty of clause 2.1 continues until the Data are deleted, notwithstanding clause 9 of the Main Agreement.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references
from clausule.language.protocol import Grammar
from clausule.model.findings import Finding
from clausule.model.similarity import natural

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    ids, inside = view.notes.ids, dict[str, list[str]]()
    for text, reference in references(view.notes):
        for target in reference.targets:
            if target.kind != "act" and target.address not in ids:
                inside = inside or _by_parent(ids)
                # 'Artikel 7:404' is a number of the civil code, whose name was left out.
                act = view.language.acts.act_of(target.article)
                hint = (
                    f"name the act: {reference.text} {act}"
                    if act
                    else _nearest(target.address, inside, view.language.grammar)
                )
                message = (
                    f"'{reference.text}' points to {view.language.grammar.name_of(target.address)}, which is not there"
                )
                yield view.at(text, reference.start, reference.end, message, hint)
                break


def _parent(address: str) -> str:
    return address[: max(address.rfind("."), address.rfind("-"), 0)]


def _by_parent(ids: frozenset[str]) -> dict[str, list[str]]:
    """The ids that stand directly in each part, in the order of their numbers."""
    found: dict[str, list[str]] = {}
    for name in sorted(ids, key=natural):
        found.setdefault(_parent(name), []).append(name)
    return found


def _nearest(address: str, inside: dict[str, list[str]], grammar: Grammar) -> str:
    """What is there instead: the parts of the clause, article or annex, else the row of articles or annexes."""
    parent = _parent(address)
    while parent and parent not in inside:
        parent = _parent(parent)
    row = inside.get(parent) if parent else None
    if not row:
        return "there are no annexes" if address.startswith(grammar.ANNEX) else "there are no articles"
    return f"there is {grammar.name_of(row[0])}" + (f" to {grammar.name_of(row[-1])}" if len(row) > 1 else "")
