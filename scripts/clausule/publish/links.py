"""Which links and anchors an HTML page has, and where on the site a link leads."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# No part gives back what it took, so that a page of any kind is read in one go.
_ATTRIBUTES = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
# Comments and the contents of scripts are no links; a script's own attributes are.
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)"
    rf"|<(?P<raw>script|style|textarea|title)(?P<own>(?=[\s>/]){_ATTRIBUTES})>.*?(?:</(?P=raw)(?=[\s>/])|\Z)"
    rf"|<(?P<name>[a-z][^\s/<>]*+)(?P<rest>{_ATTRIBUTES})>",
    re.S | re.I,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_KEPT = 65_536
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page offers (``ids``) and where it points (``links``, as written)."""

    ids: frozenset[str]
    links: tuple[str, ...]


class Target(NamedTuple):
    """A place on the site: a path from its root (a folder has ``/`` at the end, the root is ``''``) and an anchor."""

    path: str
    anchor: str


class Outside(Exception):
    """A link that should lead to a place on the site, and leads out of it."""


def scan(content: bytes) -> Page:
    """The anchors and links of a page; whatever the bytes are, it is read as far as that goes."""
    ids: set[str] = set()
    links: dict[str, None] = {}
    for _, own, name, rest in _TAG.findall(content.decode("utf-8", "replace")):
        if attributes := own or rest:
            offered, followed = _told(name.lower() == "a", attributes)
            ids.update(offered)
            links.update(followed)
    return Page(frozenset(ids), tuple(links))


@lru_cache(_KEPT)
def _told(is_link: bool, attributes: str) -> tuple[tuple[str, ...], Mapping[str, None]]:
    """The anchors and the links in the ``attributes`` of a tag; the pages of a site have most of their tags in
    common."""
    ids: list[str] = []
    links: dict[str, None] = {}
    for found in _ATTRIBUTE.finditer(attributes):
        key = found[1].lower()
        value = next((part for part in found.groups()[1:] if part is not None), "")
        if key == "id" or (key == "name" and is_link):
            ids.append(html.unescape(value))
        elif key in ("href", "src", "action"):
            links[html.unescape(value).strip()] = None
    return tuple(ids), links


class Addresses:
    """The addresses of one site, which may live below a path of its host."""

    def __init__(self, site_url: str) -> None:
        parts = urlsplit(site_url)
        self._base = parts.path.rstrip("/") + "/"
        self._own = f"{parts.scheme}://{parts.netloc}{self._base}" if parts.netloc else ""
        # A page that changed has most of the links that it had.
        self._found = lru_cache(_KEPT)(self._resolve)

    def resolve(self, page: str, link: str) -> Target | None:
        """Where ``link`` on ``page`` (a path from the root of the site) leads; nothing when that is no place here.

        Raises ``Outside``.
        """
        if link.startswith("../"):  # what stands beside each other has links to the same places
            folder = posixpath.dirname(page)
            while folder and link.startswith("../"):
                folder, link = folder.rpartition("/")[0], link[3:]
            page, link = f"{folder}/", f"./{link}"
        return self._found(page, link)

    def _resolve(self, page: str, link: str) -> Target | None:
        if self._own and (link + "/").startswith(self._own):
            link = self._base + link[len(self._own) :]
        elif _SCHEME.match(link) or link.startswith("//"):
            return None
        address, _, anchor = link.partition("#")
        path, _, query = address.partition("?")
        # What a page shows after a question is made by a script; so are the anchors that it has then. '#:~:' and
        # '#top' are the browser's own.
        anchor = "" if query or anchor.startswith(":~:") or anchor == "top" else unquote(anchor)
        if not path:
            return Target(page, anchor)
        if path.startswith("/"):
            if not (path + "/").startswith(self._base):
                raise Outside(link)
            return Target(_normal("", path[len(self._base) :]), anchor)
        return Target(_normal(posixpath.dirname(page), path), anchor)


@lru_cache(_KEPT)
def _normal(folder: str, path: str) -> str:
    parts = [name for name in folder.split("/") if name]
    names = unquote(path).split("/")
    for name in names:
        if name == "..":
            if not parts:
                raise Outside(path)
            parts.pop()
        elif name not in ("", "."):
            parts.append(name)
    is_folder = names[-1] in ("", ".", "..")
    return "/".join(parts) + ("/" if is_folder and parts else "")
