"""A sitemap has no more addresses than the protocol allows; a large site has several, with an index."""

from __future__ import annotations

import re
from datetime import date

import pytest

from clausule.compare.history import make_history
from clausule.pages.kit.sheet import Shelf, shelf_of
from clausule.pages.root import sitemap
from clausule.pages.root.sitemap import sitemaps
from editions import agreement, edition

BASE = "https://x.example/"


def shelves() -> list[Shelf]:
    made = agreement(edition("1.0"), edition("1.1"))
    hashes = {one.version: "" for one in made.editions}
    return [shelf_of(made, make_history(made), hashes, day=date(2026, 1, 1), base=BASE)]


def listed(data: bytes) -> list[str]:
    return re.findall("<loc>(.*?)</loc>", data.decode())


def test_a_large_site_has_several_with_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    above = [f"a/{number}/" for number in range(7)]
    (whole,) = sitemaps(shelves(), BASE, above, {}).values()
    every = listed(whole)
    assert every[:7] == [f"{BASE}{address}" for address in above] and b"<urlset" in whole
    monkeypatch.setattr(sitemap, "_MOST", len(every))
    assert [*sitemaps(shelves(), BASE, above, {})] == ["sitemap.xml"], "as many as it may have"
    monkeypatch.setattr(sitemap, "_MOST", len(every) - 1)
    files = sitemaps(shelves(), BASE, above, {})
    assert [*files] == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert b"<sitemapindex" in files["sitemap.xml"]
    assert listed(files["sitemap.xml"]) == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    parts = [listed(files[name]) for name in [*files][1:]]
    assert [len(one) for one in parts] == [len(every) - 1, 1] and [*parts[0], *parts[1]] == every
