"""axe-core on every kind of page; and no page is wider than the screen."""

from __future__ import annotations

import pytest
from access import COLOUR, OTHER, SCREENS, faults, faults_in_both
from test_site_reader import KINDS
from website import Visit

OPENED = {
    "article": ".clause .term",
    "questionnaire": ".for-edition",
    "start": ".for-contents",
    "whole": "button.pick",
}
# Other widths of a screen as wide, on which nothing scrolls sideways either; 640 is a page of 1280 at 200 %.
BESIDE = {1280: (1000, 640), 320: (390,)}


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, width: int, scheme: str) -> None:
    page = visit("/", width=width, scheme=scheme)
    found = []
    for kind, path in KINDS.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(path)
        for size in (*BESIDE[width], width):
            page.set_viewport_size({"width": size, "height": 860})
            assert page.evaluate("document.documentElement.scrollWidth") <= size, (path, size)
        found += faults(page)
        page.emulate_media(color_scheme=OTHER[scheme])  # type: ignore[arg-type]
        found += faults(page, COLOUR)
        if (state := OPENED.get(kind)) and page.locator(state).first.is_visible():
            page.locator(state).first.click()
            page.locator(":popover-open").wait_for()
            found += faults(page, within=":popover-open")
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += faults(page, COLOUR, within=":popover-open")
    assert found == []


def test_what_is_wrong_is_found(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/", width=320)
    page.evaluate(
        """() => {
          document.documentElement.lang = "";
          document.querySelector("main").setAttribute("role", "presentation");
          Object.assign(document.querySelector("h1").style, { color: "#777", background: "#888" });
        }"""
    )
    found = {rule for _, rule, *_ in faults(page)}
    assert found >= {"html-has-lang", "landmark-one-main", "color-contrast"}, found
    assert {rule for _, rule, *_ in faults(page, within="h1")} == {"color-contrast"}
    assert faults(page, COLOUR, without="h1") == []
    # Among many that look alike the one that does not is found.
    page.evaluate("document.querySelector('[id=\"artikel-7.4\"] .words p').style.color = '#999'")
    assert [rule for _, rule, *_ in faults(page, COLOUR, without="h1")] == ["color-contrast"]


def test_axe_finds_nothing_in_the_results_of_a_search(visit: Visit) -> None:
    page = visit("/mickcom/1.5/artikel-7/")
    page.get_by_role("searchbox").fill("beveiliging")
    page.locator(".results mark").first.wait_for()
    assert faults_in_both(page, "light") == []
