"""A privacy officer reads the measures, the table of AVG article 28 and the register, on any screen and without
script."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from access import SCREENS, faults
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from website import Elements, Visit, Website

from clausule.model.editions import Edition
from clausule.pages.text.leaf import staying_addresses
from session import read_home

MEASURES, COVERAGE, REGISTER = "maatregelen/", "avg-28/", "avg-30/"
# Each kind of page; measures with changes since the edition before, and without.
PAGES = [
    "/mickcom/1.5/maatregelen/",
    "/mickcom/1.5/avg-28/",
    "/voorbeeld/2.0/maatregelen/",
    "/123meekijken/ongedateerd/avg-30/",
]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, scheme: str, width: int) -> None:
    page = visit("/", width=width, scheme=scheme)
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert faults(page) == []


def row(page: Page, demand: str) -> str:
    return " ".join(page.locator(f'[id="avg-{demand}"]').inner_text().split())


def test_what_is_missing_is_said_as_soberly_as_what_is_there(visit: Visit) -> None:
    page = visit("/mickcom/1.5/avg-28/", scripts=False)
    expect(page.get_by_text("Van 12 eisen: 3 geheel, 6 deels, 3 niet.")).to_be_visible()
    note = page.get_by_role("note")
    expect(note).to_contain_text("geen juridisch advies")
    assert note.bounding_box()["y"] < page.locator("table").bounding_box()["y"]  # type: ignore[index]
    assert page.locator(".demands tbody tr").count() == 14
    audit = row(page, "28.3.h")
    assert (
        "niet gevonden" in audit
        and "recht van VERANTWOORDELIJKE op audits of inspecties noemt de overeenkomst niet" in audit
    )
    assert "het soort persoonsgegevens: niet gevonden" in row(page, "28.3.aanhef") and "deels" in row(
        page, "28.3.aanhef"
    )
    assert "bericht over een nieuwe of andere verwerker: niet gevonden" in row(page, "28.2")
    assert row(page, "28.3.b").startswith("Vertrouwelijkheid AVG artikel 28 lid 3, onder b ✓ geheel")
    page.locator('[id="avg-28.3.b"]').get_by_role("link", name="artikel 4.1").click()
    assert page.url.endswith("/mickcom/1.5/artikel-4/#artikel-4.1")


def test_a_clause_that_leaves_it_to_the_customer_is_shown(visit: Visit) -> None:
    page = visit("/123meekijken/ongedateerd/avg-28/", scripts=False)
    remark = page.locator('[id="avg-28.2"] .remark').filter(has_text="zelf regelmatig raadpleegt")
    remark.get_by_role("link", name="Artikel 4.4").click()
    expect(page.locator('[id="artikel-4.4"]')).to_contain_text("regelmatig te raadplegen")


def test_a_clause_leads_to_what_it_fulfils_and_back(visit: Visit) -> None:
    page = visit("/123meekijken/ongedateerd/artikel-5/", scripts=False)
    page.locator('[id="artikel-5.3"]').hover()
    page.locator('[id="artikel-5.3"] .note').get_by_role("link", name="AVG 28 lid 3, onder b").click()
    assert page.url.endswith("/123meekijken/ongedateerd/avg-28/#avg-28.3.b")
    page.locator('[id="avg-28.3.b"]').get_by_role("link", name="artikel 5.3, punt 3").click()
    assert page.url.endswith("/artikel-5/#artikel-5.3-3")
    page.goto("/123meekijken/ongedateerd/artikel-6/")
    page.locator('[id="artikel-6.1"]').hover()
    page.locator('[id="artikel-6.1"]').get_by_role("link", name="AVG 30 lid 2").click()
    assert page.url.endswith("/avg-30/")


def test_measures_by_category_goal_and_theme_without_script(visit: Visit) -> None:
    page = visit("/123meekijken/ongedateerd/maatregelen/", scripts=False)
    expect(page.get_by_text("Bijlage II noemt 48 maatregelen in 7 categorieën.")).to_be_visible()
    assert page.locator("table.measures tbody tr").count() == 48
    # A number in the matrix leads to as many measures.
    cell = page.get_by_role("link", name="Doel c: tijdig herstel na een incident, Techniek: 3")
    cell.click()
    assert page.url.endswith("#doel-c-8")
    assert page.locator("#doel-c-8 + ul li").count() == 3
    page.locator("#doel-c-8 + ul").get_by_text("tests van back-ups en dataherstel").click()
    assert page.url.endswith("/bijlage-2/#bijlage-2-7-6")
    # And back: the annex tells of the overview.
    page.get_by_role("link", name="Deze maatregelen per doel van AVG artikel 32").click()
    assert page.url.endswith("/123meekijken/ongedateerd/maatregelen/")


@pytest.mark.parametrize("name", ["123meekijken/ongedateerd", "mickcom/1.5", "voorbeeld/3.0"])
def test_every_number_of_the_matrix_is_the_number_of_its_list(name: str, website: Website) -> None:
    html = website.html(f"{name}/maatregelen/")
    cells = re.findall(r'<a href="#(doel-\w+-\w+)" aria-label="[^"]*">(\d+)</a>', html)
    assert cells
    for anchor, number in cells:
        listed = re.search(rf'<h4 id="{anchor}">.*?</ul>', html, re.S)
        assert listed and listed[0].count("<li>") == int(number), anchor


def test_what_changed_since_the_edition_before(visit: Visit) -> None:
    page = visit("/voorbeeld/2.0/maatregelen/", scripts=False)
    changes = page.locator(".changed-measures > li")
    assert changes.count() == 2
    expect(changes.nth(1)).to_contain_text("vervallen")
    expect(changes.nth(1).locator("del")).to_contain_text("verplichte wijziging van wachtwoorden")
    expect(changes.nth(1)).to_contain_text("Waarom: Verplicht wijzigen leidt tot zwakkere wachtwoorden")
    page.goto("/voorbeeld/2.1/maatregelen/")
    expect(page.get_by_text("Sinds versie 2.0 (01-07-2023) is geen maatregel veranderd.")).to_be_visible()
    page.goto("/voorbeeld/1.0/maatregelen/")
    assert page.get_by_role("heading", name="Wat er veranderde").count() == 0


def test_the_register_shows_what_is_known_and_what_is_to_be_filled_in(visit: Visit) -> None:
    page = visit("/123meekijken/ongedateerd/avg-30/", scripts=False)
    expect(page.get_by_text("De overeenkomst spreekt over dit register in artikel 6.1.")).to_be_visible()
    customer = page.get_by_role("row").filter(has_text="Verwerkingsverantwoordelijke (uw klant)")
    expect(customer).to_contain_text("in te vullen")
    expect(
        page.get_by_role("row").filter(has_text="Doorgifte buiten de EER").get_by_role("link", name="artikel 4.3")
    ).to_be_visible()
    # Of other processors the site knows what the list held when the edition began, and nothing where there is no list.
    others = page.get_by_role("row").filter(has_text="Andere verwerkers (sub-verwerkers)")
    expect(others).to_contain_text("in te vullen")
    page.goto("/voorbeeld/2.1/avg-30/")
    expect(others).to_contain_text("Wolkenhal Hosting B.V. (fictief): Servers in een datacenter")
    expect(others).not_to_contain_text("Postduif")
    page.goto("/mickcom/1.5/avg-30/")
    expect(page.get_by_text("De overeenkomst zelf spreekt niet over dit register")).to_be_visible()


def test_files_stand_where_the_pages_say(website: Website) -> None:
    for path in PAGES:
        html = website.html(path.strip("/"))
        found = [
            a["href"]
            for tag, a in Elements(html).found
            if tag == "a" and re.search(r"\.(csv|json|jsonld)$", a.get("href", ""))
        ]
        assert len(found) >= 1
        for name in found:
            assert (website.folder / path.strip("/") / name).resolve().is_file(), (path, name)
    for name in ("maatregelen", "avg-28"):
        assert (website.folder / f"schema/{name}.json").is_file()


def test_paper_has_the_table_the_version_and_the_law(visit: Visit, tmp_path: Path) -> None:
    page = visit("/mickcom/1.5/avg-28/")
    file = tmp_path / "avg-28.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(file).pages).split())
    for words in (
        "geen juridisch advies",
        "niet gevonden",
        "artikel 9.2",
        "versie 1.5 (25-05-2018)",
        "/mickcom/1.5/avg-28/",
        "CELEX:32016R0679#028.003",
    ):
        assert words in text, words
    assert "Meenemen" not in text


def test_an_edition_in_force_is_one_link_away(visit: Visit) -> None:
    page = visit("/voorbeeld/1.2/avg-28/", scripts=False)
    page.get_by_role("link", name="Lees de nieuwste versie").click()
    assert page.url.endswith("/voorbeeld/huidig/avg-28/")


def without_words(edition: Edition) -> Edition:
    body = edition.body
    bare = replace(body, articles=(), annexes=(), closing=(), beside=type(body.beside)())
    return replace(edition, read=lambda: bare)


def test_a_text_without_measures_and_without_a_processor_has_no_such_pages() -> None:
    for agreement in read_home().agreements:
        for edition in agreement.editions:
            english = ("measures/", "gdpr-28/", "gdpr-30/")
            assert staying_addresses(edition) == {"nl": (MEASURES, COVERAGE, REGISTER), "en": english}[edition.language]
            bare = without_words(edition)
            assert staying_addresses(bare) == ()


def test_two_agreements_side_by_side_are_reached_by_their_address(visit: Visit) -> None:
    page = visit("/overeenkomsten/naast-elkaar/?een=mickcom/1.5&ander=example#avg-28.3.h", width=390)
    expect(page.locator('[id="avg-28.3.h"]')).to_be_in_viewport()
    assert page.url.endswith("?een=mickcom/1.5&ander=example/2.1#avg-28.3.h")
    assert "Mickcom ICT · 1.5" in page.title()
    audits = page.locator('[id="avg-28.3.h.audits"] td')
    expect(audits.nth(0)).to_contain_text("niet gevonden")
    expect(audits.nth(1)).to_contain_text("per 1 jaar")
    assert audits.nth(1).locator(".words").first.get_attribute("lang") == "en"
    breach = page.locator(".terms-of-two tbody tr").first
    expect(breach.locator("td").nth(0)).to_contain_text("2 uur Bijlage 3, punt 2")
    expect(breach.locator("td").nth(1)).to_contain_text("24 uur Article 10.1")
    expect(page.locator(".head").nth(0)).to_contain_text("Geen uitgave van Mickcom ICT")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Aan de rechterkant", exact=True).select_option("123meekijken")
    expect(page.locator('[id="avg-28.3.h.audits"] td').nth(1)).to_contain_text("Artikel 6.3")
    assert "ander=123meekijken/ongedateerd" in page.url
    page.go_back()
    expect(breach.locator("td").nth(1)).to_contain_text("24 uur")
    page.goto("/overeenkomsten/naast-elkaar/?een=mickcom/1.5&ander=example")
    expect(breach.locator("td").nth(1)).to_contain_text("24 uur")
    assert faults(page) == []


def test_what_cannot_stand_beside_another_is_said_with_the_choices(visit: Visit) -> None:
    page = visit("/overeenkomsten/naast-elkaar/?een=nergens/9&ander=%")
    expect(page.get_by_role("status")).to_have_text("‘nergens/9’ staat niet op deze site. Kies uit de lijst.")
    expect(page.get_by_label("Aan de linkerkant", exact=True)).to_be_visible()
    plain = visit("/overeenkomsten/naast-elkaar/", scripts=False)
    plain.get_by_role("link", name="1.5 (25-05-2018): Verwerkersovereenkomst dienstverlening Mickcom ICT").click()
    assert plain.url.endswith("/mickcom/1.5/avg-28/")
    plain.get_by_role("link", name="Leg deze versie naast een andere overeenkomst").click()
    assert plain.url.endswith("/overeenkomsten/naast-elkaar/?een=mickcom/1.5")


def test_what_fulfils_a_demand_is_read_in_its_words_without_script(visit: Visit) -> None:
    page = visit("/mickcom/1.5/avg-28/", scripts=False)
    quoted = page.locator('[id="avg-28.3.b"] details')
    quoted.get_by_text("In de woorden van de overeenkomst").click()
    expect(quoted).to_contain_text("VERWERKER houdt de Persoonsgegevens die zij verwerkt")
    expect(quoted.get_by_role("link").first).to_have_text("Artikel 4.1")
