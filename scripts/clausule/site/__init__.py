"""Stage to HTML: the one module that knows MkDocs, and what it must not leave behind."""

from clausule.site.mkdocs import SiteError, build

__all__ = ["SiteError", "build"]
