"""A list of thousands stands on its page in pieces: what shows is right in each, and an empty piece is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route
from website import Website

PAGE = "/voorbeeld/sub-verwerkers/"
MANY, PIECE = 60, 25
#: Of each piece of a table, how many rows of it show; no piece that is hidden.
SHOWN = """() => [...document.querySelectorAll(".group[data-state=active] tbody:not([hidden])")].map((body) =>
  body.querySelectorAll("tr:not([hidden])").length)"""
OF_CHANGES = """() => [...document.querySelectorAll(".changes-of-list:not([hidden])")].map((list) =>
  list.querySelectorAll("li:not([hidden])").length)"""


def in_pieces(html: str) -> str:
    """The page, with one row of the engaged many times, and its changes in two lists, as the template makes them."""
    group = html.index('data-state="active"')
    first, end = html.index("<tr role", html.index("<tbody", group)), html.index("</tbody>", group)
    row = html[first : html.index("</tr>", first) + 5]
    name = re.search(r'data-name="([^"]+)"', row)
    assert name
    rows = [
        re.sub(r'id="[^"]+"', f'id="firma-{number}"', row, count=1).replace(name[1], f"Firma {MANY - number}é")
        for number in range(MANY)
    ]
    bodies = ["".join(rows[at : at + PIECE]) for at in range(0, MANY, PIECE)]
    html = html[:first] + '</tbody><tbody role="rowgroup">'.join(bodies) + html[end:]
    changes = html.index("<li data-day", html.index('class="changes-of-list"'))
    second = html.index("<li data-day", changes + 1)
    return html[:second] + '</ol><ol class="changes-of-list">' + html[second:]


@pytest.fixture
def page(browser: Browser, website: Website) -> Iterator[Page]:
    html = in_pieces((website.folder / PAGE.strip("/") / "index.html").read_text("utf-8"))

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    context = browser.new_context(timezone_id="Europe/Amsterdam")
    made = context.new_page()
    made.clock.set_fixed_time("2026-11-23T12:00:00+01:00")
    made.route(f"**{PAGE}", answer)
    made.goto(website.url + PAGE)
    made.locator(".said").first.wait_for()
    yield made
    context.close()


def test_of_pieces_only_those_with_something_show(page: Page) -> None:
    in_sight = "body => getComputedStyle(body).contentVisibility"
    active = page.locator(".group[data-state=active]")
    assert active.locator("tbody").last.evaluate(in_sight) == "auto"
    assert page.locator(".group[data-state=announced] tbody").evaluate(in_sight) == "visible", "of one piece"
    page.get_by_label("Volgorde").select_option("op naam")
    assert page.evaluate(SHOWN) == [25, 25, 10]
    first = active.locator("tbody tr").first
    assert first.get_attribute("id") == f"firma-{MANY - 1}", "in order over all pieces"
    page.get_by_label("Zoek in de lijst").fill("firma 60E")
    assert page.evaluate(SHOWN) == [1]
    page.get_by_label("Zoek in de lijst").fill("niet daar")
    assert page.evaluate(SHOWN) == [] and active.is_hidden()
    page.get_by_label("Zoek in de lijst").fill(" ")
    assert page.evaluate(SHOWN) == [25, 25, 10] and active.is_visible()
    reckoned = active.locator("tbody").last.evaluate("body => body.style.getPropertyValue('--rows')")
    assert reckoned == "10"


def test_a_list_of_changes_in_pieces_is_one_list(page: Page) -> None:
    one, rest = page.evaluate(OF_CHANGES)
    assert one == 1 and rest > 1
    newest = page.locator(".changes-of-list li").first.get_attribute("data-day") or ""
    page.get_by_label("t/m").or_(page.get_by_label("tot en met")).fill("2018-12-31")
    assert sum(page.evaluate(OF_CHANGES)) < 1 + rest
    page.get_by_label("Wijzigingen na").fill(newest)
    assert page.evaluate(OF_CHANGES) == [] and page.locator("list-changes .said").is_visible()


def test_paper_has_every_piece(page: Page) -> None:
    page.emulate_media(media="print")
    pieces = page.locator(":is(.subs tbody, .changes-of-list)")
    assert {piece.evaluate("piece => getComputedStyle(piece).contentVisibility") for piece in pieces.all()} == {
        "visible"
    }
