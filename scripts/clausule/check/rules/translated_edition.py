"""An edition of a translation that is not the one of its original

Editions are pairs by their version. A translation of a version that the original does not have translates nothing, and
one that takes effect on another day says that another text applied. Whether it is a concept or was withdrawn must be
the same as well.

Wrong:

    docs/voorbeeld-en/1.0/index.md:3:12
    effective: 2024-02-01

Right:

    docs/voorbeeld-en/1.0/index.md
    effective: 2024-01-01

Wrong:

    docs/voorbeeld-en/1.0/index.md:3:9
    status: concept
    effective: 2024-01-01 (removed)
"""

from collections.abc import Iterable

from clausule.check import AgreementView, TranslationView
from clausule.model.findings import Finding

SEVERITY = "warning"
_DAYS = ("effective", "until", "announced")


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    translation = view.agreement.translation
    known = {one.version for one in translation.original.all_editions} if translation else set()
    for edition in view.agreement.editions if translation else ():
        if edition.version not in known:
            message = f"docs/{translation.original.slug} has no edition {edition.version}" if translation else ""
            hint = f"give it the version of what it translates: {', '.join(sorted(known))}"
            yield view.here(edition.meta.place(("version",)), message, hint)


def check_translation(view: TranslationView) -> Iterable[Finding]:
    old, new = view.original.edition, view.translation.edition
    kinds = [(one.concept, one.withdrawn.day if one.withdrawn else None) for one in (old, new)]
    if kinds[0] != kinds[1]:
        message = f"this is {_kind(*kinds[1])}, and its original {_kind(*kinds[0])}"
        yield view.here(new.meta.place(("status",)), message, "let both say the same")
        return
    for key in _DAYS:
        days = [getattr(one, key) for one in (old, new)]
        if days[0] != days[1]:
            said = [f"{day:%d-%m-%Y}" if day else "no day" for day in days]
            message = f"{key}: this has {said[1]}, and its original {said[0]}"
            yield view.here(new.meta.place((key,)), message, "let both have the same day")


def _kind(is_concept: bool, withdrawn: object) -> str:
    return "withdrawn" if withdrawn else "a concept" if is_concept else "agreed"
