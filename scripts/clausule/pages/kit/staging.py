"""How a page above the editions is staged: its front matter for the templates, and what all such pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clausule.formats.jsonfile import as_json
from clausule.language.language import Language
from clausule.pages.kit.feeds import feed_links
from clausule.pages.kit.html import NEWLINE, element, front_matter

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
    """A page that is a template of the theme: its name, and the plain data that it shows (``page.meta.data``)."""

    template: str
    data: Mapping[str, object]


def staged(
    body: str,
    address: str,
    title: str,
    description: str,
    base: str,
    view: str = "",
    feeds: object = None,
    *,
    language: str = "",
    template: str = "",
    data: Mapping[str, object] | None = None,
) -> bytes:
    """A page at ``address`` below ``base``, the address of the site; ``view`` says which styles and scripts it needs.
    ``language`` is the tag of its own language, where that is not the site's.

    A fixed page names its ``template``, which gets ``data`` (plain data, in the front matter as ``page.meta.data``) and the
    running text ``body`` as ``page.content``.
    """
    meta: dict[str, object] = {
        "title": title,
        "description": " ".join(description.split()),
        "canonical": base + address,
        "address": address,
        "view": view or None,
        "feeds": feeds,
        "language": language or None,
        "template": template or None,
        "data": data,
    }
    return f"{front_matter(meta)}\n{element('div', NEWLINE, body, NEWLINE, class_=f'text {view}'.rstrip())}\n".encode()
