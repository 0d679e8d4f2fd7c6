"""What begins an agreement: the model that comes with the program, taken over, or nothing but its parts to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

PUBLISHER, TITLE = "{publisher}", "{title}"
"""What stands in the words for the names that are asked of the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAgreement:
    """The words with which an agreement, and a firm's site, begin.

    ``slug`` is the address of the model, empty where there is none, and ``title`` what an agreement made of it is
    called; ``example`` is the address of that. Places to fill in are ``filled`` with what belongs there, and found by
    ``unfilled``. In the text of the model ``about_model`` finds the paragraphs that are about it alone, ``replaced``
    has patterns of invented facts (in any layout of lines, in the order that counts) with what stands in their place,
    ``email`` the place for an address; of an annex ``lists`` has, by the title of a part, what stands for each of its
    lists or rows. ``measures`` and ``terms`` say what else to look at. ``left`` finds what is left of the model when
    its words are others.

    ``introduction`` is the page of an agreement, ``site_name`` and ``landing`` those of a site; ``parties`` and
    ``article`` are an agreement without a model, ``sub_processors`` an empty list of them.
    """

    slug: str
    title: str
    example: str
    filled: str
    unfilled: re.Pattern[str]
    about_model: re.Pattern[str]
    replaced: tuple[tuple[str, str], ...]
    email: str
    lists: Mapping[str, str]
    measures: str
    terms: str
    left: re.Pattern[str]
    introduction: str
    site_name: str
    landing: str
    parties: str
    article: str
    sub_processors: str

    def fill(self, what: str) -> str:
        """A place that the new publisher has to fill in; the rule ``not-filled-in`` finds it."""
        return self.filled.format(what=what)
