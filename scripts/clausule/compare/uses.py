"""Which units use a term: when a definition changes, so does what they say, though their words stayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from clausule.analysis import whole_words
from clausule.compare.unit import Unit
from clausule.dutch.terms import written_forms


def users(units: Iterable[Unit], inflections: Mapping[str, tuple[str, ...]]) -> dict[str, list[Unit]]:
    """For the id of each definition in ``units`` the other units that use its term, in reading order.

    Of terms that hold one another the longest counts: 'bijzondere Persoonsgegevens' is no use of 'Persoonsgegevens'
    when both are defined. ``inflections`` are the forms that the author declared, by term.
    """
    row = list(units)
    owner: dict[str, str] = {}
    for unit in row:
        if unit.kind == "definition":
            for form in (*written_forms(unit.title), *inflections.get(unit.title, ())):
                owner.setdefault(form, unit.id)
    found: dict[str, list[Unit]] = defaultdict(list)
    pattern = whole_words(owner)
    for unit in row if pattern else ():
        for name in dict.fromkeys(owner[words] for words in pattern.findall(unit.text) if owner[words] != unit.id) if pattern else ():
            found[name].append(unit)
    return found
