"""The editions of other agreements of which an edition takes over the terms: ``terms_from`` in its front matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from clausule.model.editions import Edition, FrontMatter
from clausule.model.similarity import closest, short
from clausule.read.source import Sources

RULE = "bad-terms-from"
ReadEdition = Callable[[str, str], Edition]


def find_lenders(
    sources: Sources,
    meta: FrontMatter,
    own: str,
    effective: date | None,
    folders: Callable[[str], Sequence[str]],
    read: ReadEdition,
) -> tuple[Edition, ...]:
    """The editions that ``terms_from`` in ``meta`` names, each as ``agreement@version``, or as ``agreement`` alone:
    then it is the one that applied on ``effective``, the day of the edition itself, or the newest where it has none.

    ``own`` is the agreement of the edition. What names nothing is a finding at the key. ``folders`` are the names below
    a path and ``read`` reads an edition, whose files then count among those that this one is made of.
    """
    written = meta.values.get("terms_from")
    names = [written] if isinstance(written, str) else written if isinstance(written, list) else []
    found = []
    for index, name in enumerate(names):
        place = meta.place(("terms_from", index) if isinstance(written, list) else ("terms_from",))
        if isinstance(name, str) and name:
            lender, message, hint = _lender(name, own, effective, folders, read)
            if lender and lender.concept and meta.values.get("status") != "concept":
                message = f"{lender.name} is a concept, whose terms can still change"
                lender, hint = None, "name an edition that is agreed, or freeze that one first"
            if lender:
                found.append(lender)
            else:
                sources.add(place, RULE, message, hint, name)
    return tuple(found)


def is_found_by_date(meta: FrontMatter) -> bool:
    """Whether a lender is named without its version, so that another edition of it can change which one it is."""
    written = meta.values.get("terms_from")
    names = [written] if isinstance(written, str) else written if isinstance(written, list) else []
    return any("@" not in str(name) for name in names)


def _lender(
    name: str, own: str, effective: date | None, folders: Callable[[str], Sequence[str]], read: ReadEdition
) -> tuple[Edition | None, str, str]:
    """The edition that ``name`` names; else what is wrong, and how to mend it."""
    slug, _, version = name.partition("@")
    known = [folder for folder in folders("docs") if folder != own]
    if slug == own:
        return None, "an edition has its own terms already", "name another agreement, or take this out"
    if slug not in known:
        guess = closest(slug, known)
        return None, f"there is no agreement '{short(slug)}'", _choices(guess, known, "agreements")
    versions = folders(f"docs/{slug}")
    if version:
        if version in versions:
            return read(slug, version), "", ""
        return (
            None,
            f"{slug} has no edition '{short(version)}'",
            _choices(closest(version, versions), versions, "editions"),
        )
    # One for some customers only lends its terms to no other where there is one for all.
    editions = sorted(_agreed(slug, versions, read), key=lambda one: (not one.audience, one.effective or date.min))
    if effective:
        editions = [one for one in editions if _applies(one, effective)]
    if editions:
        return editions[-1], "", ""
    when = f" applied on {effective:%d-%m-%Y}" if effective else " was agreed"
    return None, f"no edition of {slug}{when}", f"name the edition that is meant: {slug}@{(*versions, '1.0')[0]}"


def _agreed(slug: str, versions: Sequence[str], read: ReadEdition) -> Iterator[Edition]:
    return (edition for edition in (read(slug, version) for version in versions) if not edition.concept)


def _applies(edition: Edition, day: date) -> bool:
    """Whether ``edition`` had begun on ``day``, and had not been ended by its author; one without a date always had."""
    return (edition.effective or date.min) <= day and not (edition.until and edition.until <= day)


def _choices(guess: str, known: Sequence[str], what: str) -> str:
    if guess:
        return f"did you mean '{guess}'?"
    return f"the {what} are: {', '.join(known)}" if known else f"there are no other {what}"
