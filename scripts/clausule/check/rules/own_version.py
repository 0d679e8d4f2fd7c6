"""The words call the text another version, or give it another date, than its edition has

A cover that still says 'Versie 1.1 - 4 februari' above the text of 1.2 makes a reader cite a version that it is not,
and in a dispute both are 'the version that was signed'. What is held against the edition is what the words call this
very text: on the cover, on a line of its own, 'deze versie'. Versions and dates of acts, of annexes and of other
documents are their own. Where a text names only a month, `effective_shown: mei 2018` says so beside the full date.

Wrong:

    docs/voorbeeld/1.0/index.md
    ## Partijen

    Versie 1.1 - 4 februari 2024

    1. Voorbeeld B.V., hierna te noemen “Verwerker”;

    2. de klant, hierna te noemen “Klant”.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:54
    3.1 Aan het einde wist Verwerker de Gegevens. Dit is versie 2 van deze overeenkomst.

Right:

    docs/voorbeeld/1.0/index.md
    ## Partijen

    Versie 1.0 - 1 januari 2024

    1. Voorbeeld B.V., hierna te noemen “Verwerker”;

    2. de klant, hierna te noemen “Klant”.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens, zoals in versie 2.0 van de polis.

Right:

    docs/voorbeeld/1.0/index.md
    ## Partijen

    Versie 1.0 van 4 december 2023, ingangsdatum: 1 januari 2024

    1. Voorbeeld B.V., hierna te noemen “Verwerker”;

    2. de klant, hierna te noemen “Klant”.

Wrong:

    docs/example/1.0/article-03.md
    3.1 At the end Supplier deletes the Data. This is version 2 of this agreement.

Right:

    docs/example/1.0/article-03.md
    3.1 At the end Supplier deletes the Data. This is version 1.0 of this agreement.
"""

from collections.abc import Iterable, Iterator

from clausule.check import View
from clausule.language.own_version import Said
from clausule.model.findings import Finding
from clausule.model.nodes import Text, block_texts
from clausule.model.versions import version_order
from clausule.model.walk import walk

SEVERITY = "warning"

_HINT = (
    "write what the edition has; if the words are right, give its folder and front matter their version and day; "
    "if another document is meant, name it"
)


def check_edition(view: View) -> Iterable[Finding]:
    own = view.language.own_version
    every = [(text, said) for text, cover in _texts(view) for said in own.said(text.plain, cover)]
    day = view.edition.effective
    told = any(not said.version and day and said.day and said.is_of(day) for _, said in every)
    for text, said in every:
        if message := _differs(view, said, told):
            yield view.at(text, said.start, said.end, message, _hint(view, text))
    yield from _shown(view)


def _hint(view: View, text: Text) -> str:
    """Words that are taken over from another edition are not to be changed there."""
    folder = view.edition.folder
    if text.place().path.startswith(f"{folder}/"):
        return _HINT
    return f"put these words into {folder} in place of the line that takes them over, and write there what it has"


def _texts(view: View) -> Iterator[tuple[Text, bool]]:
    """Every text that can speak of the edition, and whether it stands around the articles; annexes have versions of
    their own."""
    if view.edition.heading:
        yield view.edition.heading, True
    for part in walk(view.edition):
        cover = part.kind in ("preamble", "closing")
        if part.kind not in ("annex", "section"):
            yield from ((text, cover) for text in (*_heading(part.heading), *block_texts(part.blocks)))


def _heading(heading: Text | None) -> tuple[Text, ...]:
    return (heading,) if heading else ()


def _differs(view: View, said: Said, told: bool) -> str:
    """What is wrong about ``said``. Where the text has ``told`` apart from it when it takes effect, the date beside its
    version is that of the version."""
    edition = view.edition
    if said.version and edition.numbered and _order(said.version) != _order(edition.version):
        return f"the text calls itself version {said.version}, and this is edition {edition.version}"
    days = [day for day in (edition.effective, edition.announced) if day]
    if told and said.version:
        return ""
    if edition.effective and not any(said.is_of(day) for day in days):
        return f"the text gives itself another date than the edition, which applies from {edition.effective:%d-%m-%Y}"
    return ""


def _order(version: str) -> object:
    main, *stage = version_order(version.lower())
    while len(main) > 2 and main[-1][1] == 0 and not main[-1][0]:
        main = main[:-2]  # 2 and 2.0 are one version
    return main, stage


def _shown(view: View) -> Iterable[Finding]:
    """What is shown for the day must be that day, as far as it goes."""
    shown, effective = view.edition.effective_shown, view.edition.effective
    said = view.language.own_version.date_in(shown) if shown else None
    if shown and (effective is None or said is None or not said.is_of(effective)):
        day = f"{effective:%d-%m-%Y}" if effective else "no date"
        message = f"'{shown}' is shown for the day from which the edition applies, and that is {day}"
        hint = "write the month and the year of effective:, as the text gives them: mei 2018"
        yield view.here(view.edition.meta.place(("effective_shown",)), message, hint, words=shown)
