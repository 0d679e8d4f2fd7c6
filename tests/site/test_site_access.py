"""axe-core on every kind of page: WCAG 2.2 AA and best practices."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from test_site_reader import KINDS
from website import Visit

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
# Only what is wrong is handed over: all that is right takes Playwright longer than axe takes to find it.
RUN = "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ violations }) => ({ violations }))"
OPENED = {
    "article": ".clause .term",
    "questionnaire": ".for-edition",
    "start": ".for-contents",
    "whole": "button.pick",
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str, width: int) -> None:
    page = visit("/", width=width, scheme=scheme)
    faults = []
    for kind, path in KINDS.items():
        page.goto(path)
        for state in ("", OPENED.get(kind, "")):
            if state and not page.locator(state).first.is_visible():
                continue
            if state:
                page.locator(state).first.click()
                page.locator(":popover-open").wait_for()
            page.evaluate(AXE)
            for fault in page.evaluate(RUN, TAGS)["violations"]:
                faults.append((kind, state, fault["id"], [node["target"] for node in fault["nodes"]][:3]))
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_results_of_a_search(visit: Visit, scheme: str) -> None:
    page = visit("/mickcom/1.5/artikel-7/", scheme=scheme)
    page.get_by_role("searchbox").fill("beveiliging")
    page.locator(".results mark").first.wait_for()
    page.evaluate(AXE)
    assert [fault["id"] for fault in page.evaluate(RUN, TAGS)["violations"]] == []
