"""What the modules of a package declare: a page, a format, a kind of annex is there as soon as its file is."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import TypeVar

Declared = TypeVar("Declared")


@cache
def modules_of(package: str) -> tuple[ModuleType, ...]:
    """Every module below ``package``, in alphabetical order."""
    found = walk_packages(import_module(package).__path__, f"{package}.")
    return tuple(import_module(name) for name in sorted(one.name for one in found))


def declared(package: str, kind: type[Declared]) -> list[Declared]:
    """What the modules below ``package`` hold of ``kind``, each once, in the order of their files."""
    held = (value for module in modules_of(package) for value in vars(module).values())
    return list({id(value): value for value in held if isinstance(value, kind)}.values())
