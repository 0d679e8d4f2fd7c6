"""What the site says of itself: what it was tested with, whom to tell, who sees a reader, what programs can read."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from access import AXE_SOURCE
from playwright.sync_api import Browser, expect
from website import DAY, Elements, Visit, Website

from clausule.build.root import Root
from clausule.build.site import Site
from clausule.language.language import languages
from clausule.pages.root.tested import AXE, BROWSER, NARROW, RULES, WIDE
from clausule.read import read_repository

ACCESSIBILITY, PROGRAMS = "toegankelijkheid/", "voor-programmas/"
# For people, or for machines that need no word of ours.
NOT_DATA = re.compile(
    r"\.html$|^assets/|/assets/|^schema/|^robots\.txt$|^\.|/vergelijken/[^/]*\.\.\.|\.(?:png|jpe?g|svg)$"
)


def test_what_was_tested_is_what_the_tests_do(browser: Browser) -> None:
    """The page and the tests take the rest of it from one place."""
    assert re.match(rf"/\*! axe v{re.escape(AXE)}\.", AXE_SOURCE)
    assert browser.browser_type.name == BROWSER.lower()
    assert WIDE == 4 * NARROW and {"wcag2aa", "wcag21aa", "wcag22aa"} <= set(RULES)


def test_accessibility_says_what_was_done_and_claims_nothing(visit: Visit) -> None:
    page = visit("/voorbeeld/2.1/artikel-8/", scripts=False)
    page.get_by_role("contentinfo").get_by_role("link", name="Toegankelijkheid").click()
    page.wait_for_url(f"**/{ACCESSIBILITY}")
    text = page.get_by_role("main").inner_text()
    for words in (f"axe-core {AXE}", "1280 en 320 pixels", "toetsenbord", "schermlezer", "Firefox", "info@mickcom.nl"):
        assert words in text
    assert not re.search(r"voldo(?:et|en|aan)|conform|toegankelijk is", text, re.I)


@pytest.mark.parametrize("path", ["", "voorbeeld/", "voorbeeld/1.2/", "voorbeeld/vergelijken/1.2...2.0/", "404.html"])
def test_every_foot_says_who_sees_a_reader_and_leads_there(website: Website, path: str) -> None:
    file = website.folder / path
    file = file if file.suffix == ".html" else file / "index.html"
    html = file.read_text("utf-8")
    foot = html[html.index("<footer") : html.index("</footer>")]
    assert "De host van deze site ziet het IP-adres van wie haar leest." in unescape(foot)
    assert "plaatst geen cookies en haalt niets op bij anderen" in foot
    led = [at["href"] for tag, at in Elements(foot).found if tag == "a"]
    for page in (ACCESSIBILITY, PROGRAMS):
        (found,) = (one for one in led if one.endswith(page))
        target = website.folder / found.lstrip("/") if found.startswith("/") else file.parent / found
        assert (target / "index.html").resolve() == (website.folder / page / "index.html").resolve()


def test_a_host_that_the_settings_name_is_named_on_every_page(website: Website, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    settings = "site_name: Proef\nsite_url: https://x.example/\nextra:\n  clausule:\n    language: en\n"
    (tmp_path / "mkdocs.yml").write_text(settings + '    host: "Gastheer & Zn. <b>"\n', "utf-8")
    repository = read_repository(tmp_path)
    Root(Site(repository, DAY)).build(tmp_path / "site")
    html = (tmp_path / "site/accessibility/index.html").read_text("utf-8")
    assert "Its host, Gastheer &amp; Zn. &lt;b&gt;, sees the IP address of who reads it." in html
    assert "This site names no address; see the agreement." in html
    assert (tmp_path / "site/for-programs/index.html").is_file()


def test_every_file_that_a_program_can_read_is_named_with_its_schema(website: Website, visit: Visit) -> None:
    versions = {edition.name: edition.version for one in website.agreements for edition in one.editions}
    slugs = {one.slug for one in website.agreements}
    page = visit(f"/{PROGRAMS}", scripts=False)
    named = set(page.locator(".files code").all_inner_texts())
    there = set()
    for path in sorted(website.folder.rglob("*")):
        name = path.relative_to(website.folder).as_posix()
        slug, version, *rest = (*name.split("/"), "")
        if (
            not path.is_file()
            or NOT_DATA.search(f"/{name}")
            or NOT_DATA.search(name)
            or version in ("huidig", "current")
        ):
            continue
        if slug.startswith("example") and "/" in name.partition("/")[2] and f"{slug}/{version}" not in versions:
            continue  # the same, below pages that have English names
        inside = f"{slug}/{version}" in versions
        there.add(
            "/".join(["{overeenkomst}", "{versie}", *filter(None, rest)])
            if inside
            else name.replace(slug, "{overeenkomst}", 1)
            if slug in slugs
            else name
        )
    published = {"{overeenkomst}/versions.json", "{overeenkomst}/bestanden.json"}
    assert there - published == named - published
    for row in page.locator(".files tbody tr").all():
        schema = row.get_by_role("link", name="Schema van")
        file = row.locator("code").inner_text().rpartition("/")[2]
        assert bool(schema.count()) == (website.folder / "schema" / file).is_file(), file


def test_the_pages_have_an_address_in_every_language_that_no_agreement_can_have() -> None:
    from clausule.language.language import language_of, reserved_names

    for tag in languages():
        slugs = language_of(tag).slugs
        assert {slugs.accessibility, slugs.programs} <= set(reserved_names())


def test_the_pages_are_read_without_script_on_a_phone(visit: Visit) -> None:
    for path in (ACCESSIBILITY, PROGRAMS):
        page = visit(f"/{path}", scripts=False, width=390)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("address", "said", "choice"),
    [
        ("voorbeeld/sub-verwerkers/#nergens", "Op deze pagina staat geen “nergens”.", "Wolkenhal"),
        ("voorbeeld/sub-verwerkers/#%", "Op deze pagina staat geen “%”.", "Wolkenhal"),
        ("voorbeeld/getekend/#versie-9.9", "Op deze pagina staat geen “versie-9.9”.", "2.1"),
        ("voorbeeld/vergelijken/2.0...2.1/#artikel-99.1", "Op deze pagina staat geen “artikel-99.1”.", "10.1"),
    ],
)
def test_an_address_of_what_a_page_does_not_have_says_what_it_has(
    visit: Visit, address: str, said: str, choice: str
) -> None:
    page = visit(f"/{address}")
    lost = page.locator("lost-clause")
    expect(lost).to_contain_text(said)
    lost.get_by_role("link", name=choice).first.click()
    expect(lost).to_be_hidden()


def test_a_comparison_that_cannot_be_shown_so_says_how_it_can(visit: Visit) -> None:
    page = visit("/voorbeeld/vergelijken/2.0...2.1/?toon=%25<b>")
    expect(page.locator("nature-filter [role=status]").first).to_have_text(
        "Deze pagina kan niet als “%<b>” worden getoond. Wel als:"
    )
    expect(page.get_by_role("button", name="Alleen inhoudelijk")).to_be_visible()


def test_a_letter_that_comes_too_late_is_told(browser: Browser, website: Website) -> None:
    context = browser.new_context(base_url=website.url)
    page = context.new_page()
    page.clock.set_fixed_time("2026-12-01T00:01:00+01:00")
    page.goto("/voorbeeld/sub-verwerkers/#bezwaar-bergkluis")
    place = page.locator("#bezwaar-bergkluis")
    expect(place.get_by_role("status")).to_have_text("De laatste dag om bezwaar te maken was 30 november 2026.")
    assert place.get_by_role("button").count() == 0
    context.close()


def test_news_comes_by_mail_feed_and_calendar_from_both_pages(visit: Visit) -> None:
    for path, calendar in (("/voorbeeld/", "agenda.ics"), ("/voorbeeld/sub-verwerkers/", "../sub-verwerkers.ics")):
        page = visit(path, scripts=False)
        mail = page.get_by_role("link", name="Houd mij op de hoogte per e-mail").get_attribute("href")
        assert mail and mail.startswith("mailto:privacy@voorbeeld.example?subject=Houd%20mij") and "body" not in mail
        for address in (calendar, "feed.xml"):
            assert page.locator(f'main a[href="{address}"]').count() == 1
            answer = page.request.get(page.evaluate(f"new URL('{address}', location).href"))
            assert answer.ok and len(answer.body()) > 200


def test_the_firms_own_list_takes_the_place_of_a_message(website: Website, tmp_path: Path) -> None:
    for name in ("docs/mickcom", "annexes/mickcom"):
        shutil.copytree(website.repository / name, tmp_path / name)
    settings = "site_name: Proef\nsite_url: https://x.example/\nextra:\n  clausule:\n"
    (tmp_path / "mkdocs.yml").write_text(f"{settings}    news: https://lijst.example/aanmelden\n", "utf-8")
    Root(Site(read_repository(tmp_path), DAY)).build(tmp_path / "site")
    html = (tmp_path / "site/mickcom/index.html").read_text("utf-8")
    assert 'href="https://lijst.example/aanmelden"' in html and "op lijst.example." in html
    assert "?subject=" not in html
