"""What goes wrong between a stage and its HTML."""

from __future__ import annotations


class SiteError(Exception):
    """The stage cannot be turned into a site; the message says why."""


class TemplateError(SiteError):
    """A template is broken; the message begins with its file and line."""
