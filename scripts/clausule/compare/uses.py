"""Which units use a term: when a definition changes, so does what they say, though their words stayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from clausule.compare.changes import Change
from clausule.compare.unit import Unit
from clausule.language.language import Language
from clausule.language.terms import whole_words


def users(
    units: Iterable[Unit], inflections: Mapping[str, tuple[str, ...]], language: Language
) -> dict[str, list[Unit]]:
    """For the id of each definition in ``units`` the other units that use its term, in reading order.

    Of terms that hold one another the longest counts: 'bijzondere Persoonsgegevens' is no use of 'Persoonsgegevens'
    when both are defined. ``inflections`` are the forms that the author declared, by term.
    """
    row = list(units)
    owner: dict[str, str] = {}
    for unit in row:
        if unit.kind == "definition":
            for form in (*language.terms.written_forms(unit.title), *inflections.get(unit.title, ())):
                owner.setdefault(form, unit.id)
    found: dict[str, list[Unit]] = defaultdict(list)
    pattern = whole_words(owner)
    for unit in row if pattern else ():
        for name in (
            dict.fromkeys(owner[words] for words in pattern.findall(unit.text) if owner[words] != unit.id)
            if pattern
            else ()
        ):
            found[name].append(unit)
    return found


def users_of(
    before: Sequence[Unit],
    after: Sequence[Unit],
    language: Language,
    inflections: Mapping[str, tuple[str, ...]] | None = None,
) -> Callable[[Change], Sequence[Unit]]:
    """For a definition that changed, or came, what uses it now; for one that went, what used it."""
    now, then = (users(units, inflections or {}, language) for units in (after, before))

    def of(change: Change) -> Sequence[Unit]:
        if change.kind in ("moved", "unchanged"):
            return ()
        return (now if change.new else then).get(change.unit.id, ())

    return of
