"""The pages as files: what is in them, what is not, and that every link leads somewhere."""

from __future__ import annotations

import functools
import json
import posixpath
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import pytest
from website import DAY, Elements, Website, Words

from clausule.analysis.addresses import page_names
from clausule.analysis.references import Notes
from clausule.formats.edition_json import SCHEMA, edition_json
from clausule.model.dates import Interval, intervals
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.nodes import Paragraph, Place, Section, Text
from clausule.pages.edition.stage import render_edition
from clausule.pages.root.stage import render_root
from clausule.read.settings import Settings
from clausule.site import build, look_of
from clausule.site.assets import set_hash
from editions import book_of
from session import HOME

BASE = "http://localhost:8000/"
IN_FORCE = re.compile(r"/(?:huidig|current)/")  # the same pages again, as those of the edition in force
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def _editions(website: Website) -> list[tuple[Agreement, Edition]]:
    agreements = website.agreements
    return [(agreement, edition) for agreement in agreements for edition in agreement.editions]


def test_every_page_of_the_design_is_there(website: Website) -> None:
    for path in (
        "index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "schema/overeenkomst.json",
        "mickcom/versions.json",
    ):
        assert (website.folder / path).is_file(), path
    for folder, expected in (
        ("mickcom/1.5", 14 + 3 + 2 + 2 + 3),
        ("mickcom/huidig", 24),
        ("123meekijken/ongedateerd", 8 + 2 + 3 + 2 + 3),
    ):
        pages = sorted(path.parent.name for path in (website.folder / folder).rglob("index.html"))
        assert len(pages) == expected, pages
        assert (website.folder / folder / "overeenkomst.json").is_file()
        assert (website.folder / folder / "overeenkomst.md").read_text("utf-8").startswith('---\ntitle: "')
        assert not (website.folder / folder / "overeenkomst").exists()  # it is no page


def test_assets_are_there_once_for_all_pages(website: Website) -> None:
    (folder,) = (website.folder / "assets").iterdir()
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert folder.name == set_hash(files)
    ours = {path.relative_to(HOME / "overrides").as_posix() for path in (HOME / "overrides").rglob("*.*")}
    assert files.keys() <= ours and not [name for name in files if name.endswith(".html")]
    named: set[str] = set()
    for path, page in website.elements.items():
        links = {
            value for _, found in page.found for key in ("src", "href") if "assets/" in (value := found.get(key, ""))
        }
        there = {posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link)) for link in links}
        assert there and {one.split("/")[1:3] == ["assets", folder.name] for one in there} == {True}, path
        named |= {one.split("/", 3)[3] for one in there}
    assert named <= files.keys()
    # What no page names itself another script asks for, or a style; and a licence goes with what it is of.
    scripts = [data for name, data in files.items() if name.endswith(".js")]
    unnamed = {name for name in files.keys() - named if not any(name.split("/")[-1].encode() in one for one in scripts)}
    assert {Path(name).suffix for name in unnamed} <= {".css", ".txt", ".woff2"}
    assert not [
        path.name
        for path in website.folder.rglob("*")
        if path.suffix in (".gz", ".map") or (path.name == "sitemap.xml" and path.parent != website.folder)
    ]
    assert not list((website.folder / "mickcom").rglob("404.html"))


def test_no_page_needs_unsafe_inline(website: Website) -> None:
    for path, html in website.pages().items():
        assert html.index("Content-Security-Policy") < html.index("<meta charset") < 1024, path
        for tag, attributes in website.elements[path].found:
            assert "style" not in attributes, (path, tag)
            assert not [name for name in attributes if name.startswith("on")], (path, tag, attributes)
            is_data = attributes.get("type") == "application/ld+json"  # which no browser runs
            assert tag != "style" and (tag != "script" or is_data or attributes.get("src")), (path, tag)
            if attributes.get("http-equiv") == "Content-Security-Policy":
                assert attributes["content"] == POLICY
            named = attributes.get("rel") == "canonical" or attributes.get("hreflang")  # which no browser fetches
            if tag in ("script", "link", "img") and not is_data and not named:
                assert not urlsplit(attributes.get("src") or attributes["href"]).netloc, (path, attributes)


def test_every_page_of_an_edition_says_what_it_is_to_a_program(website: Website) -> None:
    start = _linked_data(website.html("mickcom/1.4/"))
    assert start["temporalCoverage"] == "2016-01-01/2018-05-25" and start["version"] == "1.4"
    for agreement, edition in _editions(website):
        for file in (website.folder / edition.name).rglob("index.html"):
            html = file.read_text("utf-8")
            said = _linked_data(html)
            assert f'<link rel="canonical" href="{said["@id"]}">' in html
            assert said.get("isPartOf", said)["identifier"] == f"sha256:{Notes(edition).sha256}"
            assert said.get("isPartOf", said)["publisher"]["name"] == agreement.publisher


def _linked_data(html: str) -> dict[str, Any]:
    said = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert isinstance(said, dict) and said["@type"] == "DigitalDocument"
    return said


def test_titles_descriptions_and_ids_are_each_their_own(website: Website) -> None:
    titles: dict[str, str] = {}
    for path, html in website.pages().items():
        if IN_FORCE.search(path):
            continue
        elements = website.elements[path]
        title = re.search(r"<title>(.*?)</title>", html)
        assert title and title[1] not in titles, (path, title)
        titles[title[1]] = path
        assert len(elements.ids) == len(set(elements.ids)), path
        assert [tag for tag, _ in elements.found].count("h1") == 1, path
        if path != "404.html":
            assert [a for t, a in elements.found if t == "meta" and a.get("name") == "description" and a["content"]], (
                path
            )


def test_every_link_and_anchor_leads_somewhere(website: Website) -> None:
    anchors = {path: set(elements.ids) for path, elements in website.elements.items()}
    there_is = functools.cache(lambda file: (website.folder / file).is_file())
    broken = []
    for path, elements in website.elements.items():
        for _, attributes in elements.found:
            target = attributes.get("href") or attributes.get("src") or ""
            if not target or urlsplit(target).scheme:
                continue
            there, _, anchor = target.partition("#")
            there = there.partition("?")[0]
            full = posixpath.normpath(
                posixpath.join("/", "" if there.startswith("/") else posixpath.dirname(path), there)
            ).lstrip("/")
            file = path if not there else full if there_is(full) else posixpath.join(full, "index.html")
            if not there_is(file) or (anchor and unquote(anchor) not in anchors[file]):
                broken.append((path, target))
    assert broken == []


FRAME = re.compile(r'<(header|aside class="edition"|nav class="toc"|footer).*?</(?:header|aside|nav|footer)>', re.S)
LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.S)


def test_a_link_around_the_text_leads_to_the_same_place_from_every_page(website: Website) -> None:
    """What is called the same in the frame of an edition is the same page: a link that leads to a page that exists can
    still be wrong, as that to a list was from a page in a folder of the same name."""
    led: dict[tuple[str, str], set[str]] = {}
    pages = {path: html for path, html in website.pages().items() if re.match(r"(voorbeeld|mickcom)/\d", path)}
    assert "voorbeeld/1.2/sub-verwerkers/index.html" in pages
    for path, html in pages.items():
        edition = "/".join(path.split("/")[:2])
        for region in FRAME.finditer(html):
            for href, words in LINK.findall(region[0]):
                if "#" in href or "compare" in href:
                    continue  # of the whole text the contents are on the page itself
                key = edition, f"{region[1]}: {' '.join(re.sub(r'<[^>]+>', ' ', words).split())}"
                led.setdefault(key, set()).add(urljoin(f"{BASE}{path.removesuffix('index.html')}", unescape(href)))
    assert {key: sorted(to) for key, to in led.items() if len(to) > 1} == {}
    named = {words: to for (edition, words), to in led.items() if edition == "voorbeeld/1.2"}
    assert named['aside class="edition": Sub-verwerkers'] == {f"{BASE}voorbeeld/sub-verwerkers/"}


def test_what_a_script_fetches_is_there(website: Website) -> None:
    """Addresses stand in the attributes of elements too."""
    broken, seen = [], 0
    for path, elements in website.elements.items():
        for _, attributes in elements.found:
            for name in (
                "data-list",
                "data-index",
                "data-base",
                "data-standings",
                "data-lines",
                "data-from",
                "data-text",
            ):
                target = attributes.get(name, "")
                if name == "data-lines" and path.startswith("123meekijken/"):
                    continue  # it has one version, so nobody goes from one to another
                if not target or not re.match(r"[./]|[\w-]+\.json$", target):
                    continue
                seen += 1
                full = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), target)).lstrip("/")
                if not (website.folder / full).exists():
                    broken.append((path, name, target))
    assert broken == [] and seen > 100


def test_links_within_an_edition_are_relative_and_canonical_names_the_edition(website: Website) -> None:
    for path, elements in website.elements.items():
        if path == "404.html":
            continue
        canonical = [a["href"] for tag, a in elements.found if a.get("rel") == "canonical"]
        assert canonical == [
            BASE
            + path.removesuffix("index.html")
            .replace("mickcom/huidig/", "mickcom/1.5/")
            .replace("123meekijken/huidig/", "123meekijken/ongedateerd/")
            .replace("voorbeeld/huidig/", "voorbeeld/2.1/")
            .replace("example/current/", "example/2.1/")
        ]
        for tag, attributes in elements.found:
            target = attributes.get("href") or attributes.get("src") or ""
            whole = attributes.get("rel") == "canonical" or (tag == "link" and attributes.get("hreflang"))
            assert whole or not target.startswith(("/", BASE)), (path, tag, target)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (
            "mickcom/1.5/artikel-7/",
            ["Nieuwste versie", "sinds 25 mei 2018; op 1 januari 2027 volgt versie 1.6 · versie 1.5 · onveranderd"],
        ),
        (
            "mickcom/1.4/artikel-7/",
            [
                "Vervangen",
                "door versie 1.5 sinds 25 mei 2018; hebt u deze versie getekend, dan geldt zij voor u tot zij met u is "
                "gewijzigd · versie 1.4",
                "Lees artikel 7 in de nieuwste versie",
            ],
        ),
        (
            "mickcom/1.6/bijlage-2/",
            ["Aangekondigd", "geldt vanaf 1 januari 2027", "Lees bijlage 2 in de nieuwste versie"],
        ),
        ("mickcom/1.7/volledig/", ["Concept", "nog niet afgesproken", "Lees de nieuwste versie"]),
        ("123meekijken/ongedateerd/artikel-5/", ["Zonder datum", "deze tekst noemt geen versienummer en geen datum"]),
    ],
)
def test_the_ribbon_tells_the_status_without_script(website: Website, path: str, says: list[str]) -> None:
    found = re.search(r'<div class="status .*?</div>', website.html(path), re.S)
    assert found
    ribbon = " ".join(re.sub(r"<[^>]+>", "", found[0]).split())
    assert all(words in ribbon for words in says), ribbon


def test_an_edition_that_is_not_in_force_links_each_clause_to_the_one_that_is(website: Website) -> None:
    html = website.html("mickcom/1.4/artikel-7/")
    for number in ("7.1", "7.2", "7.4"):
        assert f'href="../../huidig/artikel-7/#artikel-{number}"' in html
    assert 'href="../../huidig/artikel-7/#artikel-7.9"' not in html
    assert "huidig" not in website.html("mickcom/1.5/artikel-7/")


def test_every_page_of_an_edition_tells_version_and_date(website: Website) -> None:
    for path, html in website.pages().items():
        text = re.sub(r"<[^>]+>", "", html)
        if path.startswith(("mickcom/1.5/", "mickcom/huidig/")):
            assert "Geldt vanaf 25-05-2018" in text and "1.5 (25-05-2018)" in text, path


def test_tags_show_since_when_words_are_as_they_are(website: Website) -> None:
    assert "Tekst sinds versie 1.5" in website.html("mickcom/1.6/artikel-7/")
    assert "Tekst sinds versie" not in website.html("mickcom/1.5/artikel-7/")
    assert "Versie 1.5, geldt vanaf 25-05-2018" in website.html("mickcom/1.6/bijlage-2/")


def test_an_erratum_stands_beside_the_text_and_not_in_it(website: Website) -> None:
    html = website.html("mickcom/1.5/artikel-3/")
    assert "Bekende fout: er staat “VERWERER”, bedoeld is “VERWERKER”." in html
    assert "door VERWERER is opgeleverd" in Words(html).of("artikel-3.1")
    annex = website.html("mickcom/1.5/bijlage-2/")
    assert annex.count("bedoeld is “committeren”") == 1
    assert annex.index('id="bijlage-2-a"') < annex.index("bedoeld is “committeren”") < annex.index('id="bijlage-2-b"')


def test_references_are_links_to_the_exact_place(website: Website) -> None:
    assert 'href="../artikel-11/#artikel-11.1"' in website.html("mickcom/1.5/artikel-11/").replace(
        '"#artikel-11.1"', '"../artikel-11/#artikel-11.1"'
    )
    assert 'href="../bijlage-3/">Bijlage 3</a>' in website.html("mickcom/1.5/artikel-7/")
    links = re.findall(r'<a class="ref act" href="([^"]+)"[^>]*>([^<]+)</a>', website.html("mickcom/1.4/artikel-7/"))
    assert [(target.rpartition("#")[2], text) for target, text in links] == [
        ("art_33", "artikelen 33"),
        ("art_34", "34 AVG"),
    ]
    first = 'href="../../huidig/'
    assert first in website.html("mickcom/1.4/artikel-1/")


@pytest.mark.parametrize("path", ["mickcom/1.5", "123meekijken/ongedateerd"])
def test_the_words_of_every_clause_are_in_the_json_and_on_the_pages(website: Website, path: str) -> None:

    edition = next(edition for _, edition in _editions(website) if edition.name == path)
    data = json.loads((website.folder / path / "overeenkomst.json").read_text("utf-8"))
    whole = Words(website.html(f"{path}/volledig/"))
    pairs = [(f"{article.id}/", clause.id, clause.blocks) for article in edition.articles for clause in article.clauses]
    pairs += [(f"{annex.id}/", section.id, section.blocks) for annex in edition.annexes for section in annex.sections]
    pairs += [("", section.id, section.blocks) for section in edition.preamble]
    clauses = {clause["id"]: clause for article in data["articles"] for clause in article["clauses"]}
    sections = {s["id"]: s for s in [*data["preamble"], *(s for annex in data["annexes"] for s in annex["sections"])]}
    assert len(pairs) > 40
    for page, name, blocks in pairs:
        text = reading_text(blocks)[0]
        assert (clauses.get(name) or sections[name])["text"] == text
        shown = re.sub(r"^- ", "", text, flags=re.M)
        if text:
            wanted = "".join(shown.split())
            for words_ in (whole, Words(website.html(f"{path}/{page}"))):
                assert "".join(words_.of(name).split()) == wanted, name


def test_json_keeps_its_schema(website: Website) -> None:
    schema = json.loads(SCHEMA.read())
    assert json.loads((website.folder / "schema/overeenkomst.json").read_text("utf-8")) == schema
    for agreement, edition in _editions(website):
        data = edition_json(agreement, edition, Notes(edition), status="undated")
        jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(data)))
        for article in data["articles"]:
            for clause in article["clauses"]:
                for reference in clause["references"]:
                    assert clause["text"][reference["start"] : reference["end"]] == reference["text"]


def test_a_name_that_holds_a_term_is_no_use_of_it(website: Website) -> None:
    # 'Autoriteit Persoonsgegevens' is the name of an authority.
    entry = re.search(r'<div id="begrip-ap".*?</dd>', website.html("mickcom/1.5/artikel-1/"), re.S)
    assert entry and "Autoriteit Persoonsgegevens, ook" in entry[0] and "<button" not in entry[0]


def test_an_edition_does_not_change_when_others_come(website: Website) -> None:
    agreement = next(a for a in website.agreements if a.slug == "mickcom")
    edition = next(edition for edition in agreement.editions if edition.version == "1.5")
    fewer = Agreement(
        agreement.slug,
        agreement.meta,
        agreement.intro,
        agreement.editions[:2],
        agreement.lock,
        language=agreement.language,
    )
    span = Interval(date(2018, 5, 25), None)
    stages = [render_edition(book_of(a, edition, interval=span, site_url=BASE)) for a in (agreement, fewer)]
    assert stages[0] == stages[1]
    readable = {path: content.decode() for path, content in stages[0].items() if not path.endswith((".docx", ".pdf"))}
    assert "1.6" not in json.dumps(readable)
    assert intervals(agreement)["1.5"].end == date(2027, 1, 1)


def test_the_sitemap_has_every_page_once_at_its_lasting_address(website: Website) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (website.folder / "sitemap.xml").read_text("utf-8"))
    agreed = [edition for _, edition in _editions(website) if not edition.concept]
    wanted = {f"{BASE}{edition.name}/{page}" for edition in agreed for page in page_names(edition)}
    noindex = {
        path
        for path in website.pages()
        if '<meta name="robots" content="noindex">' in (website.folder / path).read_text("utf-8")
    }
    concepts = {edition.name for _, edition in _editions(website) if edition.concept}
    assert concepts and concepts == {
        "/".join(path.split("/")[:2]) for path in noindex if path.count("/") > 1 and "/vergelijken/" not in path
    }
    lasting = [
        path for path in website.pages() if not IN_FORCE.search(path) and path != "404.html" and path not in noindex
    ]
    assert sorted(listed) == sorted(BASE + path.removesuffix("index.html") for path in lasting)
    assert wanted | {BASE, f"{BASE}123meekijken/", f"{BASE}mickcom/op/"} <= set(listed)
    weights = dict(
        re.findall(r"<loc>(.*?)</loc><priority>(.*?)</", (website.folder / "sitemap.xml").read_text("utf-8"))
    )
    assert {weights[f"{BASE}mickcom/{page}"] for page in ("1.5/", "1.5/artikel-7/", "1.5/volledig/")} == {"1.0"}
    assert {weights[f"{BASE}mickcom/{page}"] for page in ("1.4/", "1.6/artikel-7/")} == {"0.2"}, "replaced, announced"
    assert weights[BASE] == weights[f"{BASE}mickcom/"] == "0.5"
    assert "Sitemap: http://localhost:8000/sitemap.xml" in (website.folder / "robots.txt").read_text("utf-8")


def test_a_site_below_a_path_helps_a_lost_reader_from_any_depth(website: Website, tmp_path: Path) -> None:
    agreements = website.agreements
    notes = {edition.name: Notes(edition) for agreement in agreements for edition in agreement.editions}
    url = "https://uitgever.example/contracten/"
    stage = render_root(agreements, notes, day=DAY, site_url=url)
    build(stage, tmp_path / "root", look=look_of(website.repository, Settings()), site_url=url)
    html = (tmp_path / "root/404.html").read_text("utf-8")
    targets = [a.get("href") or a.get("src") or "" for tag, a in Elements(html).found if tag in ("a", "link", "script")]
    assert all(target.startswith(("/contracten/", "#", "mailto:", "tel:", "https:")) for target in targets), targets
    assert "/contracten/mickcom/1.5/" in targets
    assert f"<loc>{url}mickcom/1.5/artikel-7/</loc>" in (tmp_path / "root/sitemap.xml").read_text("utf-8")


def test_the_landing_page_says_what_the_publisher_wrote(website: Website, tmp_path: Path) -> None:
    agreements = website.agreements
    notes = {edition.name: Notes(edition) for agreement in agreements for edition in agreement.editions}
    place = Place("docs/index.md", 1, 1)
    words_ = Paragraph(Text("Onze <eigen> woorden.", ((0, place),)))
    section = Section(
        id="aanhef",
        label="",
        title="Ons archief",
        level=2,
        heading=Text("Ons archief", ((0, place),)),
        blocks=(words_,),
    )
    stage = render_root(agreements, notes, day=DAY, site_url=BASE, landing=(section,))
    build(stage, tmp_path / "root", look=look_of(website.repository, Settings()), site_url=BASE)
    page = (tmp_path / "root/index.html").read_text("utf-8")
    assert "<h1>Ons archief</h1>" in page and "<p>Onze &lt;eigen&gt; woorden.</p>" in page
    assert "Hier leest u overeenkomsten zoals" not in page.partition("<body")[2]


def test_an_empty_site_says_so(tmp_path: Path) -> None:
    build(render_root((), {}, day=DAY, site_url=BASE), tmp_path, look=look_of(HOME, Settings()), site_url=BASE)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "Er staat hier nog geen overeenkomst." in page


def test_search_entries_cover_every_clause(website: Website) -> None:
    entries = json.loads((website.folder / "mickcom/1.5/zoeken.json").read_text("utf-8"))
    edition = next(edition for _, edition in _editions(website) if edition.name == "mickcom/1.5")
    found = {entry["at"] for entry in entries}
    assert {f"{article.id}/#{clause.id}" for article in edition.articles for clause in article.clauses} <= found
    assert {"artikel-1/", "bijlage-2/#bijlage-2-a", "#partijen"} <= found
