"""Somebody follows an agreement: feeds are valid, say what changed and why, and do not move when nothing did."""

from __future__ import annotations

import functools
import importlib
import json
import posixpath
import re
from datetime import datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from website import Elements, Website, write_repository

from clausule.compare.explanations import explain
from clausule.compare.history import make_history
from clausule.language.language import language_of
from clausule.pages.comparison.listed import changes_html
from clausule.pages.kit.feeds import Entry
from clausule.pages.root.feeds import feeds_of, feeds_of_all
from clausule.read import read_repository
from session import HOME, read_home

BASE = "https://example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# RFC 4287, appendix B (RELAX NG), as far as these feeds go: element -> child -> (least, most).
FEED = {"title": (1, 1), "id": (1, 1), "updated": (1, 1), "link": (1, 9), "author": (1, 1), "entry": (0, 999)}
ENTRY = {
    "title": (1, 1),
    "id": (1, 1),
    "link": (1, 1),
    "published": (1, 1),
    "updated": (1, 1),
    "author": (1, 1),
    "summary": (1, 1),
    "content": (1, 1),
}
SCHEMAS = Path(__file__).parent / "schemas"


@functools.cache
def feeds(root: Path = HOME) -> dict[str, bytes]:
    files, every = dict[str, bytes](), list[Entry]()
    for agreement in read_repository(root).agreements:
        own, entries = feeds_of(agreement, make_history(agreement), BASE)
        files |= own
        every += entries
    return files | feeds_of_all(every, BASE, language_of("nl"))


def children(node: ElementTree.Element, wanted: dict[str, tuple[int, int]]) -> None:
    names = [child.tag.removeprefix(ATOM) for child in node]
    assert set(names) <= set(wanted), names
    for name, (least, most) in wanted.items():
        assert least <= names.count(name) <= most, name


def text(node: ElementTree.Element, name: str) -> str:
    found = node.findtext(f"{ATOM}{name}")
    assert found
    return found


@pytest.mark.parametrize("name", ["feed.xml", "voorbeeld/feed.xml", "mickcom/feed.xml", "123meekijken/feed.xml"])
def test_atom_is_valid(name: str) -> None:
    root = ElementTree.fromstring(feeds()[name])
    assert root.tag == f"{ATOM}feed" and root.get(XML_LANG) == "nl"
    children(root, FEED)
    assert [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"] == [BASE + name]
    moments = []
    for entry in root.findall(f"{ATOM}entry"):
        children(entry, ENTRY)
        content = entry.find(f"{ATOM}content")
        assert content is not None and content.get("type") == "html"
        moments.append(text(entry, "updated"))
    for moment in [text(root, "updated"), *moments]:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", moment)
        assert datetime.fromisoformat(moment).tzinfo
    assert moments == sorted(moments, reverse=True)
    ids = [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) and all(one.startswith(BASE) for one in ids)


@pytest.mark.parametrize("name", ["feed.xml", "voorbeeld/feed.xml", "mickcom/feed.xml", "123meekijken/feed.xml"])
def test_atom_is_valid_by_its_schema(name: str) -> None:
    etree = importlib.import_module("lxml.etree")
    schema = etree.RelaxNG(etree.parse(str(SCHEMAS / "atom.rng")))
    schema.assertValid(etree.fromstring(feeds()[name]))
    broken = etree.fromstring(feeds()["voorbeeld/feed.xml"])
    broken.find(f"{ATOM}entry").remove(broken.find(f"{ATOM}entry/{ATOM}id"))
    assert not schema.validate(broken)


def test_an_edition_is_told_on_the_day_of_its_announcement() -> None:
    items = {item["id"]: item for item in json.loads(feeds()["voorbeeld/feed.json"])["items"]}
    entry = items[f"{BASE}voorbeeld/3.0/"]
    assert (
        entry["title"] == "Versie 3.0 geldt vanaf 1 juli 2027"
        and entry["date_published"] == "2026-10-01T00:00:00+02:00"
    )


@pytest.mark.parametrize("name", ["feed.json", "voorbeeld/feed.json", "mickcom/feed.json", "123meekijken/feed.json"])
def test_json_feed_is_valid_and_says_the_same(name: str) -> None:
    files = feeds()
    data: dict[str, Any] = json.loads(files[name])
    jsonschema.validate(data, json.loads((SCHEMAS / "json-feed-1.1.json").read_text("utf-8")))
    assert data["feed_url"] == BASE + name
    root = ElementTree.fromstring(files[name.replace(".json", ".xml")])
    assert [item["id"] for item in data["items"]] == [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert [item["content_html"] for item in data["items"]] == [
        text(entry, "content") for entry in root.findall(f"{ATOM}entry")
    ]


def test_an_entry_says_what_changed_and_why() -> None:
    items = {item["id"]: item for item in json.loads(feeds()["voorbeeld/feed.json"])["items"]}
    assert set(items) == {f"{BASE}voorbeeld/{version}/" for version in ("1.0", "1.1", "1.2", "2.0", "2.1", "3.0")}
    entry = items[f"{BASE}voorbeeld/1.2/"]
    assert (
        entry["title"] == "Versie 1.2 geldt vanaf 1 maart 2021"
        and entry["date_published"] == "2021-03-01T00:00:00+01:00"
    )
    assert entry["summary"] == (
        "Sinds 1.1 (01-09-2019): 9 inhoudelijke wijzigingen en geen redactionele. Gewijzigd: alleen Bijlage 2."
    )
    assert "<del>tien</del><ins>twaalf</ins> tekens" in entry["content_html"]
    assert "<strong>Waarom:</strong> Een langer wachtwoord is moeilijker te raden." in entry["content_html"]
    assert f'href="{BASE}voorbeeld/vergelijken/1.1...1.2/"' in entry["content_html"]
    assert items[f"{BASE}voorbeeld/1.0/"]["summary"] == "Dit is de eerste versie die hier staat."
    # The measure that was withdrawn is pointed out.
    assert "de bescherming minder geworden" in items[f"{BASE}voorbeeld/2.0/"]["content_html"]


def test_an_entry_tells_the_changes_as_the_command_does() -> None:
    """The feed is made from the history that is kept, `clausule compare --format html` from the two texts."""
    (agreement,) = read_home("voorbeeld").agreements
    items = {item["id"]: item["content_html"] for item in json.loads(feeds()["voorbeeld/feed.json"])["items"]}
    for before, edition in pairwise(agreement.editions):
        if not edition.concept:
            said = explain(before, edition)
            assert items[f"{BASE}{edition.name}/"].endswith(
                changes_html(
                    language_of("nl"),
                    said.comparison.changes,
                    said.comparison.kind_counts,
                    said.comparison.note,
                    said.of,
                )
            )


def test_the_feed_of_the_site_names_the_agreement() -> None:
    items = json.loads(feeds()["feed.json"])["items"]
    assert {item["url"].split("/")[3] for item in items} == {"mickcom", "voorbeeld", "example"}
    titles = ("Modelverwerkersovereenkomst", "Verwerkersovereenkomst", "Model Data Processing Agreement")
    assert all(item["title"].startswith(titles) for item in items)


def test_a_text_without_a_date_is_no_news() -> None:
    assert json.loads(feeds()["123meekijken/feed.json"])["items"] == []


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert [key for key, _ in attrs] in ([], ["href"])


def test_the_html_of_an_entry_is_harmless_whatever_a_text_holds(tmp_path: Path) -> None:
    write_repository(tmp_path)
    path = tmp_path / "docs/mickcom/1.6/artikel-06.md"
    source = (
        (tmp_path / "docs/mickcom/1.5/artikel-06.md")
        .read_text("utf-8")
        .replace("zo snel mogelijk", "<script>alert(1)</script> & ]]> \x0b onmiddellijk")
    )
    path.write_text(source, "utf-8")
    files = feeds(tmp_path)
    ElementTree.fromstring(files["mickcom/feed.xml"])
    for item in json.loads(files["feed.json"])["items"]:
        assert _Tags(item["content_html"]).names <= {"p", "a", "h3", "ul", "li", "strong", "ins", "del", "br"}
    assert "&lt;script&gt;" in files["mickcom/feed.json"].decode()


def test_nothing_moves_when_no_edition_came(tmp_path: Path) -> None:
    before = feeds()
    assert feeds.__wrapped__() == before
    write_repository(tmp_path)
    index = tmp_path / "docs/voorbeeld/2.0/index.md"
    index.write_text(
        index.read_text("utf-8").replace(
            "inflections:", "errata:\n  - {at: artikel-1.2, words: x, note: y}\ninflections:"
        ),
        "utf-8",
    )
    after = feeds(tmp_path)
    assert {name: data for name, data in after.items() if name.startswith("voorbeeld/")} == {
        name: data for name, data in before.items() if name.startswith("voorbeeld/")
    }
    # Two editions came to the other agreement, and none of its entries went; its concept is not told.
    ids = [item["id"] for item in json.loads(after["mickcom/feed.json"])["items"]]
    assert ids == [f"{BASE}mickcom/{version}/" for version in ("1.6", "1.5", "1.4")]
    assert before["mickcom/feed.json"] != after["mickcom/feed.json"]


def test_the_site_offers_its_feeds(website: Website) -> None:
    for path, home in (
        ("", ""),
        ("voorbeeld/", "voorbeeld/"),
        ("voorbeeld/2.0/", "voorbeeld/"),
        ("voorbeeld/2.0/artikel-7/", "voorbeeld/"),
    ):
        links = [
            attributes
            for tag, attributes in Elements(website.html(path)).found
            if tag == "link" and attributes.get("rel") == "alternate" and not attributes.get("hreflang")
        ]
        found = [posixpath.normpath(posixpath.join(path, link["href"])) for link in links]
        assert found == [f"{home}feed.xml", f"{home}feed.json"], path
        assert (website.folder / home / "feed.xml").is_file() and (website.folder / home / "feed.json").is_file()
    page = website.html("voorbeeld/")
    assert "Volg wijzigingen" in page and "Liever e-mail?" in page
