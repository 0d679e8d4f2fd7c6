"""Clauses that are not numbered one after the other

Other clauses, letters and judgments point to a clause by its number, and so does its address on the site. A number that
is missing makes a reader look for a clause that was left out, a number that stands twice makes every reference to it
doubtful, and 7.2 in article 8 will not be found. Numbers are written by the author and never made by the tool. Of two
that changed places, the one with the lower number is reported: it comes after a higher one.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:9:1
    3.1 Na het einde van de dienst geeft Verwerker de Gegevens terug.

    3.3 De plicht van artikel 2.1 geldt tot de Gegevens gewist zijn.

    3.2 (removed)

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:9:1
    3.1 Na het einde van de dienst geeft Verwerker de Gegevens terug.

    2.2 De plicht van artikel 2.1 geldt tot de Gegevens gewist zijn.

    3.2 (removed)

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Na het einde van de dienst geeft Verwerker de Gegevens terug.

    3.2 De plicht van artikel 2.1 geldt tot de Gegevens gewist zijn.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.numbers import Number, faults, number_of
from clausule.model.findings import Finding
from clausule.model.nodes import Article, Clause

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    for article in view.edition.articles:
        yield from _check_article(view, article)


def _check_article(view: View, article: Article) -> Iterable[Finding]:
    in_order = [f"{article.number}.{number}" for number, _ in enumerate(article.clauses, 1)]
    if in_order == [clause.number for clause in article.clauses]:  # as nearly always
        return
    rows: dict[str, list[tuple[Clause, Number]]] = {}
    for clause in article.clauses:
        first, _, rest = clause.number.partition(".")
        if article.number and first != article.number:
            message = f"clause {clause.number} stands in article {article.number}"
            hint = f"give it a number that begins with {article.number}, or move it to article {first}"
            yield view.here(clause.place, message, hint, words=clause.number, at=clause.id)
        parent, _, last = (rest if rest else clause.number).rpartition(".")
        if number := number_of(last):
            rows.setdefault(parent, []).append((clause, number))
    for row in rows.values():
        numbers = [number for _, number in row]
        names = [clause.number for clause, _ in row]
        for index, words in faults(numbers, names):
            clause = row[index][0]
            yield view.here(
                clause.place,
                f"clause {words}",
                "number the clauses one after the other",
                words=clause.number,
                at=clause.id,
            )
