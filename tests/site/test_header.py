"""One header on every page: the agreement, its editions, a search and the ways into it; by touch, by key, on paper."""

from __future__ import annotations

import pytest
from access import faults_in_both
from playwright.sync_api import expect
from website import Visit, Website

WAYS = ["Tekst", "Wat is er gewijzigd", "Sub-verwerkers", "Bij een datalek", "Versies"]
ARTICLE = "/voorbeeld/2.0/artikel-9/"


def test_every_page_of_an_agreement_has_the_same_header(website: Website) -> None:
    for path, found in website.elements.items():
        slug = path.split("/")[0]
        if slug != "voorbeeld":
            continue
        at = [index for index, (_, given) in enumerate(found.found) if given.get("class") == "tabs"]
        assert len(at) == 1, path
        assert sum(name == "edition-menu" for name, _ in found.found) == 1, path
        assert sum(name == "search-box" for name, _ in found.found) == 1, path
        assert [given["aria-current"] for _, given in found.found[at[0] : at[0] + 12] if "aria-current" in given] == (
            ["true"] if path != "voorbeeld/index.html" else []
        ), path


def test_the_ways_into_an_agreement_lead_there_without_scripts(visit: Visit) -> None:
    page = visit(ARTICLE, scripts=False)
    for name, there, heading in (
        ("Bij een datalek", "/voorbeeld/2.0/bijlage-3/invullen/", "Vragenlijst"),
        ("Sub-verwerkers", "/voorbeeld/sub-verwerkers/", "Sub-verwerkers"),
        ("Wat is er gewijzigd", "/voorbeeld/vergelijken/", "Wat is er gewijzigd"),
        ("Tekst", "/voorbeeld/2.1/", "Verwerkersovereenkomst Voorbeeld"),
        ("Versies", "/voorbeeld/#versies", "Modelverwerkersovereenkomst"),
    ):
        tabs = page.get_by_role("navigation", name="Deze overeenkomst")
        assert tabs.get_by_role("link").all_inner_texts() == WAYS
        tabs.get_by_role("link", name=name, exact=True).click()
        page.wait_for_load_state()  # what shows depends on the stylesheet
        assert page.url.endswith(there), (name, page.url)
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    page.get_by_role("link", name="Alle overeenkomsten").first.click()
    expect(page.get_by_role("banner").get_by_role("navigation")).to_have_count(0)


def test_the_menu_says_of_each_edition_whether_it_counts(visit: Visit) -> None:
    page = visit("/voorbeeld/sub-verwerkers/")
    page.get_by_role("button", name="2.1 (01-01-2026) Nieuwste versie").click()
    expect(page.get_by_role("link", name="3.0 (01-07-2027) Aangekondigd")).to_be_visible()
    expect(page.get_by_role("link", name="3.1 Concept")).to_be_visible()
    assert faults_in_both(page, "light") == []
    page.get_by_role("link", name="1.2 (01-03-2021) Vervangen").click()
    page.wait_for_url("**/voorbeeld/1.2/")
    page.get_by_role("link", name="Alle overeenkomsten").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".menu [aria-current]")).to_contain_text("1.2 (01-03-2021)")


def test_the_search_stands_above_the_editions_too(visit: Visit) -> None:
    page = visit("/voorbeeld/op/")
    page.get_by_role("searchbox", name="Zoek in versie 2.1").fill("10.2")
    page.get_by_role("search").get_by_role("link", name="Artikel 10.2").first.click()
    page.wait_for_url("**/voorbeeld/2.1/artikel-10/#artikel-10.2")


def test_on_a_phone_the_tools_go_and_come_back(visit: Visit) -> None:
    page = visit(ARTICLE, width=390)
    tools = page.locator(".tools")
    for way, seen in ((500, False), (400, False), (-120, True), (60, False), (-40, True)):
        page.evaluate("way => scrollBy(0, way)", way)
        told = expect(tools)
        (told.to_be_in_viewport if seen else told.not_to_be_in_viewport)()
    page.get_by_role("button", name="Inhoud").click()
    expect(page.get_by_role("navigation", name="Inhoud")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("searchbox").focus()
    page.evaluate("scrollBy(0, 300)")
    expect(page.locator("html")).to_have_class("away")
    expect(tools).to_be_in_viewport()  # what has the focus stays


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("path", "sticks"),
    [("/voorbeeld/2.0/volledig/", ".tools, .status"), ("/voorbeeld/2.1/bijlage-3/invullen/", ".bar-below")],
)
def test_focus_in_what_sticks_leaves_the_page_and_elsewhere_stands_clear_of_it(
    visit: Visit, path: str, sticks: str, width: int
) -> None:
    page = visit(path, width=width)
    moved = page.evaluate(
        """sticks => [...document.querySelectorAll("a, button, input, textarea")].flatMap((it) => {
          scrollTo(0, 1000);
          const before = it.getBoundingClientRect(), own = it.closest(sticks);
          if (!before.width || before.bottom < 0 || before.top > innerHeight || !(own || it.closest("main"))) return [];
          it.focus();
          const { left, top } = it.getBoundingClientRect();
          const shown = document.elementFromPoint(left + 1, Math.max(top, 0) + 1);
          return (own ? scrollY === 1000 : !shown?.closest(".tools, .status, .bar-below")) ? [] : [it.outerHTML];
        })""",
        sticks,
    )
    assert moved == []


@pytest.mark.parametrize("address", [ARTICLE, "/example/2.0/article-9/"])
def test_the_tools_of_each_language_fit_a_small_phone(visit: Visit, address: str) -> None:
    page = visit(address, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".scheme").evaluate("it => it.getBoundingClientRect().right") <= 320


@pytest.mark.parametrize("width", [320, 360, 390, 1280])
def test_a_long_name_fits_every_width(visit: Visit, width: int) -> None:
    page = visit(ARTICLE, width=width, kept=False)
    page.locator(".home b").evaluate(
        "it => { it.textContent = 'Verwerkersovereenkomst webhosting en domeinregistratie' }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in (".home", ".pick", ".tool", ".tabs a", ".scheme"):
        for box in page.locator(f".bar {selector}").all():
            if not box.is_visible():
                continue
            size = box.bounding_box()
            assert size and size["height"] >= 24 and size["width"] >= 24, (selector, size)
            assert size["x"] >= 0 and (selector == ".tabs a" or size["x"] + size["width"] <= width), (selector, size)


def test_on_paper_there_is_no_header(visit: Visit) -> None:
    page = visit(ARTICLE)
    page.emulate_media(media="print")
    for part in (".who", ".tools", ".tabs"):
        expect(page.locator(part)).to_be_hidden()
    page.emulate_media(media="screen")


def test_whom_to_ask_stands_below_every_page(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    foot = page.get_by_role("contentinfo")
    expect(foot.get_by_role("link", name="info@mickcom.nl")).to_have_attribute("href", "mailto:info@mickcom.nl")
    page.goto("/mickcom/sub-verwerkers/")
    expect(page.get_by_role("contentinfo")).to_contain_text("+31 (0)348 554821")
    page.goto("/controleren/")
    expect(page.get_by_role("contentinfo")).to_contain_text("Mickcom ICT: info@mickcom.nl")
