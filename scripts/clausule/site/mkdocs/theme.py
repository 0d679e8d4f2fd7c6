"""Material with the folders of a look on top of it, in the sandbox."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.theme import Theme
from mkdocs.utils import templates as mkdocs_templates

from clausule.model.addresses import ASSETS
from clausule.site.templates import environment_of


class _Theme(Theme):  # type: ignore[misc]  # MkDocs has no types for mypy
    def get_env(self) -> Environment:
        env = environment_of(self.dirs)
        env.filters["script_tag"] = mkdocs_templates.script_tag_filter
        return env


def theme_of(folders: Sequence[Path], static: set[str]) -> Theme:
    """The theme: ``folders`` on top of Material, and the templates ``static`` that are pages of their own."""
    theme = _Theme(name="material", font=False, favicon=f"{ASSETS}/icon.svg")
    theme.dirs[:0] = [str(folder) for folder in folders]
    theme.static_templates = static
    return theme
