"""What besides the texts decides how a page looks, as one hash: the program, the theme, a firm's own look and
settings."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import clausule
from clausule.read.handbook import folder as handbook_folder
from clausule.read.settings import Settings
from clausule.site import packages_of
from clausule.site.look import own_folder, theme_folder

_PROGRAM = frozenset({".py", ".json", ".po", ".typ", ".ttf"})
_DATA_FOLDERS = frozenset({"theme", "model_agreement", "handbook"})
# What turns our pages into HTML, names countries and writes numbers: another version may write other bytes.
_BROUGHT = ("babel", "jinja2", "markupsafe")
# What makes documents, where it is installed (as what a generator needs may not be, which is said later).
_DOCUMENTS = ("typst",)


@cache
def tools_digest(root: Path, settings: Settings) -> str:
    """The hash; the same wherever the program is installed, and another as soon as one file of it changes."""
    parts = hashlib.sha256()
    for name in _BROUGHT:
        parts.update(f"{name} {version(name)}\0".encode())
    for name in (*packages_of(settings.site), *_DOCUMENTS):
        parts.update(f"{name} {_version_there(name)}\0".encode())
    parts.update(f"clausule {clausule.__version__}\0{settings!r}\0".encode())
    for name, path in _files(root, settings):
        with open(path, "rb") as file:
            parts.update(f"{name}\0".encode() + hashlib.sha256(file.read()).digest())
    return parts.hexdigest()


def _version_there(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _files(root: Path, settings: Settings) -> Iterator[tuple[str, str]]:
    program = Path(clausule.__file__).parent
    for name, path in _below(program):
        if os.path.splitext(path)[1] in _PROGRAM and name.split("/")[0] not in _DATA_FOLDERS:
            yield f"program/{name}", path
    handbook = handbook_folder() if settings.handbook else None
    for kind, folder in (("theme", theme_folder()), ("own", own_folder(root)), ("handbook", handbook)):
        if folder:
            yield from ((f"{kind}/{name}", path) for name, path in _below(folder))
    if settings.logo:
        yield "logo", str(root / settings.logo)


def _below(folder: Path) -> list[tuple[str, str]]:
    """Each file below ``folder``, by its path from there."""
    above = len(str(folder)) + 1
    paths = (os.path.join(parent, name) for parent, _, names in os.walk(folder) for name in names)
    return sorted((path[above:].replace(os.sep, "/"), path) for path in paths if os.path.isfile(path))
