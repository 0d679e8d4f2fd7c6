"""Links and anchors: which are found, and which keep a site from being published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, Wish, wish

from clausule.publish.errors import PublishError
from clausule.publish.links import Addresses, Outside, Target, scan
from clausule.publish.verify import _Links


def with_link(html: str, site_url: str = "") -> Wish:
    """A new edition with this on the page of its article 1."""
    return wish(OLD, NOW, OTHER, replace(NEW, extra=html), site_url=site_url)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="../artikel-9/">9</a>', "-> ../artikel-9/ (no such page)"),
        ('<a href="#artikel-1.9">1.9</a>', "-> #artikel-1.9 (no such anchor)"),
        ('<a href="../../1.5/artikel-1/#artikel-9">9</a>', "-> ../../1.5/artikel-1/#artikel-9 (no such anchor)"),
        ('<a href="/mickcom/1.7/">1.7</a>', "-> /mickcom/1.7/ (no such page)"),
        ('<a href="/mickcom/1.6/artikel-1?x#nergens">1</a><img src="../x.png">', "-> ../x.png (no such page)"),
        ("<script src='../x.js'></script>", "-> ../x.js (no such page)"),
        ("<form action=/zoek/><a href=../../../../..>", "-> ../../../../.. (leads out of the site)"),
        ('<a href="../overeenkomst.json/">', "-> ../overeenkomst.json/ (no such page)"),
        ('<a href="../assets/">', "-> ../assets/ (no such page)"),
    ],
)
def test_broken_links_are_named_with_their_page(site: Site, html: str, said: str) -> None:
    before = site.tip
    with pytest.raises(PublishError) as caught:
        site.publish(with_link(html))
    assert f"mickcom/1.6/artikel-1/index.html {said}" in str(caught.value)
    assert site.tip == before
    site.assert_clean()


def test_the_copy_of_the_edition_in_force_is_followed_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its links are those of the edition, and a link that leads nowhere is named there alone."""
    followed: list[str] = []
    broken = _Links.broken
    monkeypatch.setattr(_Links, "broken", lambda self, path, *of: followed.append(path) or broken(self, path, *of))
    faulty = replace(NEW, extra='<a href="../artikel-9/">9</a>')
    with pytest.raises(PublishError) as caught:
        site.publish(wish(OLD, NOW, OTHER, faulty))
    assert "mickcom/1.6/artikel-1/index.html" in followed and str(caught.value).count("-> ../artikel-9/") == 1
    assert not [path for path in followed if path.startswith("mickcom/huidig/")]
    site.publish(wish(OLD, NOW, OTHER, NEW))
    assert site.read("mickcom/huidig/artikel-1/index.html") == site.read("mickcom/1.6/artikel-1/index.html")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../1.5/artikel-1/#artikel-1.1">oud</a><a href="/mickcom/1.6/artikel-1/">zelf</a><a '
        'href="">hier</a>',
        '<a href="/mickcom/1.6/artikel-1">zonder streep</a><a href="../index.html">1</a><a href="..">1</a><a '
        'href="#">boven</a>',
        '<p id="caf&eacute; 1"></p><a href="#caf%C3%A9%201">x</a><a name="oud"></a><a href="#oud">x</a>',
        '<a href="mailto:a@example.org">a</a><a href="//example.org/x">b</a><a '
        'href="https://example.org/weg">c</a><img src="data:,">',
        '<a href="/mickcom/?van=1.4&amp;naar=1.5#artikel-7.2">made by a script</a><a href="#:~:text=Klant">x</a><a '
        'href="#top">x</a>',
        "<!-- <a href='weg/'> --><script>x = \"<a href='weg/'>\"</script><style>a[href='weg/'] {}</style>",
        '<a data-href="weg/" title="href=\'weg/\'">x</a> 1 < 2 <a title="a > b" href=\'../\'>x</a>',
    ],
)
def test_links_that_are_fine(site: Site, html: str) -> None:
    assert site.publish(with_link(html)).built == ("mickcom/1.6",)


def test_a_site_below_a_path(site: Site) -> None:
    """As on a host that gives each project a folder."""
    url = "https://example.org/overeenkomsten/"
    good = (
        f'<link rel="canonical" href="{url}mickcom/1.6/artikel-1/"><a href="/overeenkomsten/mickcom/">x</a>'
        '<a href="/overeenkomsten">x</a><a href="https://example.org/elders/">x</a>'
    )
    for html, said in [
        ('<a href="/mickcom/">x</a>', "-> /mickcom/ (leads out of the site)"),
        ('<a href="/overeenkomsten/weg/">x</a>', "-> /overeenkomsten/weg/ (no such page)"),
        (
            f'<link rel="canonical" href="{url}mickcom/1.6/artikel-2/">',
            "/overeenkomsten/mickcom/1.6/artikel-2/ (no such page)",
        ),
    ]:
        with pytest.raises(PublishError) as caught:
            site.publish(with_link(html, url))
        assert said in str(caught.value)
    assert site.publish(with_link(good, url)).changed


def test_a_page_that_did_not_change_links_to_a_concept_that_goes(site: Site) -> None:
    linking = replace(NEW, extra='<a href="../../2.0/artikel-1/#artikel-1.1">wat er komt</a>')
    site.publish(wish(OLD, NOW, OTHER, linking, CONCEPT))
    with pytest.raises(
        PublishError, match=r"mickcom/1\.6/artikel-1/index\.html -> \.\./\.\./2\.0/artikel-1/#artikel-1\.1 \(has gone\)"
    ):
        site.publish(wish(OLD, NOW, OTHER, linking))


def test_a_page_that_did_not_change_links_to_an_anchor_that_goes(site: Site) -> None:
    target = replace(CONCEPT, extra='<p id="artikel-1.2">1.2</p>')
    linking = replace(NEW, extra='<a href="/mickcom/2.0/artikel-1#artikel-1.2">wat er komt</a>')
    site.publish(wish(OLD, NOW, OTHER, linking, target))
    with pytest.raises(
        PublishError, match=r"artikel-1/index\.html -> /mickcom/2\.0/artikel-1#artikel-1\.2 \(has gone\)"
    ):
        site.publish(wish(OLD, NOW, OTHER, linking, replace(target, extra='<p id="artikel-1.3">1.3</p>')))
    assert site.publish(wish(OLD, NOW, OTHER, linking, replace(target, extra=target.extra + '<p id="x">'))).changed


def test_many_broken_links_are_counted(site: Site) -> None:
    html = "".join(f'<a href="weg-{number}/">x</a>' for number in range(30))
    with pytest.raises(PublishError, match="and 20 more"):
        site.publish(with_link(html))


def test_bytes_that_are_no_page() -> None:
    for content in (
        b"",
        b"<",
        b"<a href='",
        b"\xff\xfe<a href=x>",
        b"<!--",
        b"<script>",
        b"<a" * 10_000,
        b'<a href="' * 5_000,
    ):
        scan(content)
    assert scan(b"\xff<a href=x>").links == ("x",)


def test_where_links_lead(tmp_path: Path) -> None:
    addresses = Addresses("https://example.org/a/")
    page = "mickcom/1.5/artikel-1/index.html"
    assert addresses.resolve(page, "../artikel-2/#artikel-2.1") == Target("mickcom/1.5/artikel-2/", "artikel-2.1")
    assert addresses.resolve(page, "https://example.org/a/") == Target("", "")
    assert addresses.resolve(page, "https://example.org/a") == Target("", "")
    assert addresses.resolve(page, "https://example.org/ab/") is None
    assert addresses.resolve(page, "/a/x%20y.html") == Target("x y.html", "")
    assert addresses.resolve(page, ".") == Target("mickcom/1.5/artikel-1/", "")
    assert addresses.resolve(page, "../../..") == Target("", "")
    assert addresses.resolve(page, "../../../") == Target("", "")
    assert addresses.resolve(page, "../#x") == Target("mickcom/1.5/", "x")
    assert addresses.resolve(page, "../b:c/") == Target("mickcom/1.5/b:c/", "")  # no scheme: it begins with a folder
    assert addresses.resolve(page, "..//b") == Target("mickcom/1.5/b", "")
    assert addresses.resolve("mickcom/index.html", "../a/") == Target("a/", "")  # and so it is no "/a/" of the host
    for link in ("../../../..", "../../../../", "../../../../a/"):
        with pytest.raises(Outside):
            addresses.resolve(page, link)
