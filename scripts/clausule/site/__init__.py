"""Stage to HTML by a generator: ``plain``, or MkDocs with Material. Only the folder ``mkdocs`` knows these."""

from clausule.site.building import build
from clausule.site.errors import SiteError, TemplateError
from clausule.site.generator import GENERATORS, generator_fault, packages_of
from clausule.site.look import Look, LookError, look_of, unnamed_assets

__all__ = [
    "GENERATORS",
    "Look",
    "LookError",
    "SiteError",
    "TemplateError",
    "build",
    "generator_fault",
    "look_of",
    "packages_of",
    "unnamed_assets",
]
