"""What the rules about the list of sub-processors share: which edition counts, and where its text speaks of a list."""

from __future__ import annotations

from functools import lru_cache

from clausule.check import View
from clausule.check.contents import texts
from clausule.language.language import language_of
from clausule.language.sub_processors import Mention
from clausule.model.editions import Edition
from clausule.model.nodes import Text


def is_newest(view: View) -> bool:
    """Whether this is the newest edition that is agreed, or the newest of all where none is: the list goes with
    that."""
    editions = view.agreement.editions
    settled = [edition for edition in editions if not edition.concept and not edition.never_applied]
    return view.edition is (settled or editions)[-1]


@lru_cache(maxsize=2)
def list_mentions(edition: Edition) -> tuple[tuple[Text, Mention], ...]:
    """Every sentence of the edition that speaks of a list of sub-processors."""
    mentions = language_of(edition.language).sub_processors.mentions
    return tuple((text, found) for _, text in texts(edition) for found in mentions(text.plain))
