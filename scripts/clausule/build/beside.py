"""Where an edition is put beside another text."""

from __future__ import annotations

from itertools import islice

from clausule.language.language import DEFAULT, language_of
from clausule.model.editions import Edition
from clausule.read import Repository


def side_by_side(repository: Repository, edition: Edition) -> str:
    """The address, from the root of the site, with ``edition`` on one side; empty while there is no other text."""
    texts = (one for agreement in repository.agreements for one in agreement.editions)
    others = len(list(islice(texts, 2))) > 1  # asked for each edition, and so of no more than it takes
    slugs = language_of(repository.settings.language or DEFAULT).slugs
    return f"{slugs.beside_home}?{slugs.one}={edition.name}" if others else ""
