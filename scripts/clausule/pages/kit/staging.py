"""How a page above the editions is staged: its front matter for the templates, and what all such pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clausule.formats.jsonfile import as_json
from clausule.language.language import Language
from clausule.pages.kit.feeds import feed_links
from clausule.pages.kit.html import front_matter, stacked

CONFIG = "site.json"


def root_config(language: Language, **more: Any) -> bytes:
    """The configuration of the stage above the editions."""
    extra = {
        "kind": "root",
        "language": language.tag,
        "name": language.say("All agreements"),
        "feeds": feed_links("", language.say("Changes to all agreements")),
        **more,
    }
    return as_json({"site_name": language.say("All agreements"), "extra": extra})


@dataclass(frozen=True, slots=True)
class Fixed:
    """A page that is a template of the theme: its name, the plain data that it shows (``page.meta.data``), and the running
    text that it puts where it belongs (``page.content``)."""

    template: str
    data: Mapping[str, object]
    text: str = ""


def staged(
    drawn: str | Fixed,
    address: str,
    title: str,
    description: str,
    base: str,
    view: str = "",
    feeds: object = None,
    *,
    language: str = "",
) -> bytes:
    """A page at ``address`` below ``base``, the address of the site; ``view`` says which styles and scripts it needs.
    ``language`` is the tag of its own language, where that is not the site's.
    """
    meta: dict[str, object] = {
        "title": title,
        "description": " ".join(description.split()),
        "canonical": base + address,
        "address": address,
        "view": view or None,
        "feeds": feeds,
        "language": language or None,
    }
    return page_file(meta, drawn, f"text {view}".rstrip())


def page_file(meta: Mapping[str, object], drawn: str | Fixed, classes: str) -> bytes:
    """A staged page: front matter for the templates, then one block of HTML that Markdown hands on untouched."""
    fixed = drawn if isinstance(drawn, Fixed) else Fixed("", {}, drawn)
    named = {"template": fixed.template, "data": fixed.data} if fixed.template else {}
    return f"{front_matter({**meta, **named})}\n{stacked('div', fixed.text, class_=classes)}\n".encode()
