"""Two editions of one agreement compared, with what their author says of it and what a changed definition touches."""

from __future__ import annotations

from clausule.compare.changes import Comparison, compare_units
from clausule.compare.explanations import edition_before, explain
from clausule.compare.units import edition_units
from clausule.compare.uses import users_of
from clausule.compare.wording import Remarks, nothing_said
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition


def compare_editions(agreement: Agreement, old: Edition, new: Edition) -> tuple[Comparison, Remarks]:
    """What happened from ``old`` to ``new``; where the one follows the other, as the author of ``new`` explains it."""
    before, after = edition_units(old), edition_units(new)
    said, found = nothing_said, None
    if new in agreement.editions and edition_before(agreement, new) is old:
        explained = explain(old, new)
        said, found = explained.of, explained.comparison
    comparison = found or compare_units(before, after)
    users = users_of(before, after, language_of(new.language), {**old.inflections, **new.inflections})
    return comparison, Remarks(said, users, new.language)
