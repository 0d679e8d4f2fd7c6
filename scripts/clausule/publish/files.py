"""Files of a commit written to a folder, and not with git's checkout: no link, filter, attribute or hook has a say."""

from __future__ import annotations

import re
from pathlib import Path

from clausule.disk.write import write_file
from clausule.publish.errors import TooLarge
from clausule.publish.git import Git
from clausule.publish.trees import Trees

# What leads out of a folder, here or on another system.
_ELSEWHERE = re.compile(r"\.{0,2}|.*[\\:\x00-\x1f].*", re.S)
_LEAST = 1_000  # what a file takes up, however small it is


def write_files(trees: Trees, oid: str, folder: Path, most: int | None = None) -> None:
    """Writes the plain files below the folder ``oid`` into ``folder``; links, and names that lead elsewhere, are left
    out.

    Raises ``TooLarge`` when they come to more than ``most`` bytes: a few objects can stand for any number of files.
    """
    size = 0
    for path, node in trees.files(oid):
        if not node.is_file or any(map(_ELSEWHERE.fullmatch, path.split("/"))):
            continue
        data = trees.read(node.oid)
        size += max(len(data), _LEAST)
        if most is not None and size > most:
            raise TooLarge(folder.name)
        write_file(folder / path, data)


def copy_of_site(repository: Path, commit: str, folder: Path) -> None:
    """Writes what is published with ``commit`` to ``folder``. Raises ``PublishError``."""
    with Trees(Git(repository)) as trees:
        write_files(trees, trees.tree_of(commit), folder)
