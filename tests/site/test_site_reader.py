"""A reader's way through the site, in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from website import Visit, Website

CLAUSE = '[id="artikel-7.2"]'
CITATION = (
    "artikel 7.2, Verwerkersovereenkomst dienstverlening Mickcom ICT, versie 1.5 (25-05-2018), "
    "http://localhost:8000/mickcom/1.5/artikel-7/#artikel-7.2"
)
KINDS = {
    "landing": "/",
    "agreement": "/mickcom/",
    "undated agreement": "/123meekijken/",
    "start": "/mickcom/1.5/",
    "article": "/mickcom/1.5/artikel-7/",
    "definitions": "/mickcom/1.5/artikel-1/",
    "erratum": "/mickcom/1.5/artikel-3/",
    "lapsed": "/mickcom/1.4/artikel-7/",
    "announced": "/mickcom/1.6/artikel-11/",
    "concept": "/mickcom/1.7/",
    "measures": "/123meekijken/ongedateerd/bijlage-2/",
    "questionnaire": "/mickcom/1.5/bijlage-3/",
    "signatures": "/123meekijken/ongedateerd/ondertekening/",
    "whole": "/mickcom/1.5/volledig/",
    "undated whole": "/123meekijken/ongedateerd/volledig/",
    "check": "/controleren/",
    "accessibility": "/toegankelijkheid/",
    "programs": "/voor-programmas/",
    "lost": "/mickcom/1.3/artikel-7/",
    "both languages": "/example/3.0/both-languages/",
}


def test_from_the_landing_page_to_a_clause_its_terms_and_an_annex(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("link", name="Alle versies: Verwerkersovereenkomst dienstverlening Mickcom ICT").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verwerkersovereenkomst dienstverlening Mickcom ICT")
    page.get_by_role("link", name="Lees versie 1.5").click()
    page.get_by_role("navigation", name="Inhoud").get_by_role("link", name="Beveiligingsincidenten").click()
    page.get_by_role("link", name="7.2", exact=True).click()
    assert page.url.endswith("/mickcom/1.5/artikel-7/#artikel-7.2")
    assert tint(page, CLAUSE) != tint(page, '[id="artikel-7.1"]')
    page.get_by_role("link", name="Bijlage 3").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Procedure Meldplicht Datalekken")
    page.get_by_role("link", name="Vorige Bijlage 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("BIJLAGE 2")


def tint(page: Page, selector: str) -> str:
    return str(page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor"))


def test_a_definition_by_keyboard(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.locator(f"{CLAUSE} > .n").focus()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Beveiligingsincident")
    page.keyboard.press("Enter")
    shown = page.locator("#uitleg-begrip-beveiligingsincident")
    expect(shown).to_be_visible()
    expect(shown).to_contain_text("een inbreuk op de beveiliging")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Artikel 1, Definities")
    page.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    expect(page.locator(":focus")).to_have_text("Beveiligingsincident")
    page.keyboard.press("Tab")  # a second use in the same clause is not stopped at
    expect(page.locator(":focus")).to_have_text("VERWERKER")


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize(("width", "touch"), [(1280, False), (390, True)], ids=["mouse", "touch"])
def test_a_definition_by_mouse_and_touch(visit: Visit, width: int, touch: bool, scripts: bool) -> None:
    page = visit("/mickcom/1.5/artikel-7/", width=width, touch=touch, scripts=scripts)
    term = page.locator(f"{CLAUSE} .term", has_text="VERWERKER").nth(1)  # not its first use in the clause
    (term.tap if touch else term.click)()
    shown = page.locator("#uitleg-begrip-verwerker")
    expect(shown).to_contain_text("Platinastraat")
    box, word = shown.bounding_box(), term.bounding_box()
    assert box and word and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= word["y"] + word["height"] - 1 or box["y"] + box["height"] <= word["y"] + 1, (
        "the definition hides its word"
    )


def test_a_definition_shows_where_the_mouse_rests_and_a_press_keeps_it(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    term, shown = page.locator(f"{CLAUSE} .term").first, page.locator("#uitleg-begrip-beveiligingsincident")
    term.hover()
    expect(shown).to_be_visible()
    page.locator("h1").hover()
    expect(shown).to_be_hidden()
    term.hover()
    expect(shown).to_be_visible()
    term.click()
    expect(shown).to_be_visible()


def test_the_uses_of_a_term_open_where_its_definition_is(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.locator(f"{CLAUSE} .term", has_text="Betrokkenen").click()
    page.locator(":popover-open").get_by_role("link", name="Gebruikt").click()
    expect(page.get_by_role("link", name="7.2", exact=True)).to_be_visible()
    assert "#gebruik-begrip-betrokkene" in page.url


def test_without_script_everything_that_matters_is_there(visit: Visit) -> None:
    page = visit("/mickcom/1.4/artikel-7/", scripts=False)
    expect(page.get_by_role("region", name="Status")).to_contain_text(
        "Vervangen door versie 1.5 sinds 25 mei 2018; hebt u deze versie getekend, dan geldt zij voor u tot zij met u"
    )
    page.locator('[id="artikel-7.2"]').hover()
    page.get_by_role("button", name="Verwijs naar dit lid: artikel 7.2").click()
    expect(page.locator(":popover-open")).to_contain_text(
        "artikel 7.2, Verwerkersovereenkomst dienstverlening Mickcom ICT, versie 1.4"
    )
    page.keyboard.press("Escape")
    page.locator(CLAUSE).get_by_role("link", name="Lees dit in de nieuwste versie").click()
    assert page.url.endswith("/mickcom/huidig/artikel-7/#artikel-7.2")
    expect(page.get_by_role("region", name="Status")).to_contain_text("Nieuwste versie sinds 25 mei 2018")
    page.get_by_role("banner").get_by_role("link", name="Zoek in de volledige tekst").click()
    expect(page.get_by_role("heading", name="Artikel 14. Toepasselijk recht / Bevoegde rechter")).to_be_attached()
    page.get_by_role("banner").get_by_role("link", name="Alle versies").click()
    expect(page.get_by_role("heading", name="Alle versies")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)


def test_copying_gives_a_citation_that_names_the_edition(visit: Visit) -> None:
    page = visit("/mickcom/huidig/artikel-7/", permissions=["clipboard-read", "clipboard-write"])
    words = page.locator(f"{CLAUSE} .words").inner_text()
    page.locator(f"{CLAUSE} .words p").click(click_count=3, position={"x": 15, "y": 12})
    page.keyboard.press("Control+C")
    assert clipboard(page) == f"{words}\n\n{CITATION}"
    page.locator('[id="artikel-7.3"] .words p').dblclick(position={"x": 200, "y": 12})
    page.keyboard.press("Control+C")
    assert clipboard(page).strip() == "afspraken"  # a word alone is copied as it is


def test_copying_several_clauses_names_the_first_and_the_last(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-11/", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(
        """() => { const range = document.createRange();
        range.setStart(document.getElementById("artikel-11.1").querySelector(".n"), 0);
        range.setEnd(document.getElementById("artikel-11.3").querySelector(".words p"), 1);
        getSelection().addRange(range); }"""
    )
    page.keyboard.press("Control+C")
    copied = clipboard(page)
    assert copied.startswith("11.1 Indien een Partij tekortschiet")
    assert "\n(ii) in samenspraak met VERWERKER" in copied and "Verwijs naar" not in copied
    assert "\n\nartikel 11.1 t/m artikel 11.3, Verwerkersovereenkomst" in copied


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_cite_this_clause(visit: Visit) -> None:
    page = visit("/mickcom/huidig/artikel-7/", permissions=["clipboard-read", "clipboard-write"])
    page.locator(CLAUSE).hover()
    page.get_by_role("button", name="Verwijs naar dit lid: artikel 7.2").click()
    expect(page.locator(":popover-open [role=status]")).to_have_text("Gekopieerd")
    assert clipboard(page) == CITATION


def test_cite_where_the_clipboard_is_refused(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator(CLAUSE).hover()
    page.get_by_role("button", name="Verwijs naar dit lid: artikel 7.2").click()
    expect(page.locator(":popover-open [role=status]")).to_contain_text("Kopiëren lukt hier niet")


@pytest.mark.parametrize(
    ("page_address", "question", "found", "said"),
    [
        ("mickcom/1.5/artikel-7/", "artikel 11 lid 2", "Artikel 11.2", "Bovenaan staat de plaats die u noemt"),
        (
            "mickcom/1.5/artikel-7/",
            "datalek",
            "Artikel 7 Beveiligingsincidenten",
            "Ook gezocht op: beveiligingsincident",
        ),
        ("mickcom/1.5/artikel-7/", "geevalueerd", "Artikel 5.5", "plaats"),  # no accents
        (
            "mickcom/1.5/artikel-7/",
            "beveil",
            "Artikel 5 Beveiliging",
            "plaatsen gevonden",
        ),  # a word that is not finished
        ("mickcom/", "vernietgen", "Artikel 12.3", "Bedoelt u “vernietigen”?"),
        ("", "Annex 3", "Annex 3", "Voorbeeld B.V."),
        ("nergens/", "Platinastraat", "Partijen", "Mickcom"),
        ("voorbeeld/", "Wolkenhal", "Wolkenhal Hosting B.V.", "Sub-verwerkers"),
        ("mickcom/1.5/", "koppeling", "Artikel 7.9", "elders wel"),
    ],
)
def test_search_finds(visit: Visit, page_address: str, question: str, found: str, said: str) -> None:
    page = visit(f"/{page_address}")
    page.keyboard.press("/")
    page.keyboard.type(question)
    results = page.get_by_role("region", name="Gevonden plaatsen")
    expect(results.get_by_role("link").first).to_contain_text(found)
    expect(results).to_contain_text(said)
    expect(results.locator(".badge").first).to_have_count(0 if "Sub" in said else 1)


def test_search_by_keyboard(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Zoek in deze versie")).to_be_focused()
    page.keyboard.type("vernietigen")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("plaatsen gevonden")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus mark").first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".results")).to_be_hidden()
    page.get_by_role("searchbox").fill("zeppelin")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("Niets gevonden voor “zeppelin”.")
    page.get_by_role("searchbox").fill("12.3")
    expect(page.get_by_role("link", name="Artikel 12.3").first).to_be_visible()
    page.get_by_role(
        "checkbox", name="Losse toetsen doen iets: / opent het zoeken, k en j gaan naar wijzigingen"
    ).uncheck()
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/artikel-12/#artikel-12.3")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).not_to_be_focused()


def test_nothing_is_fetched_before_somebody_searches(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.get_by_role("searchbox").focus()
    page.get_by_role("searchbox").fill("boete")
    expect(page.locator(".results mark").first).to_be_visible()
    assert asked.count("zoeken.json") == 2 and "shelf.js" in asked


def test_the_menu_of_editions_keeps_the_page(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/#artikel-7.2")
    page.get_by_role("button", name="1.5 (25-05-2018)").click()
    expect(page.locator(".menu [aria-current]")).to_have_text("1.5 (25-05-2018)Nieuwste versie")
    expect(page.locator(".menu")).to_contain_text("1.6 (01-01-2027)Aangekondigd")
    page.get_by_role("link", name="1.4 (01-01-2016)").click()
    page.wait_for_url("**/mickcom/1.4/artikel-7/#artikel-7.2")


def test_the_menu_of_editions_goes_to_the_begin_where_a_page_is_missing(visit: Visit, website: Website) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.locator("edition-menu").evaluate("element => element.dataset.pageAddress = 'artikel-99/'")
    page.get_by_role("button", name="1.5 (25-05-2018)").click()
    page.get_by_role("link", name="1.4 (01-01-2016)").click()
    page.wait_for_url(f"{website.url}/mickcom/1.4/")


def test_the_dark_scheme_is_remembered(visit: Visit) -> None:
    page = visit("/mickcom/1.5/")
    light = tint(page, "body")
    switch = page.get_by_role("button", name="Donkere weergave")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    dark = tint(page, "body")
    assert dark != light
    page.goto("/mickcom/1.5/artikel-2/")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert tint(page, "body") == dark
    switch.click()
    assert tint(page, "body") == light


def test_a_refused_storage_is_no_fault(visit: Visit) -> None:
    page = visit("/mickcom/1.5/")
    page.evaluate("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page.get_by_role("button", name="Donkere weergave").click()
    expect(page.get_by_role("button", name="Donkere weergave")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
def test_on_a_phone_contents_and_edition_are_behind_a_button_each(visit: Visit, scripts: bool) -> None:
    page = visit("/mickcom/1.5/artikel-7/", width=390, touch=True, scripts=scripts)
    contents, edition = page.locator("#inhoud"), page.locator("#versie")
    expect(contents).to_be_hidden()
    expect(edition).to_be_hidden()
    page.get_by_role("button", name="Deze versie").tap()
    expect(edition).to_contain_text("25-05-2018")
    edition.get_by_role("button", name="Sluiten").tap()
    expect(edition).to_be_hidden()
    page.get_by_role("button", name="Inhoud").tap()
    contents.get_by_role("link", name="Controle").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Controle")


def test_contents_of_the_whole_text_close_when_they_led_somewhere(visit: Visit) -> None:
    page = visit("/mickcom/1.5/volledig/", width=390, touch=True)
    page.get_by_role("button", name="Inhoud").tap()
    page.locator("#inhoud").get_by_role("link", name="Sub-verwerkers").tap()
    expect(page.locator("#inhoud")).to_be_hidden()
    expect(page.get_by_role("heading", name="Artikel 9. Sub-verwerkers")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path", ["/mickcom/1.3/artikel-7/", "/mickom/1.5/artikel-7", "/mickcom/1.5/artikel-77/deep/er/"]
)
def test_a_lost_reader_is_helped(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina bestaat niet")
    expect(page.get_by_text("Misschien zocht u:")).to_be_visible()
    page.locator("lost-reader a").first.click()
    assert "/mickcom/1.5/" in page.url
    expect(page.get_by_role("region", name="Status")).to_contain_text("Nieuwste versie")


def test_a_lost_reader_without_script_has_links_that_work_at_any_depth(visit: Visit, website: Website) -> None:
    page = visit("/a/b/c/d/", scripts=False)
    page.get_by_role("link", name="Lees versie 1.5: Verwerkersovereenkomst dienstverlening Mickcom ICT").click()
    assert page.url == f"{website.url}/mickcom/1.5/"


@pytest.mark.parametrize("path", ["/mickcom/1.5/artikel-7/", "/mickcom/1.5/volledig/", "/mickcom/huidig/bijlage-3/"])
def test_on_paper_every_page_carries_version_status_day_hash_address_and_number(
    visit: Visit, website: Website, path: str, tmp_path: Path
) -> None:
    page = visit(f"{path}?a=1#tekst", scheme="dark")
    data = json.loads((website.folder / "mickcom/1.5/overeenkomst.json").read_text("utf-8"))
    day = page.evaluate("new Intl.DateTimeFormat('nl-NL', {dateStyle: 'long', timeZone: 'Europe/Amsterdam'}).format()")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "page.pdf").pages
    for number, paper in enumerate(pages, 1):
        text = " ".join(paper.extract_text().split())
        assert "versie 1.5 (25-05-2018)" in text
        assert f"http://localhost:8000{path.replace('huidig', '1.5')}?a=1#tekst" in text
        assert f"Status op {day}: " in text and data["sha256"] in text
        assert f"blad {number} van {len(pages)}" in text
        assert (round(float(paper.mediabox.width)), round(float(paper.mediabox.height))) == (595, 842)
        for interface in ("Verwijs naar", "Zoek in", "Meenemen", "Volgende", "Alle versies", "Gebruikt"):
            assert interface not in text
    if path.endswith("volledig/"):
        first = " ".join(pages[0].extract_text().split())
        assert "14 Toepasselijk recht" in first and "BIJLAGEN 1" in first, "the contents come first"
    if path.endswith("artikel-7/"):
        assert "7.2 In geval van een Beveiligingsincident zal VERWERKER alle redelijke" in text


@pytest.mark.parametrize(("version", "word"), [("1.4", "Vervangen"), ("1.6", "Aangekondigd"), ("1.7", "Concept")])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_deep_link_into_a_text_that_does_not_count_says_so_where_the_eye_lands(
    visit: Visit, version: str, word: str, width: int
) -> None:
    page = visit(f"/mickcom/{version}/volledig/#artikel-9.2", width=width, scripts=False)
    expect(page).to_have_title(re.compile(f"^{word}: "))
    page.wait_for_function("scrollY > 1000")
    expect(page.get_by_text(word, exact=True).and_(page.locator(".status b"))).to_be_in_viewport()
    expect(page.locator('[id="artikel-9.2"] .stands')).to_be_in_viewport()
    assert page.locator('[id="artikel-9.2"] .stands').inner_text() == word
    expect(page.locator('[id="artikel-9.1"] .stands')).to_be_hidden()


@pytest.mark.parametrize(("part", "shown"), [("artikel-7.99", "artikel-7.99"), ("%", "%"), ("%3Cb%3E", "<b>")])
def test_an_address_of_a_part_that_is_not_there_says_which_are(visit: Visit, part: str, shown: str) -> None:
    page = visit(f"/mickcom/1.5/artikel-7/#{part}")
    expect(page.get_by_role("status").filter(has_text=f"Op deze pagina staat geen “{shown}”.")).to_be_visible()
    page.locator("lost-clause").get_by_role("link", name="7.2").click()
    assert page.url.endswith("/artikel-7/#artikel-7.2")
    expect(page.locator("lost-clause")).to_be_hidden()


def test_a_page_that_lay_long_says_how_its_edition_stands_today(browser: Browser, website: Website) -> None:
    context = browser.new_context(base_url=website.url)
    page = context.new_page()
    for moment, word in (("2026-12-31T23:59:00+01:00", "Nieuwste versie"), ("2027-01-01T00:01:00+01:00", "Vervangen")):
        page.clock.set_fixed_time(moment)
        page.goto("/mickcom/1.5/artikel-7/")
        expect(page.locator(".status b")).to_have_text(word)
        assert page.title().startswith("Vervangen: ") == (word == "Vervangen")
        expect(page.locator("html")).to_have_attribute("data-status", re.compile(f": {word}$"))
    context.close()


def test_the_print_button_prints(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    page.get_by_role("button", name="Afdrukken").click()
    expect(page).to_have_title("printed")


def test_the_first_tab_leads_past_the_contents(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de tekst")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
