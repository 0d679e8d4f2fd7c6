"""A translation that is older than its original

Whoever reads the translation takes it for the agreement that applies. Where the original has an edition that came
later, or that applies now, and the translation has not, he reads what no longer is agreed; the same holds for an
article or annex that has other words since, while the translation includes those of an earlier version. Editions that
have long been replaced need no translation.

Wrong:

    docs/voorbeeld-en/1.0/index.md:2:10
    version: "1.0"

    docs/voorbeeld/1.1/index.md
    effective: 2025-01-01

Right:

    docs/voorbeeld-en/1.0/index.md
    version: "1.0"

    docs/voorbeeld/1.1/index.md
    status: concept
"""

from collections.abc import Iterable
from datetime import date

from clausule.check import AgreementView, TranslationView
from clausule.compare.changes import EDITORIAL
from clausule.compare.translation.pairs import all_pairs
from clausule.model.dates import intervals
from clausule.model.editions import Agreement, Edition, age
from clausule.model.findings import Finding
from clausule.model.ids import is_within
from clausule.model.nodes import Annex, Article

SEVERITY = "warning"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for edition in untranslated(view.agreement):
        if not is_announced(edition):
            yield lacking(view, edition, " has no translation, and is newer than this", " has none")


def untranslated(agreement: Agreement) -> list[Edition]:
    """The editions of its original that a translation lacks, while they can apply now or later: those that nothing
    replaced before the last day on which either was announced, or, where neither ever was, that the translation has
    nothing newer than."""
    translation = agreement.translation
    if not translation or not agreement.editions:
        return []
    here = {edition.version for edition in agreement.all_editions}
    settled = [one for one in agreement.editions if not one.concept]
    newest = max((age(one) for one in settled), default=(False, date.min, ()))
    known = max((one.announced for one in (*settled, *translation.original.editions) if one.announced), default=None)
    spans = intervals(translation.original)
    found = []
    for edition in translation.original.editions:
        end = spans[edition.version].end
        can_apply = (end is None or end > known) if known else age(edition) > newest
        if can_apply and not edition.concept and not edition.never_applied and edition.version not in here:
            found.append(edition)
    return found


def is_announced(edition: Edition) -> bool:
    """Whether it was made known before the day on which it takes effect."""
    return bool(edition.announced and edition.effective and edition.announced < edition.effective)


def lacking(view: AgreementView, edition: Edition, newer: str, first: str) -> Finding:
    """The finding that the translation lacks ``edition`` of its original, at the edition that it has before that, if
    any: ``newer`` says it there, behind the name of the edition, and ``first`` where the translation has none."""
    agreement = view.agreement
    earlier = (one for one in reversed(agreement.editions) if not one.concept and age(one) < age(edition))
    before = next(earlier, None)
    place = before.meta.place(("version",)) if before else agreement.meta.place(("translation_of",))
    message = f"{edition.name}{newer if before else first}"
    return view.here(place, message, f"translate it: docs/{agreement.slug}/{edition.version}")


def check_translation(view: TranslationView) -> Iterable[Finding]:
    assert view.agreement.translation
    editions = view.agreement.translation.original.editions
    order = {one.version: number for number, one in enumerate(editions)}
    old, new = (_pages(notes.edition) for notes in (view.original, view.translation))
    for pair in all_pairs(view.pairs):
        mine = new.get(pair.translation.at) if pair.translation else None
        its = old.get(pair.original.at) if pair.original else None
        if mine and its and order.get(mine.version, len(order)) < order.get(its.version, -1):
            later = editions[order[mine.version] + 1 : order[its.version] + 1]
            if any(_changed(one, its.id) for one in later):
                message = f"these words are of version {mine.version}, and those of the original of {its.version}"
                hint = "translate what changed, and write the version in which the words of this took effect"
                yield view.here(mine.place, message, hint, at=mine.id)


def _changed(edition: Edition, at: str) -> bool:
    """Whether ``edition`` says of what has the id ``at`` that more than its wording changed."""
    return any(note.nature != EDITORIAL and is_within(note.at or note.was, at) for note in edition.changes)


def _pages(edition: Edition) -> dict[str, Article | Annex]:
    pages: tuple[Article | Annex, ...] = (*edition.articles, *edition.annexes)
    return {one.id: one for one in pages}
