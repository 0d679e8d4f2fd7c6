"""What the modules of a package declare: a page, a format, a kind of annex is there as soon as its file is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import TypeVar

Declared = TypeVar("Declared")


def modules_of(package: str) -> Iterator[ModuleType]:
    """Every module below ``package``, in alphabetical order."""
    for found in sorted(walk_packages(import_module(package).__path__, f"{package}."), key=lambda found: found.name):
        yield import_module(found.name)


def declared(package: str, kind: type[Declared]) -> list[Declared]:
    """What the modules below ``package`` hold of ``kind``, each once, in the order of their files."""
    held = (value for module in modules_of(package) for value in vars(module).values())
    return list({id(value): value for value in held if isinstance(value, kind)}.values())
