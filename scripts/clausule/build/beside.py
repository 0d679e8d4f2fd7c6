"""Where an edition is put beside another text."""

from __future__ import annotations

from clausule.language.language import DEFAULT, language_of
from clausule.model.editions import Edition
from clausule.read import Repository


def side_by_side(repository: Repository, edition: Edition) -> str:
    """The address, from the root of the site, with ``edition`` on one side; empty while there is no other text."""
    others = sum(len(agreement.editions) for agreement in repository.agreements) > 1
    slugs = language_of(repository.settings.language or DEFAULT).slugs
    return f"{slugs.beside_home}?{slugs.one}={edition.name}" if others else ""
