"""What of a firm's repository is not published, said in a line each."""

from __future__ import annotations

from collections.abc import Callable

from clausule.formats.typesetting import NOT_INSTALLED, is_installed
from clausule.read import Repository
from clausule.site import look_of, unnamed_assets


def tell_unnamed(repository: Repository, progress: Callable[[str], None]) -> None:
    """Says which of a firm's own files are not published."""
    look = look_of(repository.root, repository.settings)
    names = [name for name in unnamed_assets(look) if name != repository.settings.logo]
    if names:
        progress(f"not published, as no page or style names it: {', '.join(names)}")


def tell_documents(repository: Repository, progress: Callable[[str], None]) -> None:
    """Says why there are no documents to take along, or none of an edition whose words were read just now."""
    if not is_installed():
        progress(f"no PDF is made here: {NOT_INSTALLED}")
        return
    both = ((agreement, edition) for agreement in repository.agreements for edition in agreement.editions)
    for agreement, edition in ((one, edition) for one, edition in both if "body" in vars(edition)):
        from clausule.formats.pdf import lacks  # of which nothing is needed where nothing was read

        if why := lacks(agreement, edition):
            progress(f"{edition.name}: no PDF is made: {why}")
