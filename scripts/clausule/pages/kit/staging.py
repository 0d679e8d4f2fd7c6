"""How a page is staged: its front matter for the templates, and behind it what was drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clausule.formats.jsonfile import as_json
from clausule.language.language import Language
from clausule.model.addresses import EDITION_MARKDOWN
from clausule.pages.kit.feeds import feed_links
from clausule.pages.kit.html import front_matter, stacked

CONFIG = "site.json"
FIXED = "fixed"
"""The class around the running text of a fixed page, which its template does not get."""


def is_page(name: str) -> bool:
    """Whether the file ``name`` of a stage is a page, and no file that is offered as it is."""
    return name.endswith(".md") and name != EDITION_MARKDOWN


def root_config(language: Language, **more: Any) -> bytes:
    """The configuration of the stage above the editions."""
    extra = {
        "kind": "root",
        "language": language.tag,
        "name": language.say("All agreements"),
        "feeds": feed_links("", language.say("Changes to all agreements")),
        "check": language.slugs.check_home,
        **more,
    }
    return as_json({"site_name": language.say("All agreements"), "extra": extra})


@dataclass(frozen=True, slots=True)
class Fixed:
    """A page that is a template of the theme: its name, the plain data that it shows (``page.meta.data``), and the
    running text that it puts where it belongs (``page.content``)."""

    template: str
    data: Mapping[str, object]
    text: str = ""


MUCH = "data", "frame"
"""The keys of a page that are JSON: what its template shows, and what stands around it."""


def page_file(
    meta: Mapping[str, object], drawn: str | Fixed, classes: str, frame: Mapping[str, object] | None = None
) -> bytes:
    """A staged page: front matter for the templates, then one block of HTML that Markdown hands on untouched."""
    data = None
    if isinstance(drawn, Fixed):
        meta, data, drawn, classes = {**meta, "template": drawn.template}, drawn.data, drawn.text, FIXED
    return f"{front_matter(meta, data=data, frame=frame)}\n{stacked('div', drawn, class_=classes)}\n".encode()
