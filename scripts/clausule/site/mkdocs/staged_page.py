"""A staged page is one block of HTML that we made: Markdown hands it on as it is, without taking it apart."""

from __future__ import annotations

import json
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from clausule.pages.kit.staging import MUCH
from clausule.site.staged_page import html_of

_FIRST = 28  # behind what puts line ends right (30), before all that looks for HTML (21 and less)


class WholePage(Extension):  # type: ignore[misc]
    """Sets a page of the stage aside before Markdown and MkDocs parse it, which is most of the time of a build."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_SetAside(md), "whole_page", _FIRST)


class _SetAside(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        page = html_of("\n".join(lines))
        if page is None:
            return lines
        return [self.md.htmlStash.store(page)] if page else []


class StagedData(BasePlugin):  # type: ignore[misc]
    """Reads the data that a template shows, which a stage holds as JSON."""

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> None:
        page.meta |= {key: json.loads(page.meta[key]) for key in MUCH if key in page.meta}
