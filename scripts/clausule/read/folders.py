"""The folders of a repository: which names can be the address of an agreement or an edition."""

from __future__ import annotations

import os
import re

from clausule.language.language import is_reserved
from clausule.model.nodes import Place
from clausule.read.source import Sources

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9a-z]+(?:[.-][0-9a-z]+)*")


def is_agreement_name(name: str) -> bool:
    """Whether ``name`` can be the folder and address of an agreement."""
    return bool(_SLUG.fullmatch(name)) and not is_reserved(name) and len(name) <= 60


def is_version_name(name: str) -> bool:
    """Whether ``name`` can be the folder and address of an edition."""
    return bool(_VERSION.fullmatch(name)) and not is_reserved(name) and len(name) <= 60


def folders_in(sources: Sources, path: str) -> list[str]:
    """The sub-folders of ``path``; links are a finding."""
    names = []
    try:
        entries = sorted(os.scandir(sources.root / path), key=lambda entry: entry.name)
    except OSError:
        return []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            sources.add(
                Place(f"{path}/{entry.name}", 1, 1),
                "unreadable-file",
                f"{path}/{entry.name} is a link, and links are not followed",
                "put the file or folder itself there",
            )
        elif entry.is_dir():
            names.append(entry.name)
    return names
