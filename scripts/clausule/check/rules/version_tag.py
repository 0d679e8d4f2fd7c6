"""A version tag that is not the version of its file

Each file of an article or an annex carries the version in which its words took effect, and its page shows it ('tekst
sinds versie 1.5'). It follows from where the file lies: words in the folder of edition 1.5 date from 1.5, also where a
later edition includes them, and `annexes/mickcom/bijlage-2/1.5.md` is version 1.5 of that annex.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:5:3
    version: "1.1"

    3.1 Aan het einde wist Verwerker de Gegevens.

Wrong:

    annexes/voorbeeld/bijlage-1/1.0.md:6:3
    version: "1.1"

    # Bijlage 1. Maatregelen

    - een slot op de deur

Right:

    docs/voorbeeld/1.0/artikel-03.md
    version: "1.0"

    3.1 Aan het einde wist Verwerker de Gegevens.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.nodes import Place

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    for article in view.edition.articles:
        yield from _check(view, article.place, article.version, article.id)
    for annex in view.edition.annexes:
        yield from _check(view, annex.place, annex.version, annex.id)


def _check(view: View, place: Place, version: str, at: str) -> Iterable[Finding]:
    folder, _, name = place.path.rpartition("/")
    wanted = folder.rpartition("/")[2] if folder.startswith("docs/") else name.removesuffix(".md")
    if version and version != wanted:
        message = f"the file says version {version}, but it lies where version {wanted} belongs"
        yield view.here(place, message, f'write version: "{wanted}"', at=at)
