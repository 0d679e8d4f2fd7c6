"""MkDocs with Material as a generator: every warning is an error, and only pages are kept of what it makes."""

from clausule.site.mkdocs.running import render

__all__ = ["render"]
