"""What a first page weighs as a host sends it, beside fonts, and what another edition brings."""

from __future__ import annotations

import gzip
import posixpath
from functools import cache

import pytest
from website import Website

MOST = 40 * 1024
BROUGHT = 10 * 1024
#: An address of every kind of page.
KINDS = [
    "",
    "voorbeeld/",
    "voorbeeld/2.1/",
    "voorbeeld/2.1/artikel-8/",
    "voorbeeld/2.1/bijlage-3/",
    "voorbeeld/2.1/volledig/",
    "voorbeeld/2.1/avg-28/",
    "voorbeeld/2.1/avg-30/",
    "voorbeeld/2.1/maatregelen/",
    "voorbeeld/2.0/tweetalig/",
    "voorbeeld/2.0/uw-exemplaar/",
    "voorbeeld/2.1/bijlage-3/invullen/",
    "123meekijken/huidig/datalek/",
    "voorbeeld/sub-verwerkers/",
    "voorbeeld/vergelijken/",
    "voorbeeld/vergelijken/1.2...2.0/",
    "voorbeeld/vergelijken/geschiedenis/",
    "voorbeeld/getekend/",
    "voorbeeld/op/",
    "overeenkomsten/naast-elkaar/",
    "controleren/",
]


@pytest.mark.parametrize("address", KINDS)
def test_a_first_page_is_light(website: Website, address: str) -> None:
    page = f"{address}index.html"
    asked = {page}
    for tag, values in website.elements[page].found:
        if tag == "script" or values.get("rel") in ("stylesheet", "icon"):
            link = values.get("src") or values.get("href") or ""
            asked |= {posixpath.normpath(posixpath.join(address, link))} if link else set()
    weights = {name: _weight(website, name) for name in asked}
    assert len(weights) > 4 and sum(weights.values()) <= MOST, weights


@cache
def _weight(website: Website, name: str) -> int:
    return len(gzip.compress((website.folder / name).read_bytes(), 9, mtime=0))


def test_another_edition_brings_hardly_anything_but_its_pages(website: Website) -> None:
    for edition in ("mickcom/1.5", "mickcom/huidig", "voorbeeld/2.1"):
        files = [path for path in (website.folder / edition).rglob("*") if path.is_file()]
        own = [path for path in files if path.suffix in (".css", ".js", ".woff2", ".svg", ".png", ".txt")]
        assert sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in own) <= BROUGHT, own
