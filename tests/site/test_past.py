"""A lawyer follows a clause: its past on each edition, its whole life above them, and the way to it in another
edition."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from access import SCREENS, faults
from playwright.sync_api import Page, expect
from website import DAY, Visit, Website

from clausule.model.dates import current, intervals, status_on
from clausule.model.editions import Agreement, Edition
from clausule.pages.comparison.past import earlier_inputs
from clausule.pages.edition.stage import render_edition
from editions import book_of
from session import read_home

LIFE = "/voorbeeld/vergelijken/geschiedenis/"


@pytest.fixture(scope="module")
def voorbeeld() -> Agreement:
    return read_home("voorbeeld").agreements[0]


def stage(agreement: Agreement, edition: Edition) -> dict[str, bytes]:
    span = intervals(agreement)[edition.version]
    status = status_on(edition, span, DAY)
    return render_edition(book_of(agreement, edition, status=status, current=current(agreement, DAY)))


def test_no_page_of_an_edition_changes_when_a_later_one_comes(voorbeeld: Agreement) -> None:
    # 2.1 is in force on that day, whether 3.0 is announced or not.
    without = replace(voorbeeld, editions=voorbeeld.editions[:-1])
    for edition in (voorbeeld.editions[1], voorbeeld.editions[3]):
        assert stage(without, edition) == stage(voorbeeld, edition)
        assert earlier_inputs(without)[edition.version] == earlier_inputs(voorbeeld)[edition.version]


def test_what_an_edition_tells_of_the_past_is_decided_by_the_editions_before_it(voorbeeld: Agreement) -> None:
    editions = list(voorbeeld.editions)
    editions[1] = replace(editions[1], made_of={**editions[1].files, "docs/x.md": "0"})
    other = replace(voorbeeld, editions=tuple(editions))
    was, now = earlier_inputs(voorbeeld), earlier_inputs(other)
    changed = [version for version in now if was[version] != now[version]]
    assert changed == ["1.2", "2.0", "2.1", "3.0", "3.1"]


def open_past(page: Page, clause: str, name: str) -> Page:
    page.locator(f'[id="{clause}"]').get_by_role("button", name=name, exact=True).click()
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
def test_a_clause_says_when_it_changed_and_shows_it(visit: Visit, scripts: bool) -> None:
    page = visit("/voorbeeld/2.1/artikel-8/", scripts=scripts)
    open_past(page, "artikel-8.3", "Gewijzigd in versie 2.0: artikel 8.3")
    past = page.get_by_role("group", name="Geschiedenis: artikel 8.3")
    events = past.get_by_role("listitem")
    expect(events).to_have_count(2)
    expect(events.first).to_contain_text("2.0 (01-07-2023) gesplitst in 8.3 en 8.4 (inhoudelijk)")
    expect(events.last).to_contain_text("1.0 (25-05-2018) eerste tekst die hier staat")
    events.last.get_by_role("link", name="Lees in versie 1.0").click()
    assert page.url.endswith("/voorbeeld/1.0/artikel-7/#artikel-7.3")
    page.go_back()
    open_past(page, "artikel-8.3", "Gewijzigd in versie 2.0: artikel 8.3")
    past.get_by_role("link", name="Wat er veranderde, versie 2.0").click()
    assert page.url.endswith("/voorbeeld/vergelijken/1.2...2.0/#artikel-8.3")
    expect(page.locator('[id="artikel-8.3"]')).to_contain_text("gesplitst in 8.3 en 8.4")


def test_what_came_after_is_one_step_away(visit: Visit) -> None:
    page = visit("/voorbeeld/1.0/artikel-7/")
    page.locator('[id="artikel-7.3"]').hover()
    open_past(page, "artikel-7.3", "Geschiedenis: artikel 7.3")
    page.get_by_role("link", name="Alle teksten, ook van daarna").click()
    page.wait_for_url(f"**{LIFE}1.0-artikel-7/#_1.0-artikel-7.3")
    expect(page.get_by_role("heading", level=1)).to_have_text("Artikel 8 Sub-verwerkers")
    life = page.locator("section.life", has=page.locator('[id="_1.0-artikel-7.3"]'))
    expect(life.get_by_role("heading")).to_have_text("8.3")
    expect(life.get_by_role("listitem")).to_have_count(2)
    expect(life).to_contain_text("Versie 1.0 tot en met 1.2, vanaf 25 mei 2018 tot 1 juli 2023")
    life.get_by_text("Verschil met de tekst ervoor").click()
    expect(life.locator("ins").first).to_be_visible()
    expect(life.locator("del")).to_have_count(0)  # the end of a paragraph alone has no mark


def test_the_life_of_what_came_went_and_was_merged(visit: Visit) -> None:
    page = visit(LIFE, scripts=False)
    expect(page.get_by_role("heading", name="Nooit gewijzigd")).to_be_visible()
    measure = page.locator('[id="_1.0-bijlage-2-d-4"]')
    expect(measure).to_contain_text("ingetrokken in 2.0")
    measure.get_by_role("link").click()
    assert page.url.endswith("/1.0-bijlage-2/#_1.0-bijlage-2-d-4")
    withdrawn = page.locator("section.life", has=page.locator('[id="_1.0-bijlage-2-d-4"]'))
    expect(withdrawn.get_by_role("link", name="Ingetrokken")).to_have_attribute(
        "href", re.compile(r"1\.2\.\.\.2\.0/#was-bijlage-2-d-5$")
    )
    page.goto(f"{LIFE}1.0-artikel-5/")
    merged = page.locator("section.life").filter(has_text="Opgegaan in 6.3")
    expect(merged.get_by_role("heading")).to_have_text(re.compile(r"^5\.[34]$"))
    page.goto(f"{LIFE}1.0-artikel-7/")
    born = page.locator("section.life", has=page.locator('[id="_2.0-artikel-8.4"]'))
    expect(born).to_contain_text("Afgesplitst van 7.3")
    page.goto(f"{LIFE}1.0-ondertekening/")
    expect(page.locator("main")).to_contain_text("Hier is in alle versies geen woord veranderd.")


def test_every_change_can_be_pointed_to(website: Website, voorbeeld: Agreement) -> None:
    """Each link of a past leads to an anchor on the page of two editions, and to a line on the page of all
    histories."""
    known = {path: set(elements.ids) for path, elements in website.elements.items()}
    seen = 0
    for version in (edition.version for edition in voorbeeld.editions):
        for path, elements in website.elements.items():
            for tag, attributes in elements.found if path.startswith(f"voorbeeld/{version}/") else []:
                # A line of a history is asked for by name on the page that lists them all.
                address, _, anchor = attributes.get("href", "").replace("?lid=", "#").partition("#")
                if tag == "a" and "/vergelijken/" in address and anchor:
                    page = posixpath.normpath(posixpath.join(path, "..", address, "index.html"))
                    assert anchor in known[page], (path, address, anchor)
                    seen += 1
    assert seen > 500
    for old, new in pairwise(voorbeeld.editions):
        ids = website.elements[f"voorbeeld/vergelijken/{old.version}...{new.version}/index.html"].ids
        assert len(ids) == len(set(ids))
    lives = [one.ids for path, one in website.elements.items() if path.startswith("voorbeeld/vergelijken/geschied")]
    assert len(lives) == 24
    for ids in lives:
        assert len(ids) == len(set(ids))


def test_an_edition_begins_with_what_changed_against_the_one_before(visit: Visit) -> None:
    page = visit("/voorbeeld/2.0/", scripts=False)
    since = page.get_by_role("region", name="Wat er veranderde sinds versie 1.2")
    expect(since).to_contain_text("1 maatregel is ingetrokken: op dat punt is de bescherming minder geworden.")
    expect(since).to_contain_text("10 wijzigingen zijn inhoudelijk")
    since.locator("summary").click()
    since.get_by_role("link", name="Artikel 8. Sub-verwerkers").click()
    assert page.url.endswith("/voorbeeld/vergelijken/1.2...2.0/#deel-artikel-8")
    page.goto("/voorbeeld/1.0/")
    expect(page.locator(".since")).to_have_count(0)
    page.goto("/123meekijken/ongedateerd/artikel-1/")
    expect(page.get_by_text("Geschiedenis")).to_have_count(0)


def choose(page: Page, edition: str) -> None:
    page.locator("edition-menu > button").click()
    page.locator(".menu").get_by_role("link", name=edition).click()


def test_another_edition_opens_at_the_same_clause_whatever_its_number(visit: Visit) -> None:
    page = visit("/voorbeeld/1.2/artikel-8/#artikel-8.4")
    choose(page, "2.0 (01-07-2023)")
    page.wait_for_url("**/voorbeeld/2.0/artikel-9/#artikel-9.4")
    choose(page, "1.0 (25-05-2018)")
    page.wait_for_url("**/voorbeeld/1.0/artikel-8/#artikel-8.4")
    page.goto("/voorbeeld/1.2/artikel-4/#artikel-4.5")
    choose(page, "2.0 (01-07-2023)")
    page.wait_for_url("**/voorbeeld/2.0/artikel-5/#artikel-5.1")
    page.goto("/voorbeeld/2.0/artikel-9/")
    choose(page, "1.2 (01-03-2021)")
    page.wait_for_url("**/voorbeeld/1.2/artikel-8/")
    page.goto("/voorbeeld/2.0/volledig/#artikel-9.4")
    choose(page, "1.2 (01-03-2021)")
    page.wait_for_url("**/voorbeeld/1.2/volledig/#artikel-8.4")
    page.goto("/voorbeeld/2.0/ondertekening/")
    choose(page, "1.2 (01-03-2021)")
    page.wait_for_url("**/voorbeeld/1.2/ondertekening/")


def test_an_edition_without_the_clause_says_so_and_opens_at_its_begin(visit: Visit) -> None:
    page = visit("/voorbeeld/2.0/artikel-5/#artikel-5.3")
    page.locator("edition-menu > button").click()
    expect(page.locator(".menu")).to_contain_text("Hierin staat dit onderdeel niet")
    page.locator(".menu").get_by_role("link", name="1.2 (01-03-2021)").click()
    page.wait_for_url("**/voorbeeld/1.2/")


@pytest.mark.parametrize("body", ["<html>", ""], ids=["not data", "empty"])
def test_without_the_history_no_wrong_clause_is_opened(visit: Visit, body: str) -> None:
    page = visit("/voorbeeld/1.2/artikel-8/#artikel-8.4")
    page.route("**/gegevens.json", lambda route: route.fulfill(body=body))
    choose(page, "2.0 (01-07-2023)")
    page.wait_for_url("**/voorbeeld/2.0/")


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_is_accessible_and_fits_a_phone(visit: Visit, width: int, scheme: str) -> None:
    page = visit("/", width=width, scheme=scheme)
    for path, opened in (
        (LIFE, ""),
        (f"{LIFE}1.0-artikel-7/", "summary"),
        ("/voorbeeld/2.1/artikel-8/", ".past"),
        ("/voorbeeld/2.0/", ".since summary"),
    ):
        page.goto(path)
        if opened:
            page.locator(f"main {opened}").first.click()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
