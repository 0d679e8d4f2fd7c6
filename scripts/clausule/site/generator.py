"""What a generator is, which there are, and what one needs that may not be installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol, cast

from clausule.read.settings import PLAIN
from clausule.site.look import Look


@dataclass(frozen=True, slots=True)
class SiteData:
    """What every page of a site shares: its name, the address ``url`` at which it will stand, and the data ``extra``
    that the stage and the look hand to templates."""

    name: str
    url: str
    extra: Mapping[str, Any]


class Generator(Protocol):
    """Turns staged ``pages`` into HTML: the path of each file with its bytes, and ``404.html`` where ``site.extra`` has
    what it shows. Raises ``TemplateError`` when a template is broken, else ``SiteError``."""

    def __call__(self, pages: Mapping[str, bytes], site: SiteData, look: Look) -> Iterator[tuple[str, bytes]]: ...


# The modules of generators, with the packages that each needs beside those of the program: their names for Python, and
# what decides the bytes that they write.
_NEEDED = {PLAIN: (), "mkdocs": ("mkdocs", "material", "markdown")}
_DECIDING = {PLAIN: (), "mkdocs": ("markdown", "mkdocs", "mkdocs-material")}
GENERATORS = tuple(_NEEDED)
"""The names that the setting ``site`` may have."""


def packages_of(generator: str) -> tuple[str, ...]:
    """The packages besides Jinja of which another version may write other bytes."""
    return _DECIDING[generator]


def generator_fault(generator: str) -> str:
    """Why the ``generator`` cannot be used here and how to mend it; empty when it can."""
    missing = [name for name in _NEEDED[generator] if find_spec(name) is None]
    if not missing:
        return ""
    return (
        f"'site: {generator}' needs packages that are not installed ({', '.join(missing)}). Install them with "
        f"pip install 'clausule[{generator}]', or write 'site: {PLAIN}' below extra.clausule in "
        "mkdocs.yml: the pages are the same."
    )


def generator_of(name: str) -> Generator:
    """The generator of that ``name``, whose packages are loaded no sooner."""
    return cast(Generator, import_module(f"clausule.site.{name}").render)
