"""Stage to HTML: the one module that knows MkDocs, and what it must not leave behind."""

from clausule.site.look import Look, LookError, look_of
from clausule.site.mkdocs import SiteError, TemplateError, build, unnamed_assets

__all__ = ["Look", "LookError", "SiteError", "TemplateError", "build", "look_of", "unnamed_assets"]
