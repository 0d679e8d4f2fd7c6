"""Jinja alone as a generator: a staged page is HTML already, and its template puts it in its place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from clausule.model.addresses import LOST
from clausule.pages.kit.html import read_front_matter
from clausule.site.compiled import kept_folder
from clausule.site.errors import SiteError
from clausule.site.generator import SiteData
from clausule.site.look import Look
from clausule.site.staged_page import html_of
from clausule.site.templates import environment_of, faults_of

_TEMPLATE = "main.html"


@dataclass(frozen=True, slots=True)
class _Config:
    """What a template sees as ``config``."""

    site_name: str
    site_url: str
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Page:
    """What a template sees as ``page``; ``url`` is the address from the root of the stage."""

    url: str
    meta: Mapping[str, Any]
    content: str

    @property
    def title(self) -> str:
        return str(self.meta.get("title", ""))


def render(pages: Mapping[str, bytes], site: SiteData, look: Look) -> Iterator[tuple[str, bytes]]:
    """The pages as HTML (``clausule.site.generator.Generator``)."""
    env = environment_of(look.folders, kept_folder(look.root))
    config = _Config(site.name, site.url, site.extra)
    for name, content in pages.items():
        page = _page(name, content)
        with faults_of(look):
            html = env.get_template(page.meta.get("template", _TEMPLATE)).render(page=page, config=config)
        yield f"{page.url}index.html", html.encode()
    if site.extra.get("lost"):  # shown at any depth, so its links begin at the root of the host
        with faults_of(look):
            html = env.get_template(LOST).render(config=config, base_url=urlsplit(site.url).path)
        yield LOST, html.encode()


def _page(name: str, content: bytes) -> _Page:
    folder = posixpath.splitext(name)[0]
    address = posixpath.dirname(name) if posixpath.basename(folder) == "index" else folder
    try:
        meta, body = read_front_matter(content.decode())
    except ValueError as error:
        raise SiteError(f"{name}: {error}") from error
    html = html_of(body)
    if html is None:
        raise SiteError(f"{name}: what stands below the front matter is no block of HTML")
    return _Page(f"{address}/" if address else "", meta, html)
