"""The text of an edition as it was frozen, from the history of the sources: the lock holds its hash alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clausule.build.baseline import repository_at
from clausule.model.editions import Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from clausule.publish.git import Git
from clausule.read.lock import LOCK
from clausule.read.source import FOLDERS

_MOST = 8
"""So many commits are looked at: that which froze it, and the newest that touched a text."""


def frozen_text(root: Path, edition: Edition, sha256: str) -> Edition | None:
    """``edition`` as it was when its hash was ``sha256``; None where the history that is here does not hold it."""
    try:
        git = Git(root)
        froze = git.run("log", "--reverse", "--format=%H", f"-S{sha256}", "--", f":(glob)docs/*/{LOCK}").split()
        touched = git.run("log", "--format=%H", f"-{_MOST}", "--", *FOLDERS).split()
        for commit in list(dict.fromkeys([*froze[:1], *touched]))[:_MOST]:
            with repository_at(root, commit) as before:
                for agreement in before.agreements:
                    for one in agreement.editions:
                        found = (
                            replace(one, recipe=edition.recipe, frozen_as=edition.name_in_hash)
                            if one.version == edition.version
                            else None
                        )
                        if found and edition_sha256(found) == sha256:
                            return found  # its words were read to be hashed, so they outlive the folder
    except AuthoringError:  # no git here, or it does not trust the folder
        return None
    return None
